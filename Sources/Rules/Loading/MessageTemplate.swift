internal import CEL

/// A message as its rule file writes it: words with `{CEL}` between them; `{{` and `}}` stand for braces.
struct MessageTemplate {
  /// A part of a message.
  enum Part: Hashable {
    /// Words.
    case words(String)
    /// An expression: its bytes in the message's text.
    case expression(Range<Int>)
  }

  /// What keeps a message from being read, with its place in the text.
  enum Fault: Hashable {
    /// A `{` whose expression does not end.
    case unclosed(at: Int)
    /// A `}` that closes nothing.
    case stray(at: Int)
    /// `{}`
    case empty(at: Int)
  }

  /// Words and expressions in turn.
  private(set) var parts: [Part] = []
  /// What is wrong with it.
  private(set) var faults: [Fault] = []
  /// The text that ranges refer to.
  let text: String

  /// Splits a message; the CEL lexer finds where an expression ends, so braces and quotes may nest.
  init(_ text: String) {
    self.text = text
    let bytes = Array(text.utf8)
    var words: [UInt8] = []
    var index = 0
    func isDoubled(_ index: Int) -> Bool { index + 1 < bytes.count && bytes[index + 1] == bytes[index] }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{") where isDoubled(index), UInt8(ascii: "}") where isDoubled(index):
        words.append(bytes[index])
        index += 2
      case UInt8(ascii: "}"):
        faults.append(.stray(at: index))
        index += 1
      case UInt8(ascii: "{"):
        guard let end = EmbeddedExpression.end(in: bytes, from: index + 1) else {
          faults.append(.unclosed(at: index))
          return
        }
        flush(&words)
        let isEmpty = bytes[index + 1..<end].allSatisfy { $0 == 0x20 }
        if isEmpty { faults.append(.empty(at: index)) } else { parts.append(.expression(index + 1..<end)) }
        index = end + 1
      default:
        words.append(bytes[index])
        index += 1
      }
    }
    flush(&words)
  }

  private mutating func flush(_ words: inout [UInt8]) {
    guard !words.isEmpty else { return }
    parts.append(.words(String(decoding: words, as: UTF8.self)))
    words.removeAll()
  }
}
