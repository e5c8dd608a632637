/// Finds sentences that run on: what stands between full stops, question marks, semicolons and line ends.
enum LongSentence {
  /// Characters up to which no sentence is long, whatever a rule asks for.
  static let floor = 40

  /// The sentences over the floor, without their stop and the spaces around them.
  static func sentences(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var scanner = TextScanner(text)
    var start = 0
    var end = 0
    var count = 0
    func close() { if count > floor { found.append(start..<end) } }
    while let (scalar, length) = scanner.peek() {
      let position = scanner.position
      scanner.move(to: position + length)
      switch scalar {
      // 。！？； with their half-width forms, and the end of a line
      case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x21, 0x3F, 0x3B, 0x0A, 0x0D:
        close()
        count = 0
      case let scalar where isSpace(scalar): break
      default:
        if count == 0 { start = position }
        count += 1
        end = scanner.position
      }
    }
    close()
    return found
  }
}
