import Encoding
import Diagnostics
import Rules
import SourceText
import Testing

@testable import Reports

@Suite struct TextReporterTests {
  /// Source line and underline of the only diagnostic.
  private func excerpt(_ text: String, _ part: String, width: Int? = nil) -> [String] {
    let report = SampleReport.single(Array(text.utf8), SampleReport.range(of: part, in: text))
    return Array(SampleReport.text(report, width: width)[2...3])
  }

  @Test func underlinesLineUpWithFullWidthText() {
    let cases: [(String, String, [String])] = [
      ("name: 营业执照", "营业执照", ["1 | name: 营业执照", "  |       ^^^^^^^^"]),
      ("甲、乙（丙）: 丁", "丁", ["1 | 甲、乙（丙）: 丁", "  |               ^^"]),
      ("😀👍🏽👨‍👩‍👧: x", "x", ["1 | 😀👍🏽👨‍👩‍👧: x", "  |         ^"]),
      ("\tcafe\u{301}: x", "x", ["1 |     cafe\u{301}: x", "  |           ^"]),
      ("ｱＡ한 x", "x", ["1 | ｱＡ한 x", "  |       ^"]),
      ("\u{FEFF}id: x", "x", ["1 | id: x", "  |     ^"]),
      ("a\u{202E}b: x", "x", ["1 | a<U+202E>b: x", "  |             ^"]),
      ("a\u{1B}[31mb: x", "x", ["1 | a␛[31mb: x", "  |          ^"]),
    ]
    for (text, part, lines) in cases {
      #expect(excerpt(text, part) == lines)
    }
  }

  @Test func excerptsSayWhatTheyUnderline() {
    // Every part of a mixed line, at every width: the columns above the marks are the part.
    let line = "材料: 法定代表人 😀 identity card（复印件）e\u{301}, 营业执照 and 其他 materials"
    let scalars = Array(line.unicodeScalars)
    let file = LocatedFile(SourceFile(path: "f", bytes: Array(line.utf8)))
    for width in [20, 37, 60, 200] {
      for start in scalars.indices where DisplayWidth.width(of: scalars[start]) > 0 {
        var end = min(start + 3, scalars.count)
        while end < scalars.count, DisplayWidth.width(of: scalars[end]) == 0 { end += 1 }
        let part = String(String.UnicodeScalarView(scalars[start..<end]))
        let before = String(String.UnicodeScalarView(scalars[..<start])).utf8.count
        let excerpt = SourceExcerpt(of: SourceRange(before..<before + part.utf8.count), in: file, width: width)
        #expect(DisplayWidth.of(excerpt.text) <= width)
        #expect(columns(excerpt.indent..<excerpt.indent + excerpt.underline, of: excerpt.text) == part)
      }
    }
  }

