import CEL
import DataTree
import Testing

@testable import Catalog

/// Documents read into one evaluation, and the functions to call on them.
final class Bench: DocumentLookup {
  let sample: SampleCatalog
  let evaluation = Evaluation()
  private var trees: [DataTree] = []
  private let functions: [FunctionDeclaration]

  init(_ documents: [String], context: [(file: String, text: String)] = []) throws {
    sample = SampleCatalog(context)
    let vocabularies = VocabularySet([
      try Vocabulary(id: "vague", kind: .words, entries: ["尽快"]),
      Vocabulary(
        id: "names", rows: [Vocabulary.Row(canonical: "居民身份证", aliases: ["身份证"])], normalize: nil),
    ])
    functions = DomainFunctions.all(shapes: sample.shapes, vocabularies: vocabularies)
    trees = documents.map { sample.read($0).tree }
    evaluation.trees = trees.map(\.view)
    evaluation.lookup = self
  }

  func document(withID id: UnsafeBufferPointer<UInt8>, in evaluation: Evaluation) -> FoundDocument {
    for (index, tree) in trees.enumerated() {
      guard let node = tree.view.value(of: .root, at: "id"), equalBytes(tree.view.text(node), id) else { continue }
      return .root(NodeReference(tree: UInt32(index), node: .root))
    }
    return .missing
  }

  /// A node of the first document, by keys and positions.
  func node(_ path: String..., in tree: Int = 0) throws -> Value { try node(path, in: tree) }

  /// A node by a list of keys and positions.
  func node(_ path: [String], in tree: Int = 0) throws -> Value {
    let view = trees[tree].view
    var node = NodeID.root
    for step in path {
      node = try #require(Int(step).map { view.elements(node)[$0] } ?? view.value(of: node, at: step), "\(step)")
    }
    return evaluation.value(of: NodeReference(tree: UInt32(tree), node: node))
  }

  /// The result of a function, printed.
  func call(_ name: String, _ arguments: Value...) throws -> String {
    let function = try #require(functions.first { $0.name == name }, "\(name)")
    let overload = try #require(function.overloads.first { $0.parameters.count == arguments.count })
    return print(arguments.withUnsafeBufferPointer { overload.body($0, evaluation) })
  }

  func string(_ text: String) -> Value { evaluation.makeString(text) }
  func limit(_ text: String) -> Value { .opaque(OpaqueValue(bits: TimeLimit(text)?.bits ?? 0)) }

  func print(_ value: Value) -> String {
    switch value {
    case .absent: "absent"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string: "'\(evaluation.string(of: value) ?? "")'"
    case .opaque(let opaque): TimeLimit(bits: opaque.bits).describe(inChinese: true)
    case .optional(let optional): evaluation.content(of: optional).map { "some \(print($0))" } ?? "none"
    case .list(_): "[\(elements(of: value).map { print($0) }.joined(separator: ", "))]"
    case .map(_): entries(of: value)
    case .node(let node): name(of: node)
    case .error(let error): evaluation.errorMessage(error).en
    default: "?"
    }
  }

  private func elements(of list: Value) -> [Value] {
    (0..<(evaluation.count(of: list) ?? 0)).compactMap { evaluation.element(of: list, at: $0) }
  }

  private func entries(of map: Value) -> String {
    let entries = (0..<(evaluation.count(of: map) ?? 0)).compactMap { evaluation.entry(of: map, at: $0) }
    return "{\(entries.map { "\(print($0.key)): \(print($0.value))" }.joined(separator: ", "))}"
  }

  /// What a node is called: its id or where it leads, else how far it is from the root.
  private func name(of node: NodeReference) -> String {
    let view = trees[Int(node.tree)].view
    for key in ["id", "to", "kind"] {
      if let name = view.value(of: node.node, at: key) { return view.string(name) }
    }
    return "a node"
  }
}
