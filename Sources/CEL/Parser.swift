import Diagnostics
import SourceText

/// Reads an expression into a `SyntaxTree`, expanding macros; stops at the first fault.
struct Parser {
  /// Levels of nesting that an expression may have; each costs some stack in every later pass.
  static let maximumDepth = 100
  /// Bytes that an expression may have.
  static let maximumLength = 1 << 16

  /// What is being built.
  var tree = SyntaxTree()
  /// Which macros exist.
  let library: Library
  /// Whether macros are expanded at all.
  let expandsMacros: Bool
  /// Gives the tokens.
  private var lexer: Lexer
  /// The token that is looked at.
  private(set) var token = Token(kind: .end, range: SourceRange(0, 0))
  /// End of the token before it.
  private(set) var lastEnd: UInt32 = 0
  /// Levels of the expression that is read now.
  private var depth = 0

  /// Prepares to read a source.
  private init(_ source: [UInt8], library: Library, expandsMacros: Bool) {
    lexer = Lexer(source)
    self.library = library
    self.expandsMacros = expandsMacros
  }

  /// Parses a whole expression.
  static func parse(
    _ source: [UInt8], library: Library, expandsMacros: Bool = true
  ) throws(SyntaxFailure) -> SyntaxTree {
    guard source.count <= maximumLength else {
      throw SyntaxFailure(message: Messages.tooLong(source.count), range: SourceRange(0..<source.count))
    }
    var parser = Parser(source, library: library, expandsMacros: expandsMacros)
    try parser.advance()
    guard parser.token.kind != .end else {
      throw SyntaxFailure(message: Messages.emptyExpression, range: SourceRange(0..<source.count))
    }
    parser.tree.root = try parser.expression()
    guard parser.token.kind == .end else { throw parser.unexpected(Messages.operatorOrEnd) }
    return parser.tree
  }

  // MARK: Tokens

  /// Moves to the next token.
  mutating func advance() throws(SyntaxFailure) {
    lastEnd = token.range.end
    token = try lexer.next()
  }

  /// Skips a symbol if it is next.
  mutating func skip(_ symbol: Token.Symbol) throws(SyntaxFailure) -> Bool {
    guard token.isSymbol(symbol) else { return false }
    try advance()
    return true
  }

  /// Skips a symbol that must come next.
  mutating func expect(_ symbol: Token.Symbol) throws(SyntaxFailure) {
    guard try skip(symbol) else { throw unexpected(Messages.symbol(symbol.spelling)) }
  }

  /// The text of the token that is looked at.
  var tokenText: String { lexer.text(token.range) }

  /// Whether the token that is looked at is written like this.
  func isWord(_ word: StaticString) -> Bool {
    let range = token.range.offsets
    guard range.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<range.count where source[range.lowerBound + index] != word.utf8Start[index] { return false }
    return true
  }

  /// The source of the expression.
  var source: [UInt8] { lexer.source }

  /// The fault that something else was expected here.
  func unexpected(_ expected: LocalizedText) -> SyntaxFailure {
    let found = token.kind == .end ? nil : tokenText
    return SyntaxFailure(message: Messages.unexpected(found, expected: expected), range: visible(token.range))
  }

  /// The range itself, or the last byte before it when it is empty, so that there is something to underline.
  private func visible(_ range: SourceRange) -> SourceRange {
    guard range.isEmpty, lastEnd > 0 else { return range }
    var start = Int(lastEnd) - 1
    while start > 0, source[start] & 0xC0 == 0x80 { start -= 1 }
    return SourceRange(UInt32(start), lastEnd)
  }

  /// Adds a node that began at `start` and ends before the token that is looked at.
  mutating func add(_ kind: SyntaxKind, from start: UInt32) throws(SyntaxFailure) -> ExpressionID {
    try add(kind, SourceRange(start, lastEnd))
  }

  /// Adds a node, unless it lies too deep.
  mutating func add(_ kind: SyntaxKind, _ range: SourceRange) throws(SyntaxFailure) -> ExpressionID {
    let id = tree.add(kind, range)
    guard tree[id].depth <= Parser.maximumDepth else { throw tooDeep(range) }
    return id
  }

