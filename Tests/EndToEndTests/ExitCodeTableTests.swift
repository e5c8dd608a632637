import TestSupport
import Testing

/// Every way a lint can end, with what it exits with and what its last line says, run with the real binary.
@Suite struct ExitCodeTableTests {
  /// One way. The catalog holds `first.yaml` (clean) and `second.yaml` (as many visits as said).
  private struct Situation {
    var name: String
    var visits = 2
    var severity = "error"
    var files: [String: String] = [:]
    var arguments: [String] = []
    var input = ""
    var exitCode: Int32
    var says = ""
  }

  private static let verdicts = [
    Situation(name: "clean", visits: 1, exitCode: 0, says: "passed (exit 0)."),
    Situation(name: "finding", exitCode: 1, says: "failed: 1 at or above error (exit 1)."),
    Situation(name: "never fails", arguments: ["--fail-level", "never"], exitCode: 0, says: "--fail-level never"),
    Situation(name: "a warning passes", severity: "warning", exitCode: 0, says: "all 1 below error (exit 0)."),
    Situation(name: "unless asked", severity: "warning", arguments: ["--fail-level", "warning"], exitCode: 1),
    Situation(
      name: "strict", severity: "warning", arguments: ["--strict"], exitCode: 1, says: "1 at or above warning (exit 1)."
    ),
    Situation(name: "strict lets info pass", severity: "info", arguments: ["--strict"], exitCode: 0),
    Situation(name: "info", severity: "info", arguments: ["--fail-level", "info"], exitCode: 1),
    Situation(
      name: "as many warnings as allowed", severity: "warning", arguments: ["--max-warnings", "1"], exitCode: 0),
    Situation(
      name: "more warnings than allowed", severity: "warning", arguments: ["--max-warnings", "0"], exitCode: 1,
      says: "1 warning where --max-warnings allows 0 (exit 1)."),
    Situation(
      name: "exit zero", arguments: ["--exit-zero"], exitCode: 0,
      says: "failed: 1 at or above error; exit 0 because of --exit-zero."),
    Situation(name: "hidden findings fail too", arguments: ["--min-level", "error"], exitCode: 1),
    Situation(name: "hidden warnings pass", severity: "warning", arguments: ["--min-level", "error"], exitCode: 0),
    Situation(name: "raised", severity: "info", arguments: ["--severity", "visits-too-many=error"], exitCode: 1),
    Situation(name: "lowered", arguments: ["--severity", "visits-too-many=info"], exitCode: 0),
    Situation(name: "switched off", arguments: ["--severity", "visits-too-many=off"], exitCode: 0),
    Situation(name: "skipped", arguments: ["--skip", "visits-too-many"], exitCode: 0),
    Situation(name: "only", arguments: ["--only", "visits-*"], exitCode: 1),
    Situation(name: "left out", arguments: ["--exclude", "second.yaml"], exitCode: 0),
    Situation(name: "not listed", arguments: ["first.yaml"], exitCode: 0),
    Situation(
      name: "says nothing of the cache", visits: 1, arguments: ["--no-cache", "--cache-dir", "c"], exitCode: 0),
    Situation(name: "a day", visits: 1, arguments: ["--today", "2026-05-01"], exitCode: 0),
    Situation(name: "syntax error", visits: 1, files: ["third.yaml": "{bad"], exitCode: 1),
    Situation(name: "empty file", visits: 1, files: ["third.yaml": ""], exitCode: 0),
    Situation(
      name: "better text on standard input", arguments: ["-", "--stdin-filename", "second.yaml"],
      input: Sample.item("second", visits: 1), exitCode: 0),
    Situation(
      name: "worse text on standard input", visits: 1, arguments: ["-", "--stdin-filename", "new/third.yaml"],
      input: Sample.item("third", visits: 3), exitCode: 1),
    Situation(
      name: "an id that another file has", visits: 1, arguments: ["-", "--stdin-filename", "third.yaml"],
      input: Sample.item("first", visits: 1), exitCode: 1),
  ]

