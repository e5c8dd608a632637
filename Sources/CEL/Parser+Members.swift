import Diagnostics
import SourceText

extension Parser {
  /// A primary expression with the selections, indexings and calls behind it.
  mutating func member(signedFrom signStart: UInt32?) throws(SyntaxFailure) -> ExpressionID {
    let start = signStart ?? token.range.start
    var operand = try primary(signedFrom: signStart)
    while true {
      if try skip(.dot) {
        operand = try selection(of: operand, from: start)
      } else if token.isSymbol(.leftBracket) {
        operand = try indexing(of: operand, from: start)
      } else if token.isSymbol(.leftBrace), isTypeName(operand) {
        throw SyntaxFailure(message: Messages.messagesUnsupported, range: tree[operand].range)
      } else {
        return operand
      }
    }
  }

  /// Whether an expression is a plain dotted name.
  private func isTypeName(_ id: ExpressionID) -> Bool {
    switch tree[id].kind {
    case .name: true
    case .select(let operand, _, let isOptional): !isOptional && isTypeName(operand)
    default: false
    }
  }

  /// What stands behind a dot: a field or a call.
  private mutating func selection(of operand: ExpressionID, from start: UInt32) throws(SyntaxFailure) -> ExpressionID {
    let isOptional = try optionalMark(Messages.optionalSelection)
    if token.kind == .quotedIdentifier {
      let field = FieldName(text: String(tokenText.dropFirst().dropLast()), range: token.range)
      try advance()
      return try add(.select(operand: operand, field: field, isOptional: isOptional), from: start)
    }
    guard token.kind == .identifier, !isAny(of: ReservedWords.literals) else {
      throw unexpected(Messages.fieldName)
    }
    let field = FieldName(text: tokenText, range: token.range)
    try advance()
    guard !isOptional, try skip(.leftParenthesis) else {
      return try add(.select(operand: operand, field: field, isOptional: isOptional), from: start)
    }
    let arguments = try arguments(until: .rightParenthesis)
    return try call(field.text, field.range, receiver: operand, arguments, from: start)
  }

  /// Whether the token that is looked at is one of some words.
  private func isAny(of words: [StaticString]) -> Bool { words.contains { isWord($0) } }

  /// What stands in brackets behind an operand.
  private mutating func indexing(of operand: ExpressionID, from start: UInt32) throws(SyntaxFailure) -> ExpressionID {
    try advance()
    let isOptional = try optionalMark(Messages.optionalSelection)
    let index = try expression()
    try expect(.rightBracket)
    return try add(.index(operand: operand, index: index, isOptional: isOptional), from: start)
  }

  /// Skips the `?` of optional syntax if it is next and optionals are on.
  private mutating func optionalMark(_ what: LocalizedText) throws(SyntaxFailure) -> Bool {
    guard token.isSymbol(.question) else { return false }
    guard library.contains(.optionals) else { throw unexpected(what) }
    try advance()
    return true
  }

  /// The arguments of a call up to its closing bracket.
  private mutating func arguments(until end: Token.Symbol) throws(SyntaxFailure) -> [ExpressionID] {
    var arguments: [ExpressionID] = []
    if try skip(end) { return arguments }
    repeat { arguments.append(try expression()) } while try skip(.comma)
    guard try skip(end) else { throw unexpected(Messages.commaOr(end.spelling)) }
    return arguments
  }

  // MARK: Primary expressions

  /// A literal, a name, a call, or something in brackets.
  private mutating func primary(signedFrom signStart: UInt32?) throws(SyntaxFailure) -> ExpressionID {
    let start = token.range.start
    switch token.kind {
    case .int, .uint, .double: return try number(signedFrom: signStart)
    case .string, .bytes: return try text()
    case .identifier: return try named(isAbsolute: false, from: start)
    case .symbol(.dot):
      try advance()
      guard token.kind == .identifier else { throw unexpected(Messages.variableName) }
      return try named(isAbsolute: true, from: start)
    case .symbol(.leftParenthesis):
      try advance()
      let inner = try expression()
      guard try skip(.rightParenthesis) else { throw unexpected(Messages.operatorOr(")")) }
      return inner
    case .symbol(.leftBracket): return try list()
    case .symbol(.leftBrace): return try map()
    default: throw unexpected(Messages.expression)
    }
  }

