import CEL
import DataTree
import Testing

@testable import Catalog

/// Expressions over one item, compiled and evaluated with the domain's functions and types.
private struct ExpressionBench {
  private let sample = SampleCatalog()
  private let environment: Environment
  private let evaluation = Evaluation()
  private let vocabularies: VocabularySet
  private let item: Int
  private let vague: Int

  init() throws {
    vocabularies = VocabularySet([try Vocabulary(id: "vague", kind: .words, entries: ["尽快"])])
    var builder = EnvironmentBuilder()
    builder.types = RecordTypes(sample.shapes)
    builder.opaqueTypes = DomainFunctions.opaqueTypes(vocabularies: vocabularies)
    builder.opaqueIndex = DomainFunctions.opaqueIndex
    builder.hasAbsentFields = true
    item = builder.declare(variable: "item", .record("ServiceItem"))
    vague = builder.declare(variable: "vague", .opaque("vocabulary"))
    for function in DomainFunctions.all(shapes: sample.shapes, vocabularies: vocabularies) {
      builder.declare(function: function)
    }
    environment = builder.build()
    evaluation.comparesKeysByText = true
    evaluation.symbols = sample.symbols
  }

  var functions: [FunctionDeclaration] { environment.functions }

  /// Whether an expression is true of an item; otherwise what it is.
  func result(_ expression: String, of text: String = "{kind: ServiceItem}") -> String {
    var symbols = SymbolTable.Builder()
    let compilation = environment.compile(expression, symbols: &symbols)
    guard let program = compilation.program else {
      return compilation.diagnostics.map(\.message.en).joined(separator: "; ")
    }
    let tree = sample.read(text).tree
    return withExtendedLifetime(tree) {
      evaluation.reset()
      evaluation.trees = [tree.view]
      evaluation.setVariable(item, .node(NodeReference(tree: 0, node: .root)))
      evaluation.setVariable(vague, .opaque(OpaqueValue(bits: VocabularySet.bits(of: 0))))
      let value = program.evaluate(in: evaluation)
      switch value {
      case .bool(let value): return "\(value)"
      case .absent: return "absent"
      case .error(let error): return evaluation.errorMessage(error).en
      default: return evaluation.string(of: value) ?? evaluation.typeName(of: value)
      }
    }
  }
}

@Test func everyExampleOfAFunctionHolds() throws {
  let bench = try ExpressionBench()
  var count = 0
  let sample = SampleCatalog()
  for function in DomainFunctions.all(shapes: sample.shapes, vocabularies: VocabularySet([])) {
    for example in function.examples {
      count += 1
      let comparison = "(\(example.expression)) == (\(example.result))"
      #expect(bench.result(comparison, of: example.document ?? "{kind: ServiceItem}") == "true", "\(comparison)")
    }
  }
  #expect(count >= 40)
}

@Test func rulesReadDocumentsThroughTheirTypes() throws {
  let bench = try ExpressionBench()
  let limits = "{kind: ServiceItem, timeLimit: {promised: 5 工作日, statutory: 20 工作日}}"
  #expect(bench.result("item.timeLimit.promised <= item.timeLimit.statutory", of: limits) == "true")
  #expect(bench.result("item.timeLimit.promised <= limit('2 工作日')", of: limits) == "false")
  #expect(bench.result("item.timeLimit.promised <= item.timeLimit.statutory") == "absent")
  #expect(bench.result("text(item.timeLimit.promised)", of: limits) == "5 工作日")
  let open = "{kind: ServiceItem, timeLimit: {promised: 15 工作日, statutory: 20日}}"
  #expect(bench.result("item.timeLimit.promised <= item.timeLimit.statutory", of: open) == "absent")
  let materials = "{kind: ServiceItem, materials: [{name: 甲表}, {name: {zh: 《甲》表, en: Form}, when: {a: x}}]}"
  #expect(bench.result("item.materials.all(m, materialKey(m.name) == '甲表')", of: materials) == "true")
  #expect(bench.result("overlap(item.materials[0].when, item.materials[1].when)", of: materials) == "true")
  #expect(
    bench.result("item.materials[1].name.en == 'Form' && !has(item.materials[0].name.en)", of: materials) == "true")
  #expect(bench.result("item.materials.exists(m, matchesAny(m.name, vague))", of: materials) == "false")
  let steps = "{kind: ServiceItem, steps: [{id: a, limit: 1 工作日, next: a}, {id: b}]}"
  #expect(bench.result("item.steps.filter(s, !reachable(s)).map(s, s.id) == ['b']", of: steps) == "true")
  #expect(bench.result("pathTime(item) == limit('8 小时') && pathSteps(item) == 1", of: steps) == "true")
  #expect(bench.result("item.steps[0].next[0].to == 'a' && item.steps[1].actor == 'authority'", of: steps) == "true")
  #expect(bench.result("item.timeLimit.promised > 5") == "The operator > does not take limit and int.")
  #expect(bench.result("item.nmae").contains("name"))
}
