/// Finds the laws that a text names.
enum LawTitle {
  /// How a title without 《》 ends: 法、条例、办法、规定、细则, or a remark in brackets.
  static let endings = ["法", "例", "定", "则", "）", ")"].map { Array($0.utf8) }

  /// Each title in 《》 without 中华人民共和国 and remarks in brackets; the whole text where it has no 《》.
  static func titles(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var scanner = TextScanner(text)
    var start: Int?
    var hasTitles = false
    while !scanner.isAtEnd {
      let position = scanner.position
      if scanner.take("《") {
        hasTitles = true
        // Of 《关于修改《…》的决定》 the inner title is looked up; the outer one is a text of its own.
        start = isFormer(text, before: position) ? nil : scanner.position
      } else if scanner.take("》") {
        if let begin = start, begin < position, !isRepealed(scanner) {
          let title = bare(text, begin..<position)
          if !title.isEmpty { found.append(title) }
        }
        start = nil
      } else {
        _ = scanner.next()
      }
    }
    let endsLikeTitle = endings.contains { text.count >= $0.count && text.suffix($0.count).elementsEqual($0) }
    if hasTitles || text.count > longestBareTitle || !endsLikeTitle { return found }
    let whole = bare(text, 0..<text.count)
    return whole.isEmpty ? [] : [whole]
  }

  /// Bytes up to which a text without 《》 may be one title.
  private static let longestBareTitle = 150

  /// A title without the name of the state before it and the remark after it.
  private static func bare(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var scanner = TextScanner(text, in: range)
    scanner.move(to: range.lowerBound)
    scanner.skipSpaces()
    _ = scanner.take("中华人民共和国")
    let start = scanner.position
    var end = start
    while let (scalar, length) = scanner.peek() {
      // （2016年修订）
      if scalar == 0xFF08 || scalar == 0x28 { break }
      scanner.move(to: scanner.position + length)
      if !isSpace(scalar) { end = scanner.position }
    }
    return start..<end
  }

  /// Whether 原 stands before a title.
  private static func isFormer(_ text: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
    guard offset >= 3 else { return false }
    return bytes(UnsafeBufferPointer(rebasing: text[offset - 3..<offset]), equal: "原")
  }

  /// Whether the text goes on to say that the law is no longer in force.
  private static func isRepealed(_ scanner: TextScanner) -> Bool {
    var ahead = scanner
    if ahead.take("（") || ahead.take("(") { _ = ahead.take("现") }
    return ahead.take("已废止") || ahead.take("已经废止") || ahead.take("同时废止") || ahead.take("废止")
      || ahead.take("已失效") || ahead.take("已修改为") || ahead.take("已被")
  }
}
