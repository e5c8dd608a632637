/// Reads from a pattern what its matches begin with, as far as that is written in plain letters.
struct PatternPrefixes {
  private static let deepest = 16
  private static let most = 1024

  /// What a part of a pattern begins with.
  private struct Beginning {
    /// Every match begins with one of these.
    var prefixes: [[UInt8]] = [[]]
    /// Whether more than these bytes may belong to the part, so that nothing can be appended.
    var isOpen = false
  }

  private let text: [UInt8]
  private var position = 0
  // Set by what changes the meaning of letters, or is not understood.
  private var isUnknown = false

  private init(_ pattern: String) { text = Array(pattern.utf8) }

  /// Beginnings of which every match of a pattern has one; a single empty one where nothing is known.
  static func of(_ pattern: String) -> [[UInt8]] {
    var reader = PatternPrefixes(pattern)
    let beginning = reader.alternatives(depth: 0)
    // A bracket that is left over makes the pattern wrong.
    if reader.isUnknown || reader.position < reader.text.count { return [[]] }
    return beginning.prefixes
  }

  /// Alternatives up to a closing bracket or the end.
  private mutating func alternatives(depth: Int) -> Beginning {
    var joined = Beginning(prefixes: [])
    while true {
      let branch = branch(depth: depth)
      joined.prefixes += branch.prefixes
      joined.isOpen = joined.isOpen || branch.isOpen
      if joined.prefixes.count > PatternPrefixes.most { isUnknown = true }
      guard !isUnknown, position < text.count, text[position] == UInt8(ascii: "|") else { return joined }
      position += 1
    }
  }

  /// A sequence up to a bar, a closing bracket or the end.
  private mutating func branch(depth: Int) -> Beginning {
    var beginning = Beginning()
    while position < text.count, !isUnknown {
      let byte = text[position]
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ")") { break }
      let piece = piece(depth: depth)
      let isOptional = isOptionalNext()
      let isRepeated = position < text.count && text[position] == UInt8(ascii: "+")
      if beginning.isOpen { continue }
      guard !isOptional, piece.prefixes.count * beginning.prefixes.count <= PatternPrefixes.most else {
        beginning.isOpen = true
        continue
      }
      beginning.prefixes = beginning.prefixes.flatMap { first in piece.prefixes.map { first + $0 } }
      beginning.isOpen = piece.isOpen || isRepeated
    }
    return beginning
  }

  /// Whether what was just read may be missing, by the sign behind it.
  private func isOptionalNext() -> Bool {
    guard position < text.count else { return false }
    return [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "{")].contains(text[position])
  }

  /// One letter, group, class or sign.
  private mutating func piece(depth: Int) -> Beginning {
    let byte = text[position]
    position += 1
    switch byte {
    case UInt8(ascii: "("): return group(depth: depth)
    case UInt8(ascii: "["):
      skipClass()
      return Beginning(isOpen: true)
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "?"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "]"):
      return Beginning(isOpen: true)
    default:
      var letter = [byte]
      while position < text.count, text[position] & 0xC0 == 0x80 {
        letter.append(text[position])
        position += 1
      }
      return Beginning(prefixes: [letter])
    }
  }

  /// A group, behind its opening bracket.
  private mutating func group(depth: Int) -> Beginning {
    if position < text.count, text[position] == UInt8(ascii: "?") {
      // Other groups than (?:…) set flags or have names.
      guard position + 1 < text.count, text[position + 1] == UInt8(ascii: ":") else {
        isUnknown = true
        return Beginning(isOpen: true)
      }
      position += 2
    }
    guard depth < PatternPrefixes.deepest else {
      isUnknown = true
      return Beginning(isOpen: true)
    }
    let beginning = alternatives(depth: depth + 1)
    guard position < text.count, text[position] == UInt8(ascii: ")") else {
      isUnknown = true
      return Beginning(isOpen: true)
    }
    position += 1
    return beginning
  }

  /// What stands behind a backslash: a sign means itself, a letter something else.
  private mutating func escape() -> Beginning {
    guard position < text.count, text[position] != UInt8(ascii: "Q") else {
      isUnknown = true
      return Beginning(isOpen: true)
    }
    let byte = text[position]
    position += 1
    let isLetter = byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
    return isLetter || byte >= 0x80 ? Beginning(isOpen: true) : Beginning(prefixes: [[byte]])
  }

  /// Passes over a class, behind its opening bracket.
  private mutating func skipClass() {
    if position < text.count, text[position] == UInt8(ascii: "^") { position += 1 }
    // A closing bracket in the first place means itself.
    if position < text.count, text[position] == UInt8(ascii: "]") { position += 1 }
    while position < text.count, text[position] != UInt8(ascii: "]") {
      if text[position] == UInt8(ascii: "[") || text[position] == UInt8(ascii: "\\"), position + 1 < text.count {
        let next = text[position + 1]
        // [:alpha:] and \Q have brackets of their own.
        if text[position] == UInt8(ascii: "["), next == UInt8(ascii: ":") { isUnknown = true }
        if text[position] == UInt8(ascii: "\\") {
          if next == UInt8(ascii: "Q") { isUnknown = true }
          position += 1
        }
      }
      position += 1
    }
    position += 1
    if position > text.count { isUnknown = true }
  }
}