  /// A name and, where brackets follow, the call of that name.
  private mutating func named(isAbsolute: Bool, from start: UInt32) throws(SyntaxFailure) -> ExpressionID {
    let name = tokenText
    let range = token.range
    if isAny(of: ReservedWords.literals), !isAbsolute, let literal = ReservedWords.literal(name) {
      try advance()
      return try add(.literal(literal), range)
    }
    if isAny(of: ReservedWords.literals) || isAny(of: ReservedWords.others) {
      throw SyntaxFailure(message: Messages.reservedWord(name), range: range)
    }
    try advance()
    if try skip(.leftParenthesis) {
      let arguments = try arguments(until: .rightParenthesis)
      return try call(isAbsolute ? "." + name : name, range, receiver: nil, arguments, from: start)
    }
    if token.kind == .identifier, let word = Messages.operatorFor(tokenText) {
      throw SyntaxFailure(message: Messages.wordOperator(tokenText, instead: word), range: token.range)
    }
    return try add(.name(name, isAbsolute: isAbsolute), from: start)
  }

  /// A number, with the sign before it if there is one.
  private mutating func number(signedFrom signStart: UInt32?) throws(SyntaxFailure) -> ExpressionID {
    let range = SourceRange(signStart ?? token.range.start, token.range.end)
    let written = tokenText
    let literal: Literal?
    switch token.kind {
    case .double: literal = Double((signStart == nil ? "" : "-") + written).map { .double($0) }
    case .uint: literal = whole(String(written.dropLast())).map { .uint($0) }
    default:
      guard let magnitude = whole(written) else {
        literal = nil
        break
      }
      literal = signStart == nil ? Int64(exactly: magnitude).map { .int($0) } : negated(magnitude).map { .int($0) }
    }
    guard let literal else {
      throw SyntaxFailure(message: Messages.numberOutOfRange(written), range: range)
    }
    try advance()
    return try add(.literal(literal), range)
  }

  /// A whole number in decimal or hexadecimal digits; nil beyond 64 bits.
  private func whole(_ digits: String) -> UInt64? {
    digits.hasPrefix("0x") ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits)
  }

  /// A negative int of a magnitude; nil when there is none.
  private func negated(_ magnitude: UInt64) -> Int64? {
    magnitude == UInt64(Int64.max) + 1 ? Int64.min : Int64(exactly: magnitude).map { -$0 }
  }

  /// A string or bytes literal.
  private mutating func text() throws(SyntaxFailure) -> ExpressionID {
    let range = token.range
    let bytes = try LiteralText.decode(range, in: source)
    let literal: Literal = token.kind == .bytes ? .bytes(bytes) : .string(String(decoding: bytes, as: UTF8.self))
    try advance()
    return try add(.literal(literal), range)
  }

  /// A list literal; a comma may stand behind its last element.
  private mutating func list() throws(SyntaxFailure) -> ExpressionID {
    let start = token.range.start
    try advance()
    var elements: [ListElement] = []
    while !token.isSymbol(.rightBracket) {
      let isOptional = try optionalMark(Messages.expression)
      elements.append(ListElement(value: try expression(), isOptional: isOptional))
      guard try skip(.comma) else { break }
    }
    guard try skip(.rightBracket) else { throw unexpected(Messages.commaOr("]")) }
    return try add(.list(elements), from: start)
  }

  /// A map literal; a comma may stand behind its last entry.
  private mutating func map() throws(SyntaxFailure) -> ExpressionID {
    let start = token.range.start
    try advance()
    var entries: [MapEntry] = []
    while !token.isSymbol(.rightBrace) {
      let isOptional = try optionalMark(Messages.expression)
      let key = try expression()
      guard try skip(.colon) else { throw unexpected(Messages.symbol(":")) }
      entries.append(MapEntry(key: key, value: try expression(), isOptional: isOptional))
      guard try skip(.comma) else { break }
    }
    guard try skip(.rightBrace) else { throw unexpected(Messages.commaOr("}")) }
    return try add(.map(entries), from: start)
  }
}

/// Words that no variable may have as its name.
enum ReservedWords {
  /// Words that are not even field names.
  static let literals: [StaticString] = ["true", "false", "null", "in"]
  /// The others.
  static let others: [StaticString] = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]

  /// The constant that a word stands for.
  static func literal(_ word: String) -> Literal? {
    switch word {
    case "true": .bool(true)
    case "false": .bool(false)
    case "null": .null
    default: nil
    }
  }
}
