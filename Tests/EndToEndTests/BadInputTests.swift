import Foundation
import TestSupport
import Testing

/// What no editor means to hand in: each gets a sentence and the exit code of the contract, and the disk stays as it is.
@Suite struct BadInputTests {
  private struct Situation {
    var name: String
    var files: [String: String] = [:]
    var paths: [String] = ["."]
    var arguments: [String] = []
    var exitCode: Int32
    /// What the output says somewhere.
    var says: [String]
    var prepare: @Sendable (TemporaryFolder) throws -> Void = { _ in }
  }

  private func hold(_ situations: [Situation]) throws {
    for situation in situations {
      var files = situation.files
      if files["good.yaml"] == nil { files["good/good.yaml"] = Sample.item("good", visits: 1) }
      let folder = try Sample.catalog(files)
      try situation.prepare(folder)
      let before = folder.state()
      let outcome = try Guidelint(arguments: ["lint"] + situation.paths + situation.arguments).in(folder)
        .within(seconds: 20).run()
      #expect(outcome.exitCode == situation.exitCode, "\(situation.name)\n\(outcome.everything)")
      for part in situation.says {
        #expect(outcome.everything.contains(part), "\(situation.name) does not say “\(part)”\n\(outcome.everything)")
      }
      #expect(folder.state() == before, "\(situation.name) changed the disk")
    }
  }

  @Test func contentIsADiagnostic() throws {
    try hold([
      Situation(name: "syntax", files: ["a.yaml": "kind: [\n"], exitCode: 1, says: ["a.yaml:", "yaml-syntax"]),
      Situation(name: "empty", files: ["a.yaml": ""], exitCode: 0, says: ["a.yaml:1:1", "yaml-empty"]),
      Situation(
        name: "binary", exitCode: 1, says: ["a.yaml:1:1", "yaml-encoding"],
        prepare: { try $0.write(Data([0x89, 0x50, 0x4E, 0x47, 0x00, 0xFF, 0xFE]), to: "a.yaml") }),
      Situation(
        name: "unknown kind", files: ["a.yaml": "kind: ServiceItme\nid: a\n"], exitCode: 1,
        says: ["a.yaml:1:7", "schema-kind-unknown", "ServiceItem"]),
      Situation(
        name: "unknown key", files: ["a.yaml": Sample.item("a", visits: 1) + "visit: 1\n"], exitCode: 1,
        says: ["a.yaml:5:1", "visits"]),
      Situation(
        name: "same id twice",
        files: ["a.yaml": Sample.item("a", visits: 1), "b.yaml": Sample.item("a", visits: 1)], exitCode: 1,
        says: ["b.yaml:2:5", "catalog-id-duplicate", "a.yaml"]),
      Situation(
        name: "an alias that names nothing", files: ["a.yaml": "kind: ServiceItem\nid: a\nname: *no\n"], exitCode: 1,
        says: ["a.yaml:3:7", "yaml-unknown-alias"]),
    ])
  }

  @Test func pathsThatCannotBeUsed() throws {
    try hold([
      Situation(
        name: "no YAML", paths: ["empty"], exitCode: 2, says: ["empty", ".yaml"],
        prepare: { try $0.makeFolder("empty") }),
      Situation(name: "nonexistent", paths: ["nowhere.yaml"], exitCode: 2, says: ["nowhere.yaml"]),
      Situation(
        name: "dangling link", paths: ["link.yaml"], exitCode: 2, says: ["link.yaml"],
        prepare: { try $0.link("link.yaml", to: "gone.yaml") }),
      Situation(
        name: "loop of links", paths: ["one.yaml"], exitCode: 2, says: ["one.yaml"],
        prepare: {
          try $0.link("one.yaml", to: "two.yaml")
          try $0.link("two.yaml", to: "one.yaml")
        }),
      Situation(
        name: "pipe", paths: ["pipe.yaml"], exitCode: 2, says: ["pipe.yaml"],
        prepare: { mkfifo("\($0.path)/pipe.yaml", 0o644) }),
      Situation(
        name: "folder named like a file", paths: ["x.yaml"], exitCode: 2, says: ["x.yaml"],
        prepare: { try $0.makeFolder("x.yaml") }),
      Situation(
        name: "2 wins over 1", files: ["a.yaml": "kind: [\n"], paths: [".", "nowhere"], exitCode: 2,
        says: ["nowhere", "yaml-syntax"]),
      Situation(
        name: "2 wins over never", paths: [".", "nowhere"], arguments: ["--fail-level", "never"], exitCode: 2,
        says: ["nowhere"]),
    ])
    // Root reads everything.
    if getuid() != 0 {
      try hold([
        Situation(
          name: "unreadable", files: ["a.yaml": "kind: ServiceItem\n"], paths: ["a.yaml"], exitCode: 2,
          says: ["a.yaml"],
          prepare: { chmod("\($0.path)/a.yaml", 0) })
      ])
    }
  }

  @Test func linksAreFollowedOnlyWhereListed() throws {
    try hold([
      Situation(
        name: "met on a walk", exitCode: 0, says: [],
        prepare: {
          try $0.link("link.yaml", to: "gone.yaml")
          try $0.link("loop", to: ".")
        }),
      Situation(
        name: "listed", paths: ["link.yaml"], exitCode: 1, says: ["visits-too-many"],
        prepare: {
          try $0.write(Sample.item("far", visits: 2), to: "far/far.txt")
          try $0.link("link.yaml", to: "far/far.txt")
        }),
    ])
  }

