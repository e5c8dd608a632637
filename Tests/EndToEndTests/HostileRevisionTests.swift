import Foundation
import TestSupport
import Testing

/// Names, repositories and clones that are not as one would wish.
@Suite struct HostileRevisionTests {
  @Test func aNameThatIsNoRevisionRunsNothing() throws {
    let repository = try RevisionSample.repository()
    let names = [
      "-x", "--upload-pack=touch hacked", "--output=hacked", "-", "--", "", "HEAD; touch hacked", "$(touch hacked)",
      "`touch hacked`", "HEAD\ntouch hacked", "HEAD | touch hacked", "HEAD..main", "...", "-x...",
      "HEAD^{tree}", "HEAD:items", "ext::touch% hacked", "@{upstream}", "\u{1B}[31m",
      String(repeating: "a", count: 5000),
    ]
    for name in names {
      for option in ["--since=", "--against="] {
        let outcome = try repository.guidelint("lint", option + name).run()
        #expect(outcome.exitCode == 2 && !outcome.talk.isEmpty, "\(option)\(name)\n\(outcome.everything)")
        #expect(!outcome.errors.contains(0x1B), "\(name)")
      }
      let outcome = try repository.guidelint("compare", "--", name).run()
      #expect(outcome.exitCode == 2, "\(name)\n\(outcome.everything)")
    }
    #expect(repository.folder.state().keys.allSatisfy { !$0.contains("hacked") })
  }

  @Test func configuredProgramsAreNotRun() throws {
    let repository = try RevisionSample.repository()
    for (key, value) in [
      ("core.fsmonitor", "touch hacked"), ("core.pager", "touch hacked"), ("core.hooksPath", "hooks"),
      ("diff.external", "touch hacked"), ("core.sshCommand", "touch hacked"), ("core.quotePath", "true"),
    ] {
      try repository.git("config", key, value)
    }
    func state() -> [String: String] { repository.folder.state().filter { !$0.key.hasPrefix(".guidelint-cache") } }
    let before = state()
    #expect(try repository.guidelint("lint", "--staged").run().exitCode == 0)
    #expect(try repository.guidelint("lint", "--since", "HEAD~1").run().exitCode <= 1)
    #expect(state() == before)
  }

  @Test func namesOfFilesMayHoldAnything() throws {
    let repository = try GitFolder()
    let names = [
      "事项/食品 经营.yaml", "a b.yaml", "line\nbreak.yaml", "quote\"'.yaml", "tab\t.yaml", "-dash.yaml", "é.yaml",
    ]
    var files: [String: String?] = ["guidelint.yaml": "root: true\n"]
    for (index, name) in names.enumerated() { files[name] = RevisionSample.item("i\(index)", visits: 1) }
    try repository.commit(files)
    for (index, name) in names.enumerated() { files[name] = RevisionSample.item("i\(index)", visits: 2) }
    try repository.write(files)
    let outcome = try repository.guidelint("lint", "--since", "HEAD", "--only", "visits-raised", "-f", "json").run()
    #expect(try Set(outcome.report().diagnostics.map(\.file)) == Set(names), "\(outcome.everything)")
    try repository.git("add", "-A")
    let staged = try repository.guidelint("lint", "--staged", "--only", "visits-raised", "-f", "json").run()
    #expect(try Set(staged.report().diagnostics.map(\.file)) == Set(names), "\(staged.everything)")
  }

  @Test func linksAndSubmodulesAreNotFollowed() throws {
    let inner = try RevisionSample.repository()
    let repository = try RevisionSample.repository()
    try repository.folder.link("items/link.yaml", to: "a.yaml")
    try repository.folder.link("loop.yaml", to: "loop.yaml")
    try repository.folder.link("away", to: "/etc")
    try repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.path, "sub")
    try repository.commit([:], "links")
    for options in [["--staged"], ["--since", "HEAD"], ["--against", "HEAD"]] {
      let outcome = try repository.guidelint("lint").with(options).run()
      #expect(outcome.exitCode <= 1, "\(options)\n\(outcome.everything)")
    }
    let listed = try repository.guidelint("lint", "items/link.yaml", "--staged").run()
    #expect(listed.exitCode == 0, "\(listed.everything)")
    let loop = try repository.guidelint("lint", "loop.yaml", "--staged").run()
    #expect(loop.exitCode == 2 && loop.talk.contains("leads back to itself"), "\(loop.everything)")
  }

  @Test func aShallowCloneSaysWhatItLacks() throws {
    let repository = try RevisionSample.repository()
    let clone = try GitFolder(cloning: repository, depth: 1)
    let old = try repository.git("rev-parse", "HEAD~3")
    for name in ["HEAD~1", old] {
      let outcome = try clone.guidelint("lint", "--since", name).run()
      #expect(outcome.exitCode == 2 && outcome.talk.contains("git fetch --unshallow"), "\(outcome.talk)")
    }
    #expect(try clone.guidelint("lint", "--since", "HEAD").run().exitCode == 0)
  }

  @Test func withoutARepositoryOrGitOneIsToldWhatToDo() throws {
    let folder = try TemporaryFolder(["a.yaml": RevisionSample.item("a")])
    let outside = Guidelint("lint", "--since", "HEAD").in(folder)
    let noGit = try outside.setting("PATH", to: folder.path).run()
    #expect(noGit.exitCode == 2 && noGit.talk.contains("The program git was not found. Install it"), "\(noGit.talk)")
    let path = GitFolder.environment["PATH"]
    let noRepository = try outside.setting("PATH", to: path).run()
    #expect(noRepository.exitCode == 2 && noRepository.talk.contains("is in no git repository"), "\(noRepository.talk)")
    let compare = try Guidelint("compare").in(folder).setting("PATH", to: path).run()
    #expect(compare.exitCode == 2 && compare.talk.contains("is in no git repository"), "\(compare.talk)")
    let chinese = try outside.with("--lang", "zh").setting("PATH", to: path).run()
    #expect(chinese.talk.contains("不在 git 仓库中，没有版本可比"), "\(chinese.talk)")
  }

  @Test func aConflictInTheIndexIsNamed() throws {
    let repository = try RevisionSample.repository()
    try repository.git("checkout", "-q", "-b", "other", "HEAD~1")
    try repository.commit(["items/a.yaml": RevisionSample.item("a", visits: 8)])
    try repository.git("checkout", "-q", "main")
    try repository.commit(["items/a.yaml": RevisionSample.item("a", visits: 7)])
    #expect(throws: GitFolder.Failure.self) { try repository.git("merge", "-q", "other") }
    let outcome = try repository.guidelint("lint", "--staged").run()
    #expect(outcome.exitCode == 2 && outcome.talk.contains("in conflict: “items/a.yaml”"), "\(outcome.talk)")
  }
}
