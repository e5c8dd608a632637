import Testing

@testable import Workspace

@Test func aWalkTakesYamlAndSkipsDotNamesOwnFilesAndLinks() {
  let run = Run(
    [
      "guidelint.yaml": onlyDuplicates, "guidelint-waivers.yaml": "waivers: []\n", "a.yaml": twice("a"),
      "b.yml": twice("b"),
      "c.txt": twice("c"), ".d.yaml": twice("d"), ".e/e.yaml": twice("e"), "f.yaml/g.yaml": twice("g"),
      "/elsewhere/h.yaml": twice("h"),
    ], links: ["/desk/h.yaml": "/elsewhere/h.yaml", "/desk/folder": "/elsewhere"])
  #expect(run.found == ["a.yaml", "b.yml", "f.yaml/g.yaml"].map(duplicate))
  #expect(run.verdict.exitCode == 1)
}

@Test func aListedLinkIsFollowed() {
  let files = ["/elsewhere/h.yaml": twice("h")]
  let file = Run(files, paths: ["h.yaml"], links: ["/desk/h.yaml": "/elsewhere/h.yaml"]) {
    $0.only = ["material-duplicate"]
  }
  #expect(file.found == [duplicate("h.yaml")])
  let folder = Run(files, paths: ["folder"], links: ["/desk/folder": "/elsewhere"]) {
    $0.only = ["material-duplicate"]
  }
  #expect(folder.found == [duplicate("folder/h.yaml")])
  let dangling = Run(files, paths: ["h.yaml"], links: ["/desk/h.yaml": "/nowhere"])
  #expect(dangling.verdict.exitCode == 2)
  #expect(dangling.messages.first == "“h.yaml” is a link whose target does not exist.")
}

@Test func whatCannotBeReadFailsTheRunAndNothingElse() {
  let files = [
    "guidelint.yaml": onlyDuplicates, "a.yaml": twice("a"), "b/b.yaml": twice("b"), "c.yaml": twice("c"),
    "d/d.yaml": twice("d"),
  ]
  let run = Run(files, denied: ["/desk/b", "/desk/c.yaml"])
  #expect(run.found == [duplicate("a.yaml"), duplicate("d/d.yaml")])
  #expect(run.messages == ["There is no permission to read “b”.", "There is no permission to read “c.yaml”."])
  #expect(run.verdict.exitCode == 2)
  #expect(!run.outcome.report.isComplete)
}

@Test func anUnreadableConfigurationIsNotPassedOver() {
  let files = ["guidelint.yaml": onlyDuplicates, "in/guidelint.yaml": "rules: {}\n", "in/a.yaml": twice("a")]
  let run = Run(files, paths: ["in"], denied: ["/desk/in/guidelint.yaml"])
  #expect(run.messages == ["There is no permission to read “in/guidelint.yaml”."])
  #expect(run.verdict.exitCode == 2)
}

@Test func pathsThatGiveNothingAreFailures() {
  #expect(Run(["a.txt": "x"]).verdict.exitCode == 2)
  #expect(Run(["a.yaml": twice("a")], paths: ["b.yaml"]).messages.first == "“b.yaml” does not exist. Check the path.")
}

@Test func aNestedConfigurationGovernsItsFolderWhole() {
  let files = [
    "guidelint.yaml": onlyDuplicates, "a.yaml": twice("a"), "in/guidelint.yaml": "extends: []\n",
    "in/b.yaml": twice("b"), "in/deep/c.yaml": twice("c"),
  ]
  #expect(Run(files).found == [duplicate("a.yaml")])
  #expect(Run(files, paths: ["in/deep/c.yaml"]).found == [])
  // Ids are unique in a catalog, and these are two.
  var same = files
  same["in/b.yaml"] = twice("a")
  #expect(Run(same).found == [duplicate("a.yaml")])
}

@Test func aConfigurationGivenOnTheCommandLineGovernsEverything() {
  let files = [
    "other.yaml": onlyDuplicates, "in/guidelint.yaml": "extends: []\n", "in/b.yaml": twice("b"),
  ]
  let run = Run(files, paths: ["in"]) { $0.configurationPath = "other.yaml" }
  #expect(run.found == [duplicate("in/b.yaml")])
  let missing = Run(files, paths: ["in"]) { $0.configurationPath = "no.yaml" }
  #expect(missing.messages == ["“no.yaml” does not exist. Check the path."])
  #expect(missing.verdict.exitCode == 2)
}

@Test func includeAndExcludeAreRelativeToTheConfiguration() {
  let files = [
    "cat/guidelint.yaml": onlyDuplicates + "files: {include: [\"items/**\"], exclude: [\"items/drafts/**\"]}\n",
    "cat/items/a.yaml": twice("a"), "cat/items/drafts/b.yaml": twice("b"), "cat/c.yaml": twice("c"),
  ]
  #expect(Run(files, paths: ["cat"]).found == [duplicate("cat/items/a.yaml")])
  #expect(Run(files, paths: ["cat"]) { $0.excluded = ["cat/items/a.yaml"] }.verdict.exitCode == 2)
}

@Test func theSearchForAConfigurationEndsAtTheRepository() {
  let files = ["guidelint.yaml": "extends: []\n", "repo/.git/HEAD": "x", "repo/a.yaml": twice("a")]
  let run = Run(files, paths: ["repo"]) { $0.only = ["material-duplicate"] }
  #expect(run.found == [duplicate("repo/a.yaml")])
  #expect(run.messages.first?.hasPrefix("note: no guidelint.yaml") == true)
}
