/// Finds marks of the ASCII keyboard that stand where Chinese text has its own.
enum HalfWidthMarks {
  /// Each mark: `,;:?!` after a Chinese character and before another or a line's end, brackets around Chinese characters.
  static func marks(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: (offset: Int, holdsChinese: Bool)?
    var scanner = TextScanner(text)
    var previous: UInt32 = 0
    while let scalar = scanner.next() {
      let offset = scanner.position - 1
      switch scalar {
      case 0x2C, 0x3B, 0x3A, 0x3F, 0x21:
        if isChinese(previous), endsHere(scanner) { found.append(offset..<offset + 1) }
      case 0x28: open = (offset, false)
      case 0x29:
        if let bracket = open, bracket.holdsChinese {
          found.append(bracket.offset..<bracket.offset + 1)
          found.append(offset..<offset + 1)
        }
        open = nil
      // A line's end, or the full-width bracket of a mixed pair.
      case 0x0A, 0x0D, 0xFF08, 0xFF09: open = nil
      default: if isIdeograph(scalar) { open?.holdsChinese = true }
      }
      previous = scalar
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether Chinese text, or nothing but the line's end, follows a mark.
  private static func endsHere(_ scanner: TextScanner) -> Bool {
    guard let (next, _) = scanner.peek() else { return true }
    return isChinese(next) || next == 0x0A || next == 0x0D
  }

  /// Whether a code point is a Chinese character, or a full-width mark that goes with one.
  private static func isChinese(_ scalar: UInt32) -> Bool {
    switch scalar {
    // “” ‘’ 、。〈〉《》「」【】 （）
    case 0x201C, 0x201D, 0x2018, 0x2019, 0x3001, 0x3002, 0x3008...0x3011, 0xFF08, 0xFF09: true
    default: isIdeograph(scalar)
    }
  }
}
