package import Diagnostics
package import Rules

/// One problem of the ledger and what becomes of it.
package struct LedgerRow: Hashable, Sendable {
  /// 问题来源
  package enum Source: String, Sendable, CaseIterable {
    /// 走流程
    case walk
    /// 检查工具
    case linter
    /// 投诉建议
    case complaint
    /// 12345 热线
    case hotline
    /// 好差评
    case rating
    /// “办不成事”反映窗口
    case unresolvedWindow = "unresolved-window"
    /// 久办不结
    case overdueCase = "overdue-case"
    /// 其他
    case other
  }

  /// 整改类型
  package enum Pace: String, Sendable, CaseIterable {
    /// 立行立改
    case immediate
    /// 限期整改
    case dated
    /// 长期坚持
    case standing
  }

  /// 申请延期: until when, who approved it, why.
  package struct Postponement: Hashable, Sendable {
    /// 延至, YYYY-MM-DD.
    package var until: String?
    /// 批准人
    package var approver: String?
    /// 理由
    package var reason: String?

    /// Nothing is known yet.
    package init() {}
  }

  /// One change of state.
  package struct Event: Hashable, Sendable {
    /// The day, YYYY-MM-DD.
    package var date: String
    /// The state since then, as written.
    package var state: String
    /// 经办人
    package var by: String?
    /// What was done and why.
    package var note: String?

    /// Notes a change.
    package init(date: String, state: LedgerState, by: String? = nil, note: String? = nil) {
      self.init(date: date, state: state.rawValue, by: by, note: note)
    }

    /// Notes a change as a file has it.
    package init(date: String, state: String, by: String?, note: String?) {
      self.date = date
      self.state = state
      self.by = by
      self.note = note
    }
  }

  /// The row's lasting id.
  package var id: String
  /// 问题来源
  package var source: Source?
  /// What makes it the same problem.
  package var key: String?
  /// 发现时间, YYYY-MM-DD.
  package var foundOn: String?
  /// 体验人/方式
  package var foundBy: String?
  /// Id of the item or bundle.
  package var document: String?
  /// 事项编码
  package var code: String?
  /// 事项名称
  package var title: LocalizedText?
  /// 渠道/地点
  package var place: String?
  /// Rule id, for findings of the linter.
  package var rule: String?
  /// 问题
  package var problem: String?
  /// 严重程度
  package var severity: Severity?
  /// 类别
  package var defect: Defect?
  /// 举一反三: how many places have the same defect.
  package var alike: Int?
  /// 成因
  package var cause: String?
  /// 整改措施
  package var measure: String?
  /// 工作建议
  package var advice: String?
  /// 牵头单位
  package var lead: String?
  /// 配合单位
  package var partners: [String] = []
  /// 责任领导
  package var leader: String?
  /// 责任人
  package var owner: String?
  /// 整改类型
  package var type: Pace?
  /// 整改时限, YYYY-MM-DD.
  package var due: String?
  /// 进展
  package var progress: String?
  /// 状态
  package var state = LedgerState.open
  /// 佐证
  package var proof: [String] = []
  /// 销号时间, YYYY-MM-DD.
  package var closedOn: String?
  /// 验收人
  package var closedBy: String?
  /// 延期
  package var postponement: Postponement?
  /// Why it is rejected or returned.
  package var reason: String?
  /// 回访
  package var followUp: String?
  /// 满意度: 1 to 5, or words.
  package var satisfaction: String?
  /// 备注
  package var note: String?
  /// 办理经过, oldest first.
  package var history: [Event] = []

  /// A row of which nothing but its id is known.
  package init(id: String) { self.id = id }

  /// The day by which it is to be done: an extension that somebody approved moves it.
  package var deadline: String? {
    guard let until = postponement?.until, postponement?.approver != nil else { return due }
    return max(until, due ?? until)
  }

  /// Whether its deadline has passed with the work undone.
  package func isOverdue(on today: String) -> Bool {
    guard state.isPending, let deadline, CalendarDay(deadline) != nil else { return false }
    return deadline < today
  }
}

extension LedgerRow.Source {
  /// What people call it.
  package var label: LocalizedText {
    switch self {
    case .walk: LocalizedText(zh: "走流程", en: "walk")
    case .linter: LocalizedText(zh: "检查工具", en: "linter")
    case .complaint: LocalizedText(zh: "投诉建议", en: "complaint")
    case .hotline: LocalizedText(zh: "12345 热线", en: "hotline 12345")
    case .rating: LocalizedText(zh: "好差评", en: "rating")
    case .unresolvedWindow: LocalizedText(zh: "“办不成事”反映窗口", en: "window for unresolved cases")
    case .overdueCase: LocalizedText(zh: "久办不结", en: "overdue case")
    case .other: LocalizedText(zh: "其他", en: "other")
    }
  }
}

extension LedgerRow.Pace {
  /// What people call it.
  package var label: LocalizedText {
    switch self {
    case .immediate: LocalizedText(zh: "立行立改", en: "at once")
    case .dated: LocalizedText(zh: "限期整改", en: "dated")
    case .standing: LocalizedText(zh: "长期坚持", en: "standing")
    }
  }
}
