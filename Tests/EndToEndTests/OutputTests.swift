import TestSupport
import Testing

/// Where reports go: to a file whole, to two places for two formats, and never over what the run read.
@Suite struct OutputTests {
  @Test func anInputIsNeverReplaced() throws {
    let item = Sample.item("a", visits: 2)
    let runs: [(arguments: [String], file: String)] = [
      (["a.yaml", "-o", "a.yaml"], "a.yaml"), (["a.yaml", "-o", "guidelint.yaml"], "guidelint.yaml"),
      (["a.txt", "-o", "./a.txt"], "a.txt"), (["a.yaml", "-f", "json=new.yml"], "new.yml"),
      (["a.yaml", "-c", "own.conf", "-o", "own.conf"], "own.conf"),
    ]
    for (arguments, file) in runs {
      let folder = try Sample.catalog(["a.yaml": item, "a.txt": item, "own.conf": Sample.configuration])
      let before = folder.state()
      let outcome = try Guidelint(arguments: ["lint"] + arguments).in(folder).run()
      #expect(outcome.exitCode == 2, "\(arguments)\n\(outcome.everything)")
      #expect(outcome.talk.contains("“\(file)”") || outcome.talk.contains("“./\(file)”"), "\(outcome.talk)")
      #expect(folder.state() == before, "\(arguments)")
    }
  }

  @Test func twoFormatsTakeTwoPlaces() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 1)])
    let refused = [
      ["-f", "text", "-f", "json"], ["-f", "json=o", "-f", "text=./o"], ["-f", "json=x/../o", "-f", "text=o"],
      ["-f", "json", "-f", "text", "-o", "o"], ["-f", "jsn"],
    ]
    for arguments in refused {
      let outcome = try Guidelint(arguments: ["lint"] + arguments).in(folder).run()
      #expect(outcome.exitCode == 2, "\(arguments)\n\(outcome.everything)")
      #expect(folder.text("o") == nil)
    }
    let good = try Guidelint("lint", "-f", "json=o.json", "-f", "text=o.txt", "-j2").in(folder).run()
    #expect(good.exitCode == 0 && good.output.isEmpty, "\(good.everything)")
    #expect(folder.text("o.json")?.hasPrefix("{") == true && folder.text("o.txt")?.isEmpty == false)
  }
}
