import Testing

@testable import Catalog

/// What a long text may be filled with: all that a reader looks ahead for, and what may end it.
private let fillings = [
  "《", "》", "《》", "《 ", "0", "０", "9", "一", "零", "十零", "万", "半", "第", "第一条、", "第1、", "第零", "周", ",", "，", "0,",
  "1,000,",
  "0.", "0．", ".", "(", "（", "+", "￥", "￥ ", "$ ", " ", "1 ", "-", "- ", "1-", "0-", "2024-", "2024年", "1月", "1月零",
  "百分之",
  "one ", "one thousand ", "one million ", "hundred ", "a ", "a full ", "more ", "5 more ", "http", "May ", "RMB ",
  "RMB0",
  "Article 1, ", "# ", "1. ", "元", "0元", "0 元", "1至", "1天至", "申", "申 ", "申0", "\u{FFFD}", "\n", "|-|\n", "1:", "0点",
  "：",
]

/// Texts that no guide has: each filling over and over, and at the end what would make sense of it. Those that once took
/// minutes have 200 KB, the others 30 KB: all of them at 200 KB would keep the suite waiting.
private var longTexts: [[UInt8]] {
  fillings.flatMap { filling in
    let size = ["《", "0", "一", ",", "one million ", "第一条、"].contains(filling) ? 200_000 : 30_000
    let text = String(repeating: filling, count: size / filling.utf8.count)
    return ["中" + text + "1元", text + "nine hundred million days"].map { Array($0.utf8) }
  }
}

@Test func longTextsAreReadInProportion() {
  let clock = ContinuousClock()
  for bytes in longTexts {
    let time = clock.measure {
      bytes.withUnsafeBufferPointer { text in
        let list = QuantityReader.read(text)
        #expect(list.items.count <= QuantityList.maximumCount + 8)
        _ = QuantityReader.read(text, upTo: .max)
        let english = EnglishText(text)
        _ = english.untranslated
        _ = english.fullWidthMarks
        _ = english.isPhrase
        _ = GuidePage(text)
        _ = TimeLimit(text)
        _ = FeeStandard.isRaised(from: text, to: text)
      }
    }
    // A quadratic reader needs minutes; a busy machine not this long.
    #expect(time < .seconds(4), "\(String(decoding: bytes.prefix(24), as: UTF8.self))")
  }
}

@Test func standardsOfFeesAreReadPastWhatIsNoAmount() {
  func isRaised(_ before: String, _ after: String) -> Bool? {
    Array(before.utf8).withUnsafeBufferPointer { old in
      Array(after.utf8).withUnsafeBufferPointer { FeeStandard.isRaised(from: old, to: $0) }
    }
  }
  let zeros = String(repeating: "0", count: 40_000)
  #expect(isRaised(zeros + "甲1元", zeros + "甲2元") == true)
  #expect(isRaised(zeros + "甲1元", zeros + "0甲2元") == nil)
  #expect(isRaised("第0.5.1款，10 元", "第0.5.1款，20 元") == true)
  #expect(isRaised("1,000,000 元", "1,000,001 元") == true)
  #expect(isRaised("1，5 元", "1，6 元") == true)
  #expect(isRaised("999999999万元", "999999999万元") == false)
}

@Test func aTitleEndsAtItsFirstClosingMark() {
  let samples: [(text: String, expected: [String])] = [
    ("the 《关于《消防法》 (Fire Law)", []), ("《法》 (Law) and 《条例》 and 《办法》 (Measures)", ["条例"]), ("《法", ["法"]),
    ("《法》（Law）《规", ["规"]),
  ]
  for (text, expected) in samples {
    let bytes = Array(text.utf8)
    let found = bytes.withUnsafeBufferPointer { EnglishText($0).untranslated }
    #expect(found.map { String(decoding: bytes[$0], as: UTF8.self) } == expected, "\(text)")
  }
}
