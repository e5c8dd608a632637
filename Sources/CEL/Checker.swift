import Diagnostics
import SourceText

/// Resolves names and checks types, node by node, children first.
struct Checker {
  /// What a name stands for.
  enum Reference {
    /// A variable of the environment or of the caller.
    case variable(slot: Int, name: String)
    /// A variable of a macro.
    case local(Int)
    /// A type as a value.
    case type(TypeReference)
  }

  /// How a call is evaluated.
  struct ResolvedCall {
    /// Signatures that the arguments may fit when evaluated.
    var overloads: [FunctionOverload]
    /// Whether the receiver is the function's namespace and no argument.
    var isNamespaced: Bool
    /// Name of the function with its namespace.
    var name: String
  }

  /// Where it is compiled.
  let environment: Environment
  /// What is checked.
  let tree: SyntaxTree
  /// Whether types must fit before evaluation.
  let isStrict: Bool
  /// Variables of this expression alone; of two with one name the later counts.
  private let extra: [Variable]
  /// Whether a name with dots may stand for one of them.
  private let extraHasDots: Bool
  /// Type of each node.
  private(set) var types: [ExpressionType]
  /// What names and qualified names stand for.
  private(set) var references: [Reference?]
  /// How calls are evaluated.
  var calls: [ExpressionID: ResolvedCall] = [:]
  /// The variables of macros, first and second, by the node of the macro.
  private(set) var locals: [ExpressionID: (first: Int, second: Int)] = [:]
  /// Number of macro variables that are alive at once.
  private(set) var localCount = 0
  /// What was found.
  var diagnostics: [Diagnostic] = []
  /// Names of variables that are read.
  private(set) var readsVariables: Set<String> = []
  /// What type parameters stand for.
  var unifier = TypeUnifier()
  /// Variables of macros that are in scope, innermost last; their positions are their places at run time.
  private var scope: [(name: String, type: ExpressionType)] = []

  /// Prepares to check a tree; `extra` variables hide those of the environment.
  init(_ environment: Environment, _ tree: SyntaxTree, extra: [Variable], isStrict: Bool) {
    self.environment = environment
    self.tree = tree
    self.isStrict = isStrict
    self.extra = extra
    extraHasDots = extra.contains { $0.name.utf8.contains(UInt8(ascii: ".")) }
    types = Array(repeating: .dyn, count: tree.nodes.count)
    references = Array(repeating: nil, count: tree.nodes.count)
  }

  /// Names of the functions that are called.
  var calledFunctions: Set<String> { Set(calls.values.map(\.name)) }

  /// Checks the whole expression and that its value has a type.
  mutating func checkAll(expecting: ExpressionType?, source: [UInt8]) {
    let type = check(tree.root)
    guard isStrict, diagnostics.isEmpty, let expecting, !unifier.isAssignable(expecting, from: type) else { return }
    report(Messages.wrongResult(finalType(tree.root), expected: expecting), tree[tree.root].range)
  }

  /// The type of a node, with type parameters that stand for nothing seen as anything.
  func finalType(_ id: ExpressionID) -> ExpressionType { unifier.finish(types[id]) }

  /// Reports a fault; only in strict checking, and once for each place.
  mutating func report(_ message: LocalizedText, _ range: SourceRange, id: String = "expression-type") {
    guard isStrict, !diagnostics.contains(where: { $0.range == range }) else { return }
    diagnostics.append(Diagnostic(id: id, message: message, range: range))
  }

  /// Finds the type of a node and notes it.
  @discardableResult
  mutating func check(_ id: ExpressionID) -> ExpressionType {
    let type = unifier.resolve(deduce(id))
    types[id] = type
    return type
  }

  /// Finds the type of a node by its kind.
  private mutating func deduce(_ id: ExpressionID) -> ExpressionType {
    switch tree[id].kind {
    case .literal(let literal): return literal.type
    case .name(let name, let isAbsolute): return checkName(id, name, isAbsolute: isAbsolute)
    case .select(let operand, let field, let isOptional):
      return checkSelect(id, operand, field, isOptional: isOptional)
    case .test(let operand, let field): return checkTest(id, operand, field)
    case .index(let operand, let index, let isOptional):
      return checkIndex(id, operand, index, isOptional: isOptional)
    case .call(let name, let nameRange, let receiver, let arguments):
      return checkCall(id, name, nameRange, receiver, arguments)
    case .binary(let symbol, let left, let right): return checkBinary(id, symbol, left, right)
    case .not(let operand):
      expect(operand, .bool)
      return .bool
    case .negate(let operand): return checkNegation(id, operand)
    case .and(let operands), .or(let operands):
      for operand in operands { expect(operand, .bool) }
      return .bool
    case .conditional(let condition, let then, let otherwise):
      return checkConditional(id, condition, then, otherwise)
    case .list(let elements): return checkList(elements)
    case .map(let entries): return checkMap(entries)
    case .comprehension(let comprehension): return checkComprehension(id, comprehension)
    case .bind(let name, let value, let body):
      let type = check(value)
      return withLocals(id, [(name, type)]) { $0.check(body) }
    case .optionalMap(let target, let name, let body, let isFlat):
      return checkOptionalMap(id, target, name, body, isFlat: isFlat)
    }
  }

