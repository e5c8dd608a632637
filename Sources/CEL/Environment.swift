public import DataTree
public import Diagnostics
import SourceText

/// A variable that expressions may read.
public struct Variable: Hashable, Sendable {
  /// Its name; dots are allowed.
  public var name: String
  /// Its type.
  public var type: ExpressionType
  /// Where `Evaluation.setVariable` puts its value.
  public var slot: Int

  /// Declares a variable.
  public init(_ name: String, _ type: ExpressionType, slot: Int) {
    self.name = name
    self.type = type
    self.slot = slot
  }
}

/// Everything that expressions may name; collect, then `build()`.
public struct EnvironmentBuilder: Sendable {
  /// The extension libraries.
  public var library: Library
  /// Names are looked up in this namespace first, as the language definition says of containers.
  public var container = ""
  /// Describes records; without one their fields are not checked.
  public var types: (any TypeProvider)?
  /// The domain's own types.
  public var opaqueTypes: [OpaqueType] = []
  /// Tells from the bits of an opaque value which of `opaqueTypes` it belongs to.
  public var opaqueIndex: @Sendable (UInt64) -> Int = { _ in 0 }
  /// Seconds that a named time zone is ahead of UTC at a Unix time; nil for a zone that it does not know.
  public var timeZoneOffset: @Sendable (String, Int64) -> Int? = { _, _ in nil }
  /// Whether a field that a document omits is absent; else it is CEL's error `no such key`.
  public var hasAbsentFields = false
  /// Whether `value()` of an empty optional is absent, and `has()` behind an optional step refused.
  public var hasAbsentOptionals = false
  /// Whether programs tell an `ObservationLog` what their parts come to.
  public var isObserved = false
  /// Variables in order of their slots.
  private var variables: [Variable] = []
  /// Functions in order of declaration.
  private var functions: [FunctionDeclaration] = []

  /// Starts with some extension libraries.
  public init(library: Library = .all) { self.library = library }

  /// Declares a variable.
  /// - Returns: its slot.
  @discardableResult
  public mutating func declare(variable name: String, _ type: ExpressionType) -> Int {
    variables.append(Variable(name, type, slot: variables.count))
    return variables.count - 1
  }

  /// Declares a function; one of a known name adds its signatures to those.
  public mutating func declare(function: FunctionDeclaration) { functions.append(function) }

  /// The environment as it is now.
  public func build() -> Environment {
    let runtime = Runtime(
      opaqueTypes: opaqueTypes, opaqueIndex: opaqueIndex, timeZoneOffset: timeZoneOffset,
      hasAbsentFields: hasAbsentFields, hasAbsentOptionals: hasAbsentOptionals)
    return Environment(
      library: library, container: container, types: types, runtime: runtime, isObserved: isObserved,
      variables: variables,
      standard: StandardLibrary.functions(library), declared: functions)
  }
}

/// What running programs need of their environment.
final class Runtime: Sendable {
  /// The domain's own types.
  let opaqueTypes: [OpaqueType]
  /// Which of them a value belongs to.
  let opaqueIndex: @Sendable (UInt64) -> Int
  /// Offsets of named time zones.
  let timeZoneOffset: @Sendable (String, Int64) -> Int?
  /// Whether a field that a document omits is absent.
  let hasAbsentFields: Bool
  /// Whether `value()` of an empty optional is absent.
  let hasAbsentOptionals: Bool

  /// Keeps all of it.
  init(
    opaqueTypes: [OpaqueType], opaqueIndex: @escaping @Sendable (UInt64) -> Int,
    timeZoneOffset: @escaping @Sendable (String, Int64) -> Int?, hasAbsentFields: Bool, hasAbsentOptionals: Bool
  ) {
    self.opaqueTypes = opaqueTypes
    self.opaqueIndex = opaqueIndex
    self.timeZoneOffset = timeZoneOffset
    self.hasAbsentFields = hasAbsentFields
    self.hasAbsentOptionals = hasAbsentOptionals
  }

  /// The domain type that the bits of a value belong to.
  @inline(never)
  func index(ofOpaque bits: UInt64) -> Int { opaqueIndex(bits) }

  /// -1, 0 or 1 for two values of one domain type; nil where the domain does not know.
  @inline(never)
  func compare(_ left: UInt64, _ right: UInt64) -> Int? {
    let index = opaqueIndex(left)
    return opaqueTypes.indices.contains(index) ? opaqueTypes[index].compare(left, right) : nil
  }

  /// Name of a domain type; nil for an unknown index.
  func opaqueName(_ index: Int) -> String? { opaqueTypes.indices.contains(index) ? opaqueTypes[index].name : nil }
}

/// The names, types and functions that expressions are compiled against.
public final class Environment: Sendable {
  /// The extension libraries.
  let library: Library
  /// The namespace of unqualified names.
  let container: String
  /// Describes records.
  let types: (any TypeProvider)?
  /// What its programs need when they run.
  let runtime: Runtime
  /// Whether its programs tell what their parts come to.
  let isObserved: Bool
  /// Variables by name.
  let variables: [String: Variable]
  /// Types as values, by name.
  let typeNames: [String: TypeReference]
  /// Signatures by function name.
  let overloads: [String: [FunctionOverload]]
  /// Names of functions whose results follow from their arguments alone, so that constants can be folded.
  let pureFunctions: Set<String>
  /// First parts of the dotted names of variables and types.
  let dottedNames: Set<String>
  /// First parts of the dotted names of functions.
  let functionNamespaces: Set<String>
  /// Signatures of operators.
  let operators: OperatorSignatures
  /// Every function, standard ones first, in order of declaration.
  public let functions: [FunctionDeclaration]
  /// Number of variables, and so the first slot that `compile` may be given for others.
  public let slotCount: Int

