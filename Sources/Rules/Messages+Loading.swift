import Catalog
import Diagnostics

/// What is said about rule files, configurations and flags.
extension Messages {
  /// A file of a rule set, or a configuration, with a second document.
  static let oneDocumentExpected = LocalizedText(
    zh: "此文件只能有一个文档，请删去 --- 之后的内容。", en: "This file may hold one document only; remove what follows `---`.")
  /// A rule that judges nodes but names nothing that must hold.
  static let requireMissing = LocalizedText(
    zh: "规则没有写 require，即必须满足的条件。", en: "The rule has no `require`, that is, nothing that must hold.")
  /// Two ways to name the targets in one rule.
  static let findAndEach = LocalizedText(
    zh: "find 和 each 不能同时使用。", en: "`find` and `each` cannot be used together.")
  /// A group rule that would have to group parts of nodes.
  static let groupOfParts = LocalizedText(
    zh: "分组规则（groupBy）不能使用 find 或 each。", en: "A group rule (`groupBy`) cannot use `find` or `each`.")
  /// A fix of failures whose document is not at hand.
  static let fixWithoutDocument = LocalizedText(
    zh: "检查全目录（within: catalog）或者已删除文档（on: removed）的规则不能写 fix，因为这时没有可以修改的文档。",
    en: "A rule over the catalog or about removed documents has no `fix`: there is no document at hand to edit.")
  /// A rule that leaves open what makes it binding.
  static let sourcesMissing = LocalizedText(
    zh: "规则应在 sources 中写明依据；没有依据的，写 sources: [] 并在 note 中说明原因。",
    en: "A rule names what makes it binding in `sources`; where there is nothing, write `sources: []` and a `note` why."
  )

  /// A key that says nothing without `groupBy`.
  static func needsGroupBy(_ key: String) -> LocalizedText {
    LocalizedText(
      zh: "\(key) 只用于分组规则，但此规则没有 groupBy。", en: "`\(key)` belongs to group rules, but this rule has no `groupBy`.")
  }

  /// An `id` that would be found in another file than its own.
  static func idDiffersFromFile(_ id: String, file: String) -> LocalizedText {
    LocalizedText(
      zh: "规则编号“\(id)”应与文件名“\(file)”一致。", en: "The id “\(id)” must equal the file's name, “\(file)”.")
  }

  /// A kind of document that no schema describes.
  static func unknownKind(_ kind: String, known: [String]) -> LocalizedText {
    let hint = nearestName(to: kind, among: known)
    return LocalizedText(
      zh: "没有“\(kind)”这种文档，可用：\(known.joined(separator: "、"))。" + (hint.map { "是否指 \($0)？" } ?? ""),
      en: "There is no kind “\(kind)”; there are: \(known.joined(separator: ", "))."
        + (hint.map { " Did you mean \($0)?" } ?? ""))
  }

  /// A parameter that a configuration could set without any effect.
  static func unusedParameter(_ name: String) -> LocalizedText {
    LocalizedText(zh: "参数“\(name)”没有被使用。", en: "The parameter “\(name)” is never read.")
  }

  /// A default that the rule itself would not accept from a configuration.
  static func defaultOfOtherType(_ name: String, _ kind: RuleParameter.Kind) -> LocalizedText {
    LocalizedText(
      zh: "参数“\(name)”的默认值与其类型（\(kind.rawValue)）不符。",
      en: "The default of “\(name)” is not of its type (\(kind.rawValue)).")
  }

  /// A `find` that names no vocabulary of the set.
  static func unknownVocabulary(_ name: String, known: [String]) -> LocalizedText {
    let hint = nearestName(to: name, among: known)
    return LocalizedText(
      zh: "没有词表“\(name)”。" + (hint.map { "是否指 \($0)？" } ?? ""),
      en: "There is no vocabulary “\(name)”." + (hint.map { " Did you mean \($0)?" } ?? ""))
  }

  /// A search of the domain that does not exist.
  static func unknownFinder(_ name: String) -> LocalizedText {
    let known = TextFinder.allCases.map(\.rawValue)
    let hint = nearestName(to: name, among: known)
    return LocalizedText(
      zh: "没有查找方式“finder.\(name)”，可用的有 \(known.joined(separator: "、"))。" + (hint.map { "是否指 finder.\($0)？" } ?? ""),
      en: "There is no finder “\(name)”; there are \(known.joined(separator: ", "))."
        + (hint.map { " Did you mean finder.\($0)?" } ?? ""))
  }

  /// A pattern that RE2 refuses, with RE2's reason and the part it names.
  static func badPattern(_ pattern: String, _ reason: String, part: String) -> LocalizedText {
    LocalizedText(
      zh: "正则表达式“\(pattern)”不合 RE2 语法：\(reason)（\(part)）。",
      en: "The pattern “\(pattern)” is not RE2 syntax: \(reason) (\(part)).")
  }

