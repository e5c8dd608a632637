import DataTree
import SourceText
import Testing

@testable import Catalog

private let plain = SampleCatalog()

@Test func textIsWhatWasWritten() {
  #expect(plain.item("code: 000131001000", "code") == "'000131001000'")
  #expect(plain.item("topics: [12345, true, 1.50, \"x\"]", "topics") == "['12345', 'true', '1.50', 'x']")
  #expect(plain.item("topics: [[1]]", "topics") == "[[1]]")
}

@Test func numbersTakeTheSchemasType() {
  #expect(plain.item("version: 2.0", "version") == "2")
  #expect(plain.item("version: 2.5", "version") == "2.5")
  #expect(plain.item("weight: 3", "weight") == "3.0")
  #expect(plain.item("highFrequency: true", "highFrequency") == "true")
  #expect(plain.item("version: \"2\"", "version") == "'2'")
}

@Test func aPlainStringIsTextInTheTextLanguage() {
  #expect(plain.item("name: 受理", "name") == "^{zh: '受理'}")
  #expect(plain.item("name: 12345", "name") == "^{zh: '12345'}")
  #expect(plain.item("name: {zh: 受理, en: 7, de: null}", "name") == "{zh: '受理', en: '7'}")
}

@Test func keysWithoutAValueAreAbsent() {
  #expect(plain.item("name: , code: null, x-own: ", "name") == "absent")
  #expect(plain.item("name: , code: null, x-own: ", "x-own") == "absent")
  #expect(plain.item("timeLimit: {promised: , statutory: 长期}", "timeLimit") == "{statutory: <长期>}")
}

@Test func clausesTakeTheirLongForm() {
  #expect(
    plain.item("conditions: [年满十八周岁, {zh: 甲, en: A}, {text: 乙}]", "conditions")
      == "[^{text: ^{zh: '年满十八周岁'}, when: +{}}, ^{text: {zh: '甲', en: 'A'}, when: +{}}, "
      + "{text: ^{zh: '乙'}, when: +{}}]")
}

@Test func contactsBecomeLists() {
  #expect(
    plain.item("contacts: {consultation: {phone: 12345}, complaint: [{phone: 12315}]}", "contacts")
      == "{consultation: ^[{phone: '12345'}], complaint: [{phone: '12315'}]}")
}

@Test func oneCitationBecomesAListOfBases() throws {
  let (tree, _) = plain.read("{kind: ServiceItem, basis: 《城市道路管理条例》第三十条、第三十七条第二款}")
  let view = tree.view
  let basis = try #require(view.value(of: .root, at: "basis"))
  #expect(
    printed(tree, basis) == "^[^{law: ^{zh: '城市道路管理条例'}, articles: ^['第三十条', '第三十七条第二款']}]")
  let articles = try #require(view.value(of: view.elements(basis)[0], at: "articles"))
  let start = "{kind: ServiceItem, basis: 《城市道路管理条例》".utf8.count
  #expect(view[view.elements(articles)[0]].range == SourceRange(start..<start + 12))
  #expect(
    plain.item("basis: [《消防法》第十条, {law: 甲}]", "basis")
      == "[^{law: ^{zh: '消防法'}, articles: ^['第十条']}, {law: ^{zh: '甲'}}]")
  #expect(plain.item("basis: 按规定", "basis") == "'按规定'")
}

@Test func nextBecomesEdges() {
  #expect(
    plain.item("steps: [{next: end}, {next: [a, {to: b, label: 通过}]}, {actor: applicant}]", "steps")
      == "[{next: ^[^{to: 'end', when: +{}}], actor: +'authority'}, "
      + "{next: [^{to: 'a', when: +{}}, {to: 'b', label: ^{zh: '通过'}, when: +{}}], actor: +'authority'}, "
      + "{actor: 'applicant'}]")
}

@Test func defaultsAreFilledInAllTheWayDown() {
  #expect(
    plain.item("materials: [{name: 甲, source: , oneOf: [{name: 乙, exempt: e-licence, copies: 2}]}]", "materials")
      == "[{name: ^{zh: '甲'}, oneOf: [{name: ^{zh: '乙'}, exempt: 'e-licence', copies: 2, source: +'applicant', "
      + "when: +{}}], source: +'applicant', exempt: +'no', when: +{}}]")
  #expect(plain.item("materials: [{copies: {copy: 1}}]", "materials").contains("copies: {copy: 1}"))
  #expect(plain.item("inHall: false", "inHall") == "false")
  #expect(plain.item("inHall: {entered: false, reason: 无窗口}", "inHall") == "{entered: false, reason: ^{zh: '无窗口'}}")
  #expect(
    plain.field("members", of: "{kind: Bundle, members: [{item: a}, {id: b, item: c}, {}]}")
      == "[{item: 'a', id: +'a'}, {id: 'b', item: 'c'}, {}]")
}

