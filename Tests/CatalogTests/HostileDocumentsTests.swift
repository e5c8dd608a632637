import CEL
import DataTree
import Testing

@testable import Catalog

/// Random numbers that are the same in every run.
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Documents with known keys in wrong places and values of wrong kinds.
private struct DocumentMaker {
  var chance: Chance
  let keys: [String]
  let words = [
    "", "1", "2.5", "true", "null", "\"\"", "甲", "20 工作日", "五日", "end", "a", "b", "hall", "《消防法》第十条", "《", "（复印件）",
    "经办人的",
    "authority", "follow-up", "hearing", "9223372036854775807", "1e308", "-1",
  ]

  mutating func value(_ depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 5 ? 4 : 10), using: &chance) {
    case 0..<4: return words.randomElement(using: &chance) ?? ""
    case 4..<7:
      return "[" + (0..<Int.random(in: 0..<4, using: &chance)).map { _ in value(depth + 1) }.joined(separator: ", ")
        + "]"
    default: return map(depth)
    }
  }

  mutating func map(_ depth: Int) -> String {
    "{" + (0..<Int.random(in: 0..<6, using: &chance)).map { _ in entry(depth) }.joined(separator: ", ") + "}"
  }

  mutating func entry(_ depth: Int) -> String {
    "\(keys.randomElement(using: &chance) ?? "x"): \(value(depth + 1))"
  }
}

@Test func noDocumentBreaksReadingOrAFunction() throws {
  let sample = SampleCatalog([
    ("r.yaml", "{kind: Registry, materials: [{id: a, name: 甲}], places: [{id: hall}], departments: [{id: b}]}"),
    ("c.yaml", "{kind: Catalog, defaults: {contacts: {complaint: {phone: 1}}, timeLimit: {correction: 当场}}}"),
  ])
  let reading = DocumentReading(shapes: sample.shapes, context: sample.context, symbols: sample.symbols)
  let vocabularies = VocabularySet([Vocabulary(id: "t", rows: [], normalize: nil)])
  let functions = DomainFunctions.all(shapes: sample.shapes, vocabularies: vocabularies)
  let vocabulary = Value.opaque(OpaqueValue(bits: VocabularySet.bits(of: 0)))
  let evaluation = Evaluation()
  var maker = DocumentMaker(chance: Chance(state: 7), keys: sample.shapes.records.flatMap { $0.fields.map(\.name) })
  var calls = 0
  for round in 0..<600 {
    let kind = round % 5 == 0 ? "Bundle" : "ServiceItem"
    let fields = (0..<8).map { _ in maker.entry(0) }.joined(separator: ", ")
    let tree = FlowText.tree("{kind: \(kind), \(fields)}", symbols: sample.symbols)
    let end = tree.view[.root].range.end
    for diagnostic in reading.read(tree) {
      #expect(diagnostic.range.end <= end && !diagnostic.range.isEmpty)
    }
    evaluation.trees = [tree.view]
    for node in stride(from: 0, to: tree.nodeCount, by: 7) {
      let value = evaluation.value(of: NodeReference(tree: 0, node: NodeID(UInt32(node))))
      for overload in functions.flatMap(\.overloads) where !overload.id.hasPrefix("catalog") {
        let arguments = [value, overload.parameters.last == .opaque("vocabulary") ? vocabulary : value]
        _ = arguments.prefix(overload.parameters.count).withContiguousStorageIfAvailable {
          overload.body($0, evaluation)
        }
        calls += 1
      }
    }
    for id in 0..<tree.nodeCount {
      let node = tree.view[NodeID(UInt32(id))]
      if node.flags.contains(.wrapper) { #expect(node.isCollection && !node.range.isEmpty) }
    }
  }
  #expect(calls > 10_000)
}