  private static let distrust = [
    Situation(name: "2 stays 2", files: ["guidelint.yaml": "rulez: {}"], arguments: ["--exit-zero"], exitCode: 2),
    Situation(
      name: "faulty configuration", files: ["guidelint.yaml": "rulez: {}"], exitCode: 2, says: "cannot be trusted"),
    Situation(name: "missing path", arguments: ["first.yaml", "none.yaml"], exitCode: 2, says: "(exit 2)."),
    Situation(name: "nothing matched", arguments: ["rules/local"], exitCode: 2),
    Situation(name: "unknown rule", arguments: ["--skip", "visits-too-man"], exitCode: 2),
    Situation(
      name: "another version", files: ["guidelint.yaml": "required-version: '>=9'\n"], exitCode: 2),
    Situation(
      name: "extends nothing", files: ["guidelint.yaml": "extends: [./none]\n"], exitCode: 2),
    Situation(
      name: "a lock", files: ["guidelint.yaml": Sample.configuration + locked],
      arguments: ["--skip", "visits-too-many"],
      exitCode: 2),
    Situation(
      name: "a lock lowered", files: ["guidelint.yaml": Sample.configuration + locked],
      arguments: ["--severity", "visits-too-many=info"], exitCode: 2),
    Situation(
      name: "a locked rule fails", files: ["guidelint.yaml": Sample.configuration + locked],
      arguments: ["--only", "materials"], exitCode: 1),
    Situation(name: "unwritable output", visits: 1, arguments: ["-o", "no/such/folder.txt"], exitCode: 2),
    Situation(name: "output over input", visits: 1, arguments: ["-o", "first.yaml"], exitCode: 2),
  ]

  private static let locked = "rules: {visits-too-many: {severity: error, locked: true}}\n"

  /// Command lines that begin no run: one sentence and the way to the help.
  private static let refused: [[String]] = [
    ["--strikt"], ["--fail-level", "bad"], ["--strict", "--fail-level", "error"], ["--max-warnings", "-1"],
    ["--max-warnings", "x"], ["--min-level", "error", "--strict"], ["--min-level", "error", "--max-warnings", "3"],
    ["--min-level", "never"], ["-"], ["--stdin-filename", "a.yaml"], ["-j", "0"], ["--today", "2026-02-30"],
    ["-f", "jsn"], ["-f", "text", "-f", "json"],
  ]

  @Test func runsExitAsTheTableSays() throws {
    for situation in Self.verdicts + Self.distrust {
      let items = [
        "first.yaml": Sample.item("first", visits: 1),
        "second.yaml": Sample.item("second", visits: situation.visits),
      ]
      let folder = try Sample.catalog(items.merging(situation.files) { $1 }, severity: situation.severity)
      let run = Guidelint(arguments: ["lint"] + situation.arguments).in(folder).reading(situation.input)
      let outcome = try run.run()
      #expect(outcome.exitCode == situation.exitCode, "\(situation.name)\n\(outcome.everything)")
      let lines = outcome.talk.split(separator: "\n")
      #expect(
        lines.last?.contains(situation.says) ?? false || situation.says.isEmpty, "\(situation.name)\n\(outcome.talk)")
      // A run that can be trusted talks in one line.
      let isOneLine = lines.count == 1 && outcome.talk.hasSuffix("\n")
      #expect(isOneLine || situation.exitCode == 2, "\(situation.name)\n\(outcome.talk)")
    }
  }

  @Test func lintIsTheDefaultVerb() throws {
    for visits in 1...2 {
      let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: visits)])
      #expect(try Guidelint(arguments: []).in(folder).run().exitCode == Int32(visits - 1))
    }
  }

  @Test func contradictionsAreUsageErrors() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 1)])
    for arguments in Self.refused {
      let outcome = try Guidelint(arguments: ["lint"] + arguments).in(folder).run()
      #expect(outcome.exitCode == 2, "\(arguments)\n\(outcome.everything)")
      #expect(
        outcome.output.isEmpty && outcome.talk.contains("guidelint --help"), "\(arguments)\n\(outcome.everything)")
    }
  }

  @Test func quietPrintsTheDiagnosticsAlone() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 2)])
    let quiet = try Guidelint("lint", "-q").in(folder).run()
    #expect(quiet.exitCode == 1 && quiet.errors.isEmpty)
    let loud = try Guidelint("lint").in(folder).run()
    #expect(loud.text.hasPrefix(quiet.text) && loud.text.utf8.count > quiet.text.utf8.count)
    // Why nothing can be trusted is said even then.
    let missing = try Guidelint("lint", "-q", "none").in(folder).run()
    #expect(missing.exitCode == 2 && missing.talk.contains("“none” does not exist"))
  }

  @Test func hiddenResultsAreInNoFormat() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 2)], severity: "warning")
    for format in ["text", "json"] {
      let all = try Guidelint("lint", "-f", format).in(folder).run()
      let errors = try Guidelint("lint", "-f", format, "--min-level", "error").in(folder).run()
      #expect(all.text.contains("It takes 2 visits.") && !errors.text.contains("It takes 2 visits."))
    }
  }
}
