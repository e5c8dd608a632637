import Diagnostics

extension Messages {
  /// The end of a sentence that suggests a name if there is one.
  private static func meant(_ nearest: String?) -> (zh: String, en: String) {
    nearest.map { ("，是否指“\($0)”？", "; did you mean '\($0)'?") } ?? ("。", ".")
  }

  /// A sentence with the first signatures of a function.
  private static func listed(_ signatures: [String]) -> (zh: String, en: String) {
    let shown = signatures.prefix(4).joined(separator: "; ")
    let more = signatures.count > 4
    return ("可用：\(shown)\(more ? " 等" : "")。", "It is declared as \(shown)\(more ? " and more" : "").")
  }

  /// A value of the wrong type as the result.
  static func wrongResult(_ found: ExpressionType, expected: ExpressionType) -> LocalizedText {
    LocalizedText(
      zh: "表达式的值应为 \(expected)，而它是 \(found)。", en: "The expression must give \(expected), but gives \(found).")
  }

  /// A value of the wrong type.
  static func expected(_ type: ExpressionType, found: ExpressionType) -> LocalizedText {
    LocalizedText(zh: "此处应为 \(type)，而这是 \(found)。", en: "Expected \(type), but this is \(found).")
  }

  /// A name that nothing declares.
  static func unknownVariable(_ name: String, nearest: String?) -> LocalizedText {
    LocalizedText(zh: "没有变量“\(name)”\(meant(nearest).zh)", en: "There is no variable '\(name)'\(meant(nearest).en)")
  }

