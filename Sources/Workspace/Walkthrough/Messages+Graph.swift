internal import Diagnostics

/// What is said about pictures that cannot be drawn.
extension Messages {
  /// An id that no item and no bundle has.
  static func graphUnknown(_ id: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "目录里没有编号为“\(id)”的事项或“一件事”" + (nearest.map { "；是否指“\($0)”？" } ?? "。"),
      en: "No item or bundle of the catalog has the id “\(id)”"
        + (nearest.map { "; did you mean “\($0)”?" } ?? "."))
  }

  /// A variant that an item does not have.
  static func graphVariantUnknown(_ variant: String, of id: String, nearest: String?) -> LocalizedText {
    guard let nearest else {
      return LocalizedText(zh: "“\(id)”没有业务办理项，不能用 --variant。", en: "“\(id)” has no variants, so --variant names none.")
    }
    return LocalizedText(
      zh: "“\(id)”没有编号为“\(variant)”的业务办理项；是否指“\(nearest)”？",
      en: "“\(id)” has no variant with the id “\(variant)”; did you mean “\(nearest)”?")
  }

  /// A document without anything to draw.
  static func graphEmpty(_ id: String, isBundle: Bool) -> LocalizedText {
    isBundle
      ? LocalizedText(zh: "“\(id)”没有写成员事项或办理流程，没有可画的内容。", en: "“\(id)” states no members and no steps to draw.")
      : LocalizedText(zh: "“\(id)”没有写办理流程，没有可画的内容。", en: "“\(id)” states no steps to draw.")
  }

  /// A graph larger than anybody could read.
  static func graphTooLarge(_ id: String, nodes: Int, edges: Int) -> LocalizedText {
    LocalizedText(
      zh: "“\(id)”有 \(nodes) 个节点、\(edges) 条连线，超过图片的上限（200 个、1000 条）；请用 -f dot 或 -f mermaid。",
      en:
        "“\(id)” has \(nodes) nodes and \(edges) edges, more than a picture shows (200 and 1000); use -f dot or -f mermaid."
    )
  }

  /// A document that stands in the catalog, but cannot be read.
  static func graphUnreadable(_ id: String) -> LocalizedText {
    LocalizedText(zh: "“\(id)”读不出来；请先用 guidelint lint 检查。", en: "“\(id)” cannot be read; check it with guidelint lint.")
  }
}
