import Foundation
import TestSupport
import Testing

/// The marked places of a corpus, read back from the SARIF, the JSON and the text report of one run of the real binary.
@Suite struct RangeCorpusTests {
  /// The part of a SARIF log that this test reads.
  private struct Log: Decodable {
    struct Run: Decodable {
      var columnKind: String
      var results: [Result]
    }
    struct Result: Decodable {
      var ruleId: String
      var locations: [Location]
    }
    struct Location: Decodable { var physicalLocation: Physical }
    struct Physical: Decodable {
      var artifactLocation: Address
      var region: Region
    }
    struct Address: Decodable { var uri: String }
    struct Region: Decodable {
      var startLine, startColumn, endLine, endColumn, byteOffset, byteLength: Int
      var snippet: Snippet?
    }
    struct Snippet: Decodable { var text: String }
    var runs: [Run]
  }

  private func lint() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "guidelint.yaml": "root: true\nextends: [./rules/marks]\nfiles: {exclude: [\"rules/**\"]}\n"
    ])
    for (id, body) in RangeCorpus.rules {
      let head = "id: \(id)\nsummary: {zh: 标记, en: A mark.}\nseverity: error\nlevel: recommended\naspect: clarity\n"
      let tail =
        "\nmessage: {zh: 有标记, en: There is a mark.}\nwhy: {zh: 测试用。, en: For this test.}\n"
        + "remedy: {zh: 无。, en: None.}\nsources: []\nnote: {zh: 测试用。, en: For this test.}\nexamples: []\n"
      try folder.write(head + "for: ServiceItem\n" + body + tail, to: "rules/marks/\(id).yaml")
    }
    for marked in RangeCorpus.cases { try folder.write(Data(marked.bytes), to: "items/\(marked.name).yaml") }
    let outcome = try Guidelint("lint", "-f", "sarif=o.sarif", "-f", "json=o.json", "-f", "text=o.txt").in(folder).run()
    #expect(outcome.exitCode == 1, "\(outcome.everything)")
    return folder
  }

  @Test func theSameTextIsReadBackFromEveryReport() throws {
    #expect(RangeCorpus.cases.count >= 60)
    #expect(Set(RangeCorpus.cases.map(\.name)).count == RangeCorpus.cases.count)
    let folder = try lint()
    let sarif = try sarifRanges(folder)
    let json = try jsonRanges(folder)
    let text = try TextExcerpts(folder.text("o.txt") ?? "")
    for marked in RangeCorpus.cases {
      let file = "items/\(marked.name).yaml"
      let expected = marked.ranges
      #expect(!expected.isEmpty)
      #expect(show(sarif[file] ?? [], marked) == show(expected, marked), "SARIF, \(marked.name)")
      #expect(show(json[file] ?? [], marked) == show(expected, marked), "JSON, \(marked.name)")
      text.check(file, against: marked, expected)
    }
  }

  /// Ranges in a form in which a failure can be read.
  private func show(_ ranges: Set<Range<Int>>, _ marked: RangeCorpus.Case) -> [String] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.map { range in
      let bytes = marked.bytes
      guard range.upperBound <= bytes.count else { return "outside \(range)" }
      return "\(range.lowerBound): " + String(decoding: bytes[range], as: UTF8.self).debugDescription
    }
  }

  /// Ranges by lines and columns in UTF-16; offsets and snippet must name the same bytes.
  private func sarifRanges(_ folder: TemporaryFolder) throws -> [String: Set<Range<Int>>] {
    let log = try JSONDecoder().decode(Log.self, from: Data((folder.text("o.sarif") ?? "").utf8))
    var found: [String: Set<Range<Int>>] = [:]
    for run in log.runs {
      #expect(run.columnKind == "utf16CodeUnits")
      for result in run.results where result.ruleId.hasPrefix("mark-") {
        let place = result.locations[0].physicalLocation
        let (file, region) = (place.artifactLocation.uri, place.region)
        let bytes = Array(FileManager.default.contents(atPath: "\(folder.path)/\(file)") ?? Data())
        let lines = LineTable(bytes)
        let start = lines.offset(line: region.startLine, column: region.startColumn) { $0.utf16.count }
        let end = lines.offset(line: region.endLine, column: region.endColumn) { $0.utf16.count }
        #expect(start..<max(start, end) == region.byteOffset..<region.byteOffset + region.byteLength, "\(file)")
        #expect(region.snippet?.text == String(decoding: bytes[start..<max(start, end)], as: UTF8.self), "\(file)")
        found[file, default: []].insert(start..<max(start, end))
      }
    }
    return found
  }

  /// Ranges by lines and columns in code points; offsets must name the same bytes.
  private func jsonRanges(_ folder: TemporaryFolder) throws -> [String: Set<Range<Int>>] {
    let report = try JSONDecoder().decode(Report.self, from: Data((folder.text("o.json") ?? "").utf8))
    var found: [String: Set<Range<Int>>] = [:]
    for diagnostic in report.diagnostics where diagnostic.rule.hasPrefix("mark-") {
      let (file, range) = (diagnostic.file, diagnostic.range)
      let lines = LineTable(Array(FileManager.default.contents(atPath: "\(folder.path)/\(file)") ?? Data()))
      let start = lines.offset(line: range.start.line, column: range.start.column) { _ in 1 }
      let end = lines.offset(line: range.end.line, column: range.end.column) { _ in 1 }
      #expect(start..<max(start, end) == range.start.offset..<range.end.offset, "\(file)")
      found[file, default: []].insert(start..<max(start, end))
    }
    return found
  }
}

/// Lines of a file, found by other means than the linter's.
struct LineTable {
  /// Scalars of each line with the offset of each, and the offset of the line's end.
  private var lines: [(scalars: [(scalar: Unicode.Scalar, offset: Int)], end: Int)] = []

  init(_ bytes: [UInt8]) {
    var line: [(scalar: Unicode.Scalar, offset: Int)] = []
    var offset = 0
    var follows: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let length = String(scalar).utf8.count
      defer {
        offset += length
        follows = scalar
      }
      if scalar == "\u{FEFF}", offset == 0 { continue }
      if scalar == "\n", follows == "\r" { continue }
      guard scalar == "\n" || scalar == "\r" else {
        line.append((scalar, offset))
        continue
      }
      lines.append((line, offset))
      line = []
    }
    lines.append((line, offset))
  }

  /// The byte offset of a line and column; -1 where there is no such place.
  func offset(line: Int, column: Int, width: (String) -> Int) -> Int {
    guard lines.indices.contains(line - 1) else { return -1 }
    var left = column - 1
    for (scalar, offset) in lines[line - 1].scalars {
      if left == 0 { return offset }
      left -= width(String(scalar))
    }
    return left == 0 ? lines[line - 1].end : -1
  }

  /// Line and column in code points of an offset inside the file.
  func place(of offset: Int) -> (line: Int, column: Int) {
    for (index, line) in lines.enumerated() where offset <= line.end {
      return (index + 1, line.scalars.count { $0.offset < offset } + 1)
    }
    return (lines.count, 1)
  }
}
