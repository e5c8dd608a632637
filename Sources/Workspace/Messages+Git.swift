internal import Diagnostics

extension Messages {
  /// Git cannot be called.
  static var gitMissing: LocalizedText {
    LocalizedText(
      zh: "找不到 git 程序。请安装 git，或用 --against 指向存放旧版目录的文件夹。",
      en: "The program git was not found. Install it, or pass the folder of an older catalog to --against.")
  }

  /// A folder outside every repository.
  static func noRepository(_ folder: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(folder)”不在 git 仓库中，没有版本可比。请在仓库里运行，或用 --against 指向存放旧版目录的文件夹。",
      en:
        "“\(folder)” is in no git repository, so there is no version to compare with. Run inside a repository, or pass "
        + "the folder of an older catalog to --against.")
  }

  /// A repository without a working tree.
  static func bareRepository(_ folder: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(folder)”是没有工作区的（bare）仓库。请在检出的工作区里运行。",
      en: "“\(folder)” is a bare repository. Run in a checked-out working tree.")
  }

  /// A repository that git refuses to read because of its owner.
  static func foreignRepository(_ folder: String) -> LocalizedText {
    LocalizedText(
      zh: "仓库“\(folder)”属于其他用户，git 拒绝读取。请运行：git config --global --add safe.directory \(folder)",
      en: "The repository “\(folder)” belongs to another user, and git refuses to read it. Run: "
        + "git config --global --add safe.directory \(folder)")
  }

  /// A text that git could take for something else.
  static func badRevisionName(_ name: String) -> LocalizedText {
    let shown = printable(name)
    return LocalizedText(
      zh: "“\(shown)”不是版本名。请写分支、标签或提交编号，如 main、v1.2、HEAD~1。",
      en: "“\(shown)” is no name of a revision. Write a branch, a tag or a commit, such as main, v1.2 or HEAD~1.")
  }

  /// A revision that the repository does not have.
  static func unknownRevision(_ name: String, isShallow: Bool) -> LocalizedText {
    let remedy = historyRemedy(isShallow)
    return LocalizedText(
      zh: "仓库中没有“\(name)”这个版本。"
        + (isShallow ? remedy.zh : "请检查分支、标签或提交编号是否写对（git branch -a、git tag 可列出）。"),
      en: "The repository has no revision “\(name)”. "
        + (isShallow ? remedy.en : "Check the branch, tag or commit (git branch -a and git tag list them)."))
  }

  /// Two revisions that share no commit.
  static func noMergeBase(_ name: String, isShallow: Bool) -> LocalizedText {
    let remedy = historyRemedy(isShallow)
    return LocalizedText(
      zh: "“\(name)”与 HEAD 没有共同的提交，“\(name)...”无从比起。" + (isShallow ? remedy.zh : "请直接写“\(name)”。"),
      en: "“\(name)” and HEAD have no commit in common, so “\(name)...” names none. "
        + (isShallow ? remedy.en : "Write “\(name)” alone."))
  }

  /// A repository in which nothing was committed yet.
  static func noCommit(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "仓库中还没有提交，没有“\(name)”这个版本。请先提交一次，或去掉这个选项检查全部文档。",
      en: "The repository has no commit yet, so there is no revision “\(name)”. Commit once, or leave the option out "
        + "to check every document.")
  }

  /// An index with conflicts.
  static func unmergedIndex(_ paths: [String]) -> LocalizedText {
    let shown = paths.prefix(3).map { "“\($0)”" }
    return LocalizedText(
      zh: "暂存区有 \(paths.count) 个文件存在合并冲突：\(shown.joined(separator: "、"))。请解决冲突并 git add 后再运行。",
      en: "\(paths.count == 1 ? "A file" : "\(paths.count) files") in the index \(paths.count == 1 ? "is" : "are") in "
        + "conflict: \(shown.joined(separator: ", ")). Resolve the conflict and git add, then run again.")
  }

  /// Git said more than is read.
  static func gitOutputTooLarge(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "git 的输出超过 \(limit >> 20) MB，没有读取。请只在存放目录的仓库里运行。",
      en: "Git's output is over \(limit >> 20) MB and was not read. Run in the repository of the catalog only.")
  }

  /// Any other failure, in git's words.
  static func gitFailed(_ words: String) -> LocalizedText {
    let shown = printable(String(words.split(separator: "\n").first ?? ""))
    return LocalizedText(zh: "git 运行失败：\(shown)", en: "Git failed: \(shown)")
  }

  /// A name that a branch and a tag have.
  static func ambiguousRevision(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：“\(name)”既是分支又是标签，git 取了标签。请写 heads/\(name) 或 tags/\(name)。",
      en: "note: “\(name)” is a branch and a tag, of which git took the tag. Write heads/\(name) or tags/\(name).")
  }

  /// A name that is a folder, and would be a revision too.
  static func againstFolderWins(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：“\(name)”既是文件夹又是 git 版本，按文件夹对照。要按版本对照，请写 heads/\(name)、tags/\(name) 或提交编号。",
      en: "note: “\(name)” is a folder and a revision; the folder is compared with. For the revision, write "
        + "heads/\(name), tags/\(name) or the commit.")
  }

  /// Neither a folder nor a revision.
  static func againstNothing(_ name: String, _ failure: LocalizedText) -> LocalizedText {
    let name = printable(name)
    return LocalizedText(
      zh: "--against 应为存放旧版目录的文件夹或 git 版本；没有“\(name)”这个文件夹，作为版本：\(failure.zh)",
      en: "--against takes a folder that holds an older catalog or a git revision. There is no folder “\(name)”; as a "
        + "revision: \(failure.en)")
  }

  /// A catalog that an earlier version does not have.
  static func newCatalog(_ catalog: String, in version: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：对照版本“\(version)”中没有目录“\(catalog)”，按新目录处理：其中文档都是新增的，没有改动可比。",
      en:
        "note: “\(version)” has no catalog “\(catalog)”, which counts as new: all of its documents are added, and there "
        + "is no change to judge.")
  }

  /// How much changed, and how much of the rest is not shown, for the last line.
  static func changed(_ change: ChangeSummary) -> LocalizedText {
    let documents = change.documents
    return LocalizedText(
      zh: "变更文档 \(documents.total) 个（新增 \(documents.added)，修改 \(documents.modified)，删除 \(documents.removed)），"
        + "未列出其余的 \(change.leftOut) 处；",
      en: "\(documents.total) document\(documents.total == 1 ? "" : "s") changed (\(documents.added) added, "
        + "\(documents.modified) modified, \(documents.removed) removed), \(change.leftOut) other "
        + "finding\(change.leftOut == 1 ? "" : "s") left out; ")
  }

  /// An index whose repository has no commit.
  static var stagedWithoutCommit: LocalizedText {
    LocalizedText(
      zh: "提示：仓库中还没有提交，暂存的文档都按新增处理。",
      en: "note: the repository has no commit yet; every staged document counts as added.")
  }

  /// What the catalog on the disk is called in a comparison.
  static func workingTree(_ folder: String) -> LocalizedText {
    folder == "."
      ? LocalizedText(zh: "工作区", en: "working tree")
      : LocalizedText(zh: "工作区 \(folder)", en: "working tree \(folder)")
  }

  /// An operand of a comparison that is neither a folder nor a revision.
  static func operandNothing(_ name: String, _ failure: LocalizedText) -> LocalizedText {
    let name = printable(name)
    return LocalizedText(
      zh: "“\(name)”既不是文件夹，也不是可用的 git 版本：\(failure.zh)",
      en: "“\(name)” is no folder, nor a git revision that can be used: \(failure.en)")
  }

  /// Files of a comparison in which some documents could not be read.
  static func comparedUnreadable(_ paths: [String]) -> LocalizedText {
    let shown = quoted(paths)
    return LocalizedText(
      zh: "\(paths.count) 个文件不能完整读取，其中读不出的文档没有比较：\(shown.zh)。请先用 guidelint lint 查看错误。",
      en:
        "\(paths.count == 1 ? "A file" : "\(paths.count) files") cannot be read whole, and what cannot be read was not "
        + "compared: \(shown.en). See its errors with guidelint lint.")
  }

  /// A document with more entries than are counted.
  static func tooMuchToCount(_ id: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(id)”的材料、环节、业务办理项过多，超过计数上限，没有比较；请拆成几个事项。",
      en: "“\(id)” has more materials, steps and variants than are counted, and was not compared; split it.")
  }

  /// How to get the history that a clone lacks.
  private static func historyRemedy(_ isShallow: Bool) -> LocalizedText {
    LocalizedText(
      zh: "这是浅克隆，历史不全。请先 git fetch --unshallow（CI 中把检出深度设为 0，如 fetch-depth: 0）。",
      en:
        "This clone is shallow and lacks history. Run git fetch --unshallow first (in CI, check out with depth 0, such "
        + "as fetch-depth: 0).")
  }

  /// A text on one line, without what would steer a terminal.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.prefix(200).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
