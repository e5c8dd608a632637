import CEL
import Catalog
import DataTree
import SourceText

/// What CEL promises of any expression, with the variables, types and functions of rules.
final class ExpressionPromises {
  /// Made once: declaring the domain takes longer than an expression.
  nonisolated(unsafe) static let shared = ExpressionPromises()

  /// The document of every expression.
  private static let item = SourceFile(
    path: "item.yaml",
    bytes: Array(
      """
      kind: ServiceItem
      id: food-licence
      name: {zh: 食品经营许可, en: Food licence}
      visits: 1
      timeLimit: {statutory: 20 工作日, promised: 5 工作日}
      materials:
        - {id: form, name: 申请表, copies: 2, when: {applicant: enterprise}}
        - {id: card, name: {zh: 身份证（复印件）}, forms: [electronic]}
      steps:
        - {id: apply, name: 申请, by: applicant, next: decide}
        - {id: decide, name: 决定, by: authority, limit: 3 工作日}
      fees: [{name: 工本费, amount: 12.5}]

      """.utf8))

  private let environment: Environment
  private var evaluation = Evaluation()
  private var runs = 0

  private init() {
    var symbols = SymbolTable.Builder()
    let shapes = ShippedFiles.shapes(symbols: &symbols)
    let vocabularies = VocabularySet([Vocabulary(id: "words", rows: [], normalize: nil)])
    var builder = EnvironmentBuilder()
    builder.types = RecordTypes(shapes)
    builder.opaqueTypes = DomainFunctions.opaqueTypes(vocabularies: vocabularies)
    builder.opaqueIndex = DomainFunctions.opaqueIndex
    builder.hasAbsentFields = true
    builder.hasAbsentOptionals = true
    builder.declare(variable: "item", .record("ServiceItem"))
    builder.declare(variable: "this", .dyn)
    builder.declare(variable: "index", .int)
    builder.declare(variable: "today", .timestamp)
    builder.declare(variable: "words", .opaque("vocabulary"))
    for function in DomainFunctions.all(shapes: shapes, vocabularies: vocabularies) {
      builder.declare(function: function)
    }
    environment = builder.build()
  }

  /// Compiles an expression and evaluates it.
  func check(_ bytes: [UInt8]) {
    let source = String(decoding: bytes, as: UTF8.self)
    let length = source.utf8.count
    var symbols = SymbolTable.Builder()
    let compilation = environment.compile(source, symbols: &symbols)
    expectSound(compilation.diagnostics, in: length)
    guard let program = compilation.program else {
      return expect(!compilation.diagnostics.isEmpty, "a refused expression gets a diagnostic")
    }
    let table = symbols.freeze()
    let tree = ShippedFiles.tree(Self.item, symbols: table)
    withExtendedLifetime(tree) {
      prepare(tree.view, table)
      let value = program.evaluate(in: evaluation)
      if case .error(let error) = value {
        let message = evaluation.errorMessage(error)
        expect(!message.zh.isEmpty && !message.en.isEmpty, "an error has a message")
        if let range = evaluation.errorRange(error) { expectInside(range, length, "an error") }
      } else {
        visit(value, depth: 0)
      }
    }
  }

  /// Reads a value as reports do, down to some depth and breadth.
  private func visit(_ value: Value, depth: Int) {
    expect(!evaluation.typeName(of: value).isEmpty, "a value has a type")
    _ = evaluation.string(of: value)
    if case .optional(let optional) = value, depth < 8, let content = evaluation.content(of: optional) {
      visit(content, depth: depth + 1)
    }
    guard let count = evaluation.count(of: value), depth < 8 else { return }
    for index in 0..<min(count, 16) {
      if let element = evaluation.element(of: value, at: index) { visit(element, depth: depth + 1) }
      if let (key, content) = evaluation.entry(of: value, at: index) {
        visit(key, depth: depth + 1)
        visit(content, depth: depth + 1)
      }
    }
  }

  /// Sets the variables; evaluations keep the constants of all their programs, so that one serves a while only.
  private func prepare(_ view: TreeView, _ symbols: SymbolTable) {
    runs += 1
    if runs & 0x3FF == 0 { evaluation = Evaluation() }
    evaluation.limits.steps = 200_000
    evaluation.symbols = symbols
    evaluation.trees = [view]
    evaluation.reset()
    evaluation.setVariable(0, .node(NodeReference(tree: 0, node: .root)))
    evaluation.setVariable(1, .node(NodeReference(tree: 0, node: .root)))
    evaluation.setVariable(2, .int(1))
    evaluation.setVariable(3, .timestamp(Moment(seconds: 1_748_736_000, nanoseconds: 0)))
    evaluation.setVariable(4, .opaque(OpaqueValue(bits: VocabularySet.bits(of: 0))))
  }
}
