import Testing

@testable import Workspace

private let catalog = [
  "guidelint.yaml": "extends: []\nrules: {bundle-member-unknown: error, item-code-duplicate: error}\n",
  "bundles/b.yaml": "kind: Bundle\nid: b\nmembers: [{item: one}, {item: none}, {item: b}]\n",
  "items/one.yaml": "kind: ServiceItem\nid: one\ncode: \"11440100MB2C93105T4440111001000\"\n",
  "items/two.yaml": "kind: ServiceItem\nid: two\ncode: \"11440100MB2C93105T4440111001000\"\n",
]

@Test func listedPathsSetWhatIsReportedAndTheRootWhatIsLoaded() {
  let unknown = ["none", "b"].map { "bundle-member-unknown bundles/b.yaml \($0)" }
  let code = "item-code-duplicate items/two.yaml \"11440100MB2C93105T4440111001000\""
  #expect(Run(catalog).found == unknown + [code])
  #expect(Run(catalog, paths: ["bundles/b.yaml"]).found == unknown)
  #expect(Run(catalog, paths: ["items/two.yaml"]).found == [code])
  #expect(Run(catalog, paths: ["items/one.yaml"]).found == [])
  #expect(Run(catalog, paths: ["items/two.yaml"]).outcome.report.fileCount == 1)
  #expect(Run(catalog, paths: ["items", "bundles/b.yaml"]).found == unknown + [code])
}

@Test func theFirstFileOfADuplicateIdWins() {
  var files = catalog
  files["items/zero.yaml"] = "kind: ServiceItem\nid: one\nname: 乙\n"
  let run = Run(files, paths: ["items/zero.yaml"])
  #expect(run.found == ["catalog-id-duplicate items/zero.yaml one"])
  let related = run.outcome.report.diagnostics.first?.related.first
  #expect(related?.file == "items/one.yaml")
  #expect(Run(files, paths: ["items/one.yaml"]).found == [])
}

@Test func aBoundReachedInALoadedFileIsReported() {
  var files = catalog
  files["items/one.yaml"] = "kind: ServiceItem\nid: one\nx-a: " + String(repeating: "[", count: 200) + "\n"
  let run = Run(files, paths: ["bundles/b.yaml"])
  #expect(run.verdict.exitCode == 2)
  #expect(run.outcome.report.diagnostics.contains { $0.rule.hasSuffix("-limit") && $0.file == "items/one.yaml" })
}

@Test func aThousandMembersAreLookedUp() {
  var files = ["guidelint.yaml": "extends: []\nrules: {bundle-member-unknown: error}\n"]
  var bundle = "kind: Bundle\nid: b\nmembers:\n"
  for number in 0..<1000 {
    if number != 500 { files["items/i\(number).yaml"] = "kind: ServiceItem\nid: i\(number)\n" }
    bundle += "  - {item: i\(number)}\n"
  }
  files["b.yaml"] = bundle
  let run = Run(files)
  #expect(run.found == ["bundle-member-unknown b.yaml i500"])
  #expect(run.outcome.report.counts.pass == 999)
}
