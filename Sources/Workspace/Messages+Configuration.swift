internal import Diagnostics

extension Messages {
  /// An entry of `extends` that leads to neither a configuration nor a folder.
  static func extendsUnfit(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "extends 中的“\(name)”既不是 YAML 配置文件，也不是文件夹。",
      en: "“\(name)” in `extends` is neither a YAML file nor a folder.")
  }

  /// An entry of `extends` that cannot be read.
  static func extendsUnreadable(_ failure: FileFailure) -> LocalizedText {
    let reason = cannotRead(failure)
    return LocalizedText(
      zh: "extends 无法使用：\(reason.zh)路径相对于写明它的文件。",
      en: "`extends` cannot be used: \(reason.en) Paths are relative to the file that names them.")
  }

  /// Configurations that extend each other in a circle.
  static func extendsCircle(_ files: [String]) -> LocalizedText {
    LocalizedText(
      zh: "配置互相继承，形成循环：\(files.joined(separator: " → "))。",
      en: "Configurations extend each other in a circle: \(files.joined(separator: " → ")).")
  }

  /// Configurations that extend too many others.
  static func extendsTooDeep(_ name: String, deepest: Int, most: Int) -> LocalizedText {
    LocalizedText(
      zh: "“\(name)”没有读取：配置最多继承 \(deepest) 层、共 \(most) 个文件。",
      en: "“\(name)” was not read: configurations extend each other at most \(deepest) deep, \(most) files in all.")
  }

  /// An entry of `extends` outside the repository.
  static func extendsOutside(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(name)”在仓库之外，其他电脑和持续集成环境中不一定有；建议放入仓库或以子模块引入。",
      en: "“\(name)” lies outside the repository, so another clone or CI may not have it; "
        + "keep it in the repository or add it as a submodule.")
  }

  /// A configuration for other versions of the tool.
  static func versionRefused(_ text: String, actual: String) -> LocalizedText {
    LocalizedText(
      zh: "本配置要求 guidelint \(text)，当前版本为 \(actual)，没有检查；请安装符合要求的版本。",
      en: "This configuration asks for guidelint \(text), and this is \(actual), so nothing was checked; "
        + "install a version that fits.")
  }

  /// A `required-version` that says nothing.
  static func versionUnreadable(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "required-version 应为以逗号分隔的条件（>=、>、<=、<、=），如 \">=0.1, <1\"；现为“\(text)”。",
      en: "`required-version` is made of conditions (>=, >, <=, <, =) parted by commas, such as \">=0.1, <1\"; "
        + "this is “\(text)”.")
  }
}

extension Messages {
  /// A name that is no document's.
  static func badDocumentName(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "文件名就是编号，应为小写字母、数字和连字符，并以 .yaml 结尾，如 items/water-supply.yaml；现为“\(path)”。",
      en: "The file's name is the id: lower-case letters, digits and hyphens, then .yaml, such as "
        + "items/water-supply.yaml; this is “\(path)”.")
  }

  /// A new document.
  static func documentWritten(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "已新建 \(path)；填好〔〕处后，用 guidelint lint \(path) 检查。",
      en: "Wrote \(path). Fill in what stands between 〔 and 〕, then run guidelint lint \(path).")
  }
}
