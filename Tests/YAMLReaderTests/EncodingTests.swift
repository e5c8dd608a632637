import SourceText
import Testing
import YAMLReader

/// Every character is taken or refused alike wherever it stands in a word and whatever stands around it.
@Test func charactersAreCheckedAtAllOffsets() {
  let scalars: [UInt32] = [
    0x09, 0x1F, 0x20, 0x7E, 0x7F, 0x80, 0x85, 0x9F, 0xA0, 0x7FF, 0x800, 0xFFF, 0x1000, 0x3001, 0x4E00, 0x9FFF, 0xA000,
    0xAFFF, 0xB000, 0xBFFF, 0xC000, 0xD7FF, 0xE000, 0xFEFE, 0xFEFF, 0xFF00, 0xFF0C, 0xFFFD, 0xFFFE, 0xFFFF, 0x1_0000,
    0x1_F600, 0x10_FFFF,
  ]
  for value in scalars {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let isRefused =
      value < 0x20 && value != 0x09 || 0x7F...0x84 ~= value || 0x86...0x9F ~= value || value == 0xFEFF
      || value == 0xFFFE || value == 0xFFFF
    for before in ["", "a", "ab中", "中文字", "中，（é", "abcdefg"] {
      for count in 0..<8 {
        let text = "a: b # " + String(repeating: "x", count: count) + before + String(scalar) + "中文\n"
        let ids = Reading(text).diagnostics.map(\.id)
        #expect(ids.contains("yaml-encoding") == isRefused, "U+\(String(value, radix: 16)) behind \(before)")
      }
    }
  }
}

/// Bytes that are not UTF-8 are found wherever they stand.
@Test func brokenCharactersAreFoundAtAllOffsets() {
  var state: UInt64 = 7
  let pieces: [[UInt8]] = [
    Array("中文".utf8), Array("ab".utf8), Array("é，".utf8), [0xE4, 0xB8], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], Array("\u{1F600}x".utf8),
  ]
  for _ in 0..<2_000 {
    var bytes = Array("a: b # ".utf8)
    for _ in 0..<6 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let choice = Int(state >> 33) % 16
      bytes += pieces[choice < pieces.count ? choice : choice % 3]
    }
    bytes.append(0x0A)
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect(Reading(bytes: bytes).diagnostics.contains { $0.id == "yaml-encoding" } == !isValid)
  }
}
