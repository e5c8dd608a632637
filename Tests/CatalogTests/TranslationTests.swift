import Testing

@testable import Catalog

/// Parts of a text by a property of `EnglishText`.
private func parts(_ text: String, _ read: (EnglishText) -> [Range<Int>]) -> [String] {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer { read(EnglishText($0)) }.map { String(decoding: bytes[$0], as: UTF8.self) }
}

@Test func whatIsLeftUntranslatedIsFound() {
  let samples: [(text: String, expected: [String])] = [
    ("Issue of a permit", []), ("Issue of 停留 证件, two copies", ["停留 证件"]), ("Form (申请表) and “提交”", []),
    ("the 《行政许可法》 (Licensing Law)", []), ("the 《行政许可法》, Article 2", []), ("the 《行政许可法》 and 护照", ["行政许可法", "护照"]),
    ("请到 3 号窗口。", ["请到 3 号窗口"]), ("[中文] 「提交」 【一】", []), ("broken (申请表", []), ("closed) 申请表", ["申请表"]),
    ("shen qing biao", ["shen qing biao"]), ("Heping Lu", []), ("you can use it", []),
    ("Zhong guo ren", ["Zhong guo ren"]),
    ("a b c", []), ("ü 护", ["护"]), ("", []),
  ]
  for (text, expected) in samples { #expect(parts(text) { $0.untranslated } == expected, "\(text)") }
}

@Test func fullWidthMarksBesideChineseAreNone() {
  let samples: [(text: String, expected: [String])] = [
    ("Passport（original）", ["（", "）"]), ("Form (申请表，一。)", []), ("a，， b", ["，，"]), ("１２ days", ["１２"]),
    ("《法》。", []), ("plain, text.", []), ("：申请表", []),
  ]
  for (text, expected) in samples { #expect(parts(text) { $0.fullWidthMarks } == expected, "\(text)") }
}

@Test func phrasesAreToldFromCodes() {
  func isPhrase(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer { EnglishText($0).isPhrase } }
  #expect(isPhrase("a valid passport"))
  #expect(!isPhrase("A12"))
  #expect(!isPhrase("WeChat"))
  #expect(!isPhrase("valid 护照 here"))
}

/// The differences of two pages as text.
private func differences(_ chinese: String, _ english: String) -> [String] {
  let (zh, en) = (Array(chinese.utf8), Array(english.utf8))
  let found = zh.withUnsafeBufferPointer { left in
    en.withUnsafeBufferPointer { right in GuidePage.differences(chinese: GuidePage(left), english: GuidePage(right)) }
  }
  return found.map { difference in
    let headings = [(zh, difference.chinese), (en, difference.english)].map { bytes, range in
      String(decoding: bytes[range ?? 0..<0], as: UTF8.self)
    }
    return "\(difference.isOfSections ? "sections" : "items") \(headings[0])/\(headings[1]) "
      + "\(difference.chineseCount)/\(difference.englishCount)"
  }
}

@Test func pagesAreComparedByOutline() {
  #expect(differences("# 一\n- a\n- b\n", "# One\n1. a\n2) b") == [])
  #expect(differences("# 一\n- a\n- b\n# 二", "# One\n- a\n# Two") == ["items 一/One 2/1"])
  #expect(differences("# 一\n## 二 ##\n", "# One\n") == ["sections 二/One 2/1"])
  #expect(differences("# 一\n# 二", "# One\r\n## Two\r\n") == ["sections 二/Two 2/2"])
  #expect(differences("| a | b |\n|---|:-:|\n| 1 | 2 |\n", "- 1\n") == [])
  #expect(differences("|---|\n", "") == [])
  #expect(differences("```\n# 注释\n- a\n```\n#标签\n####### 七", "text 1.5 # no - item\n**bold**") == [])
  #expect(differences("- a", "") == ["items / 1/0"])
  #expect(differences("", "") == [])
}
