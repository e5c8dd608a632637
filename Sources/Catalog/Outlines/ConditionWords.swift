package import DataTree
package import Diagnostics

/// Puts conditions into words, with the questions, answers and variants of their document.
package struct ConditionWords {
  /// What a question and its answers are called.
  private struct Question {
    /// What is asked.
    var ask: LocalizedText?
    /// Answers by id; none for yes and no.
    var answers: [String: LocalizedText]
  }

  /// Questions by id, `variant` and `channel` among them.
  private var questions: [String: Question] = [:]
  /// Answers of one question that are named.
  private static let maximumAnswers = 6
  /// Requirements and alternatives that are named.
  private static let maximumParts = 4

  /// Reads the questions of an item or bundle.
  package init(_ view: TreeView) {
    questions["variant"] = Question(ask: nil, answers: ConditionWords.answers(.root, "variants", "name", in: view))
    questions["channel"] = Question(ask: nil, answers: ConditionWords.channels)
    for node in view.value(of: .root, at: "questions").map({ view.elements($0) }) ?? .init(start: nil, count: 0) {
      guard let id = view.word(node, "id"), questions[id] == nil else { continue }
      questions[id] = Question(
        ask: view.localized(node, "ask"), answers: ConditionWords.answers(node, "answers", "text", in: view))
    }
  }

  /// The words of a condition; nil for one that asks for nothing.
  /// - Parameter omitted: a question that is answered already, such as `variant`.
  package func words(_ condition: Condition, omitting omitted: String? = nil) -> LocalizedText? {
    let alternatives = condition.alternatives.map { requirements in
      requirements.filter { $0.question != omitted }.map { words($0) }
    }
    guard !alternatives.isEmpty, !alternatives.contains(where: \.isEmpty) else { return nil }
    let parts = alternatives.map { ConditionWords.joined($0, zh: "，且", en: "; and ") }
    return ConditionWords.joined(parts, zh: "；或者", en: "; or ")
  }

  /// The words of one requirement.
  private func words(_ requirement: Condition.Requirement) -> LocalizedText {
    let question = questions[requirement.question]
    if let question, question.answers.isEmpty, let ask = question.ask, requirement.answers.count == 1 {
      return ConditionWords.answer(requirement.answers[0] == "true", to: ask)
    }
    let answers = requirement.answers.map { question?.answers[$0] ?? LocalizedText(zh: $0, en: $0) }
    let joined = ConditionWords.joined(
      Array(answers.prefix(ConditionWords.maximumAnswers)), zh: "、", en: " or ", isCut: answers.count)
    // An answer alone says what it is about, unless its question is not there.
    guard question == nil || answers.isEmpty else { return joined }
    return LocalizedText(zh: "\(requirement.question)：\(joined.zh)", en: "\(requirement.question): \(joined.en)")
  }

  /// Yes or no to a question: 是否从事餐饮服务？ becomes 从事餐饮服务 or 不从事餐饮服务, where that is Chinese.
  private static func answer(_ isYes: Bool, to ask: LocalizedText) -> LocalizedText {
    var chinese = Array(ask.zh.unicodeScalars)
    while let last = chinese.last, "？?。 ".unicodeScalars.contains(last) { chinese.removeLast() }
    var english = Array(ask.en.unicodeScalars)
    while let last = english.last, "？? ".unicodeScalars.contains(last) { english.removeLast() }
    let question = String(String.UnicodeScalarView(english))
    return LocalizedText(
      zh: statement(chinese, isYes: isYes), en: "\(question)? \(isYes ? "Yes" : "No")")
  }

  /// What is said of a state, of which 不 is the negation; that of events is 未.
  private static let states: [String] = [
    "是", "为", "属于", "从事", "需要", "愿意", "同意", "选择", "申请", "要求", "涉及", "包括", "使用", "符合", "满足", "制作", "销售",
    "经营", "参加", "适用", "委托", "设置", "接受", "采用",
  ]

  /// The question's statement, or its question with the answer.
  private static func statement(_ question: [Unicode.Scalar], isYes: Bool) -> String {
    func text(_ part: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
    let place = question.indices.dropLast().first { question[$0] == "是" && question[$0 + 1] == "否" }
    if let place {
      let before = text(question[..<place])
      let after = text(question[(place + 2)...])
      if isYes, !after.isEmpty { return before + after }
      if let rest = dropping("已有", from: after) { return before + "没有" + rest }
      if let rest = dropping("已经", from: after) ?? dropping("已", from: after) { return before + "尚未" + rest }
      if after.hasPrefix("有") { return before + "没" + after }
      if states.contains(where: { after.hasPrefix($0) }) { return before + "不" + after }
    }
    if isYes, question.last == "吗", question.count > 1 { return text(question.dropLast()) }
    return text(question) + (isYes ? "：是" : "：否")
  }

  /// What follows a beginning; nil where a text begins otherwise.
  private static func dropping(_ prefix: String, from text: String) -> String? {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }

  /// The answers below a map, by id.
  private static func answers(_ map: NodeID, _ list: String, _ key: String, in view: TreeView)
    -> [String: LocalizedText]
  {
    guard let node = view.value(of: map, at: list) else { return [:] }
    var answers: [String: LocalizedText] = [:]
    for element in view.elements(node) {
      guard let id = view.word(element, "id"), answers[id] == nil else { continue }
      answers[id] = view.localized(element, key) ?? LocalizedText(zh: id, en: id)
    }
    return answers
  }

  /// Joins parts in both languages, the first of them where there are many.
  private static func joined(_ parts: [LocalizedText], zh: String, en: String, isCut count: Int? = nil)
    -> LocalizedText
  {
    let kept = parts.prefix(count == nil ? maximumParts : maximumAnswers)
    let isCut = kept.count < (count ?? parts.count)
    return LocalizedText(
      zh: kept.map(\.zh).joined(separator: zh) + (isCut ? "等" : ""),
      en: kept.map(\.en).joined(separator: en) + (isCut ? " and others" : ""))
  }

  /// What channels are called.
  private static let channels: [String: LocalizedText] = [
    "window": LocalizedText(zh: "窗口办理", en: "at the counter"),
    "pc": LocalizedText(zh: "网上办理", en: "online"),
    "app": LocalizedText(zh: "移动端办理", en: "in the app"),
    "mini-program": LocalizedText(zh: "小程序办理", en: "in the mini program"),
    "kiosk": LocalizedText(zh: "自助终端办理", en: "at a kiosk"),
    "mail": LocalizedText(zh: "邮寄办理", en: "by mail"),
    "home": LocalizedText(zh: "上门办理", en: "at home"),
    "video": LocalizedText(zh: "视频办理", en: "by video"),
    "hotline": LocalizedText(zh: "电话办理", en: "by telephone"),
  ]
}
