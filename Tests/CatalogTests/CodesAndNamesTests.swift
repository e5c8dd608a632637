import TextPatterns
import Testing

@testable import Catalog

private func bytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
  try Array(text.utf8).withUnsafeBufferPointer(body)
}

@Test func creditCodesHaveACheckCharacter() {
  for code in [
    "11440100007482575H", "12441500196720244T", "11511301008778183N", "115113010833722043", "11330800MB0R57773W",
    "91110000101623741K",
  ] {
    #expect(bytes(code, CreditCode.verdict) == .valid, "\(code)")
  }
  #expect(bytes("13440000515356094L", CreditCode.isValid) == false)
  #expect(bytes("11440100007482575J", CreditCode.verdict) == .wrongCheckCharacter("H"))
  #expect(bytes("TE440000GD030003VV", CreditCode.verdict) == .temporary)
  #expect(bytes("TE5116020105116050", CreditCode.verdict) == .temporary)
  #expect(bytes("TE511602010511605o", CreditCode.verdict) == .wrongCharacter(17))
  #expect(bytes("11440100007482575", CreditCode.verdict) == .wrongLength)
  #expect(bytes("11440100O07482575H", CreditCode.verdict) == .wrongCharacter(8))
  #expect(bytes("11440100007482575h", CreditCode.verdict) == .wrongCharacter(17))
  #expect(bytes("", CreditCode.verdict) == .wrongLength)
}

@Test func materialKeysSetSpellingAside() {
  func key(_ name: String, _ normalize: MaterialName.Normalization? = nil) -> String {
    String(decoding: bytes(name) { MaterialName.key($0, normalize: normalize) }, as: UTF8.self)
  }
  #expect(key("营 业\u{3000}执照") == "营业执照")
  #expect(key("《公司登记（备案）申请书》") == "公司登记备案申请书")
  #expect(key("申请表（一）") != key("申请表（二）"))
  #expect(key("申请表(一)") == key("申请表（一）"))
  #expect(key("【Ａ４】［表］〔１〕「x」『y』{z}") == "A4表1xyz")
  #expect(key("住所、经营场所—“证明”") == "住所、经营场所—“证明”")
  // Only text beyond the common characters goes through NFKC.
  #expect(key("申请表", { _ in "NFKC" }) == "申请表")
  #expect(key("①号表", { $0.replacing("①", with: "1") }) == "1号表")
  #expect(key("﹙甲﹚", { _ in "(甲)" }) == "甲")
  #expect(key("①号表") == "①号表")
}

private let identity = Vocabulary(
  id: "materials",
  rows: [
    Vocabulary.Row(canonical: "居民身份证", aliases: ["身份证", "身份证明", "有效身份证件"]),
    Vocabulary.Row(canonical: "营业执照", aliases: ["企业营业执照"]),
    Vocabulary.Row(canonical: "法定代表人身份证明书", aliases: ["法定代表人身份证明"]),
  ], normalize: nil)

@Test func familiesSetFormAndCopiesAsideButNotThePerson() {
  let families: [(String, String?)] = [
    ("身份证", "|居民身份证"), ("身份证（复印件）", "|居民身份证"), ("身份证原件及复印件", "|居民身份证"), ("身份证复印件一份", "|居民身份证"),
    ("身份证（原件及复印件各1份，加盖公章）", "|居民身份证"), ("经办人的身份证", "经办人|居民身份证"), ("申请人身份证明（复印件）", "申请人|居民身份证"),
    ("法定代表人（负责人）身份证", "法定代表人负责人|居民身份证"), ("法定代表人或经办人的身份证复印件", "法定代表人或经办人|居民身份证"),
    ("法定代表人身份证明", "|法定代表人身份证明书"), ("被委托人身份证", "被委托人|居民身份证"), ("营业执照正、副本", "|营业执照"),
    ("《企业营业执照》副本一式两份", "|营业执照"), ("营业执照（副本）复印件", "|营业执照"), ("身份证（正反面复印件）", "|居民身份证"), ("身份证（旧）", nil), ("户口簿", nil),
    ("复印件", nil),
    ("申请人", nil), ("", nil), ("（）", nil), ("）身份证（", "|居民身份证"),
  ]
  for (name, family) in families {
    #expect(bytes(name) { MaterialFamily.family($0, in: identity, normalize: nil) } == family, "\(name)")
  }
  let hostile = String(repeating: "复印件（原件）", count: 10_000)
  #expect(bytes(hostile) { MaterialFamily.family($0, in: identity, normalize: nil) } == nil)
}

