import Diagnostics

extension StandardLibrary {
  /// `int`, `uint`, `double`, `string`, `bytes`, `bool`, `dyn`, `type`.
  static let conversions: [FunctionDeclaration] = [
    function(
      "int", zh: "转换为整数。", en: "Converts to int.",
      [.int, .uint, .double, .string, .timestamp, .duration].map { ([$0], .int) }, body: toInt),
    function(
      "uint", zh: "转换为无符号整数。", en: "Converts to uint.", [.uint, .int, .double, .string].map { ([$0], .uint) },
      body: toUInt),
    function(
      "double", zh: "转换为浮点数。", en: "Converts to double.", [.double, .int, .uint, .string].map { ([$0], .double) },
      body: toDouble),
    function(
      "string", zh: "转换为字符串。", en: "Converts to string.",
      [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration].map { ([$0], .string) }, body: toText),
    function("bytes", zh: "转换为字节串。", en: "Converts to bytes.", [([.bytes], .bytes), ([.string], .bytes)]) {
      arguments, _ in
      if case .string(let text) = arguments[0] { return .bytes(text) }
      return arguments[0]
    },
    function("bool", zh: "转换为布尔值。", en: "Converts to bool.", [([.bool], .bool), ([.string], .bool)]) {
      arguments, evaluation in
      guard let text = evaluation.string(of: arguments[0]) else { return arguments[0] }
      if ["1", "t", "T", "true", "TRUE", "True"].contains(text) { return .bool(true) }
      if ["0", "f", "F", "false", "FALSE", "False"].contains(text) { return .bool(false) }
      return evaluation.fail(Messages.notConvertible(text, to: "bool"))
    },
    function("dyn", zh: "不在求值前检查类型。", en: "Leaves the type to be checked when evaluated.", [([.parameter("A")], .dyn)])
    {
      arguments, _ in arguments[0]
    },
    function("type", zh: "值的类型。", en: "The type of a value.", [([.parameter("A")], .type(.parameter("A")))]) {
      arguments, evaluation in .type(evaluation.type(of: arguments[0]))
    },
  ]

  /// `int(x)`
  private static let toInt: FunctionOverload.Body = { arguments, evaluation in
    switch arguments[0] {
    case .uint(let number):
      return Int64(exactly: number).map { .int($0) } ?? evaluation.outOfRange(arguments[0], "int")
    case .double(let number):
      // The limits themselves are refused, because they may stand for numbers beyond.
      guard number > -0x1p63, number < 0x1p63 else { return evaluation.outOfRange(arguments[0], "int") }
      return .int(Int64(number))
    case .string:
      let text = evaluation.string(of: arguments[0]) ?? ""
      return Int64(text).map { .int($0) } ?? evaluation.fail(Messages.notConvertible(text, to: "int"))
    case .timestamp(let moment): return .int(moment.seconds)
    case .duration(let moment): return .int(moment.totalNanoseconds ?? 0)
    default: return arguments[0]
    }
  }

  /// `uint(x)`
  private static let toUInt: FunctionOverload.Body = { arguments, evaluation in
    switch arguments[0] {
    case .int(let number):
      return UInt64(exactly: number).map { .uint($0) } ?? evaluation.outOfRange(arguments[0], "uint")
    case .double(let number):
      guard number >= 0, number < 0x1p64 else { return evaluation.outOfRange(arguments[0], "uint") }
      return .uint(UInt64(number))
    case .string:
      let text = evaluation.string(of: arguments[0]) ?? ""
      return UInt64(text).map { .uint($0) } ?? evaluation.fail(Messages.notConvertible(text, to: "uint"))
    default: return arguments[0]
    }
  }

  /// `double(x)`
  private static let toDouble: FunctionOverload.Body = { arguments, evaluation in
    switch arguments[0] {
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string:
      let text = evaluation.string(of: arguments[0]) ?? ""
      return Double(text).map { .double($0) } ?? evaluation.fail(Messages.notConvertible(text, to: "double"))
    default: return arguments[0]
    }
  }

