import Foundation

/// Small documents in which « and » stand around what must be underlined; the marks are taken out before a document is
/// written.
///
/// What is underlined: each 【…】 in a text, a material whose name begins with 整, a number of visits over one, the key
/// `timeLimit`, and a step that is called 查.
enum RangeCorpus {
  /// One document.
  struct Case {
    /// What is special about it.
    let name: String
    /// Its text with the marks, as it is written to the file.
    let marked: String

    /// A document below kind and id, its lines ended as asked.
    init(_ name: String, _ body: String, lineEnd: String = "\n", mark: String = "") {
      self.name = name
      let text = "kind: ServiceItem\nid: case-\(name)\n" + body
      marked = mark + (lineEnd == "\n" ? text : text.replacing("\n", with: lineEnd))
    }

    /// A document whose whole text is given.
    init(_ name: String, whole: String) {
      self.name = name
      marked = whole
    }

    /// The bytes of the file.
    var bytes: [UInt8] { Array(marked.replacing("«", with: "").replacing("»", with: "").utf8) }

    /// The marked ranges in bytes of the file.
    var ranges: Set<Range<Int>> {
      var ranges: Set<Range<Int>> = []
      var offset = 0
      var start = 0
      for scalar in marked.unicodeScalars {
        switch scalar {
        case "«": start = offset
        case "»": ranges.insert(start..<offset)
        default: offset += String(scalar).utf8.count
        }
      }
      return ranges
    }
  }

  /// The rules by which the marked places are found.
  static let rules = [
    "mark-part": "select: $..zh\nfind: '【[^】]*】'",
    "mark-whole": "select: $.materials[*].name.zh\nrequire: '!this.startsWith(\"整\")'",
    "mark-number": "select: $.visits\nrequire: this <= 1",
    "mark-key": "select: $.timeLimit\nrequire: 'false'",
    "mark-element": "select: $.steps[*]\nrequire: this.name.zh != '查'",
  ]

  static let cases = plain + quoted + folded + blocks + lineEnds + characters + structure

  private static let plain = [
    Case("first", "name: «【甲】»登记\n"), Case("last", "name: 登记«【甲】»\n"), Case("middle", "name: 登«【甲】»记\n"),
    Case("twice", "name: «【甲】»和«【乙】»\n"), Case("number", "visits: «2»\n"), Case("comment", "visits: «12»   # 注释\n"),
    Case("latin", "name: abc «【x】» def\n"), Case("whole", "materials:\n  - name: «整份材料»\n"),
    Case("key", "«timeLimit»: {promised: 3 工作日}\n"), Case("element", "steps:\n  - «name: 查»\n    id: a\n"),
    Case("adjacent", "name: «【甲】»«【乙】»\n"), Case("empty-part", "name: 登«【】»记\n"),
    Case("hash", "name: a#b«【#】»\n"), Case("colon", "name: a:b«【c:d】»\n"),
  ]

  private static let quoted = [
    Case("single", "name: '登«【甲】»记'\n"), Case("double", "name: \"登«【甲】»记\"\n"),
    Case("whole-single", "materials:\n  - name: «'整份'»\n"), Case("whole-double", "materials:\n  - name: «\"整份\"»\n"),
    Case("doubled-quote-before", "name: 'it''s «【甲】»'\n"), Case("doubled-quote-inside", "name: '«【it''s】»'\n"),
    Case("escaped-quote", "name: \"a\\\"b «【甲】»\"\n"), Case("escape-inside", "name: \"«【\\u7532】»\"\n"),
    Case("escaped-brackets", "name: \"«\\u3010甲\\u3011»\"\n"),
    Case("long-escape-before", "name: \"\\U0001F600«【甲】»\"\n"),
    Case("long-escape-inside", "name: \"«【\\U0001F600】»\"\n"), Case("hex-escapes", "name: \"\\x41«【\\x42】»\"\n"),
    Case("line-escape", "name: \"«【a\\nb】»\"\n"), Case("tabs-in-quotes", "name: \"a\t\\t«【\t】»\"\n"),
    Case("escaped-break", "name: \"登\\\n  «【甲】»记\"\n"), Case("backslash", "name: \"\\\\«【\\\\】»\"\n"),
    Case("whole-escaped", "materials:\n  - name: «\"\\u6574份\"»\n"),
  ]

  private static let folded = [
    Case("plain-second-line", "name: 登记\n  «【甲】»后面\n"), Case("plain-across", "name: 登«【甲\n  乙】»后\n"),
    Case("double-across", "name: \"登«【甲\n  乙】»后\"\n"), Case("single-across", "name: '登«【甲\n  乙】»后'\n"),
    Case("empty-line-inside", "name: \"登«【甲\n\n  乙】»后\"\n"),
    Case("whole-plain-lines", "materials:\n  - name: «整份\n      材料»\n"),
  ]

