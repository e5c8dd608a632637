import CEL
import DataTree
import Testing

@testable import Catalog

private let vague = Value.opaque(OpaqueValue(bits: VocabularySet.bits(of: 0)))
private let names = Value.opaque(OpaqueValue(bits: VocabularySet.bits(of: 1)))

@Test func textPicksALanguage() throws {
  let bench = try Bench([
    "{kind: ServiceItem, version: 3, weight: 2, name: {en: Title, zh: 名称}, conditions: [成年], topics: [], "
      + "timeLimit: {promised: 二十个工作日}, materials: [{name: {en: Form}}, {name: {}}]}"
  ])
  #expect(try bench.call("text", bench.node("name")) == "'名称'")
  #expect(try bench.call("text", bench.node("name"), bench.string("en")) == "'Title'")
  #expect(try bench.call("text", bench.node("name"), bench.string("de")) == "'名称'")
  #expect(try bench.call("text", bench.node("materials", "0", "name")) == "'Form'")
  #expect(try bench.call("text", bench.node("materials", "1", "name")) == "absent")
  #expect(try bench.call("text", bench.node("conditions", "0")) == "'成年'")
  #expect(try bench.call("text", bench.node("topics")) == "absent")
  #expect(try bench.call("text", bench.node("timeLimit", "promised")) == "'二十个工作日'")
  #expect(try bench.call("text", bench.node("timeLimit", "promised"), bench.string("en")) == "'20 working days'")
  #expect(try bench.call("text", bench.limit("2 小时")) == "'2 小时'")
  #expect(try bench.call("text", bench.node("version")) == "'3'")
  #expect(try bench.call("text", bench.node("weight")) == "'2'")
  #expect(try bench.call("text", .bool(true)) == "'true'")
  #expect(try bench.call("text", .null) == "absent")
}

@Test func functionsOnTextTakeLocalizedText() throws {
  let bench = try Bench([
    "{kind: ServiceItem, code: 11440100007482575H, name: 请尽快, materials: [{name: 经办人身份证（复印件）}]}"
  ])
  #expect(try bench.call("materialKey", bench.node("materials", "0", "name")) == "'经办人身份证复印件'")
  #expect(try bench.call("materialFamily", bench.node("materials", "0", "name"), names) == "'经办人|居民身份证'")
  #expect(try bench.call("materialFamily", bench.node("name"), names) == "absent")
  #expect(try bench.call("materialFamily", bench.node("name"), .int(1)) == "absent")
  #expect(try bench.call("matchesAny", bench.node("name"), vague) == "true")
  #expect(try bench.call("matchesAny", bench.string("三日内"), vague) == "false")
  #expect(try bench.call("matchesAny", bench.string("身 份证"), names) == "true")
  #expect(try bench.call("creditCodeValid", bench.node("code")) == "true")
  #expect(try bench.call("phoneKey", bench.string("0791-12345")) == "'079112345'")
  #expect(try bench.call("isHotline", .int(12345)) == "true")
  #expect(try bench.call("isHotline", bench.node("materials")) == "absent")
}

@Test func limitFunctionsReadAndCompare() throws {
  let bench = try Bench(["{kind: ServiceItem}"])
  #expect(try bench.call("limit", bench.string("二十日")) == "20 日")
  #expect(
    try bench.call("limit", bench.string("soon"))
      == "\"soon\" is no readable time limit; write it like \"20 working days\", \"2 hours\" or \"instant\".")
  #expect(try bench.call("reduction", bench.limit("20 工作日"), bench.limit("5 工作日")) == "75.0")
  #expect(try bench.call("reduction", bench.limit("20 日"), bench.limit("5 工作日")) == "absent")
  #expect(try bench.call("isInstant", bench.limit("当日")) == "true")
  #expect(try bench.call("isInstant", bench.limit("1 分钟")) == "false")
  #expect(try bench.call("isInstant", .int(0)) == "absent")
}

