import Diagnostics

/// What to say where libyaml cannot read on.
extension Messages {
  /// A tab in the indentation.
  static let tab = LocalizedText(
    zh: "这里用了制表符（Tab 键）。缩进只能用空格，请换成空格。",
    en: "There is a tab character here. Indentation takes spaces only; replace it with spaces.")

  /// A quote without its end.
  static func openQuote(_ quote: String) -> LocalizedText {
    LocalizedText(
      zh: "从这里开始的引号（\(quote)）没有在该结束的地方结束。请在文字末尾补上同样的引号。",
      en:
        "The quote (\(quote)) that opens here is not closed where the text ends. Write the same quote at the end of the text."
    )
  }

  /// Text behind a closing quote.
  static func textAfterQuote(_ quoted: String) -> LocalizedText {
    LocalizedText(
      zh: "引号在 \(short(quoted)) 处已经结束，后面不能再有文字。如果引号是文字的一部分，请在外面改用另一种英文引号，或把里面的换成“”。",
      en:
        "The quoted text ends at \(short(quoted)); nothing may follow. If the quote belongs to the text, put the other kind of ASCII quote around the whole."
    )
  }

  /// `\` and a letter that means nothing.
  static func escape(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "双引号里的“\(short(text))”不是有效的写法：反斜杠“\\”在双引号里有特殊含义。请写成“\\\\”，或改用单引号。",
      en:
        "\"\(short(text))\" means nothing in double quotes, where the backslash is special. Write \"\\\\\", or use single quotes."
    )
  }

  /// `@`, `` ` ``, `%`, `*`, `&` at the start of a value.
  static func reservedStart(_ character: String) -> LocalizedText {
    LocalizedText(
      zh: "值不能以“\(short(character))”开头，它在 YAML 里有特殊含义。请给整个值加上引号。",
      en:
        "A value cannot begin with \"\(short(character))\", which has a meaning of its own in YAML. Put the whole value in quotes."
    )
  }

  /// Text on the line of `|` or `>`.
  static func blockHeader(_ mark: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(mark)”表示下面是多行文字，同一行不能再写内容。请把文字移到下一行并缩进，或给整个值加上引号。",
      en:
        "\"\(mark)\" announces text on the lines below; nothing else may stand in its line. Move the text to the next line and indent it, or put the value in quotes."
    )
  }

  /// A line that begins with `%`.
  static func directive(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "以“%”开头的行是给程序看的指令，“\(short(text))”无法识别。如果它是文字，请加上引号。",
      en:
        "A line that begins with \"%\" is an instruction to programs, and \"\(short(text))\" is not one. If it is text, put it in quotes."
    )
  }

  /// `key:value`.
  static func missingSpace(_ key: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(short(key)):”的冒号后面要有一个空格。", en: "The colon of \"\(short(key)):\" needs a space behind it.")
  }

  /// A line that should be `key: value`.
  static func missingColon(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(short(text))”不是“字段: 值”的形式。如果它是上一行文字的继续，请再缩进一些；否则请补上字段名、冒号和空格。",
      en:
        "\"\(short(text))\" is not of the form \"field: value\". If it continues the text above, indent it further; if not, write the field's name, a colon and a space."
    )
  }

  /// A list's line without its dash.
  static let missingDash = LocalizedText(
    zh: "这里应当是列表的下一项，以“- ”开头；如果列表已经结束，请减少这一行的缩进。",
    en:
      "The next element of the list is expected here, beginning with \"- \"; if the list has ended, indent this line less."
  )

  /// `key: - element`.
  static let dashInLine = LocalizedText(
    zh: "列表的“- ”不能写在这里。请换一行再写，每项一行。",
    en: "A list's \"- \" cannot stand here. Begin the list on a line of its own, one element per line.")

  /// Two `: ` in one line.
  static func secondColon(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "一行里有两个“: ”。如果“\(short(text))”是一个值，请给它加上引号；否则请分成两行。",
      en: "This line has two \": \". If \"\(short(text))\" is one value, put it in quotes; if not, write two lines.")
  }

  /// A field below a value.
  static func deeperLine(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(short(text))”比上一行缩进得多，但上一行已经有值。请与上一行对齐，或检查上一行是否少写了冒号后的空格。",
      en:
        "\"\(short(text))\" is indented below a line that has a value already. Align it with that line, or see whether that line lacks the space behind its colon."
    )
  }

  /// Uneven indentation.
  static func indentation(_ column: Int, expected: Int) -> LocalizedText {
    LocalizedText(
      zh: "这一行缩进了 \(column) 个空格，与上面任何一级都对不齐（同级是 \(expected) 个）。请改正缩进。",
      en:
        "This line is indented by \(column) spaces, which fits no level above (its neighbours have \(expected)). Mend the indentation."
    )
  }

  /// Label of the level that an uneven line should have.
  static let alignsWith = LocalizedText(zh: "同级内容从这里开始", en: "its level begins here")

  /// A bracket without its end.
  static func openBracket(_ bracket: String) -> LocalizedText {
    LocalizedText(
      zh: "从这里开始的括号“\(bracket)”没有结束。请补上“\(closing(bracket))”。",
      en: "The bracket \"\(bracket)\" that opens here is not closed. Write \"\(closing(bracket))\" where it ends.")
  }

  /// Two items between brackets without a comma.
  static func missingComma(_ bracket: String) -> LocalizedText {
    LocalizedText(
      zh: "括号里的这一处之前缺少半角逗号“,”，或者之前应当有“\(closing(bracket))”。如果文字里有冒号、逗号或引号，请给这段文字加上引号。",
      en:
        "A comma is missing before this place between brackets, or the closing \"\(closing(bracket))\". Text that holds colons, commas or quotes must be quoted."
    )
  }

  /// Label of an opening bracket.
  static let bracketOpensHere = LocalizedText(zh: "括号从这里开始", en: "the bracket opens here")

  /// A bracket or comma where a value should be.
  static let flowContent = LocalizedText(
    zh: "这里应当是一个值，却是括号或逗号。请补上值；如果它是文字的一部分，请加上引号。",
    en: "A value is expected here, not a bracket or comma. Write the value; if this belongs to text, put it in quotes.")

  /// Text behind the end of a document.
  static func textAfterDocument(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "文档的内容在前面已经结束，“\(short(text))”接不上去。请检查这一行的缩进和括号，或用“---”另起一个文档。",
      en:
        "The document's content ended above, so \"\(short(text))\" belongs to nothing. See to its indentation and brackets, or begin a new document with \"---\"."
    )
  }

  /// Anything else; the reason is libyaml's.
  static func unreadable(_ text: String, reason: String) -> LocalizedText {
    LocalizedText(
      zh: "从“\(short(text))”起无法读取（\(reason)）。请检查这一行和上一行的缩进、冒号、引号和括号。",
      en:
        "Reading fails at \"\(short(text))\" (\(reason)). See to the indentation, colons, quotes and brackets of this line and the one above."
    )
  }

  /// The bracket that closes one.
  private static func closing(_ bracket: String) -> String { bracket == "[" ? "]" : "}" }
}
