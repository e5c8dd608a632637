import Diagnostics

/// What the module says, in Chinese and English.
enum Messages {
  // MARK: Lexis and syntax

  /// A character that no expression has.
  static func unexpectedCharacter(_ text: String) -> LocalizedText {
    let meant: [String: String] = [
      "=": "==", "&": "&&", "|": "||", "，": ",", "：": ":", "（": "(", "）": ")", "？": "?", "！": "!", "“": "\"",
      "”": "\"", "‘": "'", "’": "'", "；": ",", "、": ",", "。": ".", "【": "[", "】": "]", "＝": "==", "《": "<", "》": ">",
      ";": ",", "≤": "<=", "≥": ">=", "≠": "!=",
    ]
    return LocalizedText(
      zh: "表达式中不能有字符“\(text)”" + (meant[text].map { "，是否应为“\($0)”？" } ?? "。"),
      en: "The character '\(text)' has no meaning in an expression"
        + (meant[text].map { "; did you mean '\($0)'?" } ?? "."))
  }

  /// A name between backquotes that is not closed.
  static let unterminatedQuotedName = LocalizedText(
    zh: "反引号中的字段名没有结束，其中只能有字母、数字、下划线、空格和 - . /。",
    en: "The field name in backquotes is not closed; it may hold letters, digits, '_', ' ', '-', '.' and '/'.")

  /// A number with letters behind it.
  static func malformedNumber(_ text: String) -> LocalizedText {
    LocalizedText(zh: "“\(text)”不是数字。", en: "'\(text)' is not a number.")
  }

  /// A string without its closing quotes.
  static func unterminatedString(_ quote: String, isTriple: Bool) -> LocalizedText {
    let end = isTriple ? quote + quote + quote : quote
    return LocalizedText(zh: "字符串缺少结尾的 \(end)。", en: "The string lacks its closing \(end).")
  }

  /// An escape that the lexis does not have.
  static func invalidEscape(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "转义“\(text)”无效；反斜杠本身写作 \\\\，或使用原始字符串 r'…'。",
      en: "The escape '\(text)' is invalid; write a backslash as \\\\ or use a raw string r'…'.")
  }

  /// A token other than what must come here; nil found means the end.
  static func unexpected(_ found: String?, expected: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "此处应为\(expected.zh)，" + (found.map { "但写的是“\($0)”。" } ?? "但表达式已结束。"),
      en: "Expected \(expected.en), " + (found.map { "found '\($0)'." } ?? "but the expression ends here."))
  }

  /// What may follow a whole expression.
  static let operatorOrEnd = LocalizedText(zh: "运算符或表达式结尾", en: "an operator or the end of the expression")
  /// Any expression.
  static let expression = LocalizedText(zh: "表达式", en: "an expression")
  /// A name behind a dot.
  static let fieldName = LocalizedText(zh: "字段名", en: "a field name")
  /// A name behind a leading dot.
  static let variableName = LocalizedText(zh: "变量名", en: "the name of a variable")
  /// What is expected where optional syntax is off.
  static let optionalSelection = LocalizedText(zh: "字段名或下标（未启用可选值语法）", en: "a field or index (optional syntax is off)")

  /// A certain operator or bracket.
  static func symbol(_ text: String) -> LocalizedText { LocalizedText(zh: "“\(text)”", en: "'\(text)'") }

  /// What may follow an element.
  static func commaOr(_ text: String) -> LocalizedText {
    LocalizedText(zh: "“,”或“\(text)”", en: "',' or '\(text)'")
  }

  /// What may follow an expression in brackets.
  static func operatorOr(_ text: String) -> LocalizedText {
    LocalizedText(zh: "运算符或“\(text)”", en: "an operator or '\(text)'")
  }

  /// A source without any token.
  static let emptyExpression = LocalizedText(zh: "表达式为空。", en: "The expression is empty.")

  /// A source that is too long to be read.
  static func tooLong(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "表达式有 \(count) 字节，最多可有 \(Parser.maximumLength) 字节。",
      en: "The expression has \(count) bytes; at most \(Parser.maximumLength) are allowed.")
  }

  /// An expression that is nested too deeply.
  static func tooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "表达式嵌套过深，最多 \(limit) 层。", en: "The expression is nested too deeply; at most \(limit) levels are allowed.")
  }

  /// Braces behind a type name.
  static let messagesUnsupported = LocalizedText(
    zh: "不支持构造 protobuf 消息；映射写作 {'键': 值}。",
    en: "Protobuf messages are not supported; a map is written {'key': value}.")

  /// A word of other languages as a variable.
  static func reservedWord(_ word: String) -> LocalizedText {
    LocalizedText(zh: "“\(word)”是保留字，不能用作名称。", en: "'\(word)' is a reserved word and no name.")
  }

  /// The operator that a word stands for in other languages.
  static func operatorFor(_ word: String) -> String? {
    switch word {
    case "and", "AND": "&&"
    case "or", "OR": "||"
    case "is", "eq": "=="
    default: nil
    }
  }

  /// A word where an operator must stand.
  static func wordOperator(_ word: String, instead symbol: String) -> LocalizedText {
    LocalizedText(zh: "“\(word)”应写作 \(symbol)。", en: "'\(word)' is written \(symbol).")
  }

  /// A number beyond 64 bits.
  static func numberOutOfRange(_ text: String) -> LocalizedText {
    LocalizedText(zh: "数字 \(text) 超出 64 位的范围。", en: "The number \(text) does not fit in 64 bits.")
  }

  /// `has` without a selection.
  static let hasNeedsField = LocalizedText(
    zh: "has() 需要一个字段，如 has(this.name)；可选值用 .hasValue()。",
    en: "has() takes one field, such as has(this.name); for an optional use .hasValue().")

  /// A macro with one name for two variables.
  static func sameVariableTwice(_ name: String) -> LocalizedText {
    LocalizedText(zh: "两个变量不能都叫“\(name)”。", en: "Both variables are called '\(name)'.")
  }

  /// A macro whose variable is no name.
  static func macroNeedsVariable(_ macro: String) -> LocalizedText {
    LocalizedText(
      zh: "\(macro)() 的这个参数应为变量名，如 list.\(macro)(x, …)。",
      en: "This argument of \(macro)() must be the name of a variable, as in list.\(macro)(x, …).")
  }
}
