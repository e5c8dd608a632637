internal import Diagnostics
internal import Rules

/// The words of rule pages.
extension Messages {
  /// First line of a page, by which it is known as generated.
  static let generated =
    "<!-- 由 guidelint rule docs 生成，请改规则文件 · Written by guidelint rule docs; edit the rule file. -->"
  /// Severity of the rule.
  static let severity = LocalizedText(zh: "严重程度", en: "Severity")
  /// Level of the rule.
  static let level = LocalizedText(zh: "级别", en: "Level")
  /// Folder of the rule.
  static let pack = LocalizedText(zh: "规则包", en: "Pack")
  /// Kinds of documents.
  static let documents = LocalizedText(zh: "适用文档", en: "Documents")
  /// Which of the four questions.
  static let question = LocalizedText(zh: "四个方面", en: "Question")
  /// Class in the reviewers' ledger.
  static let defectClass = LocalizedText(zh: "问题类别", en: "Defect class")
  /// Regions in which the rule takes part.
  static let profiles = LocalizedText(zh: "适用地区", en: "Profiles")
  /// Heads what the fault costs.
  static let whyTitle = LocalizedText(zh: "为什么", en: "Why")
  /// Heads what to do.
  static let remedyTitle = LocalizedText(zh: "怎么改", en: "How to fix")
  /// Heads the reviewer's question.
  static let askTitle = LocalizedText(zh: "走流程时问", en: "Ask on a walk")
  /// Heads the legal sources.
  static let sourceTitle = LocalizedText(zh: "依据", en: "Source")
  /// Heads the parameters.
  static let parametersTitle = LocalizedText(zh: "参数", en: "Parameters")
  /// Column of names.
  static let parameterName = LocalizedText(zh: "名称", en: "Name")
  /// Column of types.
  static let parameterType = LocalizedText(zh: "类型", en: "Type")
  /// Column of defaults.
  static let parameterDefault = LocalizedText(zh: "默认值", en: "Default")
  /// Column of meanings.
  static let parameterMeaning = LocalizedText(zh: "含义", en: "Meaning")
  /// Heads an example that fails.
  static let wrongExample = LocalizedText(zh: "错误示例", en: "Wrong")
  /// Heads an example that holds.
  static let rightExample = LocalizedText(zh: "正确示例", en: "Right")
  /// Heads what the rule's fix does.
  static let fixTitle = LocalizedText(zh: "自动修改", en: "Fix")

  /// When a fix is applied.
  static func explanation(of applicability: Applicability) -> LocalizedText {
    switch applicability {
    case .safe:
      LocalizedText(zh: "意思不变，`guidelint fix` 直接修改。", en: "It keeps the meaning; `guidelint fix` applies it.")
    case .unsafe:
      LocalizedText(
        zh: "可能改变意思，`guidelint fix --unsafe` 才修改。",
        en: "It may change the meaning; `guidelint fix --unsafe` applies it.")
    case .suggestion:
      LocalizedText(
        zh: "须由人补全，只在 `guidelint fix -i` 逐条确认时写入。",
        en: "A person must complete it; only `guidelint fix -i` writes it, on confirmation.")
    }
  }

  /// Heads the ways to make an exception.
  static let allowTitle = LocalizedText(zh: "例外", en: "How to allow")
  /// Introduces an override.
  static let allow = LocalizedText(
    zh: "个别事项确有理由不适用的，在 guidelint.yaml 里写明：",
    en: "Where an item has good reason to be an exception, say so in guidelint.yaml:")
  /// Introduces a parameter's setting.
  static let setParameter = LocalizedText(
    zh: "本地标准不同的，调整参数：", en: "Where the local standard differs, set the parameter:")
}
