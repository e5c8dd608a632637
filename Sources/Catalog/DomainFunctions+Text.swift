import CEL
import DataTree
import Diagnostics

/// Functions on text, names, codes and telephone numbers.
extension DomainFunctions {
  /// Functions that read one text.
  var textFunctions: [FunctionDeclaration] {
    [text, materialKey, materialFamily, matchesAny, entry, creditCodeValid, phoneKey, isHotline]
  }

  /// `text(value[, language])`
  private var text: FunctionDeclaration {
    FunctionDeclaration(
      "text",
      summary: LocalizedText(
        zh: "取值的文字：多语言文本取所要的语言，没有时取文本语言，再没有取第一种；数字和时限转为文字。",
        en: "The words of a value: localized text in the language asked for, else the text language, else the first; "
          + "numbers and limits in words."),
      overloads: [
        overload("text", [.dyn], .string) { arguments, evaluation in
          words(arguments[0], language: nil, evaluation)
        },
        overload("text", [.dyn, .string], .string) { arguments, evaluation in
          if case .node(let node) = arguments[0], case .string(let language) = arguments[1],
            !evaluation.comparesKeysByText
          {
            let tag = evaluation.bytes(of: language)
            let asked = bytes(tag, equal: "zh") ? shapes.keys.zh : bytes(tag, equal: "en") ? shapes.keys.en : .unknown
            if asked != .unknown {
              return localizedText(of: node, asked: asked, evaluation).map { .string($0) } ?? .absent
            }
          }
          return words(arguments[0], language: evaluation.string(of: arguments[1]), evaluation)
        },
      ],
      examples: [
        FunctionDeclaration.Example("text('申请表')", "'申请表'"),
        FunctionDeclaration.Example("text({'zh': '受理', 'en': 'Acceptance'})", "'受理'"),
        FunctionDeclaration.Example("text({'zh': '受理', 'en': 'Acceptance'}, 'en')", "'Acceptance'"),
        FunctionDeclaration.Example("text(3)", "'3'"),
        FunctionDeclaration.Example("text(limit('20 工作日'), 'en')", "'20 working days'"),
      ])
  }

  /// What `text()` gives.
  private func words(_ value: Value, language: String?, _ evaluation: Evaluation) -> Value {
    if let text = text(of: value, language: language, evaluation) { return .string(text) }
    switch value {
    case .int, .uint, .double, .bool: return evaluation.makeString(words(of: value))
    case .opaque(let opaque): return words(of: opaque, language: language, evaluation)
    default: return .absent
    }
  }

  /// A limit as written; computed ones, and those asked for in another language, in standard words.
  private func words(of opaque: OpaqueValue, language: String?, _ evaluation: Evaluation) -> Value {
    let isWritten = Int(opaque.tree) < evaluation.trees.count
    if isWritten, language == nil || language == textLanguage {
      let node = evaluation.tree(UInt32(opaque.tree))[opaque.node]
      let offset = evaluation.tree(UInt32(opaque.tree)).textOffset(opaque.node)
      return .string(TextReference(space: UInt32(opaque.tree) + 2, offset: offset, count: node.count))
    }
    if let vocabulary = vocabularies[opaque.bits] { return evaluation.makeString(vocabulary.id) }
    let inChinese = (language ?? textLanguage).hasPrefix("zh")
    return evaluation.makeString(TimeLimit(bits: opaque.bits).describe(inChinese: inChinese))
  }

  /// `materialKey(name)`
  private var materialKey: FunctionDeclaration {
    declare(
      "materialKey",
      zh: "材料名称的比较键：统一全角半角，去掉空格、书名号和括号（括号内的文字保留）。",
      en: "A material's name for comparison: NFKC without spaces, 《》 and bracket characters; what brackets hold stays.",
      [.dyn], .string,
      examples: [
        ("materialKey('《申请表》（一）')", "'申请表一'"), ("materialKey('营 业 执照')", "'营业执照'"),
        ("materialKey('ＡＢＣ表')", "'ABC表'"),
      ]
    ) { arguments, evaluation in
      if let text = text(of: arguments[0], evaluation), MaterialName.isKey(evaluation.bytes(of: text)) {
        return .string(text)
      }
      return withText(arguments[0], evaluation) { name in
        evaluation.makeString(MaterialName.key(name, normalize: normalize))
      }
    }
  }

