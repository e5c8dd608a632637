import Diagnostics
import Rules
import SourceText

@testable import Workspace

/// A catalog in memory that is linted again and again, so that what one run writes the next one reads.
///
/// Its only rule, `bad-word`, finds 坏 and 差 in every text; tests write 坏 where it is to fail and 差 where it is to be
/// accepted.
final class Desk {
  private let disk: MemoryFileSystem

  /// Puts files into `/desk`; a configuration and its rules are added unless they are given.
  init(_ files: [String: String], configuration: String = "root: true\nextends: [./rules]\n") {
    var absolute = [
      "/desk/guidelint.yaml": configuration, "/desk/rules/bad-word.yaml": Desk.rule("bad-word", "坏|差"),
      "/desk/rules/odd-word.yaml": Desk.rule("odd-word", "怪"),
    ]
    for (path, text) in files { absolute["/desk/" + path] = text }
    disk = MemoryFileSystem(absolute)
  }

  /// A rule that finds words.
  static func rule(_ id: String, _ pattern: String) -> String {
    """
    id: \(id)
    summary: {zh: 用词, en: Words.}
    severity: error
    level: recommended
    status: {since: 0.1.0}
    for: ServiceItem
    select: $..zh
    find: "\(pattern)"
    message: {zh: '“{match}”', en: '“{match}”'}
    why: {zh: 因, en: why}
    remedy: {zh: 法, en: how}
    sources: []
    note: {zh: 测试, en: test}
    ask: {zh: 问, en: ask}
    examples: []

    """
  }

  func write(_ text: String, to path: String) { try? disk.write(Array(text.utf8), to: "/desk/" + path) }

  func text(_ path: String) -> String? { disk.text("/desk/" + path) }

  func lint(_ change: (inout LintRequest) -> Void = { _ in }) -> Linted {
    var request = LintRequest()
    request.today = "2026-06-15"
    change(&request)
    let environment = ProcessEnvironment(
      workingDirectory: "/desk", localeLanguage: .en, refusesColor: true, outputIsTerminal: false, outputWidth: nil,
      today: "2026-06-15", processorCount: 2)
    var run = LintRun(request: request, environment: environment, fileSystem: disk)
    run.hasShippedRules = false
    return Linted(outcome: run.run())
  }

  /// Rewrites the baseline as the verbs do; `path: lines, added, dropped` for each catalog.
  func update(_ kind: BaselineUpdate.Kind, _ change: (inout LintRequest) -> Void = { _ in }) throws -> [String] {
    let linted = lint {
      $0.baselinePurpose = kind == .write ? .write : .compare
      change(&$0)
    }
    return try BaselineUpdate(disk, workingDirectory: "/desk").apply(kind, to: linted.outcome.decisions).map {
      "\($0.path): \($0.count), \($0.added), \($0.dropped)"
    }
  }
}

/// A run in the forms that tests compare.
struct Linted {
  let outcome: LintOutcome

  var exitCode: Int32 {
    Verdict(report: outcome.report, messages: outcome.messages, failLevel: .error, milliseconds: 0).exitCode
  }

  /// What a range of a file underlines.
  func text(_ range: SourceRange, in file: String) -> String { outcome.report.sources[file]?.text(in: range) ?? "-" }

  /// `rule text` of what is wrong in a file besides the words.
  func faults(in file: String? = nil) -> [String] {
    outcome.report.diagnostics.compactMap { diagnostic in
      guard !diagnostic.rule.hasSuffix("-word"), file ?? diagnostic.file == diagnostic.file else { return nil }
      return "\(diagnostic.rule) \(text(diagnostic.range, in: diagnostic.file))"
    }
  }

  /// `word state`, or `word kind` of who accepted it, in the order of the report.
  func words(in file: String? = nil) -> [String] {
    outcome.report.diagnostics.compactMap { diagnostic in
      guard diagnostic.rule.hasSuffix("-word"), file ?? diagnostic.file == diagnostic.file else { return nil }
      let state = diagnostic.acceptance?.kind.rawValue ?? diagnostic.state.token
      return "\(text(diagnostic.range, in: diagnostic.file)) \(state)"
    }
  }
}

/// An item with some conditions.
func item(_ id: String, _ conditions: String...) -> String {
  "kind: ServiceItem\nid: \(id)\nconditions:\n" + conditions.map { "  - \($0)\n" }.joined()
}
