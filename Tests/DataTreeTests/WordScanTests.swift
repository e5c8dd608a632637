import DataTree
import SourceText
import Testing

/// Lookups by two words: every length around their bounds, and keys that differ in one byte only.
@Test func symbolsTellKeysOfAllLengthsApart() {
  let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  let names = (1...alphabet.count).map { String(decoding: alphabet[..<$0], as: UTF8.self) }
  var builder = SymbolTable.Builder()
  let symbols = names.map { builder.intern($0) }
  let table = builder.freeze()
  for (name, symbol) in zip(names, symbols) {
    #expect(table.symbol(for: name) == symbol)
    // With other bytes behind the key, as in a file.
    let file = Array((name + ": some value").utf8)
    file.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let key = UnsafeBufferPointer(rebasing: bytes[..<name.utf8.count])
      #expect(KeyEnds(readable: base, count: key.count) == KeyEnds(key))
      #expect(table.symbol(for: key, ends: KeyEnds(readable: base, count: key.count)) == symbol)
    }
    for position in 0..<name.utf8.count {
      var other = Array(name.utf8)
      other[position] = UInt8(ascii: "#")
      #expect(table.symbol(for: String(decoding: other, as: UTF8.self)) == .unknown)
    }
  }
  #expect(table.symbol(for: "") == .unknown)
}

/// The lines of texts in which breaks of all kinds stand at all places of a word.
@Test func linesAreFoundWhereverTheyEnd() {
  var state: UInt64 = 1
  for length in 0..<400 {
    let bytes = (0..<length % 40).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return [0x61, 0x0A, 0x0D, 0x09, 0xE5, 0x8A, 0x8D, 0x0B][Int(state >> 33) % (length < 200 ? 3 : 8)]
    }
    var starts: [UInt32] = [0]
    for (index, byte) in bytes.enumerated() {
      let isBreak = byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if isBreak { starts.append(UInt32(index + 1)) }
    }
    #expect(LineMap(bytes).starts == starts)
  }
}
