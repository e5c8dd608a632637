import Testing

@testable import Rules

/// What `SuppressionScan` is to find, said plainly: `#` at the beginning of a line or behind a blank, blanks, the word
/// and a colon.
private func plainly(_ bytes: [UInt8]) -> [Int] {
  let word = Array("guidelint".utf8)
  return bytes.indices.filter { index in
    guard bytes[index] == UInt8(ascii: "#") else { return false }
    guard index == 0 || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index - 1]) else { return false }
    let rest = bytes[(index + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    let after = rest.dropFirst(word.count)
    return rest.starts(with: word) && (after.first == UInt8(ascii: ":") || after.starts(with: "：".utf8))
  }
}

@Test func theScanFindsWhatAPlainSearchFinds() {
  let parts = [
    "guidelint", "guidelint:", "guidelint：", "g", "t", "lint", "guide", "#", "# ", " ", "\t", "\n", "\r\n", "甲", "：",
  ]
  var seed: UInt64 = 11
  var found = 0
  for _ in 0..<20_000 {
    var text = ""
    for _ in 0..<12 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += parts[Int(seed >> 33) % parts.count]
    }
    let bytes = Array(text.utf8)
    let hashes = bytes.withUnsafeBufferPointer { SuppressionScan.hashes(in: $0) }
    found += hashes.count
    #expect(hashes == plainly(bytes), "\(text.debugDescription)")
  }
  #expect(found > 1000)
  for (text, expected) in [("", []), ("guidelint:", []), ("#guidelint:", [0]), ("\u{FEFF}# guidelint:", [3])] {
    #expect(Array(text.utf8).withUnsafeBufferPointer { SuppressionScan.hashes(in: $0) } == expected, "\(text)")
  }
}
