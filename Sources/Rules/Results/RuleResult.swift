package import Diagnostics
package import SourceText

/// What a rule said of one target.
package enum ResultState: UInt8, Sendable, CaseIterable {
  /// The requirement holds.
  case pass
  /// The requirement does not hold.
  case fail
  /// The rule has nothing to judge here.
  case notApplicable
  /// The requirement does not hold, and somebody decided to accept that.
  case waived
  /// The rule could not be evaluated.
  case error

  /// The token used in reports.
  package var token: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .notApplicable: "notApplicable"
    case .waived: "waived"
    case .error: "error"
    }
  }
}

/// How many results of each state there are.
package struct ResultCounts: Hashable, Sendable {
  /// Requirements that hold.
  package var pass = 0
  /// Requirements that do not hold.
  package var fail = 0
  /// Targets that the rule does not speak of.
  package var notApplicable = 0
  /// Failures that somebody accepted.
  package var waived = 0
  /// Evaluations that failed.
  package var error = 0

  /// Starts at zero.
  package init() {}

  /// Adds one result.
  package mutating func add(_ state: ResultState) {
    switch state {
    case .pass: pass += 1
    case .fail: fail += 1
    case .notApplicable: notApplicable += 1
    case .waived: waived += 1
    case .error: error += 1
    }
  }

  /// Adds other counts.
  package static func += (left: inout ResultCounts, right: ResultCounts) {
    left.pass += right.pass
    left.fail += right.fail
    left.notApplicable += right.notApplicable
    left.waived += right.waived
    left.error += right.error
  }
}

/// A result that is kept as a record: everything but pass and not applicable.
package struct RuleResult: Sendable {
  /// Index of the rule in its `RuleSet`.
  package var rule: Int
  /// `.fail`, `.waived` or `.error`.
  package var state: ResultState
  /// What is wrong, in every language.
  package var message: LocalizedText
  /// What is underlined.
  package var range: SourceRange
  /// Normalized path of the underlined node in its document (RFC 9535, 2.7).
  package var path: String
  /// The same place, named so that changes elsewhere do not rename it.
  package var anchor: StablePlace
  /// Further places.
  package var related: [Label]
  /// How a failure can be repaired.
  package var fix: Fix?

  /// Records a result.
  package init(
    rule: Int, state: ResultState, message: LocalizedText, range: SourceRange, path: String, anchor: StablePlace,
    related: [Label] = [], fix: Fix? = nil
  ) {
    self.rule = rule
    self.state = state
    self.message = message
    self.range = range
    self.path = path
    self.anchor = anchor
    self.related = related
    self.fix = fix
  }
}
