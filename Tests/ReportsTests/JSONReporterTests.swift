import Diagnostics
import Foundation
import Reports
import Rules
import SourceText
import Testing

/// The contract as a program would declare it.
private struct ParsedReport: Decodable {
  struct Tool: Decodable, Equatable { var name, version: String }
  struct Summary: Decodable, Equatable {
    var files, documents, rules, pass, fail, notApplicable, waived, error: Int
  }
  struct Rule: Decodable, Equatable {
    var id, severity: String
    var aspect: String?
    var pass, fail, notApplicable, waived, error: Int
  }
  struct Place: Decodable, Equatable { var line, column, offset: Int }
  struct Range: Decodable, Equatable { var start, end: Place }
  struct Related: Decodable, Equatable {
    var file: String
    var range: Range
    var message: String?
  }
  struct Document: Decodable, Equatable { var kind, id: String }
  struct Source: Decodable, Equatable {
    var title: String
    var article, url: String?
  }
  struct Diagnostic: Decodable {
    var rule, state, severity, message, file: String
    struct Waiver: Decodable {
      var kind: String
      var reason, owner, expires: String?
    }
    var waiver: Waiver?
    var aspect, defect, path, why, remedy: String?
    var messages: [String: String]
    var range: Range
    var document: Document?
    var related: [Related]
    var sources: [Source]
  }
  var tool: Tool
  var complete: Bool
  var summary: Summary
  var rules: [Rule]
  var diagnostics: [Diagnostic]
}

@Suite struct JSONReporterTests {
  private func parsed(_ report: LintReport, language: Language = .en) throws -> ParsedReport {
    let bytes = SampleReport.render(report, as: .json, language: language)
    return try JSONDecoder().decode(ParsedReport.self, from: Data(bytes))
  }

  /// Slices a text by a range's lines and columns, without the code under test.
  private func slice(_ text: String, _ range: ParsedReport.Range) -> String {
    func offset(_ place: ParsedReport.Place) -> Int {
      var (line, column) = (1, 1)
      let scalars = Array(text.unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        if line == place.line, column == place.column { return index }
        if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
      }
      return scalars.count
    }
    let scalars = Array(text.unicodeScalars)[offset(range.start)..<offset(range.end)]
    return String(String.UnicodeScalarView(scalars))
  }

  @Test func exactFields() throws {
    let report = try parsed(SampleReport.full)
    #expect(report.tool == ParsedReport.Tool(name: "guidelint", version: "0.1.0"))
    #expect(!report.complete)
    let summary = ParsedReport.Summary(
      files: 2, documents: 2, rules: 4, pass: 2, fail: 2, notApplicable: 3, waived: 1, error: 1)
    #expect(report.summary == summary)
    #expect(
      report.rules.map(\.id) == [
        "item-code-check-digit", "material-copies-over-one", "material-duplicate", "step-dead-end",
      ])
    let efficiency = ParsedReport.Rule(
      id: "material-duplicate", severity: "error", aspect: "efficiency", pass: 2, fail: 2, notApplicable: 0, waived: 0,
      error: 0)
    #expect(report.rules[2] == efficiency)
    #expect(report.diagnostics.map(\.state) == ["fail", "waived", "fail", "fail", "error"])

    let builtIn = report.diagnostics[0]
    #expect([builtIn.waiver?.kind, builtIn.aspect, builtIn.defect, builtIn.why] == [nil, nil, nil, nil])
    #expect(builtIn.document == nil)
    #expect(builtIn.remedy == "Write \"item\".")
    #expect(builtIn.sources == [])