  /// Checks a node that must have a type.
  mutating func expect(_ id: ExpressionID, _ type: ExpressionType) {
    let found = check(id)
    guard !unifier.isAssignable(type, from: found) else { return }
    report(Messages.expected(type, found: finalType(id)), tree[id].range)
  }

  // MARK: Names

  /// Finds what a plain name stands for.
  private mutating func checkName(_ id: ExpressionID, _ name: String, isAbsolute: Bool) -> ExpressionType {
    if !isAbsolute, let type = local(id, name) { return type }
    if let type = resolve(id, name, isAbsolute: isAbsolute) { return type }
    report(
      Messages.unknownVariable(name, nearest: nearestVariable(to: name)), tree[id].range, id: "expression-name")
    return .error
  }

  /// The type of a macro's variable, which is noted as what the node stands for; nil when there is none.
  private mutating func local(_ id: ExpressionID, _ name: String) -> ExpressionType? {
    guard let index = scope.lastIndex(where: { $0.name == name }) else { return nil }
    references[id] = .local(index)
    return scope[index].type
  }

  /// Finds a variable or type of a qualified name and notes it as what a node stands for.
  mutating func resolve(_ id: ExpressionID, _ name: String, isAbsolute: Bool) -> ExpressionType? {
    for candidate in candidates(name, isAbsolute: isAbsolute) {
      if let variable = variable(candidate) {
        references[id] = .variable(slot: variable.slot, name: candidate)
        readsVariables.insert(candidate)
        return variable.type
      }
      if let type = environment.typeNames[candidate] {
        references[id] = .type(type)
        return .type(environment.expressionType(of: type))
      }
    }
    return nil
  }

  /// The variable of a name. The few of one expression are compared one by one, which takes less than a table of them.
  private func variable(_ name: String) -> Variable? {
    extra.last { $0.name == name } ?? environment.variables[name]
  }

  /// A name in the container, in the namespaces around it, and as it stands.
  func candidates(_ name: String, isAbsolute: Bool) -> [String] {
    guard !isAbsolute, !environment.container.isEmpty else { return [name] }
    var result: [String] = []
    var parts = environment.container.split(separator: ".")
    while !parts.isEmpty {
      result.append(parts.joined(separator: ".") + "." + name)
      parts.removeLast()
    }
    return result + [name]
  }

  /// The dotted name that a chain of selections spells; nil when it is none or begins with a macro's variable.
  func qualifiedName(_ id: ExpressionID) -> (name: String, isAbsolute: Bool)? {
    switch tree[id].kind {
    case .name(let name, let isAbsolute):
      if !isAbsolute, scope.contains(where: { $0.name == name }) { return nil }
      return (name, isAbsolute)
    case .select(let operand, let field, isOptional: false):
      return qualifiedName(operand).map { ($0.name + "." + field.text, $0.isAbsolute) }
    default: return nil
    }
  }

  /// Whether a chain of selections may be the name of a variable or type, which most chains show by their first name.
  func mayBeQualified(_ id: ExpressionID) -> Bool {
    extraHasDots || beginsWith(id) { environment.dottedNames.contains($0) }
  }

  /// Whether a chain of selections may be the namespace of a function.
  func mayBeNamespace(_ id: ExpressionID) -> Bool {
    beginsWith(id) { environment.functionNamespaces.contains($0) }
  }

  /// Whether the first name of a chain of selections is one of some names; a container may complete any name.
  private func beginsWith(_ id: ExpressionID, _ isKnown: (String) -> Bool) -> Bool {
    guard environment.container.isEmpty else { return true }
    var current = id
    while case .select(let operand, _, _) = tree[current].kind { current = operand }
    guard case .name(let name, _) = tree[current].kind else { return false }
    return isKnown(name)
  }

  /// Whether a dotted name is a variable.
  func isVariable(_ name: String, isAbsolute: Bool) -> Bool {
    candidates(name, isAbsolute: isAbsolute).contains { variable($0) != nil }
  }

  /// The variable whose name is nearest.
  private func nearestVariable(to name: String) -> String? {
    let known = scope.map(\.name) + Set(extra.map(\.name)).sorted() + environment.variables.keys.sorted()
    return nearestName(to: name, among: known)
  }

  // MARK: Variables of macros

  /// Runs `body` with variables of a macro in scope and notes their places.
  mutating func withLocals(
    _ id: ExpressionID, _ variables: [(name: String, type: ExpressionType)],
    _ body: (inout Checker) -> ExpressionType
  ) -> ExpressionType {
    let first = scope.count
    scope += variables.map { (name: $0.name, type: $0.type) }
    localCount = max(localCount, scope.count)
    locals[id] = (first, first + 1)
    let type = body(&self)
    scope.removeLast(variables.count)
    return type
  }
}

extension Literal {
  /// The type of the constant.
  var type: ExpressionType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }
}
