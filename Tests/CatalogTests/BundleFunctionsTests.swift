import CEL
import DataTree
import Testing

@testable import Catalog

/// A bundle with its items, and functions called on it.
private final class BundleBench: DocumentLookup {
  private let sample = SampleCatalog()
  private let evaluation = Evaluation()
  private var items: [String: DataTree] = [:]
  private var indices: [String: UInt32] = [:]
  private let functions: [FunctionDeclaration]
  private let bundle: DataTree

  init(_ bundle: String, items: [String: String] = [:], hasCatalog: Bool = true) {
    functions = DomainFunctions.all(shapes: sample.shapes, vocabularies: VocabularySet([]))
    self.bundle = sample.read("{kind: Bundle, \(bundle)}").tree
    for (id, text) in items { self.items[id] = sample.read("{kind: ServiceItem, id: \(id), \(text)}").tree }
    evaluation.trees = [self.bundle.view]
    if hasCatalog { evaluation.lookup = self }
  }

  func document(withID id: UnsafeBufferPointer<UInt8>, in evaluation: Evaluation) -> FoundDocument {
    let name = String(decoding: id, as: UTF8.self)
    guard let tree = items[name] else { return .missing }
    // As in the catalog stage: a tree is added when its document is first asked for.
    if indices[name] == nil {
      indices[name] = UInt32(evaluation.trees.count)
      evaluation.trees.append(tree.view)
    }
    return .root(NodeReference(tree: indices[name] ?? 0, node: .root))
  }

  /// What a function says of the bundle, or of one of its members.
  func call(_ name: String, member: Int? = nil, _ text: String? = nil) throws -> String {
    let function = try #require(functions.first { $0.name == name }, "\(name)")
    var node = NodeID.root
    if let member {
      let list = try #require(bundle.view.value(of: .root, at: "members"))
      node = bundle.view.elements(list)[member]
    }
    var arguments = [Value.node(NodeReference(tree: 0, node: node))]
    if let text { arguments.append(evaluation.makeString(text)) }
    return print(arguments.withUnsafeBufferPointer { function.overloads[0].body($0, evaluation) })
  }

  private func print(_ value: Value) -> String {
    switch value {
    case .absent: return "absent"
    case .bool(let flag): return "\(flag)"
    case .int(let number): return "\(number)"
    case .string: return evaluation.string(of: value) ?? ""
    case .opaque(let opaque): return TimeLimit(bits: opaque.bits).describe(inChinese: true)
    case .optional(let optional): return evaluation.content(of: optional).map(print) ?? "none"
    case .error(let error): return evaluation.errorMessage(error).en
    case .list:
      let elements = (0..<(evaluation.count(of: value) ?? 0)).compactMap { evaluation.element(of: value, at: $0) }
      return "[" + elements.map(print).joined(separator: " ") + "]"
    case .node:
      let id = evaluation.field(of: value, "id")
      if case .absent = id { return print(evaluation.field(of: evaluation.field(of: value, "name"), "zh")) }
      return print(id)
    default: return "?"
    }
  }
}

@Test func promisesComeFromBundleVariantOrItem() throws {
  let bench = BundleBench(
    "members: [{item: a, promised: 1 工作日}, {item: a}, {id: v, item: a, variant: new}, {id: w, item: a, variant: old}, "
      + "{id: x, external: {name: 消防}}, {id: y, external: {name: 税务}, promised: 即办}, {item: none}, {item: b}]",
    items: [
      "a": "timeLimit: {promised: 5 工作日}, variants: [{id: new, timeLimit: {promised: 3 工作日}}, {id: old}]",
      "b": "timeLimit: {promised: 无}",
    ])
  let promises = try (0..<8).map { try bench.call("catalog.memberPromise", member: $0) }
  #expect(promises == ["1 工作日", "5 工作日", "3 工作日", "5 工作日", "absent", "即办", "absent", "absent"])
  #expect(try bench.call("catalog.membersSum") == "14 工作日")
  #expect(try bench.call("catalog.membersTime") == "5 工作日")
  #expect(try bench.call("catalog.memberPromise") == "absent")
}

@Test func schedulesReadMembersInOrder() throws {
  let bench = BundleBench("members: [{id: a, promised: 2 工作日}, {id: b, promised: 4 小时, needs: [a]}]")
  #expect(try bench.call("catalog.memberStart", member: 0) == "即办")
  #expect(try bench.call("catalog.memberStart", member: 1) == "2 工作日")
  #expect(try bench.call("catalog.memberFinish", member: 1) == "2.5 工作日")
  #expect(try bench.call("member", "b") == "b")
  #expect(try bench.call("member", "c") == "none")
  #expect(try bench.call("cycle", member: 0) == "[]")
  let alone = BundleBench("members: [{id: a, needs: [b]}, {id: b, needs: [a]}]", hasCatalog: false)
  #expect(try alone.call("cycle", member: 0) == "[a b]")
  #expect(try alone.call("cycle", member: 1) == "[]")
  let unavailable = "catalog.membersTime() cannot be used here, where only one document is at hand."
  #expect(try alone.call("catalog.membersTime") == unavailable)
}

