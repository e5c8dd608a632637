import DataTree
import Diagnostics
import SourceText
import Testing

@testable import CEL

/// Compiles and evaluates expressions over one small guide.
struct Fixture {
  var builder = EnvironmentBuilder()
  var evaluation = Evaluation()
  private var documents: [DataTree] = []

  init(absents: Bool = true) {
    builder.hasAbsentFields = absents
    builder.hasAbsentOptionals = absents
    builder.declare(variable: "item", .dyn)
    builder.declare(variable: "guide", .record("ServiceItem"))
    builder.declare(variable: "number", .int)
    builder.types = GuideTypes()
  }

  func compile(_ source: String, expecting: ExpressionType? = nil, variables: [Variable] = []) -> Compilation {
    var symbols = SymbolTable.Builder()
    return builder.build().compile(source, expecting: expecting, variables: variables, symbols: &symbols)
  }

  /// The value as text: scalars as written, `absent`, `error`, `limit`.
  mutating func evaluate(_ source: String) -> String {
    var symbols = SymbolTable.Builder()
    let compilation = builder.build().compile(source, symbols: &symbols)
    guard let program = compilation.program else {
      return "fault: " + (compilation.diagnostics.first?.message.en ?? "")
    }
    let table = symbols.freeze()
    let tree = guide(table)
    documents.append(tree)
    evaluation.symbols = table
    evaluation.trees = [tree.view]
    evaluation.reset()
    evaluation.setVariable(0, .node(NodeReference(tree: 0, node: .root)))
    evaluation.setVariable(1, .node(NodeReference(tree: 0, node: .root)))
    evaluation.setVariable(2, .int(7))
    return describe(program.evaluate(in: evaluation))
  }

  /// Evaluates each source and compares what comes out.
  mutating func expect(_ cases: [(source: String, value: String)], at location: SourceLocation = #_sourceLocation) {
    for (source, value) in cases { #expect(evaluate(source) == value, "\(source)", sourceLocation: location) }
  }

  func describe(_ value: Value) -> String {
    switch value {
    case .absent: "absent"
    case .error: evaluation.isLimit(value) ? "limit" : "error"
    default: evaluation.display(value)
    }
  }

  private func guide(_ symbols: SymbolTable) -> DataTree {
    let tree = DataTree(symbols: symbols)
    var builder = TreeBuilder(into: tree)
    builder.begin(.map)
    builder.key("id")
    builder.string("food")
    builder.key("name")
    builder.begin(.map)
    builder.key("zh")
    builder.string("食品经营许可")
    builder.end()
    builder.key("visits")
    builder.int(1)
    builder.key("tags")
    builder.begin(.list)
    builder.string("a")
    builder.string("b")
    builder.end()
    builder.key("materials")
    builder.begin(.list)
    for copies in [1, 2] {
      builder.begin(.map)
      builder.key("name")
      builder.string("材料\(copies)")
      if copies == 2 {
        builder.key("copies")
        builder.int(2)
      }
      builder.end()
    }
    builder.end()
    builder.end()
    return tree
  }
}

/// The schema of the guide.
struct GuideTypes: TypeProvider {
  private let known: [String: [String: ExpressionType]] = [
    "ServiceItem": [
      "id": .string, "name": .record("LocalizedText"), "visits": .int, "tags": .list(.string),
      "materials": .list(.record("Material")), "timeLimit": .record("TimeLimit"),
    ],
    "LocalizedText": ["zh": .string, "en": .string],
    "Material": ["name": .string, "copies": .int],
    "TimeLimit": ["promised": .dyn],
  ]

  func type(ofField field: String, in record: String) -> ExpressionType? { known[record]?[field] }
  func fields(of record: String) -> [String] { (known[record] ?? [:]).keys.sorted() }
}
