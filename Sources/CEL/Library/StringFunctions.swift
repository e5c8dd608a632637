import Diagnostics

extension StandardLibrary {
  /// The strings library, positions counted in code points.
  static let stringFunctions: [FunctionDeclaration] = [
    function(
      "charAt", zh: "某一位置的字符。", en: "The character at a position.", isMember: true, [([.string, .int], .string)]
    ) {
      arguments, evaluation in
      let scalars = evaluation.scalars(arguments[0])
      guard let index = evaluation.index(arguments[1], upTo: scalars.count) else {
        return evaluation.badIndex(arguments[1])
      }
      return evaluation.makeString(scalars[index..<min(index + 1, scalars.count)])
    },
    function(
      "indexOf", zh: "首次出现的位置，没有则为 -1。", en: "Position of the first occurrence, -1 for none.", isMember: true,
      [([.string, .string], .int), ([.string, .string, .int], .int)], body: indexOf),
    function(
      "lastIndexOf", zh: "最后一次出现的位置，没有则为 -1。", en: "Position of the last occurrence, -1 for none.", isMember: true,
      [([.string, .string], .int), ([.string, .string, .int], .int)], body: lastIndexOf),
    function(
      "lowerAscii", zh: "ASCII 字母转为小写。", en: "ASCII letters in lower case.", isMember: true, [([.string], .string)]
    ) {
      arguments, evaluation in
      evaluation.makeString(evaluation.textBytes(arguments[0]).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
    },
    function(
      "upperAscii", zh: "ASCII 字母转为大写。", en: "ASCII letters in upper case.", isMember: true, [([.string], .string)]
    ) {
      arguments, evaluation in
      evaluation.makeString(evaluation.textBytes(arguments[0]).map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 })
    },
    function(
      "replace", zh: "替换字符串中的一部分。", en: "Replaces parts of text.", isMember: true,
      [([.string, .string, .string], .string), ([.string, .string, .string, .int], .string)], body: replace),
    function(
      "split", zh: "按分隔符切分。", en: "Cuts text at a separator.", isMember: true,
      [([.string, .string], .list(.string)), ([.string, .string, .int], .list(.string))], body: split),
    function(
      "substring", zh: "从某一位置起的部分。", en: "The part from a position.", isMember: true,
      [([.string, .int], .string), ([.string, .int, .int], .string)], body: substring),
    function("trim", zh: "去掉首尾空白。", en: "Text without blanks around it.", isMember: true, [([.string], .string)]) {
      arguments, evaluation in
      guard case .string(let text) = arguments[0] else { return evaluation.makeString("") }
      evaluation.memory.spend(Int(text.count) / 4)
      return .string(text.part(evaluation.memory.bytes(text).withoutBlanks))
    },
    function(
      "join", zh: "把字符串列表连接起来。", en: "Joins a list of text.", isMember: true,
      [([.list(.string)], .string), ([.list(.string), .string], .string)], body: join),
    function("reverse", zh: "颠倒次序。", en: "The characters in reverse order.", isMember: true, [([.string], .string)]) {
      arguments, evaluation in
      evaluation.makeString(evaluation.scalars(arguments[0]).reversed())
    },
    function("strings.quote", zh: "加引号并转义。", en: "Text in quotes with escapes.", [([.string], .string)]) {
      arguments, evaluation in
      let escapes: [UInt8: String] = [
        0x07: "\\a", 0x08: "\\b", 0x0C: "\\f", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t", 0x0B: "\\v", 0x5C: "\\\\",
        0x22: "\\\"",
      ]
      var result: [UInt8] = [0x22]
      for byte in evaluation.textBytes(arguments[0]) {
        if let escape = escapes[byte] { result += escape.utf8 } else { result.append(byte) }
      }
      return evaluation.makeString(result + [0x22])
    },
  ]

  /// `text.indexOf(part, start)`
  private static let indexOf: FunctionOverload.Body = { arguments, evaluation in
    let text = evaluation.scalars(arguments[0])
    let part = evaluation.scalars(arguments[1])
    var start = 0
    if arguments.count == 3 {
      guard let index = evaluation.index(arguments[2], upTo: text.count) else {
        return evaluation.badIndex(arguments[2])
      }
      start = index
    }
    return .int(Int64(position(of: part, in: text, from: start, evaluation) ?? -1))
  }

  /// Where a run of code points stands at or after a position.
  private static func position(
    of part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int, _ evaluation: Evaluation
  ) -> Int? {
    guard text.count - start >= part.count else { return nil }
    for index in start...(text.count - part.count) {
      evaluation.memory.spend(1)
      if text[index..<index + part.count].elementsEqual(part) { return index }
    }
    return nil
  }

