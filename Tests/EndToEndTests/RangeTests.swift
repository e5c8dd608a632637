import Foundation
import TestSupport
import Testing

/// Ranges of the JSON report, read back from the file: each names exactly the text that the diagnostic speaks of.
@Suite struct RangeTests {
  private static let text = """
    # 办事指南 😀
    kind: ServiceItem
    id: first
    name: {zh: 办😀事, en: Doing}
    materials: [{name: 表😀格, copies: 2}, {name: "\\u8868😀格"}]
    ---
    kind: ServiceItem
    id: second
    name: |
      第一行😀
      第二行
    nmae: 错
    visits: "二"
    materials:
      - &shared {name: 身份证, copies: 3}
      - *shared
      - name: >-
          折叠的😀
          名称
      - name: '折叠的😀 名称'
    ---
    kind: ServiceItem
    id: third
    name： 全角😀

    """

  private static let expected = [
    "material-duplicate 5 \"\\u8868😀格\" [表😀格]",
    "material-copies-over-one 5 2 []",
    "schema-unknown-key 12 nmae []",
    "schema-wrong-type 13 \"二\" []",
    "material-copies-over-one 15 3 []",
    "material-copies-over-one 15 3 [*shared]",
    "material-duplicate 15 身份证 [身份证, *shared]",
    "material-duplicate 20 '折叠的😀 名称' [>-…名称]",
  ]

  private func lines(_ bytes: [UInt8], _ report: Report) -> [String] {
    func text(_ range: Report.Range) -> String {
      let text = String(decoding: bytes[range.start.offset..<range.end.offset], as: UTF8.self)
      let parts = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      return parts.count > 1 ? "\(parts[0])…\(parts[parts.count - 1])" : text
    }
    return report.diagnostics.map { diagnostic in
      let related = diagnostic.related.map { text($0.range) }.joined(separator: ", ")
      return "\(diagnostic.rule) \(diagnostic.range.start.line) \(text(diagnostic.range)) [\(related)]"
    }
  }

  // Line and column are derived from the bytes once more, by other means than the linter's.
  private func holdsPosition(_ position: Report.Position, _ bytes: [UInt8]) -> Bool {
    var before = String(decoding: bytes[..<position.offset], as: UTF8.self).unicodeScalars[...]
    if before.first == "\u{FEFF}" { before = before.dropFirst() }
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    return position.line == line && position.column == column
  }

  @Test func eachRangeGivesTheTextItNames() throws {
    let rules = "material-duplicate,material-copies-over-one"
    let crlf = Self.text.replacing("\n", with: "\r\n")
    for (name, text) in [
      ("plain", Self.text), ("CRLF", crlf), ("BOM", "\u{FEFF}" + Self.text), ("both", "\u{FEFF}" + crlf),
    ] {
      let folder = try TemporaryFolder(["a.yaml": text])
      let outcome = try Guidelint("lint", "a.yaml", "-f", "json", "--only", rules).in(folder).run()
      let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output))
      let found = lines(Array(text.utf8), report)
      for line in Self.expected { #expect(found.contains(line), "\(name): \(line)\n\(found.joined(separator: "\n"))") }
      let rest = found.filter { !Self.expected.contains($0) }
      #expect(rest.count == 1 && rest[0].hasPrefix("yaml-"), "\(name): \(rest)")
      #expect(rest.first?.contains("24 ") == true, "\(name): \(rest)")
      for diagnostic in report.diagnostics {
        for position in [diagnostic.range.start, diagnostic.range.end] {
          #expect(holdsPosition(position, Array(text.utf8)), "\(name): \(diagnostic.rule) \(position)")
        }
      }
    }
  }
}
