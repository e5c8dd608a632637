import Encoding
import Testing

@Suite struct HTMLWriterTests {
  private func text(_ write: (inout HTMLWriter) -> Void) -> String {
    var bytes: [UInt8] = []
    var page = HTMLWriter { bytes.append(contentsOf: $0) }
    write(&page)
    page.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func elementsNestAndClose() {
    let page = text {
      $0.beginDocument()
      $0.begin("p", class: "a")
      $0.attribute("lang", literal: "zh")
      $0.text("材料 ")
      $0.begin("b")
      $0.text(-12)
      $0.end()
      $0.void("br")
      $0.begin("i")
    }
    #expect(page == "<!DOCTYPE html>\n<p class=\"a\" lang=\"zh\">材料 <b>-12</b><br><i></i></p>\n")
  }

  @Test func attributes() {
    let page = text {
      $0.begin("a")
      $0.attribute("href", prefix: "#r", 12)
      $0.flag("hidden")
      $0.attribute("title", "\"'<>&\u{0}\n")
      $0.end()
    }
    #expect(page == "<a href=\"#r12\" hidden title=\"&quot;&#39;&lt;&gt;&amp;\u{FFFD}\n\"></a>\n")
  }

  @Test func textIsEscaped() {
    let cases: [(String, String)] = [
      ("<script>alert('1')</script>", "&lt;script&gt;alert('1')&lt;/script&gt;"), ("a && \"b\"", "a &amp;&amp; \"b\""),
      ("]]><!-- -->", "]]&gt;&lt;!-- --&gt;"), ("\u{0}\u{1}\u{1B}\t\n", "\u{FFFD}\u{FFFD}\u{FFFD}\t\n"), ("", ""),
      ("表😀é", "表😀é"),
    ]
    for (given, expected) in cases { #expect(text { $0.text(given) } == expected + "\n") }
  }

  @Test func endWithoutBeginIsNothing() { #expect(text { $0.end() } == "\n") }
}
