internal import Encoding
internal import Rules

extension MarkdownText {
  /// Writes a legal source, linked where it can be read.
  static func write(_ source: LegalSource, to output: inout ByteWriter) {
    var source = source
    guard let url = source.url, url.utf8.starts(with: "http".utf8) else { return write(source.citation, to: &output) }
    source.url = nil
    output.write(literal: "[")
    write(source.citation, to: &output)
    output.write(literal: "](<")
    for byte in url.utf8 where byte > 0x20 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") {
      // A bar would end the cell of a table, a backslash escape what follows it.
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\") || byte == 0x7F { continue }
      output.write(byte)
    }
    output.write(literal: ">)")
  }
}