  /// A brace in a message that opens or closes nothing; `at` is its UTF-8 offset in the template.
  static func templateFault(_ fault: MessageTemplate.Fault) -> (message: LocalizedText, at: Int) {
    switch fault {
    case .unclosed(let at):
      (
        LocalizedText(
          zh: "“{” 后的表达式没有以“}”结束；要写花括号本身，请写 {{。",
          en: "The expression behind `{` has no `}`; for a brace itself, write `{{`."),
        at
      )
    case .stray(let at):
      (LocalizedText(zh: "多余的“}”；要写花括号本身，请写 }}。", en: "This `}` closes nothing; for a brace itself, write `}}`."), at)
    case .empty(let at):
      (LocalizedText(zh: "“{}” 中没有表达式。", en: "There is no expression in `{}`."), at)
    }
  }

  /// An id that two files of the set claim.
  static func ruleTwice(_ id: String, other: String) -> LocalizedText {
    LocalizedText(zh: "规则编号“\(id)”已在 \(other) 中使用。", en: "The rule id “\(id)” is used in \(other) already.")
  }

  /// A file that is neither rule nor vocabulary, pack or schema.
  static func unknownFile(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "不认识的文件“\(path)”：规则写作 <规则包>/<编号>.yaml，词表写作 <规则包>/vocabulary/<编号>.yaml，体验资料写作 <规则包>/kit/<编号>.yaml。",
      en:
        "“\(path)” is no file of a rule set: rules are <pack>/<id>.yaml, vocabularies <pack>/vocabulary/<id>.yaml, kits <pack>/kit/<id>.yaml."
    )
  }

  /// A name in a configuration or flag that selects nothing.
  static func unknownRule(_ name: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "没有规则或规则包“\(name)”。" + (nearest.map { "是否指 \($0)？" } ?? "用 guidelint rule list 查看全部规则。"),
      en: "There is no rule or pack “\(name)”."
        + (nearest.map { " Did you mean \($0)?" } ?? " See guidelint rule list."))
  }

  /// A parameter that is set but not declared by its rule.
  static func unknownParameter(_ name: String, of rule: String, known: [String]) -> LocalizedText {
    let hint = nearestName(to: name, among: known)
    return LocalizedText(
      zh: "规则 \(rule) 没有参数“\(name)”。"
        + (hint.map { "是否指 \($0)？" } ?? (known.isEmpty ? "它没有参数。" : "可用：\(known.joined(separator: "、"))。")),
      en: "The rule \(rule) has no parameter “\(name)”."
        + (hint.map { " Did you mean \($0)?" }
          ?? (known.isEmpty ? " It has none." : " It has: \(known.joined(separator: ", "))."))
    )
  }

  /// A parameter set to a value of another type.
  static func badParameter(_ name: String, of rule: String, _ value: String, expected: RuleParameter.Kind)
    -> LocalizedText
  {
    LocalizedText(
      zh: "参数 \(rule).\(name) 应为 \(kindName(expected).zh)，现为“\(value)”。",
      en: "The parameter \(rule).\(name) must be \(kindName(expected).en), not “\(value)”.")
  }

  private static func kindName(_ kind: RuleParameter.Kind) -> LocalizedText {
    switch kind {
    case .integer: LocalizedText(zh: "整数", en: "a whole number")
    case .number: LocalizedText(zh: "数字", en: "a number")
    case .string: LocalizedText(zh: "文字", en: "text")
    case .boolean: LocalizedText(zh: "true 或 false", en: "true or false")
    case .list: LocalizedText(zh: "列表", en: "a list")
    }
  }

  /// A `--severity` that is not of the form rule=level.
  static func badSeverityFlag(_ value: String) -> LocalizedText {
    LocalizedText(
      zh: "--severity 应写作 规则=严重程度（error、warning、info 或 off），现为“\(value)”。",
      en: "--severity is written rule=severity (error, warning, info or off), not “\(value)”.")
  }

  /// A `--set` that is not of the form rule.param=value.
  static func badSetFlag(_ value: String) -> LocalizedText {
    LocalizedText(
      zh: "--set 应写作 规则.参数=值，现为“\(value)”。", en: "--set is written rule.param=value, not “\(value)”.")
  }

  /// An entry of `extends` that is neither a shipped set nor a folder.
  static func unknownExtends(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "extends 中的“\(name)”不可用：应为 standard/correctness、standard/recommended、standard/all，"
        + "或以 ./、../、/ 开头的规则文件夹或配置文件。",
      en: "“\(name)” in `extends` must be standard/correctness, standard/recommended, standard/all, "
        + "or a folder of rules or a configuration that begins with ./, ../ or /.")
  }

  /// A setting that a lock keeps from having effect.
  static func lockedSetting(_ rule: String, at lock: String) -> LocalizedText {
    LocalizedText(
      zh: "规则 \(rule) 已在 \(lock) 锁定，此处关闭规则、降低严重程度或修改参数均不生效；确需调整的，请修改锁定处。",
      en:
        "Rule \(rule) is locked at \(lock): turning it off, lowering its severity or changing its parameters here has "
        + "no effect. Change it where it is locked.")
  }

  /// A flag that a lock forbids.
  static func lockedFlag(_ flag: String, rule: String, at lock: String) -> LocalizedText {
    LocalizedText(
      zh: "规则 \(rule) 已在 \(lock) 锁定，命令行不能放宽：\(flag)。",
      en: "Rule \(rule) is locked at \(lock); no flag may relax it: \(flag).")
  }
}

