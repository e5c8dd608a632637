/// A path pattern in gitignore syntax, matched on UTF-8 bytes against `/`-separated paths relative to its own folder.
///
/// `*` and `?` stop at `/`, `**` does not; a pattern with a `/` before its end is anchored at the folder; one that
/// ends in `/` matches folders only; a folder that matches takes everything below it along.
package struct Glob: Hashable, Sendable {
  /// The pattern as written.
  package let source: String
  /// Whether a leading `!` turns the match round.
  package let isNegated: Bool
  private let isFolderOnly: Bool
  private let segments: [[UInt8]]

  /// Reads a pattern; an empty one matches nothing.
  package init(_ source: String) {
    self.source = source
    var bytes = Array(source.utf8)[...]
    isNegated = bytes.first == UInt8(ascii: "!")
    if isNegated { bytes = bytes.dropFirst() }
    isFolderOnly = bytes.last == UInt8(ascii: "/")
    if isFolderOnly { bytes = bytes.dropLast() }
    let isAnchored = bytes.contains(UInt8(ascii: "/"))
    if bytes.first == UInt8(ascii: "/") { bytes = bytes.dropFirst() }
    if bytes.starts(with: Array("./".utf8)) { bytes = bytes.dropFirst(2) }
    var segments = bytes.split(separator: UInt8(ascii: "/")).map(Array.init)
    if !isAnchored, !segments.isEmpty { segments.insert(Array("**".utf8), at: 0) }
    self.segments = segments
  }

  /// Whether a file's path, or a folder above it, matches.
  package func matches(file path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    guard !segments.isEmpty, !parts.isEmpty else { return false }
    for length in 1...parts.count where !(isFolderOnly && length == parts.count) {
      if Glob.match(segments[...], parts[..<length]) { return true }
    }
    return false
  }

  /// Whether a folder's path, or a folder above it, matches.
  package func matches(folder path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    guard !segments.isEmpty, !parts.isEmpty else { return false }
    return (1...parts.count).contains { Glob.match(segments[...], parts[..<$0]) }
  }

  // Rows of the classic table: which prefixes of the path the patterns so far can take. No backtracking, so no
  // hostile pattern takes more than patterns times parts.
  private static func match(_ pattern: ArraySlice<[UInt8]>, _ parts: ArraySlice<[UInt8]>) -> Bool {
    var reached = [Bool](repeating: false, count: parts.count + 1)
    reached[0] = true
    for segment in pattern {
      var next = [Bool](repeating: false, count: parts.count + 1)
      if segment == Array("**".utf8) {
        var open = false
        for index in reached.indices {
          open = open || reached[index]
          next[index] = open
        }
      } else {
        for (index, part) in parts.enumerated() where reached[index] {
          next[index + 1] = matchSegment(segment, part)
        }
      }
      reached = next
    }
    // `a/**` takes what is below `a`, not `a` itself.
    if pattern.last == Array("**".utf8), pattern.count > 1 {
      return reached[parts.count] && !match(pattern.dropLast(), parts)
    }
    return reached[parts.count]
  }

  private static func matchSegment(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var patternIndex = 0
    var textIndex = 0
    var star: (pattern: Int, text: Int)?
    while textIndex < text.count {
      if patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") {
        star = (patternIndex, textIndex)
        patternIndex += 1
      } else if let step = step(pattern, patternIndex, text[textIndex]) {
        patternIndex = step
        textIndex += 1
        // `?` takes a whole character.
        if pattern[step - 1] == UInt8(ascii: "?") {
          while textIndex < text.count, text[textIndex] & 0xC0 == 0x80 { textIndex += 1 }
        }
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        patternIndex = last.pattern + 1
        textIndex = last.text + 1
      } else {
        return false
      }
    }
    while patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") { patternIndex += 1 }
    return patternIndex == pattern.count
  }

  /// The pattern index after one byte is taken; nil when the byte does not fit.
  private static func step(_ pattern: [UInt8], _ index: Int, _ byte: UInt8) -> Int? {
    guard index < pattern.count else { return nil }
    switch pattern[index] {
    case UInt8(ascii: "?"): return index + 1
    case UInt8(ascii: "["):
      guard let close = pattern[(index + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else {
        return byte == pattern[index] ? index + 1 : nil
      }
      return inClass(pattern[(index + 1)..<close], byte) ? close + 1 : nil
    case UInt8(ascii: "\\") where index + 1 < pattern.count:
      return pattern[index + 1] == byte ? index + 2 : nil
    default:
      return pattern[index] == byte ? index + 1 : nil
    }
  }

  private static func inClass(_ members: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    var members = Array(members)
    let isInverted = members.first == UInt8(ascii: "!") || members.first == UInt8(ascii: "^")
    if isInverted { members.removeFirst() }
    var index = 0
    var found = false
    while index < members.count {
      if index + 2 < members.count, members[index + 1] == UInt8(ascii: "-") {
        found = found || (members[index]...max(members[index], members[index + 2])).contains(byte)
        index += 3
      } else {
        found = found || members[index] == byte
        index += 1
      }
    }
    return found != isInverted
  }
}

/// An ordered list of patterns, in which the last one that matches decides.
package struct GlobList: Hashable, Sendable {
  /// The patterns.
  package let globs: [Glob]

  /// Reads patterns.
  package init(_ sources: [String]) { globs = sources.map(Glob.init) }

  /// Whether the list has no pattern.
  package var isEmpty: Bool { globs.isEmpty }

  /// Whether the list takes a file.
  package func matches(file path: String) -> Bool {
    globs.last { $0.matches(file: path) }.map { !$0.isNegated } ?? false
  }

  /// Whether the list takes a whole folder; never where a negated pattern might give a file back.
  package func matches(folder path: String) -> Bool {
    !globs.contains(where: \.isNegated) && globs.contains { $0.matches(folder: path) }
  }
}
