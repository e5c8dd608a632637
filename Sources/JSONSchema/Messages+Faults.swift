internal import Diagnostics

extension Messages {
  /// Most characters of a value that one message quotes.
  private static var maxQuoted: Int { 60 }
  /// Most names that one message lists.
  private static var maxListed: Int { 12 }

  /// A fault of a document in an editor's words.
  static func fault(_ detail: SchemaFault.Detail, ofKey: Bool) -> LocalizedText {
    switch detail {
    case .unknownKey(let name, let nearest, let known): unknownKey(name, nearest, known)
    case .missing(let name): LocalizedText(zh: "缺少“\(name)”", en: "\"\(name)\" is missing")
    case .missingBeside(let name, let present):
      LocalizedText(zh: "填写了“\(present)”，就应同时填写“\(name)”", en: "\"\(name)\" is missing: it belongs with \"\(present)\"")
    case .wrongType(let expected, let found, let text): wrongType(expected, found, short(text))
    case .notAllowed(let value, let allowed, let nearest): notAllowed(short(value), allowed, nearest)
    case .pattern(let value, let pattern): patternMismatch(short(value), pattern, ofKey: ofKey)
    case .format(let name, let value): format(name, short(value))
    case .outOfRange(let value, let relation, let limit): outOfRange(value, relation, limit)
    case .notMultiple(let value, let divisor):
      LocalizedText(zh: "“\(value)”应为 \(divisor) 的整数倍", en: "\(value) must be a multiple of \(divisor)")
    case .forbidden: LocalizedText(zh: "这里不能这样填写", en: "This is not allowed here")
    case .limitReached:
      LocalizedText(zh: "嵌套过深或内容过多，未能完成校验", en: "Validation was given up: the value nests too deep or is too large")
    case .matchesSeveral(let branches):
      LocalizedText(
        zh: "同时符合 \(branches) 种写法，只能符合其中一种", en: "This fits \(branches) forms at once; it may fit only one")
    default: size(detail)
    }
  }

