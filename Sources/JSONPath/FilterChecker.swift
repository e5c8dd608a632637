import Diagnostics
import SourceText

/// Judges whether the filters of a query are well typed (RFC 9535 2.4.3) and collects every fault, not only the first.
struct FilterChecker {
  /// The query's text, for quoting.
  let scanner: PathScanner
  /// What was found.
  private(set) var diagnostics: [Diagnostic] = []

  /// Quotes from the text that `scanner` holds.
  init(_ scanner: PathScanner) { self.scanner = scanner }

  /// Checks all filters below a run of segments.
  mutating func check(_ segments: [PathSegment]) {
    for segment in segments {
      for selector in segment.selectors {
        if case .filter(let filter) = selector.kind { checkTest(filter.expression) }
      }
    }
  }

  /// Checks an expression that must be a condition.
  private mutating func checkTest(_ expression: FilterExpression) {
    switch expression.kind {
    case .or(let parts), .and(let parts):
      for part in parts { checkTest(part) }
    case .not(let part): checkTest(part)
    case .comparison(_, let left, let right):
      checkComparand(left)
      checkComparand(right)
    case .literal: report(.type, Messages.literalAlone(scanner.text(expression.range)), at: expression.range)
    case .query(let query): check(query.segments)
    case .call(let call):
      guard let function = checkCall(call) else { return }
      if function.result == .value { report(.type, Messages.resultNotCompared(call.name), at: expression.range) }
    }
  }

  /// Checks what stands beside a comparison operator: a literal, a singular query or a call that yields a value.
  private mutating func checkComparand(_ expression: FilterExpression) {
    switch expression.kind {
    case .literal: break
    case .query(let query):
      if !query.isSingular { report(.type, Messages.manyCompared(scanner.text(query.range)), at: query.range) }
      check(query.segments)
    case .call(let call):
      guard let function = checkCall(call) else { return }
      if function.result == .logical { report(.type, Messages.resultCompared(call.name), at: expression.range) }
    case .or, .and, .not, .comparison:
      // The grammar lets none of these stand beside a comparison operator.
      report(.syntax, Messages.comparedParentheses, at: expression.range)
    }
  }

  /// Checks name and arguments; nil when the function is unknown and its result cannot be judged.
  private mutating func checkCall(_ call: FunctionCall) -> PathFunction? {
    guard let function = PathFunction(rawValue: call.name) else {
      report(.function, Messages.unknownFunction(call.name), at: call.nameRange)
      return nil
    }
    let parameters = function.parameters
    if parameters.count != call.arguments.count {
      let message = Messages.argumentCount(call.name, expected: parameters.count, found: call.arguments.count)
      report(.type, message, at: surplusRange(call, after: parameters.count))
    }
    for (parameter, argument) in zip(parameters, call.arguments) {
      checkArgument(argument, of: call.name, for: parameter)
    }
    return function
  }

  /// The arguments too many, or the name where some are missing.
  private func surplusRange(_ call: FunctionCall, after count: Int) -> SourceRange {
    let surplus = call.arguments.dropFirst(count)
    guard let first = surplus.first, let last = surplus.last else { return call.nameRange }
    return SourceRange(first.range.start, last.range.end)
  }

  /// Checks one argument against its parameter's type, nested queries included.
  private mutating func checkArgument(_ argument: FilterExpression, of name: String, for type: FunctionType) {
    let text = scanner.text(argument.range)
    switch (type, argument.kind) {
    case (.value, .literal): break
    case (.value, .query(let query)):
      if !query.isSingular { report(.type, Messages.valueArgument(name, text), at: argument.range) }
      check(query.segments)
    case (.value, .call(let call)):
      guard let function = checkCall(call) else { return }
      if function.result != .value { report(.type, Messages.valueArgument(name, text), at: argument.range) }
    case (.nodes, .query(let query)): check(query.segments)
    case (.nodes, _): report(.type, Messages.nodesArgument(name, text), at: argument.range)
    case (.logical, _): checkTest(argument)
    case (.value, _): report(.type, Messages.valueArgument(name, text), at: argument.range)
    }
  }

  /// Notes a fault and goes on.
  private mutating func report(_ kind: PathFault.Kind, _ message: LocalizedText, at range: SourceRange) {
    diagnostics.append(PathFault(kind, message, at: range).diagnostic())
  }
}
