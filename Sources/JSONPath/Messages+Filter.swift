import Diagnostics

extension Messages {
  /// A single `=`, `&` or `|`.
  static func doubledOperator(_ found: String, _ wanted: String) -> LocalizedText {
    LocalizedText(zh: "“\(found)”不是运算符，应写作“\(wanted)”", en: "\"\(found)\" is no operator; write \"\(wanted)\".")
  }
  /// `!!`
  static let doubleNegation = LocalizedText(
    zh: "“!”不得连写；需要时写作“!(!…)”", en: "\"!\" cannot be repeated; write \"!(!…)\" if you must.")
  /// `!a == b`, which the grammar does not know.
  static let negatedComparison = LocalizedText(
    zh: "“!”只能用于查询、函数或括号；否定比较应写作“!(a == b)”或“a != b”",
    en: "\"!\" negates a query, a function or parentheses; write \"!(a == b)\" or \"a != b\".")
  /// `(a) == b`
  static let comparedParentheses = LocalizedText(
    zh: "括号内的条件不能参与比较；请去掉括号或比较其中的值", en: "A condition in parentheses cannot be compared; compare the values inside it.")
  /// `a < b < c`
  static let chainedComparison = LocalizedText(
    zh: "比较不能连写；应写作“a < b && b < c”", en: "Comparisons cannot be chained; write \"a < b && b < c\".")

  /// A blank between a function's name and its parenthesis.
  static func blankBeforeParenthesis(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "函数名“\(name)”与“(”之间不得有空白", en: "There must be no blank between the function name \"\(name)\" and \"(\".")
  }

  /// A word where a value belongs: a misspelt keyword, or a field or text without its marks.
  static func unknownWord(_ word: String) -> LocalizedText {
    let known = ["true", "false", "null"] + PathFunction.allCases.map { "\($0.rawValue)(…)" }
    let folded = word.lowercased()
    if let keyword = known.first(where: { $0 == folded }) ?? nearestName(to: word, among: known.prefix(3)) {
      return LocalizedText(zh: "没有“\(word)”，是否应为 \(keyword)？", en: "There is no \"\(word)\"; did you mean \(keyword)?")
    }
    return LocalizedText(
      zh: "“\(word)”既不是值也不是函数；字段应写作“@.\(word)”，文本应写作“'\(word)'”",
      en: "\"\(word)\" is neither a value nor a function; write \"@.\(word)\" for a field, \"'\(word)'\" for a text.")
  }

  // MARK: Types

  /// A name that is none of the functions.
  static func unknownFunction(_ name: String) -> LocalizedText {
    let known = PathFunction.allCases.map(\.rawValue)
    let list = known.joined(separator: ", ")
    guard let nearest = known.first(where: { $0 == name.lowercased() }) ?? nearestName(to: name, among: known) else {
      return LocalizedText(
        zh: "没有函数“\(name)”；可用的有 \(known.joined(separator: "、"))",
        en: "There is no function \"\(name)\"; there are \(list).")
    }
    return LocalizedText(
      zh: "没有函数“\(name)”，是否应为 \(nearest)？", en: "There is no function \"\(name)\"; did you mean \(nearest)?")
  }

  /// Too few or too many arguments.
  static func argumentCount(_ name: String, expected: Int, found: Int) -> LocalizedText {
    LocalizedText(
      zh: "函数 \(name) 应有 \(expected) 个参数，却写了 \(found) 个",
      en: "\(name) takes \(expected) argument\(expected == 1 ? "" : "s"), found \(found).")
  }

  /// A constant used as a condition.
  static func literalAlone(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(text)”本身不是条件，须与别的值比较，例如“@ == \(text)”",
      en: "\(text) is no condition by itself; compare it, as in \"@ == \(text)\".")
  }

  /// A function's value used as a condition.
  static func resultNotCompared(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "函数 \(name) 的结果是值，不是条件，须与别的值比较，例如“\(name)(…) > 0”",
      en: "\(name) yields a value, not a condition; compare it, as in \"\(name)(…) > 0\".")
  }

  /// A function that is a condition compared with a value.
  static func resultCompared(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "函数 \(name) 的结果本身就是条件，不能参与比较；否定应写作“!\(name)(…)”",
      en: "\(name) is a condition by itself and cannot be compared; negate it as \"!\(name)(…)\".")
  }

  /// A query for several nodes compared with a value.
  static func manyCompared(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(text)”可能选中多个节点，不能参与比较；可用 count(\(text)) 计数，或用 value(\(text)) 取唯一的值",
      en: "\"\(text)\" may select several nodes and cannot be compared; use count(\(text)) or value(\(text)).")
  }

  /// An argument that is not one value.
  static func valueArgument(_ name: String, _ text: String) -> LocalizedText {
    LocalizedText(
      zh: "函数 \(name) 的参数应为一个值，“\(text)”不是：可写文本、数字、只选一个节点的查询，或 value(…)",
      en: "\(name) takes a value here, which \"\(text)\" is not: a literal, a query for one node, or value(…).")
  }

  /// An argument that is no query.
  static func nodesArgument(_ name: String, _ text: String) -> LocalizedText {
    LocalizedText(
      zh: "函数 \(name) 的参数应为查询（“@…”或“$…”），“\(text)”不是",
      en: "\(name) takes a query (\"@…\" or \"$…\"), which \"\(text)\" is not.")
  }

  // MARK: Patterns

  /// A pattern that cannot match, with its reason.
  static func pattern(_ text: String, _ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "模式“\(text)”不是可用的 I-Regexp（RFC 9485），因此什么也匹配不到：\(reason.zh)",
      en: "The pattern \"\(text)\" is no usable I-Regexp (RFC 9485) and so matches nothing: \(reason.en)")
  }

  /// A character that the grammar has no place for.
  static func patternUnexpected(_ part: String) -> LocalizedText {
    LocalizedText(zh: "不应出现“\(part)”", en: "unexpected \"\(part)\".")
  }

  /// An escape outside the grammar, with the class to write for the usual ones.
  static func patternEscape(_ part: String) -> LocalizedText {
    let hint = ["\\d": "[0-9]", "\\w": "[A-Za-z0-9_]", "\\s": "[ \\t\\n\\r]"][part]
    return LocalizedText(
      zh: "没有转义“\(part)”" + (hint.map { "，应写作“\($0)”" } ?? ""),
      en: "there is no escape \"\(part)\"" + (hint.map { "; write \"\($0)\"." } ?? "."))
  }

  /// A group, class or range that was begun.
  static func patternUnclosed(_ part: String) -> LocalizedText {
    LocalizedText(zh: "“\(part)”没有结束", en: "\"\(part)\" is never closed.")
  }

  /// A `\p{…}` of no Unicode general category.
  static func patternCategory(_ part: String) -> LocalizedText {
    LocalizedText(zh: "没有字符类别“\(part)”", en: "there is no character category \"\(part)\".")
  }

  /// What RE2 says of a pattern within the grammar, such as too large a repetition.
  static func patternRefused(_ reason: String) -> LocalizedText {
    LocalizedText(zh: "无法编译（\(reason)）", en: "it cannot be compiled (\(reason)).")
  }
}
