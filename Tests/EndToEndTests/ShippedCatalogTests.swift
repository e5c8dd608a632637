import Foundation
import TestSupport
import Testing

/// The catalog that comes with the tool, linted with the embedded rules.
@Suite struct ShippedCatalogTests {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test func catalogIsClean() throws {
    let outcome = try Guidelint("lint", "catalog", "-f", "json", "--fail-level", "info").in(Self.root).run()
    let report = try outcome.report()
    #expect(outcome.exitCode == 0 && report.diagnostics.isEmpty, "\(outcome.everything)")
    #expect(report.summary.documents > 13 && report.summary.rules >= 26 && report.summary.pass > 100)
  }

  /// The defects of each guide before rectification; one that is named twice is found twice.
  private static let planted: [String: [String]] = [
    "as-found-foreign-company-registration": [
      "booking-no-address", "english-guide-missing", "limit-reduction-below-target", "material-catch-all",
      "material-copies-over-one", "material-duplicate", "phone-same", "steps-sum-over-promise",
      "visits-over-one",
    ],
    "as-found-homestay-filing": [
      "limit-promised-missing", "material-catch-all", "material-copies-over-one", "material-near-duplicate",
      "phone-same", "step-dead-end", "step-dead-end", "visits-over-one",
    ],
    "as-found-medical-advertisement-review": [
      "booking-no-address", "limit-reduction-below-target", "material-copies-over-one",
      "steps-sum-over-promise", "visits-zero-no-remote-path",
    ],
    "as-found-road-occupation-permit": [
      "fee-basis-missing", "item-code-check-digit", "limit-reduction-below-target", "material-catch-all",
      "material-copies-over-one", "material-near-duplicate", "phone-same", "step-unreachable",
      "steps-over-target", "steps-sum-over-promise", "visits-over-one",
    ],
    "as-found-seismic-design-filing": [
      "instant-but-not-instant", "material-catch-all", "material-copies-over-one",
    ],
    "as-found-shop-licence": [
      "limit-reduction-below-target", "visits-over-one",
    ],
    "as-found-small-shop": [
      "bundle-element-missing", "bundle-element-missing", "bundle-material-duplicate",
      "bundle-material-duplicate", "bundle-member-unknown",
    ],
    "as-found-tobacco-licence": [
      "item-code-duplicate", "limit-promised-over-statutory", "steps-missing", "visits-over-one",
    ],
  ]

  @Test func asFoundShowsEveryPlantedDefect() throws {
    let outcome = try Guidelint("lint", "catalog/as-found", "-f", "json").in(Self.root).run()
    #expect(outcome.exitCode == 1, "\(outcome.talk)")
    let diagnostics = try outcome.report().diagnostics
    let found = Dictionary(grouping: diagnostics, by: { $0.document?.id ?? $0.file }).mapValues {
      $0.map(\.rule).sorted()
    }
    for id in Set(found.keys).union(Self.planted.keys).sorted() {
      #expect(found[id] == Self.planted[id], "\(id)")
    }
  }
}
