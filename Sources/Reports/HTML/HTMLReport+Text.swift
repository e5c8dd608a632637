internal import Diagnostics
internal import Encoding

extension HTMLReport {
  /// Writes a text in both languages, of which the page shows one.
  mutating func both(_ text: LocalizedText, in name: StaticString = "span", class style: StaticString? = nil) {
    one(text.zh, "zh", in: name, class: style)
    one(text.en, "en", in: name, class: style)
  }

  /// Writes one wording.
  private mutating func one(_ text: String, _ tag: StaticString, in name: StaticString, class style: StaticString?) {
    page.begin(name, class: style)
    page.attribute("lang", literal: tag)
    prose(text)
    page.end()
  }

  /// Writes a sentence; what stands between backquotes is shown as code.
  mutating func prose(_ text: String) {
    let isCopied: Void? = text.utf8.withContiguousStorageIfAvailable { prose($0) }
    if isCopied == nil { Array(text.utf8).withUnsafeBufferPointer { prose($0) } }
  }

  /// Writes the bytes of a sentence.
  private mutating func prose(_ bytes: UnsafeBufferPointer<UInt8>) {
    let mark = UInt8(ascii: "`")
    var rest = 0
    while let first = bytes[rest...].firstIndex(of: mark), let last = bytes[(first + 1)...].firstIndex(of: mark) {
      visible(UnsafeBufferPointer(rebasing: bytes[rest..<first]))
      page.begin("code")
      visible(UnsafeBufferPointer(rebasing: bytes[first + 1..<last]))
      page.end()
      rest = last + 1
    }
    visible(UnsafeBufferPointer(rebasing: bytes[rest...]))
  }

  /// Writes a name or other text of a document as it is.
  mutating func visible(_ text: String) { page.visible(text) }

  /// Writes bytes of a document as they are.
  mutating func visible(_ bytes: UnsafeBufferPointer<UInt8>) { page.visible(bytes) }
}
