package import Diagnostics
import SourceText

/// The fixes of one file that are applied together.
package struct FixSelection: Sendable {
  /// The diagnostics that are repaired, in the order in which their fixes begin.
  package private(set) var diagnostics: [ReportedDiagnostic] = []
  /// All edits, in order of range.
  package private(set) var edits: [Edit] = []

  /// Chooses among the diagnostics of one file that have a fix.
  ///
  /// Fixes are taken in the order of their first byte, then of their rule; one that meets another waits for the next
  /// pass, and so does one that deletes lines next to deleted ones: whether a list is left empty shows only then.
  package init(_ candidates: [ReportedDiagnostic], in bytes: [UInt8], limit: Int = .max) {
    let ordered = candidates.enumerated().sorted { left, right in
      let places = (FixSelection.start(left.element), FixSelection.start(right.element))
      if places.0 != places.1 { return places.0 < places.1 }
      if left.element.rule != right.element.rule {
        return left.element.rule.utf8.lexicographicallyPrecedes(right.element.rule.utf8)
      }
      return left.offset < right.offset
    }
    for (_, candidate) in ordered where diagnostics.count < limit {
      guard let own = candidate.fix?.edits, !own.isEmpty, own.allSatisfy({ Int($0.range.end) <= bytes.count }),
        !own.contains(where: { edit in edits.contains { FixSelection.meet($0, edit, in: bytes) } })
      else { continue }
      diagnostics.append(candidate)
      edits += own
    }
    edits.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  /// The file with all edits made.
  package func apply(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var position = 0
    for edit in edits {
      result += bytes[position..<Int(edit.range.start)]
      result += Array(edit.replacement.utf8)
      position = Int(edit.range.end)
    }
    return result + bytes[position...]
  }

  private static func start(_ diagnostic: ReportedDiagnostic) -> UInt32 {
    diagnostic.fix?.edits.first?.range.start ?? 0
  }

  /// Whether two edits cannot be made together.
  private static func meet(_ left: Edit, _ right: Edit, in bytes: [UInt8]) -> Bool {
    let (first, second) = left.range.start <= right.range.start ? (left, right) : (right, left)
    if first.range.end > second.range.start { return true }
    let isInsertion = first.range.isEmpty || second.range.isEmpty
    if first.range.end == second.range.start, isInsertion { return true }
    guard first.replacement.isEmpty, second.replacement.isEmpty, !isInsertion else { return false }
    return isBlankOrComment(bytes[Int(first.range.end)..<Int(second.range.start)])
  }

  /// Whether a stretch holds nothing but blanks, line breaks and lines of comment.
  private static func isBlankOrComment(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isComment = false
    for byte in bytes {
      switch byte {
      case 0x0A, 0x0D: isComment = false
      case 0x20, 0x09: break
      case UInt8(ascii: "#"): isComment = true
      default: if !isComment { return false }
      }
    }
    return true
  }
}
