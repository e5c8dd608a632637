/// A piece of Swift code: comments are left out, a string literal is one token, interpolated code has tokens of its own.
struct SwiftToken: Equatable {
  enum Kind {
    case word, number, string, sign
  }

  var kind: Kind
  /// As written; of a string, its content without interpolations.
  var text: String
  var line: Int
  /// Whether white space, a comment or the file's beginning stands before it.
  var followsSpace: Bool
}

/// One Swift file as tokens and lines, read without a compiler.
struct SwiftSource {
  let path: String
  let lines: [String]
  let tokens: [SwiftToken]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var lexer = SwiftLexer(text)
    tokens = lexer.run()
  }

  /// The second folder of the path: `Sources/Module/…`, `Tests/Module/…`.
  var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// Number of lines, as an editor shows them.
  var lineCount: Int { lines.last == "" ? lines.count - 1 : lines.count }

  /// The text of a token, empty outside the file.
  func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

  /// Whether the token is this sign or word, and not a string with the same content.
  func isCode(_ index: Int, _ text: String) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind != .string && tokens[index].text == text
  }

  /// The index of the bracket that closes the one at `index`; the last token where none does.
  func closing(_ index: Int) -> Int {
    var depth = 0
    for position in index..<tokens.count where tokens[position].kind == .sign {
      switch tokens[position].text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
    }
    return tokens.count - 1
  }
}

/// Cuts Swift text into tokens; knows nested comments and raw, multi-line and interpolated strings.
struct SwiftLexer {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var followsSpace = true
  private var tokens: [SwiftToken] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func run() -> [SwiftToken] {
    readCode(untilParenthesis: false)
    return tokens
  }

  /// Reads code to the end of the text, or to the `)` that ends an interpolation.
  private mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while let byte = peek() {
      if byte == 0x0A || byte == 0x20 || byte == 0x09 || byte == 0x0D {
        advance()
        followsSpace = true
      } else if starts(with: "//") {
        while let next = peek(), next != 0x0A { advance() }
        followsSpace = true
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if let hashes = stringOpening() {
        readString(hashes: hashes)
      } else if isWord(byte) || byte == UInt8(ascii: "`") {
        readWord()
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          depth -= 1
          if untilParenthesis, depth < 0 {
            advance()
            return
          }
        }
        append(.sign, String(decoding: [byte], as: UTF8.self), line)
        advance()
      }
    }
  }

  private mutating func readWord() {
    let start = position
    let isNumber = (0x30...0x39).contains(bytes[start])
    while let byte = peek(), isWord(byte) || byte == UInt8(ascii: "`") || isNumber && isDecimalPoint() { advance() }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    append(isNumber ? .number : .word, text.filter { $0 != "`" }, line)
  }

  private func isDecimalPoint() -> Bool {
    bytes[position] == UInt8(ascii: ".") && position + 1 < bytes.count && (0x30...0x39).contains(bytes[position + 1])
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        advance(2)
      } else if starts(with: "*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && position < bytes.count
    followsSpace = true
  }

  /// How many `#` stand before the quote that begins a string here; nil where no string begins.
  private func stringOpening() -> Int? {
    var index = position
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: "\"") ? index - position : nil
  }

  private mutating func readString(hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    let slot = tokens.count
    append(.string, "", line)
    advance(hashes)
    let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    advance(quote.utf8.count)
    var content: [UInt8] = []
    while let byte = peek(), !starts(with: quote + fence) {
      if starts(with: "\\" + fence + "(") {
        advance(hashes + 2)
        readCode(untilParenthesis: true)
      } else if starts(with: "\\" + fence) {
        advance(hashes + 1)
        advance()
      } else {
        content.append(byte)
        advance()
      }
    }
    advance(quote.utf8.count + hashes)
    followsSpace = false
    tokens[slot].text = String(decoding: content, as: UTF8.self)
  }

  private mutating func append(_ kind: SwiftToken.Kind, _ text: String, _ line: Int) {
    tokens.append(SwiftToken(kind: kind, text: text, line: line, followsSpace: followsSpace))
    followsSpace = false
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] == 0x0A { line += 1 }
      position += 1
    }
  }

  private func starts(with text: String) -> Bool {
    let other = text.utf8
    return position + other.count <= bytes.count && bytes[position..<position + other.count].elementsEqual(other)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}
