import Diagnostics
import Testing

@testable import Workspace

/// Runs a catalog in `/desk/own` beside the other files, and gives the severity of the one rule that matters.
private func run(_ files: [String: String], change: (inout LintRequest) -> Void = { _ in }) -> Run {
  Run(files.merging(["own/items/a.yaml": twice("a"), ".git/HEAD": ""]) { $1 }, paths: ["own"], change: change)
}

private func severity(_ files: [String: String], change: (inout LintRequest) -> Void = { _ in }) -> String {
  let run = run(files, change: change)
  if run.verdict.exitCode == 2 { return "refused" }
  return run.outcome.report.diagnostics.first { $0.rule == "material-duplicate" }?.severity.token ?? "off"
}

private func set(_ level: String, extends: String = "[]") -> String {
  "extends: \(extends)\nrules: {material-duplicate: \(level)}\n"
}

@Test func aConfigurationExtendsFilesAndFolders() {
  for name in ["../city.yaml", "../city", "/desk/city.yaml", "./../city/guidelint.yaml"] {
    let files = [
      "city.yaml": set("info"), "city/guidelint.yaml": set("info"), "own/guidelint.yaml": "extends: \(name)",
    ]
    #expect(severity(files) == "info", "\(name)")
  }
  // Without `extends` of its own, an extended file brings the recommended rules along, as it does alone.
  #expect(severity(["city.yaml": "language: zh", "own/guidelint.yaml": "extends: ../city.yaml"]) == "error")
}

@Test func strongerFilesWin() {
  let city = ["city.yaml": set("info"), "county.yaml": set("warning", extends: "[./city.yaml]")]
  func own(_ text: String) -> [String: String] { city.merging(["own/guidelint.yaml": text]) { $1 } }
  #expect(severity(own("extends: [../county.yaml]")) == "warning")
  #expect(severity(own("extends: [../county.yaml, ../city.yaml]")) == "warning", "city stands behind county")
  #expect(severity(own("extends: [../city.yaml, ../county.yaml]")) == "warning")
  #expect(severity(own(set("error", extends: "[../county.yaml]"))) == "error")
  #expect(severity(own(set("off", extends: "[standard/recommended, ../county.yaml]"))) == "off")
  // Everything in what is extended is weaker than the file, overrides included.
  let special = set("info") + "overrides: [{items: [a], rules: {material-duplicate: warning}}]\n"
  #expect(severity(["c.yaml": special, "own/guidelint.yaml": "extends: ../c.yaml"]) == "warning")
  #expect(severity(["c.yaml": special, "own/guidelint.yaml": set("error", extends: "../c.yaml")]) == "error")
}

@Test func valuesAreInheritedUnlessStated() {
  let city =
    "extends: []\nlanguage: en\ntextLanguage: en\nprofile: zhejiang\nfiles: {exclude: [\"own/items/a.yaml\"]}\n"
  let extending = run(["guidelint.yaml": city, "own/guidelint.yaml": "extends: ..\n", "own/items/b.yaml": twice("b")])
  // `..` alone is no path that begins with ./ or ../.
  #expect(extending.found.contains { $0.hasPrefix("config-extends own/guidelint.yaml ..") })
  let good = run([
    "guidelint.yaml": city, "own/guidelint.yaml": "extends: ../\nlanguage: zh\n", "own/items/b.yaml": twice("b"),
  ])
  #expect(good.outcome.language == .zh)
  // Patterns stay relative to the folder of the file that states them.
  #expect(good.outcome.report.fileCount == 1 && good.verdict.exitCode == 0, "\(good.found)")
  let own = run([
    "guidelint.yaml": city, "own/guidelint.yaml": "extends: ../\nfiles: {exclude: [\"x/**\"]}\n", "own/x/b.yaml": "x",
  ])
  #expect(own.outcome.report.fileCount == 1 && own.outcome.report.documentCount == 1)
}

@Test func packsOfExtendedFilesAreTheirOwn() {
  let pack = ["city/rules/bad.yaml": "id: bad\n", "city/guidelint.yaml": "extends: [./rules]"]
  let run = run(pack.merging(["own/guidelint.yaml": "extends: ../city\n"]) { $1 })
  #expect(run.found.contains { $0.hasPrefix("rule-missing-field city/rules/bad.yaml") }, "\(run.found)")
}

@Test func pathsThatLeadNowhereAreNamed() {
  let faults: [(files: [String: String], id: String, says: String)] = [
    (["own/guidelint.yaml": "extends: [../none.yaml]"], "config-extends", "“../none.yaml” does not exist"),
    (["own/guidelint.yaml": "extends: [../a.txt]", "a.txt": ""], "config-extends", "neither a YAML file nor a folder"),
    (
      ["own/guidelint.yaml": "extends: [../x.yaml]", "x.yaml": "extends: [./own]"], "config-extends-circle",
      "own/guidelint.yaml → desk/x.yaml → own/guidelint.yaml"
    ),
    (["own/guidelint.yaml": "extends: [./]"], "config-extends-circle", "own/guidelint.yaml → own/guidelint.yaml"),
    (["own/guidelint.yaml": "extends: [../x.yaml]", "x.yaml": "rulez: {}"], "config-unknown-key", "rules"),
    (
      ["own/guidelint.yaml": "extends: [../x.yaml]", "x.yaml": "rules: {material-duplicat: off}"],
      "config-unknown-rule", "Did you mean material-duplicate?"
    ),
  ]
  for (files, id, says) in faults {
    let run = run(files)
    let message = run.outcome.report.diagnostics.first { $0.rule == id }?.message.en ?? ""
    #expect(message.contains(says), "\(files): \(run.found) \(message)")
    #expect(run.verdict.exitCode == 2, "\(files)")
  }
}

