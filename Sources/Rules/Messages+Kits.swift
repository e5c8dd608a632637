import Diagnostics

/// What is said about the data for walks.
extension Messages {
  /// An id that two kits claim, neither of which takes the other's place.
  static func kitTwice(_ id: String, other: String) -> LocalizedText {
    LocalizedText(
      zh: "体验资料“\(id)”已在 \(other) 中写过；只有自有规则包可以用同样的编号取代内置的一份。",
      en: "The kit “\(id)” is in \(other) already; only a pack of your own takes the place of a shipped one.")
  }

  /// An id that two entries of a kit, or two stages of an entry, claim.
  static func kitEntryTwice(_ id: String) -> LocalizedText {
    LocalizedText(
      zh: "编号“\(id)”前面已经用过；记录靠编号认出条目，请换一个。",
      en: "The id “\(id)” is used above already; records tell entries by their id, so choose another.")
  }

  /// A mode or persona that the kit of modes or personas does not have.
  static func unknownKitEntry(_ id: String, kit: Kit) -> LocalizedText {
    let known = kit.entries.map(\.id)
    let hint = nearestName(to: id, among: known)
    return LocalizedText(
      zh: "“\(kit.title.zh)”（\(kit.id)）中没有“\(id)”。"
        + (hint.map { "是否指 \($0)？" } ?? "可用：\(known.joined(separator: "、"))。"),
      en: "The kit “\(kit.id)” has no “\(id)”."
        + (hint.map { " Did you mean \($0)?" } ?? " There are: \(known.joined(separator: ", "))."))
  }
}
