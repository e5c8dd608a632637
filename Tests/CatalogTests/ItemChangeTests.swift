import DataTree
import Testing

@testable import Catalog

private let sample = SampleCatalog()

/// One line for each change: variant, materials before and after, new materials, and how many new things cite a law.
private func changes(_ before: String, _ after: String) -> [String] {
  let old = sample.read("{kind: ServiceItem, \(before)}").tree
  let new = sample.read("{kind: ServiceItem, \(after)}").tree
  return withExtendedLifetime((old, new)) {
    let (earlier, later) = (
      MeasuredItem(old.view, shapes: sample.shapes), MeasuredItem(new.view, shapes: sample.shapes)
    )
    func name(_ node: NodeID) -> String {
      let name = new.view.value(of: node, at: "name").flatMap { new.view.entries($0).first?.value }
      return name.map { new.view.string($0) } ?? ""
    }
    return ItemChange.all(from: earlier, to: later, normalize: nil).map { change in
      let materials = "\(change.before.materials ?? -1)→\(change.after.materials ?? -1)"
      let added = change.addedMaterials.map(name).joined(separator: "、")
      let variant = change.variant.map(name) ?? "*"
      return "\(variant) \(materials) [\(added)] \(change.lawfulMaterials) \(change.lawfulSteps)"
    }
  }
}

@Test func materialsAreNewByNameAndById() {
  let cases: [(String, String, String)] = [
    ("{name: 申请表}", "{name: 《申请表》}, {name: 证明}", "* 1→2 [证明] 0 0"),
    ("{name: 申请表, id: form}", "{name: 登记申请书, id: form}", "* 1→1 [] 0 0"),
    ("{name: 申请表}", "{name: 证明, basis: 《某法》第一条}", "* 1→1 [] 1 0"),
    ("{name: 证明, exempt: e-licence}", "{name: 证明, basis: 《某法》第一条}", "* 0→1 [证明] 0 0"),
    ("{name: 证明}", "{name: 证明, exempt: e-licence}", "* 1→0 [] 0 0"),
    ("{name: 产权证}, {name: 合同}", "{name: 场所证明, oneOf: [{name: 产权证}, {name: 合同}]}", "* 2→1 [] 0 0"),
    ("{name: 场所证明, oneOf: [{name: 产权证}, {name: 合同}]}", "{name: 产权证}, {name: 合同}", "* 1→2 [] 0 0"),
  ]
  for (before, after, expected) in cases {
    #expect(changes("materials: [\(before)]", "materials: [\(after)]") == [expected], "\(before) → \(after)")
  }
  #expect(changes("id: a", "materials: [{name: a}]") == ["* -1→1 [a] 0 0"])
}

@Test func onlyVariantsOfBothVersionsAreCompared() {
  let before =
    "variants: [{id: new, name: 新办}, {id: old, name: 旧}], "
    + "materials: [{name: a}, {name: b, when: {variant: old}}]"
  let after =
    "variants: [{id: more, name: 补证}, {id: new, name: 新办}], "
    + "materials: [{name: a}, {name: b}, {name: c, when: {variant: more}}]"
  #expect(changes(before, after) == ["新办 1→2 [b] 0 0"])
  #expect(changes("materials: [{name: a}]", after) == ["* 1→3 [b、c] 0 0"])
  #expect(changes(before, "materials: [{name: a}]") == ["* 2→1 [] 0 0"])
}

@Test func newStepsWithALawAreCounted() {
  let before = "steps: [{id: a, name: 受理, basis: x}, {id: b, name: 决定}]"
  let after =
    "steps: [{id: a, name: 受理, basis: x}, {id: s, name: 复核, basis: x}, {id: h, special: hearing, basis: x}, {id: b}]"
  #expect(changes(before, after) == ["* -1→-1 [] 0 1"])
}

