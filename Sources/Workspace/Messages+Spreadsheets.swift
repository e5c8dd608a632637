internal import Diagnostics

/// What is said where a spreadsheet or a Word file cannot be made.
extension Messages {
  /// The library is not installed.
  static func spreadsheetLibraryMissing(_ library: String, _ reason: String) -> LocalizedText {
    LocalizedText(
      zh: "生成 XLSX 需要程序库 \(library)，系统没有找到（\(reason)）。"
        + "请安装：Debian、Ubuntu 为 apt install libxlsxwriter4（或者 libxlsxwriter-dev），"
        + "Fedora 为 dnf install libxlsxwriter，macOS 为 brew install libxlsxwriter；也可改用 -f markdown。",
      en: "XLSX is made by the library \(library), which is not found (\(reason)). Install it: "
        + "apt install libxlsxwriter4 (or libxlsxwriter-dev) on Debian and Ubuntu, dnf install libxlsxwriter on Fedora, "
        + "brew install libxlsxwriter on macOS; or use -f markdown.")
  }

  /// The library gave up.
  static func spreadsheetFailed(_ reason: String) -> LocalizedText {
    LocalizedText(zh: "XLSX 文件没有生成（\(reason)）。", en: "The XLSX file was not made (\(reason)).")
  }

  /// The program that makes Word files is not installed.
  static let pandocMissing = LocalizedText(
    zh: "生成 Word 需要程序 pandoc，系统没有找到。请安装：Debian、Ubuntu 为 apt install pandoc，Fedora 为 dnf install pandoc，"
      + "macOS 为 brew install pandoc；也可改用 -f markdown 或者 -f html。",
    en: "Word files are made by the program pandoc, which is not found. Install it: apt install pandoc on Debian and "
      + "Ubuntu, dnf install pandoc on Fedora, brew install pandoc on macOS; or use -f markdown or -f html.")

  /// The program gave up.
  static func wordFailed(_ reason: String) -> LocalizedText {
    LocalizedText(zh: "Word 文件没有生成（pandoc：\(reason)）。", en: "The Word file was not made (pandoc: \(reason)).")
  }
}
