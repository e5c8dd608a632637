package import Diagnostics

/// What the workspace says to people.
package enum Messages {
  /// A path that cannot be read, with what to do about it.
  package static func cannotRead(_ failure: FileFailure) -> LocalizedText {
    let path = failure.path
    switch failure.reason {
    case .missing:
      return LocalizedText(
        zh: "找不到“\(path)”。请检查路径是否写对。", en: "“\(path)” does not exist. Check the path.")
    case .danglingLink:
      return LocalizedText(
        zh: "“\(path)”是一个链接，但它指向的文件已不存在。", en: "“\(path)” is a link whose target does not exist.")
    case .linkLoop:
      return LocalizedText(
        zh: "“\(path)”的链接互相指向，无法打开。", en: "“\(path)” is a link that leads back to itself.")
    case .denied:
      return LocalizedText(zh: "没有权限读取“\(path)”。", en: "There is no permission to read “\(path)”.")
    case .notRegular:
      return LocalizedText(
        zh: "“\(path)”既不是文件也不是文件夹，不能检查。", en: "“\(path)” is neither a file nor a folder.")
    case .system(let reason):
      return LocalizedText(zh: "无法读取“\(path)”：\(reason)。", en: "Cannot read “\(path)”: \(reason).")
    }
  }

  /// An output file that cannot be written.
  package static func cannotWrite(_ path: String, _ reason: FileFailure.Reason) -> LocalizedText {
    switch reason {
    case .missing:
      LocalizedText(zh: "无法写入“\(path)”：所在文件夹不存在。", en: "Cannot write “\(path)”: its folder does not exist.")
    case .denied:
      LocalizedText(zh: "没有权限写入“\(path)”。", en: "There is no permission to write “\(path)”.")
    case .system(let words):
      LocalizedText(zh: "无法写入“\(path)”：\(words)。", en: "Cannot write “\(path)”: \(words).")
    case .danglingLink, .linkLoop, .notRegular:
      LocalizedText(zh: "“\(path)”不是普通文件，不能写入。", en: "“\(path)” is no regular file and cannot be written.")
    }
  }

  /// An output that would overwrite a document.
  package static func outputWouldReplaceInput(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "输出文件“\(path)”是本次检查的输入，或是 YAML 文件（文档、配置），为免覆盖，没有写入；请换一个文件名。",
      en:
        "The output “\(path)” is an input of this run or a YAML file (document, configuration), so nothing was written; choose another name."
    )
  }

  /// A folder without YAML files.
  package static func nothingMatched(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(path)”中没有可检查的 YAML 文件（.yaml、.yml）。",
      en: "There is no YAML file (.yaml, .yml) to check in “\(path)”.")
  }

  /// No configuration governs the files.
  package static var noConfiguration: LocalizedText {
    LocalizedText(
      zh: "提示：没有找到 guidelint.yaml，按推荐规则（standard/recommended）检查。",
      en: "note: no guidelint.yaml was found; the recommended rules (standard/recommended) are used.")
  }
}

extension Messages {
  /// A file that is too large to be read.
  static func fileTooLarge(_ size: Int, limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "文件有 \(size >> 20) MB，超过 \(limit >> 20) MB 的上限，没有检查；请拆成较小的文件。",
      en: "The file has \(size >> 20) MB, over the bound of \(limit >> 20) MB, and was not checked; split it.")
  }
}

extension Messages {
  /// A name that is no rule id.
  static func badRuleName(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "规则文件名应为小写字母、数字和连字符，并以 .yaml 结尾，如 ./rules/materials/my-rule.yaml；现为“\(path)”。",
      en:
        "A rule file is named in lower-case letters, digits and hyphens and ends in .yaml, such as ./rules/materials/my-rule.yaml; this is “\(path)”."
    )
  }

  /// A file that must not be replaced.
  static func exists(_ path: String) -> LocalizedText {
    LocalizedText(zh: "“\(path)”已存在，没有改动。", en: "“\(path)” exists already; nothing was changed.")
  }

  /// A new rule file.
  static func ruleWritten(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "已新建 \(path)；修改后用 guidelint rule test <所在文件夹> 运行其示例。",
      en: "Wrote \(path). Edit it and run its examples with guidelint rule test FOLDER.")
  }

  /// A rule that no set has.
  package static func unknownRule(_ name: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "没有规则或规则包“\(name)”。" + (nearest.map { "是否指 \($0)？" } ?? "用 guidelint rule list 查看全部规则。"),
      en: "There is no rule or pack “\(name)”."
        + (nearest.map { " Did you mean \($0)?" } ?? " See guidelint rule list."))
  }
}
