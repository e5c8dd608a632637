import Diagnostics

extension Messages {
  /// An error whose reason was not kept.
  static let unknownError = LocalizedText(zh: "求值出错。", en: "Evaluation failed.")
  /// Too much text.
  static let byteLimit = LocalizedText(zh: "求值产生的文本超过上限。", en: "The evaluation makes more text than its limit allows.")
  /// Too many elements.
  static let valueLimit = LocalizedText(
    zh: "求值产生的元素超过上限。", en: "The evaluation makes more elements than its limit allows.")

  /// Too many steps.
  static func stepLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "求值超过 \(limit) 步的上限。", en: "The evaluation takes more than \(limit) steps.")
  }

  /// Variables that read variables too deeply.
  static func nestingLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "变量之间的引用超过 \(limit) 层。", en: "Variables read each other more than \(limit) levels deep.")
  }

  /// A variable without a value.
  static func unsetVariable(_ name: String) -> LocalizedText {
    LocalizedText(zh: "变量“\(name)”没有值。", en: "The variable '\(name)' has no value.")
  }

  /// A variable whose computation reads itself.
  static func variableReadsItself(_ name: String) -> LocalizedText {
    LocalizedText(zh: "变量“\(name)”的定义引用了它自己。", en: "The variable '\(name)' is defined by itself.")
  }

  /// A function that nothing declares.
  static func unboundFunction(_ name: String) -> LocalizedText {
    LocalizedText(zh: "没有可用的函数 \(name)()。", en: "There is no function \(name)() for these arguments.")
  }

  /// Another value where a boolean must be.
  static func expectedBool(_ type: String) -> LocalizedText {
    LocalizedText(zh: "此处应为 bool，而值是 \(type)。", en: "Expected bool, but the value is \(type).")
  }

  /// Another value where an optional must be.
  static func expectedOptional(_ type: String) -> LocalizedText {
    LocalizedText(zh: "此处应为可选值，而值是 \(type)。", en: "Expected an optional, but the value is \(type).")
  }

  /// Another value where a map must be.
  static func expectedMap(_ type: String) -> LocalizedText {
    LocalizedText(zh: "此处应为映射，而值是 \(type)。", en: "Expected a map, but the value is \(type).")
  }

  /// Values without an order.
  static func notComparable(_ left: String, _ right: String) -> LocalizedText {
    LocalizedText(zh: "\(left) 与 \(right) 不能比较大小。", en: "\(left) and \(right) have no order.")
  }

  /// Lists whose elements have no order.
  static let notSortable = LocalizedText(zh: "元素之间不能比较大小，无法排序。", en: "The elements have no order and cannot be sorted.")

  /// `in` with what has no elements.
  static func notACollection(_ type: String) -> LocalizedText {
    LocalizedText(zh: "in 的右边应为列表或映射，而值是 \(type)。", en: "'in' needs a list or map, but the value is \(type).")
  }

  /// A field of what has none.
  static func valueHasNoFields(_ type: String, _ field: String) -> LocalizedText {
    LocalizedText(zh: "\(type) 没有字段，不能读取“\(field)”。", en: "\(type) has no fields, so '\(field)' cannot be read.")
  }

  /// A key or index that is not there.
  static func noSuchKey(_ key: String) -> LocalizedText {
    LocalizedText(zh: "没有键或下标“\(key)”。", en: "No such key or index: '\(key)'.")
  }

  /// An index that is no whole number.
  static func invalidIndex(_ type: String) -> LocalizedText {
    LocalizedText(zh: "列表的下标应为整数，而值是 \(type)。", en: "Lists are indexed by whole numbers, but the value is \(type).")
  }

  /// An index into what has no elements.
  static func valueNotIndexable(_ type: String) -> LocalizedText {
    LocalizedText(zh: "\(type) 不能用 […] 读取。", en: "\(type) cannot be indexed.")
  }

  /// A macro over what has no elements.
  static func valueNotIterable(_ type: String) -> LocalizedText {
    LocalizedText(zh: "宏只能用于列表和映射，而值是 \(type)。", en: "Macros work on lists and maps, but the value is \(type).")
  }

  /// A key of a type that keys may not have.
  static func invalidKey(_ type: String) -> LocalizedText {
    LocalizedText(zh: "\(type) 不能作映射的键。", en: "\(type) cannot be a key of a map.")
  }

  /// A key that is there already.
  static func repeatedKey(_ key: String) -> LocalizedText {
    LocalizedText(zh: "映射中重复的键“\(key)”。", en: "The key '\(key)' is repeated in a map.")
  }

  /// An operator that the values do not have.
  static func noOperator(_ symbol: String, _ left: String, _ right: String) -> LocalizedText {
    LocalizedText(
      zh: "运算符 \(symbol) 不能用于 \(left) 和 \(right)。", en: "The operator \(symbol) does not take \(left) and \(right).")
  }

  /// A minus before what is no signed number.
  static func valueNotNegatable(_ type: String) -> LocalizedText {
    LocalizedText(zh: "负号不能用于 \(type)。", en: "\(type) cannot be negated.")
  }

  /// Arguments that no signature takes.
  static func noOverloadForValues(_ name: String, _ types: [String]) -> LocalizedText {
    let found = types.joined(separator: ", ")
    return LocalizedText(zh: "\(name)() 不接受 (\(found))。", en: "\(name)() does not take (\(found)).")
  }

  /// Division or remainder by zero.
  static let divisionByZero = LocalizedText(zh: "除数为零。", en: "Division by zero.")
  /// A whole number beyond its type.
  static let overflow = LocalizedText(zh: "整数运算溢出。", en: "A whole number overflows.")
  /// A point in time outside the years 1 to 9999.
  static let timestampRange = LocalizedText(
    zh: "时刻超出公元 1 年至 9999 年。", en: "The timestamp lies outside the years 1 to 9999.")
  /// A span beyond 64 bits of nanoseconds.
  static let durationRange = LocalizedText(zh: "时长超出范围（约 292 年）。", en: "The duration is longer than about 292 years.")
  /// Bytes that are no text.
  static let invalidUTF8 = LocalizedText(zh: "字节串不是有效的 UTF-8。", en: "The bytes are not valid UTF-8.")
  /// Text that is no Base64.
  static let invalidBase64 = LocalizedText(zh: "不是有效的 Base64 文本。", en: "The text is not valid Base64.")
  /// `value()` of `optional.none()`.
  static let emptyOptional = LocalizedText(zh: "可选值为空。", en: "The optional is empty.")
  /// Too many digits behind the point.
  static let formatPrecision = LocalizedText(zh: "格式中的小数位数最多为 100。", en: "A format may ask for at most 100 digits.")

  /// Text that a conversion does not understand.
  static func notConvertible(_ text: String, to type: String) -> LocalizedText {
    LocalizedText(zh: "“\(text)”不能转换为 \(type)。", en: "'\(text)' cannot be converted to \(type).")
  }

  /// A number that does not fit in a type.
  static func outOfRange(_ number: String, _ type: String) -> LocalizedText {
    LocalizedText(zh: "\(number) 超出 \(type) 的范围。", en: "\(number) does not fit in \(type).")
  }

  /// A time zone that neither we nor the caller know.
  static func unknownTimeZone(_ name: String) -> LocalizedText {
    LocalizedText(zh: "没有时区“\(name)”。", en: "There is no time zone '\(name)'.")
  }

  /// An index outside.
  static func indexOutOfRange(_ index: String) -> LocalizedText {
    LocalizedText(zh: "下标 \(index) 超出范围。", en: "The index \(index) is out of range.")
  }

  /// An extremum of nothing.
  static func emptyList(_ function: String) -> LocalizedText {
    LocalizedText(zh: "\(function)() 的列表不能为空。", en: "\(function)() needs at least one number.")
  }

  /// A shift the other way.
  static func negativeShift(_ distance: Int64) -> LocalizedText {
    LocalizedText(zh: "移位的位数不能为负：\(distance)。", en: "The shift distance is negative: \(distance).")
  }

  /// A clause that `format` does not have.
  static func formatClause(_ clause: String) -> LocalizedText {
    LocalizedText(
      zh: "格式中没有占位符“%\(clause)”，可用 %s %d %f %e %b %o %x %X。",
      en: "There is no clause '%\(clause)'; there are %s %d %f %e %b %o %x %X.")
  }

  /// Fewer arguments than clauses.
  static func formatArguments(_ index: Int) -> LocalizedText {
    LocalizedText(zh: "格式缺少第 \(index + 1) 个值。", en: "The format lacks its value number \(index + 1).")
  }

  /// An argument of a type that a clause does not take.
  static func formatType(_ clause: String, _ type: String) -> LocalizedText {
    LocalizedText(zh: "占位符 %\(clause) 不接受 \(type)。", en: "The clause %\(clause) does not take \(type).")
  }
}
