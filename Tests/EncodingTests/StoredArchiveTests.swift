import Testing

@testable import Encoding

@Suite struct StoredArchiveTests {
  @Test func checksumsAreThoseOfTheStandard() {
    #expect(StoredArchive.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(StoredArchive.checksum(of: []) == 0)
  }

  @Test func anArchiveBeginsAndEndsAsReadersExpect() {
    var archive = StoredArchive()
    archive.add("word/a.xml", Array("<a/>".utf8))
    archive.add("b", [])
    let bytes = archive.finish()
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(bytes.suffix(22).starts(with: [0x50, 0x4B, 0x05, 0x06]) && bytes.suffix(12).first == 2)
  }
}
