import Testing
import TextPatterns

@testable import Catalog

private let patterns = [
  "变更|延续|注销", "(部|局|厅)令", "(?:其他|其它)?材料", "申请(表|书)+", "第[一二三]+条", "a+b", "ab{0,2}c", "x*", "(?i)abc",
  "\\(如有\\)", "\\Q(\\E", "[\\]（(]仅", "[]a]b", "[[:alpha:]]c", "(a|)bc", "(a(b|c)|d)e", "^其他$", "。?$", "银行卡.{0,2}件",
  "(一|二|三)(四|五)六?",
]

private let texts = [
  "", "变", "变更", "办理延续的", "部令", "市局令第1号", "其他材料", "材料", "申请表", "申请", "第二条", "aab", "ac", "abbc", "abbbc", "x", "ABC",
  "xabc",
  "（如有）", "(如有)", "(", "（仅限", "(仅", "]b", "ab", "bc", "qc", "1c", "abe", "ace", "de", "ae", "其他", "有其他", "完。", "银行卡复印件",
  "银行卡", "一四", "三五六",
]

@Test func aFilterNeverHidesAMatch() throws {
  for pattern in patterns {
    let plain = try TextPattern(pattern)
    let filtered = try Vocabulary(id: "t", kind: .patterns, entries: [pattern])
    for text in texts {
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        #expect(filtered.matches(buffer) == plain.matches(buffer), "\(pattern) in \(text)")
        #expect(filtered.firstMatch(in: buffer) == plain.firstMatch(in: buffer), "\(pattern) in \(text)")
        #expect(filtered.mayMatch(buffer) || !plain.matches(buffer), "\(pattern) in \(text)")
      }
    }
  }
}

@Test func beginningsAreReadAsFarAsTheyAreLetters() {
  #expect(PatternPrefixes.of("变更|延续") == ["变更", "延续"].map { Array($0.utf8) })
  #expect(PatternPrefixes.of("(部|局)令[0-9]") == ["部令", "局令"].map { Array($0.utf8) })
  #expect(PatternPrefixes.of("(a|)b?c") == ["a", ""].map { Array($0.utf8) })
  #expect(PatternPrefixes.of("(?i)ab") == [[]])
  #expect(PatternPrefixes.of("(ab") == [[]])
  #expect(PatternPrefixes.of(String(repeating: "(", count: 10_000)) == [[]])
}
