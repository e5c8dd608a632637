import Testing

@testable import Rules

@Test func globsFollowGitignore() {
  func takes(_ pattern: String, _ path: String) -> Bool { Glob(pattern).matches(file: path) }
  #expect(takes("*.yaml", "a/b.yaml"))
  #expect(takes("items/**", "items/a/b.yaml"))
  #expect(!takes("items/**", "items"))
  #expect(takes("items/", "items/a.yaml"))
  #expect(!takes("items/", "items"))
  #expect(takes("/a.yaml", "a.yaml"))
  #expect(!takes("/a.yaml", "b/a.yaml"))
  #expect(takes("a/*/c.yaml", "a/b/c.yaml"))
  #expect(!takes("a/*/c.yaml", "a/b/b/c.yaml"))
  #expect(takes("事项?.yaml", "事项甲.yaml"))
  #expect(takes("[ab].yaml", "b.yaml"))
  #expect(!takes("[!ab].yaml", "b.yaml"))
  #expect(GlobList(["*.yaml", "!a.yaml"]).matches(file: "a.yaml") == false)
}

@Test func markLinesNameCodePoints() {
  let marked = MarkedText("a:\n  - name: 申请表\n#~        ^^^ rule-id\nb: 1\n#~ line other\n")
  #expect(marked.text == "a:\n  - name: 申请表\nb: 1\n")
  #expect(
    marked.marks == [
      MarkedText.Mark(line: 2, columns: 11..<14, rule: "rule-id"),
      MarkedText.Mark(line: 3, columns: 1..<5, rule: "other", isOpen: true),
    ])
  #expect(MarkedText("#~ ^^ x").faulty == ["#~ ^^ x"])
}

@Test func templatesNestBracesAndQuotes() {
  let template = MessageTemplate("共 {size([1, 2].map(x, {'a}': x}))} 份 {{原样}}")
  #expect(template.faults == [])
  #expect(template.parts.count == 3)
  #expect(template.parts.last == .words(" 份 {原样}"))
  #expect(MessageTemplate("a {b").faults == [.unclosed(at: 2)])
  #expect(MessageTemplate("a } b").faults == [.stray(at: 2)])
  #expect(MessageTemplate("{ }").faults == [.empty(at: 0)])
}

@Test func numbersInMessagesAreShort() {
  #expect(ValueWords.short(50) == "50")
  #expect(ValueWords.short(33.333) == "33.33")
  #expect(ValueWords.short(2.5) == "2.5")
  #expect(ValueWords.short(0.05) == "0.05")
  #expect(ValueWords.short(-0.5) == "-0.5")
}

@Test func manyPartsOfADocumentArePlacedInProportion() {
  let fixture = RuleFixture(["r": "for: ServiceItem\neach: numberDifferences(doc)"])
  #expect(fixture.faults == [])
  func guide(_ count: Int) -> String {
    let entries = (0..<count).map {
      "  - {question: {zh: 问, en: ask}, answer: {zh: 共\($0 + 10)元。, en: '\($0 + 11) yuan.'}}\n"
    }
    return "kind: ServiceItem\nid: a\nname: 甲\nfaq:\n" + entries.joined()
  }
  let few = fixture.run(guide(2))
  #expect(few.records == ["fail 11 yuan", "fail 12 yuan"])
  #expect(few.related == [["10元"], ["11元"]])
  var many: RunResult?
  let time = ContinuousClock().measure { many = fixture.run(guide(4000)) }
  #expect(many?.records.count == 4000)
  #expect(many?.records.last == "fail 4010 yuan")
  #expect(many?.related.last == ["4009元"])
  // A walk over all nodes for each part takes minutes; a busy machine not this long.
  #expect(time < .seconds(20))
}
