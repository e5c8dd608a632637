import SourceText
import Testing

@Test func linesThatAreFoundOneByOneAreThoseOfTheWhole() {
  let pieces = ["", "a", "\n", "\r", "\r\n", "申请", "\u{1}\t", "kind: ServiceItem", "\u{FEFF}"]
  for first in pieces {
    for second in pieces {
      for third in pieces {
        for fourth in pieces { expectSameLines(Array((first + second + third + fourth + first).utf8)) }
      }
    }
  }
}

private func expectSameLines(_ bytes: [UInt8]) {
  let whole = LineMap(bytes)
  #expect(whole.starts == startsByByte(bytes), "\(bytes)")
  for offset in UInt32(0)...UInt32(bytes.count) {
    var part = LineMap(unread: bytes)
    for asked in [offset / 2, offset] {
      part.read(past: asked, in: bytes)
      let line = part.line(at: asked)
      #expect(line == whole.line(at: asked), "\(bytes) \(asked)")
      #expect(part.range(ofLine: line, in: bytes) == whole.range(ofLine: line, in: bytes), "\(bytes) \(asked)")
      #expect(part.position(at: asked, in: bytes) == whole.position(at: asked, in: bytes), "\(bytes) \(asked)")
    }
  }
}

private func startsByByte(_ bytes: [UInt8]) -> [UInt32] {
  var starts: [UInt32] = [0]
  for (index, byte) in bytes.enumerated() {
    let endsInFeed = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    if byte == 0x0A || byte == 0x0D && !endsInFeed { starts.append(UInt32(index + 1)) }
  }
  return starts
}
