internal import Diagnostics
internal import Encoding
package import Rules

/// Writes the index of rule pages: by pack, and by the four questions.
package enum RuleIndexWriter {
  /// The index in Chinese and English.
  package static func text(_ rules: [Rule.Page], packs: [RuleLibrary.Pack]) -> String {
    var markdown = MarkdownWriter()
    markdown.line(Messages.generated)
    markdown.heading(1, "规则 · Rules")
    markdown.paragraph("共 \(rules.count) 条规则。级别 correctness ⊂ recommended ⊂ all。")
    markdown.paragraph("\(rules.count) rules; the levels are correctness ⊂ recommended ⊂ all.")
    markdown.heading(2, "按四个方面 · By question")
    markdown.tableHeader(["方面 · Question", "规则 · Rules"])
    for aspect in Aspect.allCases.map(Optional.some) + [nil] {
      let name = Messages.name(of: aspect)
      let links = rules.filter { $0.aspect == aspect }.map(link)
      if !links.isEmpty { markdown.row(["\(name.zh)<br>\(name.en)", links.joined(separator: "、")]) }
    }
    markdown.heading(2, "按规则包 · By pack")
    for pack in packs {
      let members = rules.filter { $0.pack == pack.id }
      guard !members.isEmpty else { continue }
      markdown.heading(3, pack.id)
      markdown.paragraph("\(pack.title.zh) · \(pack.title.en)")
      markdown.tableHeader(["规则 · Rule", "严重程度 · Severity", "级别 · Level", "说明 · Summary"])
      for page in members {
        let summary = "\(MarkdownWriter.escaped(page.summary.zh))<br>\(MarkdownWriter.escaped(page.summary.en))"
        markdown.row([link(page), page.severity.token, page.level.rawValue, summary])
      }
    }
    return markdown.text
  }

  private static func link(_ page: Rule.Page) -> String { "[\(page.id)](\(page.id).md)" }
}
