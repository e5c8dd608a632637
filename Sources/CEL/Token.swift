import Diagnostics
import SourceText

/// A lexical element of an expression.
struct Token {
  /// What kind of element a token is.
  enum Kind: Equatable {
    /// A name, reserved words included.
    case identifier
    /// A field name between backquotes, such as `` `content-type` ``.
    case quotedIdentifier
    /// A whole number without suffix.
    case int
    /// A whole number with the suffix `u`.
    case uint
    /// A number with a fraction or an exponent.
    case double
    /// Text in quotes.
    case string
    /// A byte string in quotes with the prefix `b`.
    case bytes
    /// An operator or a bracket.
    case symbol(Symbol)
    /// The end of the source.
    case end
  }

  /// Operators and brackets; without raw values, because `==` would compare those.
  enum Symbol {
    /// `(`
    case leftParenthesis
    /// `)`
    case rightParenthesis
    /// `[`
    case leftBracket
    /// `]`
    case rightBracket
    /// `{`
    case leftBrace
    /// `}`
    case rightBrace
    /// `.`
    case dot
    /// `,`
    case comma
    /// `:`
    case colon
    /// `?`
    case question
    /// `+`
    case plus
    /// `-`
    case minus
    /// `*`
    case star
    /// `/`
    case slash
    /// `%`
    case percent
    /// `!`
    case not
    /// `==`
    case equal
    /// `!=`
    case notEqual
    /// `<`
    case less
    /// `<=`
    case lessOrEqual
    /// `>`
    case greater
    /// `>=`
    case greaterOrEqual
    /// `&&`
    case and
    /// `||`
    case or
  }

  /// What it is.
  var kind: Kind
  /// Where it is.
  var range: SourceRange

  /// Whether the token is a certain operator or bracket.
  func isSymbol(_ symbol: Symbol) -> Bool {
    guard case .symbol(let found) = kind else { return false }
    return found == symbol
  }
}

/// The first fault that stops reading an expression.
struct SyntaxFailure: Error {
  /// What is said about it.
  var message: LocalizedText
  /// Where it is.
  var range: SourceRange
  /// Whether it is a single character that no expression has, behind which reading could go on.
  var isStrayCharacter = false
}

extension Token.Symbol {
  /// The symbol that one or two bytes spell, the longer one where both do, and its length.
  static func spelled(_ first: UInt8, _ second: UInt8?) -> (symbol: Token.Symbol, length: Int)? {
    if let second, let symbol = ofTwo(first, second) { return (symbol, 2) }
    return ofOne(first).map { ($0, 1) }
  }

  /// The symbol of two bytes.
  private static func ofTwo(_ first: UInt8, _ second: UInt8) -> Token.Symbol? {
    switch (first, second) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): .and
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): .or
    default: nil
    }
  }

  /// The symbol of one byte.
  private static func ofOne(_ byte: UInt8) -> Token.Symbol? {
    switch byte {
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "!"): .not
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    default: nil
    }
  }
}

extension Token.Symbol {
  /// How an expression writes it.
  var spelling: String {
    switch self {
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .leftBrace: "{"
    case .rightBrace: "}"
    case .dot: "."
    case .comma: ","
    case .colon: ":"
    case .question: "?"
    case .plus: "+"
    case .minus: "-"
    case .star: "*"
    case .slash: "/"
    case .percent: "%"
    case .not: "!"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .and: "&&"
    case .or: "||"
    }
  }
}
