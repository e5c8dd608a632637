internal import Diagnostics
internal import Rules

/// What the formats for machines and spreadsheets say beyond the text report.
extension Messages {
  /// What relative addresses start from.
  static let sourceRoot = LocalizedText(zh: "代码仓库的根文件夹", en: "The root of the repository")
  /// Title of the Markdown report.
  static let reportTitle = LocalizedText(zh: "guidelint 检查报告", en: "guidelint report")
  /// Heads the list of what somebody accepted.
  static let waivedTitle = LocalizedText(zh: "已豁免", en: "Waived")
  /// Name of the group of results that are about the run as a whole.
  static let runName = LocalizedText(zh: "本次检查", en: "the run")
  /// Heads the columns of a file's table.
  static let diagnosticHeader = [
    LocalizedText(zh: "位置", en: "place"), LocalizedText(zh: "严重程度", en: "severity"),
    LocalizedText(zh: "规则", en: "rule"), LocalizedText(zh: "问题", en: "finding"),
    LocalizedText(zh: "怎么改", en: "how to fix"),
  ]
  /// Heads the columns of the table of what was accepted.
  static let waivedHeader = [
    LocalizedText(zh: "位置", en: "place"), LocalizedText(zh: "规则", en: "rule"),
    LocalizedText(zh: "问题", en: "finding"), LocalizedText(zh: "豁免情况", en: "accepted by"),
  ]
  /// Heads the columns of the spreadsheet.
  static let spreadsheetHeader = [
    LocalizedText(zh: "状态", en: "state"), LocalizedText(zh: "严重程度", en: "severity"),
    LocalizedText(zh: "规则", en: "rule"), LocalizedText(zh: "方面", en: "aspect"),
    LocalizedText(zh: "问题类别", en: "defect"), LocalizedText(zh: "主管部门", en: "department"),
    LocalizedText(zh: "文档类型", en: "kind"), LocalizedText(zh: "文档编号", en: "document"),
    LocalizedText(zh: "名称", en: "title"), LocalizedText(zh: "文件", en: "file"),
    LocalizedText(zh: "行", en: "line"), LocalizedText(zh: "列", en: "column"),
    LocalizedText(zh: "路径", en: "path"), LocalizedText(zh: "问题", en: "finding"),
    LocalizedText(zh: "为什么", en: "why"), LocalizedText(zh: "怎么改", en: "how to fix"),
    LocalizedText(zh: "依据", en: "sources"), LocalizedText(zh: "豁免方式", en: "accepted by"),
    LocalizedText(zh: "豁免理由", en: "reason"), LocalizedText(zh: "责任人", en: "owner"),
    LocalizedText(zh: "有效期至", en: "expires"), LocalizedText(zh: "豁免所在文件", en: "accepted in"),
    LocalizedText(zh: "指纹", en: "fingerprint"),
  ]

  /// What a fault is about that no rule file describes, told by the first part of its id.
  static func builtInFault(_ id: String) -> LocalizedText {
    switch id.prefix(while: { $0 != "-" }) {
    case "yaml": LocalizedText(zh: "YAML 书写有误（\(id)）", en: "The YAML is faulty (\(id)).")
    case "schema": LocalizedText(zh: "文档结构不符合要求（\(id)）", en: "The document has not the shape of its kind (\(id)).")
    case "catalog":
      LocalizedText(zh: "目录中的文档互相矛盾（\(id)）", en: "Documents of the catalog contradict each other (\(id)).")
    case "rule": LocalizedText(zh: "规则文件有误（\(id)）", en: "A rule file is faulty (\(id)).")
    case "config": LocalizedText(zh: "配置有误（\(id)）", en: "The configuration is faulty (\(id)).")
    default: LocalizedText(zh: "检查工具发现的其他问题（\(id)）", en: "Another fault that the tool itself finds (\(id)).")
    }
  }

  /// The word for a state.
  static func stateName(_ state: ResultState) -> LocalizedText {
    switch state {
    case .pass: LocalizedText(zh: "符合", en: "pass")
    case .fail: LocalizedText(zh: "不符合", en: "fail")
    case .notApplicable: LocalizedText(zh: "不适用", en: "not applicable")
    case .waived: LocalizedText(zh: "已豁免", en: "waived")
    case .error: LocalizedText(zh: "未能判断", en: "not evaluated")
    }
  }

  /// The word for a kind of decision.
  static func decisionName(_ kind: Acceptance.Kind) -> LocalizedText {
    switch kind {
    case .suppression: LocalizedText(zh: "文件中的注释", en: "comment in the file")
    case .waiver: LocalizedText(zh: "豁免清单", en: "waiver")
    case .baseline: LocalizedText(zh: "存量问题基线", en: "baseline")
    }
  }

  /// Who accepted a failure, until when, and why, in one sentence.
  static func acceptedBy(_ acceptance: Acceptance) -> LocalizedText {
    let kind = decisionName(acceptance.kind)
    var zh = "已豁免：\(kind.zh) \(acceptance.file)"
    var en = "waived: \(kind.en) \(acceptance.file)"
    if let owner = acceptance.owner {
      zh += "，责任人 \(owner)"
      en += ", owner \(owner)"
    }
    if let expires = acceptance.expires {
      zh += "，有效期至 \(expires)"
      en += ", until \(expires)"
    }
    if let reason = acceptance.reason {
      zh += "；理由：\(reason)"
      en += "; reason: \(reason)"
    }
    return LocalizedText(zh: zh, en: en)
  }

  /// A message with its state where that is no plain failure.
  static func stated(_ diagnostic: ReportedDiagnostic, in language: Language) -> String {
    let message = diagnostic.message[language]
    switch diagnostic.state {
    case .pass, .fail, .notApplicable: return message
    case .error:
      return LocalizedText(zh: "（未能判断）\(message)", en: "(not evaluated) \(message)")[language]
    case .waived:
      guard let acceptance = diagnostic.acceptance else {
        return LocalizedText(zh: "（已豁免）\(message)", en: "(waived) \(message)")[language]
      }
      let accepted = acceptedBy(acceptance)
      return LocalizedText(zh: "\(message)（\(accepted.zh)）", en: "\(message) (\(accepted.en))")[language]
    }
  }

  /// Says how many diagnostics are not annotated, and what was waived.
  static func furtherAnnotations(_ rest: SeverityTally) -> LocalizedText {
    LocalizedText(
      zh: "另有未标注的结果：\(rest.list(in: .zh))。每一步每类最多显示 10 条标注，完整结果见日志。",
      en: "Not annotated: \(rest.list(in: .en)). A step shows 10 annotations of each kind; the log has them all.")
  }

  /// Says that a summary was cut because its reader bounds it.
  static func furtherRows(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "篇幅所限，另有 \(count) 条未列出；完整结果见日志或其他格式的报告。",
      en: "\(count) more \(count == 1 ? "is" : "are") not listed for want of room; the log or another format has all.")
  }

  /// Heads the places of several diagnostics in one test case.
  static func placesOfTest(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "共 \(count) 处", en: "\(count) places")
  }
}
