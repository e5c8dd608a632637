import Diagnostics

/// What is said about fixes.
extension Messages {
  /// Title of the fix that writes the name that was meant.
  static func respell(_ name: String) -> LocalizedText {
    LocalizedText(zh: "改为“\(name)”", en: "write “\(name)”")
  }

  /// A rule whose fix no example shows.
  static let fixedMissing = LocalizedText(
    zh: "规则有 fix，至少应有一个 bad 示例用 fixed 写明修改后的全文。",
    en: "A rule with `fix` has at least one `bad` example whose `fixed` shows the whole text afterwards.")

  /// An example whose documents look otherwise once they are fixed.
  static func fixedDiffers(line: Int, expected: String, found: String) -> LocalizedText {
    LocalizedText(
      zh: "修改后的第 \(line) 行应为“\(expected)”，实际为“\(found)”。",
      en: "Line \(line) after fixing is “\(found)”, but should be “\(expected)”.")
  }

  /// An example whose fixes had to be taken back.
  static func fixRejected(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "“\(title.zh)”改后问题仍在，或者出现了新的错误，已撤销。",
      en: "The fix “\(title.en)” leaves its finding or brings a new error, so it was taken back.")
  }
}
