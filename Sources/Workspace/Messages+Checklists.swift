internal import Diagnostics

/// What a run of checklists says.
extension Messages {
  /// Nothing says which documents are meant.
  static let noDocumentNamed = LocalizedText(
    zh: "请写出事项或者“一件事”的编号（例如 guidelint checklist food-business-licence），"
      + "或者用 --department、--high-frequency、--failed、--all 选取。",
    en: "Name an item or bundle by its id, such as guidelint checklist food-business-licence, or choose by "
      + "--department, --high-frequency, --failed or --all.")

  /// A file that is named holds no item and no bundle of the catalog.
  static func noDocumentInFile(_ path: String, catalog: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(path)”里没有目录“\(catalog)”的事项或者“一件事”。",
      en: "“\(path)” holds no item or bundle of the catalog “\(catalog)”.")
  }

  /// A document cannot be read.
  static func unreadableDocument(_ id: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(id)”读不出来；先用 guidelint lint 查看错误。",
      en: "“\(id)” cannot be read; see what guidelint lint says about it.")
  }

  /// No document is left.
  static func nothingChosen(department: String?, known: [String]) -> LocalizedText {
    guard let department else {
      return LocalizedText(zh: "没有符合条件的事项或者“一件事”。", en: "No item or bundle is as asked for.")
    }
    let nearest = nearestName(to: department, among: known)
    let some = known.prefix(8)
    return LocalizedText(
      zh: "部门名称含“\(department)”的，没有符合条件的事项。"
        + (nearest.map { "是不是“\($0)”？" } ?? (some.isEmpty ? "" : "目录里有：\(some.joined(separator: "、"))。")),
      en: "No item as asked for belongs to a department whose name holds “\(department)”."
        + (nearest.map { " Did you mean “\($0)”?" }
          ?? (some.isEmpty ? "" : " There are: \(some.joined(separator: ", ")).")))
  }

  /// The linter did not come to its end.
  static let aimsIncomplete = LocalizedText(
    zh: "目录没有检查完，走前的问题可能不全；先用 guidelint lint 查看原因。",
    en: "The catalog was not checked to its end, so that aims may be missing; see what guidelint lint says.")

  /// No mode has a name.
  static func unknownMode(_ name: String, nearest: String?, known: [String]) -> LocalizedText {
    unknown(LocalizedText(zh: "体验方式", en: "mode"), name, nearest, known)
  }

  /// No persona has a name.
  static func unknownPersona(_ name: String, nearest: String?, known: [String]) -> LocalizedText {
    unknown(LocalizedText(zh: "体验身份", en: "persona"), name, nearest, known)
  }

  /// No type of channel has a name.
  static func unknownChannel(_ name: String, nearest: String?, known: [String]) -> LocalizedText {
    unknown(LocalizedText(zh: "渠道", en: "channel"), name, nearest, known)
  }

  /// No document has a variant.
  static func unknownVariant(_ name: String, known: [String]) -> LocalizedText {
    var distinct: [String] = []
    for id in known where !distinct.contains(id) { distinct.append(id) }
    if distinct.isEmpty {
      return LocalizedText(
        zh: "没有“\(name)”这个办理项：所选的指南不分办理项。",
        en: "There is no variant “\(name)”: what was chosen has no variants.")
    }
    return unknown(
      LocalizedText(zh: "办理项", en: "variant"), name, nearestName(to: name, among: distinct), distinct)
  }

  private static func unknown(
    _ kind: LocalizedText, _ name: String, _ nearest: String?, _ known: [String]
  ) -> LocalizedText {
    LocalizedText(
      zh: "没有“\(name)”这个\(kind.zh)。" + (nearest.map { "是不是“\($0)”？" } ?? "")
        + (known.isEmpty ? "" : "可用：\(known.joined(separator: "、"))。"),
      en: "There is no \(kind.en) “\(name)”." + (nearest.map { " Did you mean “\($0)”?" } ?? "")
        + (known.isEmpty ? "" : " There are: \(known.joined(separator: ", "))."))
  }

  /// A document of many lacks the variant.
  static func documentWithoutVariant(_ id: String, _ variant: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：“\(id)”没有办理项“\(variant)”，按全部情形列出。",
      en: "note: “\(id)” has no variant “\(variant)”; its checklist is for all of them.")
  }

  /// A document has no such channel.
  static func documentWithoutChannel(_ id: String, _ channel: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：“\(id)”的指南没有写“\(channel)”渠道。",
      en: "note: the guide of “\(id)” states no channel “\(channel)”.")
  }
}