extension Messages {
  /// A profile that does not exist.
  static func unknownProfile(_ name: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "没有地方配置“\(name)”。" + (nearest.map { "是否指 \($0)？" } ?? ""),
      en: "There is no profile “\(name)”." + (nearest.map { " Did you mean \($0)?" } ?? ""))
  }

  /// A profile that starts from itself.
  static func profileCircle(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "地方配置“\(name)”的 extends 绕回了自己。", en: "The profile “\(name)” extends itself in a circle.")
  }

  /// An id that two profiles claim.
  static func profileTwice(_ id: String, other: String) -> LocalizedText {
    LocalizedText(
      zh: "地方配置“\(id)”已在 \(other) 中定义。", en: "The profile “\(id)” is already defined in \(other).")
  }

  /// A step of a selector that the schemas rule out, where no name is at fault.
  static let selectorNeverMatches = LocalizedText(
    zh: "按照格式定义，这一步永远选不到内容。", en: "By the schema, this step can never select anything.")

  /// A field that a selector names and the schemas do not have.
  static func unknownField(_ name: String, known: [String]) -> LocalizedText {
    let hint = nearestName(to: name, among: known)
    return LocalizedText(
      zh: "格式定义中没有字段“\(name)”。" + (hint.map { "是否指 \($0)？" } ?? ""),
      en: "The schema has no field “\(name)” here." + (hint.map { " Did you mean \($0)?" } ?? ""))
  }

  /// A vocabulary of none of the three kinds.
  static func vocabularyKind(_ kind: String) -> LocalizedText {
    LocalizedText(
      zh: "词表类型“\(kind)”应为 words、patterns 或 table。",
      en: "A vocabulary's kind is words, patterns or table, not “\(kind)”.")
  }

  /// An id that two vocabularies claim, neither of which may extend the other.
  static func vocabularyTwice(_ id: String, kind: Vocabulary.Kind, other: String) -> LocalizedText {
    LocalizedText(
      zh: "词表编号“\(id)”已在 \(other) 中使用；只有自有规则包可以用同样的编号和类型（\(kind.rawValue)）补充内置词表。",
      en:
        "The vocabulary id “\(id)” is used in \(other) already; only a pack of your own extends a shipped list, with the same id and kind (\(kind.rawValue))."
    )
  }

  /// A named value that is not known yet where it is used.
  static func letReadsGroup(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(name)”用到 group、earlier 或 first，而 when、groupBy 和 facts 在分组之前计算，不能使用它。",
      en:
        "“\(name)” reads `group`, `earlier` or `first`; `when`, `groupBy` and `facts` are evaluated before there are groups."
    )
  }

  /// A pattern of a configuration that takes no file.
  static func globUnmatched(_ pattern: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(pattern)”没有匹配到任何文件；路径相对于本配置所在的文件夹。",
      en: "“\(pattern)” matches no file; patterns are relative to the folder of this configuration.")
  }

  /// An `at` that may select several places.
  static let placeNotSingular = LocalizedText(
    zh: "at 应指向唯一的位置，不能使用 *、..、切片或筛选。",
    en: "`at` names a single place; it cannot use *, .., a slice or a filter.")

  /// A rule file that passed its schema but still lacks what reading it needs.
  static let unreadableRule = LocalizedText(
    zh: "规则缺少必要内容，无法读取。", en: "The rule lacks mandatory fields and cannot be read.")

  /// An expression that YAML took for a list or map, for want of quotes.
  static func quoteExpression(_ key: String) -> LocalizedText {
    LocalizedText(
      zh: "\(key) 的表达式被 YAML 当成了别的结构；以 ! [ { ' \" & * @ % 开头或含“: ”“ #”的表达式，请加引号或写成 >- 块。",
      en: "YAML reads the expression of `\(key)` as something else; one that begins with ! [ { ' \" & * @ % "
        + "or holds “: ” or “ #” is quoted or written as a >- block.")
  }

  /// A group over the catalog about documents that are not in it.
  static let removedOverCatalog = LocalizedText(
    zh: "on: removed 的规则看的是已经不在目录里的文档，不能用 within: catalog 分组。",
    en:
      "A rule with `on: removed` looks at documents that the catalog no longer has; it cannot group `within: catalog`.")

  /// A place in the earlier version of a document that is itself the earlier version.
  static let removedHasNoBase = LocalizedText(
    zh: "on: removed 的规则本来就在对照版本里画线，请改用 at。",
    en: "A rule with `on: removed` is placed in the version compared against anyway; use `at`.")
}
