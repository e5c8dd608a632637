/// What the text report puts together.
package enum ReportGrouping: String, Sendable, CaseIterable {
  /// Diagnostics in the order of their files, without headings.
  case file
  /// Diagnostics below the name and department of their item or bundle.
  case item
  /// Places below the rule that they break, which is explained once.
  case rule
}
