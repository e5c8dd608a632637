import Foundation
import TestSupport
import Testing

/// The JSON report is read by other programs: its fields are a contract.
@Suite struct JSONContractTests {
  private func lint(_ files: [String: String], _ arguments: String...) throws -> (TemporaryFolder, Guidelint.Outcome) {
    let folder = try Sample.catalog(files)
    return (folder, try Guidelint(arguments: ["lint", "-f", "json"] + arguments).in(folder).run())
  }

  @Test func everyFieldIsThere() throws {
    let (folder, outcome) = try lint([
      "items/a.yaml": Sample.item("a", visits: 1), "items/b.yaml": "# 🧑‍⚖️ 说明\n" + Sample.item("b", visits: 3),
      "items/c.yaml": "kind: Bundle\nid: c\nname: {zh: 一件事}\n",
    ])
    let report = try outcome.report()
    #expect(report.tool.name == "guidelint")
    #expect(report.complete)
    #expect(
      report.summary
        == .init(files: 3, documents: 3, rules: 1, pass: 1, fail: 1, notApplicable: 0, waived: 0, error: 0))
    #expect(report.rules.map(\.id) == ["visits-too-many"])
    let diagnostic = try #require(report.diagnostics.first { $0.rule == "visits-too-many" })
    #expect(diagnostic.state == "fail" && diagnostic.severity == "error" && diagnostic.aspect == "efficiency")
    #expect(diagnostic.message == "It takes 3 visits." && diagnostic.messages.zh == "要跑 3 次")
    #expect(diagnostic.file == "items/b.yaml" && diagnostic.underlined(in: folder) == "3")
    #expect(diagnostic.range.start.line == 5 && diagnostic.range.start.column == 9)
    #expect(diagnostic.range.end.line == 5 && diagnostic.range.end.column == 10)
    #expect(diagnostic.document == .init(kind: "ServiceItem", id: "b"))
    #expect(diagnostic.path == "$['visits']")
    #expect(diagnostic.why == "Every visit is a morning off work." && diagnostic.remedy == "Merge the visits.")
  }

  @Test func nullsAreWritten() throws {
    let (_, outcome) = try lint(["a.yaml": "kind: [\n"])
    let fields = [
      "rule", "state", "waiver", "severity", "aspect", "defect", "message", "messages", "file", "range", "document",
      "path", "fingerprint", "related", "why", "remedy", "sources", "fix",
    ]
    for field in fields { #expect(outcome.text.contains("\"\(field)\":"), "\(field) is missing\n\(outcome.text)") }
    let report = try outcome.report()
    #expect(report.diagnostics.allSatisfy { $0.document == nil && $0.aspect == nil && $0.path == nil })
    #expect(report.complete && outcome.exitCode == 1)
  }

  @Test func anIncompleteRunSaysSo() throws {
    let (_, outcome) = try lint(["a.yaml": Sample.item("a", visits: 1)], ".", "nowhere")
    #expect(try outcome.report().complete == false)
    #expect(outcome.exitCode == 2)
  }

  @Test func diagnosticsAreSortedAndLanguagesKept() throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<12).map { ("\($0).yaml", Sample.item("i\($0)", visits: 2)) })
    let (_, outcome) = try lint(files, "--lang", "zh")
    let report = try outcome.report()
    let names = report.diagnostics.map(\.file)
    #expect(names.count == 12)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(report.diagnostics.allSatisfy { $0.message == "要跑 2 次" && $0.messages.en == "It takes 2 visits." })
  }

  @Test func filesOutsideTheWorkingDirectoryAreAbsolute() throws {
    let folder = try Sample.catalog(["items/b.yaml": Sample.item("b", visits: 2)])
    try folder.makeFolder("elsewhere")
    let outcome = try Guidelint("lint", "-f", "json", "../items").in("\(folder.path)/elsewhere").run()
    #expect(try outcome.report().diagnostics.map(\.file) == ["\(folder.path)/items/b.yaml"])
  }

  @Test func rangesNameTheirText() throws {
    let text =
      "kind: ServiceItem\r\nid: 'crlf'\r\nname: {zh: 示例🧑‍⚖️}\r\nvisits: 2\r\n---\r\nkind: ServiceItem\r\n"
      + "id: second\r\nname: {zh: 第二份}\r\nvisits: &n 3\r\n"
    let (folder, outcome) = try lint(["a.yaml": "\u{FEFF}" + text])
    let found = try outcome.report().diagnostics.filter { $0.rule == "visits-too-many" }
    #expect(found.map { $0.underlined(in: folder) } == ["2", "3"], "\(outcome.text)")
  }
}
