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

@Test func aLintReadsAllOfARuleButItsExplanationAndExamples() throws {
  let left = RuleExplanation.keys.map(\.description) + ["examples"]
  for file in shipped(isTested: true) where file.role == .rule {
    let whole = try #require(SchemaFile.read(file.source).tree, "\(file.path)")
    let part = try #require(SchemaFile.read(file.partForLint).tree, "\(file.path)")
    let kept = entries(whole).filter { !left.contains($0.key) }
    #expect(entries(part).map(\.key) == kept.map(\.key), "\(file.path): examples must be the last key")
    #expect(entries(part).map(\.value) == kept.map(\.value), "\(file.path)")
  }
}

/// The keys of a tree's root, each with its value as JSON.
private func entries(_ tree: DataTree) -> [(key: String, value: String)] {
  let view = tree.view
  return view.entries(.root).map { (view.string($0.key), outline($0.value, view)) }
}

@Test func anExplanationIsReadWhenItIsAskedFor() {
  for (rule, other) in zip(load(isTested: true).rules, load(isTested: false).rules) {
    #expect(rule.page.why == other.page.why, "\(rule.page.id)")
    #expect(rule.page.remedy == other.page.remedy, "\(rule.page.id)")
    #expect(rule.page.ask == other.page.ask, "\(rule.page.id)")
    #expect(rule.page.note == other.page.note, "\(rule.page.id)")
    #expect(rule.page.sources.map(\.citation) == other.page.sources.map(\.citation), "\(rule.page.id)")
  }
}

@Test func onlyTestedRulesAreReadInPart() {
  let source = SourceFile(path: "a.yaml", bytes: Array("id: a\nexamples:\n- 1\n".utf8))
  let own = RuleSourceFile(path: "own/a.yaml", source: source, isStandard: false)
  #expect(own.partForLint.bytes == source.bytes)
  let tested = RuleSourceFile(path: "own/a.yaml", source: source, isStandard: true, isTested: true)
  #expect(tested.partForLint.bytes == Array("id: a\n".utf8))
  let text = "# why: no key\nid: a\nwhy:\n  zh: b\n# c\nparams: {}\nnote: d\nwhynot: e\nexamples:\n- 1\n"
  let mixed = RuleSourceFile(
    path: "own/a.yaml", source: SourceFile(path: "a.yaml", bytes: Array(text.utf8)), isStandard: true, isTested: true)
  #expect(mixed.partForLint.bytes == Array("# why: no key\nid: a\nparams: {}\nwhynot: e\n".utf8))
}

@Test func aLintReadsTheShippedSetAsTheTestsDo() {
  let whole = load(isTested: false)
  let tested = load(isTested: true)
  #expect(whole.diagnostics.isEmpty)
  #expect(tested.diagnostics.isEmpty)
  #expect(tested.lateFaults.isEmpty, "nothing is compiled yet")
  #expect(tested.pages.map(\.id) == whole.rules.map(\.page.id))
  #expect(tested.rules.map(\.page.id) == whole.rules.map(\.page.id))
  #expect(tested.lateFaults.isEmpty)
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
  for vocabulary in load(isTested: true).compiled.vocabularies.vocabularies where vocabulary.kind != .table {
    #expect(vocabulary.pattern != nil, "\(vocabulary.id)")
  }
}

@Test func aShippedRuleThatDoesNotCompileAfterAllIsTold() throws {
  let files = shipped(isTested: true).map { file in
    guard file.stem == "material-duplicate" else { return file }
    let text = String(decoding: file.source.bytes, as: UTF8.self)
    let broken = text.replacing("select: $.materials[*]", with: "select: $.materials[*")
    return RuleSourceFile(
      path: file.path, source: SourceFile(path: file.source.path, bytes: Array(broken.utf8)), isStandard: true,
      isTested: true)
  }
  let library = RuleLibrary.load(files, authoring: AuthoringSchemas(files), normalize: nil)
  #expect(library.diagnostics.isEmpty && library.lateFaults.isEmpty)
  library.compile()
  let fault = try #require(library.lateFaults.first)
  #expect(fault.severity == .error && library.lateSources[fault.file] != nil)
  // Rules are told by their numbers, so that none may be missing.
  #expect(library.rules.map(\.page.id) == library.pages.map(\.id))
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

/// A value with all that it holds.
private func outline(_ node: NodeID, _ view: TreeView) -> String {
  switch view.kind(node) {
  case .map:
    "{" + view.entries(node).map { view.string($0.key) + ": " + outline($0.value, view) }.joined(separator: ", ") + "}"
  case .list: "[" + view.elements(node).map { outline($0, view) }.joined(separator: ", ") + "]"
  default: "\(view.kind(node)) " + view.string(node)
  }
}
