import Diagnostics

/// The sentences of this module, for editors who have never programmed.
enum Messages {
  // MARK: Files

  /// A file without a document.
  static let empty = LocalizedText(
    zh: "文件中没有任何内容：没有一个“字段: 值”。", en: "The file holds nothing: no \"field: value\" at all.")

  /// A file beyond the size limit.
  static func sizeLimit(_ size: Int, limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "文件有 \(size) 字节，超过上限 \(limit) 字节，未读取。请拆分成几个文件。",
      en: "The file has \(size) bytes, more than the limit of \(limit), and was not read. Split it into several files.")
  }

  /// UTF-16 or UTF-32.
  static let utf16 = LocalizedText(
    zh: "文件以 UTF-16（记事本里叫“Unicode”）保存，无法读取。请用编辑器“另存为”，编码选择 UTF-8。",
    en:
      "The file is saved as UTF-16 (\"Unicode\" in Notepad). Use \"Save as\" in your editor and choose the encoding UTF-8."
  )

  /// No text at all.
  static let binary = LocalizedText(
    zh: "这不是文本文件（可能是 Word、Excel、PDF 或压缩文件改了扩展名）。请把内容另存为 UTF-8 编码的纯文本。",
    en:
      "This is not a text file (perhaps a renamed Word, Excel, PDF or archive file). Save its content as plain UTF-8 text."
  )

  /// GB18030 or GBK.
  static let gb18030 = LocalizedText(
    zh: "文件以 GB18030（GBK、ANSI）编码保存，汉字无法读取。请用编辑器“另存为”，编码选择 UTF-8。",
    en:
      "The file is saved as GB18030 (GBK, \"ANSI\"), so its Chinese cannot be read. Use \"Save as\" in your editor and choose the encoding UTF-8."
  )

  /// Bytes that are no UTF-8.
  static func invalidUTF8(_ bytes: [UInt8]) -> LocalizedText {
    let shown = bytes.prefix(8).map { hex(UInt32($0), digits: 2) }.joined(separator: " ")
    return LocalizedText(
      zh: "这里有不属于 UTF-8 编码的字节（\(shown)）。请删去这个乱码后重新输入，并以 UTF-8 编码保存。",
      en:
        "There are bytes here that are not UTF-8 (\(shown)). Delete and retype the garbled character, and save the file as UTF-8."
    )
  }

  /// A character that YAML refuses.
  static func unprintable(_ text: String) -> LocalizedText {
    let code = "U+" + hex(text.unicodeScalars.first?.value ?? 0, digits: 4)
    return LocalizedText(
      zh: "这里有一个看不见的控制字符（\(code)），多半是从别处复制时带来的。请删去它。",
      en: "There is an invisible control character (\(code)) here, probably copied from elsewhere. Delete it.")
  }

  /// More diagnostics than are kept.
  static func omitted(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "此文件还有 \(count) 处问题未逐一列出；请先改正已列出的。",
      en: "\(count) more problems of this file are not listed one by one; mend the listed ones first.")
  }

  // MARK: Keys and aliases

  /// A key that is there already.
  static func duplicateKey(_ key: String) -> LocalizedText {
    LocalizedText(zh: "字段“\(short(key))”写了两次。", en: "The field \"\(short(key))\" is written twice.")
  }

  /// What to do about it.
  static let duplicateKeyRemedy = LocalizedText(
    zh: "只保留一处；检查时以前一处为准。", en: "Keep one of them; the first one is what counts.")

  /// Label of the first key.
  static let firstKeyHere = LocalizedText(zh: "第一次写在这里", en: "first written here")

  /// A key that is a list or mapping.
  static func complexKey(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "字段名必须是一个词，不能是列表或括号：“\(short(text))”。如果这是一段文字，请给它加上引号。",
      en: "A field name must be one word, not a list or brackets: \"\(short(text))\". If it is text, put it in quotes.")
  }

  /// `{{ … }}`.
  static let templateBraces = LocalizedText(
    zh: "以“{{”开头的值要加引号，例如 '{{ … }}'：花括号在 YAML 里有特殊含义。",
    en: "A value that begins with \"{{\" needs quotes, as in '{{ … }}': braces have a meaning of their own in YAML.")

  /// An alias without its anchor.
  static func unknownAlias(_ name: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "“*\(short(name))”引用了前面没有定义的“&\(short(name))”。"
        + (nearest.map { "是不是“*\($0)”？" } ?? "") + "如果星号是文字的一部分，请给整个值加上引号。",
      en: "\"*\(short(name))\" refers to \"&\(short(name))\", which is not defined above. "
        + (nearest.map { "Did you mean \"*\($0)\"? " } ?? "")
        + "If the asterisk belongs to the text, put the value in quotes.")
  }

  /// An alias inside what it stands for.
  static func recursiveAlias(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "“*\(short(name))”引用了包含它自己的内容，会无限循环。",
      en: "\"*\(short(name))\" refers to the very content that it stands in, without end.")
  }

  /// A tag that changes nothing.
  static func unknownTag(_ tag: String) -> LocalizedText {
    LocalizedText(
      zh: "标记“\(short(tag))”在这里不起作用；如果感叹号是文字的一部分，请给整个值加上引号。",
      en:
        "The tag \"\(short(tag))\" has no effect here; if the exclamation mark belongs to the text, put the value in quotes."
    )
  }

  // MARK: Bounds

  /// Too deep.
  static func depthLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "内容嵌套超过 \(limit) 层，从这里起不再读取。", en: "Content is nested more than \(limit) levels deep; reading ends here.")
  }

  /// Too many nodes.
  static func nodeLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "一个文档的内容超过 \(limit) 项，从这里起不再读取。请拆分。",
      en: "One document holds more than \(limit) values; reading ends here. Split it.")
  }

  /// Too many lines with `%`.
  static func directiveLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "一个文档开头以“%”开始的行超过 \(limit) 行，从这里起不再读取。",
      en: "A document begins with more than \(limit) lines of \"%\"; reading ends here.")
  }

  /// Too many copies.
  static func aliasLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "引用（*）展开后超过 \(limit) 项，从这里起不再读取。",
      en: "References (*) expand to more than \(limit) values; reading ends here.")
  }

  // MARK: Full-width marks and cut text

  /// `：` behind a key.
  static func fullWidthColon(_ key: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(short(key))”后面是全角冒号“：”。请改成半角冒号加一个空格：“\(short(key)): ”。",
      en: "\"\(short(key))\" is followed by a full-width colon. Write an ASCII colon and a space: \"\(short(key)): \".")
  }

  /// `，` between brackets.
  static let fullWidthComma = LocalizedText(
    zh: "括号里的各项要用半角逗号“,”分隔，这里是全角逗号“，”。如果它是文字的一部分，请给这段文字加上英文引号。",
    en:
      "Between brackets, items are separated by ASCII commas; this comma is full-width. If it belongs to the text, put the text in ASCII quotes."
  )

  /// `“…”` where quotes were meant.
  static func fullWidthQuote(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(short(text))”用的是中文引号，不起引号的作用。请改成英文引号；如果引号是文字的一部分，请在外面再加一对英文单引号。",
      en:
        "The quotes of \"\(short(text))\" are Chinese ones and do not quote. Use ASCII quotes; if they belong to the text, put single ASCII quotes around it."
    )
  }

  /// ` #` that begins a comment.
  static func commentCutsText(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "空格加“#”是注释的开头，“\(short(text))”不会被读取。如果它是内容，请给整个值加上引号；如果是注释，请在“#”后加一个空格。",
      en:
        "A space and \"#\" begin a comment, so \"\(short(text))\" is not read. If it is content, put the whole value in quotes; if it is a comment, write a space behind \"#\"."
    )
  }

  /// A text as it is quoted in a message: one line of bounded length.
  static func short(_ text: String) -> String {
    let line = text.unicodeScalars.prefix(41).map { $0.value < 0x20 ? " " : $0 }
    let scalars = line.prefix(40)
    return String(String.UnicodeScalarView(scalars)) + (line.count > 40 ? "…" : "")
  }

  /// A number as hexadecimal digits.
  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
