import Testing

@testable import Encoding

@Suite struct CSVWriterTests {
  private func row(_ fields: [String?]) -> String {
    let collector = Collector()
    var csv = CSVWriter(sink: collector.sink)
    for field in fields { csv.field(field) }
    csv.endRow()
    csv.finish()
    return String(collector.text.unicodeScalars.dropFirst())
  }

  @Test func beginsWithAByteOrderMarkAndEndsRowsWithCRLF() {
    let collector = Collector()
    var csv = CSVWriter(sink: collector.sink)
    csv.field("a")
    csv.field(2)
    csv.field(nil)
    csv.endRow()
    csv.endRow()
    csv.field(-3)
    csv.endRow()
    csv.finish()
    #expect(collector.bytes == [0xEF, 0xBB, 0xBF] + Array("a,2,\r\n\r\n-3\r\n".utf8))
  }

  @Test func fields() {
    let cases: [(String?, String)] = [
      (nil, ""), ("", ""), ("办事指南", "办事指南"), ("a b", "a b"), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""),
      ("a\"b", "\"a\"\"b\""),
      ("一\n二", "\"一\n二\""), ("a\r\nb", "\"a\nb\""), ("a\rb", "\"a\nb\""), ("a\tb", "\"a\tb\""), (" a", "\" a\""),
      ("a ", "\"a \""), ("a\u{0}\u{1B}[1m\u{7F}", "\"a␀␛[1m␡\""), ("3-4", "3-4"), ("$['a']", "$['a']"),
    ]
    for (field, written) in cases { #expect(row([field]) == written + "\r\n", "\(field.debugDescription)") }
    #expect(row(["a", nil, "b"]) == "a,,b\r\n")
  }

  @Test func nothingIsAFormula() {
    for formula in [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", " =1", "＝1", "＋1", "－1", "＠a",
      "=HYPERLINK(\"http://x\")",
    ] {
      let written = row([formula])
      #expect(written.hasPrefix("\"'"), "\(formula.debugDescription): \(written)")
    }
    for plain in ["a=1", "\u{FF1A}", "（1）", "电话：0300-1", "'=1"] { #expect(row([plain]) == plain + "\r\n") }
  }
}
