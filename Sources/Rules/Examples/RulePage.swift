package import Diagnostics

/// The page of a rule as text, for a terminal.
package enum RulePage {
  /// Everything a reader may ask: what, why, how to fix, by which source, with which examples.
  package static func text(_ page: Rule.Page, language: Language) -> String {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    var lines = ["\(page.id)", "  \(page.summary[language])", ""]
    lines.append(
      say("严重程度：", "Severity: ") + page.severity.token + say("；级别：", "; level: ") + page.level.rawValue
        + say("；规则包：", "; pack: ") + page.pack)
    lines.append(say("适用文档：", "Documents: ") + page.kinds.joined(separator: say("、", ", ")))
    if let aspect = page.aspect { lines.append(say("方面：", "Aspect: ") + aspect.name[language]) }
    func section(_ title: String, _ text: LocalizedText?) {
      guard let text else { return }
      lines += ["", title, "  " + text[language]]
    }
    section(say("为什么", "Why"), page.why)
    section(say("怎么改", "How to fix"), page.remedy)
    section(say("走流程时问", "Ask on a walk"), page.ask)
    if let fix = page.fix {
      section(
        say("自动修改", "Fix"),
        LocalizedText(
          zh: "\(fix.title.zh)（\(fix.applicability.token)）", en: "\(fix.title.en) (\(fix.applicability.token))"))
    }
    lines += sources(page, title: say("依据", "Source"), language)
    if !page.parameters.isEmpty {
      lines += ["", say("参数", "Parameters")]
      for parameter in page.parameters {
        let value = parameter.defaultValue.map { say("默认 ", "default ") + $0.words } ?? say("须设定", "must be set")
        lines.append("  \(parameter.name) (\(parameter.kind.rawValue), \(value)) \(parameter.description[language])")
      }
    }
    for example in page.examples {
      lines += ["", say("示例", "Example") + " [\(example.expectation.rawValue)] \(example.name)"]
      if let base = example.base {
        lines += indented(base)
        lines.append("  " + say("↑ 对照版本　↓ 现在", "↑ compared against   ↓ now"))
      }
      lines += indented(example.text)
      if let fixed = example.fixed {
        lines.append("  " + say("↓ 自动修改以后", "↓ fixed"))
        lines += indented(fixed)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func indented(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    while lines.last == "  " { lines.removeLast() }
    return lines
  }

  private static func sources(_ page: Rule.Page, title: String, _ language: Language) -> [String] {
    // The note says how far the sources reach, or why there are none.
    ["", title] + page.sources.map { "  " + $0.citation } + (page.note.map { ["  " + $0[language]] } ?? [])
  }
}
