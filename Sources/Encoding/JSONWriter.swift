/// Writes JSON text (RFC 8259) value by value, without ever holding the whole.
///
/// The caller keeps the grammar: a `key` before each member's value, an `end…` for each `begin…`.
package struct JSONWriter: ~Copyable {
  /// How white space is used.
  package enum Layout: Sendable {
    /// None at all.
    case compact
    /// Two spaces per level and one member per line, but for containers begun as inline.
    case pretty
  }

  /// One open object or array.
  private struct Container {
    /// Whether the next element needs a comma before it.
    var hasElements = false
    /// Whether elements stay on the line of the opening bracket.
    var isInline: Bool
  }

  /// Takes the text.
  private var output: ByteWriter
  /// Decides on spaces and line breaks.
  private let layout: Layout
  /// The open containers, outermost first.
  private var containers: [Container] = []
  /// Whether a key has been written whose value comes next.
  private var followsKey = false

  /// Writes to `sink`.
  package init(layout: Layout = .pretty, sink: @escaping ByteSink) {
    self.layout = layout
    output = ByteWriter(sink: sink)
  }

  /// Opens an object; `inline` keeps it and all that is in it on one line of the pretty layout.
  package mutating func beginObject(inline: Bool = false) { begin(UInt8(ascii: "{"), inline: inline) }

  /// Closes the innermost object.
  package mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Opens an array; `inline` as for objects.
  package mutating func beginArray(inline: Bool = false) { begin(UInt8(ascii: "["), inline: inline) }

  /// Closes the innermost array.
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a member's name that needs no escaping.
  package mutating func key(_ name: StaticString) {
    separate()
    output.write(UInt8(ascii: "\""))
    output.write(literal: name)
    output.write(UInt8(ascii: "\""))
    endKey()
  }

  /// Writes a member's name that comes from data.
  package mutating func key(escaping name: String) {
    separate()
    withUTF8(of: name) { output.writeJSONString($0, isValid: true) }
    endKey()
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    withUTF8(of: text) { output.writeJSONString($0, isValid: true) }
  }

  /// Writes bytes of a document as a string; what is not UTF-8 becomes U+FFFD.
  package mutating func string(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    separate()
    output.writeJSONString(bytes, isValid: false)
  }

  /// Writes an integer.
  package mutating func int(_ value: Int) {
    separate()
    output.write(value)
  }

  /// Writes a number given in hundredths, without digits that say nothing.
  package mutating func number(hundredths value: Int) {
    separate()
    if value < 0 { output.write(UInt8(ascii: "-")) }
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    output.write(Int(whole))
    guard rest > 0 else { return }
    output.write(UInt8(ascii: "."))
    output.write(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { output.write(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) {
    separate()
    output.write(literal: value ? "true" : "false")
  }

  /// Writes `null`.
  package mutating func null() {
    separate()
    output.write(literal: "null")
  }

  /// Writes a member whose value is a string, or null.
  package mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// Writes a member whose value is an integer.
  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    int(value)
  }

  /// Writes a member whose value is a boolean.
  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Ends the text with a line break in the pretty layout, and hands everything to the sink.
  package mutating func finish() {
    if layout == .pretty { output.write(UInt8(ascii: "\n")) }
    output.flush()
  }

  /// Opens a container; what is inside an inline one is inline too.
  private mutating func begin(_ bracket: UInt8, inline: Bool) {
    separate()
    output.write(bracket)
    containers.append(Container(isInline: inline || layout == .compact || containers.last?.isInline == true))
  }

  /// Closes a container; an empty one stays on its line.
  private mutating func end(_ bracket: UInt8) {
    if let container = containers.popLast(), container.hasElements, !container.isInline { startLine() }
    output.write(bracket)
  }

  /// Writes what stands between a key and its value.
  private mutating func endKey() {
    output.write(UInt8(ascii: ":"))
    if layout == .pretty { output.write(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes what stands between the value before and the one that comes now.
  private mutating func separate() {
    guard !followsKey else {
      followsKey = false
      return
    }
    guard let last = containers.indices.last else { return }
    let container = containers[last]
    if container.hasElements { output.write(UInt8(ascii: ",")) }
    if !container.isInline {
      startLine()
    } else if container.hasElements, layout == .pretty {
      output.write(UInt8(ascii: " "))
    }
    containers[last].hasElements = true
  }

  /// Indents by the number of open containers.
  private mutating func startLine() {
    output.write(UInt8(ascii: "\n"))
    output.write(UInt8(ascii: " "), count: 2 * containers.count)
  }
}