  /// Text as messages quote it: its first characters say which text is meant.
  private static func short(_ text: String) -> String {
    guard text.unicodeScalars.count > maxQuoted else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(maxQuoted))) + "…"
  }

  /// Text or a key that a pattern does not match.
  private static func patternMismatch(_ value: String, _ pattern: String, ofKey: Bool) -> LocalizedText {
    LocalizedText(
      zh: (ofKey ? "字段名“\(value)”" : "“\(value)”") + "的写法不对，应符合 \(pattern)",
      en: (ofKey ? "The key \"\(value)\"" : "\"\(value)\"") + " is not in the expected form \(pattern)")
  }

  /// A key that the schema does not have.
  private static func unknownKey(_ name: String, _ nearest: String?, _ known: [String]) -> LocalizedText {
    let listed = nearest == nil && !known.isEmpty
    return LocalizedText(
      zh: "没有“\(name)”这个字段" + (listed ? "，这里可以填写：" + list(known, zh: true) : suggestion(zh: nearest)),
      en: "There is no field \"\(name)\""
        + (listed ? " here; known are " + list(known, zh: false) : suggestion(en: nearest)))
  }

  /// A value that is not listed; the likeliest of those listed comes first.
  private static func notAllowed(_ value: String, _ allowed: [String], _ nearest: String?) -> LocalizedText {
    // The likeliest comes first.
    let ordered = (nearest.map { [$0] } ?? []) + allowed.filter { $0 != nearest }
    let zh = ordered.count == 1 ? "应为“\(ordered[0])”" : "应为下列之一：" + list(ordered, zh: true)
    let en = ordered.count == 1 ? "expected \"\(ordered[0])\"" : "expected one of " + list(ordered, zh: false)
    guard !allowed.isEmpty else { return LocalizedText(zh: "这里没有可填写的值", en: "No value is allowed here") }
    return LocalizedText(
      zh: value.isEmpty ? zh : "“\(value)”不在可选值之内，" + zh, en: value.isEmpty ? en : "\"\(value)\" is not allowed; " + en)
  }

  /// Names in a row, cut off where they would fill the screen.
  private static func list(_ names: [String], zh: Bool) -> String {
    let shown = names.prefix(maxListed).joined(separator: zh ? "、" : ", ")
    guard names.count > maxListed else { return shown }
    return shown + (zh ? " 等 \(names.count) 个" : " and \(names.count - maxListed) more")
  }

  /// A value of another type.
  private static func wrongType(_ expected: [SchemaType], _ found: SchemaType, _ text: String) -> LocalizedText {
    let zh = expected.map { words($0).zh }.joined(separator: "或")
    let en = expected.map { words($0).en }.joined(separator: " or ")
    if found == .null {
      return LocalizedText(zh: "应为\(zh)，实际没有填写", en: "Expected \(en), but nothing is given")
    }
    let shown = text.isEmpty || found == .array || found == .object
    return LocalizedText(
      zh: "应为\(zh)，实际是\(words(found).zh)" + (shown ? "" : "“\(text)”"),
      en: "Expected \(en), found \(words(found).en)" + (shown ? "" : " \"\(text)\""))
  }

  /// A type as editors call it.
  private static func words(_ type: SchemaType) -> LocalizedText {
    switch type {
    case .null: LocalizedText(zh: "空值", en: "nothing")
    case .boolean: LocalizedText(zh: "是否值（true 或 false）", en: "true or false")
    case .integer: LocalizedText(zh: "整数", en: "a whole number")
    case .number: LocalizedText(zh: "数字", en: "a number")
    case .string: LocalizedText(zh: "文本", en: "text")
    case .array: LocalizedText(zh: "列表", en: "a list")
    case .object: LocalizedText(zh: "一组“字段: 值”", en: "a mapping of fields")
    }
  }

  /// Text that is not in a format, with an example of it.
  private static func format(_ name: String, _ value: String) -> LocalizedText {
    let form =
      switch name {
      case "date": LocalizedText(zh: "日期，写作 2026-01-31", en: "a date such as 2026-01-31")
      case "time": LocalizedText(zh: "时刻，写作 09:30:00+08:00", en: "a time such as 09:30:00+08:00")
      case "date-time":
        LocalizedText(zh: "日期和时刻，写作 2026-01-31T09:30:00+08:00", en: "a date and time such as 2026-01-31T09:30:00+08:00")
      case "uri", "iri":
        LocalizedText(zh: "完整的网址，以 https:// 等开头", en: "a complete URI that begins with https:// or the like")
      case "uri-reference": LocalizedText(zh: "网址或相对路径", en: "a URI or relative path")
      case "email": LocalizedText(zh: "电子邮箱地址", en: "an e-mail address")
      default: LocalizedText(zh: "“\(name)”格式", en: "in the format \"\(name)\"")
      }
    return LocalizedText(zh: "“\(value)”应为\(form.zh)", en: "\"\(value)\" is not \(form.en)")
  }

  /// A number beyond its limit.
  private static func outOfRange(_ value: String, _ relation: SchemaFault.Relation, _ limit: String) -> LocalizedText {
    switch relation {
    case .atLeast:
      LocalizedText(zh: "“\(value)”太小，不得小于 \(limit)", en: "\(value) is too small; at least \(limit) is expected")
    case .atMost:
      LocalizedText(zh: "“\(value)”太大，不得大于 \(limit)", en: "\(value) is too large; at most \(limit) is expected")
    case .moreThan: LocalizedText(zh: "“\(value)”应大于 \(limit)", en: "\(value) must be more than \(limit)")
    case .lessThan: LocalizedText(zh: "“\(value)”应小于 \(limit)", en: "\(value) must be less than \(limit)")
    }
  }

  /// Faults of size and number.
  private static func size(_ detail: SchemaFault.Detail) -> LocalizedText {
    switch detail {
    case .tooShort(let minimum, let found):
      LocalizedText(
        zh: "太短：至少 \(minimum) 个字符，现有 \(found) 个", en: "Too short: \(found) of at least \(minimum) characters")
    case .tooLong(let maximum, let found):
      LocalizedText(zh: "太长：至多 \(maximum) 个字符，现有 \(found) 个", en: "Too long: \(found) characters, at most \(maximum)")
    case .tooFewItems(let minimum, let found):
      LocalizedText(
        zh: "至少要有 \(minimum) 项，现有 \(found) 项", en: "Too few elements: \(found), at least \(minimum)")
    case .tooManyItems(let maximum, let found):
      LocalizedText(
        zh: "至多 \(maximum) 项，现有 \(found) 项", en: "Too many elements: \(found), at most \(maximum)")
    case .unexpectedItem: LocalizedText(zh: "列表在此处不应再有这一项", en: "The list should not have this element")
    case .notUnique(let first, let second):
      LocalizedText(
        zh: "第 \(second + 1) 项与第 \(first + 1) 项重复", en: "Element \(second + 1) repeats element \(first + 1)")
    case .tooFewMatching(let minimum, let found):
      LocalizedText(
        zh: "列表中符合要求的至少要有 \(minimum) 项，现有 \(found) 项",
        en: "Too few elements of the expected kind: \(found), at least \(minimum)")
    case .tooManyMatching(let maximum, let found):
      LocalizedText(
        zh: "列表中此类内容至多 \(maximum) 项，现有 \(found) 项",
        en: "Too many elements of this kind: \(found), at most \(maximum)")
    case .tooFewProperties(let minimum, let found):
      LocalizedText(
        zh: "至少填写 \(minimum) 个字段，现有 \(found) 个", en: "Too few fields: \(found), at least \(minimum)")
    case .tooManyProperties(let maximum, let found):
      LocalizedText(
        zh: "至多填写 \(maximum) 个字段，现有 \(found) 个", en: "Too many fields: \(found), at most \(maximum)")
    default: LocalizedText(zh: "这里不能这样填写", en: "This is not allowed here")
    }
  }
}
