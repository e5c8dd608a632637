import Testing

/// The checks of pages and files, each shown something bad.
@Suite struct DocumentSelfTests {
  @Test func generatedFilesAreFound() {
    for path in ["Package.resolved", "a/.build/b.yaml", "Sources/A/a.o", ".DS_Store"] {
      #expect(RepositoryRules.nameFaults(path).count == 1, "\(path)")
    }
    #expect(RepositoryRules.nameFaults("Sources/A/A.swift") == [])
  }

  @Test func lineEndsAreFound() {
    #expect(RepositoryRules.textFaults(path: "a", text: "a\r\nb \n\tc\t\nd").map(\.line) == [1, 2, 3, 4])
    #expect(RepositoryRules.textFaults(path: "a", text: "  a\n\nb\n") == [])
    #expect(RepositoryRules.textFaults(path: "a", text: "") == [])
  }

  @Test func machinePathsAreFound() {
    let bad = "see /ho" + "me/me/x\nand ./home\nin /t" + "mp/y\n"
    #expect(RepositoryRules.machinePathFaults(path: "a.md", text: bad).map(\.line) == [1, 3])
  }

  @Test func ruleNamesAreCompared() {
    let path = "rules/flow/step-dead-end.yaml"
    #expect(RepositoryRules.ruleNameFaults(path: path, text: "# x\nid: step-dead-end   # y\n") == [])
    #expect(RepositoryRules.ruleNameFaults(path: path, text: "id: 'step-dead-end'\n") == [])
    #expect(RepositoryRules.ruleNameFaults(path: path, text: "# x\nid: step-dead\n").map(\.line) == [2])
    #expect(RepositoryRules.ruleNameFaults(path: path, text: "summary: x\n").count == 1)
  }

  @Test func schemaCommentsAreFollowed() {
    func faults(_ text: String) -> Int {
      RepositoryRules.schemaCommentFaults(path: "catalog/items/a.yaml", text: text) {
        $0 == "rules/schema/item.schema.json"
      }.count
    }
    #expect(faults("# yaml-language-server: $schema=../../rules/schema/item.schema.json\nkind: x\n") == 0)
    #expect(faults("# yaml-language-server: $schema=../rules/schema/item.schema.json\nkind: x\n") == 1)
    #expect(faults("kind: ServiceItem\n") == 1)
  }

  @Test func commandsAreHeldToTheMakefileAndTheManifest() {
    let targets = Page.targets(makefile: "A := b\n.PHONY: lint\nlint: libraries ## lints\n\tx: y\ntest:\n")
    #expect(targets == ["lint", "test"])
    let page = Page(
      path: "a.md",
      text: """
        # One
        ```sh
        # a comment
        make lint   # what it does
        make fly
        A=1 swift test --filter X
        swift run -c release tool part
        swift run other
        guidelint lint x
        rm -rf x
        ```
        ```yaml
        # not a heading
        make: nothing
        ```
        ## Two
        """)
    #expect(page.headings == ["#", "##"])
    #expect(page.commands.map(\.line) == [4, 5, 6, 7, 8, 9, 10])
    #expect(page.commands.first?.text == "make lint")
    #expect(page.commandFaults(targets: targets, products: ["tool"]).map(\.line) == [5, 8, 10])
  }
}
