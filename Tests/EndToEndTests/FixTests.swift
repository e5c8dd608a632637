import Foundation
import TestSupport
import Testing

/// `guidelint fix` as people and hooks run it.
@Suite struct FixTests {
  private let configuration =
    "root: true\nextends: []\nrules: {material-none-placeholder: error, fees-missing: info, text-none-filled: info}\n"
  private let item = "kind: ServiceItem\nid: a\nname: 许可\ntype: other\nplainName: 无\nmaterials:\n  - name: 无\n"
  private let fixed = "kind: ServiceItem\nid: a\nname: 许可\ntype: other\nplainName: 无\nmaterials: []\n"

  @Test func safeFixesAreWrittenAndTheRestIsNamed() throws {
    let folder = try TemporaryFolder(["guidelint.yaml": configuration, "a.yaml": item])
    let first = try Guidelint("fix").in(folder).run()
    #expect(first.exitCode == 0 && first.text.isEmpty, "\(first.everything)")
    #expect(
      first.talk
        == "fixed 1 finding in 1 file (material-none-placeholder 1); 2 left, of which 1 with --unsafe, 1 with -i.\n")
    #expect(folder.text("a.yaml") == fixed)
    let state = folder.state()
    let second = try Guidelint("fix").in(folder).run()
    #expect(second.exitCode == 0 && folder.state() == state, "\(second.everything)")
    let unsafe = try Guidelint("fix", "--unsafe").in(folder).run()
    #expect(unsafe.exitCode == 0 && folder.text("a.yaml") == fixed.replacing("plainName: 无\n", with: ""))
  }

  @Test func aDifferenceIsShownAndNothingIsWritten() throws {
    let folder = try TemporaryFolder(["guidelint.yaml": configuration, "items/a.yaml": item])
    let state = folder.state()
    let outcome = try Guidelint("fix", "--diff", "items").in(folder).run()
    #expect(outcome.exitCode == 1 && folder.state() == state, "\(outcome.everything)")
    #expect(
      outcome.text == """
        --- a/items/a.yaml
        +++ b/items/a.yaml
        @@ -3,5 +3,4 @@
         name: 许可
         type: other
         plainName: 无
        -materials:
        -  - name: 无
        +materials: []

        """)
    let colored = try Guidelint("fix", "--diff", "--color", "always").in(folder).run()
    #expect(colored.text.contains("\u{1B}[1;32m+materials: []\u{1B}[0m"))
    #expect(try Guidelint("fix", "--diff", "--only", "fees-missing").in(folder).run().exitCode == 0)
  }

  @Test func standardInputComesBackFixed() throws {
    let folder = try TemporaryFolder(["guidelint.yaml": configuration])
    let outcome = try Guidelint("fix", "-", "--stdin-filename", "items/new.yaml").in(folder).reading(item).run()
    #expect(outcome.exitCode == 0 && outcome.text == fixed, "\(outcome.everything)")
    let clean = try Guidelint("fix", "-", "--stdin-filename", "new.yaml").in(folder).reading(fixed).run()
    #expect(clean.exitCode == 0 && clean.text == fixed)
    #expect(try Guidelint("fix", "-").in(folder).reading(item).run().exitCode == 2)
    #expect(try Guidelint("fix", "-i").in(folder).run().exitCode == 2)
  }

  @Test func permissionsAndLinksStay() throws {
    let folder = try TemporaryFolder([
      "guidelint.yaml": configuration, "a.yaml": item, "b.yaml": item, "else/c.txt": item,
    ])
    try folder.link("c.yaml", to: "else/c.txt")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path + "/a.yaml")
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path + "/b.yaml")
    let outcome = try Guidelint("fix", "a.yaml", "b.yaml", "c.yaml").in(folder).run()
    #expect(
      outcome.exitCode == 2 && outcome.talk.contains("There is no permission to write “b.yaml”."),
      "\(outcome.everything)")
    #expect(folder.text("a.yaml") == fixed && folder.text("b.yaml") == item && folder.text("else/c.txt") == fixed)
    let mode = try manager.attributesOfItem(atPath: folder.path + "/a.yaml")[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path + "/c.yaml") == "else/c.txt")
  }

  @Test func lintSaysWhatCanBeFixed() throws {
    let folder = try TemporaryFolder(["guidelint.yaml": configuration, "a.yaml": item])
    let outcome = try Guidelint("lint").in(folder).run()
    #expect(outcome.text.contains("error[material-none-placeholder] (fixable): "), "\(outcome.text)")
    #expect(outcome.text.contains("1 can be repaired by guidelint fix, 1 more with --unsafe."))
  }

  @Test func aRunThatIsKilledLeavesNoHalfFile() throws {
    let padding = (0..<400).map { "  - name: 材料\($0)\n" }.joined()
    func text(_ index: Int, _ name: String) -> String {
      "kind: ServiceItem\nid: i\(index)\nplainName: \(name)\nmaterials:\n\(padding)"
    }
    let folder = try TemporaryFolder([
      "guidelint.yaml": "root: true\nextends: []\nrules: {text-halfwidth-punctuation: info}\n"
    ])
    let count = 300
    var generator = SystemRandomNumberGenerator()
    for round in 0..<6 {
      for index in 0..<count { try folder.write(text(index, "许可(新办)"), to: "items/i\(index).yaml") }
      let process = Process()
      process.executableURL = URL(filePath: try Guidelint.executable())
      process.arguments = ["fix", "--today", "2026-01-01"]
      process.currentDirectoryURL = URL(filePath: folder.path)
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      // Killed while files are being written: once the first is new, after a moment that differs from round to round.
      while process.isRunning, folder.text("items/i0.yaml") == text(0, "许可(新办)") { usleep(300) }
      usleep(UInt32.random(in: 0...UInt32(200 + round * 2_000), using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for index in 0..<count {
        let found = folder.text("items/i\(index).yaml")
        #expect(found == text(index, "许可(新办)") || found == text(index, "许可（新办）"), "round \(round), file \(index)")
      }
    }
    let last = try Guidelint("fix").in(folder).run()
    #expect(last.exitCode == 0, "\(last.everything)")
    #expect((0..<count).allSatisfy { folder.text("items/i\($0).yaml") == text($0, "许可（新办）") })
  }
}
