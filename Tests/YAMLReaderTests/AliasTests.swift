import DataTree
import SourceText
import Testing
import YAMLReader

@Test func mergeKeysAddWhatIsMissing() {
  let text = """
    base: &base {a: 1, b: {c: 2}}
    more: &more {b: 3, d: 4}
    one:
      <<: *base
      a: 9
    two:
      x: 1
      <<: [*more, *base, {e: 5}]
    text: {"<<": 1}
    odd: {<<: 1}
    """
  let reading = Reading(text)
  #expect(reading.diagnostics.isEmpty)
  let view = reading.trees[0].view
  #expect(json(view, reading.node("one")) == #"{"a":9,"b":{"c":2}}"#)
  #expect(json(view, reading.node("two")) == #"{"x":1,"b":3,"d":4,"a":1,"e":5}"#)
  #expect(json(view, reading.node("text")) == #"{"<<":1}"#)
  #expect(json(view, reading.node("odd")) == #"{"<<":1}"#)
  let moved = reading.node("one", "b", "c")
  #expect(reading.source(moved) == "2")
  #expect(reading.trees[0].aliasRange(of: moved).map { reading.file.text(in: $0) } == "*base")
  #expect(reading.trees[0].aliasRange(of: reading.node("two", "d")).map { reading.file.text(in: $0) } == "*more")
  #expect(reading.trees[0].aliasRange(of: reading.node("two", "e")) == nil)
}

@Test func aliasesMayBeKeysAndNest() {
  let reading = Reading("a: &x k\nb: &l [1, *x]\nc: &m [*l]\n*x : v\nd: *m\n")
  #expect(reading.diagnostics.isEmpty)
  #expect(json(reading.trees[0].view) == #"{"a":"k","b":[1,"k"],"c":[[1,"k"]],"k":"v","d":[[1,"k"]]}"#)
  let inner = reading.node("d", "0", "1")
  let alias = reading.trees[0].aliasRange(of: inner)
  #expect(alias.map { reading.file.text(in: $0) } == "*m")
}

@Test func unknownAndRecursiveAliasesAreErrors() {
  let reading = Reading("material: &material x\na: *materail\nb: &b [*b]\nc: 1\n")
  #expect(reading.marked == ["yaml-unknown-alias <*materail>", "yaml-unknown-alias <*b>"])
  #expect(reading.diagnostics[0].message.en.contains("*material"))
  #expect(reading.documents.map(\.isUsable) == [false])
  #expect(json(reading.trees[0].view, reading.node("c")) == "1")
}

@Test func aliasBombEndsAtOnce() {
  var text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
  for level in 1...9 {
    text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]\n"
  }
  let clock = ContinuousClock()
  var reading: Reading?
  let time = clock.measure { reading = Reading(text) }
  #expect(time < .seconds(1))
  #expect(reading?.diagnostics.map(\.id) == ["yaml-alias-limit"])
  #expect(reading?.documents.map(\.isUsable) == [false])
  #expect((reading?.trees[0].byteCount ?? .max) < 50_000_000)
}

@Test func depthIsBoundedInTextAndBehindAliases() {
  let clock = ContinuousClock()
  for text in [String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 10_000)] {
    var reading: Reading?
    let time = clock.measure { reading = Reading(text) }
    #expect(time < .seconds(1))
    #expect(reading?.diagnostics.map(\.id) == ["yaml-depth-limit"])
    #expect(reading?.documents.map(\.isUsable) == [false])
  }
  let brackets = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
  #expect(Reading(brackets).diagnostics.isEmpty)
  var chain = "- &a0 [x]\n"
  for level in 1...70 { chain += "- &a\(level) [*a\(level - 1)]\n" }
  #expect(Reading(chain).diagnostics.map(\.id) == ["yaml-depth-limit"])
  let key = "? " + String(repeating: "[", count: 100) + "\n: x"
  #expect(Reading(key).diagnostics.map(\.id) == ["yaml-depth-limit"])
}

@Test func nodesAndSizeAreBounded() {
  var limits = YAMLLimits()
  limits.nodes = 100
  let many = "[" + Array(repeating: "x", count: 200).joined(separator: ", ") + "]"
  #expect(Reading(many, limits: limits).diagnostics.map(\.id) == ["yaml-node-limit"])
  limits.fileSize = 100
  let large = Reading(many, limits: limits)
  #expect(large.diagnostics.map(\.id) == ["yaml-size-limit"] && large.documents.isEmpty)
}

@Test func manyKeysStayLinear() {
  var text = ""
  for index in 0..<100_000 { text += "key\(index): 1\n" }
  text += "key77: 2\n"
  let clock = ContinuousClock()
  var reading: Reading?
  let time = clock.measure { reading = Reading(text) }
  #expect(time < .seconds(3))
  #expect(reading?.marked == ["yaml-duplicate-key <key77>"])
  #expect(reading?.trees[0].view.entries(.root).count == 100_000)
}

@Test func manyFaultsAreCounted() {
  let reading = Reading(String(repeating: "a: 1\n", count: 50_000))
  #expect(reading.diagnostics.count == 2_001)
  #expect(reading.diagnostics.last?.message.en.hasPrefix("47999 more") == true)
}

@Test func hostileInputEndsSoon() {
  let texts = [
    (0..<100_000).map { "%TAG !a\($0)! x\n" }.joined() + "--- a\n",
    "{" + String(repeating: "a:", count: 100_000),
    "{" + String(repeating: "[a]: b, ", count: 50_000) + "}",
    "[" + String(repeating: "'", count: 100_001),
    (0..<5_000).map { "- &a\($0) x\n- *b\($0)\n" }.joined(),
    String(repeating: "---\na: 1\na: 2\n", count: 5_000),
    "a: x\n" + String(repeating: "  phone：1\n", count: 20_000),
    String(repeating: "? ", count: 100_000),
    "a: |\n" + String(repeating: " \n", count: 200_000),
  ]
  let clock = ContinuousClock()
  for text in texts {
    var reading: Reading?
    let time = clock.measure { reading = Reading(text) }
    #expect(time < .seconds(3), "\(text.prefix(20))")
    #expect((reading?.diagnostics.count ?? 0) <= 2_001)
  }
}
