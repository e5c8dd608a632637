package import Diagnostics

/// How far a row of the ledger has come.
package enum LedgerState: String, Sendable, CaseIterable {
  /// 未启动
  case open
  /// 整改中
  case working
  /// 待复核
  case review
  /// 已销号
  case closed
  /// 申请延期
  case postponed = "extension"
  /// 退回重改
  case returned
  /// 不予采纳
  case rejected

  /// Whether something is still to be done or looked at.
  package var isUnsettled: Bool { self != .closed && self != .rejected }

  /// Whether the unit in charge has the ball, so that a deadline can pass.
  package var isPending: Bool { isUnsettled && self != .review }

  /// The states that may follow, besides itself.
  ///
  /// What is closed or rejected is only taken up anew; only what was looked at is closed or returned.
  package var successors: [LedgerState] {
    switch self {
    case .open: [.working, .review, .postponed, .rejected]
    case .working: [.review, .postponed, .rejected]
    case .postponed: [.working, .review, .rejected]
    case .review: [.closed, .returned, .working]
    case .returned: [.working, .review, .postponed, .rejected]
    case .closed, .rejected: [.open]
    }
  }

  /// What a row becomes whose problem is found again: returned where it waits to be looked at, open where it was
  /// closed, else as it is.
  package var afterReturn: LedgerState {
    switch self {
    case .review: .returned
    case .closed: .open
    case .open, .working, .postponed, .returned, .rejected: self
    }
  }

  /// What people call it.
  package var label: LocalizedText {
    switch self {
    case .open: LocalizedText(zh: "未启动", en: "open")
    case .working: LocalizedText(zh: "整改中", en: "working")
    case .review: LocalizedText(zh: "待复核", en: "to review")
    case .closed: LocalizedText(zh: "已销号", en: "closed")
    case .postponed: LocalizedText(zh: "申请延期", en: "extension")
    case .returned: LocalizedText(zh: "退回重改", en: "returned")
    case .rejected: LocalizedText(zh: "不予采纳", en: "rejected")
    }
  }

  /// Reads a token of the file or what people call it, in either language.
  package init?(words: String) {
    let state = LedgerState.allCases.first {
      $0.rawValue == words || $0.label.zh == words || $0.label.en == words
    }
    guard let state else { return nil }
    self = state
  }
}