  private static let blocks = [
    Case("literal", "name: |\n  第一行\n  «【甲】»行\n"), Case("literal-across", "name: |\n  «【甲\n  乙】»行\nvisits: 1\n"),
    Case("folded-across", "name: >\n  «【甲\n  乙】»行\nvisits: 1\n"),
    Case("whole-literal", "materials:\n  - name: «|-\n      整份\n      材料»\n    copies: 1\n"),
    Case("whole-folded", "materials:\n  - name: «>-\n      整份\n      材料»\n"),
    Case("whole-kept", "materials:\n  - name: «|+\n      整份»\n\n\nvisits: 1\n"),
    Case("indicator", "name: |2\n    缩«【甲】»\n"), Case("more-indented", "name: >\n  一\n    二«【甲】»\n  三\n"),
    Case("block-at-end", "name: |\n  第一行\n  第二«【甲】»"), Case("block-tab", "name: |\n  a\tb«【\t】»\n"),
    Case("block-empty-line", "name: |\n  一\n\n  «【甲\n\n  乙】»\n"),
  ]

  private static let lineEnds = [
    Case("crlf", "name: 登«【甲】»记\nvisits: «2»\n", lineEnd: "\r\n"),
    Case("crlf-across", "name: \"登«【甲\n  乙】»后\"\n", lineEnd: "\r\n"),
    Case("crlf-block", "name: |\n  «【甲\n  乙】»行\nvisits: «3»\n", lineEnd: "\r\n"),
    Case("crlf-whole-block", "materials:\n  - name: «|\n      整份\n      材料»\n    copies: 1\n", lineEnd: "\r\n"),
    Case("cr", "name: 登«【甲】»记\nvisits: «2»\n", lineEnd: "\r"),
    Case("bom-first-line", whole: "\u{FEFF}{kind: ServiceItem, id: case-bom-first-line, name: 登«【甲】», visits: «2»}\n"),
    Case("bom", "name: 登«【甲】»记\n", mark: "\u{FEFF}"),
    Case("bom-crlf", "visits: «2»\n", lineEnd: "\r\n", mark: "\u{FEFF}"),
    Case("no-last-break", "visits: «2»"), Case("no-last-break-text", "name: 登«【甲】»"),
    Case("no-last-break-crlf", "name: 登\nvisits: «2»", lineEnd: "\r\n"),
    Case("empty-lines", "\n\n\nvisits: «2»\n\n\n"), Case("spaces-at-end", "name: 登«【甲】»   \nvisits: «2»  \n"),
  ]

  private static let characters = [
    Case("emoji-before", "name: 😀«【甲】»\n"), Case("emoji-inside", "name: «【😀】»后\n"),
    Case("joined-inside", "name: 前«【🧑‍⚖️】»后\n"), Case("joined-before", "name: 👨‍👩‍👧«【甲】»\n"),
    Case("combining-before", "name: e\u{301}o\u{308}«【甲】»\n"), Case("combining-inside", "name: «【e\u{301}】»x\n"),
    Case("supplementary", "name: 𠀀𰻝«【𠀀】»\n"), Case("full-width", "name: ＡＢ«【１】»\n"), Case("flag", "name: 🇨🇳«【甲】»\n"),
    Case("skin-tone", "name: 👍🏽«【👍🏽】»\n"), Case("emoji-in-comment", "# 😀\nvisits: «2» # 😀\n"),
    Case("emoji-key", "visits: «2»\nfees: []  # 👨‍👩‍👧\nname: 😀😀«【😀】»\n"), Case("tab-before-value", "visits:\t«2»\n"),
    Case("tab-before-comment", "visits: «2»\t\t# 说明\n"), Case("hangul", "name: 한글«【한】»\n"),
    Case("long-line", "name: \(String(repeating: "很长的名称", count: 40))«【甲】»\(String(repeating: "还有", count: 40))\n"),
  ]

  private static let structure = [
    Case("flow", "materials: [{name: «整一»}, {name: «整二»}]\n"), Case("flow-quoted", "conditions: [\"要«【a, b】»\", 二]\n"),
    Case("anchor-element", "materials: [&a {name: «整一»}, *a]\n"),
    Case("anchor-text", "name: &n 登«【甲】»\nconditions: [*n]\n"),
    Case("tag", "name: !!str 登«【甲】»\n"), Case("anchor-number", "visits: &v «2»\n"),
    Case("tag-quoted", "name: !!str &x '«【甲】»'\n"),
    Case("explicit-key", "? name\n: 登«【甲】»\n"), Case("languages", "name: {zh: 登«【甲】», en: 【not here】}\n"),
    Case("second-document", "visits: «2»\n---\nkind: ServiceItem\nid: case-second-too\nname: 登«【甲】»\n"),
    Case("document-end", "visits: «2»\n...\n"), Case("indented-list", "conditions:\n- 一\n-   «【甲】»\n-     二«【乙】»\n"),
    Case("key-crlf", "«timeLimit»:\n  promised: 3 工作日\n", lineEnd: "\r\n"),
    Case("element-flow", "steps: [«{name: 查, id: a}»]\n"),
  ]
}