  /// `materialFamily(name, table)`
  private var materialFamily: FunctionDeclaration {
    declare(
      "materialFamily",
      zh: "材料所属的类：“人员|规范名称”，去掉形式和份数后按词汇表归并；词汇表里没有时视为未填。",
      en: "The family of a material, \"person|canonical name\", once form and copies are set aside; absent where the "
        + "table does not have it.",
      [.dyn, .opaque("vocabulary")], .string
    ) { arguments, evaluation in
      guard let number = vocabularyNumber(arguments[1]) else { return .absent }
      return withText(arguments[0], evaluation) { name in
        let memo = TextMemo.reference(of: evaluation)
        if let known = memo._withUnsafeGuaranteedRef({ $0.knownFamily(name, vocabulary: number) }) {
          if known == 0 { return .absent }
          let family = memo._withUnsafeGuaranteedRef { $0.family(at: known) }
          return family.map { evaluation.makeString($0) } ?? .absent
        }
        let family = MaterialFamily.family(name, in: vocabularies.vocabularies[number], normalize: normalize)
        memo._withUnsafeGuaranteedRef { $0.noteFamily(family, name, vocabulary: number) }
        return family.map { evaluation.makeString($0) } ?? .absent
      }
    }
  }

  /// `matchesAny(text, vocabulary)`
  private var matchesAny: FunctionDeclaration {
    declare(
      "matchesAny",
      zh: "文字中是否含有词汇表的任何一条；对照表则看文字是否就是其中一个名称。",
      en: "Whether a text holds any entry of a vocabulary; for a table, whether it is one of its names.",
      [.dyn, .opaque("vocabulary")], .bool
    ) { arguments, evaluation in
      guard let number = vocabularyNumber(arguments[1]) else { return .absent }
      let memo = TextMemo.reference(of: evaluation)
      return withText(arguments[0], evaluation) { text in
        if let known = memo._withUnsafeGuaranteedRef({ $0.knownMatch(text, vocabulary: number) }) {
          return .bool(known)
        }
        let isMatch = vocabularies.vocabularies[number].matches(text)
        memo._withUnsafeGuaranteedRef { $0.noteMatch(isMatch, text, vocabulary: number) }
        return .bool(isMatch)
      }
    }
  }

  /// `entry(name, table)`
  private var entry: FunctionDeclaration {
    declare(
      "entry",
      zh: "对照表里这个名称（标准名称或者别名）的一行：`name` 是标准名称，其余是各栏文字；表里没有时为空。",
      en:
        "The row of a table for a name or alias: `name` is the canonical name, the rest are its fields; none where the "
        + "table does not have it.",
      [.dyn, .opaque("vocabulary")], .optional(.map(.string, .string))
    ) { arguments, evaluation in
      guard let number = vocabularyNumber(arguments[1]) else { return .absent }
      return withText(arguments[0], evaluation) { name in
        let memo = TextMemo.reference(of: evaluation)
        let isMissing = memo._withUnsafeGuaranteedRef { $0.lacksRow(name, vocabulary: number) }
        guard !isMissing, let row = vocabularies.vocabularies[number].row(named: name) else {
          if !isMissing { memo._withUnsafeGuaranteedRef { $0.noteNoRow(name, vocabulary: number) } }
          return evaluation.makeOptional(nil)
        }
        var fields = [(key: evaluation.makeString("name"), value: evaluation.makeString(row.canonical))]
        for field in row.fields {
          fields.append((evaluation.makeString(field.name), evaluation.makeString(field.text)))
        }
        return evaluation.makeOptional(evaluation.makeMap(fields))
      }
    }
  }

  /// `creditCodeValid(code)`
  private var creditCodeValid: FunctionDeclaration {
    declare(
      "creditCodeValid",
      zh: "统一社会信用代码的校验码是否正确（GB 32100-2015）；以 TE 开头的临时代码只看格式。",
      en: "Whether a unified social credit code has the right check character (GB 32100-2015); of a temporary code "
        + "(TE…) only the form is judged.",
      [.dyn], .bool,
      examples: [
        ("creditCodeValid('11440100007482575H')", "true"), ("creditCodeValid('13440000515356094L')", "false"),
      ]
    ) { arguments, evaluation in
      withText(arguments[0], evaluation) { .bool(CreditCode.isValid($0)) }
    }
  }

  /// `phoneKey(number)`
  private var phoneKey: FunctionDeclaration {
    declare(
      "phoneKey",
      zh: "电话号码的比较键：只留数字，多个号码之间用 / 分隔。",
      en: "A telephone number for comparison: digits only, several numbers separated by /.",
      [.dyn], .string,
      examples: [
        ("phoneKey('（0791）1234-5678')", "'079112345678'"), ("phoneKey('12345、12315')", "'12345/12315'"),
      ]
    ) { arguments, evaluation in
      withText(arguments[0], evaluation) { evaluation.makeString(PhoneNumber.key($0)) }
    }
  }

  /// `isHotline(number)`
  private var isHotline: FunctionDeclaration {
    declare(
      "isHotline",
      zh: "是否政务热线：12345 或 123 开头的五位号码，可带区号。",
      en: "Whether a number is a government hotline: 12345 or 123xx, with or without area code.",
      [.dyn], .bool,
      examples: [("isHotline('0791-12345')", "true"), ("isHotline('0791-86741234')", "false")]
    ) { arguments, evaluation in
      withText(arguments[0], evaluation) { .bool(PhoneNumber.isHotline($0)) }
    }
  }
}
