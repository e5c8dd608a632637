import Foundation
import TestSupport
import Testing

/// 1,602 published items, found by `GUIDELINT_REAL` or beside the package; said so where they are absent.
@Suite struct RealCatalogTests {
  private let folder: String? = {
    let given = ProcessInfo.processInfo.environment["GUIDELINT_REAL"]
    let path = URL(
      filePath: given ?? "../shared/real/guangdong", relativeTo: URL(filePath: ShippedCatalogTests.root + "/")
    )
    .standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: path) else {
      print("The real catalog was not linted: there is none at \(given ?? "../shared/real/guangdong")")
      return nil
    }
    return path
  }()

  /// Counted once by a script of its own that reads the YAML and knows nothing of rules: complaint numbers that equal a
  /// consultation number and are no hotline; booking said to be available without a `url`; no visit, no channel but
  /// windows, no `mailIn`.
  private let counted = ["phone-same": 36, "booking-no-address": 1328, "visits-zero-no-remote-path": 33]

  @Test func rulesFindWhatAnIndependentCountFinds() throws {
    guard let folder else { return }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    let only = ["lint", "-f", "json", "--fail-level", "info", "--only", counted.keys.sorted().joined(separator: ",")]
    let outcome = try Guidelint(arguments: only + ["-j", "2"] + names).in(folder).within(seconds: 300).run()
    let report = try outcome.report()
    #expect(report.complete && outcome.exitCode == 1 && report.summary.documents == 1602, "\(outcome.talk)")
    let found = Dictionary(grouping: report.diagnostics, by: \.rule).mapValues(\.count)
    #expect(found.filter { counted[$0.key] != nil } == counted)
    let other = try Guidelint(arguments: only + ["-j", "1"] + names.reversed()).in(folder).within(seconds: 300).run()
    #expect(other.output == outcome.output)
  }

  @Test func aFullRunIsComplete() throws {
    guard let folder else { return }
    let outcome = try Guidelint("lint", ".", "-f", "json").in(folder).within(seconds: 300).run()
    let report = try outcome.report()
    #expect(report.complete && outcome.exitCode == 1, "\(outcome.talk)")
    #expect(report.diagnostics.allSatisfy { $0.state != "error" })
  }

  @Test func whatIsInTheBaselineDoesNotFail() throws {
    guard let folder else { return }
    let copy = try TemporaryFolder()
    try copy.copy(folder, to: "items")
    let written = try Guidelint("baseline", "write").in(copy).within(seconds: 300).run()
    #expect(written.exitCode == 0, "\(written.talk)")
    let lines = try #require(copy.text("guidelint-baseline.jsonl")).split(separator: "\n")
    #expect(
      lines.count > 5000 && zip(lines, lines.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let name = "items/gd-41f057f4.yaml"
    let text = try #require(copy.text(name))
    try copy.write(text.replacing("materials:\n", with: "materials:\n  - {name: 申请表, copies: 4}\n"), to: name)
    let strict = ["lint", "--fail-level", "info", "--baseline-strict"]
    let outcome = try Guidelint(arguments: strict).in(copy).within(seconds: 300).run()
    #expect(outcome.exitCode == 1 && outcome.text.contains("material-copies-over-one"), "\(outcome.talk)")
    #expect(!outcome.text.contains("baseline-stale"))
    try copy.write(text, to: name)
    let clean = try Guidelint(arguments: strict).in(copy).within(seconds: 300).run()
    #expect(clean.exitCode == 0 && clean.talk.contains("\(lines.count) waived"), "\(clean.talk)")
  }
}