@Test func counterpartsAreFoundByIdThenNameThenPosition() {
  let old = sample.read(
    "{kind: ServiceItem, x-own: {k: v}, topics: [p, q], steps: [{id: b, name: B}, {id: a, name: A}], "
      + "materials: [{name: m}, {name: n}]}"
  ).tree
  let new = sample.read(
    "{kind: ServiceItem, x-own: {k: w}, topics: [r, s, t], steps: [{id: a, name: Z}, {id: c}], "
      + "materials: [{name: n}, {name: o}], visits: 1}"
  ).tree
  withExtendedLifetime((old, new)) {
    let counterpart = Counterpart(from: new.view, in: old.view, shapes: sample.shapes)
    func find(_ path: [String]) -> String? {
      var node = NodeID.root
      for step in path {
        node = Int(step).map { new.view.elements(node)[$0] } ?? new.view.value(of: node, at: step) ?? .root
      }
      return counterpart.node(node).map { printed(old, $0) }
    }
    #expect(find(["steps", "0", "name"]) == "^{zh: 'A'}")
    #expect(find(["steps", "1"]) == nil)
    #expect(find(["materials", "0", "name", "zh"]) == "'n'")
    #expect(find(["materials", "1"]) == nil)
    #expect(find(["topics", "1"]) == "'q'")
    #expect(find(["topics", "2"]) == nil)
    #expect(find(["x-own", "k"]) == "'v'")
    #expect(find(["visits"]) == nil)
    #expect(counterpart.node(.root) == .root)
    let empty = DataTree(symbols: sample.symbols)
    #expect(Counterpart(from: new.view, in: empty.view, shapes: sample.shapes).node(.root) == nil)
  }
}

@Test func standardsOfFeesAreComparedByTheirAmounts() {
  let cases: [(String, String, Bool?)] = [
    ("每证 10 元", "每证 20 元", true), ("每证 10元", "每证１０元", false), ("每证十元", "每证 20 元", true),
    ("1,200 元/人", "1300元/人", true), ("1，200 元/人", "1.2 千元/人", nil), ("10 元/证", "10 元/本", nil),
    ("0.5 万元", "6000 元", true), ("0.5 万元", "0.6 万元", true), ("2%", "3%", true), ("20 元", "10 元", false),
    ("首件 10 元，续件 5 元", "首件 12 元，续件 5 元", true), ("首件 10 元，续件 5 元", "首件 12 元，续件 4 元", nil),
    ("免费", "10 元", true), ("免费", "按规定", nil), ("10 元", "不收费", false), ("免费", "0 元", false),
    ("60 周岁以上 10 元", "65 周岁以上 10 元", nil), ("按规定", "按规定", false), ("", "", false),
    ("99999999999 元", "99999999999 元", false),
  ]
  for (before, after, expected) in cases {
    let found = Array(before.utf8).withUnsafeBufferPointer { old in
      Array(after.utf8).withUnsafeBufferPointer { FeeStandard.isRaised(from: old, to: $0) }
    }
    #expect(found == expected, "\(before) → \(after)")
  }
}

@Test func longListsAreComparedInProportion() {
  let count = 5_000
  func materials(_ prefix: String) -> String {
    (0..<count).map { "{id: \(prefix)\($0), name: \(prefix)\($0), basis: x}" }.joined(separator: ", ")
  }
  let found = changes("materials: [\(materials("a"))]", "materials: [\(materials("b")), {name: a7}]")
  #expect(found == ["* \(count)→\(count + 1) [] \(count) 0"])
  let steps = (0..<count).map { "{id: s\($0), name: s\($0), basis: x}" }.joined(separator: ", ")
  #expect(changes("steps: [\(steps)]", "steps: [\(steps), {id: new, basis: x}]") == ["* -1→-1 [] 0 1"])
}

@Test func anItemThatNobodyWouldWriteIsNotCounted() {
  func isExcessive(_ variants: Int, _ materials: Int, _ questions: Int) -> Bool {
    func list(_ count: Int) -> String { (0..<count).map { "{id: i\($0)}" }.joined(separator: ", ") }
    let tree = sample.read(
      "{kind: ServiceItem, variants: [\(list(variants))], materials: [\(list(materials))], questions: [\(list(questions))]}"
    ).tree
    return withExtendedLifetime(tree) { MeasuredItem(tree.view, shapes: sample.shapes).isExcessive }
  }
  #expect(!isExcessive(99, 900, 99))
  #expect(isExcessive(5_000, 3_000, 0))
  #expect(isExcessive(0, 5_000, 5_000))
}