  private func columns(_ wanted: Range<Int>, of text: String) -> String {
    var meter = DisplayWidth()
    var column = 0
    var part = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let start = column
      column += meter.advance(scalar)
      // A combining character belongs to the column before it.
      if column == start ? wanted.contains(start - 1) : wanted.contains(start) { part.append(scalar) }
    }
    return String(part)
  }

  @Test func longLinesAreCutAroundTheRange() {
    let text = "note: " + String(repeating: "申请材料", count: 50) + "错" + String(repeating: " tail", count: 50)
    let lines = excerpt(text, "错", width: 40)
    #expect(
      lines == ["1 | …申请材料申请材料错 tail tail tail …", "  |                  ^^"])
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 40 })
    let start = excerpt("start: " + text, "start", width: 40)
    #expect(start == ["1 | start: note: 申请材料申请材料申请…", "  | ^^^^^"])
    let all = excerpt(text, text, width: 40)
    #expect(all.allSatisfy { DisplayWidth.of($0) <= 40 })
    #expect(all[0].hasPrefix("1 | note: 申请材料") && all[0].hasSuffix("…"))
    #expect(all[1].hasPrefix("  | ^^^^^^"))
  }

  @Test func oneMegabyteLine() {
    let middle = String(repeating: "表", count: 180_000)
    let text = middle + "错" + middle
    let clock = ContinuousClock()
    let time = clock.measure {
      let lines = excerpt(text, "错", width: 60)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= 60 })
      #expect(lines[0].contains("表错表") && lines[0].hasPrefix("1 | …表"))
    }
    #expect(time < .seconds(3))
    let combining = "a" + String(repeating: "\u{301}", count: 500_000) + "b"
    #expect(excerpt(combining, "b", width: 40)[1].hasSuffix("^"))
  }

  @Test func rangesInsideAScalarUnderlineAllOfIt() {
    let report = SampleReport.single(Array("a表b".utf8), SourceRange(2, 3))
    #expect(SampleReport.text(report)[2...3] == ["1 | a表b", "  |  ^^"])
  }

  @Test func rangesAtTheEdges() {
    func lines(_ text: String, _ range: SourceRange) -> [String] {
      Array(SampleReport.text(SampleReport.single(Array(text.utf8), range))[1...3])
    }
    #expect(lines("ab", SourceRange(2, 2)) == [" --> f.yaml:1:3", "1 | ab", "  |   ^"])
    #expect(lines("ab\n", SourceRange(3, 3)) == [" --> f.yaml:2:1", "2 | ", "  | ^"])
    #expect(lines("ab", SourceRange(90, 99)) == [" --> f.yaml:1:3", "1 | ab", "  |   ^"])
    #expect(lines("ab\r\ncd", SourceRange(2, 4)) == [" --> f.yaml:1:3", "1 | ab", "  |   ^"])
    #expect(lines("", SourceRange(0, 0))[0...1] == [" --> f.yaml:1:1", ""])
    let several = SampleReport.text(SampleReport.single(Array("a: b\nc: d\ne".utf8), SourceRange(3, 9)))
    #expect(several[2...4] == ["1 | a: b", "  |    ^", "  = goes on to line 2"])
  }

  @Test func invalidUTF8IsShownAsReplacement() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE4, 0xBD, 0x62, 0x3A, 0x20, 0x78]
    let lines = SampleReport.text(SampleReport.single(bytes, SourceRange(7, 8)))
    #expect(lines[2...3] == ["1 | a\u{FFFD}\u{FFFD}b: x", "  |       ^"])
  }

  @Test func anyBytesAndAnyRange() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = ["a", "表", "😀", "\u{200D}", "\u{FE0F}", "e\u{301}", "\t", "\n", "\r", "\u{1B}", " ", "\u{FEFF}"]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<random(300) {
        if random(8) == 0 { bytes.append(UInt8(random(256))) } else { bytes += pieces[random(pieces.count)].utf8 }
      }
      let start = random(bytes.count + 3)
      let range = SourceRange(start..<start + random(60))
      let width = 40 + random(80)
      let file = LocatedFile(SourceFile(path: "f", bytes: bytes))
      let excerpt = SourceExcerpt(of: range, in: file, width: width)
      #expect(DisplayWidth.of(excerpt.text) <= width)
      #expect(excerpt.underline >= 1)
      #expect(excerpt.indent + excerpt.underline <= width + 1)
      #expect(excerpt.line == file.line(at: UInt32(min(start, bytes.count))))
      #expect(!SampleReport.render(SampleReport.single(bytes, range), as: .json).isEmpty)
    }
  }

  @Test func nothingFromADocumentSteersTheTerminal() {
    let evil = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}\u{2066}\u{85}\u{200B}"
    let source = Array("name: \(evil)\r\n".utf8)
    var report = SampleReport.single(source, SourceRange(6, 12), message: evil, file: "a\(evil).yaml")
    report.diagnostics[0].rule = evil
    report.diagnostics[0].remedy = LocalizedText(zh: evil, en: evil)
    report.diagnostics[0].document = DocumentName(kind: evil, id: evil)
    report.diagnostics[0].related = [Label(range: SourceRange(0, 4), text: LocalizedText(zh: evil, en: evil))]
    var waived = report.diagnostics[0]
    waived.state = .waived
    waived.acceptance = Acceptance(kind: .suppression, reason: evil, file: evil)
    report.diagnostics.append(waived)
    for language in Language.allCases {
      let output = SampleReport.render(report, as: .text, language: language)
      for scalar in String(decoding: output, as: UTF8.self).unicodeScalars where scalar != "\n" {
        #expect(VisibleText.replacement(for: scalar) == nil)
      }
    }
  }

  @Test func explanationsComeOncePerRuleAndFile() {
    let base = SampleReport.full.diagnostics[3]
    var elsewhere = base
    elsewhere.file = "items/z.yaml"
    let copy = SourceFile(path: "items/z.yaml", bytes: Array(SampleReport.company.utf8))
    let report = SampleReport.report([base, base, base, elsewhere, elsewhere], extra: [copy])
    let lines = SampleReport.text(report)
    #expect(lines.filter { $0.contains("= why: ") }.count == 2)
    #expect(lines.filter { $0.contains("= how to fix: ") }.count == 2)
    #expect(lines.filter { $0.contains("= source: ") }.count == 4)
    #expect(lines.filter { $0.hasPrefix("error[material-duplicate]") }.count == 5)
  }

  @Test func manyRelatedPlacesAreCounted() {
    var diagnostic = SampleReport.full.diagnostics[2]
    diagnostic.related = Array(repeating: diagnostic.related[1], count: 105)
    let lines = SampleReport.text(SampleReport.report([diagnostic]))
    #expect(lines.filter { $0.contains("::: ") }.count == 5)
    #expect(lines.contains("  = 100 more places"))
  }

  @Test func coloursOnlyWhenAskedFor() {
    for language in Language.allCases {
      let plain = SampleReport.text(SampleReport.full, language: language)
      let coloured = SampleReport.text(SampleReport.full, language: language, color: true)
      #expect(!plain.joined().utf8.contains(0x1B))
      #expect(coloured.joined().utf8.contains(0x1B))
      var stripped = coloured.joined(separator: "\n")
      while let start = stripped.range(of: "\u{1B}["), let end = stripped[start.upperBound...].firstIndex(of: "m") {
        stripped.removeSubrange(start.lowerBound...end)
      }
      #expect(stripped == plain.joined(separator: "\n"))
    }
  }

  @Test func narrowTerminals() {
    for width in [0, 20, 40, 55] {
      for language in Language.allCases {
        for line in SampleReport.text(SampleReport.full, language: language, width: width) {
          // A path or an address is one word and is not broken.
          if line.contains("://") || line.contains("-->") || line.contains(":::") { continue }
          // The head names severity, rule and state, whatever its length.
          if line.contains("[material-copies-over-one]") { continue }
          #expect(DisplayWidth.of(line) <= max(40, width))
        }
      }
    }
  }

  @Test func missingTextLeavesOutTheLine() {
    var report = SampleReport.single([], SourceRange(0, 0), file: "gone.yaml")
    report.sources = [:]
    #expect(SampleReport.text(report)[0...2] == ["error[yaml-syntax]: m", " --> gone.yaml", ""])
  }

  @Test func verdicts() {
    var waivedOnly = SampleReport.report([SampleReport.full.diagnostics[1]])
    #expect(
      SampleReport.text(waivedOnly).suffix(4).dropLast() == [
        "No findings.", "Besides: 1 waived.", "Checked 2 files with 2 documents against 4 rules.",
      ])
    waivedOnly.isComplete = false
    #expect(
      SampleReport.text(waivedOnly).suffix(4).dropLast() == [
        "Besides: 1 waived.", "Checked 2 files with 2 documents against 4 rules.",
        "This run is incomplete: its result is not a verdict.",
      ])
    let full = SampleReport.text(SampleReport.full, language: .zh)
    #expect(full.contains("发现 3 个错误。"))
    #expect(full.contains("另有 1 条已豁免、1 条未能判断。"))
  }

  @Test func formatsAreReadFromTheirTokens() {
    #expect(ReportFormat(token: "json") == .json)
    #expect(ReportFormat(token: "text") == .text)
    #expect(ReportFormat(token: "JSON") == nil)
    let tokens = ["text", "json", "sarif", "junit", "checkstyle", "github", "gitlab", "markdown", "csv", "html"]
    #expect(ReportFormat.allCases.map(\.token) == tokens)
  }
}
