/// Writes HTML (WHATWG living standard), and SVG inside it, element by element without ever holding the whole.
///
/// Every element but the void ones gets its end tag, so that the text reads the same as HTML and as XML. Text and
/// attribute values are escaped; what is written raw is the caller's own.
package struct HTMLWriter: ~Copyable {
  /// Takes the text.
  private var output: ByteWriter
  /// The open elements, outermost first.
  private var names: [StaticString] = []
  /// Whether the latest start tag still takes attributes.
  private var isInTag = false

  /// Writes to `sink`.
  package init(sink: @escaping ByteSink) { output = ByteWriter(sink: sink) }

  /// Writes the document type, which keeps browsers from guessing.
  package mutating func beginDocument() { output.write(literal: "<!DOCTYPE html>\n") }

  /// Opens an element; attributes may follow.
  package mutating func begin(_ name: StaticString, class style: StaticString? = nil) {
    startTag(name)
    names.append(name)
    if let style { attribute("class", literal: style) }
  }

  /// Closes the innermost element.
  package mutating func end() {
    closeTag()
    guard let name = names.popLast() else { return }
    output.write(literal: "</")
    output.write(literal: name)
    output.write(UInt8(ascii: ">"))
  }

  /// Opens an element that has no content and no end tag, such as `meta`; attributes may follow.
  package mutating func void(_ name: StaticString) { startTag(name) }

  /// Writes an element that holds text only.
  package mutating func element(_ name: StaticString, class style: StaticString? = nil, _ words: String) {
    begin(name, class: style)
    text(words)
    end()
  }

  /// Gives the start tag an attribute.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    beginAttribute(name)
    withUTF8(of: value) { output.writeHTML($0, isAttribute: true) }
    output.write(UInt8(ascii: "\""))
  }

  /// Gives the start tag an attribute whose value needs no escaping.
  package mutating func attribute(_ name: StaticString, literal value: StaticString) {
    beginAttribute(name)
    output.write(literal: value)
    output.write(UInt8(ascii: "\""))
  }

  /// Gives the start tag a number with a fixed part before it and after it, such as `#r12`.
  package mutating func attribute(
    _ name: StaticString, prefix: StaticString = "", _ number: Int, suffix: StaticString = ""
  ) {
    beginAttribute(name)
    output.write(literal: prefix)
    output.write(number)
    output.write(literal: suffix)
    output.write(UInt8(ascii: "\""))
  }

  /// Gives the start tag an attribute that is there or not, such as `hidden`.
  package mutating func flag(_ name: StaticString) {
    output.write(UInt8(ascii: " "))
    output.write(literal: name)
  }

  /// Writes text.
  package mutating func text(_ words: String) {
    closeTag()
    withUTF8(of: words) { output.writeHTML($0, isAttribute: false) }
  }

  /// Writes text that is UTF-8.
  package mutating func text(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    closeTag()
    output.writeHTML(bytes, isAttribute: false)
  }

  /// Writes a number.
  package mutating func text(_ number: Int) {
    closeTag()
    output.write(number)
  }

  /// Writes text that needs no escaping, or markup of the program's own.
  package mutating func raw(literal markup: StaticString) {
    closeTag()
    output.write(literal: markup)
  }

  /// Writes the content of a `style` or `script` element as it is.
  package mutating func raw(_ content: String) {
    closeTag()
    output.write(content)
  }

  /// Ends the line, where white space means nothing.
  package mutating func endLine() {
    closeTag()
    output.write(UInt8(ascii: "\n"))
  }

  /// Closes what is open, and hands everything to the sink.
  package mutating func finish() {
    while !names.isEmpty { end() }
    endLine()
    output.flush()
  }

  /// Begins a start tag that stays open for attributes.
  private mutating func startTag(_ name: StaticString) {
    closeTag()
    output.write(UInt8(ascii: "<"))
    output.write(literal: name)
    isInTag = true
  }

  /// Ends the start tag, if one is open.
  private mutating func closeTag() {
    guard isInTag else { return }
    output.write(UInt8(ascii: ">"))
    isInTag = false
  }

  /// Writes an attribute's name up to the opening quote.
  private mutating func beginAttribute(_ name: StaticString) {
    output.write(UInt8(ascii: " "))
    output.write(literal: name)
    output.write(literal: "=\"")
  }
}