  @Test func boundsAreReported() throws {
    let bomb = (1...9).map {
      "a\($0): &a\($0) [" + Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", ") + "]"
    }
    try hold([
      Situation(
        name: "50 MB", paths: ["a.yaml"], exitCode: 2, says: ["a.yaml:1:1", "yaml-size-limit"],
        prepare: { try $0.write(Data(repeating: 0x23, count: 50 << 20), to: "a.yaml") }),
      Situation(
        name: "depth", files: ["a.yaml": "x: " + String(repeating: "[", count: 100_000)], exitCode: 2,
        says: ["a.yaml:1:", "yaml-depth-limit"]),
      Situation(
        name: "alias bomb", files: ["a.yaml": "a0: &a0 [1]\n" + bomb.joined(separator: "\n") + "\n"], exitCode: 2,
        says: ["a.yaml:", "yaml-alias-limit"]),
    ])
  }

  @Test func nestingIsRefusedEverywhere() throws {
    func rule(_ line: String, _ text: String) -> [String: String] {
      ["rules/local/visits-too-many.yaml": Sample.rule.replacing(line, with: text)]
    }
    let (condition, selector) = ("require: this.visits <= 1", "select: $\n")
    func many(_ text: String) -> String { String(repeating: text, count: 10_000) }
    let texts = [
      rule(condition, "require: '\(many("["))'"), rule(condition, "require: '\(many("!"))true'"),
      rule(condition, "require: '\(many("("))1\(many(")"))'"), rule(condition, "require: '1\(many(" + 1"))'"),
      rule(condition, "require: \(many("["))"), rule(selector, "select: '$\(many("[?@"))'\n"),
      rule(selector, "select: '$[?\(many("!"))@]'\n"), rule(selector, "select: '$[?\(many("("))@]'\n"),
    ]
    try hold(
      texts.map {
        Situation(
          name: "nesting", files: $0, exitCode: 2, says: ["rules/local/visits-too-many.yaml:", "not evaluated"])
      } + [
        Situation(name: "!", files: ["a.yaml": "x: \(many("!"))\n"], exitCode: 1, says: ["a.yaml:1:"]),
        Situation(name: "{", files: ["a.yaml": "x: \(many("{"))\n"], exitCode: 2, says: ["yaml-depth-limit"]),
        Situation(name: "- ", files: ["a.yaml": "\(many("- "))\n"], exitCode: 2, says: ["yaml-depth-limit"]),
      ])
  }

  @Test func commandLineFaults() throws {
    let situations: [(arguments: [String], says: [String])] = [
      (["--frobnicate"], ["--frobnicate", "guidelint --help"]), (["-f", "jsn"], ["jsn", "json"]),
      (["-j", "0"], ["-j"]), (["--today", "1 May"], ["YYYY-MM-DD"]), (["--fail-level", "fatal"], ["fatal"]),
      (["--severity", "visits-too-many=fatal"], ["fatal"]),
      (["--set", "visits-too-many.max"], ["visits-too-many.max"]),
      (["--only", "visits-to-many"], ["visits-to-many", "visits-too-many"]),
      (["--skip", "visits-to-many"], ["visits-to-many", "visits-too-many"]),
      (["-c", "nowhere.yaml"], ["nowhere.yaml"]), (["-f", "text", "-f", "json"], ["-f"]),
    ]
    for (arguments, says) in situations {
      try hold([Situation(name: "\(arguments)", arguments: arguments, exitCode: 2, says: says)])
    }
  }

  @Test func brokenConfigurationAndRules() throws {
    try hold([
      Situation(
        name: "unknown key", files: ["guidelint.yaml": Sample.configuration + "ruels: {}\n"], exitCode: 2,
        says: ["guidelint.yaml:4:1", "rules"]),
      Situation(
        name: "unknown rule", files: ["guidelint.yaml": Sample.configuration + "rules: {visits-to-many: off}\n"],
        exitCode: 2, says: ["guidelint.yaml:4:9", "visits-too-many"]),
      Situation(
        name: "unknown pack", files: ["guidelint.yaml": "root: true\nextends: [./nowhere]\n"], exitCode: 2,
        says: ["nowhere"]),
      Situation(
        name: "unknown field in a rule",
        files: ["rules/local/visits-too-many.yaml": Sample.rule.replacing("this.visits <= 1", with: "this.vists <= 1")],
        exitCode: 2, says: ["rules/local/visits-too-many.yaml:8:15", "visits"]),
      Situation(
        name: "syntax of an expression",
        files: ["rules/local/visits-too-many.yaml": Sample.rule.replacing("this.visits <= 1", with: "this.visits <= ")],
        exitCode: 2, says: ["rules/local/visits-too-many.yaml:8:"]),
      Situation(
        name: "unknown key of a rule",
        files: ["rules/local/visits-too-many.yaml": Sample.rule.replacing("severity:", with: "sevrity:")],
        exitCode: 2, says: ["rules/local/visits-too-many.yaml:3:1", "severity"]),
    ])
  }

  @Test func anOutputNeverReplacesADocument() throws {
    try hold([
      Situation(
        name: "-o onto a document", arguments: ["-f", "json", "-o", "good/good.yaml"], exitCode: 2, says: ["good.yaml"]),
      Situation(
        name: "-o nowhere", arguments: ["-f", "json", "-o", "no/where.json"], exitCode: 2, says: ["no/where.json"]),
    ])
  }
}
