import Diagnostics
import TextPatterns

/// The functions of the language definition and of its extension libraries, as declarations.
enum StandardLibrary {
  /// The functions that an environment with some extension libraries has.
  static func functions(_ library: Library) -> [FunctionDeclaration] {
    var functions = textFunctions + conversions + timeFunctions
    if library.contains(.strings) { functions += stringFunctions + [format] }
    if library.contains(.math) { functions += mathFunctions + bitFunctions }
    if library.contains(.lists) { functions += listFunctions }
    if library.contains(.sets) { functions += setFunctions }
    if library.contains(.encoders) { functions += encoders }
    if library.contains(.optionals) { functions += optionalFunctions }
    return functions.map { function in
      var function = function
      // Two functions may share a name and so their examples: `reverse` of text and of lists.
      if function.examples.isEmpty {
        function.examples = (examples[function.name] ?? []).map { .init($0.0, $0.1) }
      }
      return function
    }
  }

  /// `size`, `contains`, `matches` and their like.
  static let textFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      "size",
      summary: LocalizedText(
        zh: "字符串的字符数、字节数，或列表、映射的元素个数。", en: "Number of characters, bytes, elements or entries."),
      overloads: [false, true].flatMap { isMember in
        [
          ("string", ExpressionType.string), ("bytes", .bytes), ("list", .list(.parameter("A"))),
          ("map", .map(.parameter("A"), .parameter("B"))),
        ].map { name, type in
          FunctionOverload(isMember ? "\(name)_size" : "size_\(name)", [type], .int, isMember: isMember, body: size)
        }
      }, examples: [.init("size('办事指南')", "4")]),
    text("contains", zh: "字符串是否含有另一个字符串。", en: "Whether text holds another text.") { text, part in
      indexOfBytes(part, in: text, from: 0) != nil
    },
    text("startsWith", zh: "字符串是否以另一个字符串开头。", en: "Whether text begins with another text.") { text, part in
      text.count >= part.count && equalRuns(text, part, at: 0)
    },
    text("endsWith", zh: "字符串是否以另一个字符串结尾。", en: "Whether text ends with another text.") { text, part in
      text.count >= part.count && equalRuns(text, part, at: text.count - part.count)
    },
    FunctionDeclaration(
      "matches",
      summary: LocalizedText(
        zh: "字符串中是否有一处符合 RE2 正则表达式。", en: "Whether some part of text matches an RE2 pattern."),
      overloads: [
        FunctionOverload("matches", [.string, .string], .bool, body: matches),
        FunctionOverload("matches_string", [.string, .string], .bool, isMember: true, body: matches),
      ], examples: [.init("'第12条'.matches('[0-9]+')", "true")]),
  ]

  /// A test of a text for a part, as a method.
  private static func text(
    _ name: String, zh: String, en: String,
    _ test: @escaping @Sendable (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, summary: LocalizedText(zh: zh, en: en),
      overloads: [
        FunctionOverload("\(name)_string", [.string, .string], .bool, isMember: true) { arguments, evaluation in
          let text = evaluation.textBytes(arguments[0])
          evaluation.memory.spend(text.count / 16)
          return .bool(test(text, evaluation.textBytes(arguments[1])))
        }
      ])
  }

  /// Counts what `size` counts.
  private static let size: FunctionOverload.Body = { arguments, evaluation in
    switch arguments[0] {
    case .string:
      let bytes = evaluation.textBytes(arguments[0])
      evaluation.memory.spend(bytes.count / 16)
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
      return .int(Int64(count))
    case .bytes(let text): return .int(Int64(text.count))
    default: return .int(Int64(evaluation.count(of: arguments[0]) ?? 0))
    }
  }

  /// Matches with a pattern that is computed.
  private static let matches: FunctionOverload.Body = { arguments, evaluation in
    let pattern: TextPattern
    do throws(TextPattern.Failure) {
      pattern = try evaluation.pattern(evaluation.string(of: arguments[1]) ?? "")
    } catch {
      return evaluation.fail(Messages.invalidPattern(error.reason))
    }
    let text = evaluation.textBytes(arguments[0])
    evaluation.memory.spend(text.count / 16)
    return .bool(pattern.matches(text))
  }
}

/// Whether `part` stands in `text` at an offset where it has room.
private func equalRuns(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
  for index in 0..<part.count where text[offset + index] != part[index] { return false }
  return true
}

/// Offset of the first occurrence of `part` at or after an offset; nil when there is none.
func indexOfBytes(_ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard text.count - start >= part.count else { return nil }
  guard let first = part.first else { return start }
  for offset in start...(text.count - part.count)
  where text[offset] == first && equalRuns(text, part, at: offset) { return offset }
  return nil
}

/// A function with one signature per set of types, all with the same body.
func function(
  _ name: String, zh: String, en: String, isMember: Bool = false,
  _ signatures: [(parameters: [ExpressionType], result: ExpressionType)], body: @escaping FunctionOverload.Body
) -> FunctionDeclaration {
  FunctionDeclaration(
    name, summary: LocalizedText(zh: zh, en: en),
    overloads: signatures.map { signature in
      let id = ([name] + signature.parameters.map(\.description)).joined(separator: "_")
      return FunctionOverload(id, signature.parameters, signature.result, isMember: isMember, body: body)
    })
}

extension Evaluation {
  /// The bytes of a string or bytes value; empty for other values.
  func textBytes(_ value: Value) -> UnsafeBufferPointer<UInt8> {
    switch value {
    case .string(let text), .bytes(let text): memory.bytes(text)
    default: UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  /// The code points of a string value.
  func scalars(_ value: Value) -> [Unicode.Scalar] {
    let bytes = textBytes(value)
    memory.spend(bytes.count / 4)
    return Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  /// Makes a string of code points.
  func makeString(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return makeString(String(text))
  }

  /// The elements of a list value.
  func elements(_ list: Value) -> [Value] {
    let count = count(of: list) ?? 0
    memory.spend(count)
    if memory.isExhausted { return [] }
    return (0..<count).map { memory.element(of: list, at: $0) }
  }

  /// Makes the error that a function has no signature for its arguments.
  func noOverload(_ name: String, _ arguments: UnsafeBufferPointer<Value>) -> Value {
    fail(Messages.noOverloadForValues(name, arguments.map { typeName(of: $0) }))
  }
}
