internal import Diagnostics
internal import Rules
internal import Workspace

/// The answer of `config show` for people: one value on a line, the place that decided it behind it.
struct ConfigurationText {
  /// The lines, without line ends.
  private(set) var lines: [String] = []
  private let language: Language
  private var rows: [(text: String, origin: String)] = []

  /// Puts a configuration into words.
  init(_ effective: EffectiveConfiguration, language: Language) {
    self.language = language
    if let document = effective.document, !document.id.isEmpty { lines.append("# \(document.kind) \(document.id)") }
    let none = said("没有 guidelint.yaml，使用默认配置", "no guidelint.yaml: the defaults hold")
    lines.append("# " + (effective.file ?? none))
    for file in effective.extended.reversed() { lines.append("#   " + said("继承 ", "extends ") + file) }
    for value in effective.values {
      let text = value.values.isEmpty ? said("（未设置）", "(not set)") : value.values.joined(separator: ", ")
      rows.append(("\(value.key): \(text)", words(of: value.origin)))
    }
    rows.append(("rules:", ""))
    for rule in effective.rules { add(rule) }
    let width = min(60, rows.map(\.text.utf8.count).max() ?? 0)
    for row in rows {
      let space = String(repeating: " ", count: max(0, width - row.text.utf8.count) + 2)
      lines.append(row.origin.isEmpty ? row.text : row.text + space + "# " + row.origin)
    }
  }

  private mutating func add(_ rule: EffectiveConfiguration.RuleValue) {
    let draft = rule.draft
    // YAML that could be pasted into a configuration.
    guard draft.isOn else {
      rows.append(("  \(rule.page.id): off", words(of: draft.switchOrigin)))
      return
    }
    let isPlain = rule.page.parameters.isEmpty && !draft.isLocked
    guard !isPlain else {
      rows.append(("  \(rule.page.id): \(draft.severity.token)", origins(draft)))
      return
    }
    rows.append(("  \(rule.page.id):", words(of: draft.switchOrigin)))
    rows.append(("    severity: \(draft.severity.token)", words(of: draft.severityOrigin)))
    if let lock = draft.lock { rows.append(("    locked: true", words(of: lock))) }
    if !rule.page.parameters.isEmpty { rows.append(("    params:", "")) }
    for parameter in rule.page.parameters {
      let value = draft.parameters[parameter.name] ?? parameter.defaultValue
      let origin = draft.parameterOrigins[parameter.name] ?? .rule(rule.page.source.path)
      rows.append(
        ("      \(parameter.name): \(value?.words ?? said("（未设置）", "(not set)"))", words(of: origin)))
    }
  }

  /// What turned a rule on, and what set its severity where that is another place.
  private func origins(_ draft: SettingsDraft) -> String {
    let on = words(of: draft.switchOrigin)
    let severity = words(of: draft.severityOrigin)
    return on == severity ? on : said("启用：\(on)；严重程度：\(severity)", "on: \(on); severity: \(severity)")
  }

  private func words(of origin: SettingOrigin) -> String {
    switch origin {
    case .builtIn: said("默认", "default")
    case .catalogDocument: said("Catalog 文档", "the Catalog document")
    case .rule, .place: origin.words
    }
  }

  private func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
