import Diagnostics

extension StandardLibrary {
  /// `format` of the strings library.
  static let format = FunctionDeclaration(
    "format",
    summary: LocalizedText(zh: "用列表中的值填充 %s、%d 等占位符。", en: "Fills %s, %d … with the values of a list."),
    overloads: [
      FunctionOverload("string_format_list", [.string, .list(.dyn)], .string, isMember: true) { arguments, evaluation in
        var formatter = StringFormatter(evaluation, arguments: arguments[1])
        return formatter.format(Array(evaluation.textBytes(arguments[0])))
      }
    ], examples: [.init("'%s: %.1f'.format(['x', 1.25])", "'x: 1.2'")])
}

/// Fills the clauses of one template.
private struct StringFormatter {
  /// The largest number of digits behind the point.
  private static let maximumPrecision = 100

  /// Where values live.
  private let evaluation: Evaluation
  /// The list of arguments.
  private let arguments: Value
  /// The argument that the next clause takes.
  private var nextArgument = 0
  /// What is filled so far.
  private var result: [UInt8] = []

  /// Prepares to fill one template.
  init(_ evaluation: Evaluation, arguments: Value) {
    self.evaluation = evaluation
    self.arguments = arguments
  }

  /// Fills a template.
  mutating func format(_ template: [UInt8]) -> Value {
    var index = 0
    while index < template.count {
      let byte = template[index]
      index += 1
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      if index < template.count, template[index] == UInt8(ascii: "%") {
        result.append(byte)
        index += 1
        continue
      }
      var precision: Int?
      if index < template.count, template[index] == UInt8(ascii: ".") {
        index += 1
        var digits = 0
        while index < template.count, template[index].isDigit, digits <= StringFormatter.maximumPrecision {
          digits = digits * 10 + Int(template[index] - 0x30)
          index += 1
        }
        guard digits <= StringFormatter.maximumPrecision else { return evaluation.fail(Messages.formatPrecision) }
        precision = digits
      }
      guard index < template.count else { return evaluation.fail(Messages.formatClause("%")) }
      if let failure = clause(template[index], precision: precision) { return failure }
      index += 1
      guard result.count <= evaluation.limits.bytes else { return evaluation.limitReached(Messages.byteLimit) }
    }
    return evaluation.makeString(result)
  }

  /// Appends one argument; an error is returned.
  private mutating func clause(_ letter: UInt8, precision: Int?) -> Value? {
    let name = String(UnicodeScalar(letter))
    guard "sdfexXbo".utf8.contains(letter) else { return evaluation.fail(Messages.formatClause(name)) }
    guard let value = evaluation.element(of: arguments, at: nextArgument) else {
      return evaluation.fail(Messages.formatArguments(nextArgument))
    }
    nextArgument += 1
    let text: String?
    switch letter {
    case UInt8(ascii: "s"): text = evaluation.display(value)
    case UInt8(ascii: "d"): text = decimal(value)
    case UInt8(ascii: "f"): text = double(value).map { finite($0) ?? DecimalText.fixed($0, precision: precision ?? 6) }
    case UInt8(ascii: "e"):
      text = double(value).map { finite($0) ?? DecimalText.scientific($0, precision: precision ?? 6) }
    case UInt8(ascii: "b"): text = bits(value)
    case UInt8(ascii: "o"): text = digits(value, radix: 8)
    default: text = hexadecimal(value, isUppercase: letter == UInt8(ascii: "X"))
    }
    guard let text else { return evaluation.fail(Messages.formatType(name, evaluation.typeName(of: value))) }
    result += text.utf8
    return nil
  }

  /// A whole number, or the name of a double that has no digits.
  private func decimal(_ value: Value) -> String? {
    if case .double(let number) = value { return finite(number) }
    return digits(value, radix: 10)
  }

  /// A number of any type as a double; nil for other values.
  private func double(_ value: Value) -> Double? {
    switch value {
    case .double(let number): number
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    default: nil
    }
  }

  /// The name of a double that has no digits.
  private func finite(_ number: Double) -> String? { number.isFinite ? nil : DecimalText.shortest(number) }

  /// A whole number in a radix; nil for other values.
  private func digits(_ value: Value, radix: Int, isUppercase: Bool = false) -> String? {
    switch value {
    case .int(let number): String(number, radix: radix, uppercase: isUppercase)
    case .uint(let number): String(number, radix: radix, uppercase: isUppercase)
    default: nil
    }
  }

  /// A whole number or boolean in binary digits; nil for other values.
  private func bits(_ value: Value) -> String? {
    if case .bool(let isTrue) = value { return isTrue ? "1" : "0" }
    return digits(value, radix: 2)
  }

  /// A whole number, or the bytes of text, in hexadecimal digits; nil for other values.
  private func hexadecimal(_ value: Value, isUppercase: Bool) -> String? {
    switch value {
    case .string, .bytes:
      evaluation.textBytes(value).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: isUppercase)
      }.joined()
    default: digits(value, radix: 16, isUppercase: isUppercase)
    }
  }
}