  /// `string(x)`
  private static let toText: FunctionOverload.Body = { arguments, evaluation in
    switch arguments[0] {
    case .string: return arguments[0]
    case .bytes(let text):
      guard String(validating: evaluation.bytes(of: text), as: UTF8.self) != nil else {
        return evaluation.fail(Messages.invalidUTF8)
      }
      return .string(text)
    default: return evaluation.makeString(evaluation.display(arguments[0]))
    }
  }

  /// `timestamp`, `duration` and their parts.
  static let timeFunctions: [FunctionDeclaration] =
    [
      function(
        "timestamp", zh: "RFC 3339 文本或 Unix 秒数表示的时刻。", en: "A point in time from RFC 3339 text or Unix seconds.",
        [.timestamp, .string, .int].map { ([$0], .timestamp) }, body: toTimestamp),
      function(
        "duration", zh: "时长，如 '1h30m'。", en: "A span of time, such as '1h30m'.",
        [([.duration], .duration), ([.string], .duration)]
      ) { arguments, evaluation in
        guard let text = evaluation.string(of: arguments[0]) else { return arguments[0] }
        return TimeText.duration(text).map { .duration($0) }
          ?? evaluation.fail(Messages.notConvertible(text, to: "duration"))
      },
    ] + timeParts.map { part in timePart(part) }

  /// `timestamp(x)`
  private static let toTimestamp: FunctionOverload.Body = { arguments, evaluation in
    switch arguments[0] {
    case .int(let seconds):
      let moment = Moment(seconds: seconds, nanoseconds: 0)
      return moment.isTimestamp ? .timestamp(moment) : evaluation.fail(Messages.timestampRange)
    case .string:
      let text = evaluation.string(of: arguments[0]) ?? ""
      return TimeText.timestamp(text).map { .timestamp($0) }
        ?? evaluation.fail(Messages.notConvertible(text, to: "timestamp"))
    default: return arguments[0]
    }
  }

  /// A part of a date or of a span.
  private struct TimePart: Sendable {
    /// The method that reads it.
    var name: String
    /// What it reads, in Chinese.
    var zh: String
    /// What it reads, in English.
    var en: String
    /// Reads it from a date and time and the nanoseconds beyond.
    var ofTimestamp: @Sendable (CivilTime, Int32) -> Int
    /// Reads it from a span; nil where spans do not have it.
    var ofDuration: (@Sendable (Moment) -> Int64)?
  }

  /// All parts.
  private static let timeParts: [TimePart] = [
    TimePart(name: "getFullYear", zh: "年份。", en: "The year.", ofTimestamp: { time, _ in time.year }),
    TimePart(
      name: "getMonth", zh: "月份，一月为 0。", en: "The month, January is 0.", ofTimestamp: { time, _ in time.month - 1 }),
    TimePart(
      name: "getDate", zh: "日，从 1 起。", en: "The day of the month, from 1.", ofTimestamp: { time, _ in time.day }),
    TimePart(
      name: "getDayOfMonth", zh: "日，从 0 起。", en: "The day of the month, from 0.",
      ofTimestamp: { time, _ in time.day - 1 }),
    TimePart(
      name: "getDayOfWeek", zh: "星期，星期日为 0。", en: "The day of the week, Sunday is 0.",
      ofTimestamp: { time, _ in time.dayOfWeek }),
    TimePart(
      name: "getDayOfYear", zh: "一年中的第几天，从 0 起。", en: "The day of the year, from 0.",
      ofTimestamp: { time, _ in time.dayOfYear }),
    TimePart(
      name: "getHours", zh: "小时。", en: "The hour, or whole hours of a duration.", ofTimestamp: { time, _ in time.hour },
      ofDuration: { $0.seconds / 3600 }),
    TimePart(
      name: "getMinutes", zh: "分钟。", en: "The minute, or whole minutes of a duration.",
      ofTimestamp: { time, _ in time.minute }, ofDuration: { $0.seconds / 60 }),
    TimePart(
      name: "getSeconds", zh: "秒。", en: "The second, or whole seconds of a duration.",
      ofTimestamp: { time, _ in time.second }, ofDuration: { $0.seconds }),
    TimePart(
      name: "getMilliseconds", zh: "毫秒。", en: "Milliseconds beyond the second.",
      ofTimestamp: { _, nanoseconds in Int(nanoseconds / 1_000_000) },
      ofDuration: { Int64($0.nanoseconds / 1_000_000) }),
  ]

