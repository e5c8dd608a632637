/// A citation such as `《城市道路管理条例》第三十七条、第三十八条第一款`: the law's name and its articles, as offsets.
package struct Citation: Hashable, Sendable {
  /// The name between the outermost 《 and 》.
  package let law: Range<Int>
  /// Each article with its paragraph and item, or each annex or numbered section.
  package let articles: [Range<Int>]

  /// Reads a citation; nil for text that does not begin with 《…》 or goes on with anything but articles.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count <= 4096 else { return nil }
    var scanner = TextScanner(text)
    scanner.skipSpaces()
    guard let law = Citation.law(&scanner) else { return nil }
    scanner.skipSpaces()
    Citation.skipRemark(&scanner)
    var articles: [Range<Int>] = []
    while !scanner.isAtEnd {
      scanner.skipSpaces()
      if scanner.isAtEnd { break }
      if !articles.isEmpty { Citation.skipSeparator(&scanner) }
      guard let article = Citation.article(&scanner) else { return nil }
      articles.append(article)
      scanner.skipSpaces()
      Citation.skipRemark(&scanner)
    }
    self.law = law
    self.articles = articles
  }

  /// Whether text may stand where a citation is expected: a citation, or the slug of an entry of `basis`.
  package static func isReadable(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    Slug.isValid(text) || Citation(text) != nil
  }

  /// Takes the name of a law; titles within it nest (《关于修改〈…〉的决定》 and 《…《…》…》 alike).
  private static func law(_ scanner: inout TextScanner) -> Range<Int>? {
    guard scanner.take("《") else { return nil }
    let start = scanner.position
    var depth = 1
    while let (scalar, length) = scanner.peek() {
      let before = scanner.position
      scanner.move(to: before + length)
      if scalar == 0x300A { depth += 1 }
      if scalar == 0x300B { depth -= 1 }
      if depth == 0 { return before > start ? start..<before : nil }
    }
    return nil
  }

  /// Skips one remark in round brackets, such as a document number or `2019年修正`.
  private static func skipRemark(_ scanner: inout TextScanner) {
    guard let (open, _) = scanner.peek(), open == 0xFF08 || open == 0x28 else { return }
    // （一） begins an article of its own.
    let start = scanner.position
    if numbered(&scanner) {
      scanner.move(to: start)
      return
    }
    scanner.move(to: start)
    while let scalar = scanner.next() { if scalar == 0xFF09 || scalar == 0x29 { return } }
  }

  /// Skips one mark or word that stands between two articles.
  private static func skipSeparator(_ scanner: inout TextScanner) {
    _ =
      scanner.take("、") || scanner.take("，") || scanner.take(",") || scanner.take("；") || scanner.take(";")
      || scanner.take("和") || scanner.take("及") || scanner.take("与") || scanner.take("至")
    scanner.skipSpaces()
  }

  /// Takes one article with what belongs to it: 第…条(之一)第…款第（…）项, 附件第…项, 一、（二）.
  private static func article(_ scanner: inout TextScanner) -> Range<Int>? {
    let start = scanner.position
    var end = start
    while !scanner.isAtEnd {
      let before = scanner.position
      if before > start && isNewArticle(scanner) { break }
      guard part(&scanner) else {
        scanner.move(to: before)
        break
      }
      end = scanner.position
      scanner.skipSpaces()
    }
    scanner.move(to: end)
    return end > start ? start..<end : nil
  }

  /// Whether the text goes on with 第…条, which begins an article of its own.
  private static func isNewArticle(_ scanner: TextScanner) -> Bool {
    var ahead = scanner
    guard ahead.take("第"), number(&ahead) else { return false }
    return ahead.take("条")
  }

  /// Takes one member of an article, such as 第一款 or 附件2.
  private static func part(_ scanner: inout TextScanner) -> Bool {
    if scanner.take("附件") || scanner.take("附录") || scanner.take("附表") {
      _ = number(&scanner)
      return true
    }
    if scanner.take("第") {
      let isBracketed = scanner.take("（") || scanner.take("(")
      guard number(&scanner) else { return false }
      // 第一、二款 is one part.
      while scanner.take("、") { guard number(&scanner) else { return false } }
      if isBracketed { guard scanner.take("）") || scanner.take(")") else { return false } }
      guard level(&scanner) else { return false }
      if scanner.take("之") { return number(&scanner) }
      return true
    }
    return numbered(&scanner)
  }

  /// Takes 一、 or （二） or (三)项.
  private static func numbered(_ scanner: inout TextScanner) -> Bool {
    if scanner.take("（") || scanner.take("(") {
      guard number(&scanner), scanner.take("）") || scanner.take(")") else { return false }
      _ = scanner.take("项")
      return true
    }
    guard number(&scanner) else { return false }
    return scanner.take("、") || scanner.take("．") || scanner.take(".") || scanner.isAtEnd
  }

  /// Takes the word that says what a number counts.
  private static func level(_ scanner: inout TextScanner) -> Bool {
    scanner.take("条") || scanner.take("款") || scanner.take("项") || scanner.take("目") || scanner.take("章")
      || scanner.take("节") || scanner.take("编") || scanner.take("点") || scanner.take("部分")
  }

  /// Takes a number in any spelling.
  private static func number(_ scanner: inout TextScanner) -> Bool { NumberReading.read(&scanner) != nil }
}

/// An id: lower-case ASCII letters, digits and hyphens, beginning with a letter or digit.
package enum Slug {
  /// Whether text is an id and none of the words that YAML readers take for something else.
  package static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first != 0x2D else { return false }
    for byte in text {
      guard byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D else { return false }
    }
    return
      !(bytes(text, equal: "yes") || bytes(text, equal: "no") || bytes(text, equal: "true")
      || bytes(text, equal: "false") || bytes(text, equal: "null"))
  }
}
