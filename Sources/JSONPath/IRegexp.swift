import Diagnostics
import SourceText
import TextPatterns

/// Translates the interoperable regular expressions of RFC 9485 into RE2's syntax.
///
/// Only what the RFC's grammar allows passes; a pattern outside it matches nothing, as RFC 9535 demands. `^` and `$`
/// are passed on as anchors, which is what the mappings of RFC 9485 section 5 and the public test suite do with them.
struct IRegexp {
  /// Why a text is no I-Regexp.
  struct Fault: Error {
    /// The reason, for the end of a message.
    let reason: LocalizedText
  }

  /// The cursor over the pattern.
  private var scanner: PathScanner
  /// RE2's form of what was read.
  private var output: [UInt8] = []
  /// Groups that are open.
  private var depth = 0

  /// Starts at the beginning of a pattern.
  private init(_ source: String) { scanner = PathScanner(source) }

  /// Translates and compiles a pattern.
  static func compile(_ source: String) -> Result<TextPattern, Fault> {
    var translator = IRegexp(source)
    do throws(Fault) {
      try translator.translate()
      let translated = String(decoding: translator.output, as: UTF8.self)
      do throws(TextPattern.Failure) {
        return .success(try TextPattern(translated, maxMemory: 4 << 20))
      } catch {
        return .failure(Fault(reason: Messages.patternRefused(error.reason)))
      }
    } catch {
      return .failure(error)
    }
  }

  /// Translates branches, groups and quantifiers.
  // A loop instead of recursion: nesting needs no more than a count.
  private mutating func translate() throws(Fault) {
    var canRepeat = false
    while let byte = scanner.current {
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        emit("(?:")
        canRepeat = false
      case UInt8(ascii: ")"):
        guard depth > 0 else { throw unexpected() }
        depth -= 1
        emit(")")
        canRepeat = true
      case UInt8(ascii: "|"):
        emit("|")
        canRepeat = false
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
        guard canRepeat else { throw unexpected() }
        output.append(byte)
        canRepeat = false
      case UInt8(ascii: "{"):
        guard canRepeat else { throw unexpected() }
        try translateRange()
        canRepeat = false
        continue
      case UInt8(ascii: "]"), UInt8(ascii: "}"): throw unexpected()
      default:
        try translateAtom(byte)
        canRepeat = true
        continue
      }
      scanner.position += 1
    }
    guard depth == 0 else { throw Fault(reason: Messages.patternUnclosed("(")) }
  }

  /// Translates one character, class or escape outside brackets.
  private mutating func translateAtom(_ byte: UInt8) throws(Fault) {
    switch byte {
    case UInt8(ascii: "."):
      scanner.position += 1
      emit("[^\\n\\r]")
    case UInt8(ascii: "["): try translateClass()
    case UInt8(ascii: "\\"):
      if let category = try categoryEscape() {
        emit(category.outside)
      } else {
        output += try characterEscape()
      }
    default:
      scanner.position += 1
      output.append(byte)
    }
  }

  /// Copies `{n}`, `{n,}` or `{n,m}`, which RE2 writes alike.
  private mutating func translateRange() throws(Fault) {
    let start = scanner.position
    scanner.position += 1
    guard let first = scanner.current, isDigit(first) else { throw unexpected() }
    while let byte = scanner.current, isDigit(byte) { scanner.position += 1 }
    if scanner.take(",") {
      while let byte = scanner.current, isDigit(byte) { scanner.position += 1 }
    }
    guard scanner.take("}") else { throw unexpected() }
    output += scanner.bytes[start..<scanner.position]
  }

  /// Translates `[…]`; within it `[` and a `-` between members are not allowed without a backslash.
  private mutating func translateClass() throws(Fault) {
    scanner.position += 1
    emit("[")
    // `[^]` is the class of the one character `^`.
    if scanner.current == UInt8(ascii: "^"), scanner.following != UInt8(ascii: "]") {
      scanner.position += 1
      emit("^")
    }
    var isEmpty = true
    if scanner.take("-") {
      emit("\\-")
      isEmpty = false
    }
    while let byte = scanner.current, byte != UInt8(ascii: "]") {
      if scanner.take("-") {
        guard scanner.current == UInt8(ascii: "]") else { throw unexpected() }
        emit("\\-")
        break
      }
      isEmpty = false
      if byte == UInt8(ascii: "\\"), let category = try categoryEscape() {
        guard let inside = category.inside else {
          throw Fault(reason: Messages.patternCategory(category.name))
        }
        emit(inside)
        continue
      }
      output += try classCharacter()
      if scanner.current == UInt8(ascii: "-"), scanner.following != UInt8(ascii: "]") {
        scanner.position += 1
        emit("-")
        output += try classCharacter()
      }
    }
    guard scanner.current != nil else { throw Fault(reason: Messages.patternUnclosed("[")) }
    guard !isEmpty else { throw unexpected() }
    scanner.position += 1
    emit("]")
  }

  /// Reads one member of a class, escaped so that RE2 takes it literally.
  private mutating func classCharacter() throws(Fault) -> [UInt8] {
    guard let byte = scanner.current, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]"), byte != UInt8(ascii: "-")
    else { throw unexpected() }
    if byte == UInt8(ascii: "\\") { return try characterEscape() }
    let character = scanner.characterRange(at: scanner.position).offsets
    scanner.position = character.upperBound
    // What is plain in I-Regexp's classes may be special in RE2's, such as `^` or `&&`.
    return isASCIIPunctuation(byte) ? [UInt8(ascii: "\\"), byte] : Array(scanner.bytes[character])
  }

  /// Reads `\` and one of the characters that the grammar lets it precede; RE2 reads these escapes alike.
  private mutating func characterEscape() throws(Fault) -> [UInt8] {
    let start = scanner.position
    scanner.position += 1
    switch scanner.current ?? 0 {
    case UInt8(ascii: "(")...UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "?"),
      UInt8(ascii: "[")...UInt8(ascii: "^"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"),
      UInt8(ascii: "{")...UInt8(ascii: "}"):
      scanner.position += 1
      return Array(scanner.bytes[start..<scanner.position])
    default:
      scanner.position = scanner.characterRange(at: scanner.position).offsets.upperBound
      throw Fault(reason: Messages.patternEscape(scanner.text(scanner.range(from: start))))
    }
  }

  /// Reads `\p{…}` or `\P{…}`; nil when another escape stands at the cursor.
  private mutating func categoryEscape() throws(Fault) -> UnicodeCategory? {
    guard let letter = scanner.following, letter | 0x20 == UInt8(ascii: "p") else { return nil }
    let start = scanner.position
    scanner.position += 2
    guard scanner.take("{") else { throw unexpected() }
    let name = scanner.position
    while let byte = scanner.current, byte != UInt8(ascii: "}") { scanner.position += 1 }
    let text = scanner.text(scanner.range(from: name))
    guard scanner.take("}"), let category = UnicodeCategory(text, isComplement: letter == UInt8(ascii: "P")) else {
      throw Fault(reason: Messages.patternCategory(scanner.text(scanner.range(from: start))))
    }
    return category
  }

  /// A fault for whatever stands at the cursor.
  private func unexpected() -> Fault {
    let range = scanner.characterRange(at: scanner.position)
    // At the end something is missing rather than wrong: the class, range or escape that was begun.
    return Fault(
      reason: range.isEmpty
        ? Messages.patternUnclosed(scanner.text(SourceRange(0..<scanner.bytes.count)))
        : Messages.patternUnexpected(scanner.text(range)))
  }

  /// Appends RE2 syntax.
  private mutating func emit(_ text: String) { output += text.utf8 }
}

