import Testing

@testable import Catalog

/// What a worker remembers of texts must never answer for another text.
struct TextMemoTests {
  @Test func answersAreThoseOfTheText() {
    let memo = TextMemo()
    var asked = 0
    // More texts than there is room for, twice each, some of them too long to be kept.
    for number in 0..<10_000 {
      let text = Array(String(repeating: "材料\(number)", count: number % 40 == 0 ? 60 : 1).utf8)
      for vocabulary in [0, 70, 200] {
        for _ in 0..<2 {
          let isMatch = text.withUnsafeBufferPointer { bytes in
            if let known = memo.knownMatch(bytes, vocabulary: vocabulary) { return known }
            asked += 1
            let isMatch = (number + vocabulary) % 3 == 0
            memo.noteMatch(isMatch, bytes, vocabulary: vocabulary)
            return isMatch
          }
          #expect(isMatch == ((number + vocabulary) % 3 == 0))
        }
      }
    }
    #expect(asked < 60_000 && asked > 30_000)
  }

  @Test func pairsAreToldApartByWhereTheFirstTextEnds() {
    let memo = TextMemo()
    let (whole, part) = (Array("ab".utf8), Array("a".utf8))
    let (rest, other) = (Array("c".utf8), Array("bc".utf8))
    whole.withUnsafeBufferPointer { left in
      rest.withUnsafeBufferPointer { memo.notePass(.numbers, left, $0) }
    }
    #expect(passes(memo, whole, rest, .numbers))
    #expect(!passes(memo, whole, rest, .marks))
    #expect(!passes(memo, whole, rest, .translation(vocabulary: 0)))
    #expect(!passes(memo, part, other, .numbers))
  }

  /// Whether a pair of texts is known to pass a check.
  private func passes(_ memo: TextMemo, _ left: [UInt8], _ right: [UInt8], _ check: TextMemo.PairCheck) -> Bool {
    left.withUnsafeBufferPointer { first in
      right.withUnsafeBufferPointer { memo.passed(first, $0).contains(check) }
    }
  }
}
