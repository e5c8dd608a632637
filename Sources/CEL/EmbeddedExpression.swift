/// Expressions between braces in a message template.
public enum EmbeddedExpression {
  /// Offset of the `}` that closes an expression; nil when it is not closed.
  ///
  /// Braces and quotes nest as CEL's lexis has them, so a map literal or a `}` in text ends nothing.
  /// - Parameter start: offset of the first byte of the expression, behind the `{`.
  public static func end(in template: [UInt8], from start: Int) -> Int? {
    guard start >= 0, start <= template.count else { return nil }
    var lexer = Lexer(template, from: start)
    var depth = 0
    // A character that no expression has (such as `，`) is left for the parser to complain about.
    while true {
      let token: Token
      do { token = try lexer.next() } catch {
        if error.isStrayCharacter { continue }
        return nil
      }
      switch token.kind {
      case .end: return nil
      case .symbol(.leftBrace): depth += 1
      case .symbol(.rightBrace):
        if depth == 0 { return Int(token.range.start) }
        depth -= 1
      default: break
      }
    }
  }
}
