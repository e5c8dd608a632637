import Diagnostics

/// What is said about examples of rules.
extension Messages {
  /// A rule without an example of a kind that every rule must have.
  static func exampleMissing(_ expectation: ExampleExpectation) -> LocalizedText {
    LocalizedText(
      zh: "规则至少应有一个 \(expectation.rawValue) 示例。", en: "A rule has at least one `\(expectation.rawValue)` example.")
  }

  /// A complaint that only arises when the example is written differently, with what was changed.
  static func inVariant(_ name: String, _ complaint: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "（变体：\(name)）\(complaint.zh)", en: "(variant: \(name)) \(complaint.en)")
  }

  /// A `require` that no example depends on.
  static func mutationSurvived(_ replacement: Bool) -> LocalizedText {
    LocalizedText(
      zh: "把 require 换成 \(replacement) 后示例仍然成立，说明它没有检验规则。",
      en: "The example still holds with `require` replaced by \(replacement), so it tests nothing.")
  }

  /// A vocabulary that no rule names.
  static func unusedVocabulary(_ id: String) -> LocalizedText {
    LocalizedText(zh: "没有规则使用词表“\(id)”。", en: "No rule uses the vocabulary “\(id)”.")
  }

  /// An entry that changes nothing in any example of the rules that use its vocabulary.
  static func deadEntry(_ entry: String) -> LocalizedText {
    LocalizedText(
      zh: "删去词条“\(entry)”后，使用该词表的规则的示例都不变；请补一个示例，或者删去它。",
      en: "Without the entry “\(entry)” no example of the rules that use the vocabulary changes; "
        + "add an example, or delete it.")
  }

  /// A name that an earlier row of a table has already.
  static func shadowedName(_ name: String, by row: String) -> LocalizedText {
    LocalizedText(
      zh: "名称“\(name)”已经属于“\(row)”，这里不起作用。",
      en: "The name “\(name)” belongs to “\(row)” already, so it does nothing here.")
  }

  /// A path that finds nothing in any example.
  static func pathNeverSelects(_ path: String) -> LocalizedText {
    LocalizedText(zh: "没有示例让 \(path) 选到内容。", en: "In no example does \(path) select anything.")
  }

  /// A condition that never has one of its two outcomes.
  static func neverComesTo(_ part: String, _ outcome: Bool) -> LocalizedText {
    LocalizedText(
      zh: "没有示例使“\(part)”为 \(outcome)。", en: "In no example is “\(part)” \(outcome).")
  }

  /// A part of an expression that is never evaluated.
  static func neverReached(_ part: String) -> LocalizedText {
    LocalizedText(zh: "没有示例用到“\(part)”。", en: "No example reaches “\(part)”.")
  }

  /// A `#~` line without carets or without a rule.
  static func badMark(_ line: String) -> LocalizedText {
    LocalizedText(
      zh: "标记行“\(line)”无法读取，应写作 #~ ^^^ 规则编号，并位于被标记行之下。",
      en: "The mark line “\(line)” cannot be read; write `#~ ^^^ rule-id` below the marked line.")
  }

  /// A `bad` example that would accept silence.
  static let nothingMarked = LocalizedText(
    zh: "bad 示例没有标记应报告的位置。", en: "A `bad` example marks what is to be reported.")
  /// Marks in an example in which nothing may be reported.
  static let marksInCleanExample = LocalizedText(
    zh: "ok 和 na 示例不应有标记。", en: "`ok` and `na` examples have no marks.")
  /// An `ok` example on which the rule was not even applicable.
  static let nothingPassed = LocalizedText(
    zh: "规则没有判定任何内容为符合。", en: "The rule passed nothing here.")

  /// An `na` example on which the rule was applicable after all.
  static func somethingPassed(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "规则判定了 \(count) 处符合，而此例应为不适用。", en: "The rule passed \(count) targets where it should not apply.")
  }

  /// A mark that no diagnostic of the rule underlines to the character.
  static func missingDiagnostic(_ mark: MarkedText.Mark) -> LocalizedText {
    let place = "\(mark.line):\(mark.columns.lowerBound)-\(mark.columns.upperBound)"
    return LocalizedText(
      zh: "应在 \(place) 报告 \(mark.rule)，但没有。", en: "\(mark.rule) is expected at \(place), but is not reported.")
  }

  /// A diagnostic of the rule that no mark announces; its text helps to see why.
  static func unexpected(_ mark: MarkedText.Mark, _ message: LocalizedText) -> LocalizedText {
    let place = "\(mark.line):\(mark.columns.lowerBound)-\(mark.columns.upperBound)"
    return LocalizedText(
      zh: "在 \(place) 报告了 \(mark.rule)，但没有标记：\(message.zh)",
      en: "\(mark.rule) is reported at \(place), where nothing is marked: \(message.en)")
  }

  /// An example that the schema or the parser refuses.
  static func exampleShape(_ message: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "示例不合格式：\(message.zh)", en: "The example is not well formed: \(message.en)")
  }
}
