import Diagnostics

extension StandardLibrary {
  /// A list of anything.
  private static let list = ExpressionType.list(.parameter("A"))

  /// The lists library.
  static let listFunctions: [FunctionDeclaration] = [
    function("slice", zh: "列表的一段。", en: "A part of a list.", isMember: true, [([list, .int, .int], list)]) {
      arguments, evaluation in
      let elements = evaluation.elements(arguments[0])
      guard let start = evaluation.index(arguments[1], upTo: elements.count) else {
        return evaluation.badIndex(arguments[1])
      }
      guard let end = evaluation.index(arguments[2], upTo: elements.count), end >= start else {
        return evaluation.badIndex(arguments[2])
      }
      return evaluation.makeList(Array(elements[start..<end]))
    },
    function(
      "flatten", zh: "展开嵌套的列表。", en: "Lists inside a list laid open.", isMember: true,
      [([.list(list)], list), ([.list(.dyn), .int], .list(.dyn))]
    ) { arguments, evaluation in
      var depth: Int64 = 1
      if arguments.count == 2, case .int(let wanted) = arguments[1] { depth = wanted }
      guard depth >= 0 else { return evaluation.badIndex(arguments[1]) }
      var result: [Value] = []
      evaluation.flatten(arguments[0], depth: min(depth, 64), into: &result)
      return evaluation.makeList(result)
    },
    function("distinct", zh: "去掉重复的元素。", en: "A list without repeated elements.", isMember: true, [([list], list)]) {
      arguments, evaluation in
      var result: [Value] = []
      for element in evaluation.elements(arguments[0])
      where !evaluation.memory.isExhausted && !evaluation.holds(result, element) { result.append(element) }
      return evaluation.makeList(result)
    },
    function("reverse", zh: "颠倒次序。", en: "The elements in reverse order.", isMember: true, [([list], list)]) {
      arguments, evaluation in
      evaluation.makeList(evaluation.elements(arguments[0]).reversed())
    },
    function("sort", zh: "按大小排序。", en: "The elements in order.", isMember: true, [([list], list)]) {
      arguments, evaluation in
      let pairs = evaluation.elements(arguments[0]).map { (key: $0, element: $0) }
      return evaluation.memory.sorted(pairs) ?? evaluation.fail(Messages.notSortable)
    },
    function("lists.range", zh: "从 0 到 n-1 的整数。", en: "The whole numbers from 0 to n-1.", [([.int], .list(.int))]) {
      arguments, evaluation in
      guard case .int(let count) = arguments[0], count > 0 else { return evaluation.makeList([]) }
      guard count <= evaluation.limits.values else { return evaluation.limitReached(Messages.valueLimit) }
      evaluation.memory.spend(Int(count))
      return evaluation.makeList((0..<count).map { .int($0) })
    },
  ]

  /// The sets library: lists seen as sets.
  static let setFunctions: [FunctionDeclaration] = [
    function(
      "sets.contains", zh: "前一列表是否含有后一列表的所有元素。", en: "Whether a list has every element of another.",
      [([list, list], .bool)]
    ) {
      arguments, evaluation in .bool(evaluation.isSubset(arguments[1], of: arguments[0]))
    },
    function(
      "sets.equivalent", zh: "两个列表的元素是否相同。", en: "Whether two lists have the same elements.", [([list, list], .bool)]
    ) {
      arguments, evaluation in
      .bool(evaluation.isSubset(arguments[0], of: arguments[1]) && evaluation.isSubset(arguments[1], of: arguments[0]))
    },
    function("sets.intersects", zh: "两个列表是否有共同元素。", en: "Whether two lists share an element.", [([list, list], .bool)])
    {
      arguments, evaluation in
      let others = evaluation.elements(arguments[1])
      return .bool(evaluation.elements(arguments[0]).contains { evaluation.holds(others, $0) })
    },
  ]

  /// The encoders library.
  static let encoders: [FunctionDeclaration] = [
    function("base64.encode", zh: "编码为 Base64 文本。", en: "Bytes as Base64 text.", [([.bytes], .string)]) {
      arguments, evaluation in evaluation.makeString(Base64.encode(evaluation.textBytes(arguments[0])))
    },
    function("base64.decode", zh: "解码 Base64 文本。", en: "The bytes of Base64 text.", [([.string], .bytes)]) {
      arguments, evaluation in
      guard let bytes = Base64.decode(evaluation.textBytes(arguments[0])) else {
        return evaluation.fail(Messages.invalidBase64)
      }
      return evaluation.makeBytes(bytes)
    },
  ]