@Test func vocabulariesMatchWordsPatternsAndNames() throws {
  let words = try Vocabulary(id: "vague", kind: .words, entries: ["尽快", "尽快办", "a.b", ""])
  #expect(bytes("请尽快办理") { words.firstMatch(in: $0) } == 3..<12)
  #expect(bytes("axb", words.matches) == false)
  #expect(bytes("xa.b", words.matches))
  let patterns = try Vocabulary(id: "catch-all", kind: .patterns, entries: ["其他.{0,4}材料", "^等$"])
  #expect(bytes("规定的其他有关材料", patterns.matches))
  #expect(bytes("等等", patterns.matches) == false)
  #expect(bytes("企业 营业执照", identity.matches))
  #expect(bytes("营业执照吗", identity.matches) == false)
  let empty = try Vocabulary(id: "empty", kind: .words, entries: [])
  #expect(bytes("", empty.matches) == false)
  #expect(throws: TextPattern.Failure.self) { try Vocabulary(id: "bad", kind: .patterns, entries: ["a)(b"]) }
  let set = VocabularySet([words, patterns])
  #expect(set.index(of: "catch-all") == 1)
  #expect(set[VocabularySet.bits(of: 1)]?.id == "catch-all")
  #expect(set[VocabularySet.bits(of: 2)] == nil && set[1] == nil)
}

@Test func citationsNameALawAndItsArticles() {
  func parts(_ text: String) -> [String]? {
    bytes(text) { text in
      Citation(text).map { citation in
        ([citation.law] + citation.articles).map { String(decoding: text[$0], as: UTF8.self) }
      }
    }
  }
  let citations: [(String, [String]?)] = [
    ("《城市道路管理条例》第三十七条", ["城市道路管理条例", "第三十七条"]), ("《消防法》", ["消防法"]),
    ("《行政许可法》（2019年修正）第四十二条第一款", ["行政许可法", "第四十二条第一款"]),
    ("《甲》第十条第（三）项、第十一条之一", ["甲", "第十条第（三）项", "第十一条之一"]), ("《甲》第5条第2款和第6条", ["甲", "第5条第2款", "第6条"]),
    ("《通知》附件第3项", ["通知", "附件第3项"]), ("《通知》附件2第一条", ["通知", "附件2", "第一条"]), ("《通知》一、（二）", ["通知", "一、（二）"]),
    ("《关于印发〈办法〉的通知》第二部分", ["关于印发〈办法〉的通知", "第二部分"]), ("《关于《办法》的通知》", ["关于《办法》的通知"]),
    ("《甲》第三条第四条", ["甲", "第三条", "第四条"]), ("《甲》第十条第一、二款", ["甲", "第十条第一、二款"]), ("按规定", nil), ("《》", nil), ("《甲", nil),
    ("《甲》等规定", nil), ("《甲》第条", nil),
    ("", nil),
    (String(repeating: "《", count: 1000), nil),
  ]
  for (text, expected) in citations { #expect(parts(text) == expected, "\(text)") }
  #expect(bytes("road-act", Citation.isReadable))
  #expect(bytes("Road Act", Citation.isReadable) == false)
}

@Test func slugsAreSmall() {
  for id in ["a", "a-1", "9z"] { #expect(bytes(id, Slug.isValid), "\(id)") }
  for id in ["", "-a", "A", "a_b", "yes", "null", "甲"] { #expect(bytes(id, Slug.isValid) == false, "\(id)") }
}

@Test func phoneKeysAreDigits() {
  func key(_ text: String) -> String { String(decoding: bytes(text, PhoneNumber.key), as: UTF8.self) }
  #expect(key("（0791）1234-5678") == "079112345678")
  #expect(key("０７９１－８６７４１２３４") == "079186741234")
  #expect(key("12345、12315; 0791-1/0791-2") == "12345/12315/07911/07912")
  #expect(key("+86 791 1234567") == "7911234567")
  #expect(key("020-38356454转1") == "020383564541")
  #expect(key("无") == "")
  for number in ["12345", "12315", "0791-12345", "010 12345", "（0791）12329"] {
    #expect(bytes(number, PhoneNumber.isHotline), "\(number)")
  }
  for number in ["110", "0791-86741234", "12445", "123456", "12345、12315", "91-12345", "9112345"] {
    #expect(bytes(number, PhoneNumber.isHotline) == false, "\(number)")
  }
}
