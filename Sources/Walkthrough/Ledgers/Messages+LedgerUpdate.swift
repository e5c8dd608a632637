import Diagnostics

/// What an update writes into a ledger.
extension Messages {
  /// Who found what the linter says.
  static let linter = LocalizedText(zh: "guidelint 检查", en: "guidelint lint")
  /// First event of a row of the linter.
  static let lintFinds = LocalizedText(zh: "检查发现", en: "found by the linter")
  /// Event of a row whose finding is gone.
  static let lintPasses = LocalizedText(zh: "检查已不再报出，待复核", en: "no longer reported; to be reviewed")

  /// Event of a row whose finding came back.
  static func failsAgain(_ rule: String) -> LocalizedText {
    LocalizedText(zh: "检查仍报出该问题（\(rule)）", en: "the linter still reports it (\(rule))")
  }

  /// Event of a row whose wrong value became another wrong value.
  static func readsNow(_ message: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "内容有改动，仍有问题：\(message.zh)", en: "changed, and still wrong: \(message.en)")
  }

  /// The proof that a finding is gone.
  static func lintProof(_ rule: String, on day: String, _ file: String, digest: String) -> LocalizedText {
    LocalizedText(
      zh: "\(day) 检查：规则 \(rule) 已通过；文件 \(file)，摘要 \(digest)",
      en: "lint of \(day): rule \(rule) no longer fails; file \(file), digest \(digest)")
  }

  /// Where a finding of the linter is.
  static func guideFile(_ file: String) -> LocalizedText {
    LocalizedText(zh: "办事指南 \(file)", en: "guide \(file)")
  }

  /// First event of a row of a walk.
  static func walkFinds(_ walk: String) -> LocalizedText {
    LocalizedText(zh: "走流程 \(walk) 发现", en: "found by walk \(walk)")
  }

  /// Event of a row whose problem a later walk did not meet.
  static func walkFindsGood(_ walk: String) -> LocalizedText {
    LocalizedText(zh: "走流程 \(walk) 未再发现，待复核", en: "walk \(walk) finds it in order; to be reviewed")
  }

  /// Event of a row whose problem a later walk met again.
  static func walkFindsAgain(_ walk: String) -> LocalizedText {
    LocalizedText(zh: "走流程 \(walk) 再次发现", en: "found again by walk \(walk)")
  }

  /// The proof that a walk gives.
  static func walkProof(_ walk: String, on day: String) -> LocalizedText {
    LocalizedText(zh: "\(day) 走流程 \(walk)：与指南一致，没有问题", en: "walk \(walk) of \(day): as the guide says, no problem")
  }

  /// Where a walk was made; nil where it does not say.
  static func walkPlace(channel: String?, _ place: String?) -> LocalizedText? {
    let channel = channel.map(channelName)
    switch (channel, place) {
    case (nil, nil): return nil
    case (let channel?, nil): return channel
    case (nil, let place?): return LocalizedText(zh: place, en: place)
    case (let channel?, let place?):
      return LocalizedText(zh: "\(channel.zh)：\(place)", en: "\(channel.en): \(place)")
    }
  }

  /// What a type of channel is called.
  static func channelName(_ token: String) -> LocalizedText {
    switch token {
    case "window": LocalizedText(zh: "窗口", en: "window")
    case "pc": LocalizedText(zh: "电脑端", en: "website")
    case "app": LocalizedText(zh: "手机应用", en: "app")
    case "mini-program": LocalizedText(zh: "小程序", en: "mini program")
    case "kiosk": LocalizedText(zh: "自助终端", en: "kiosk")
    case "mail": LocalizedText(zh: "邮寄", en: "mail")
    case "home": LocalizedText(zh: "上门", en: "at home")
    case "video": LocalizedText(zh: "视频", en: "video")
    case "hotline": LocalizedText(zh: "热线", en: "hotline")
    default: LocalizedText(zh: token, en: token)
    }
  }

  /// A line of the guide that reality does not bear out.
  static func differs(_ about: String, written: String?, found: String?, note: String?) -> LocalizedText {
    var zh = about + "："
    var en = about + ": "
    switch (written, found) {
    case (let written?, let found?):
      zh += "指南写“\(written)”，现场为“\(found)”"
      en += "the guide says “\(written)”, in practice “\(found)”"
    case (let written?, nil):
      zh += "与指南所写“\(written)”不一致"
      en += "not as the guide says, “\(written)”"
    case (nil, let found?):
      zh += "与指南不一致，现场为“\(found)”"
      en += "not as the guide says, in practice “\(found)”"
    case (nil, nil):
      zh += "现场与指南不一致"
      en += "not as the guide says"
    }
    return noted(LocalizedText(zh: zh, en: en), note)
  }

  /// A paper that is in no guide.
  static func asksForMore(_ name: String, note: String?) -> LocalizedText {
    noted(
      LocalizedText(zh: "在指南之外另要材料“\(name)”", en: "“\(name)” is asked for, which is not in the guide"), note)
  }

  /// A question that the reviewer answers badly.
  static func answeredBadly(_ ask: String, note: String?) -> LocalizedText {
    noted(LocalizedText(zh: ask, en: ask), note)
  }

  /// 办不了
  static func cannot(_ text: String) -> LocalizedText {
    LocalizedText(zh: "办不了：\(text)", en: "cannot be done: \(text)")
  }
  /// 很难办
  static func hard(_ text: String) -> LocalizedText { LocalizedText(zh: "很难办：\(text)", en: "hard to do: \(text)") }
  /// 不给办
  static func refused(_ text: String) -> LocalizedText { LocalizedText(zh: "不给办：\(text)", en: "refused: \(text)") }

  /// Where the photographs are.
  static func evidence(_ files: [String]) -> LocalizedText {
    LocalizedText(
      zh: "现场佐证：\(files.joined(separator: "、"))", en: "evidence of the walk: \(files.joined(separator: ", "))")
  }

  private static func noted(_ text: LocalizedText, _ note: String?) -> LocalizedText {
    guard let note, !note.isEmpty else { return text }
    return LocalizedText(zh: "\(text.zh)（\(note)）", en: "\(text.en) (\(note))")
  }
}