  /// `text.lastIndexOf(part, start)`
  private static let lastIndexOf: FunctionOverload.Body = { arguments, evaluation in
    let text = evaluation.scalars(arguments[0])
    let part = evaluation.scalars(arguments[1])
    var start = text.count
    if arguments.count == 3 {
      guard let index = evaluation.index(arguments[2], upTo: text.count) else {
        return evaluation.badIndex(arguments[2])
      }
      start = index
    }
    guard text.count >= part.count else { return .int(-1) }
    for index in (0...min(start, text.count - part.count)).reversed() {
      evaluation.memory.spend(1)
      if text[index..<index + part.count].elementsEqual(part) { return .int(Int64(index)) }
    }
    return .int(-1)
  }

  /// `text.replace(old, new, limit)`
  private static let replace: FunctionOverload.Body = { arguments, evaluation in
    let text = evaluation.scalars(arguments[0])
    let old = evaluation.scalars(arguments[1])
    let new = evaluation.scalars(arguments[2])
    var left = Int.max
    if arguments.count == 4, case .int(let limit) = arguments[3], limit >= 0 { left = Int(clamping: limit) }
    // Each replacement adds text, so the bound is checked before the result is built.
    guard (text.count + 1) * (new.count + 1) <= evaluation.limits.bytes || new.count <= old.count else {
      return evaluation.limitReached(Messages.byteLimit)
    }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index <= text.count, left > 0 {
      guard let found = position(of: old, in: text, from: index, evaluation) else { break }
      result += text[index..<found] + new
      left -= 1
      index = found + old.count
      guard old.isEmpty else { continue }
      if found < text.count { result.append(text[found]) }
      index = found + 1
    }
    if index < text.count { result += text[index...] }
    return evaluation.makeString(result)
  }

  /// `text.split(separator, limit)`
  private static let split: FunctionOverload.Body = { arguments, evaluation in
    let text = evaluation.scalars(arguments[0])
    let separator = evaluation.scalars(arguments[1])
    var limit = Int.max
    if arguments.count == 3, case .int(let number) = arguments[2], number >= 0 { limit = Int(clamping: number) }
    guard limit > 0 else { return evaluation.makeList([]) }
    var parts: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    while parts.count + 1 < limit {
      let from = separator.isEmpty ? start + 1 : start
      if separator.isEmpty, from >= text.count { break }
      guard let found = position(of: separator, in: text, from: from, evaluation) else { break }
      parts.append(text[start..<found])
      start = found + separator.count
    }
    if !separator.isEmpty || start < text.count { parts.append(text[start...]) }
    return evaluation.makeList(parts.map { evaluation.makeString($0) })
  }

  /// `text.substring(start, end)`
  private static let substring: FunctionOverload.Body = { arguments, evaluation in
    guard case .string(let text) = arguments[0] else { return evaluation.makeString("") }
    let bytes = evaluation.memory.bytes(text)
    evaluation.memory.spend(bytes.count / 4)
    guard case .int(let from) = arguments[1], let start = bytes.offset(ofScalar: from) else {
      return evaluation.badIndex(arguments[1])
    }
    var end = bytes.count
    if arguments.count == 3 {
      guard case .int(let upTo) = arguments[2], let offset = bytes.offset(ofScalar: upTo), offset >= start else {
        return evaluation.badIndex(arguments[2])
      }
      end = offset
    }
    return .string(text.part(start..<end))
  }

  /// `list.join(separator)`
  private static let join: FunctionOverload.Body = { arguments, evaluation in
    let separator = arguments.count == 2 ? Array(evaluation.textBytes(arguments[1])) : []
    var result: [UInt8] = []
    for (index, element) in evaluation.elements(arguments[0]).enumerated() {
      guard case .string = element else { return evaluation.noOverload("join", arguments) }
      if index > 0 { result += separator }
      result += evaluation.textBytes(element)
      guard result.count <= evaluation.limits.bytes else { return evaluation.limitReached(Messages.byteLimit) }
    }
    return evaluation.makeString(result)
  }
}

extension Evaluation {
  /// An index from 0 to a count; nil for others.
  func index(_ value: Value, upTo count: Int) -> Int? {
    guard case .int(let number) = value, number >= 0, number <= count else { return nil }
    return Int(number)
  }

  /// Makes the error that an index lies outside.
  func badIndex(_ value: Value) -> Value { fail(Messages.indexOutOfRange(display(value))) }
}