  /// Indexes what a builder collected.
  init(
    library: Library, container: String, types: (any TypeProvider)?, runtime: Runtime, isObserved: Bool,
    variables: [Variable], standard: [FunctionDeclaration], declared: [FunctionDeclaration]
  ) {
    self.library = library
    self.container = container
    self.types = types
    self.runtime = runtime
    self.isObserved = isObserved
    slotCount = variables.count
    self.variables = Dictionary(variables.map { ($0.name, $0) }) { _, later in later }
    functions = standard + declared
    var overloads: [String: [FunctionOverload]] = [:]
    for function in functions { overloads[function.name, default: []] += function.overloads }
    self.overloads = overloads
    pureFunctions = Set(standard.map(\.name)).subtracting(declared.map(\.name))
    operators = OperatorSignatures(opaqueTypes: runtime.opaqueTypes.map(\.name))
    var typeNames: [String: TypeReference] = [:]
    for (index, name) in TypeReference.names.enumerated() { typeNames[name] = TypeReference(index: UInt32(index)) }
    for (index, type) in runtime.opaqueTypes.enumerated() { typeNames[type.name] = .opaque(index) }
    if !library.contains(.optionals) { typeNames["optional_type"] = nil }
    self.typeNames = typeNames
    dottedNames = Environment.namespaces(of: variables.map(\.name) + typeNames.keys)
    functionNamespaces = Environment.namespaces(of: Array(overloads.keys))
  }

  /// What stands before the first dot of names that have one.
  private static func namespaces(of names: [String]) -> Set<String> {
    Set(names.compactMap { name in name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } })
  }

  /// The type that a type as a value stands for.
  func expressionType(of type: TypeReference) -> ExpressionType {
    let builtIn: [ExpressionType] = [
      .null, .bool, .int, .uint, .double, .string, .bytes, .list(.dyn), .map(.dyn, .dyn), .timestamp, .duration,
      .type(.dyn), .optional(.dyn),
    ]
    let index = Int(type.index)
    return index < builtIn.count
      ? builtIn[index] : runtime.opaqueName(index - builtIn.count).map { .opaque($0) } ?? .dyn
  }

  /// Compiles an expression.
  /// - Parameters:
  ///   - expecting: the type that the value must have; nil for any.
  ///   - variables: variables of this expression alone, which hide those of the environment.
  ///   - symbols: gets the field names and constant keys; freeze it after the last compilation.
  public func compile(
    _ source: String, expecting: ExpressionType? = nil, variables: [Variable] = [],
    symbols: inout SymbolTable.Builder
  ) -> Compilation {
    compile(source, expecting: expecting, variables: variables, symbols: &symbols, mode: .checked)
  }

  /// How strictly an expression is compiled.
  package struct Mode: Sendable {
    /// Whether types are checked; if not, what does not fit is an error when evaluated.
    package var checksTypes: Bool
    /// Whether macros are expanded.
    package var expandsMacros: Bool

    /// Types checked, macros expanded.
    package static let checked = Mode(checksTypes: true, expandsMacros: true)

    /// Chooses both.
    package init(checksTypes: Bool, expandsMacros: Bool) {
      self.checksTypes = checksTypes
      self.expandsMacros = expandsMacros
    }
  }

  /// Compiles an expression more or less strictly, as the conformance suite asks.
  package func compile(
    _ source: String, expecting: ExpressionType?, variables: [Variable], symbols: inout SymbolTable.Builder,
    mode: Mode
  ) -> Compilation {
    let bytes = Array(source.utf8)
    let tree: SyntaxTree
    do {
      tree = try Parser.parse(bytes, library: library, expandsMacros: mode.expandsMacros)
    } catch {
      let diagnostic = Diagnostic(id: "expression-syntax", message: error.message, range: error.range)
      return Compilation(program: nil, type: .error, diagnostics: [diagnostic])
    }
    var checker = Checker(self, tree, extra: variables, isStrict: mode.checksTypes)
    checker.checkAll(expecting: expecting, source: bytes)
    var compilation = Compilation(
      program: nil, type: checker.finalType(tree.root), diagnostics: checker.diagnostics,
      readsVariables: checker.readsVariables, calls: checker.calledFunctions)
    guard checker.diagnostics.isEmpty else { return compilation }
    var planner = Planner(checker)
    let program = planner.program(symbols: &symbols)
    compilation.diagnostics = planner.diagnostics
    if planner.diagnostics.isEmpty { compilation.program = program }
    return compilation
  }
}

/// What became of an expression.
public struct Compilation: Sendable {
  /// The program; nil when there is a diagnostic.
  public var program: Program?
  /// The type that the checker deduced.
  public var type: ExpressionType
  /// Faults, with ranges as UTF-8 offsets in the expression.
  public var diagnostics: [Diagnostic]
  /// Names of the variables that it reads.
  public var readsVariables: Set<String> = []
  /// Names of the functions that it calls, with their namespace.
  public var calls: Set<String> = []
}