@Test func extendingIsBounded() {
  var files = ["own/guidelint.yaml": "extends: [../f0.yaml]"]
  for index in 0..<40 { files["f\(index).yaml"] = "extends: [./f\(index + 1).yaml]" }
  #expect(run(files).found.contains { $0.hasPrefix("config-extends-limit f14.yaml ./f15.yaml") })
  let many = (0..<80).map { "../m\($0).yaml" }.joined(separator: ", ")
  files = ["own/guidelint.yaml": "extends: [\(many)]"]
  for index in 0..<80 { files["m\(index).yaml"] = "extends: []" }
  #expect(run(files).found.count { $0.hasPrefix("config-extends-limit own/guidelint.yaml") } == 80 - 64)
}

@Test func whatLiesOutsideTheRepositoryIsRemarked() {
  let run = run(["/etc/city.yaml": set("info"), "own/guidelint.yaml": "extends: [/etc/city.yaml]"])
  #expect(run.found.contains("config-extends-outside own/guidelint.yaml /etc/city.yaml"))
  #expect(run.verdict.exitCode == 0)
  #expect(severity(["/etc/city.yaml": set("info"), "own/guidelint.yaml": "extends: [/etc/city.yaml]"]) == "info")
}

private let locking = "extends: []\nrules: {material-duplicate: {severity: warning, locked: true}}\n"

@Test func noExtendingFileRelaxesALock() {
  for level in ["off", "info", "{severity: off}"] {
    let files = ["city.yaml": locking, "own/guidelint.yaml": set(level, extends: "../city.yaml")]
    #expect(severity(files) == "warning", "\(level)")
    let run = run(files)
    let message = run.outcome.report.diagnostics.first { $0.rule == "config-locked" }?.message.en ?? ""
    #expect(message.contains("city.yaml:2"), "\(level): \(run.found)")
  }
  #expect(severity(["city.yaml": locking, "own/guidelint.yaml": set("error", extends: "../city.yaml")]) == "error")
  let pack = "extends: ../city.yaml\nrules: {materials: off}\n"
  #expect(severity(["city.yaml": locking, "own/guidelint.yaml": pack]) == "warning")
}

@Test func noFlagRelaxesALock() {
  let files = ["city.yaml": locking, "own/guidelint.yaml": "extends: ../city.yaml"]
  let refused: [(inout LintRequest) -> Void] = [
    { $0.skip = ["material-duplicate"] }, { $0.skip = ["materials"] }, { $0.severities = ["material-duplicate=off"] },
    { $0.severities = ["material-*=info"] },
  ]
  for change in refused {
    let run = run(files, change: change)
    #expect(run.verdict.exitCode == 2)
    #expect(run.messages.contains { $0.contains("locked at city.yaml:2") }, "\(run.messages)")
  }
  #expect(severity(files) { $0.severities = ["material-duplicate=error"] } == "error")
  #expect(severity(files) { $0.skip = ["fees"] } == "warning")
  // A locked rule runs whatever else is asked for.
  #expect(severity(files) { $0.only = ["fees"] } == "warning")
}

@Test func aLockHoldsParametersToo() {
  let lock = "extends: []\nrules: {steps-over-target: {severity: error, params: {max: 1}, locked: true}}\n"
  let item = "kind: ServiceItem\nid: s\nsteps: [{id: s, name: 一}, {id: t, name: 二}, {id: u, name: 三}]\n"
  let own = "extends: ../city.yaml\nrules: {steps-over-target: {params: {max: 9}}}\n"
  let run = run(["city.yaml": lock, "own/guidelint.yaml": own, "own/items/s.yaml": item])
  #expect(run.found.contains { $0.hasPrefix("steps-over-target own/items/s.yaml") }, "\(run.found)")
  let flag = Run(["guidelint.yaml": lock, "s.yaml": item]) { $0.parameters = ["steps-over-target.max=9"] }
  #expect(flag.verdict.exitCode == 2)
}

@Test func anotherVersionChecksNothing() {
  for text in ["\">=2\"", "\"<0.1\"", "\"1\""] {
    for file in ["own/guidelint.yaml", "city.yaml"] {
      var files = ["city.yaml": "extends: []", "own/guidelint.yaml": "extends: [../city.yaml]"]
      files[file, default: ""] += "\nrequired-version: \(text)\nkey-of-the-future: 1\n"
      let run = run(files)
      #expect(run.found == ["config-required-version \(file) \(text)"], "\(run.found)")
      #expect(run.verdict.exitCode == 2 && run.outcome.report.fileCount == 0)
    }
  }
  let good = "extends: []\nrequired-version: \">=0.1, <1\"\n"
  #expect(run(["own/guidelint.yaml": good]).verdict.exitCode == 0)
}
