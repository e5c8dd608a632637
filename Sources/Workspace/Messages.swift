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

  /// A file that is no longer what was judged.
  static func changedMeanwhile(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(path)”在检查期间被改动，没有写入；请重新运行 guidelint fix。",
      en: "“\(path)” was changed by somebody else meanwhile, so it was not written; run guidelint fix again.")
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
  /// A version to compare with that is a single file.
  static func againstNoFolder(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "--against 应为存放旧版目录的文件夹，“\(path)”不是文件夹。",
      en: "--against takes a folder that holds an older catalog; “\(path)” is no folder.")
  }

  /// A configuration of the version compared with whose selection of files cannot be read.
  static func againstConfiguration(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "对照版本的配置“\(path)”无法读取，不知道对照哪些文件。",
      en: "The configuration “\(path)” of the version compared with cannot be read, so its files are not known.")
  }

  /// A catalog that is compared with itself.
  static func againstItself(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：--against 就是被检查的文件夹“\(path)”，两个版本相同，不会有变化。",
      en: "note: --against is the folder that is checked, “\(path)”; the two versions are the same.")
  }

  /// Files of the version compared with in which some documents could not be read.
  static func againstUnreadable(_ paths: [String]) -> LocalizedText {
    let shown = quoted(paths)
    return LocalizedText(
      zh: "提示：对照版本有 \(paths.count) 个文件不能完整读取：\(shown.zh)。读不出的文档没有对照，"
        + "其删除和改动都没有检查。",
      en: "note: \(paths.count == 1 ? "a file" : "\(paths.count) files") of the version compared with cannot be read "
        + "whole: \(shown.en). Documents that cannot be read there were not compared: neither their removal nor "
        + "their changes were judged.")
  }

  /// A catalog whose earlier state is not found.
  /// - Parameters:
  ///   - path: where it stands below the topmost configured folder; empty for that folder itself.
  ///   - folders: the folders that hold catalogs in the version compared with.
  static func againstNoCatalog(_ catalog: String, at path: String, in base: String, folders: [String])
    -> LocalizedText
  {
    let known = quoted(folders)
    let remedy =
      path.isEmpty
      ? LocalizedText(
        zh: "请让 --against 直接指向它的旧版所在的文件夹。", en: "Pass the folder of its earlier version to --against.")
      : LocalizedText(
        zh: "请让 --against 指向其中“\(path)”是它的旧版的文件夹，或路径以“\(path)”结尾的旧版文件夹本身。",
        en: "Pass a folder to --against that holds its earlier version at “\(path)”, or that folder itself.")
    return LocalizedText(
      zh: "对照版本“\(base)”中没有与“\(catalog)”位置相同的目录，无法对照。其中有目录的文件夹：\(known.zh)。" + remedy.zh,
      en: "No catalog in “\(base)” stands where “\(catalog)” does, so it was not compared. Folders there that hold "
        + "catalogs: \(known.en). " + remedy.en)
  }

  /// A catalog that has several possible earlier states.
  static func againstSeveralCatalogs(_ catalog: String, in base: String, folders: [String]) -> LocalizedText {
    let known = quoted(folders)
    return LocalizedText(
      zh: "对照版本“\(base)”中有 \(folders.count) 个目录可能是“\(catalog)”的旧版，没有对照：\(known.zh)。"
        + "请单独检查“\(catalog)”，并让 --against 指向其中一个。",
      en: "\(folders.count) catalogs in “\(base)” may be the earlier version of “\(catalog)”, so it was not compared: "
        + "\(known.en). Lint “\(catalog)” alone and pass one of them to --against.")
  }

  /// Catalogs of the version compared with that are gone as a whole.
  static func againstGone(_ folders: [String]) -> LocalizedText {
    let known = quoted(folders)
    return LocalizedText(
      zh: "提示：对照版本的 \(folders.count) 个目录在新版中没有了：\(known.zh)。其中文档的删除没有检查。",
      en: "note: \(folders.count == 1 ? "a catalog" : "\(folders.count) catalogs") of the version compared with "
        + "\(folders.count == 1 ? "is" : "are") gone: \(known.en). The removal of documents there was not judged.")
  }

  /// The first paths of a list, quoted, and how many more there are.
  static func quoted(_ paths: [String]) -> LocalizedText {
    let shown = paths.prefix(5).map { "“\($0)”" }
    let rest = paths.count - shown.count
    return LocalizedText(
      zh: shown.joined(separator: "、") + (rest > 0 ? "等 \(paths.count) 个" : ""),
      en: shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
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

  /// The pages of rules.
  package static func pagesWritten(_ count: Int, to folder: String) -> LocalizedText {
    LocalizedText(zh: "已在 \(folder) 写好 \(count) 页。", en: "\(folder) now holds \(count) pages.")
  }

  /// A page that belongs to no rule, such as one that was renamed.
  package static func strangePage(_ name: String, in folder: String) -> LocalizedText {
    LocalizedText(
      zh: "\(folder)/\(name) 不属于任何规则；规则改名或删除后，请删去这一页。",
      en: "\(folder)/\(name) belongs to no rule; delete it if its rule was renamed or removed.")
  }

  /// A rule that no set has.
  package static func unknownRule(_ name: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "没有规则或规则包“\(name)”。" + (nearest.map { "是否指 \($0)？" } ?? "用 guidelint rule list 查看全部规则。"),
      en: "There is no rule or pack “\(name)”."
        + (nearest.map { " Did you mean \($0)?" } ?? " See guidelint rule list."))
  }
}