    let duplicate = report.diagnostics[2]
    #expect(duplicate.message == "Material \"营业执照\" is already asked for above.")
    #expect(duplicate.messages == ["zh": "材料“营业执照”已在前面要求过", "en": duplicate.message])
    #expect(duplicate.defect == "repeated-submission")
    #expect(duplicate.document == ParsedReport.Document(kind: "ServiceItem", id: "foreign-company"))
    #expect(duplicate.path == "$['materials'][2]['name']")
    #expect(duplicate.related.map(\.file) == ["items/foreign-company.yaml", "bundles/small-shop.yaml"])
    #expect(duplicate.related.map(\.message) == ["first asked for here", nil])
    #expect(duplicate.remedy == "Drop the later one, or state the number of copies.")
    #expect(duplicate.sources.map(\.title) == ["优化营商环境条例", "《安阳市政务服务条例》"])
    #expect(duplicate.sources[1] == ParsedReport.Source(title: "《安阳市政务服务条例》", article: "第二十三条", url: nil))
    #expect(report.diagnostics[1].waiver?.reason == "法院要求两份原件，2026 年底前有效")
    #expect(report.diagnostics[1].waiver?.kind == "waiver" && report.diagnostics[1].waiver?.owner == "市司法局")
  }

  @Test func membersInTheOrderOfTheContract() throws {
    let text = String(decoding: SampleReport.render(SampleReport.full, as: .json), as: UTF8.self)
    let names = [
      "rule", "state", "waiver", "severity", "aspect", "defect", "message", "messages", "file", "range", "document",
      "path", "fingerprint", "related", "why", "remedy", "sources", "fix",
    ]
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("      \"") }
    #expect(lines.count == 5 * names.count)
    for (index, line) in lines.enumerated() {
      #expect(line.hasPrefix("      \"\(names[index % names.count])\": "))
    }
    let top = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
    let topNames = ["tool", "complete", "summary", "rules", "diagnostics"]
    #expect(top.count == topNames.count)
    for (line, name) in zip(top, topNames) { #expect(line.hasPrefix("  \"\(name)\": ")) }
  }

  @Test func rangesAreReadBack() throws {
    let texts = ["items/foreign-company.yaml": SampleReport.company, "bundles/small-shop.yaml": SampleReport.shop]
    let report = try parsed(SampleReport.full)
    let expected = ["nowhere", "2", "营业执照", "复印件", "|\n      第一款\n      第二款"]
    for (diagnostic, text) in zip(report.diagnostics, expected) {
      let file = try #require(texts[diagnostic.file])
      #expect(slice(file, diagnostic.range) == text)
      let bytes = Array(file.utf8)[diagnostic.range.start.offset..<diagnostic.range.end.offset]
      #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
    #expect(slice(SampleReport.company, report.diagnostics[2].related[0].range) == "营业执照")
    #expect(slice(SampleReport.shop, report.diagnostics[2].related[1].range) == "item")
  }

  @Test func placesAtTheEdges() throws {
    func range(_ bytes: [UInt8], _ range: SourceRange) throws -> ParsedReport.Range {
      try parsed(SampleReport.single(bytes, range)).diagnostics[0].range
    }
    func place(_ line: Int, _ column: Int, _ offset: Int) -> ParsedReport.Place {
      ParsedReport.Place(line: line, column: column, offset: offset)
    }
    let cases: [([UInt8], SourceRange, ParsedReport.Place, ParsedReport.Place)] = [
      ([], SourceRange(0, 0), place(1, 1, 0), place(1, 1, 0)),
      (Array("a\n".utf8), SourceRange(2, 2), place(2, 1, 2), place(2, 1, 2)),
      (Array("a\r\n\u{1F600}b".utf8), SourceRange(3, 8), place(2, 1, 3), place(2, 3, 8)),
      (Array("\u{FEFF}名: 1".utf8), SourceRange(3, 6), place(1, 1, 3), place(1, 2, 6)),
      (Array("\u{FEFF}名: 1".utf8), SourceRange(0, 6), place(1, 1, 0), place(1, 2, 6)),
      (Array("a\u{2028}b\u{85}c".utf8), SourceRange(4, 8), place(1, 3, 4), place(1, 6, 8)),
    ]
    for (bytes, wanted, start, end) in cases {
      #expect(try range(bytes, wanted) == ParsedReport.Range(start: start, end: end))
    }
  }

  @Test func hostileTextStaysJSON() throws {
    let message = "\u{0}\u{1B}[31m\"\\\u{2028}\u{202E}\n"
    let report = SampleReport.single([0xFF, 0x0A], SourceRange(0, 9), message: message, file: "a\"\n.yaml")
    let diagnostic = try parsed(report).diagnostics[0]
    #expect(diagnostic.message == message)
    #expect(diagnostic.file == "a\"\n.yaml")
    #expect(diagnostic.range.end == ParsedReport.Place(line: 2, column: 1, offset: 9))
  }

  @Test func manyDiagnosticsOnOneLongLine() throws {
    let bytes = Array(String(repeating: "表", count: 300_000).utf8)
    var report = SampleReport.single(bytes, SourceRange(0, 3))
    let one = report.diagnostics[0]
    report.diagnostics = (0..<20_000).map { index in
      var next = one
      next.range = SourceRange(index * 30..<index * 30 + 3)
      return next
    }
    let clock = ContinuousClock()
    var parsedReport: ParsedReport?
    let bytesWritten = SampleReport.render(report, as: .json)
    let time = clock.measure { _ = SampleReport.render(report, as: .json) }
    parsedReport = try JSONDecoder().decode(ParsedReport.self, from: Data(bytesWritten))
    let columns = parsedReport?.diagnostics.map(\.range.start.column)
    #expect(columns == (0..<20_000).map { $0 * 10 + 1 })
    // Looking through the line for each of them would take minutes; other tests run beside this one.
    #expect(time < .seconds(20))
  }
}
