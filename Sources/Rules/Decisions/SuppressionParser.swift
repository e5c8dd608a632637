import Diagnostics
import SourceText

/// Reads one comment from its bytes.
struct SuppressionParser {
  private let bytes: [UInt8]
  private let hash: Int
  /// After the last character of the line that is no blank.
  private let end: Int

  /// Prepares to read the comment whose `#` is at `hash`.
  init(_ bytes: [UInt8], hash: Int) {
    self.bytes = bytes
    self.hash = hash
    var end = hash
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while SuppressionScan.isBlank(bytes[end - 1]) { end -= 1 }
    self.end = end
  }

  /// What the comment says, or what is wrong with it.
  func parse() -> Result<SuppressionComment, SuppressionFault> {
    var index = skipBlanks(hash + 1) + SuppressionScan.word.utf8CodeUnitCount
    let colon = SuppressionScan.colonLength(at: index, in: bytes)
    guard colon == 1 else { return fault(index, index + colon, Messages.suppressionColon) }
    index = skipBlanks(index + 1)
    let verbEnd = wordEnd(index)
    let verb = text(index, verbEnd)
    guard !verb.isEmpty else { return fault(hash, end, Messages.suppressionEmpty) }
    guard let reach = SuppressionComment.Reach(rawValue: verb) else {
      return fault(index, verbEnd, Messages.suppressionVerb(verb))
    }
    let start = skipBlanks(verbEnd)
    guard let dashes = separator(from: start) else { return withoutSeparator(start) }
    let listEnd = trimmed(start, dashes)
    guard start < listEnd else { return fault(index, verbEnd, Messages.suppressionWithoutRule(verb)) }
    guard skipBlanks(dashes + 2) < end else { return fault(dashes, end, Messages.suppressionWithoutReason) }
    return names(start, listEnd).map { names in
      SuppressionComment(
        reach: reach, names: names, reason: text(skipBlanks(dashes + 2), end), range: SourceRange(hash..<end))
    }
  }

  /// Splits the list of rules at its commas.
  private func names(_ start: Int, _ end: Int) -> Result<[SuppressionComment.Name], SuppressionFault> {
    var names: [SuppressionComment.Name] = []
    var index = start
    while index <= end {
      let comma = (index..<end).first { bytes[$0] == UInt8(ascii: ",") } ?? end
      let first = min(skipBlanks(index), comma)
      let last = trimmed(first, comma)
      guard first < last else { return fault(start, end, Messages.suppressionList) }
      if let bad = (first..<last).first(where: { !isNameByte(bytes[$0]) }) {
        return fault(bad, characterEnd(bad), Messages.suppressionName(text(first, last)))
      }
      names.append(SuppressionComment.Name(text: text(first, last), range: SourceRange(first..<last)))
      index = comma + 1
    }
    return .success(names)
  }

  /// Where `--` stands between blanks; a reason may follow it at once.
  private func separator(from start: Int) -> Int? {
    guard start + 1 < end else { return nil }
    return (start..<end - 1).first { index in
      bytes[index] == UInt8(ascii: "-") && bytes[index + 1] == UInt8(ascii: "-")
        && SuppressionScan.isBlank(bytes[index - 1])
    }
  }

  /// Says whether the dashes are missing or only of another kind.
  private func withoutSeparator(_ start: Int) -> Result<SuppressionComment, SuppressionFault> {
    var index = start
    while index < end {
      // U+2013 and U+2014, which office software makes of two hyphens, and the full-width hyphen.
      let isDash =
        bytes[index...].starts(with: [0xE2, 0x80]) && index + 2 < end && (0x93...0x94).contains(bytes[index + 2])
      let isWide = bytes[index...].starts(with: [0xEF, 0xBC, 0x8D])
      if isDash || isWide {
        var last = index
        while last + 2 < end, bytes[last...].starts(with: bytes[index..<index + 3]) { last += 3 }
        return fault(index, last, Messages.suppressionDashes(text(index, last)))
      }
      index += 1
    }
    return fault(hash, end, Messages.suppressionWithoutReason)
  }

  private func fault<Value>(_ start: Int, _ end: Int, _ message: LocalizedText) -> Result<Value, SuppressionFault> {
    .failure(SuppressionFault(range: SourceRange(start..<end), message: message))
  }

  private func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  private func skipBlanks(_ start: Int) -> Int {
    var index = start
    while index < end, SuppressionScan.isBlank(bytes[index]) { index += 1 }
    return index
  }

  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var index = end
    while index > start, SuppressionScan.isBlank(bytes[index - 1]) { index -= 1 }
    return index
  }

  private func wordEnd(_ start: Int) -> Int {
    var index = start
    while index < end, !SuppressionScan.isBlank(bytes[index]) { index += 1 }
    return index
  }

  private func characterEnd(_ start: Int) -> Int {
    var index = start + 1
    while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-_*?[]".utf8.contains(byte)
    }
  }
}

/// What is wrong with the form of a comment.
struct SuppressionFault: Error {
  /// What is underlined.
  var range: SourceRange
  /// What is wrong, and what to write.
  var message: LocalizedText

  /// The fault as a diagnostic.
  var diagnostic: Diagnostic {
    Diagnostic(
      id: "suppression-malformed", message: message, range: range, remedy: Messages.suppressionForm)
  }
}
