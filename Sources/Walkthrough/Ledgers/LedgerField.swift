package import Diagnostics
import Rules

/// A column of the ledger: what it is called, what a row has in it, and who may change it.
package enum LedgerField: String, Sendable, CaseIterable {
  case id, source, foundOn, foundBy, title, document, code, place, rule, problem, severity, defect, alike
  case cause, measure, advice, lead, partners, leader, owner, type, due, progress, state, proof, closedOn, closedBy
  case until = "extension.until"
  case approver = "extension.approver"
  case extensionReason = "extension.reason"
  case reason, followUp, satisfaction, note

  /// What may stand in a cell.
  package enum Content: Sendable {
    /// Any text.
    case text
    /// Texts, one below another or between 、.
    case texts
    /// A day.
    case date
    /// One of a few words.
    case choice([LocalizedText])
  }

  /// The path in the file.
  var path: [String] { rawValue.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) } }

  /// Whether a person fills it in; what the tool writes is left to it.
  package var isEditable: Bool {
    switch self {
    case .id, .source, .foundOn, .foundBy, .title, .document, .code, .rule, .severity, .alike, .closedOn, .closedBy:
      false
    case .place, .problem, .defect, .cause, .measure, .advice, .lead, .partners, .leader, .owner, .type, .due,
      .progress, .state, .proof, .until, .approver, .extensionReason, .reason, .followUp, .satisfaction, .note:
      true
    }
  }

  /// What may stand in a cell.
  package var content: Content {
    switch self {
    case .foundOn, .due, .closedOn, .until: .date
    case .partners, .proof: .texts
    case .source: .choice(LedgerRow.Source.allCases.map(\.label))
    case .type: .choice(LedgerRow.Pace.allCases.map(\.label))
    case .state: .choice(LedgerState.allCases.map(\.label))
    case .defect: .choice(Defect.allCases.map(\.name))
    default: .text
    }
  }

  /// Finds a field by its name in the file or by what people call it, in either language.
  package init?(words: String) {
    let found = LedgerField.allCases.first {
      $0.rawValue == words || $0.label.zh == words || $0.label.en.lowercased() == words.lowercased()
    }
    guard let found else { return nil }
    self = found
  }

  /// What is said of a word that is no column.
  package static func unknown(_ words: String, nearest: String?) -> LocalizedText {
    Messages.unknownColumn(words, nearest: nearest)
  }

  /// What people call it.
  package var label: LocalizedText {
    switch self {
    case .id: LocalizedText(zh: "编号", en: "Id")
    case .source: LocalizedText(zh: "问题来源", en: "Source")
    case .foundOn: LocalizedText(zh: "发现时间", en: "Found on")
    case .foundBy: LocalizedText(zh: "体验人/方式", en: "Found by")
    case .title: LocalizedText(zh: "事项", en: "Item")
    case .document: LocalizedText(zh: "事项编号", en: "Item id")
    case .code: LocalizedText(zh: "事项编码", en: "Code")
    case .place: LocalizedText(zh: "渠道/地点", en: "Place")
    case .rule: LocalizedText(zh: "规则", en: "Rule")
    case .problem: LocalizedText(zh: "问题", en: "Problem")
    case .severity: LocalizedText(zh: "严重程度", en: "Severity")
    case .defect: LocalizedText(zh: "类别", en: "Class")
    case .alike: LocalizedText(zh: "举一反三（处）", en: "Places alike")
    case .cause: LocalizedText(zh: "成因", en: "Cause")
    case .measure: LocalizedText(zh: "整改措施", en: "Measure")
    case .advice: LocalizedText(zh: "工作建议", en: "Advice")
    case .lead: LocalizedText(zh: "牵头单位", en: "Lead unit")
    case .partners: LocalizedText(zh: "配合单位", en: "Partner units")
    case .leader: LocalizedText(zh: "责任领导", en: "Leader")
    case .owner: LocalizedText(zh: "责任人", en: "Owner")
    case .type: LocalizedText(zh: "整改类型", en: "Type")
    case .due: LocalizedText(zh: "整改时限", en: "Due")
    case .progress: LocalizedText(zh: "进展", en: "Progress")
    case .state: LocalizedText(zh: "状态", en: "State")
    case .proof: LocalizedText(zh: "佐证", en: "Proof")
    case .closedOn: LocalizedText(zh: "销号时间", en: "Closed on")
    case .closedBy: LocalizedText(zh: "验收人", en: "Closed by")
    case .until: LocalizedText(zh: "延期至", en: "Extended until")
    case .approver: LocalizedText(zh: "延期批准人", en: "Extension approved by")
    case .extensionReason: LocalizedText(zh: "延期理由", en: "Reason of the extension")
    case .reason: LocalizedText(zh: "不采纳/退回理由", en: "Reason")
    case .followUp: LocalizedText(zh: "回访", en: "Follow-up")
    case .satisfaction: LocalizedText(zh: "满意度", en: "Satisfaction")
    case .note: LocalizedText(zh: "备注", en: "Note")
    }
  }
}

extension LedgerRow {
  /// What stands in a cell of the row; nil for an empty one.
  package func cell(_ field: LedgerField, _ language: Language) -> String? {
    let text: String? =
      switch field {
      case .id: id
      case .source: source?.label[language]
      case .foundOn: foundOn
      case .foundBy: foundBy
      case .title: title?[language] ?? document
      case .document: document
      case .code: code
      case .place: place
      case .rule: rule
      case .problem: problem
      case .severity: severity.map { Messages.severity($0)[language] }
      case .defect: defect?.name[language]
      case .alike: alike.map { "\($0)" }
      default: workCell(field, language)
      }
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func workCell(_ field: LedgerField, _ language: Language) -> String? {
    switch field {
    case .cause: cause
    case .measure: measure
    case .advice: advice
    case .lead: lead
    case .partners: partners.joined(separator: language == .zh ? "、" : ", ")
    case .leader: leader
    case .owner: owner
    case .type: type?.label[language]
    case .due: due
    case .progress: progress
    case .state: state.label[language]
    case .proof: proof.joined(separator: "\n")
    case .closedOn: state == .closed ? closedOn : nil
    case .closedBy: state == .closed ? closedBy : nil
    case .until: postponement?.until
    case .approver: postponement?.approver
    case .extensionReason: postponement?.reason
    case .reason: reason
    case .followUp: followUp
    case .satisfaction: satisfaction
    case .note: note
    default: nil
    }
  }
}
