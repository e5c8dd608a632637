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
}
