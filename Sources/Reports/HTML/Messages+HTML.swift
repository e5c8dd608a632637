internal import Diagnostics
internal import Rules

/// The words of the HTML page.
extension Messages {
  /// Name of the page.
  static let pageTitle = LocalizedText(zh: "办事指南检查报告", en: "Service guide report")
  /// Leads past the masthead.
  static let skip = LocalizedText(zh: "跳到正文", en: "Skip to the report")
  /// Names the links to the parts.
  static let navigation = LocalizedText(zh: "本页内容", en: "On this page")
  /// Heads verdict and charts.
  static let overview = LocalizedText(zh: "总览", en: "Overview")
  /// Heads the diagnostics.
  static let findings = LocalizedText(zh: "问题清单", en: "Findings")
  /// Heads the cards of rules.
  static let ruleCards = LocalizedText(zh: "规则说明", en: "Rules")
  /// Chart of severities.
  static let bySeverity = LocalizedText(zh: "按严重程度", en: "By severity")
  /// Chart of the four questions.
  static let byQuestion = LocalizedText(zh: "按四个方面", en: "By question")
  /// Chart of departments.
  static let byDepartment = LocalizedText(zh: "按部门", en: "By department")
  /// Chart of packs.
  static let byPack = LocalizedText(zh: "按规则包", en: "By pack of rules")
  /// Stands for documents that name no department.
  static let noDepartment = LocalizedText(zh: "未注明部门", en: "No department stated")
  /// Stands for faults that no rule file defines.
  static let builtIn = LocalizedText(zh: "读取与格式", en: "Reading and format")
  /// Heads the list of rules.
  static let frequentRules = LocalizedText(zh: "最常见的问题", en: "Most frequent findings")
  /// Heads the table of questions.
  static let questionTable = LocalizedText(zh: "各方面检查结果", en: "Results by question")
  /// Heads the columns of the table of questions.
  static let questionHeader = [
    LocalizedText(zh: "方面", en: "Question"), LocalizedText(zh: "规则", en: "Rules"),
    LocalizedText(zh: "符合", en: "Pass"), LocalizedText(zh: "不符合", en: "Fail"),
    LocalizedText(zh: "不适用", en: "Not applicable"),
  ]
  /// Column of rules.
  static let ruleColumn = LocalizedText(zh: "规则", en: "Rule")
  /// Column of numbers of places.
  static let placesColumn = LocalizedText(zh: "处数", en: "Places")
  /// Names the filter.
  static let filter = LocalizedText(zh: "筛选问题", en: "Filter findings")
  /// Field of departments.
  static let department = LocalizedText(zh: "部门", en: "Department")
  /// Field of rules.
  static let rule = LocalizedText(zh: "规则", en: "Rule")
  /// Field of states.
  static let state = LocalizedText(zh: "状态", en: "State")
  /// Field of free text.
  static let search = LocalizedText(zh: "查找文字", en: "Search")
  /// Option that leaves nothing out.
  static let everything = LocalizedText(zh: "全部", en: "All")
  /// State of what nobody has accepted.
  static let openState = LocalizedText(zh: "不符合", en: "Open")
  /// Button that shows everything again.
  static let clearFilter = LocalizedText(zh: "清除筛选", en: "Clear")
  /// Says that the filter leaves nothing.
  static let nothingShown = LocalizedText(zh: "没有符合筛选条件的问题。", en: "No finding matches the filter.")
  /// Button of a card.
  static let onlyThisRule = LocalizedText(zh: "只看这条规则的问题", en: "Show only its findings")
  /// Introduces a further place without words of its own.
  static let relatedPlace = LocalizedText(zh: "相关位置", en: "Related place")

  /// The severity of a diagnostic, and its state where it is not open.
  static func badge(_ severity: Severity, _ kind: TallyClass) -> LocalizedText {
    let severity = label(name(of: severity))
    let remark: LocalizedText
    switch kind {
    case .waived: remark = LocalizedText(zh: "已豁免", en: "waived")
    case .baseline: remark = LocalizedText(zh: "存量", en: "baseline")
    case .unevaluated: remark = LocalizedText(zh: "未能判断", en: "not evaluated")
    case .error, .warning, .info: return severity
    }
    return LocalizedText(zh: severity.zh + " · " + remark.zh, en: severity.en + " · " + remark.en)
  }

