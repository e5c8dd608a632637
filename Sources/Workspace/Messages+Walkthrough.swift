package import Diagnostics

/// What the runs of the walkthrough say about files and catalogs.
extension Messages {
  /// Several catalogs lie below the folder and none governs it.
  package static func severalCatalogs(below folder: String, _ folders: [String]) -> LocalizedText {
    LocalizedText(
      zh: "“\(folder)”下有 \(folders.count) 个目录：\(folders.joined(separator: "、"))。请用 --catalog 指明一个。",
      en: "There are \(folders.count) catalogs below “\(folder)”: \(folders.joined(separator: ", ")). "
        + "Name one with --catalog.")
  }

  /// No item or bundle has an id.
  package static func unknownDocument(_ id: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "目录里没有编号为“\(id)”的事项或者“一件事”。" + (nearest.map { "是不是“\($0)”？" } ?? ""),
      en: "The catalog has no item or bundle “\(id)”." + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
  }

  /// No walk belongs to a round.
  package static func roundWithoutWalk(_ round: String, known: [String]) -> LocalizedText {
    LocalizedText(
      zh: "没有轮次为“\(round)”的走流程记录。" + (known.isEmpty ? "" : "已有的轮次：\(known.joined(separator: "、"))。"),
      en: "No walk belongs to the round “\(round)”."
        + (known.isEmpty ? "" : " There are: \(known.joined(separator: ", "))."))
  }
}