@Test func processFunctionsReadTheDocumentsSteps() throws {
  let bench = try Bench([
    "{kind: ServiceItem, steps: [{id: a, next: [{to: b, when: {variant: new}}, {to: end}], limit: 1 工作日}, "
      + "{id: b, limit: 2 工作日, next: end}, {id: c, next: nowhere}]}",
    "{kind: ServiceItem}", "{kind: ServiceItem, steps: []}",
  ])
  #expect(try bench.call("pathSteps", bench.node()) == "2")
  #expect(try bench.call("pathTime", bench.node()) == "3 工作日")
  func variant(_ name: String) -> Value {
    bench.evaluation.makeMap([(key: bench.string("variant"), value: bench.string(name))])
  }
  #expect(try bench.call("pathSteps", bench.node(), variant("renew")) == "1")
  #expect(try bench.call("pathTime", bench.node(), variant("renew")) == "1 工作日")
  #expect(try bench.call("pathTime", bench.node(), variant("new")) == "3 工作日")
  #expect(try bench.call("reachable", bench.node("steps", "1")) == "true")
  #expect(try bench.call("reachable", bench.node("steps", "2")) == "false")
  #expect(try bench.call("reachesEnd", bench.node("steps", "0")) == "true")
  #expect(try bench.call("reachesEnd", bench.node("steps", "2")) == "absent")
  #expect(try bench.call("reachable", bench.node()) == "absent")
  #expect(try bench.call("pathSteps", bench.node(in: 1)) == "absent")
  #expect(try bench.call("pathSteps", bench.node(in: 2)) == "0")
  #expect(try bench.call("pathTime", bench.node(in: 2)) == "absent")
  #expect(try bench.call("pathTime", .int(1)) == "absent")
}

@Test func overlapKnowsTheDocumentsQuestions() throws {
  let bench = try Bench([
    "{kind: ServiceItem, questions: [{id: goods, multiple: true}, {id: food}], materials: [{when: {goods: a}}, "
      + "{when: {goods: b}}, {when: {food: true}}, {when: {food: false}}, {}, {when: [{food: true}, {goods: a}]}]}"
  ])
  func overlap(_ left: Int, _ right: Int) throws -> String {
    try bench.call(
      "overlap", bench.node("materials", "\(left)", "when"), bench.node("materials", "\(right)", "when"))
  }
  #expect(try overlap(0, 1) == "true")
  #expect(try overlap(2, 3) == "false")
  #expect(try overlap(2, 4) == "true")
  #expect(try overlap(5, 3) == "true")
  let evaluation = bench.evaluation
  let no = evaluation.makeMap([(key: bench.string("food"), value: evaluation.makeList([.bool(false)]))])
  #expect(try bench.call("overlap", bench.node("materials", "2", "when"), no) == "false")
  #expect(try bench.call("overlap", bench.node("materials", "3", "when"), no) == "true")
  #expect(try bench.call("overlap", bench.node("materials", "2", "when"), evaluation.makeList([no])) == "false")
  #expect(try bench.call("overlap", bench.node("materials", "2", "when"), .int(1)) == "absent")
}

@Test func hasLanguageLooksAtReaderFacingFieldsOnly() throws {
  let registry = "{kind: Registry, places: [{id: hall, name: {zh: 厅, en: Hall}}]}"
  let bench = try Bench(
    [
      "{kind: ServiceItem, name: 甲, materials: [{name: 乙, oneOf: [{name: {zh: 丙, en: C}}]}]}",
      "{kind: ServiceItem, name: 甲, channels: [{place: hall}], materials: [{blank: {zh: a.pdf, en: b.pdf}}], "
        + "x-own: {en: x}}",
      "{kind: ServiceItem, conditions: [{zh: 甲, en: \"\"}, {text: {fr: Un}}]}",
    ], context: [("r.yaml", registry)])
  #expect(try bench.call("hasLanguage", bench.node(), bench.string("en")) == "true")
  #expect(try bench.call("hasLanguage", bench.node(), bench.string("fr")) == "false")
  #expect(try bench.call("hasLanguage", bench.node(in: 1), bench.string("zh")) == "true")
  #expect(try bench.call("hasLanguage", bench.node(in: 1), bench.string("en")) == "false")
  #expect(try bench.call("hasLanguage", bench.node(in: 2), bench.string("en")) == "false")
  #expect(try bench.call("hasLanguage", bench.node(in: 2), bench.string("fr")) == "true")
}