  /// A field that a record does not have.
  static func unknownField(_ field: String, in record: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "\(record) 没有字段“\(field)”\(meant(nearest).zh)", en: "\(record) has no field '\(field)'\(meant(nearest).en)")
  }

  /// A selection from a map without text keys.
  static func keysAreNotText(_ type: ExpressionType, _ field: String) -> LocalizedText {
    LocalizedText(
      zh: "\(type) 的键不是字符串，不能用 .\(field) 读取。", en: "The keys of \(type) are not strings, so .\(field) cannot be read.")
  }

  /// A selection from what has no fields.
  static func hasNoFields(_ type: ExpressionType, _ field: String) -> LocalizedText {
    LocalizedText(zh: "\(type) 没有字段，不能读取 .\(field)。", en: "\(type) has no fields, so .\(field) cannot be read.")
  }

  /// `has` behind an optional step.
  static func hasBehindOptional(_ field: String) -> LocalizedText {
    LocalizedText(
      zh: "has() 只检查最后一步，前面有可选步骤时请写 ….?\(field).hasValue()。",
      en: "has() tests only its last step; behind an optional step write ….?\(field).hasValue().")
  }

  /// An index into what has no elements.
  static func notIndexable(_ type: ExpressionType) -> LocalizedText {
    LocalizedText(zh: "\(type) 不能用 […] 读取，只有列表和映射可以。", en: "\(type) cannot be indexed; only lists and maps can.")
  }

  /// A key of a type that keys may not have.
  static func invalidKeyType(_ type: ExpressionType) -> LocalizedText {
    LocalizedText(
      zh: "映射的键应为 string、int、uint 或 bool，而这是 \(type)。", en: "Keys are string, int, uint or bool, but this is \(type).")
  }

  /// A macro over what has no elements.
  static func notIterable(_ type: ExpressionType, macro: String) -> LocalizedText {
    LocalizedText(
      zh: "\(macro)() 只能用于列表和映射，而这是 \(type)。", en: "\(macro)() works on lists and maps, but this is \(type).")
  }

  /// An operator that the operands' types do not have.
  static func operatorMismatch(_ symbol: String, _ left: ExpressionType, _ right: ExpressionType) -> LocalizedText {
    if symbol == "==" || symbol == "!=" {
      return LocalizedText(
        zh: "\(left) 与 \(right) 永远不相等，不能用 \(symbol) 比较。",
        en: "\(left) and \(right) are never equal; \(symbol) cannot compare them.")
    }
    return LocalizedText(
      zh: "运算符 \(symbol) 不能用于 \(left) 和 \(right)。", en: "The operator \(symbol) does not take \(left) and \(right).")
  }

  /// A minus before what is no signed number.
  static func cannotNegate(_ type: ExpressionType) -> LocalizedText {
    LocalizedText(
      zh: "负号只能用于 int 和 double，而这是 \(type)。", en: "Only int and double can be negated, but this is \(type).")
  }

  /// Branches of different types.
  static func branchesDiffer(_ then: ExpressionType, _ otherwise: ExpressionType) -> LocalizedText {
    LocalizedText(
      zh: "条件两边的类型应相同，前者是 \(then)，后者是 \(otherwise)。",
      en: "Both branches must have one type; the first is \(then), the second \(otherwise).")
  }

  /// A function that nothing declares.
  static func unknownFunction(_ name: String, isMember: Bool, nearest: String?) -> LocalizedText {
    if ["ip", "cidr", "isIP", "isCIDR", "cel.block", "cel.index", "cel.iterVar", "proto.getExt", "proto.hasExt"]
      .contains(name)
    {
      return LocalizedText(
        zh: "不支持 \(name)()：网络库、block 库和 protobuf 扩展不在支持范围内。",
        en: "\(name)() is not supported: the network, block and protobuf libraries are out of scope.")
    }
    return LocalizedText(
      zh: "没有\(isMember ? "方法" : "函数") \(name)()\(meant(nearest).zh)",
      en: "There is no \(isMember ? "method" : "function") \(name)()\(meant(nearest).en)")
  }

  /// A macro with the wrong number of arguments, or one whose library is off.
  static func macroForm(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "\(name)() 是宏，写作 list.\(name)(变量, 表达式)，如 this.materials.\(name)(m, …)。",
      en: "\(name)() is a macro, written list.\(name)(variable, expression), as in this.materials.\(name)(m, …).")
  }

  /// A method called as a function, or the other way round.
  static func wrongCallForm(_ name: String, isMember: Bool) -> LocalizedText {
    isMember
      ? LocalizedText(zh: "\(name) 是函数，应写作 \(name)(x)。", en: "\(name) is a function: write \(name)(x).")
      : LocalizedText(zh: "\(name) 是方法，应写作 x.\(name)(…)。", en: "\(name) is a method: write x.\(name)(…).")
  }

  /// A call with the wrong number of arguments.
  static func wrongArgumentCount(_ name: String, _ count: Int, _ signatures: [String]) -> LocalizedText {
    LocalizedText(
      zh: "\(name)() 不接受 \(count) 个参数。\(listed(signatures).zh)",
      en: "\(name)() does not take \(count) argument\(count == 1 ? "" : "s"). \(listed(signatures).en)")
  }

  /// An argument that no signature takes.
  static func wrongArgument(_ name: String, _ type: ExpressionType, _ signatures: [String]) -> LocalizedText {
    LocalizedText(
      zh: "\(name)() 不接受 \(type)。\(listed(signatures).zh)",
      en: "\(name)() does not take \(type) here. \(listed(signatures).en)")
  }

  /// Arguments that no signature takes together.
  static func noOverload(_ name: String, _ types: [ExpressionType], _ signatures: [String]) -> LocalizedText {
    let found = types.map(\.description).joined(separator: ", ")
    return LocalizedText(
      zh: "\(name)() 不接受 (\(found))。\(listed(signatures).zh)",
      en: "\(name)() does not take (\(found)). \(listed(signatures).en)")
  }

  /// A pattern that RE2 refuses.
  static func invalidPattern(_ reason: String) -> LocalizedText {
    LocalizedText(zh: "正则表达式无效（RE2 语法）：\(reason)。", en: "The pattern is not valid RE2 syntax: \(reason).")
  }
}