extension Messages {
  /// One baseline for several catalogs, in which ids may mean different documents.
  static func baselineOfSeveral(_ path: String, catalogs: Int) -> LocalizedText {
    LocalizedText(
      zh: "--baseline “\(path)”只能用于一个目录，本次涉及 \(catalogs) 个；请分别检查，或者不写 --baseline，使用各目录自己的 "
        + "guidelint-baseline.jsonl。",
      en:
        "--baseline “\(path)” is for one catalog, and this run has \(catalogs): lint them one by one, or leave the flag "
        + "out so that each uses its own guidelint-baseline.jsonl.")
  }

  /// Lines of a baseline without a fault.
  static func baselineStale(_ count: Int, in path: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：基线“\(path)”中有 \(count) 行对应的问题已不存在，可用 guidelint baseline prune 删去。",
      en: "note: \(count) \(count == 1 ? "line" : "lines") of the baseline “\(path)” \(count == 1 ? "has" : "have") "
        + "no fault any more; guidelint baseline prune drops \(count == 1 ? "it" : "them").")
  }
}

extension Messages {
  /// A run that is not complete, which no baseline rests on.
  package static var baselineNotTouched: LocalizedText {
    LocalizedText(
      zh: "检查未能完整进行，基线没有改动（退出码 2）。",
      en: "The run is not complete, so the baseline was left as it is (exit 2).")
  }

  /// A baseline that was written.
  package static func baselineUpdated(_ result: BaselineUpdate.Result) -> LocalizedText {
    LocalizedText(
      zh: "\(result.path)：\(result.count) 行（新增 \(result.added)，删去 \(result.dropped)）。",
      en: "\(result.path): \(result.count) \(result.count == 1 ? "line" : "lines") (\(result.added) added, "
        + "\(result.dropped) dropped).")
  }

  /// A baseline that is not there.
  package static func baselineMissing(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：没有基线“\(path)”，可用 guidelint baseline write 建立。",
      en: "note: there is no baseline “\(path)”; guidelint baseline write makes one.")
  }

  /// Faults that a baseline does not take.
  package static func baselineRefused(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "提示：\(count) 个问题没有记入：其规则已锁定，或者豁免已到期，须改正或重新批准。",
      en:
        "note: \(count) \(count == 1 ? "fault was" : "faults were") left out: the rule is locked, or the waiver is over. "
        + "Mend them or renew the waiver.")
  }

  /// What a comparison comes to.
  package static func baselineCompared(new: Int, known: Int, stale: Int) -> LocalizedText {
    LocalizedText(
      zh: "新问题 \(new) 个，基线已有 \(known) 个，过时 \(stale) 行。",
      en: "\(new) new, \(known) in the baseline, \(stale) stale.")
  }
}
