internal import Diagnostics
internal import SourceText

/// Everything that this module says, in both languages.
enum Messages {
  /// A diagnostic about a schema.
  static func diagnostic(
    _ id: String, _ message: LocalizedText, _ range: SourceRange, severity: Severity = .error
  ) -> Diagnostic {
    Diagnostic(id: id, severity: severity, message: message, range: range)
  }

  // MARK: Schemas

  /// A document without a value.
  static func emptyDocument(_ name: String) -> LocalizedText {
    LocalizedText(zh: "模式文件“\(name)”没有内容", en: "The schema document \"\(name)\" is empty")
  }

  /// A reference that leads nowhere.
  static func unknownReference(_ reference: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "找不到“\(reference)”所指的模式" + suggestion(zh: nearest),
      en: "There is no schema at \"\(reference)\"" + suggestion(en: nearest))
  }

  /// Two schemas with one URI.
  static func duplicateID(_ uri: String) -> LocalizedText {
    LocalizedText(zh: "`$id`“\(uri)”已被另一个模式使用", en: "The $id \"\(uri)\" belongs to another schema already")
  }

  /// Two anchors with one name.
  static func duplicateAnchor(_ name: String) -> LocalizedText {
    LocalizedText(zh: "锚点“\(name)”重复", en: "The anchor \"\(name)\" is defined twice")
  }

  /// A fragment where none may be.
  static func fragmentInID(_ id: String) -> LocalizedText {
    LocalizedText(
      zh: "`$id`“\(id)”不得带有“#”之后的部分，请改用 `$anchor`",
      en: "The $id \"\(id)\" must not have a part after #; use $anchor instead")
  }

  /// Schemas that refer to each other without end.
  static func loop(_ target: String) -> LocalizedText {
    LocalizedText(
      zh: "引用绕回“\(target)”，校验将永远不能结束", en: "The reference leads back to \"\(target)\", so validation would never end")
  }

  /// Something else where a schema is expected.
  static let notASchema = LocalizedText(
    zh: "模式应为映射、`true` 或 `false`", en: "A schema is a mapping, true or false")

  /// `items` as a list, the form of earlier drafts.
  static let listOfItems = LocalizedText(
    zh: "`items` 应为一个模式；按位置分别规定请用 `prefixItems`", en: "items takes one schema; use prefixItems for one per position")

  /// A probable slip in a keyword.
  static func unknownKeyword(_ name: String, nearest: String) -> LocalizedText {
    LocalizedText(
      zh: "JSON Schema 没有关键字“\(name)”" + suggestion(zh: nearest),
      en: "JSON Schema has no keyword \"\(name)\"" + suggestion(en: nearest))
  }

  /// A type that JSON does not have.
  static func unknownType(_ name: String, nearest: String?) -> LocalizedText {
    let all = SchemaType.allCases.map(\.rawValue)
    return LocalizedText(
      zh: "没有类型“\(name)”" + (nearest == nil ? "，应为 \(all.joined(separator: "、"))之一" : suggestion(zh: nearest)),
      en: "There is no type \"\(name)\""
        + (nearest == nil ? "; it is one of \(all.joined(separator: ", "))" : suggestion(en: nearest)))
  }

  /// A schema of another draft.
  static func otherDraft(_ uri: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(uri)”是其他版本，这里一律按 2020-12 版解释", en: "\"\(uri)\" is another draft; the schema is read as draft 2020-12")
  }

  /// A document with too many levels.
  static func schemaTooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "模式嵌套超过 \(limit) 层，不予读取", en: "The schema nests more than \(limit) levels deep and is not used")
  }

  /// A value that a schema spells out with too many levels.
  static func constantTooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "取值嵌套超过 \(limit) 层", en: "The value nests more than \(limit) levels deep")
  }

  /// A keyword whose value is of the wrong kind.
  static func keywordValue(_ keyword: String, _ expected: LocalizedText, found: String) -> LocalizedText {
    LocalizedText(
      zh: "`\(keyword)` 应为\(expected.zh)" + (found.isEmpty ? "" : "，实际是“\(found)”"),
      en: "\(keyword) must be \(expected.en)" + (found.isEmpty ? "" : ", not \"\(found)\""))
  }

  /// What keywords may hold.
  static let listOfSchemas = LocalizedText(zh: "非空的模式列表", en: "a list of schemas, not empty")
  /// A count.
  static let wholeNumber = LocalizedText(zh: "不小于 0 的整数", en: "a whole number of at least 0")
  /// A limit.
  static let number = LocalizedText(zh: "数字", en: "a number")
  /// A divisor.
  static let positiveNumber = LocalizedText(zh: "大于 0 的数字", en: "a number above 0")
  /// A switch.
  static let boolean = LocalizedText(zh: "`true` 或 `false`", en: "true or false")
  /// One type or several.
  static let typeNames = LocalizedText(zh: "类型名或类型名列表", en: "the name of a type or a list of them")
  /// Values to choose from.
  static let list = LocalizedText(zh: "列表", en: "a list")
  /// A mapping.
  static let mapping = LocalizedText(zh: "映射", en: "a mapping")
  /// Text.
  static let text = LocalizedText(zh: "文本", en: "text")
  /// Names of fields.
  static let listOfNames = LocalizedText(zh: "字段名列表", en: "a list of field names")
  /// A URI reference.
  static let reference = LocalizedText(zh: "指向模式的引用", en: "a reference to a schema")
  /// A pattern.
  static let regularExpression = LocalizedText(zh: "正则表达式", en: "a regular expression")

  /// A pattern that cannot be used.
  static func refusedPattern(_ pattern: String, _ failure: ECMAPattern.Failure) -> LocalizedText {
    let part = failure.part
    return switch failure.reason {
    case .lookAround:
      LocalizedText(
        zh: "正则表达式“\(pattern)”中的“\(part)”是环视，不能在线性时间内匹配，请改写",
        en:
          "\"\(part)\" in the pattern \"\(pattern)\" is look-around, which cannot be matched in linear time; rewrite it"
      )
    case .backreference:
      LocalizedText(
        zh: "正则表达式“\(pattern)”中的“\(part)”是反向引用，不能在线性时间内匹配，请改写",
        en:
          "\"\(part)\" in the pattern \"\(pattern)\" is a backreference, which cannot be matched in linear time; rewrite it"
      )
    case .unknownEscape:
      LocalizedText(
        zh: "正则表达式“\(pattern)”中的转义“\(part)”不存在", en: "The pattern \"\(pattern)\" has an unknown escape \"\(part)\"")
    case .unknownProperty:
      LocalizedText(
        zh: "正则表达式“\(pattern)”中的字符属性“\(part)”不受支持",
        en: "The pattern \"\(pattern)\" has a character property that is not supported: \"\(part)\"")
    case .malformed:
      LocalizedText(
        zh: "正则表达式“\(pattern)”有误：“\(part)”", en: "The pattern \"\(pattern)\" is malformed near \"\(part)\"")
    }
  }

  // MARK: Suggestions

  /// “did you mean”, or nothing.
  static func suggestion(zh nearest: String?) -> String { nearest.map { "，是否想写“\($0)”？" } ?? "" }

  /// "did you mean", or nothing.
  static func suggestion(en nearest: String?) -> String { nearest.map { "; did you mean \"\($0)\"?" } ?? "" }
}
