import Diagnostics

/// What this module says to people.
enum Messages {
  /// Stands in a message for a field that is not stated.
  static let notStated = LocalizedText(zh: "未填", en: "not stated")
  /// How a message shows `true`.
  static let yes = LocalizedText(zh: "是", en: "yes")
  /// How a message shows `false`.
  static let no = LocalizedText(zh: "否", en: "no")
  /// Label of a further place that a rule underlines.
  static let alsoHere = LocalizedText(zh: "另见此处", en: "see also here")
  /// Label of the first of several equal things.
  static let firstHere = LocalizedText(zh: "第一次出现在这里", en: "first stated here")
  /// Label of the alias, where the fault lies in what it stands for.
  static let behindAlias = LocalizedText(zh: "由此处的别名引用", en: "brought here by this alias")
  /// Label of the registry's entry, where the fault lies in a value that it supplied.
  static let suppliedFrom = LocalizedText(zh: "内容来自此处", en: "the value comes from here")
  /// Label of a place in the version compared against.
  static let comparedHere = LocalizedText(zh: "对照版本中在此处", en: "in the version compared against")
  /// Label of a document that only the version compared against has.
  static let removedHere = LocalizedText(
    zh: "这是对照版本中的文件，现在的目录里已没有这份文档",
    en: "this is the version compared against; the catalog no longer has this document")

  /// Label of a scalar in the version compared against.
  static func earlier(_ text: String) -> LocalizedText {
    LocalizedText(zh: "对照版本中原为“\(text)”", en: "was “\(text)” in the version compared against")
  }

  /// A `require` or `when` that gave something else than true or false.
  static func notBoolean(_ type: String) -> LocalizedText {
    LocalizedText(
      zh: "规则表达式的结果应为 true 或 false，实际为 \(type)。",
      en: "The rule's expression gave \(type) where true or false was expected.")
  }

  /// A group key of a type that cannot be compared.
  static let keyNotComparable = LocalizedText(
    zh: "groupBy 的结果不能用来分组，应为文字、数字、布尔值或它们的列表。",
    en: "The result of groupBy cannot be a key; it must be text, a number, a boolean or a list of these.")

  /// An expression of a rule that failed on a document.
  static func evaluationFailed(_ reason: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "规则无法判断：\(reason.zh)", en: "The rule could not be evaluated: \(reason.en)")
  }

  /// A selector that reached its bound.
  static let selectionLimit = LocalizedText(
    zh: "选择路径的计算量超过上限。", en: "The selector reached its bound on work.")

  /// An expression in a message that failed.
  static func messageFailed(_ reason: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "规则的提示文字无法生成：\(reason.zh)", en: "The rule's message could not be made: \(reason.en)")
  }
}

extension Messages {
  /// An id that an earlier document of the catalog has.
  static func idDuplicate(_ id: String, first: String) -> LocalizedText {
    LocalizedText(
      zh: "编号“\(id)”已在 \(first) 中使用；同一目录中编号不得重复，以先出现的文件为准。",
      en: "The id “\(id)” is used in \(first) already; ids are unique in a catalog, and the first file counts.")
  }

  /// A second `Catalog` document, which would leave open which registry counts.
  static func secondCatalog(first: String) -> LocalizedText {
    LocalizedText(
      zh: "一个目录只能有一个 Catalog 文档，\(first) 中已有一个。",
      en: "A catalog has one Catalog document at most; there is one in \(first) already.")
  }

  /// A document that is a list or a scalar.
  static func rootIsNoMap(_ kinds: [String]) -> LocalizedText {
    LocalizedText(
      zh: "文档应由“字段: 内容”组成，并以 kind: 写明种类（\(kinds.joined(separator: "、"))）。",
      en: "A document is made of `field: value` lines and names its kind (\(kinds.joined(separator: ", "))).")
  }

  /// A document without `kind`, so that no schema applies.
  static func kindMissing(_ kinds: [String]) -> LocalizedText {
    LocalizedText(
      zh: "缺少 kind，无法判断这是哪种文档；请填写 \(kinds.joined(separator: "、")) 之一。",
      en: "`kind` is missing, so nobody knows what this document is; write one of \(kinds.joined(separator: ", ")).")
  }
}
