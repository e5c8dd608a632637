import Diagnostics

/// What is said of comments that accept failures.
extension Messages {
  /// The form of a comment, as what to write.
  static let suppressionForm = LocalizedText(
    zh: "请写成：# guidelint: allow 规则编号, 规则编号 -- 理由（范围更大时用 allow-block、allow-item、allow-file）。",
    en: "Write: # guidelint: allow RULE, RULE -- reason (or allow-block, allow-item, allow-file to reach further).")

  /// A colon of the wrong width.
  static let suppressionColon = LocalizedText(
    zh: "guidelint 后应为半角冒号“:”，现为全角冒号“：”，注释没有生效。",
    en: "guidelint is followed by a half-width colon “:”; with the full-width one the comment does nothing.")

  /// A comment that ends behind the colon.
  static let suppressionEmpty = LocalizedText(
    zh: "注释没有写明允许什么，没有生效。", en: "The comment does not say what it allows, so it does nothing.")

  /// A comment without reason.
  static let suppressionWithoutReason = LocalizedText(
    zh: "豁免必须写明理由：在规则编号后写“ -- 理由”。没有理由的注释不生效。",
    en: "A reason is mandatory: write “ -- reason” behind the rules. A comment without one does nothing.")

  /// An empty name between commas.
  static let suppressionList = LocalizedText(
    zh: "规则编号之间用一个半角逗号分隔，逗号两边都要有编号。",
    en: "Rules are separated by one comma, with a name on both sides.")

  /// A comment that names no rule.
  static func suppressionWithoutRule(_ verb: String) -> LocalizedText {
    LocalizedText(
      zh: "\(verb) 后没有写规则编号；必须逐条写明豁免哪些规则。",
      en: "\(verb) names no rule; what is accepted must be named.")
  }

  /// An unknown first word.
  static func suppressionVerb(_ word: String) -> LocalizedText {
    let known = SuppressionComment.Reach.allCases.map(\.rawValue)
    let nearest = nearestName(to: word, among: known)
    return LocalizedText(
      zh: "注释不认识“\(word)”，应为 \(known.joined(separator: "、")) 之一。" + (nearest.map { "是否指 \($0)？" } ?? ""),
      en: "“\(word)” is none of \(known.joined(separator: ", "))." + (nearest.map { " Did you mean \($0)?" } ?? ""))
  }

  /// A name with characters that no rule has.
  static func suppressionName(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(name)”不是规则编号：编号只含小写字母、数字和连字符，多个编号用半角逗号分隔，其后写“ -- 理由”。",
      en: "“\(name)” is no rule: ids have lower-case letters, digits and hyphens, several are separated by commas, and "
        + "“ -- reason” follows.")
  }

  /// Dashes that a word processor has replaced.
  static func suppressionDashes(_ dashes: String) -> LocalizedText {
    LocalizedText(
      zh: "理由前应为两个半角连字符“--”，现为“\(dashes)”。",
      en: "Two hyphens “--” stand before the reason, not “\(dashes)”.")
  }

  /// A comment that silences nothing.
  static func suppressionUnused(_ names: [String]) -> LocalizedText {
    LocalizedText(
      zh: "这条豁免注释对 \(names.joined(separator: "、")) 没有作用：所指范围内没有这样的问题。请删除。",
      en: "The comment silences nothing of \(names.joined(separator: ", ")): there is no such fault in its reach. "
        + "Remove it.")
  }

  /// Title of the repair that takes a comment away.
  static let removeSuppression = LocalizedText(zh: "删除没有作用的豁免注释", en: "Remove the unused comment")

  /// Title of the repair that takes names out of a comment.
  static func removeFromSuppression(_ names: [String]) -> LocalizedText {
    LocalizedText(
      zh: "从豁免注释中去掉 \(names.joined(separator: "、"))",
      en: "Take \(names.joined(separator: ", ")) out of the comment")
  }

  /// A rule that nothing may silence.
  static func ruleLocked(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "规则 \(name) 在配置中已锁定（locked），注释、豁免和基线都不能使其失效；请改正问题，或由配置的负责人解除锁定。",
      en: "The configuration locks \(name): no comment, waiver or baseline silences it. Mend the fault, or have the "
        + "configuration unlock the rule.")
  }

  /// A fault that nothing may silence.
  static func neverAccepted(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(name)”不能豁免：文件读不出或者写法有误，只能改正。",
      en: "“\(name)” cannot be silenced: a file that cannot be read or is not written as it must be has to be mended.")
  }
}

/// What is said of waivers and baselines.
extension Messages {
  /// A waiver that ends before it begins.
  static func waiverDates(_ granted: String, _ expires: String) -> LocalizedText {
    LocalizedText(
      zh: "到期日 \(expires) 早于批准日 \(granted)。", en: "It expires on \(expires), before it is granted on \(granted).")
  }

  /// Label on a fault whose waiver is over.
  static func waiverOver(_ day: String, owner: String) -> LocalizedText {
    LocalizedText(
      zh: "此处的豁免已于 \(day) 到期（责任人：\(owner)），问题重新计入",
      en: "this waiver expired on \(day) (owner: \(owner)), so the fault counts again")
  }

  /// A waiver that ends soon.
  static func waiverEnding(_ day: String, days: Int, covered: Int, owner: String) -> LocalizedText {
    LocalizedText(
      zh: "这条豁免将于 \(day) 到期（还有 \(days) 天，责任人：\(owner)），届时其 \(covered) 个问题重新计入。",
      en: "This waiver expires on \(day) (\(days) \(days == 1 ? "day" : "days") left, owner: \(owner)); then its "
        + "\(covered) \(covered == 1 ? "fault counts" : "faults count") again.")
  }

  /// A waiver that accepts nothing.
  static let waiverUnused = LocalizedText(
    zh: "这条豁免没有对应的问题，可以删除。", en: "This waiver accepts nothing; it can be deleted.")

  /// A waiver for a document that the catalog does not have.
  static func waiverUnknownItem(_ name: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "目录中没有编号为“\(name)”的文档。" + (nearest.map { "是否指 \($0)？" } ?? "请核对编号，或删除这条豁免。"),
      en: "The catalog has no document with the id “\(name)”."
        + (nearest.map { " Did you mean \($0)?" } ?? " Check the id, or delete the waiver."))
  }

  /// A line that is none of a baseline.
  static func baselineLine(_ number: Int, isConflict: Bool) -> LocalizedText {
    isConflict
      ? LocalizedText(
        zh: "第 \(number) 行是版本合并留下的冲突标记；两边的行都可以保留，删去标记即可。",
        en: "Line \(number) is the mark of a merge conflict; keep the lines of both sides and delete the marks.")
      : LocalizedText(
        zh: "第 \(number) 行不是基线的一行：应为含 document、rule、path、value、ordinal 的 JSON 对象。"
          + "请恢复该文件，或用 guidelint baseline write 重写。",
        en: "Line \(number) is no line of a baseline: a JSON object with document, rule, path, value and ordinal was "
          + "expected. Restore the file, or delete it and run guidelint baseline write.")
  }

  /// A line whose fault is gone.
  static func baselineStale(_ key: DiagnosticKey) -> LocalizedText {
    let place = key.place.path.isEmpty ? key.document : "\(key.document) \(key.place.path)"
    return LocalizedText(
      zh: "基线中的问题已不存在：\(key.rule)，\(place)。用 guidelint baseline prune 删去过时的行。",
      en: "The baseline's fault is gone: \(key.rule) at \(place). guidelint baseline prune drops such lines.")
  }
}