  /// The declaration of one part.
  private static func timePart(_ part: TimePart) -> FunctionDeclaration {
    let body: FunctionOverload.Body = { arguments, evaluation in
      if case .duration(let span) = arguments[0], let ofDuration = part.ofDuration { return .int(ofDuration(span)) }
      guard case .timestamp(let moment) = arguments[0] else { return evaluation.noOverload(part.name, arguments) }
      var offset = 0
      if arguments.count == 2 {
        let zone = evaluation.string(of: arguments[1]) ?? ""
        guard let found = TimeText.fixedOffset(zone) ?? evaluation.runtime?.timeZoneOffset(zone, moment.seconds) else {
          return evaluation.fail(Messages.unknownTimeZone(zone))
        }
        offset = found
      }
      let time = CivilTime(seconds: moment.seconds + Int64(offset))
      return .int(Int64(part.ofTimestamp(time, moment.nanoseconds)))
    }
    var signatures: [(parameters: [ExpressionType], result: ExpressionType)] = [
      ([.timestamp], .int), ([.timestamp, .string], .int),
    ]
    if part.ofDuration != nil { signatures.append(([.duration], .int)) }
    return function(part.name, zh: part.zh, en: part.en, isMember: true, signatures, body: body)
  }
}

extension Evaluation {
  /// Makes the error that a number does not fit in a type.
  func outOfRange(_ value: Value, _ type: String) -> Value { fail(Messages.outOfRange(display(value), type)) }

  /// A value as `string()` and `%s` print it.
  func display(_ value: Value, depth: Int = 0) -> String {
    switch value {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return String(value)
    case .uint(let value): return String(value)
    case .double(let value): return DecimalText.shortest(value)
    case .string(let text), .bytes(let text): return String(decoding: bytes(of: text), as: UTF8.self)
    case .timestamp(let moment): return TimeText.text(timestamp: moment)
    case .duration(let moment): return TimeText.text(duration: moment)
    case .type(let type): return typeName(type)
    case .opaque(let value): return describe(value)
    case .optional(let reference):
      return content(of: reference).map { "optional(\(display($0, depth: depth + 1)))" } ?? "optional.none()"
    case .list, .map, .node: return displayCollection(value, depth: depth)
    case .absent: return "absent"
    case .error(let error): return errorMessage(error).en
    }
  }

  /// A list or map, its entries ordered by key.
  private func displayCollection(_ value: Value, depth: Int) -> String {
    guard depth < 64, !memory.isExhausted, let count = count(of: value) else { return "…" }
    memory.spend(count)
    if memory.kind(of: value) == .list {
      let elements = (0..<count).map { display(memory.element(of: value, at: $0), depth: depth + 1) }
      return "[" + elements.joined(separator: ", ") + "]"
    }
    let entries = (0..<count).map { index in
      let key = display(memory.key(of: value, at: index), depth: depth + 1)
      return (key, "\(key): \(display(memory.value(of: value, at: index), depth: depth + 1))")
    }
    return "{" + entries.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: ", ") + "}"
  }

  /// A domain value as it is written, or in the domain's words.
  private func describe(_ value: OpaqueValue) -> String {
    if value.tree != .max, Int(value.tree) < trees.count { return trees[Int(value.tree)].string(value.node) }
    guard let runtime, runtime.opaqueTypes.indices.contains(runtime.opaqueIndex(value.bits)) else { return "?" }
    return runtime.opaqueTypes[runtime.opaqueIndex(value.bits)].describe(value.bits, true)
  }
}
