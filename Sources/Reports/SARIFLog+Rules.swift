internal import Diagnostics
internal import Encoding
internal import Rules

extension SARIFLog {
  /// Writes the tool with every rule that ran and every built-in fault that was found.
  mutating func writeTool() {
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.member("name", "guidelint")
    json.member("version", report.version)
    json.member("semanticVersion", report.version)
    json.key("rules")
    json.beginArray()
    for rule in report.rules { write(rule) }
    for id in builtIn { writeBuiltIn(id) }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  /// The value of `level` for a severity.
  static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// Writes a rule with what it costs the applicant, what to do and the law.
  private mutating func write(_ rule: RuleSummary) {
    json.beginObject(inline: true)
    json.member("id", rule.id)
    json.member("name", Self.name(of: rule.id))
    write("shortDescription", rule.summary[language])
    if let why = rule.why { write("fullDescription", why[language]) }
    writeHelp(of: rule)
    writeLevel(rule.severity)
    json.key("properties")
    json.beginObject()
    json.key("tags")
    json.beginArray()
    for tag in [rule.aspect?.rawValue, rule.pack.isEmpty ? nil : rule.pack] { if let tag { json.string(tag) } }
    json.endArray()
    if !rule.pack.isEmpty { json.member("pack", rule.pack) }
    if let aspect = rule.aspect { json.member("aspect", aspect.rawValue) }
    if let defect = rule.defect { json.member("defect", defect.rawValue) }
    writeSources(of: rule)
    json.key("translation")
    json.beginObject()
    json.member("language", otherLanguage == .zh ? "zh-CN" : "en")
    json.member("summary", rule.summary[otherLanguage])
    if let why = rule.why { json.member("why", why[otherLanguage]) }
    if let remedy = rule.remedy { json.member("remedy", remedy[otherLanguage]) }
    json.endObject()
    json.endObject()
    json.endObject()
  }

  /// Writes a fault that no rule file describes.
  private mutating func writeBuiltIn(_ id: String) {
    json.beginObject(inline: true)
    json.member("id", id)
    json.member("name", Self.name(of: id))
    let severities = report.diagnostics.lazy.filter { $0.ruleIndex == nil && $0.rule == id }.map(\.severity)
    write("shortDescription", Messages.builtInFault(id)[language])
    writeLevel(severities.max() ?? .error)
    json.key("properties")
    json.beginObject()
    json.key("tags")
    json.beginArray()
    json.string("built-in")
    json.endArray()
    json.endObject()
    json.endObject()
  }

  /// Writes what to do and the law, as plain text and as Markdown.
  private mutating func writeHelp(of rule: RuleSummary) {
    guard rule.remedy != nil || !rule.sources.isEmpty else { return }
    var lines: [String] = []
    if let remedy = rule.remedy { lines.append(Messages.remedy[language] + remedy[language]) }
    lines += rule.sources.map { Messages.source[language] + $0.citation }
    json.key("help")
    json.beginObject()
    json.member("text", SARIFText.escaped(lines.joined(separator: "\n")))
    json.member("markdown", SARIFText.escaped(markdown: markdownHelp(of: rule)))
    json.endObject()
  }

  /// The help with the law linked where it can be read.
  private func markdownHelp(of rule: RuleSummary) -> String {
    MarkdownText.collected { output in
      if let remedy = rule.remedy {
        MarkdownText.write(Messages.remedy[language] + remedy[language], to: &output)
        output.write("\n")
      }
      for (index, source) in rule.sources.enumerated() {
        if index == 0 { output.write("\n") }
        output.write("- ")
        MarkdownText.write(source, to: &output)
        output.write("\n")
      }
    }
  }

  /// Writes the level that a rule's results have unless an override says otherwise.
  private mutating func writeLevel(_ severity: Severity) {
    json.key("defaultConfiguration")
    json.beginObject()
    json.member("level", Self.level(of: severity))
    json.endObject()
  }

  /// Writes the law behind a rule.
  private mutating func writeSources(of rule: RuleSummary) {
    json.key("sources")
    json.beginArray()
    for source in rule.sources {
      json.beginObject()
      json.member("title", source.title)
      if let article = source.article { json.member("article", article) }
      if let url = source.url { json.member("url", url) }
      json.endObject()
    }
    json.endArray()
  }

  /// Writes a message string as a member of its own.
  private mutating func write(_ key: StaticString, _ text: String) {
    json.key(key)
    json.beginObject()
    json.member("text", SARIFText.escaped(text))
    json.endObject()
  }

  /// The name that services show beside the id: `material-duplicate` is `MaterialDuplicate`.
  private static func name(of id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
