import Diagnostics
import Rules

@testable import Workspace

/// A run of the linter on files in memory, in the folder `/desk`.
struct Run {
  let outcome: LintOutcome
  let verdict: Verdict

  /// Runs with the shipped rules; paths of files are relative to `/desk` unless they are absolute.
  init(
    _ files: [String: String], paths: [String] = [], links: [String: String] = [:], denied: Set<String> = [],
    change: (inout LintRequest) -> Void = { _ in }
  ) {
    var absolute: [String: String] = [:]
    for (path, text) in files { absolute[PathName.absolute(path, in: "/desk")] = text }
    let disk = MemoryFileSystem(absolute, links: links, denied: denied)
    var request = LintRequest()
    request.paths = paths
    request.today = "2026-01-01"
    change(&request)
    let environment = ProcessEnvironment(
      workingDirectory: "/desk", localeLanguage: .en, refusesColor: true, outputIsTerminal: false, outputWidth: nil,
      today: "2026-01-01", processorCount: 2)
    outcome = LintRun(request: request, environment: environment, fileSystem: disk).run()
    verdict = Verdict(report: outcome.report, messages: outcome.messages, failLevel: .error, milliseconds: 0)
  }

  /// `rule file text` of each diagnostic, the text being what its range underlines.
  var found: [String] {
    outcome.report.diagnostics.map { diagnostic in
      let text = outcome.report.sources[diagnostic.file]?.text(in: diagnostic.range) ?? "-"
      return "\(diagnostic.rule) \(diagnostic.file) \(text)"
    }
  }

  /// What is said besides, in English.
  var messages: [String] { outcome.messages.map(\.text.en) }
}

/// A configuration under which one rule runs alone.
let onlyDuplicates = "extends: []\nrules: {material-duplicate: error}\n"

/// An item that asks for a material twice.
func twice(_ id: String) -> String {
  "kind: ServiceItem\nid: \(id)\nmaterials: [{name: 表}, {name: 表}]\n"
}

/// The diagnostic about `twice`.
func duplicate(_ file: String) -> String { "material-duplicate \(file) 表" }
