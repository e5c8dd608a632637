import SourceText

extension PathParser {
  /// Reads `a && b || c …`; chains are kept flat, so that only parentheses deepen the tree.
  mutating func expression() throws(PathFault) -> FilterExpression {
    let start = scanner.position
    var alternatives = [try conjunction()]
    while try takeOperator("|", name: "||") { alternatives.append(try conjunction()) }
    return joined(alternatives, from: start, FilterExpression.Kind.or)
  }

  /// Reads `a && b && …`.
  private mutating func conjunction() throws(PathFault) -> FilterExpression {
    let start = scanner.position
    var terms = [try term()]
    while try takeOperator("&", name: "&&") { terms.append(try term()) }
    return joined(terms, from: start, FilterExpression.Kind.and)
  }

  /// The only part as it is, several as one expression.
  private func joined(
    _ parts: [FilterExpression], from start: Int, _ kind: ([FilterExpression]) -> FilterExpression.Kind
  ) -> FilterExpression {
    if parts.count == 1, let only = parts.first { return only }
    return FilterExpression(kind: kind(parts), range: scanner.range(from: start))
  }

  /// Reads a doubled operator and the blanks around it; leaves the cursor alone when another token follows.
  private mutating func takeOperator(_ letter: Unicode.Scalar, name: String) throws(PathFault) -> Bool {
    let end = scanner.position
    scanner.skipBlanks()
    let start = scanner.position
    guard scanner.take(letter) else {
      scanner.position = end
      return false
    }
    guard scanner.take(letter) else {
      throw PathFault(Messages.doubledOperator(String(letter), name), at: scanner.range(from: start))
    }
    scanner.skipBlanks()
    return true
  }

  /// Reads a comparison, a test or a parenthesised expression, each test perhaps negated.
  private mutating func term() throws(PathFault) -> FilterExpression {
    let start = scanner.position
    try countPart()
    guard scanner.take("!") else {
      if scanner.current == UInt8(ascii: "(") { return try parenthesised() }
      return try comparisonOrTest()
    }
    scanner.skipBlanks()
    let negated: FilterExpression
    if scanner.current == UInt8(ascii: "(") {
      negated = try parenthesised()
    } else if scanner.current == UInt8(ascii: "!") {
      throw PathFault(Messages.doubleNegation, at: scanner.characterRange(at: scanner.position))
    } else {
      negated = try operand()
      let end = scanner.position
      if let comparison = try comparisonOperator() {
        throw PathFault(Messages.negatedComparison, at: comparison.range)
      }
      scanner.position = end
    }
    return FilterExpression(kind: .not(negated), range: scanner.range(from: start))
  }

  /// Reads `(…)`, which may not stand beside a comparison operator.
  private mutating func parenthesised() throws(PathFault) -> FilterExpression {
    let open = scanner.position
    scanner.position += 1
    scanner.skipBlanks()
    let inner = try nested { parser throws(PathFault) in try parser.expression() }
    scanner.skipBlanks()
    guard scanner.take(")") else {
      if scanner.current == nil {
        throw PathFault(Messages.unclosed("(", ")"), at: scanner.characterRange(at: open))
      }
      throw scanner.unexpected(Messages.operatorOrParenthesis)
    }
    let end = scanner.position
    if let comparison = try comparisonOperator() {
      throw PathFault(Messages.comparedParentheses, at: comparison.range)
    }
    scanner.position = end
    return inner
  }

  /// Reads one operand, or two with an operator between them.
  private mutating func comparisonOrTest() throws(PathFault) -> FilterExpression {
    let start = scanner.position
    let left = try operand()
    let end = scanner.position
    guard let comparison = try comparisonOperator() else {
      scanner.position = end
      return left
    }
    scanner.skipBlanks()
    try countPart()
    let right = try operand()
    let whole = scanner.range(from: start)
    let rightEnd = scanner.position
    if let second = try comparisonOperator() { throw PathFault(Messages.chainedComparison, at: second.range) }
    scanner.position = rightEnd
    return FilterExpression(kind: .comparison(comparison.kind, left, right), range: whole)
  }

  /// Reads a comparison operator and the blanks before it; callers put the cursor back when there is none.
  private mutating func comparisonOperator() throws(PathFault) -> (kind: ComparisonOperator, range: SourceRange)? {
    scanner.skipBlanks()
    let start = scanner.position
    let kind: ComparisonOperator
    if scanner.take("=") {
      guard scanner.take("=") else {
        throw PathFault(Messages.doubledOperator("=", "=="), at: scanner.range(from: start))
      }
      kind = .equal
    } else if scanner.current == UInt8(ascii: "!"), scanner.following == UInt8(ascii: "=") {
      scanner.position += 2
      kind = .notEqual
    } else if scanner.take("<") {
      kind = scanner.take("=") ? .lessOrEqual : .less
    } else if scanner.take(">") {
      kind = scanner.take("=") ? .greaterOrEqual : .greater
    } else {
      return nil
    }
    return (kind, scanner.range(from: start))
  }

  /// Reads a literal, a query or a call.
  private mutating func operand() throws(PathFault) -> FilterExpression {
    let start = scanner.position
    let kind: FilterExpression.Kind
    switch scanner.current {
    case UInt8(ascii: "@"), UInt8(ascii: "$"): kind = .query(try query())
    case UInt8(ascii: "'"), UInt8(ascii: "\""): kind = .literal(.text(try scanner.stringLiteral()))
    case let byte? where isDigit(byte) || byte == UInt8(ascii: "-"): kind = .literal(try scanner.number())
    default:
      guard scanner.fullWidthFault() == nil, let word = scanner.word() else {
        throw scanner.unexpected(Messages.operand)
      }
      kind = try keywordOrCall(word)
    }
    return FilterExpression(kind: kind, range: scanner.range(from: start))
  }

  /// Reads on after a word: its arguments, or nothing if it is a keyword.
  private mutating func keywordOrCall(
    _ word: (text: String, range: SourceRange)
  ) throws(PathFault) -> FilterExpression.Kind {
    if scanner.current == UInt8(ascii: "(") { return .call(try call(word)) }
    switch word.text {
    case "true": return .literal(.bool(true))
    case "false": return .literal(.bool(false))
    case "null": return .literal(.null)
    default: break
    }
    let end = scanner.position
    scanner.skipBlanks()
    let isCall = scanner.current == UInt8(ascii: "(")
    if isCall, scanner.position > end, PathFunction(rawValue: word.text) != nil {
      throw PathFault(Messages.blankBeforeParenthesis(word.text), at: scanner.range(from: end))
    }
    throw PathFault(Messages.unknownWord(word.text), at: word.range)
  }

  /// Reads `(…)` after a function's name, right behind it.
  private mutating func call(_ name: (text: String, range: SourceRange)) throws(PathFault) -> FunctionCall {
    let open = scanner.position
    scanner.position += 1
    var arguments: [FilterExpression] = []
    scanner.skipBlanks()
    if !scanner.take(")") {
      repeat {
        scanner.skipBlanks()
        arguments.append(try nested { parser throws(PathFault) in try parser.expression() })
        scanner.skipBlanks()
      } while scanner.take(",")
      guard scanner.take(")") else {
        if scanner.current == nil {
          throw PathFault(Messages.unclosed("(", ")"), at: scanner.characterRange(at: open))
        }
        throw scanner.unexpected(Messages.commaOrParenthesis)
      }
    }
    return FunctionCall(name: name.text, nameRange: name.range, arguments: arguments)
  }
}
