import Foundation
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

  @Test func aFileIsOneByWhateverNameItGoes() throws {
    let item = Sample.item("a", visits: 2)
    let runs: [[String]] = [
      // Two outputs that meet behind a link, a hard link or a linked folder.
      ["-f", "json=o.json", "-f", "csv=link.csv"], ["-f", "json=o.json", "-f", "csv=hard.csv"],
      ["-f", "json=out/new", "-f", "csv=door/new"], ["-f", "json=out/../o.json", "-f", "csv=./o.json"],
      // An input that was not listed, by its own name, a link or a hard link.
      ["-f", "json=item.json"], ["-f", "json=hard-item.json"], ["-f", "csv=guidelint-baseline.jsonl"],
      ["-f", "csv=conf.csv"],
      // What cannot be replaced whole.
      ["-o", "dangling"], ["-o", "out"], ["-o", "nowhere/o.txt"], ["-o", "pipe"],
    ]
    for arguments in runs {
      let folder = try Sample.catalog(["items/a.yaml": item, "items/b.yaml": item, "o.json": "old", "out/x": ""])
      try folder.link("link.csv", to: "o.json")
      try folder.link("door", to: "out")
      try folder.link("item.json", to: "items/b.yaml")
      try folder.link("dangling", to: "gone")
      #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
      for (name, target) in [
        ("hard.csv", "o.json"), ("hard-item.json", "items/b.yaml"), ("conf.csv", "guidelint.yaml"),
      ] {
        try FileManager.default.linkItem(atPath: "\(folder.path)/\(target)", toPath: "\(folder.path)/\(name)")
      }
      let before = folder.state()
      let outcome = try Guidelint(arguments: ["lint", "items/a.yaml"] + arguments).in(folder).run()
      #expect(outcome.exitCode == 2 && outcome.output.isEmpty, "\(arguments)\n\(outcome.everything)")
      #expect(outcome.talk.hasPrefix("error: "), "\(arguments)\n\(outcome.talk)")
      #expect(folder.state() == before, "\(arguments)")
    }
  }

  @Test func aLinkedOutputStaysALink() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 1), "real.json": "old"])
    try folder.link("link.json", to: "real.json")
    let outcome = try Guidelint("lint", "-f", "json=link.json").in(folder).run()
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    #expect(folder.text("real.json")?.hasPrefix("{") == true)
    #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link.json")) == "real.json")
  }

  private static let formats = [
    "text", "json", "sarif", "junit", "checkstyle", "github", "gitlab", "markdown", "csv",
  ]

  @Test func allFormatsInOneRunGiveWhatEachGivesAlone() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 2), "b.yaml": Sample.item("b", visits: 1)])
    let arguments = Self.formats.flatMap { ["-f", "\($0)=all.\($0)"] }
    let together = try Guidelint(arguments: ["lint"] + arguments).in(folder).run()
    #expect(together.exitCode == 1 && together.output.isEmpty, "\(together.everything)")
    for format in Self.formats {
      let alone = try Guidelint("lint", "-f", format).in(folder).run()
      #expect(folder.text("all.\(format)") == alone.text && !alone.output.isEmpty, "\(format)")
    }
    let nothing = try Sample.catalog(["none.txt": ""])
    let empty = try Guidelint(arguments: ["lint"] + arguments).in(nothing).run()
    #expect(empty.exitCode == 2, "\(empty.everything)")
    for format in Self.formats { #expect(nothing.text("all.\(format)")?.isEmpty == false, "\(format)") }
  }
}
