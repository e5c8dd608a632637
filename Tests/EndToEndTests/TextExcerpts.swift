import Testing

/// What a text report underlines, read as a person reads it: by the marks below the line.
struct TextExcerpts {
  /// One diagnostic.
  private struct Excerpt: Hashable {
    var line: Int
    var column: Int
    var underlined: String
    var lastLine: Int?
  }

  private var excerpts: [String: Set<Excerpt>] = [:]

  /// Reads the diagnostics of the corpus' rules.
  init(_ report: String) throws {
    for block in report.split(separator: "\n\n") {
      let lines = block.split(separator: "\n").map(String.init)
      guard lines.count >= 4, lines[0].hasPrefix("error[mark-") else { continue }
      let at = try #require(lines.firstIndex { $0.drop { $0 == " " }.hasPrefix("--> ") })
      let words = lines[at].drop { $0 == " " }.dropFirst(4).split(separator: " ")
      let place = try #require(words.first).split(separator: ":").map(String.init)
      let source = lines[at + 1].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let marks = lines[at + 2].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      try #require(place.count == 3 && source.count == 2 && marks.count == 2, "\(block)")
      let start = marks[1].dropFirst().prefix { $0 == " " }.count
      let count = marks[1].count { $0 == "^" }
      let more = lines.first { $0.hasSuffix("goes on to line \($0.split(separator: " ").last ?? "")") }
      let excerpt = Excerpt(
        line: Int(place[1]) ?? 0, column: Int(place[2]) ?? 0,
        underlined: Self.columns(start..<start + count, of: String(source[1].dropFirst())),
        lastLine: more?.split(separator: " ").last.flatMap { Int($0) })
      excerpts[place[0], default: []].insert(excerpt)
    }
  }

  /// Compares what is underlined with the marked ranges of a file.
  func check(_ file: String, against marked: RangeCorpus.Case, _ ranges: Set<Range<Int>>) {
    let table = LineTable(marked.bytes)
    let expected = ranges.map { range in
      let place = table.place(of: range.lowerBound)
      let text = String(decoding: marked.bytes[range], as: UTF8.self)
      let parts = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let first = String(parts[0]).replacing("\t", with: "    ")
      let last = table.place(of: range.upperBound).line
      return Excerpt(
        line: place.line, column: place.column, underlined: first, lastLine: last > place.line ? last : nil)
    }
    let found = excerpts[file] ?? []
    #expect(found == Set(expected), "text, \(marked.name)")
  }

  /// The part of a line that stands in some columns of a terminal.
  private static func columns(_ range: Range<Int>, of line: String) -> String {
    var part = String.UnicodeScalarView()
    var column = 0
    var previous: Unicode.Scalar = " "
    var isFlagOpen = false
    for scalar in line.unicodeScalars {
      var width = width(of: scalar)
      if previous == "\u{200D}" { width = 0 }
      if (0x1F1E6...0x1F1FF).contains(scalar.value) {
        width = isFlagOpen ? 0 : 2
        isFlagOpen.toggle()
      }
      // A mark without columns belongs to what stands before it.
      let at = width == 0 ? column - 1 : column
      if range.contains(at) { part.append(scalar) }
      column += width
      previous = scalar
    }
    return String(part)
  }

  /// Columns of a scalar by itself, for the characters of the corpus.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200D, 0xFE0F, 0x1F3FB...0x1F3FF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