  /// The fault that an expression is nested too deeply.
  private func tooDeep(_ range: SourceRange) -> SyntaxFailure {
    SyntaxFailure(message: Messages.tooDeep(Parser.maximumDepth), range: range)
  }

  // MARK: Operators

  /// `expression: or ("?" or ":" expression)?`
  mutating func expression() throws(SyntaxFailure) -> ExpressionID {
    depth += 1
    guard depth <= Parser.maximumDepth else { throw tooDeep(token.range) }
    let start = token.range.start
    let condition = try binary(1)
    depth -= 1
    guard try skip(.question) else { return condition }
    depth += 1
    defer { depth -= 1 }
    let then = try binary(1)
    try expect(.colon)
    let otherwise = try expression()
    return try add(.conditional(condition: condition, then: then, otherwise: otherwise), from: start)
  }

  /// Operators of at least a precedence: 1 `||`, 2 `&&`, 3 relations, 4 sums, 5 products.
  private mutating func binary(_ precedence: Int) throws(SyntaxFailure) -> ExpressionID {
    let start = token.range.start
    var left = try unary()
    while true {
      if precedence <= 1, token.isSymbol(.or) {
        left = try add(.or(chain(.or, first: left, precedence: 2)), from: start)
      } else if precedence <= 2, token.isSymbol(.and) {
        left = try add(.and(chain(.and, first: left, precedence: 3)), from: start)
      } else if let (symbol, level) = strictOperator, level >= precedence {
        try advance()
        let right = try binary(level + 1)
        left = try add(.binary(symbol, left, right), from: start)
      } else {
        return left
      }
    }
  }

  /// The operands of a run of one logical operator, which becomes one node however long it is.
  private mutating func chain(
    _ symbol: Token.Symbol, first: ExpressionID, precedence: Int
  ) throws(SyntaxFailure) -> [ExpressionID] {
    var operands = [first]
    while try skip(symbol) { operands.append(try binary(precedence)) }
    return operands
  }

  /// The strict operator that is looked at, and its precedence; nil when there is none.
  private var strictOperator: (BinaryOperator, Int)? {
    switch token.kind {
    case .symbol(.plus): (.add, 4)
    case .symbol(.minus): (.subtract, 4)
    case .symbol(.star): (.multiply, 5)
    case .symbol(.slash): (.divide, 5)
    case .symbol(.percent): (.modulo, 5)
    case .symbol(.equal): (.equal, 3)
    case .symbol(.notEqual): (.notEqual, 3)
    case .symbol(.less): (.less, 3)
    case .symbol(.lessOrEqual): (.lessOrEqual, 3)
    case .symbol(.greater): (.greater, 3)
    case .symbol(.greaterOrEqual): (.greaterOrEqual, 3)
    case .identifier where isWord("in"): (.contained, 3)
    default: nil
    }
  }

  /// Any number of `!` and `-` before an operand.
  private mutating func unary() throws(SyntaxFailure) -> ExpressionID {
    var prefixes: [(isNot: Bool, start: UInt32)] = []
    while token.isSymbol(.not) || token.isSymbol(.minus) {
      let prefix = (isNot: token.isSymbol(.not), start: token.range.start)
      try advance()
      // The sign belongs to a number, so that the least int can be written.
      if !prefix.isNot, token.kind == .int || token.kind == .double {
        return try wrap(try member(signedFrom: prefix.start), prefixes)
      }
      prefixes.append(prefix)
      guard prefixes.count <= Parser.maximumDepth else { throw tooDeep(token.range) }
    }
    return try wrap(try member(signedFrom: nil), prefixes)
  }

  /// Puts operators before an operand, the last one first.
  private mutating func wrap(
    _ operand: ExpressionID, _ prefixes: [(isNot: Bool, start: UInt32)]
  ) throws(SyntaxFailure) -> ExpressionID {
    var result = operand
    for prefix in prefixes.reversed() {
      result = try add(prefix.isNot ? .not(result) : .negate(result), from: prefix.start)
    }
    return result
  }
}
