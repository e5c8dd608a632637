import TextPatterns
import Testing

@testable import Catalog

/// Searches of every kind: the domain's own, and patterns that RE2 can and cannot be narrowed for.
private let patterns = [
  "尽快|及时", "(其他|其它)(有关|相关)*(材料|资料)$", "^\\s*(TODO|todo)\\b", "(?i)lorem ipsum", "[一二三四五六]+", "\\$\\{[^}]*\\}",
  "视(具体|实际)*情况", "𠮷野", "\\p{Han}{3}",
]

/// Texts that hold matches of each, and texts that nearly do.
private let texts = [
  "", "尽快办理", "及", "其他有关材料", "其他材料。", "其它资料", " TODO ", "Todo", "Lorem Ipsum", "lorem", "三", "${a}", "$ {a}", "视实际情况",
  "视", "𠮷野家", "身份證，报告", "报告", "申請(qǐng)書", "材料\u{FFFD}", "锟斤拷", "更好?!甭", "申请书,营业执照", "(一)", "a,b", "《合同法》", "合同法",
  "管理条例（2016年）", "11010519491231002X", "1381234567", "13812345678", "138 1234 5678", String(repeating: "字", count: 41),
  String(repeating: "a", count: 41), "\u{E000}", "caf\u{E9}", "ä¸­",
]

@Test func whatTriggersPassOverHoldsNoMatch() throws {
  let compiled = try patterns.map { try TextPattern($0) }
  let searches =
    patterns.map { TextTriggers.Search.pattern($0) }
    + TextFinder.allCases.map { TextTriggers.Search.finder($0) }
  let triggers = TextTriggers(searches)
  for text in texts {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let mask = triggers.mask(of: bytes)
      for (index, search) in searches.enumerated() {
        let isFound =
          switch search {
          case .pattern: compiled[index].firstMatch(in: bytes) != nil
          case .finder(.otherScript): ChineseScript.count(in: bytes).traditional > 0
          case .finder(let finder): !finder.matches(in: bytes, script: nil).isEmpty
          }
        #expect(!isFound || mask & (1 << UInt64(index)) != 0, "\(text) \(search)")
      }
    }
  }
}

/// Numbers that look random and are the same in each run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

@Test func noFinderMatchesWhatItsTriggersPassOver() throws {
  let pieces = [
    "(", ")", "（", "）", " ", " ", "中", "文", "好", "吗", ",", ";", ":", "?", "!", "“", "”", "\n", "x", "b", "ào", "ǹ", "ɡ",
    "ḿ", "×", "÷", "ü", "ä", "\u{A0}", "\u{B8}", "\u{AD}", "€", "•", "ž", "é", "\u{85}", "\u{202E}", "\u{FFFD}",
    "\u{FEFF}",
    "锟斤拷", "烫烫烫", "锛", "法", "条例", "中华人民共和国", "《", "》", "原", "(2016年)", "11010519491231002X", "13812345678", "138",
    "1234",
    "報", "證", "𠮷", "好好好好好好好好好好好好好好", "abcdefghijklm", "。", ".", "-", "^",
  ]
  let finders = TextFinder.allCases
  let triggers = TextTriggers(finders.map { .finder($0) })
  var random = SplitMix(state: 20)
  var found = [Int](repeating: 0, count: finders.count)
  for _ in 0..<40_000 {
    var text = ""
    for _ in 0..<Int.random(in: 1...7, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let mask = triggers.mask(of: bytes)
      for (index, finder) in finders.enumerated() {
        let isFound =
          finder == .otherScript
          ? ChineseScript.count(in: bytes).traditional > 0 : !finder.matches(in: bytes, script: nil).isEmpty
        guard isFound else { continue }
        found[index] += 1
        #expect(mask & (1 << UInt64(index)) != 0, "\(text.debugDescription) \(finder)")
      }
    }
  }
  // Each search was put to the test.
  #expect(found.allSatisfy { $0 > 100 }, "\(found)")
}

@Test func spacesInsideBracketsHideNothing() {
  let triggers = TextTriggers([.finder(.halfWidthMark), .finder(.garbled)])
  func mask(_ text: String) -> UInt64 { Array(text.utf8).withUnsafeBufferPointer { triggers.mask(of: $0) } }
  #expect(mask("( 中文 )") & 1 == 1)
  #expect(mask("嗯(\u{1F9})") & 2 == 2)
  #expect(mask("×\u{A0}") & 2 == 2)
}

@Test func triggersSpareTextsWithoutASuspicion() {
  let searches = [
    TextTriggers.Search.pattern("尽快|及时"), .finder(.garbled), .finder(.otherScript),
    .finder(.halfWidthMark),
    .finder(.identityNumber), .finder(.lawTitle), .pattern(nil),
  ]
  let triggers = TextTriggers(searches)
  func mask(_ text: String) -> UInt64 { Array(text.utf8).withUnsafeBufferPointer { triggers.mask(of: $0) } }
  #expect(mask("申请人在 9:00-17:00 提交《申请表》") == 0b100000)
  #expect(mask("申请人在工作日提交申请表，电话 0791-86741234。") == 0)
  #expect(mask("尽快提交:申请書") == 0b1101)
}

@Test func manyFirstCharactersShareTheLastGroup() {
  let words = (0..<300).compactMap { Unicode.Scalar(0x4E00 + $0).map { "\($0)尾" } }
  let triggers = TextTriggers(words.prefix(64).map { .pattern($0) })
  let all = TextTriggers([.pattern(words.joined(separator: "|"))])
  for (index, word) in words.enumerated() {
    Array(word.utf8).withUnsafeBufferPointer { bytes in
      #expect(all.mask(of: bytes) == 1)
      #expect(triggers.mask(of: bytes) == (index < 64 ? 1 << UInt64(index) : 0))
    }
  }
}
