/// The material that a name means once person, form and number of copies are set aside.
package enum MaterialFamily {
  /// `role|canonical`, such as `经办人|居民身份证` for `经办人的身份证（复印件）`; nil where the rest is no name of the table.
  ///
  /// The person stays in the answer: an applicant's and an agent's identity card are two materials.
  package static func family(
    _ name: UnsafeBufferPointer<UInt8>, in table: Vocabulary, normalize: MaterialName.Normalization?
  ) -> String? {
    guard name.count <= 512 else { return nil }
    let folded = MaterialName.keyWithBrackets(name, normalize: normalize)
    return folded.withUnsafeBufferPointer { text in
      if let canonical = canonical(text, in: table) { return "|" + canonical }
      var core = withoutForms(text, 0..<text.count)
      if let canonical = canonical(UnsafeBufferPointer(rebasing: text[core]), in: table) { return "|" + canonical }
      let role = leadingRole(text, core)
      guard !role.isEmpty else { return nil }
      core = role.upperBound..<core.upperBound
      if let rest = skippedOf(text, core) { core = rest }
      guard let canonical = canonical(UnsafeBufferPointer(rebasing: text[core]), in: table) else { return nil }
      let words = String(decoding: text[role].filter { $0 != 0x28 && $0 != 0x29 }, as: UTF8.self)
      return words + "|" + canonical
    }
  }

  /// The canonical name of a text whose brackets do not count.
  private static func canonical(_ text: UnsafeBufferPointer<UInt8>, in table: Vocabulary) -> String? {
    table.canonical(ofKey: text.filter { $0 != 0x28 && $0 != 0x29 })
  }

  // MARK: Persons

  /// Persons that hand in or are named by a document.
  // Longer words first, so that 被委托人 is not read as 委托人.
  private static let roles: [StaticString] = [
    "法定代表人", "执行事务合伙人", "被委托代理人", "委托代理人", "授权代理人", "被委托人", "受委托人", "被授权人", "主要负责人",
    "指定代表", "申请人", "申办人", "经办人", "代办人", "代理人", "委托人", "受托人", "负责人", "投资人", "经营者", "监护人", "股东",
    "发起人", "权利人", "当事人", "父母双方", "父母", "父亲", "母亲", "夫妻双方", "双方", "配偶", "子女", "本人",
  ]

  /// What stands between two persons or two forms.
  private static let connectors: [StaticString] = ["及其", "及", "和", "与", "或者", "或", "、", "/", ","]

  /// The persons at the start: one, or several with connectors or brackets between them.
  private static func leadingRole(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var scanner = TextScanner(text, in: range)
    var end = range.lowerBound
    while roles.contains(where: { scanner.take($0) }) {
      end = scanner.position
      if scanner.take(")") { end = scanner.position }
      guard scanner.take("(") || connectors.contains(where: { scanner.take($0) }) else { break }
    }
    return range.lowerBound..<end
  }

  /// The range after a leading 的; nil where there is none.
  private static func skippedOf(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var scanner = TextScanner(text, in: range)
    guard scanner.take("的") else { return nil }
    return scanner.position..<range.upperBound
  }

  // MARK: Forms

  /// Words for the form of a document; longer ones first.
  private static let forms: [StaticString] = [
    "正、副本", "正副本", "复印件", "影印件", "扫描件", "电子文档", "电子版", "电子件", "纸质版", "纸质件", "原件", "正本", "副本",
  ]

  /// What else a remark in brackets on form and copies is made of.
  private static let remarkWords: [StaticString] = [
    "加盖公章", "加盖单位公章", "盖章", "签字", "签名", "核验", "查验", "校验", "验", "收", "后", "退还", "退回", "留存", "提交", "提供",
    "须", "需", "各", "一式", "均", "有效", "彩色", "黑白", "正反面", "双面", "单面", "纸质", "电子", "复印", "的",
  ]

  /// What copies are counted in.
  private static let counters: [StaticString] = ["份", "张", "页", "套"]

  /// The range without remarks in brackets, words for forms and numbers of copies at its end.
  private static func withoutForms(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var range = range
    var isStripped = false
    while let shorter = withoutRemark(text, range) ?? withoutSuffix(text, range, forms)
      ?? withoutCount(text, range) ?? (isStripped ? withoutSuffix(text, range, connectors + ["的", "各", "一式"]) : nil)
    {
      guard !shorter.isEmpty else { break }
      range = shorter
      isStripped = true
    }
    return range
  }

  /// The range without the first of some words that it ends in; nil where it ends in none.
  private static func withoutSuffix(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ words: [StaticString]
  ) -> Range<Int>? {
    for word in words where range.count > word.utf8CodeUnitCount {
      let start = range.upperBound - word.utf8CodeUnitCount
      var scanner = TextScanner(text, in: start..<range.upperBound)
      if scanner.take(word) { return range.lowerBound..<start }
    }
    return nil
  }

  /// The range without a last remark in brackets on form and copies; nil where there is none.
  private static func withoutRemark(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard let last = text[range].last, last == 0x29, let open = text[range].lastIndex(of: 0x28) else { return nil }
    guard isRemark(text, open + 1..<range.upperBound - 1) else { return nil }
    return range.lowerBound..<open
  }

  /// The range without a last number of copies such as 两份; nil where there is none.
  private static func withoutCount(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard let counted = withoutSuffix(text, range, counters) else { return nil }
    var end = counted.upperBound
    while end > counted.lowerBound {
      let width = text[end - 1] < 0x80 ? 1 : 3
      guard end - width >= counted.lowerBound else { break }
      var scanner = TextScanner(text, in: end - width..<end)
      guard NumberReading.read(&scanner) != nil, scanner.isAtEnd else { break }
      end -= width
    }
    return end < counted.upperBound ? counted.lowerBound..<end : nil
  }

  /// Whether a text speaks of nothing but form and copies.
  private static func isRemark(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var scanner = TextScanner(text, in: range)
    while !scanner.isAtEnd {
      if forms.contains(where: { scanner.take($0) }) { continue }
      if remarkWords.contains(where: { scanner.take($0) }) { continue }
      if counters.contains(where: { scanner.take($0) }) { continue }
      if connectors.contains(where: { scanner.take($0) }) { continue }
      let start = scanner.position
      if NumberReading.read(&scanner) != nil, scanner.position > start { continue }
      return false
    }
    return !range.isEmpty
  }
}
