/// Finds text that a wrong encoding or a careless copy has damaged.
enum Garble {
  /// Code points that sound text does not hold, or that pinyin and misread bytes consist of.
  static let suspects: [ClosedRange<UInt32>] = [
    // Controls, without tab and line ends.
    0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F,
    // Latin letters with marks, and among them × and ÷, which misread bytes begin with as well.
    0xC0...0x17F, 0x192...0x192, 0x1CD...0x1DC, 0x1F9...0x1F9, 0x2C6...0x2C6, 0x2DC...0x2DC,
    // Directions that turn text round, private use, the replacement character.
    0x202A...0x202E, 0xE000...0xF8FF, 0xFFFD...0xFFFF,
  ]

  /// What the usual misreadings of UTF-8 as GBK and of empty memory look like.
  static let phrases: [[UInt8]] = ["锟斤拷", "烫烫烫", "屯屯屯", "锛", "銆", "鈥"].map { Array($0.utf8) }

  /// Each damaged spot.
  static func spots(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var scanner = TextScanner(text)
    var previous: UInt32 = 0
    while let (scalar, length) = scanner.peek() {
      let position = scanner.position
      let spot = spot(text, at: position, scalar, after: previous)
      if let spot {
        // Damage that touches is one spot.
        if let last = found.last, last.upperBound == spot.lowerBound {
          found[found.count - 1] = last.lowerBound..<spot.upperBound
        } else {
          found.append(spot)
        }
      }
      scanner.move(to: spot?.upperBound ?? position + length)
      // After pinyin stands its bracket.
      previous = spot.map { UInt32(text[$0.upperBound - 1]) } ?? scalar
    }
    return found
  }

  /// The damage that begins at an offset.
  private static func spot(
    _ text: UnsafeBufferPointer<UInt8>, at position: Int, _ scalar: UInt32, after previous: UInt32
  ) -> Range<Int>? {
    switch scalar {
    case 0x28, 0xFF08: return isIdeograph(previous) || previous == 0x5E ? pinyin(text, at: position) : nil
    case 0x3F, 0x21:
      guard isIdeograph(previous) || isClosing(previous), !isQuestionWord(previous) else { return nil }
      return lostQuote(text, at: position) ?? pinyin(text, at: position)
    case 0x20...0x7E, 0x09, 0x0A, 0x0D: return nil
    case 0xC2...0xEF: return misread(text, at: position)
    case 0x00...0x9F, 0x202A...0x202E, 0xE000...0xF8FF, 0xFFFD...0xFFFF:
      return position..<position + decodeScalar(text, at: position, end: text.count).length
    default: return phrase(text, at: position)
    }
  }

  /// Pinyin with a tone mark in brackets, such as `(bào)` after the character that it belongs to, whatever opens it.
  private static func pinyin(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Range<Int>? {
    var scanner = TextScanner(text)
    scanner.move(to: position)
    guard scanner.next() != nil else { return nil }
    var letters = 0
    var hasTone = false
    while let scalar = scanner.next() {
      switch scalar {
      case 0x61...0x7A: letters += 1
      // āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü and ńňǹḿ
      case 0xE0...0xFC, 0x101, 0x113, 0x11B, 0x12B, 0x144, 0x148, 0x14D, 0x16B, 0x1CE...0x1DC, 0x1F9, 0x261:
        letters += 1
        if scalar != 0xFC && scalar != 0x261 { hasTone = true }
      case 0x29, 0xFF09: return hasTone && letters > 0 ? position..<scanner.position : nil
      default: return nil
      }
      if letters > 7 { return nil }
    }
    return nil
  }

  /// What is left of a full stop and a closing quote read in the wrong encoding: `?!` before a Chinese character.
  private static func lostQuote(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Range<Int>? {
    var scanner = TextScanner(text)
    scanner.move(to: position + 1)
    guard let second = scanner.next(), second != text[position], second == 0x3F || second == 0x21 else { return nil }
    let end = scanner.position
    guard let (next, _) = scanner.peek(), isIdeograph(next) else { return nil }
    return position..<end
  }

  /// UTF-8 that was read as Latin-1 or Windows-1252: a lead byte's letter and continuation bytes, as in `ä¸­`.
  private static func misread(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Range<Int>? {
    var scanner = TextScanner(text)
    scanner.move(to: position)
    guard let lead = scanner.next() else { return nil }
    let wanted = lead >= 0xE0 ? 2 : 1
    for _ in 0..<wanted { guard let scalar = scanner.next(), isContinuation(scalar) else { return nil } }
    return position..<scanner.position
  }

  /// Whether a code point is what Windows-1252 shows for a byte from 80 to BF.
  private static func isContinuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xBF, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192, 0x2C6, 0x2DC, 0x2013, 0x2014,
      0x2018...0x201A, 0x201C...0x201E, 0x2020...0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122:
      true
    default: false
    }
  }

  private static func phrase(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Range<Int>? {
    for phrase in phrases where position + phrase.count <= text.count {
      if phrase.indices.allSatisfy({ text[position + $0] == phrase[$0] }) { return position..<position + phrase.count }
    }
    return nil
  }

  /// Whether a character ends questions, after which people do write `?!`: 吗呢么啊吧.
  private static func isQuestionWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5417, 0x5462, 0x4E48, 0x554A, 0x5427: true
    default: false
    }
  }

  /// Whether a code point ends a quotation or a remark.
  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201D, 0x2019, 0x300B, 0xFF09, 0x29: true
    default: false
    }
  }
}
