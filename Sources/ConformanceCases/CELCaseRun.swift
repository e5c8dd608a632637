import CEL
import DataTree
import Diagnostics
import Foundation

/// Compiles and evaluates one case and compares what comes out.
struct CELCaseRun {
  /// The case.
  private let test: CELCase
  /// Where it is evaluated.
  private let evaluation = Evaluation()
  /// Trees of bound values.
  // Views do not keep their trees alive.
  private var documents: [DataTree] = []

  /// Prepares to run a case.
  init(_ test: CELCase) { self.test = test }

  /// What came out instead of what was expected; nil when that came out.
  mutating func mismatch() -> String? {
    var builder = EnvironmentBuilder()
    builder.container = test.container ?? ""
    builder.timeZoneOffset = { name, seconds in
      TimeZone(identifier: name)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
    let slots = declare(in: &builder)
    var symbols = SymbolTable.Builder()
    let mode = Environment.Mode(
      checksTypes: !(test.skipsCheck ?? false), expandsMacros: !(test.skipsMacros ?? false))
    let compilation = builder.build().compile(
      test.expr, expecting: nil, variables: [], symbols: &symbols, mode: mode)
    guard let program = compilation.program else {
      return "not compiled: \(compilation.diagnostics.map { "\($0.range): \($0.message.en)" })"
    }
    if let type = test.expected.members["typed_result"]?.members["deduced_type"], type.type != compilation.type {
      return "type \(compilation.type)"
    }
    if test.isCheckOnly ?? false { return nil }
    evaluation.symbols = symbols.freeze()
    for (name, slot) in slots {
      if let binding = test.bindings?[name] { evaluation.setVariable(slot, bound(binding)) }
    }
    return compare(program.evaluate(in: evaluation))
  }

  /// Declares what the case declares and binds.
  private func declare(in builder: inout EnvironmentBuilder) -> [String: Int] {
    var slots: [String: Int] = [:]
    for declaration in test.declarations ?? [] {
      if let type = declaration.ident {
        slots[declaration.name] = builder.declare(variable: declaration.name, type.type)
      }
      let overloads = (declaration.function ?? []).map { overload in
        FunctionOverload(overload.id, overload.params.map(\.type), overload.result.type, isMember: overload.instance) {
          _, evaluation in evaluation.fail(LocalizedText(zh: "没有实现", en: "no implementation"))
        }
      }
      guard !overloads.isEmpty else { continue }
      builder.declare(
        function: FunctionDeclaration(
          declaration.name, summary: LocalizedText(zh: "", en: ""), overloads: overloads))
    }
    for name in (test.bindings ?? [:]).keys.sorted() where slots[name] == nil {
      slots[name] = builder.declare(variable: name, .dyn)
    }
    return slots
  }

  // MARK: Values

  /// A bound value: a document's tree where it could be one, else a value as expressions make them.
  private mutating func bound(_ json: JSONValue) -> Value {
    guard let (key, content) = json.only else { return .null }
    if key == "error" {
      return evaluation.fail(LocalizedText(zh: "绑定的错误", en: content.elements.first?.text ?? "bound error"))
    }
    guard key == "list" || key == "map", isDocument(json), let symbols = evaluation.symbols else {
      return value(json)
    }
    let tree = DataTree(symbols: symbols)
    var builder = TreeBuilder(into: tree)
    build(json, &builder)
    documents.append(tree)
    evaluation.trees.append(tree.view)
    return .node(NodeReference(tree: UInt32(evaluation.trees.count - 1), node: .root))
  }

  /// Whether a value is one that a document can hold.
  private func isDocument(_ json: JSONValue) -> Bool {
    switch json.only {
    case ("list", let elements)?: elements.elements.allSatisfy(isDocument)
    case ("map", let entries)?:
      entries.elements.allSatisfy { $0.elements[0].members["string"] != nil && isDocument($0.elements[1]) }
    case ("null", _)?, ("bool", _)?, ("int", _)?, ("double", _)?, ("string", _)?: true
    default: false
    }
  }

  /// Writes a value into a tree.
  private func build(_ json: JSONValue, _ builder: inout TreeBuilder) {
    switch json.only {
    case ("list", let elements)?:
      builder.begin(.list)
      for element in elements.elements { build(element, &builder) }
      builder.end()
    case ("map", let entries)?:
      builder.begin(.map)
      for entry in entries.elements {
        builder.key(entry.elements[0].members["string"]?.text ?? "")
        build(entry.elements[1], &builder)
      }
      builder.end()
    case ("bool", .bool(let value))?: builder.bool(value)
    case ("int", let text)?: builder.int(Int64(text.text ?? "") ?? 0)
    case ("double", let text)?: builder.double(double(text))
    case ("string", let text)?: builder.string(text.text ?? "")
    default: builder.null()
    }
  }

  /// The double that a case writes as text.
  private func double(_ text: JSONValue) -> Double { Double(text.text ?? "") ?? .nan }

  /// A value as expressions make it.
  private func value(_ json: JSONValue) -> Value {
    switch json.only {
    case ("bool", .bool(let value))?: .bool(value)
    case ("int", let text)?: .int(Int64(text.text ?? "") ?? 0)
    case ("uint", let text)?: .uint(UInt64(text.text ?? "") ?? 0)
    case ("double", let text)?: .double(double(text))
    case ("string", let text)?: evaluation.makeString(text.text ?? "")
    case ("bytes", let text)?: evaluation.makeBytes(Array(Data(base64Encoded: text.text ?? "") ?? Data()))
    case ("list", let elements)?: evaluation.makeList(elements.elements.map(value))
    case ("map", let entries)?:
      evaluation.makeMap(entries.elements.map { (value($0.elements[0]), value($0.elements[1])) })
    case ("timestamp", let text)?: evaluated("timestamp('\(text.text ?? "")')")
    case ("duration", let text)?: evaluated("duration('\(text.text ?? "")')")
    default: .null
    }
  }

  /// The value of a constant expression.
  private func evaluated(_ source: String) -> Value {
    var symbols = SymbolTable.Builder()
    let compilation = EnvironmentBuilder().build().compile(source, symbols: &symbols)
    return compilation.program?.evaluate(in: evaluation) ?? .null
  }

  // MARK: Results

  /// What came out if it is not what was expected.
  private func compare(_ actual: Value) -> String? {
    let isError = if case .error = actual { true } else { false }
    if test.expected.members["eval_error"] != nil || test.expected.members["any_eval_errors"] != nil {
      return isError ? nil : describe(actual)
    }
    let wanted = test.expected.members["value"] ?? test.expected.members["typed_result"]?.members["result"]
    guard let wanted else { return "no expectation that can be tested" }
    return matches(wanted, actual) ? nil : describe(actual)
  }

  /// Whether a value is the expected one, of the very type.
  private func matches(_ wanted: JSONValue, _ actual: Value) -> Bool {
    switch (wanted.only?.key, actual) {
    case ("double", .double(let number)):
      let expected = double(wanted.only?.value ?? .null)
      return number == expected ? number.sign == expected.sign || number != 0 : number.isNaN && expected.isNaN
    case ("type", .type(let type)): return evaluation.typeName(type) == wanted.only?.value.text
    case ("list", _) where evaluation.typeName(of: actual) == "list":
      let elements = wanted.only?.value.elements ?? []
      guard evaluation.count(of: actual) == elements.count else { return false }
      return elements.enumerated().allSatisfy { index, element in
        evaluation.element(of: actual, at: index).map { matches(element, $0) } ?? false
      }
    case ("map", _) where evaluation.typeName(of: actual) == "map":
      let entries = wanted.only?.value.elements ?? []
      guard evaluation.count(of: actual) == entries.count else { return false }
      return entries.allSatisfy { entry in
        (0..<entries.count).contains { index in
          guard let found = evaluation.entry(of: actual, at: index) else { return false }
          return matches(entry.elements[0], found.key) && matches(entry.elements[1], found.value)
        }
      }
    case ("null", .null): return true
    case ("bool", .bool), ("int", .int), ("uint", .uint), ("string", .string), ("bytes", .bytes),
      ("timestamp", .timestamp), ("duration", .duration):
      return evaluation.equals(value(wanted), actual) == true
    default: return false
    }
  }

  /// A value for failure reports.
  private func describe(_ value: Value) -> String {
    if case .error(let error) = value { return "error: \(evaluation.errorMessage(error).en)" }
    let text = evaluation.string(of: value).map { "\"\($0)\"" } ?? "\(value)"
    return "\(evaluation.typeName(of: value)) \(text)"
  }
}
