internal import Encoding

/// The difference of two texts as `diff -u` and `patch` write it.
package enum UnifiedDiff {
  /// Lines shown around a change.
  private static let context = 3

  /// The difference; empty where the texts are the same.
  package static func text(_ path: String, from before: [UInt8], to after: [UInt8], color: Bool = false) -> [UInt8] {
    let changes = changes(lines(before), lines(after))
    guard changes.contains(where: { $0.mark != " " }) else { return [] }
    var output: [UInt8] = []
    func write(_ text: String, _ style: TextStyle) {
      output += Array((style.apply(to: text, color: color) + "\n").utf8)
    }
    let isRelative = path.utf8.first != UInt8(ascii: "/") && !path.utf8.starts(with: "../".utf8)
    let name = VisibleText.line(path)
    write("--- " + (isRelative ? "a/" : "") + name, .strong)
    write("+++ " + (isRelative ? "b/" : "") + name, .strong)
    for hunk in hunks(changes) {
      write(header(changes, hunk), .info)
      for change in changes[hunk] { append(change, to: &output, color: color) }
    }
    return output
  }

  /// One line of the difference.
  private struct Change {
    /// A blank, `-` or `+`.
    var mark: Character
    /// The line with its break.
    var line: ArraySlice<UInt8>
    /// Lines of the old and the new text above it.
    var position: (old: Int, new: Int)
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func changes(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Change] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var changes: [Change] = []
    var place = (old: 0, new: 0)
    while place.old < old.count || place.new < new.count {
      if removed.contains(place.old), place.old < old.count {
        changes.append(Change(mark: "-", line: old[place.old], position: place))
        place.old += 1
      } else if inserted.contains(place.new), place.new < new.count {
        changes.append(Change(mark: "+", line: new[place.new], position: place))
        place.new += 1
      } else {
        guard place.old < old.count, place.new < new.count else { break }
        changes.append(Change(mark: " ", line: old[place.old], position: place))
        place = (place.old + 1, place.new + 1)
      }
    }
    return changes
  }

  /// Stretches of changed lines with those around them; neighbours that touch are one.
  private static func hunks(_ changes: [Change]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in changes.indices where changes[index].mark != " " {
      let range = max(0, index - context)..<min(changes.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func header(_ changes: [Change], _ hunk: Range<Int>) -> String {
    let first = changes[hunk.lowerBound].position
    func range(_ start: Int, _ mark: Character) -> String {
      let count = changes[hunk].count { $0.mark == " " || $0.mark == mark }
      // An empty stretch is named by the line above it.
      return "\(count == 0 ? start : start + 1)" + (count == 1 ? "" : ",\(count)")
    }
    return "@@ -\(range(first.old, "-")) +\(range(first.new, "+")) @@"
  }

  /// Appends a line byte by byte, as `patch` needs it; in colour, with nothing in it that a terminal obeys.
  private static func append(_ change: Change, to output: inout [UInt8], color: Bool) {
    let isWhole = change.line.last == 0x0A
    let text = isWhole ? change.line.dropLast() : change.line
    if color {
      let style: TextStyle = change.mark == "-" ? .error : change.mark == "+" ? .success : .plain
      let shown = VisibleText.line(String(decoding: text, as: UTF8.self))
      output += Array(style.apply(to: String(change.mark) + shown, color: true).utf8)
    } else {
      output += Array(String(change.mark).utf8) + text
    }
    output.append(0x0A)
    if !isWhole { output += Array("\\ No newline at end of file\n".utf8) }
  }
}