@Test func totalsNeedEveryMember() throws {
  let items = [
    "a": "visits: 1, steps: [{}, {}], materials: [{name: 甲}, {name: 乙, exempt: e-licence}]",
    "b":
      "visits: 2, variants: [{id: new, visits: 3}], steps: [{}, {actor: applicant}], "
      + "materials: [{name: 甲, when: {variant: old}}, {name: 丙}]", "c": "visits: -4",
  ]
  let both = BundleBench("members: [{item: a}, {item: b, variant: new}]", items: items)
  #expect(try ["steps", "materials", "visits"].map { try both.call("catalog.membersTotal", $0) } == ["3", "2", "4"])
  let either = BundleBench("members: [{item: a, when: {q: x}}, {item: b, when: {q: y}}]", items: items)
  #expect(try ["steps", "materials", "visits"].map { try either.call("catalog.membersTotal", $0) } == ["2", "2", "2"])
  let unknown = BundleBench("members: [{item: a}, {id: x, external: {name: 消防}}]", items: items)
  #expect(try unknown.call("catalog.membersTotal", "visits") == "none")
  #expect(try BundleBench("members: []").call("catalog.membersTotal", "visits") == "none")
  #expect(try BundleBench("members: [{item: c}]", items: items).call("catalog.membersTotal", "visits") == "0")
  #expect(try both.call("catalog.membersTotal", "visit").contains("did you mean \"visits\"?"))
}

@Test func repeatedMaterialsAreGivenOnce() throws {
  let items = [
    "a": "materials: [{name: 身份证}, {name: 甲表}]", "b": "materials: [{name: 身 份证}, {name: 乙表}]",
    "c": "materials: [{name: 身份证}, {name: 《乙表》}, {name: 甲表, exempt: e-licence}]",
  ]
  func repeated(_ bundle: String) throws -> [String] {
    let bench = BundleBench(bundle, items: items)
    return try (0..<3).map { try bench.call("catalog.repeatedMaterials", member: $0) }
  }
  let members = "members: [{item: a}, {item: b}, {item: c}]"
  #expect(try repeated(members) == ["[]", "[身 份证]", "[《乙表》]"])
  #expect(try repeated(members + ", materials: [{name: 身份证, for: [a, b]}]") == ["[]", "[]", "[身份证 《乙表》]"])
  #expect(try repeated(members + ", materials: [{name: 身份证, for: [c, b, a]}]") == ["[]", "[]", "[《乙表》]"])
  let exclusive = "members: [{item: a, when: {q: x}}, {item: b, when: {q: y}}, {item: c, when: {q: x}}]"
  #expect(try repeated(exclusive) == ["[]", "[]", "[身份证]"])
}

@Test func issuersAreMembersWithAResultOfThatName() throws {
  let bench = BundleBench(
    "members: [{item: a, variant: new}, {id: x, item: a, variant: old}, {id: fire, external: {name: 消防}}, {item: b}], "
      + "results: [{name: 合格证, member: fire}, {name: 营业执照, member: a}, {name: 证书, member: z}]",
    items: [
      "a": "results: [{name: 营业执照, when: {variant: new}}, {name: 通知书}]", "b": "results: [{name: 通知书, type: none}]",
    ])
  #expect(try bench.call("catalog.issuers", "《营业执照》") == "[a]")
  #expect(try bench.call("catalog.issuers", "通知书") == "[a x]")
  #expect(try bench.call("catalog.issuers", "合格证") == "[fire]")
  #expect(try bench.call("catalog.issuers", "证书") == "[]")
}

@Test func questionsAreAskedWhereAConditionNamesThem() throws {
  let bench = BundleBench("members: [{item: a, when: {q: x}}, {item: b, when: [{r: x}, {s: y}]}], questions: [{id: t}]")
  #expect(try ["q", "r", "s", "t"].map { try bench.call("isAsked", $0) } == ["true", "true", "true", "false"])
}

@Test func tooManyCasesAreAnError() throws {
  let members = (0..<20).map {
    "{id: a\($0), when: {q\($0): true}}, {id: b\($0), when: {q\($0): false}, needs: [b\($0)]}"
  }
  let bench = BundleBench("members: [\(members.joined(separator: ", "))]")
  for name in ["catalog.membersTime", "catalog.membersSum"] {
    #expect(try bench.call(name).hasPrefix("The members have too many combinations"))
  }
  // Without a way back there is nothing to tell apart; here every member waits for itself in some case.
  #expect(try bench.call("cycle", member: 0).hasPrefix("The members have too many combinations"))
  let straight = BundleBench(
    "members: [\(members.map { $0.split(separator: ", needs")[0] + "}" }.joined(separator: ", "))]")
  #expect(try straight.call("cycle", member: 0) == "[]")
}
