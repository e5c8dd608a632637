import DataTree
import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import CEL

@Test func valuesAreSmallAndHoldNoReferences() {
  #expect(MemoryLayout<Value>.stride == 24)
  #expect(MemoryLayout<Instruction>.size == 16)
}

@Test func lazyVariablesAreComputedOnceAndOnlyWhenRead() {
  let counter = Counter()
  var builder = EnvironmentBuilder()
  builder.declare(
    function: FunctionDeclaration(
      "tick", summary: LocalizedText(zh: "", en: ""),
      overloads: [
        FunctionOverload("tick", [], .string) { _, _ in
          counter.add()
          return .int(5)
        }
      ]))
  let slot = builder.declare(variable: "five", .dyn)
  let other = builder.declare(variable: "six", .dyn)
  let environment = builder.build()
  var symbols = SymbolTable.Builder()
  let five = environment.compile("tick()", symbols: &symbols).program
  let six = environment.compile("'sechs' + string(five)", symbols: &symbols).program
  let reader = environment.compile("five == 5 && five == 5 && six == 'sechs5'", symbols: &symbols).program
  let loop = environment.compile("six + 'x'", symbols: &symbols).program
  guard let five, let six, let reader, let loop else { return #expect(Bool(false)) }
  let evaluation = Evaluation()
  for round in 1...2 {
    evaluation.reset()
    evaluation.setLazy(slot, five)
    evaluation.setLazy(other, six)
    #expect(counter.count == round - 1)
    #expect(Fixture().isTrue(reader.evaluate(in: evaluation)))
    #expect(counter.count == round)
  }
  evaluation.reset()
  evaluation.setLazy(other, loop)
  guard case .error(let error) = loop.evaluate(in: evaluation) else { return #expect(Bool(false)) }
  #expect(evaluation.errorMessage(error).en == "The variable 'six' is defined by itself.")
  evaluation.reset()
  guard case .error(let unset) = loop.evaluate(in: evaluation) else { return #expect(Bool(false)) }
  #expect(evaluation.errorMessage(unset).en == "The variable 'six' has no value.")
}

/// Counts from any thread.
private final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  var count: Int { value.load(ordering: .relaxed) }
  func add() { value.wrappingAdd(1, ordering: .relaxed) }
}

extension Fixture {
  fileprivate func isTrue(_ value: Value) -> Bool {
    if case .bool(true) = value { true } else { false }
  }
}

@Test func reachingABoundIsAnErrorThatNothingAbsorbs() {
  var fixture = Fixture()
  fixture.evaluation.limits.steps = 100_000
  fixture.evaluation.limits.bytes = 10_000
  fixture.evaluation.limits.values = 1000
  let range = "dyn(lists.range(number * 100))"
  #expect(fixture.evaluate("\(range).all(a, \(range).all(b, \(range).all(c, a >= 0)))") == "limit")
  #expect(fixture.evaluate("\(range).all(a, \(range).all(b, \(range).all(c, a >= 0))) || true") == "limit")
  #expect(fixture.evaluate("lists.range(number * 1000)") == "limit")
  #expect(fixture.evaluate("\(range).map(a, [a, a])") == "limit")
  #expect(fixture.evaluate("\(range).map(a, 'xxxxxxxxxxxxxxxxxxxxxxxx' + string(a)).size() > 0 || true") == "limit")
  #expect(fixture.evaluate("'aaaaaaaaaa'.replace('a', 'bbbbbbbbbbbbbbbbbbbbbb' + string(number))") != "limit")
  #expect(fixture.evaluate("1 + 1") == "2")
  #expect(fixture.evaluation.stepCount > 0)
}

@Test func errorsKnowTheirPlace() {
  var symbols = SymbolTable.Builder()
  let source = "1 == 1 && [1, 2].map(x, 10 / (x - 1)) == []"
  let program = EnvironmentBuilder().build().compile(source, symbols: &symbols).program
  let evaluation = Evaluation()
  guard case .error(let error)? = program?.evaluate(in: evaluation), let range = evaluation.errorRange(error) else {
    return #expect(Bool(false))
  }
  #expect(String(decoding: Array(source.utf8)[range.offsets], as: UTF8.self) == "10 / (x - 1)")
  #expect(evaluation.errorMessage(error).zh == "除数为零。")
}

@Test func constantsAreFoldedAndShared() {
  var fixture = Fixture()
  for _ in 0..<3 {
    #expect(fixture.evaluate("item.id in ['food', 'x' + 'y', string(1 + 2)]") == "true")
    #expect(fixture.evaluate("[[1, 2], [3]] + [[number]]") == "[[1, 2], [3], [7]]")
    #expect(fixture.evaluate("optional.of('a').orValue(item.id) + {'k': ['v']}.k[0]") == "av")
    #expect(fixture.evaluate("[1, 2].map(x, [10, 20].map(y, x * y + number))") == "[[17, 27], [27, 47]]")
  }
  #expect(fixture.evaluate("[1, 2, 3].map(x, x * 2) == [2, 4, 6]") == "true")
  #expect(fixture.evaluation.stepCount == 1)
}

@Test func checkpointsSurviveResets() {
  var builder = EnvironmentBuilder()
  let words = builder.declare(variable: "words", .list(.string))
  let word = builder.declare(variable: "word", .string)
  var symbols = SymbolTable.Builder()
  let program = builder.build().compile("word in words", symbols: &symbols).program
  let evaluation = Evaluation()
  evaluation.setVariable(words, evaluation.makeList([evaluation.makeString("甲"), evaluation.makeString("乙")]))
  evaluation.checkpoint()
  for (text, expected) in [("乙", true), ("丙", false)] {
    evaluation.reset()
    evaluation.setVariable(word, evaluation.makeString(text))
    guard case .bool(let found)? = program?.evaluate(in: evaluation) else { return #expect(Bool(false)) }
    #expect(found == expected)
  }
}

@Test func opaqueValuesCompareByTheirType() {
  var builder = EnvironmentBuilder()
  builder.opaqueTypes = [
    OpaqueType(
      name: "limit", compare: { $0 == 99 || $1 == 99 ? nil : $0 < $1 ? -1 : $0 > $1 ? 1 : 0 },
      describe: { bits, isChinese in isChinese ? "\(bits) 天" : "\(bits) days" })
  ]
  let slots = ["a", "b", "c"].map { builder.declare(variable: $0, .opaque("limit")) }
  let environment = builder.build()
  let evaluation = Evaluation()
  func value(_ source: String) -> String {
    var symbols = SymbolTable.Builder()
    let compilation = environment.compile(source, symbols: &symbols)
    guard let program = compilation.program else { return compilation.diagnostics[0].message.en }
    evaluation.reset()
    for (slot, bits) in zip(slots, [3, 5, 99] as [UInt64]) {
      evaluation.setVariable(slot, .opaque(OpaqueValue(bits: bits)))
    }
    let value = program.evaluate(in: evaluation)
    return evaluation.display(value)
  }
  #expect(value("a < b && a <= b && b > a && a != b && !(a == b) && a == a") == "true")
  #expect(value("a < c") == "absent")
  #expect(value("a == c") == "absent")
  #expect(value("[a] == [c]") == "absent")
  #expect(value("a in [b, c]") == "absent")
  #expect(value("a in [b, c, a]") == "true")
  #expect(value("type(a) == limit") == "true")
  #expect(value("'%s'.format([b])") == "5 天")
  #expect(value("a == 'x'") == "limit and string are never equal; == cannot compare them.")
  #expect(value("[b, a].sort() == [a, b]") == "true")
}

@Test func embeddedExpressionsEndAtTheirOwnBrace() {
  func end(_ template: String, from start: Int = 1) -> Int? {
    EmbeddedExpression.end(in: Array(template.utf8), from: start)
  }
  #expect(end("{a}") == 2)
  #expect(end("{a.map(x, {'k': x})} b}") == 19)
  #expect(end("{'}' + \"}\"} }") == 10)
  #expect(end("{r'\\' + '''}'''}") == 15)
  #expect(end("{text(this.name)}”已") == 16)
  #expect(end("{a，b}") == 6)
  #expect(end("{a") == nil)
  #expect(end("{'a}") == nil)
  #expect(end("{") == nil)
  #expect(end("{}", from: 9) == nil)
}

@Test func deepExpressionsFitInASmallStack() async {
  let source = String(repeating: "[1].map(x, ", count: 45) + "1" + String(repeating: ")", count: 45)
  let parentheses = String(repeating: "(", count: 95) + "number" + String(repeating: ")", count: 95)
  let sums = "number" + String(repeating: " + 1", count: 95)
  let results: [String] = await withCheckedContinuation { continuation in
    let thread = Thread {
      var fixture = Fixture()
      continuation.resume(returning: [source + ".size()", parentheses, sums].map { fixture.evaluate($0) })
    }
    // Frames without optimisation are several times as large as those that ship.
    thread.stackSize = 1 << 20
    thread.start()
  }
  #expect(results == ["1", "7", "102"])
}

@Test func garbageNeverCrashes() {
  var random = SplitMix(state: 42)
  let pieces = [
    "item", ".", "name", "?", "[", "]", "(", ")", "{", "}", "'a'", "\"", "1", "0x", "2u", "1.5", "e", "+", "-", "*",
    "/",
    "%", "&&", "||", "!", "==", "<", "in", ",", ":", "all(x, ", "map(y, ", "has(", "x", "size(", "b'\\", "r'", "null",
    "true", "//", "\n", "？", "`", "optional.of(", ".?", "[?", "cel.bind(z, ", "z", "'%s'.format(", "math.greatest(",
    "timestamp('", "duration(", "\u{0}", "é", "lists.range(", "sortBy(e, ", "transformMap(k, v, ",
  ]
  var fixture = Fixture()
  fixture.evaluation.limits.steps = 10_000
  for _ in 0..<3000 {
    let count = Int(random.next() % 14) + 1
    let source = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
    _ = fixture.evaluate(source)
    _ = EmbeddedExpression.end(in: Array(source.utf8), from: 0)
  }
}

/// A small generator, so that every run tries the same sources.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
