/// Writes XML 1.0 element by element, indented, without ever holding the whole.
///
/// The caller keeps the grammar: attributes before content, an `end` for each `begin`. Characters that XML 1.0 cannot
/// hold are made visible rather than dropped, so that hostile text neither breaks the document nor hides in it.
package struct XMLWriter: ~Copyable {
  /// One open element.
  private struct Element {
    /// Its name, which the end tag repeats.
    var name: StaticString
    /// Whether it holds text, so that white space in it would change it.
    var hasText = false
  }

  /// Takes the text.
  private var output: ByteWriter
  /// The open elements, outermost first.
  private var elements: [Element] = []
  /// Whether the start tag of the innermost element still takes attributes.
  private var isTagOpen = false

  /// Writes the declaration to `sink`.
  package init(sink: @escaping ByteSink) {
    output = ByteWriter(sink: sink)
    output.write(literal: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Opens an element on a line of its own.
  package mutating func begin(_ name: StaticString) {
    closeTag()
    if !elements.isEmpty, elements.last?.hasText == false { startLine() }
    output.write(UInt8(ascii: "<"))
    output.write(literal: name)
    elements.append(Element(name: name))
    isTagOpen = true
  }

  /// Writes an attribute of the element just begun; nil writes none.
  package mutating func attribute(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    beginAttribute(name)
    withUTF8(of: value) { output.writeXML($0, isAttribute: true) }
    output.write(UInt8(ascii: "\""))
  }

  /// Writes an attribute whose value is an integer.
  package mutating func attribute(_ name: StaticString, _ value: Int) {
    beginAttribute(name)
    output.write(value)
    output.write(UInt8(ascii: "\""))
  }

  /// Writes text into the innermost element.
  package mutating func text(_ text: String) {
    closeTag()
    if let last = elements.indices.last { elements[last].hasText = true }
    withUTF8(of: text) { output.writeXML($0, isAttribute: false) }
  }

  /// Closes the innermost element; one without content becomes an empty tag.
  package mutating func end() {
    guard let element = elements.popLast() else { return }
    if isTagOpen {
      output.write(literal: "/>")
      isTagOpen = false
      return
    }
    if !element.hasText { startLine() }
    output.write(literal: "</")
    output.write(literal: element.name)
    output.write(UInt8(ascii: ">"))
  }

  /// Ends the last line and hands everything to the sink.
  package mutating func finish() {
    output.write(UInt8(ascii: "\n"))
    output.flush()
  }

  /// Writes what stands before the value of an attribute.
  private mutating func beginAttribute(_ name: StaticString) {
    output.write(UInt8(ascii: " "))
    output.write(literal: name)
    output.write(literal: "=\"")
  }

  /// Ends a start tag before content.
  private mutating func closeTag() {
    guard isTagOpen else { return }
    output.write(UInt8(ascii: ">"))
    isTagOpen = false
  }

  /// Indents by the number of open elements.
  private mutating func startLine() {
    output.write(UInt8(ascii: "\n"))
    output.write(UInt8(ascii: " "), count: 2 * elements.count)
  }
}