  /// The word for a class of diagnostics.
  static func name(of kind: TallyClass) -> LocalizedText {
    switch kind {
    case .error: name(of: Severity.error)
    case .warning: name(of: Severity.warning)
    case .info: name(of: Severity.info)
    case .waived: LocalizedText(zh: "已豁免", en: "waived")
    case .baseline: LocalizedText(zh: "存量（基线内）", en: "in the baseline")
    case .unevaluated: LocalizedText(zh: "未能判断", en: "not evaluated")
    }
  }

  /// A number of diagnostics of a class.
  static func count(_ number: Int, of kind: TallyClass) -> LocalizedText {
    switch kind {
    case .error: count(number, of: Severity.error)
    case .warning: count(number, of: Severity.warning)
    case .info: count(number, of: Severity.info)
    case .waived: waivedCount(number)
    case .baseline: LocalizedText(zh: "\(number) 条存量（基线内）", en: "\(number) in the baseline")
    case .unevaluated: unevaluatedCount(number)
    }
  }

  /// Texts after one another.
  static func list(_ texts: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: texts.map(\.zh).joined(separator: countSeparator.zh),
      en: texts.map(\.en).joined(separator: countSeparator.en))
  }

  /// The sentence around counts by severity.
  static func found(_ list: LocalizedText) -> LocalizedText {
    LocalizedText(zh: found(list.zh).zh, en: found(list.en).en)
  }

  /// The sentence around the counts of what is no plain failure.
  static func besides(_ list: LocalizedText) -> LocalizedText {
    LocalizedText(zh: besides(list.zh).zh, en: besides(list.en).en)
  }

  /// Stands for the departments that have no bar of their own.
  static func otherDepartments(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "其余 \(count) 个部门", en: count == 1 ? "1 other department" : "\(count) other departments")
  }

  /// Stands for the packs that have no bar of their own.
  static func otherPacks(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "其余 \(count) 个规则包", en: count == 1 ? "1 other pack" : "\(count) other packs")
  }

  /// A number of places.
  static func places(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "\(count) 处", en: count == 1 ? "1 place" : "\(count) places")
  }

  /// How many diagnostics the filter leaves; the script replaces the first number, which stands as code.
  static func shown(of count: Int) -> LocalizedText {
    LocalizedText(zh: "显示 `\(count)` 处，共 \(count) 处", en: "`\(count)` of \(count) shown")
  }

  /// What to do, with its name.
  static func remedy(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(zh: remedy.zh + text.zh, en: capitalized(remedy.en) + text.en)
  }

  /// What the tool can repair.
  static func fixable(_ fix: Fix) -> LocalizedText {
    switch fix.applicability {
    case .safe:
      LocalizedText(zh: "可自动修复：\(fix.title.zh)", en: "Can be fixed automatically: \(fix.title.en)")
    case .unsafe:
      LocalizedText(zh: "可自动修复（需核对）：\(fix.title.zh)", en: "Can be fixed, and then needs a look: \(fix.title.en)")
    case .suggestion:
      LocalizedText(zh: "修复建议：\(fix.title.zh)", en: "Suggested fix: \(fix.title.en)")
    }
  }

  /// Who accepted a failure, why, until when, and where that is written.
  static func accepted(_ acceptance: Acceptance) -> LocalizedText {
    var (zh, en): ([String], [String])
    switch acceptance.kind {
    case .suppression: (zh, en) = (["已由文件中的注释豁免"], ["Waived by a comment in the file"])
    case .waiver: (zh, en) = (["已列入豁免清单"], ["Waived by decision"])
    case .baseline: (zh, en) = (["基线内的存量问题"], ["In the baseline"])
    }
    if let reason = acceptance.reason {
      zh.append("理由：\(reason)")
      en.append("reason: \(reason)")
    }
    if let owner = acceptance.owner {
      zh.append("责任人：\(owner)")
      en.append("owner: \(owner)")
    }
    if let expires = acceptance.expires {
      zh.append("有效期至 \(expires)")
      en.append("until \(expires)")
    }
    zh.append("见 \(acceptance.file)")
    en.append("see \(acceptance.file)")
    return LocalizedText(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
  }

  /// By what the page was made.
  static func madeBy(version: String) -> LocalizedText {
    LocalizedText(
      zh: "由 guidelint \(version) 生成，可离线查看、打印。", en: "Made by guidelint \(version); reads and prints offline.")
  }

  /// An English text with a capital at its beginning.
  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// A word as it begins a label of the page, with a capital in English.
  static func label(_ word: LocalizedText) -> LocalizedText {
    LocalizedText(zh: word.zh, en: capitalized(word.en))
  }
}
