/// Writes Markdown whose text comes from elsewhere: nothing in it is taken for markup.
package struct MarkdownWriter {
  /// What was written so far.
  package private(set) var text = ""

  /// Starts with an empty page.
  package init() {}

  /// A heading; levels begin with 1.
  package mutating func heading(_ level: Int, _ words: String) {
    endParagraph()
    text += String(repeating: "#", count: level) + " " + MarkdownWriter.escaped(words) + "\n"
  }

  /// A paragraph.
  package mutating func paragraph(_ words: String) {
    endParagraph()
    text += MarkdownWriter.escaped(words) + "\n"
  }

  /// Leaves one empty line, as paragraphs, tables and blocks of code need it.
  package mutating func endParagraph() {
    if !text.isEmpty, !text.utf8.suffix(2).elementsEqual([0x0A, 0x0A]) { text += "\n" }
  }

  /// A line that is Markdown already.
  package mutating func line(_ markdown: String) { text += markdown + "\n" }

  /// An element of a list.
  package mutating func item(_ words: String) { text += "- " + MarkdownWriter.escaped(words) + "\n" }

  /// The first two lines of a table.
  package mutating func tableHeader(_ cells: [String]) {
    endParagraph()
    row(cells)
    text += "|" + String(repeating: "---|", count: cells.count) + "\n"
  }

  /// A row of cells that are Markdown already.
  package mutating func row(_ cells: [String]) {
    text += "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// A block of code between fences that are longer than any inside it.
  package mutating func code(_ code: String, language: String) {
    var longest = 0
    var run = 0
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    var code = code[...]
    while code.utf8.last == UInt8(ascii: "\n") { code.removeLast() }
    endParagraph()
    text += "\(fence)\(language)\n\(code)\n\(fence)\n"
  }

  /// Text in which no character is taken for markup but backquotes, which rule files use for code; on one line.
  package static func escaped(_ words: String) -> String {
    var escaped: [UInt8] = []
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "#"):
        escaped += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): escaped.append(UInt8(ascii: " "))
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// A name in code letters.
  package static func code(_ name: String) -> String { "`" + name + "`" }
}
