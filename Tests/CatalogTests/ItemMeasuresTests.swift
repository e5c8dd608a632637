import DataTree
import Testing

@testable import Catalog

private let sample = SampleCatalog()

extension ItemMeasures {
  /// Only what is stated, as `name=value`.
  fileprivate var printed: String {
    func limit(_ value: TimeLimit?) -> String? { value.map { $0.describe(inChinese: true) } }
    let parts: [(String, String?)] = [
      ("steps", steps.map { "\($0)" }), ("fewest", fewestMaterials.map { "\($0)" }),
      ("materials", materials.map { "\($0)" }), ("statutory", limit(statutory)), ("promised", limit(promised)),
      ("cut", reduction.map { "\($0)" }), ("visits", visits.map { "\($0)" }), ("fees", fees.map { "\($0)" }),
      ("windows", windows.map { "\($0)" }),
    ]
    return parts.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
  }
}

private func measures(_ fields: String, variant: Int? = nil) -> String {
  let tree = sample.read("{kind: ServiceItem, \(fields)}").tree
  return withExtendedLifetime(tree) {
    let item = MeasuredItem(tree.view, shapes: sample.shapes)
    return item.measures(of: variant.map { item.variants[$0] }).printed
  }
}

@Test func whatIsNotStatedIsNotCounted() {
  #expect(measures("id: a") == "")
  let none = measures("materials: [], steps: [], fees: [], channels: []")
  #expect(none == "steps=0 fewest=0 materials=0 fees=0 windows=0")
}

@Test func figuresOfAnItem() {
  let whole = measures(
    """
    steps: [{name: 受理}, {name: 听证, special: hearing}, {name: 决定}, {name: 检查, phase: follow-up}],
    timeLimit: {statutory: 20 工作日, promised: 5 工作日}, visits: 1, fees: [{name: 工本费}],
    channels: [{type: window}, {type: pc}, {type: window, windows: [1号, 2号]}]
    """)
  #expect(whole == "steps=2 statutory=20 工作日 promised=5 工作日 cut=75.0 visits=1 fees=1 windows=3")
  #expect(measures("handling: instant") == "promised=即办")
  #expect(measures("handling: instant, timeLimit: {promised: 1 工作日}") == "promised=1 工作日")
  #expect(measures("timeLimit: {statutory: 20 日, promised: 5 工作日}") == "statutory=20 日 promised=5 工作日")
}

@Test func materialsAreThoseHandedIn() {
  let cases: [(materials: String, fewest: Int, most: Int)] = [
    ("{name: a}, {name: b}", 2, 2),
    ("{name: a}, {name: b, exempt: e-licence}", 1, 1),
    ("{name: a, need: optional}, {name: b, need: deferrable}", 1, 2),
    ("{name: a, oneOf: [{name: b}, {name: c}]}", 1, 1),
    ("{name: a, oneOf: [{name: b, exempt: e-licence}, {name: c}]}", 0, 1),
    ("{name: a, oneOf: [{name: b, exempt: e-licence}, {name: c, exempt: data-sharing}]}", 0, 0),
    // Of two answers to one question only one is given.
    ("{name: a, when: {q: x}}, {name: b, when: {q: y}}, {name: c, when: {q: x}}", 0, 2),
    ("{name: a, when: {q: [x, y]}}, {name: b, when: {q: y}}", 0, 2),
    ("{name: a, when: {m: x}}, {name: b, when: {m: y}}", 0, 2),
    ("{name: a, when: {q: x}}, {name: b, when: {p: z}}", 0, 2),
    ("{name: a, when: {q: x, p: z}}, {name: b, when: {q: y}}", 0, 2),
    ("{name: a, when: [{q: x}, {}]}", 1, 1),
    // A condition that cannot be read rules nothing out.
    ("{name: a, when: wrong}, b, [c]", 3, 3),
  ]
  for (materials, fewest, most) in cases {
    let found = measures("questions: [{id: m, multiple: true}], materials: [\(materials)]")
    #expect(found == "fewest=\(fewest) materials=\(most)", "\(materials)")
  }
}

@Test func variantsAreCountedByThemselvesAndTheWholeIsTheWorst() {
  let fields = """
    timeLimit: {statutory: 20 工作日, promised: 10 工作日}, visits: 1,
    variants: [{id: new}, {id: cancel, handling: instant, visits: 0, timeLimit: {promised: 当场}}, {id: renew, visits: 2}],
    materials: [{name: a}, {name: b, when: {variant: new}}, {name: c, when: {variant: [new, renew], q: x}}],
    fees: [{name: f, when: {variant: renew}}],
    steps: [{id: a, next: [{to: b, when: {variant: new}}, {to: c}]}, {id: b}, {id: c}]
    """
  #expect(
    measures(fields, variant: 0)
      == "steps=3 fewest=2 materials=3 statutory=20 工作日 promised=10 工作日 cut=50.0 visits=1 fees=0")
  #expect(
    measures(fields, variant: 1)
      == "steps=2 fewest=1 materials=1 statutory=20 工作日 promised=即办 cut=100.0 visits=0 fees=0")
  #expect(
    measures(fields, variant: 2)
      == "steps=2 fewest=1 materials=2 statutory=20 工作日 promised=10 工作日 cut=50.0 visits=2 fees=1")
  #expect(
    measures(fields)
      == "steps=3 fewest=1 materials=3 statutory=20 工作日 promised=10 工作日 cut=50.0 visits=2 fees=1")
}

@Test func wrongKindsOfValuesAreNotCounted() {
  let wrong = "visits: many, materials: none, steps: {a: b}, fees: 3, variants: x, timeLimit: [1]"
  #expect(measures(wrong + ", channels: [x, {type: [y]}]") == "windows=0")
}
