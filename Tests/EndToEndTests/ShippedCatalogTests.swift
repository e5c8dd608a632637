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
    #expect(report.summary.documents >= 33 && report.summary.rules >= 150 && report.summary.pass > 100)
  }

  /// The defects of each guide before rectification; one that is named twice is found twice.
  private static let planted: [String: [String]] = [
    "as-found-foreign-company-registration": [
      "booking-no-address", "english-guide-missing", "form-blank-missing", "form-sample-missing",
      "limit-reduction-below-target", "material-catch-all", "material-copies-over-one", "material-duplicate",
      "phone-same", "progress-query-missing", "remedy-missing", "step-no-owner", "steps-sum-over-promise",
      "visits-over-one",
    ],
    "as-found-homestay-filing": [
      "address-not-precise", "basis-missing", "conditions-missing", "fees-missing", "form-blank-missing",
      "form-sample-missing", "hours-missing", "limit-promised-missing", "material-catch-all",
      "material-copies-over-one", "material-issued-by-government", "material-issued-by-government",
      "material-name-variants", "material-near-duplicate", "phone-same", "remedy-missing", "step-dead-end",
      "step-dead-end", "step-no-limit", "step-no-owner", "visit-reason-missing", "visits-over-one",
    ],
    "as-found-medical-advertisement-review": [
      "booking-no-address", "form-blank-missing", "form-sample-missing", "limit-reduction-below-target",
      "material-copies-over-one", "material-original-and-copy", "progress-query-missing", "remedy-missing",
      "result-window-only", "step-no-owner", "steps-sum-over-promise", "visits-zero-no-remote-path",
    ],
    "as-found-road-occupation-permit": [
      "fee-basis-missing", "form-blank-missing", "form-sample-missing", "item-code-check-digit",
      "limit-reduction-below-target", "material-catch-all", "material-copies-over-one",
      "material-issued-by-government", "material-name-variants", "material-near-duplicate", "phone-same",
      "progress-query-missing", "remedy-missing", "special-not-in-licensing-law-45", "step-no-owner",
      "step-unreachable", "steps-over-target", "steps-sum-over-promise", "visits-over-one",
    ],
    "as-found-seismic-design-filing": [
      "form-blank-missing", "form-sample-missing", "instant-but-not-instant", "limit-statutory-missing",
      "limit-unit-unclear", "material-catch-all", "material-copies-over-one", "progress-query-missing",
      "remedy-missing", "step-no-owner",
    ],
    "as-found-shop-licence": [
      "basis-missing", "conditions-missing", "form-blank-missing", "form-sample-missing", "hours-missing",
      "limit-reduction-below-target", "material-issued-by-government", "progress-query-missing", "remedy-missing",
      "results-missing", "step-no-owner", "step-phase-missing", "visit-reason-missing", "visits-over-one",
    ],
    "as-found-small-shop": [
      "bundle-conditions-missing", "bundle-element-missing", "bundle-element-missing", "bundle-forms-over-one",
      "bundle-handled-separately", "bundle-handled-separately", "bundle-handled-separately",
      "bundle-handled-separately", "bundle-level-handover-missing", "bundle-level-handover-missing",
      "bundle-material-duplicate", "bundle-material-duplicate", "bundle-member-unknown", "bundle-no-improvement",
      "bundle-no-improvement", "bundle-no-improvement", "bundle-no-improvement", "bundle-notice-missing",
      "bundle-online-entry-missing", "bundle-places-over-one", "bundle-visits-over-one", "bundle-wait-unexplained",
      "bundle-wait-unexplained", "bundle-windows-over-one", "hours-missing", "step-no-owner",
    ],
    "as-found-tobacco-licence": [
      "basis-missing", "conditions-missing", "form-blank-missing", "form-sample-missing", "hours-missing",
      "item-code-department-mismatch", "item-code-duplicate", "licence-fees-missing", "limit-promised-over-statutory",
      "material-issued-by-government", "progress-query-missing", "remedy-missing", "results-missing", "steps-missing",
      "visit-reason-missing", "visits-over-one",
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