/// A Unicode general category in RE2's terms.
struct UnicodeCategory {
  /// As the pattern calls it, such as `\p{Lu}`.
  let name: String
  /// What stands for it outside a bracketed class.
  let outside: String
  /// What stands for it inside one; nil where RE2 cannot say it there.
  let inside: String?

  /// The category of a one- or two-letter name; nil when RFC 9485 knows none of that name.
  init?(_ letters: String, isComplement: Bool) {
    let minor = [
      "L": "lmotu", "M": "cen", "N": "dlo", "P": "cdefios", "Z": "lps", "S": "ckmo", "C": "cfno",
    ]
    guard let major = letters.first, let known = minor[String(major)], letters.utf8.count <= 2 else { return nil }
    if letters.utf8.count == 2, let second = letters.last, !known.contains(second) { return nil }
    name = "\\\(isComplement ? "P" : "p"){\(letters)}"
    // RE2 has no category for unassigned characters, so it is what no other category holds.
    let assigned = "\\p{L}\\p{M}\\p{N}\\p{P}\\p{Z}\\p{S}"
    let others: String? = letters == "C" ? assigned : letters == "Cn" ? assigned + "\\p{C}" : nil
    if let others {
      outside = isComplement ? "[\(others)]" : "[^\(others)]"
      inside = isComplement ? others : nil
    } else {
      outside = name
      inside = name
    }
  }
}

/// Whether a byte is an ASCII character that RE2 takes literally after a backslash.
private func isASCIIPunctuation(_ byte: UInt8) -> Bool {
  byte > 0x20 && byte < 0x7F && !isDigit(byte) && !isNameFirst(byte)
}
