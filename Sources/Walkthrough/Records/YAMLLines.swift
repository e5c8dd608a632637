/// Writes a document of maps, lists and texts as YAML, a line at a time; what it writes reads back as it was.
struct YAMLLines {
  /// The text so far.
  private(set) var text = ""
  private var indent = ""

  /// Starts with nothing.
  init() {}

  /// Writes `key: text`, unless there is none.
  mutating func field(_ key: String, _ value: String?) {
    guard let value else { return }
    text += "\(indent)\(key): \(Self.scalar(value))\n"
  }

  /// Writes `key: number`, unless there is none.
  mutating func field(_ key: String, _ value: Int?) {
    guard let value else { return }
    text += "\(indent)\(key): \(value)\n"
  }

  /// Writes `key: [a, b]`, unless the list is empty.
  mutating func list(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    text += "\(indent)\(key):\n"
    for value in values { text += "\(indent)  - \(Self.scalar(value))\n" }
  }

  /// Writes a map below a key, unless it stays empty.
  mutating func map(_ key: String, _ body: (inout YAMLLines) -> Void) {
    var inner = YAMLLines()
    inner.indent = indent + "  "
    body(&inner)
    if !inner.text.isEmpty { text += "\(indent)\(key):\n\(inner.text)" }
  }

  /// Writes a list of maps below a key, unless it is empty.
  mutating func maps<Element>(_ key: String, _ elements: [Element], _ body: (inout YAMLLines, Element) -> Void) {
    guard !elements.isEmpty else { return }
    text += "\(indent)\(key):\n"
    for element in elements {
      var inner = YAMLLines()
      inner.indent = indent + "    "
      body(&inner, element)
      // The first field stands behind the dash.
      text += "\(indent)  - " + inner.text.dropFirst(indent.utf8.count + 4)
    }
  }

  /// A text as a scalar; clock times are quoted, which YAML 1.1 takes for numbers to the base of sixty.
  private static func scalar(_ value: String) -> String {
    let isClock = value.utf8.contains(UInt8(ascii: ":")) && value.utf8.allSatisfy { (0x30...0x3A).contains($0) }
    return isClock ? "\"\(value)\"" : ScalarText.text(value, isInFlow: false)
  }
}
