import CEL
import DataTree
import Diagnostics

/// Values as words in a message.
struct ValueWords {
  /// Code points of one value that a message quotes; longer text is cut.
  static let longestQuote = 120

  /// The evaluation that the values belong to.
  let evaluation: Evaluation
  /// The language of the message.
  let language: Language
  /// How a computed domain value is worded: bits, whether Chinese is wanted.
  let describe: @Sendable (UInt64, Bool) -> String

  /// The words for a value; nil for an error.
  func words(_ value: Value, depth: Int = 0) -> String? {
    switch value {
    case .absent, .null: return Messages.notStated[language]
    case .bool(let flag): return flag ? Messages.yes[language] : Messages.no[language]
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return ValueWords.short(number)
    case .string(let text), .bytes(let text):
      return ValueWords.quote(String(decoding: evaluation.bytes(of: text), as: UTF8.self))
    case .opaque(let opaque):
      guard opaque.tree != .max, Int(opaque.tree) < evaluation.trees.count else {
        return describe(opaque.bits, language == .zh)
      }
      return evaluation.tree(UInt32(opaque.tree)).string(opaque.node)
    case .optional(let reference):
      return evaluation.content(of: reference).map { words($0, depth: depth) } ?? Messages.notStated[language]
    case .timestamp(let moment): return "\(moment.seconds)"
    case .duration(let moment): return "\(moment.seconds)s"
    case .list, .node, .map: return collection(value, depth: depth)
    case .type: return evaluation.typeName(of: value)
    case .error: return nil
    }
  }

  /// Words in which nothing steers the reader's terminal or turns the line round: control characters and those of
  /// direction as `U+202E`, line ends and tabs as they are.
  static func visible(_ words: String) -> String {
    guard words.unicodeScalars.contains(where: isSteering) else { return words }
    var shown = ""
    for scalar in words.unicodeScalars {
      guard isSteering(scalar) else {
        shown.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      shown += "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return shown
  }

  /// Whether a code point does something to the text around it instead of being seen.
  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    // Controls; marks, embeddings, overrides and isolates of direction; separators of lines; the byte order mark.
    case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private func collection(_ value: Value, depth: Int) -> String? {
    guard depth < 4, let count = evaluation.count(of: value) else { return "…" }
    if let localized = localized(value) { return words(localized, depth: depth + 1) }
    if count == 0 { return Messages.notStated[language] }
    guard evaluation.element(of: value, at: 0) != nil else { return "…" }
    let parts = (0..<count).compactMap { index in
      evaluation.element(of: value, at: index).flatMap { words($0, depth: depth + 1) }
    }
    return parts.joined(separator: language == .zh ? "、" : ", ")
  }

  /// The text of a localized map in the message's language, else in Chinese, else the first.
  private func localized(_ value: Value) -> Value? {
    for name in [language.rawValue, "zh"] {
      let text = evaluation.field(of: value, name)
      if case .string = text { return text }
    }
    return nil
  }

  /// A number with at most two decimals, without a trailing zero.
  static func short(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
    let hundredths = Int64((number * 100).rounded())
    let whole = hundredths / 100
    let rest = abs(hundredths % 100)
    let sign = hundredths < 0 && whole == 0 ? "-" : ""
    if rest == 0 { return "\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }

  /// Text as a message quotes it: whole, or its beginning.
  static func quote(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > longestQuote else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(longestQuote))) + "…"
  }
}
