import CEL
import Catalog
import DataTree
import JSONPath
import JSONSchema
import SourceText
import StandardRules
import YAMLReader

/// The rule languages alone, each over one parsed item: an expression, a query and a schema.
struct EngineBench {
  private static let expression =
    "item.materials.all(m, has(m.name.zh) && m.copies <= 1) && size(item.steps) <= 5"
  private static let query = "$.materials[?@.copies > 1].name"

  /// What keeps the figures from meaning anything.
  struct Unfit: Error {
    /// Which part came out wrong.
    var reason: String
  }

  /// Times the engines and prints the figures.
  func run() throws {
    var symbols = SymbolTable.Builder()
    var builder = EnvironmentBuilder()
    let slot = builder.declare(variable: "item", .dyn)
    guard let program = builder.build().compile(Self.expression, symbols: &symbols).program,
      let query = PathQuery.parse(Self.query, symbols: &symbols).query
    else { throw Unfit(reason: "the expression or the query does not compile") }
    let schema = try itemSchema(&symbols)
    let table = symbols.freeze()

    let text = Array(EngineSample.text.utf8)
    guard let tree = Self.read(text, symbols: table) else { throw Unfit(reason: "the item is not read") }
    print("engines, over an item of \(text.count) bytes with 8 materials and 5 steps, \(tree.nodeCount) nodes:")
    try withExtendedLifetime(tree) {
      print("  (a) CEL         \(try cel(program, slot, tree)); at most 2 µs")
      print("  (b) JSONPath    \(try path(query, tree)); at most 2 µs")
      let validation = try validation(schema, tree)
      let bare = Measure.microseconds { _ = BareLoop.events(of: text) }
      let ratio = Measure.figure(validation / bare * 100)
      print("  (c) JSON Schema \(Measure.figure(validation)) µs per validation, libyaml \(Measure.figure(bare)) µs")
      print("                  per reading of the same item: \(ratio) %; at most 20 %")
    }
  }

  /// An item that asks one copy of each material: every part of the expression is evaluated.
  private func cel(_ program: Program, _ slot: Int, _ tree: DataTree) throws -> String {
    let evaluation = Evaluation()
    evaluation.trees = [tree.view]
    evaluation.symbols = tree.symbols
    var held = true
    var steps = 0
    let time = Measure.microseconds {
      evaluation.reset()
      evaluation.setVariable(slot, .node(NodeReference(tree: 0, node: .root)))
      guard case .bool(true) = program.evaluate(in: evaluation) else { return held = false }
      steps = evaluation.stepCount
    }
    guard held else { throw Unfit(reason: "the expression is not true") }
    return "\(Measure.figure(time)) µs per evaluation of \(steps) steps, true: \(Self.expression)"
  }

  /// The same item, where the query compares every material and selects none, and one where it selects two.
  private func path(_ query: PathQuery, _ tree: DataTree) throws -> String {
    let other = Self.read(Array(EngineSample.text(copies: [3, 6]).utf8), symbols: tree.symbols)
    guard let other else { throw Unfit(reason: "the item is not read") }
    var nodes: [NodeID] = []
    func time(_ tree: DataTree) -> Double {
      let view = tree.view
      return Measure.microseconds {
        nodes.removeAll(keepingCapacity: true)
        _ = query.select(in: view, into: &nodes)
      }
    }
    let none = time(tree)
    guard nodes.isEmpty else { throw Unfit(reason: "the query selects something") }
    let some = withExtendedLifetime(other) { time(other) }
    guard nodes.count == 2 else { throw Unfit(reason: "the query does not select two names") }
    return "\(Measure.figure(none)) µs per evaluation selecting none of 8, "
      + "\(Measure.figure(some)) µs selecting 2: \(Self.query)"
  }

  /// Microseconds of holding the item against the shipped schema, as a lint does.
  private func validation(_ schema: Schema, _ tree: DataTree) throws -> Double {
    var faults: [SchemaFault] = []
    let view = tree.view
    let time = Measure.microseconds { _ = schema.validate(view, reading: .written, into: &faults) }
    if let fault = faults.first { throw Unfit(reason: fault.message.en) }
    return time
  }

  /// The shipped schema of items, with all that it refers to.
  private func itemSchema(_ symbols: inout SymbolTable.Builder) throws -> Schema {
    var formats = StandardFormats.all
    for format in DomainFormats.all { formats[format.name] = format.check }
    var library = SchemaLibrary(formats: formats)
    for (path, text) in StandardRules.files where path.description.hasPrefix("schema/") {
      guard let tree = Self.read(text.withUTF8Buffer { Array($0) }, symbols: .empty) else { continue }
      _ = library.add(tree, name: String(path.description.dropFirst("schema/".count)), symbols: &symbols)
    }
    let (schema, diagnostics) = library.compile("service-item.schema.json")
    guard let schema else { throw Unfit(reason: diagnostics.first?.diagnostic.message.en ?? "no schema") }
    return schema
  }

  /// The first document of a text.
  private static func read(_ bytes: [UInt8], symbols: SymbolTable) -> DataTree? {
    let tree = DataTree(symbols: symbols)
    var reader = YAMLDocuments(SourceFile(path: "item.yaml", bytes: bytes))
    return reader.next(into: tree)?.isUsable == true ? tree : nil
  }
}