  /// Functions of optionals; `or` and `orValue` are instructions, so that they do not evaluate what is not needed.
  static let optionalFunctions: [FunctionDeclaration] = [
    function("optional.of", zh: "装入可选值。", en: "A value as an optional.", [([.parameter("A")], optional)]) {
      arguments, evaluation in evaluation.makeOptional(arguments[0])
    },
    function("optional.none", zh: "空的可选值。", en: "The empty optional.", [([], optional)]) { _, _ in .optional(.none) },
    function(
      "optional.ofNonZeroValue", zh: "非零值装入可选值，零值则为空。", en: "A value as an optional, empty for a zero value.",
      [([.parameter("A")], optional)]
    ) { arguments, evaluation in
      evaluation.isZero(arguments[0]) ? .optional(.none) : evaluation.makeOptional(arguments[0])
    },
    function("hasValue", zh: "可选值是否有内容。", en: "Whether an optional has content.", isMember: true, [([optional], .bool)])
    {
      arguments, _ in
      if case .optional(let reference) = arguments[0] { return .bool(reference.index != .max) }
      return .bool(false)
    },
    function("value", zh: "可选值的内容。", en: "The content of an optional.", isMember: true, [([optional], .parameter("A"))])
    {
      arguments, evaluation in
      guard case .optional(let reference) = arguments[0] else { return evaluation.noOverload("value", arguments) }
      if let content = evaluation.content(of: reference) { return content }
      return evaluation.runtime?.hasAbsentOptionals == true ? .absent : evaluation.fail(Messages.emptyOptional)
    },
    function(
      "or", zh: "第一个有内容的可选值。", en: "The first optional that has content.", isMember: true,
      [([optional, optional], optional)]
    ) {
      arguments, _ in
      if case .optional(let reference) = arguments[0], reference.index != .max { return arguments[0] }
      return arguments[1]
    },
    function(
      "orValue", zh: "可选值的内容，空时取另一个值。", en: "The content of an optional, or another value.", isMember: true,
      [([optional, .parameter("A")], .parameter("A"))]
    ) { arguments, evaluation in
      if case .optional(let reference) = arguments[0] { return evaluation.content(of: reference) ?? arguments[1] }
      return arguments[1]
    },
    function(
      "optional.unwrap", zh: "列表中可选值的内容。", en: "The contents of a list of optionals.", [([.list(optional)], list)],
      body: unwrap),
    function(
      "unwrapOpt", zh: "列表中可选值的内容。", en: "The contents of a list of optionals.", isMember: true,
      [([.list(optional)], list)], body: unwrap),
    function("first", zh: "列表的第一个元素。", en: "The first element, as an optional.", isMember: true, [([list], optional)]) {
      arguments, evaluation in evaluation.makeOptional(evaluation.element(of: arguments[0], at: 0))
    },
    function("last", zh: "列表的最后一个元素。", en: "The last element, as an optional.", isMember: true, [([list], optional)]) {
      arguments, evaluation in
      evaluation.makeOptional(evaluation.element(of: arguments[0], at: (evaluation.count(of: arguments[0]) ?? 0) - 1))
    },
  ]

  /// An optional of anything.
  private static let optional = ExpressionType.optional(.parameter("A"))

  /// The contents of the optionals in a list that have any.
  private static let unwrap: FunctionOverload.Body = { arguments, evaluation in
    var result: [Value] = []
    for element in evaluation.elements(arguments[0]) {
      guard case .optional(let reference) = element else { return evaluation.noOverload("optional.unwrap", arguments) }
      if let content = evaluation.content(of: reference) { result.append(content) }
    }
    return evaluation.makeList(result)
  }
}

extension Evaluation {
  /// Appends the elements of a list, those of lists inside it down to a depth instead of the lists.
  fileprivate func flatten(_ list: Value, depth: Int64, into result: inout [Value]) {
    for element in elements(list) {
      if depth > 0, memory.kind(of: element) == .list {
        flatten(element, depth: depth - 1, into: &result)
      } else {
        result.append(element)
      }
    }
  }

  /// Whether some element equals a value.
  fileprivate func holds(_ elements: [Value], _ value: Value) -> Bool {
    elements.contains { memory.equals($0, value) == .yes }
  }

  /// Whether every element of one list is in another.
  fileprivate func isSubset(_ list: Value, of other: Value) -> Bool {
    let others = elements(other)
    return elements(list).allSatisfy { !memory.isExhausted && holds(others, $0) }
  }

  /// Whether a value is the zero of its type.
  fileprivate func isZero(_ value: Value) -> Bool {
    switch value {
    case .null: true
    case .bool(let value): !value
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text), .bytes(let text): text.count == 0
    case .list, .map, .node: count(of: value) == 0
    case .duration(let moment): moment.seconds == 0 && moment.nanoseconds == 0
    case .optional(let reference): reference.index == .max
    default: false
    }
  }
}

extension Memory {
  /// Makes a list of elements in the order of their keys; nil when two keys have no order.
  func sorted(_ pairs: [(key: Value, element: Value)]) -> Value? {
    var isComparable = true
    spend(pairs.count)
    let kinds = pairs.map { kind(of: $0.key) }
    if let first = kinds.first, kinds.contains(where: { $0 != first }) { return nil }
    if pairs.count == 1, compare(pairs[0].key, pairs[0].key) == nil { return nil }
    // `sort` is stable; a comparison without an answer must still be consistent, so it counts as equal.
    let sorted = pairs.sorted { left, right in
      guard isComparable, !isExhausted else { return false }
      spend(1)
      guard let order = compare(left.key, right.key) else {
        isComparable = false
        return false
      }
      return order == .less
    }
    return isComparable ? makeList(sorted.map(\.element)) : nil
  }
}

/// Base64 with the standard alphabet.
private enum Base64 {
  /// The digits by their values.
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The padded text of bytes.
  static func encode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var bits: UInt32 = 0
      for index in 0..<3 { bits = bits << 8 | (index < count ? UInt32(bytes[start + index]) : 0) }
      for index in 0..<4 {
        result.append(index <= count ? alphabet[Int(bits >> UInt32(18 - 6 * index) & 63)] : UInt8(ascii: "="))
      }
    }
    return result
  }

  /// The bytes of padded or unpadded text; nil for other characters or lengths.
  static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var digits = Array(text)
    if digits.count % 4 == 0 { for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() } }
    guard digits.count % 4 != 1 else { return nil }
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for digit in digits {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      bits = (bits << 6 | UInt32(value)) & 0xFFFF
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> bitCount))
      }
    }
    return result
  }
}
