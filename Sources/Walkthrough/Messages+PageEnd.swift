internal import Diagnostics

/// What the end of a checklist's page says, and what its script says when the time comes.
extension Messages.Page {
  /// 走后
  static let after = LocalizedText(zh: "走后 · 打分和建议", en: "After · scores and suggestions")
  /// How to score.
  static let afterHint = LocalizedText(zh: "1 最差，5 最好", en: "1 is worst, 5 is best")
  /// How it ended.
  static let outcome = LocalizedText(zh: "办成了没有", en: "Was it done?")
  /// The three ends.
  static let outcomes: [(value: StaticString, label: LocalizedText)] = [
    ("done", LocalizedText(zh: "办成", en: "Done")), ("partly", LocalizedText(zh: "部分办成", en: "Partly")),
    ("not-done", LocalizedText(zh: "没办成", en: "Not done")),
  ]
  /// The three prompts.
  static let obstacles: [(StaticString, LocalizedText)] = [
    ("obstacles.cannot", LocalizedText(zh: "哪个环节办不了", en: "Where it cannot be done")),
    ("obstacles.hard", LocalizedText(zh: "什么地方很难办", en: "Where it is hard")),
    ("obstacles.refused", LocalizedText(zh: "因为什么不给办", en: "Why it is refused")),
  ]
  /// Field.
  static let suggestion = LocalizedText(zh: "建议（至少一条）", en: "Suggestion (one at least)")
  /// Button.
  static let addSuggestion = LocalizedText(zh: "再加一条", en: "Add another")
  /// Field.
  static let conclusion = LocalizedText(zh: "一句话结论", en: "Conclusion in one sentence")
  /// Photographs of the walk as a whole.
  static let evidence = LocalizedText(zh: "其他照片", en: "Other photographs")

  /// Heading of the way out.
  static let finish = LocalizedText(zh: "交记录", en: "Hand it in")
  /// What the ways are.
  static let finishHint = LocalizedText(
    zh: "“保存记录”得到一个文件，文字和照片都在里面，交给汇总的人即可。不能下载时，用“复制为文字”（不含照片）发送；"
      + "“保存填好的页面”得到一份可以再打开、再修改的页面。不要写群众的姓名、证件号码和电话。",
    en:
      "“Save record” gives one file with all text and photographs: hand it to whoever collects them. Where nothing can be "
      + "downloaded, send the text (without photographs) by “Copy as text”. “Save filled page” gives a page that can be "
      + "opened and changed again. Leave out names, identity numbers and phones of applicants.")
  /// Button.
  static let saveRecord = LocalizedText(zh: "保存记录", en: "Save record")
  /// Button.
  static let copyText = LocalizedText(zh: "复制为文字", en: "Copy as text")
  /// Button.
  static let savePage = LocalizedText(zh: "保存填好的页面", en: "Save filled page")
  /// Button.
  static let printPage = LocalizedText(zh: "打印", en: "Print")
  /// Button.
  static let clear = LocalizedText(zh: "清空重填", en: "Clear")
  /// Button.
  static let backToList = LocalizedText(zh: "全部检查单", en: "All checklists")
  /// Label of the text that is copied.
  static let textToCopy = LocalizedText(zh: "记录的文字", en: "The record as text")

  /// What the script shows, by the names it has there.
  static let scriptWords: [(StaticString, LocalizedText)] = [
    (
      "canBoth",
      LocalizedText(
        zh: "可以填写：内容暂存在本机的浏览器里，不上传；填完请保存记录。",
        en: "Ready: what you fill in is kept in this browser and sent nowhere. Save the record when you are done.")
    ),
    (
      "cannotKeep",
      LocalizedText(
        zh: "注意：这里不能暂存，关掉页面内容就没有了。请一次填完，离开前保存记录。",
        en:
          "Beware: nothing is kept here when the page is closed. Fill it in at one go and save the record before you leave."
      )
    ),
    (
      "cannotSave",
      LocalizedText(
        zh: "注意：这里不能下载文件。请点右上角的“…”，选“在浏览器打开”；不行就填完后用“复制为文字”发送。",
        en:
          "Beware: files cannot be downloaded here. Choose “open in browser” from the menu, or send the text by “Copy as "
          + "text” when you are done.")
    ),
    ("done", LocalizedText(zh: "已填 {n} / {all}", en: "{n} of {all} filled in")),
    ("openRow", LocalizedText(zh: "记一笔", en: "Note")),
    ("kept", LocalizedText(zh: "已暂存 {time}", en: "kept {time}")),
    (
      "lost",
      LocalizedText(zh: "没有存下！请马上保存记录", en: "Not kept! Save the record now")
    ),
    ("saved", LocalizedText(zh: "已交给浏览器下载：{name}", en: "Handed to the browser: {name}")),
    ("copied", LocalizedText(zh: "已复制，可以粘贴发送。", en: "Copied; paste it into a message.")),
    (
      "copyByHand",
      LocalizedText(zh: "请长按下面的文字，全选后复制。", en: "Select all of the text below and copy it.")
    ),
    (
      "clearSure",
      LocalizedText(zh: "清空这份检查单里填的全部内容？", en: "Clear everything that was filled in on this checklist?")
    ),
    ("caption", LocalizedText(zh: "照片说明", en: "What it shows")),
    ("removePhoto", LocalizedText(zh: "删除照片", en: "Remove")),
    (
      "photoBad",
      LocalizedText(zh: "这张图片打不开，请换一张（JPEG 或 PNG）。", en: "This picture cannot be read; take JPEG or PNG.")
    ),
    (
      "photoFull",
      LocalizedText(zh: "照片太多了，记录放不下；请先删几张。", en: "The record holds no more photographs; remove some first.")
    ),
    ("timeBad", LocalizedText(zh: "时间请写成 09:05", en: "Write the time as 09:05")),
    ("noPhotos", LocalizedText(zh: "照片 {n} 张，未含在文字里", en: "{n} photographs, not in this text")),
  ]
}
