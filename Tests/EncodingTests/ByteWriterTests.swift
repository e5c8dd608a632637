import Testing

@testable import Encoding

/// Collects what a writer hands over.
final class Collector {
  var bytes: [UInt8] = []
  var pieces: [Int] = []

  var sink: ByteSink {
    { piece in
      self.bytes.append(contentsOf: piece)
      self.pieces.append(piece.count)
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

@Suite struct ByteWriterTests {
  @Test func nothingIsHandedOverBeforeTheFlush() {
    let collector = Collector()
    var writer = ByteWriter(sink: collector.sink)
    writer.write("办事指南")
    writer.write(UInt8(ascii: "!"))
    writer.write(literal: "ok")
    #expect(collector.pieces == [])
    writer.flush()
    writer.flush()
    #expect(collector.text == "办事指南!ok")
    #expect(collector.pieces == [15])
  }

  @Test func piecesAreBounded() {
    let collector = Collector()
    var writer = ByteWriter(sink: collector.sink)
    for _ in 0..<20_000 { writer.write("0123456789") }
    writer.write(UInt8(ascii: " "), count: 3 * ByteWriter.capacity)
    writer.flush()
    #expect(collector.bytes.count == 200_000 + 3 * ByteWriter.capacity)
    #expect(collector.pieces.allSatisfy { $0 <= ByteWriter.capacity })
    #expect(collector.bytes[199_999] == UInt8(ascii: "9"))
    #expect(collector.bytes[200_000] == UInt8(ascii: " "))
  }

  @Test func longPiecesKeepTheirPlace() {
    let collector = Collector()
    var writer = ByteWriter(sink: collector.sink)
    let long = String(repeating: "表", count: 100_000)
    writer.write("<")
    writer.write(long)
    writer.write(">")
    writer.flush()
    #expect(collector.text == "<" + long + ">")
    #expect(collector.pieces == [1, 300_000, 1])
  }

  @Test func numbers() {
    let collector = Collector()
    var writer = ByteWriter(sink: collector.sink)
    for number in [0, 7, 10, -1, 65_536, Int.max, Int.min] {
      writer.write(number)
      writer.write(" ")
    }
    writer.flush()
    #expect(collector.text == "0 7 10 -1 65536 9223372036854775807 -9223372036854775808 ")
  }

  @Test func negativeCountsWriteNothing() {
    let collector = Collector()
    var writer = ByteWriter(sink: collector.sink)
    writer.write(UInt8(ascii: " "), count: -3)
    writer.flush()
    #expect(collector.bytes == [])
  }
}
