import Diagnostics

/// What the module says: about the grammar here, about types and patterns in its extension.
enum Messages {
  /// Something else than what the grammar asks for.
  static func unexpected(_ found: String, _ expected: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "此处应为\(expected.zh)，却写了“\(found)”", en: "Expected \(expected.en), found \"\(found)\".")
  }

  /// Nothing where the grammar asks for more.
  static func unexpectedEnd(_ expected: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "查询到此中断，此处应为\(expected.zh)", en: "The query ends here; expected \(expected.en).")
  }

  /// A sign of the Chinese keyboard that looks like the one meant.
  static func fullWidth(_ sign: String, _ twin: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(sign)”是全角符号，此处应写半角的“\(twin)”", en: "\"\(sign)\" is a full-width sign; write \"\(twin)\".")
  }

  // MARK: What was expected

  /// The start of a query.
  static func root(allowsRelative: Bool) -> LocalizedText {
    allowsRelative
      ? LocalizedText(zh: "“$”或“@”", en: "\"$\" or \"@\"") : LocalizedText(zh: "“$”", en: "\"$\"")
  }
  /// What may follow a segment.
  static let segment = LocalizedText(zh: "“.名称”、“[…]”或查询结尾", en: "\".name\", \"[…]\" or the end of the query")
  /// What may follow one dot.
  static let nameAfterDot = LocalizedText(
    zh: "“.”之后紧接的字段名或“*”", en: "a field name or \"*\" right after \".\"")
  /// What may follow two dots.
  static let selectorAfterDots = LocalizedText(
    zh: "“..”之后紧接的字段名、“*”或“[…]”", en: "a field name, \"*\" or \"[…]\" right after \"..\"")
  /// What may stand in brackets.
  static let selector = LocalizedText(
    zh: "带引号的字段名、序号、区间、“*”或“?”筛选", en: "a quoted field name, an index, a slice, \"*\" or a \"?\" filter")
  /// What may follow a selector.
  static let commaOrBracket = LocalizedText(zh: "“,”或“]”", en: "\",\" or \"]\"")
  /// What may follow an argument.
  static let commaOrParenthesis = LocalizedText(zh: "“,”或“)”", en: "\",\" or \")\"")
  /// What may follow a condition in parentheses.
  static let operatorOrParenthesis = LocalizedText(zh: "“&&”、“||”或“)”", en: "\"&&\", \"||\" or \")\"")
  /// What may be compared.
  static let operand = LocalizedText(
    zh: "查询（“@…”“$…”）、函数、文本、数字、true、false 或 null",
    en: "a query (\"@…\", \"$…\"), a function, a text, a number, true, false or null")
  /// What a number is made of.
  static let digit = LocalizedText(zh: "数字 0 至 9", en: "a digit")
  /// What begins a text.
  static let quote = LocalizedText(zh: "引号", en: "a quote")

  // MARK: Frame of the query

  /// A query that begins with a name.
  static func missingRoot(_ word: String, allowsRelative: Bool) -> LocalizedText {
    let start = allowsRelative ? "@" : "$"
    return LocalizedText(
      zh: "查询须以“$”开头\(allowsRelative ? "，或以“@”开头" : "")；是否应为“\(start).\(word)”？",
      en: "A query begins with \"$\"\(allowsRelative ? " or \"@\"" : ""); did you mean \"\(start).\(word)\"?")
  }
  /// `@` at the start where nothing is selected yet.
  static let relativeNotAllowed = LocalizedText(
    zh: "查询须以“$”开头；“@”只能用在“?”筛选之内", en: "A query begins with \"$\"; \"@\" belongs inside a \"?\" filter.")
  /// Blanks in front, which the grammar does not allow.
  static let leadingBlank = LocalizedText(zh: "查询之前不得有空白", en: "A query must not begin with blanks.")
  /// Blanks behind, which the grammar does not allow.
  static let trailingBlank = LocalizedText(zh: "查询之后不得有空白", en: "A query must not end with blanks.")

  /// A name in brackets without quotes, or after the root without a dot.
  static func bareName(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "字段名“\(name)”应写作“.\(name)”或“['\(name)']”",
      en: "Write the field name \"\(name)\" as \".\(name)\" or \"['\(name)']\".")
  }

  /// A bracket without its partner.
  static func unclosed(_ open: String, _ close: String) -> LocalizedText {
    LocalizedText(zh: "“\(open)”缺少与之配对的“\(close)”", en: "\"\(open)\" is never closed by \"\(close)\".")
  }

  // MARK: Numbers and texts

  /// An integer in a form that the grammar excludes.
  static func integerForm(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(text)”不是规范的整数：不得有多余的前导 0，也不得写作 -0",
      en: "\"\(text)\" is no integer of a query: no leading zero, no -0.")
  }

  /// An integer that I-JSON does not hold exactly.
  static func integerRange(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "整数“\(text)”超出范围，应在 -9007199254740991 至 9007199254740991 之间",
      en: "\"\(text)\" is out of range: integers lie between -9007199254740991 and 9007199254740991.")
  }

  /// A number with zeros in front.
  static func numberForm(_ text: String) -> LocalizedText {
    LocalizedText(zh: "数字“\(text)”不得有多余的前导 0", en: "The number \"\(text)\" has a leading zero.")
  }

  /// A control character inside quotes.
  static func controlCharacter(_ byte: UInt8) -> LocalizedText {
    let code = (byte < 16 ? "000" : "00") + String(byte, radix: 16, uppercase: true)
    return LocalizedText(
      zh: "引号内不得直接写控制字符 U+\(code)，应写作“\\u\(code)”",
      en: "The control character U+\(code) must be written as \"\\u\(code)\" inside quotes.")
  }

  /// A text without its second quote.
  static func unterminatedString(_ text: String) -> LocalizedText {
    LocalizedText(zh: "文本“\(text)”缺少右引号", en: "The text \(text) has no closing quote.")
  }

  /// A backslash before a letter that means nothing.
  static func unknownEscape(_ text: String, quote: UInt8) -> LocalizedText {
    let quote = String(decoding: [quote], as: UTF8.self)
    return LocalizedText(
      zh: "转义“\(text)”不存在；可用 \\b \\t \\n \\f \\r \\/ \\\\ \\\(quote) 和 \\uXXXX",
      en: "There is no escape \"\(text)\"; there are \\b \\t \\n \\f \\r \\/ \\\\ \\\(quote) and \\uXXXX.")
  }

  /// Fewer than four digits after `\u`.
  static func hexDigits(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\\u”之后应有四位十六进制数字，却写了“\(text)”", en: "\"\\u\" takes four hexadecimal digits, found \"\(text)\".")
  }

  /// A surrogate without its partner.
  static func loneSurrogate(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(text)”是半个代理对；高位（D800–DBFF）之后须紧接低位（DC00–DFFF）",
      en: "\"\(text)\" is half a surrogate pair; a high one (D800–DBFF) is followed by a low one (DC00–DFFF).")
  }

  // MARK: Bounds

  /// Bound on the text.
  static func tooLong(_ bytes: Int) -> LocalizedText {
    LocalizedText(zh: "查询过长，最多 \(bytes) 字节", en: "The query is too long: at most \(bytes) bytes.")
  }

  /// Bound on segments.
  static func tooManySegments(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "查询的层级过多，最多 \(count) 级", en: "The query has too many segments: at most \(count).")
  }

  /// Bound on selectors and conditions.
  static func tooManyParts(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "查询的选择项和条件过多，最多 \(count) 个", en: "The query has too many selectors and conditions: at most \(count).")
  }

  /// Bound on nesting.
  static func tooDeep(_ depth: Int) -> LocalizedText {
    LocalizedText(zh: "查询嵌套过深，最多 \(depth) 层", en: "The query is nested too deeply: at most \(depth) levels.")
  }
}
