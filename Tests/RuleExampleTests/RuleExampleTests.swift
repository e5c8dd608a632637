import Rules
import SourceText
import StandardRules
import Testing

/// The shipped set with its examples, loaded once.
private let library: RuleLibrary = {
  let files = StandardRules.files.map { path, text in
    RuleSourceFile(
      path: path.description,
      source: SourceFile(path: "rules/\(path)", bytes: text.withUTF8Buffer { Array($0) }), isStandard: true)
  }
  return RuleLibrary.load(files, authoring: AuthoringSchemas(files), normalize: nil, readsExamples: true)
}()

@Test func theShippedSetLoadsWithoutAFault() {
  for diagnostic in library.diagnostics {
    let source = library.sources[diagnostic.file]
    let line = source.map { LineMap($0.bytes).line(at: diagnostic.range.start) } ?? 0
    Issue.record("\(diagnostic.file):\(line): \(diagnostic.message.en) [\(diagnostic.rule)]")
  }
}

@Test func everyExampleOfEveryRuleHoldsInAllVariants() {
  let tester = RuleTester(library)
  for rule in library.rules {
    for failure in tester.test(rule, variants: ExampleVariant.all) {
      Issue.record("\(rule.page.id), example “\(failure.example)”: \(failure.message.en)")
    }
  }
}

@Test func everyRuleHasEnoughExamplesAndTexts() {
  for rule in library.rules {
    let page = rule.page
    let counts = Dictionary(grouping: page.examples, by: \.expectation).mapValues(\.count)
    #expect(counts[.ok, default: 0] >= 2, "\(page.id) needs two ok examples")
    #expect(counts[.bad, default: 0] >= 2, "\(page.id) needs two bad examples")
    #expect(counts[.na, default: 0] >= 1, "\(page.id) needs an example that it does not apply to")
    for text in [page.summary, page.why, page.remedy, page.ask] {
      #expect(text?.zh.isEmpty == false && text?.en.isEmpty == false && text?.zh != text?.en, "\(page.id) lacks a text")
    }
    #expect(!page.sources.isEmpty || page.note != nil, "\(page.id) names neither a source nor why there is none")
  }
}

@Test func noEntryOfAVocabularyIsDead() {
  for failure in VocabularyTester(library).test(isStandard: true) {
    let line = LineMap(failure.file.bytes).line(at: failure.range.start)
    Issue.record("\(failure.file.path):\(line): \(failure.message.en)")
  }
}

@Test func theKitsOfWalksAreCompleteInBothLanguages() throws {
  #expect(library.kits.keys.sorted() == ["lists", "modes", "personas", "questions", "roles", "scores", "stages"])
  for kit in library.kits.values {
    for entry in kit.entries {
      let texts = [entry.name, entry.description, entry.group, entry.ask] + entry.stages.map(\.name) + entry.prompts
      for text in texts.compactMap({ $0 }) + entry.anchors.values {
        #expect(!text.zh.isEmpty && !text.en.isEmpty && text.zh != text.en, "\(kit.id): \(entry.id): \(text.en)")
      }
    }
  }
  let scores = try #require(library.kits["scores"])
  #expect(scores.entries.map(\.id) == Aspect.allCases.map(\.rawValue))
  for entry in scores.entries {
    #expect(entry.anchors.keys.sorted() == [1, 2, 3, 4, 5], "\(entry.id)")
    #expect(entry.aspect?.rawValue == entry.id)
  }
  let questions = try #require(library.kits["questions"]).entries
  #expect(questions.allSatisfy { $0.aspect != nil && $0.ask != nil })
  #expect(Set(questions.compactMap(\.aspect)) == Set(Aspect.allCases))
  // Each channel has its stages, and each mode or persona that a question names exists (or the set would not load).
  let stages = try #require(library.kits["stages"]).entries
  #expect(Set(stages.flatMap(\.channels)).count == 9)
  #expect(Set(stages.flatMap { $0.stages.map(\.id) }).count == stages.reduce(0) { $0 + $1.stages.count })
}
