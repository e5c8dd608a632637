import Testing
import TextPatterns

private func match(_ pattern: String, _ text: String, from start: Int = 0) throws -> Range<Int>? {
  let compiled = try TextPattern(pattern)
  return Array(text.utf8).withUnsafeBufferPointer { compiled.firstMatch(in: $0, from: start) }
}

@Test func matchesAreByteOffsets() throws {
  #expect(try match("材料", "其他材料") == 6..<12)
  #expect(try match("材料", "材料材料", from: 1) == 6..<12)
  #expect(try match("^$", "") == 0..<0)
  #expect(try match("x", "") == nil)
}

@Test func groupsThatTookNoPartAreNil() throws {
  let pattern = try TextPattern("(a)|(b)")
  let groups = Array("b".utf8).withUnsafeBufferPointer { pattern.groups(in: $0) }
  #expect(groups == [0..<1, nil, 0..<1])
}

@Test func refusedPatternsSayWhy() {
  #expect(throws: TextPattern.Failure.self) { try TextPattern("(?=look)") }
  #expect(throws: TextPattern.Failure.self) { try TextPattern("(") }
}

@Test func requiredWordsAreWhatEveryMatchHolds() throws {
  let cases: [(String, [String])] = [
    ("尽快|及时", ["及时", "尽快"]), ("(其他|其它)(有关)*(材料|资料|文件)", ["其他", "其它"]), ("(TODO|Tbd)", ["tbd", "todo"]),
    ("\\p{Han}+", []), ("(尽快)?", []), ("按.*规定的标准", ["规定的标准"]),
  ]
  for (pattern, words) in cases {
    let found = try TextPattern(pattern).requiredWords.map { String(decoding: $0, as: UTF8.self) }
    #expect(found.sorted() == words.sorted(), "\(pattern)")
  }
}
