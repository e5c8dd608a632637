import Testing

@testable import Rules

private let ok = "  - name: good\n    ok: |\n      kind: ServiceItem\n      visits: 1\n"
private let badInside = "  - name: over\n    bad: |\n      kind: ServiceItem\n      visits: 2\n      #~      ^ r\n"

/// What the examples of a rule about visits have to complain of, in English.
private func complaints(_ examples: String, require: String = "this.visits <= 1") -> [String] {
  let fixture = RuleFixture(
    ["r": "for: ServiceItem\nrequire: \(require)\nat: '@.visits'\nexamples:\n\(examples)"], readsExamples: true)
  guard fixture.faults.isEmpty, let rule = fixture.library.rules.first else { return fixture.faults }
  return RuleTester(fixture.library).test(rule, variants: ExampleVariant.all).map { "\($0.example): \($0.message.en)" }
}

@Test func goodExamplesHaveNothingToComplainOf() {
  #expect(complaints(ok + badInside) == [])
  let none = "  - name: none\n    na: |\n      kind: ServiceItem\n"
  #expect(complaints(ok + badInside + none) == [])
}

@Test func okAndBadAreBothNeeded() {
  #expect(complaints(ok).count == 1)
  #expect(complaints(badInside).count == 1)
}

@Test func anExpectationThatMatchesNothingFails() {
  for wrong in [
    badInside.replacing("      ^ r", with: "     ^ r"), badInside.replacing("^ r", with: "^^ r"),
    badInside.replacing("^ r", with: "^ other"), badInside.replacing("^ r", with: "r"),
    badInside.replacing("visits: 2", with: "visits: 1"), badInside.replacing("      #~      ^ r\n", with: ""),
    badInside.replacing("visits: 2", with: "vists: 2"),
  ] {
    #expect(complaints(ok + wrong).contains { $0.hasPrefix("over: ") }, "\(wrong)")
  }
  #expect(complaints(ok.replacing("visits: 1", with: "visits: 2") + badInside).contains { $0.hasPrefix("good: ") })
  #expect(complaints(ok.replacing("visits: 1", with: "id: a") + badInside).contains { $0.hasPrefix("good: ") })
  #expect(complaints(ok + badInside + ok.replacing("ok:", with: "na:")).contains { $0.hasPrefix("good: ") })
}

@Test func aRuleThatSaysTheSameWhateverItRequiresIsNotTested() {
  // `when` never holds, so that replacing `require` changes nothing that the examples see.
  let fixture = RuleFixture(
    [
      "r": """
      for: ServiceItem
      select: $.materials[*]
      when: 'false'
      require: 'true'
      examples:
        - name: never
          ok: |
            kind: ServiceItem
            materials: [{name: 表}]
        - name: nor
          bad: |
            kind: ServiceItem
            materials: [{name: 表}]

      """
    ], readsExamples: true)
  let rule = fixture.library.rules.first
  let found = rule.map { RuleTester(fixture.library).test($0).map(\.example) } ?? []
  #expect(Set(found) == ["never", "nor"])
}