@Test func limitsAreReadAndKeepTheirWords() throws {
  #expect(
    plain.item("timeLimit: {promised: 二十个工作日, correction: 尽快}", "timeLimit")
      == "{promised: <二十个工作日>, correction: '尽快'}")
  func statutory(_ type: String) throws -> TimeLimit {
    let tree = plain.read("{kind: ServiceItem, type: \(type), timeLimit: {statutory: 20日, promised: 20日}}").tree
    let limits = try #require(tree.view.value(of: .root, at: "timeLimit"))
    let promised = try #require(tree.view.value(of: limits, at: "promised"))
    #expect(TimeLimit(bits: tree.view[promised].bits) == TimeLimit(20, .bareDays))
    return TimeLimit(bits: tree.view[try #require(tree.view.value(of: limits, at: "statutory"))].bits)
  }
  #expect(try statutory("licensing") == TimeLimit(20, .workingDays))
  #expect(try statutory("benefit") == TimeLimit(20, .bareDays))
}

@Test func valuesOfTheWrongKindAreLeftAlone() {
  let text =
    "{kind: ServiceItem, name: [1], materials: {a: 1}, steps: x, department: [2], basis: {law: [1]}, "
    + "contacts: 5, conditions: [[x]], timeLimit: [1]}"
  #expect(
    printed(plain.read(text).tree)
      == "{kind: 'ServiceItem', name: [1], materials: {a: 1}, steps: 'x', department: [2], "
      + "basis: ^[{law: [1]}], contacts: 5, conditions: [[x]], timeLimit: [1]}"
      .replacing("[[x]]", with: "[['x']]"))
}

@Test func readingTwiceChangesNothing() {
  let sample = SampleCatalog()
  let (tree, _) = sample.read(
    "{kind: ServiceItem, name: 甲, steps: [{next: end, limit: 1 工作日}], conditions: [乙], materials: [{name: 丙}]}")
  let once = printed(tree)
  let reading = DocumentReading(shapes: sample.shapes, context: .empty, symbols: sample.symbols)
  _ = reading.read(tree)
  #expect(printed(tree) == once)
}

@Test func wrappedTextKeepsItsRangeAndItsParentsPath() throws {
  let (tree, _) = plain.read("{kind: ServiceItem, name: 受理}")
  let name = try #require(tree.view.value(of: .root, at: "name"))
  let text = try #require(tree.view.value(of: name, at: "zh"))
  #expect(tree.view[text].range == SourceRange(26, 32))
  #expect(tree.view[name].range == SourceRange(26, 32))
  #expect(tree.view.pathParent(text).parent == .root)
  #expect(tree.view.pathParent(text).child == name)
}

@Test func whatReplacesAnAliasStandsWhereTheAliasIs() throws {
  let tree = FlowText.tree("{kind: ServiceItem, name: 受理, basis: 《消防法》第十条}", symbols: plain.symbols)
  for key in ["name", "basis"] {
    tree.noteAlias(try #require(tree.view.value(of: .root, at: key)), range: SourceRange(3, 5))
  }
  _ = DocumentReading(shapes: plain.shapes, context: .empty, symbols: plain.symbols).read(tree)
  let name = try #require(tree.view.value(of: .root, at: "name"))
  #expect(tree.aliasRange(of: name) == SourceRange(3, 5))
  #expect(tree.aliasRange(of: try #require(tree.view.value(of: name, at: "zh"))) == SourceRange(3, 5))
  let basis = try #require(tree.view.value(of: .root, at: "basis"))
  let law = try #require(tree.view.value(of: tree.view.elements(basis)[0], at: "law"))
  #expect(tree.aliasRange(of: basis) == SourceRange(3, 5))
  #expect(tree.aliasRange(of: try #require(tree.view.value(of: law, at: "zh"))) == SourceRange(3, 5))
}

@Test func documentsOfUnknownKindsStayAsTheyAre() {
  #expect(printed(plain.read("{kind: Ledger, name: 5}").tree) == "{kind: 'Ledger', name: 5}")
  #expect(printed(plain.read("[1]").tree) == "[1]")
}

@Test func nestingBeyondTheBoundIsReported() {
  let depth = 600
  let text =
    "{kind: ServiceItem, materials: [" + String(repeating: "{oneOf: [", count: depth)
    + String(repeating: "]}", count: depth) + "]}"
  let diagnostics = plain.read(text).diagnostics
  #expect(diagnostics.map(\.id) == ["catalog-nesting-too-deep"])
}
