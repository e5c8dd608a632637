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

  /// Operators and brackets, by their spelling.
  enum Symbol: String {
    /// `(`
    case leftParenthesis = "("
    /// `)`
    case rightParenthesis = ")"
    /// `[`
    case leftBracket = "["
    /// `]`
    case rightBracket = "]"
    /// `{`
    case leftBrace = "{"
    /// `}`
    case rightBrace = "}"
    /// `.`
    case dot = "."
    /// `,`
    case comma = ","
    /// `:`
    case colon = ":"
    /// `?`
    case question = "?"
    /// `+`
    case plus = "+"
    /// `-`
    case minus = "-"
    /// `*`
    case star = "*"
    /// `/`
    case slash = "/"
    /// `%`
    case percent = "%"
    /// `!`
    case not = "!"
    /// `==`
    case equal = "=="
    /// `!=`
    case notEqual = "!="
    /// `<`
    case less = "<"
    /// `<=`
    case lessOrEqual = "<="
    /// `>`
    case greater = ">"
    /// `>=`
    case greaterOrEqual = ">="
    /// `&&`
    case and = "&&"
    /// `||`
    case or = "||"
  }

  /// What it is.
  var kind: Kind
  /// Where it is.
  var range: SourceRange

  /// Whether the token is a certain operator or bracket.
  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
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
