/// A text whose mark lines (`#~ ^^^ rule-id`) say where diagnostics are expected.
///
/// A mark line speaks of the nearest line above that is no mark line. Its carets stand under code points; `#~ line id`
/// expects a diagnostic that begins at the line's first character that is no blank, wherever it ends: carets cannot
/// stand under the first two columns. Mark lines are taken out before the text is read.
package struct MarkedText: Hashable, Sendable {
  /// One expected diagnostic.
  package struct Mark: Hashable, Sendable {
    /// Line in the text without mark lines, from 1.
    package var line: Int
    /// Code points of that line that are underlined, from 1; a longer range ends with its first line.
    package var columns: Range<Int>
    /// Whether only the beginning counts.
    package var isOpen: Bool
    /// Rule id.
    package var rule: String

    /// Expects a diagnostic.
    package init(line: Int, columns: Range<Int>, rule: String, isOpen: Bool = false) {
      self.isOpen = isOpen
      self.line = line
      self.columns = columns
      self.rule = rule
    }

    /// Whether a diagnostic at exactly `found` is what the mark expects.
    func expects(_ found: Mark) -> Bool {
      line == found.line && rule == found.rule && columns.lowerBound == found.columns.lowerBound
        && (isOpen || columns == found.columns)
    }
  }

  /// The text without its mark lines.
  package private(set) var text: String
  /// The marks, in the order written.
  package private(set) var marks: [Mark]
  /// Mark lines that cannot be read: no line above, no carets, no id.
  package private(set) var faulty: [String]

  /// Splits a text from its marks.
  package init(_ source: String) {
    marks = []
    faulty = []
    var lines: [Substring] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop { $0 == " " }
      guard content.utf8.starts(with: "#~".utf8) else {
        lines.append(line)
        continue
      }
      guard let above = lines.last, let mark = MarkedText.mark(line, under: above, number: lines.count) else {
        faulty.append(String(content))
        continue
      }
      marks.append(mark)
    }
    text = lines.joined(separator: "\n")
  }

  private static func mark(_ line: Substring, under above: Substring, number: Int) -> Mark? {
    let scalars = Array(line.unicodeScalars)
    guard let hash = scalars.firstIndex(of: "#") else { return nil }
    let rest = scalars[(hash + 2)...]
    let words = String(String.UnicodeScalarView(rest)).split(separator: " ")
    guard words.count == 2, let rule = words.last.map(String.init) else { return nil }
    if words[0] == "line" {
      let target = Array(above.unicodeScalars)
      guard let first = target.firstIndex(where: { $0 != " " }) else { return nil }
      return Mark(line: number, columns: first + 1..<target.count + 1, rule: rule, isOpen: true)
    }
    guard words[0].allSatisfy({ $0 == "^" }), let caret = rest.firstIndex(of: "^") else { return nil }
    return Mark(line: number, columns: caret + 1..<caret + 1 + words[0].unicodeScalars.count, rule: rule)
  }
}