@Test func onlyTextOfTheGuideIsLocalized() throws {
  let registry = "{kind: Registry, places: [{id: hall, name: 厅}]}"
  let bench = try Bench(
    [
      "{kind: ServiceItem, name: 甲, conditions: [丙], channels: [{place: hall}], "
        + "materials: [{name: 丁, issuer: {zh: 乙, en: B}, blank: {zh: a.pdf}, when: {variant: new}}], x-own: {zh: 内部}, x-name: 戊}"
    ], context: [("r.yaml", registry)])
  let localized: [[String]] = [
    ["name"], ["materials", "0", "issuer"], ["conditions", "0", "text"], ["channels", "0", "name"],
    ["materials", "0", "name"],
  ]
  let other: [[String]] = [
    [], ["name", "zh"], ["conditions", "0"], ["channels", "0"], ["channels", "0", "place"],
    ["materials", "0", "blank"],
    ["materials", "0", "when"], ["x-own"], ["x-name"],
  ]
  for path in localized { #expect(try bench.call("isLocalized", bench.node(path)) == "true", "\(path)") }
  for path in other { #expect(try bench.call("isLocalized", bench.node(path)) == "false", "\(path)") }
  #expect(try bench.call("isLocalized", .int(1)) == "false")
}

@Test func theCatalogIsAskedById() throws {
  let bench = try Bench(["{kind: ServiceItem, id: a}", "{kind: Bundle, id: b}"])
  #expect(try bench.call("catalog.item", bench.string("a")) == "some a")
  #expect(try bench.call("catalog.item", bench.string("b")) == "none")
  #expect(try bench.call("catalog.bundle", bench.string("b")) == "some b")
  #expect(try bench.call("catalog.item", bench.string("c")) == "none")
  bench.evaluation.lookup = nil
  #expect(
    try bench.call("catalog.item", bench.string("a"))
      == "catalog.item() cannot be used here, where only one document is at hand.")
}

@Test func everyDeclarationIsDocumented() {
  let sample = SampleCatalog()
  let functions = DomainFunctions.all(shapes: sample.shapes, vocabularies: VocabularySet([]))
  #expect(Set(functions.map(\.name)).count == functions.count)
  #expect(Set(functions.flatMap(\.overloads).map(\.id)).count == functions.flatMap(\.overloads).count)
  for function in functions {
    #expect(!function.summary.zh.isEmpty && !function.summary.en.isEmpty)
    #expect(function.summary.zh.hasSuffix("。") && function.summary.en.hasSuffix("."))
  }
}

@Test func opaqueTypesCompareAndDescribe() throws {
  let set = VocabularySet([try Vocabulary(id: "vague", kind: .words, entries: ["尽快"])])
  let types = DomainFunctions.opaqueTypes(vocabularies: set)
  #expect(types.map(\.name) == ["limit", "vocabulary"])
  #expect(types[0].compare(TimeLimit(1, .hours).bits, TimeLimit(2, .hours).bits) == -1)
  #expect(types[0].compare(TimeLimit.none.bits, TimeLimit(2, .hours).bits) == nil)
  #expect(types[0].describe(TimeLimit(1, .hours).bits, false) == "1 hour")
  #expect(types[1].compare(0, 0) == 0)
  #expect(types[1].compare(0, 1) == nil)
  #expect(DomainFunctions.opaqueIndex(TimeLimit(.max, .years).bits) == 0)
  #expect(DomainFunctions.opaqueIndex(VocabularySet.bits(of: 0)) == 1)
  #expect(types[1].describe(VocabularySet.bits(of: 0), true) == "vague")
  #expect(types[1].describe(VocabularySet.bits(of: 7), true) == "")
}
