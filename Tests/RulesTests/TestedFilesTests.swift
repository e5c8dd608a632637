import DataTree
import SourceText
import StandardRules
import Testing

@testable import Rules

/// The shipped files, read in full or as a lint reads them.
private func shipped(isTested: Bool) -> [RuleSourceFile] {
  StandardRules.files.map { path, text in
    RuleSourceFile(
      path: path.description,
      source: SourceFile(path: "rules/\(path)", bytes: text.withUTF8Buffer { Array($0) }), isStandard: true,
      isTested: isTested)
  }
}

private func load(isTested: Bool) -> RuleLibrary {
  let files = shipped(isTested: isTested)
  return RuleLibrary.load(files, authoring: AuthoringSchemas(files), normalize: nil)
}

@Test func aRuleEndsWithItsExamples() throws {
  for file in shipped(isTested: true) where file.role == .rule {
    let start = try #require(RuleSourceFile.startOfExamples(file.source.bytes), "\(file.path) has no examples")
    let lines = file.source.bytes[start...].split(separator: UInt8(ascii: "\n")).dropFirst()
    let keys = lines.filter { ![UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "#")].contains($0[$0.startIndex]) }
    #expect(keys.isEmpty, "\(file.path): examples must be the last key, or a lint does not see what follows them")
    #expect(file.partForLint.bytes == Array(file.source.bytes[..<start]))
  }
}

@Test func onlyTestedRulesAreReadInPart() {
  let source = SourceFile(path: "a.yaml", bytes: Array("id: a\nexamples:\n- 1\n".utf8))
  let own = RuleSourceFile(path: "own/a.yaml", source: source, isStandard: false)
  #expect(own.partForLint.bytes == source.bytes)
  let tested = RuleSourceFile(path: "own/a.yaml", source: source, isStandard: true, isTested: true)
  #expect(tested.partForLint.bytes == Array("id: a\n".utf8))
}

@Test func aLintReadsTheShippedSetAsTheTestsDo() {
  let whole = load(isTested: false)
  let tested = load(isTested: true)
  #expect(whole.diagnostics.isEmpty)
  #expect(tested.diagnostics.isEmpty)
  #expect(tested.rules.map(\.page.id) == whole.rules.map(\.page.id))
  #expect(tested.selectors.map(\.source) == whole.selectors.map(\.source))
  #expect(tested.packs.map(\.id) == whole.packs.map(\.id))
  for (rule, other) in zip(tested.rules, whole.rules) {
    #expect(outline(rule) == outline(other))
    #expect(words(rule.message.parts.zh) == words(other.message.parts.zh), "\(rule.page.id)")
    #expect(words(rule.message.parts.en) == words(other.message.parts.en), "\(rule.page.id)")
  }
}

@Test func everyKeyOfADeferredMessageHasItsSymbol() {
  let whole = load(isTested: false)
  let tested = load(isTested: true)
  for index in 0..<whole.symbols.count {
    guard let name = whole.symbols.name(of: Symbol(raw: UInt32(index + 1))) else { continue }
    #expect(tested.symbols.symbol(for: name) != .unknown, "a document's key \(name) would not be found")
  }
}

@Test func everyShippedVocabularyCompilesWhenItIsNeeded() {
  for vocabulary in load(isTested: true).vocabularies.vocabularies where vocabulary.kind != .table {
    #expect(vocabulary.pattern != nil, "\(vocabulary.id)")
  }
}

/// What the runner must know of a rule before it runs.
private func outline(_ rule: Rule) -> String {
  let flags = [rule.needsCatalog, rule.readsIndex, rule.readsToday, rule.readsBase, rule.isOnRemoved]
  return "\(rule.page.id) \(flags) \(rule.selectors) \(rule.lets.count) \(rule.page.idRange) \(rule.page.kinds) "
    + "\(rule.vocabularies.sorted()) \(rule.page.summary) \(rule.page.parameters.map(\.name))"
}

/// The words of a message, with a mark for each expression.
private func words(_ parts: [Rule.MessagePart]) -> [String] {
  parts.map { part in
    switch part {
    case .words(let words): words
    case .expression: "{}"
    }
  }
}
