import DataTree
import Diagnostics
import SourceText

extension RuleDeclaration {
  /// Reads a rule file whose shape is valid; nil where a mandatory field cannot be read.
  /// - Parameter explanation: what the part at hand leaves out of the file; nil where the whole is at hand.
  init?(_ view: TreeView, readsExamples: Bool, explanation: RuleExplanation? = nil) {
    let fields = TreeFields(view)
    guard let id = fields.text("id"), let summary = fields.localized("summary"),
      let message = fields.value("message")
    else { return nil }
    let messageFields = TreeFields(view, message)
    guard let zh = messageFields.text("zh"), let en = messageFields.text("en") else { return nil }
    self.init(
      id: id, summary: summary, severity: fields.string("severity").flatMap(Severity.init(token:)) ?? .warning,
      level: fields.string("level").flatMap(RuleLevel.init(rawValue:)) ?? .recommended,
      aspect: fields.string("aspect").flatMap(Aspect.init(rawValue:)),
      defect: fields.string("defect").flatMap(Defect.init(rawValue:)),
      aliases: RuleDeclaration.aliases(fields), profiles: fields.texts("profiles"), kinds: fields.texts("for"),
      select: fields.texts("select"),
      groupBy: fields.text("groupBy"), isOverCatalog: fields.string("within") == "catalog",
      isOnRemoved: fields.string("on") == "removed",
      report: fields.string("report").flatMap(GroupReport.init(rawValue:)) ?? .later,
      facts: RuleDeclaration.named("facts", fields), lets: RuleDeclaration.named("let", fields),
      when: fields.text("when"), require: fields.text("require"), at: fields.texts("at"),
      atBase: fields.texts("atBase"), find: fields.text("find"), each: fields.text("each"), messageZH: zh,
      messageEN: en, fix: RuleFixDeclaration(fields),
      explanation: explanation ?? RuleExplanation(RuleExplanation.Texts(fields)), parameters: [],
      parameterNodes: [:], examples: [])
    for (name, node) in fields.entries("params") {
      parameters.append(RuleDeclaration.parameter(name.text, TreeFields(view, node)))
      parameterNodes[name.text] = name.node
    }
    if readsExamples {
      examples = fields.elements("examples").compactMap { RuleExample(TreeFields(view, $0)) }
    }
  }

  private static func aliases(_ fields: TreeFields) -> [String] {
    let status = fields.value("status").map { TreeFields(fields.view, $0).texts("aliases") } ?? []
    return (fields.texts("aliases") + status).map(\.text)
  }

  private static func named(_ key: String, _ fields: TreeFields) -> [(name: WrittenText, expression: WrittenText)] {
    fields.entries(key).compactMap { name, value in fields.written(value).map { (name, $0) } }
  }

  private static func parameter(_ name: String, _ fields: TreeFields) -> RuleParameter {
    RuleParameter(
      name: name, kind: fields.string("type").flatMap(RuleParameter.Kind.init(rawValue:)) ?? .string,
      defaultValue: fields.value("default").flatMap { fields.parameterValue($0) },
      description: fields.localized("description") ?? LocalizedText(zh: "", en: ""))
  }
}

extension RuleExample {
  /// Reads one entry of `examples`; nil where it expects nothing.
  init?(_ fields: TreeFields) {
    guard
      let found = ExampleExpectation.allCases.lazy.compactMap({ kind in
        fields.text(kind.rawValue).map { (kind, $0) }
      }).first
    else { return nil }
    self.init(
      name: fields.string("name") ?? "", expectation: found.0, text: found.1.text, fixed: fields.text("fixed")?.text,
      base: fields.text("base")?.text,
      files: fields.entries("files").compactMap { path, value in
        fields.written(value).map { (path.text, $0.text) }
      },
      parameters: fields.entries("params").compactMap { name, value in
        fields.parameterValue(value).map { (name.text, $0) }
      },
      today: fields.string("today"), range: fields.view[fields.node].range)
  }
}
