/// What in an English text is not English.
struct EnglishText {
  /// The text.
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Looks at a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  // MARK: Untranslated

  /// Chinese left in the text, except where brackets or quotation marks hold it, or a title in 《》 is followed by its
  /// translation in brackets; the whole text where it is pinyin.
  var untranslated: [Range<Int>] {
    guard bytes.contains(where: { $0 >= 0xE3 }) else { return isPinyin ? [0..<bytes.count] : [] }
    var found: [Range<Int>] = []
    var depth = 0
    var offset = 0
    var title = Title(end: 0, isTranslated: false)
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset, end: bytes.count)
      // All 《 before one 》 end there, and it is looked for once.
      if scalar == 0x300A, title.end <= offset { title = self.title(at: offset) }
      if scalar == 0x300A, title.isTranslated {
        offset = title.end
      } else if EnglishText.opens(scalar) {
        depth += 1
        offset += length
      } else if EnglishText.closes(scalar) {
        depth = max(0, depth - 1)
        offset += length
      } else if depth == 0, EnglishText.isHan(scalar) {
        let end = runEnd(from: offset)
        found.append(offset..<end)
        offset = end
      } else {
        offset += length
      }
    }
    return found
  }

  /// A title in 《》, or what follows a 《 that nothing closes.
  private struct Title {
    /// Offset behind 》, or the end of the text.
    var end: Int
    /// Whether a translation follows, in brackets or behind a comma.
    var isTranslated: Bool
  }

  /// The title that begins at an offset.
  private func title(at offset: Int) -> Title {
    var scanner = TextScanner(bytes, in: offset..<bytes.count)
    while let next = scanner.next() { if next == 0x300B { break } }
    let end = scanner.position
    scanner.skipSpaces()
    let isFollowed = scanner.take("(") || scanner.take("（") || scanner.take("[") || scanner.take(",")
    scanner.skipSpaces()
    return Title(end: end, isTranslated: isFollowed && (scanner.peek().map { $0.scalar < 0x80 } ?? false))
  }

  /// Where a stretch of Chinese ends: its punctuation and digits belong to it, spaces at its end do not.
  private func runEnd(from start: Int) -> Int {
    var end = start
    var offset = start
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset, end: bytes.count)
      let isInside =
        scalar >= 0x30 && scalar <= 0x39 || isSpace(scalar) && scalar != 0x0A || scalar >= 0x3000 && scalar <= 0x3011
      guard EnglishText.isHan(scalar) || isInside || scalar >= 0xFF00 && scalar <= 0xFF5E, !EnglishText.opens(scalar)
      else { break }
      offset += length
      if EnglishText.isHan(scalar) { end = offset }
    }
    return end
  }

  /// Whether a code point is a Chinese character.
  static func isHan(_ scalar: UInt32) -> Bool {
    scalar >= 0x4E00 && scalar <= 0x9FFF || scalar >= 0x3400 && scalar <= 0x4DBF
      || scalar >= 0x20000 && scalar <= 0x323AF
  }

  /// Whether a code point opens brackets or a quotation.
  private static func opens(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0xFF08, 0x3010, 0x201C, 0x2018, 0x300C, 0xFF3B: true
    default: false
    }
  }

  /// Whether a code point closes brackets or a quotation.
  private static func closes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x29, 0x5D, 0xFF09, 0x3011, 0x201D, 0x2019, 0x300D, 0xFF3D: true
    default: false
    }
  }

  // MARK: Pinyin

  /// Whether the text is three or more syllables of pinyin, each a word of its own, and nothing else.
  private var isPinyin: Bool {
    var words = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      if end > start {
        guard end - start <= 6, isSyllable(start..<end) else { return false }
        words += 1
      }
      start = end + 1
    }
    return words >= 3
  }

  /// Final sounds; those that begin like others come first.
  private static let finals: [StaticString] = [
    "iang", "iong", "uang", "ang", "eng", "ian", "iao", "ing", "ong", "uai", "uan", "ai", "an", "ao", "ei", "en", "er",
    "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "a", "e", "i", "o", "u", "v",
  ]

  /// Whether a word is one syllable.
  private func isSyllable(_ range: Range<Int>) -> Bool {
    var scanner = TextScanner(bytes, in: range)
    if !(scanner.take("zh") || scanner.take("ch") || scanner.take("sh")) {
      switch bytes[range.lowerBound] | 0x20 {
      case 0x61, 0x65, 0x6F: break
      // i, u and v begin no syllable.
      case 0x69, 0x75, 0x76: return false
      default: _ = scanner.next()
      }
    }
    return EnglishText.finals.contains { final in
      var rest = scanner
      return rest.take(final) && rest.isAtEnd
    }
  }

  // MARK: Punctuation

  /// Full-width punctuation, letters and digits that do not stand beside Chinese characters.
  var fullWidthMarks: [Range<Int>] {
    guard bytes.contains(where: { $0 == 0xE3 || $0 == 0xEF }) else { return [] }
    var found: [Range<Int>] = []
    var offset = 0
    var isAfterHan = false
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset, end: bytes.count)
      let isMark = scalar == 0x3001 || scalar == 0x3002 || scalar >= 0xFF01 && scalar <= 0xFF5E
      if isMark, !isAfterHan, !isBeforeHan(offset + length) {
        if let last = found.last, last.upperBound == offset {
          found[found.count - 1] = last.lowerBound..<offset + length
        } else {
          found.append(offset..<offset + length)
        }
      }
      // A mark behind Chinese, and the one behind that, belong to the Chinese.
      isAfterHan = EnglishText.isHan(scalar) || isAfterHan && isMark || scalar == 0x300B
      offset += length
    }
    return found
  }

  /// Whether a Chinese character or a title begins at an offset.
  private func isBeforeHan(_ offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let scalar = decodeScalar(bytes, at: offset, end: bytes.count).scalar
    return EnglishText.isHan(scalar) || scalar == 0x300A
  }

  // MARK: One text for two languages

  /// Whether the text is a phrase of several words in lower case, which no other language writes the same.
  var isPhrase: Bool {
    var words = 0
    var length = 0
    for byte in bytes {
      guard byte < 0x80 else { return false }
      if byte >= 0x61 && byte <= 0x7A {
        length += 1
        if length == 3 { words += 1 }
      } else {
        length = 0
      }
    }
    return words >= 2
  }
}
