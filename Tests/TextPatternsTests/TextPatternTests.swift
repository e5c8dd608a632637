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
