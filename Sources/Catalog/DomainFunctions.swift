package import CEL
import DataTree
import Diagnostics

/// The domain's functions for expressions, and what they are built on.
package struct DomainFunctions: Sendable {
  /// The keys and shapes of documents.
  let shapes: Shapes
  /// What values of type `vocabulary` index.
  let vocabularies: VocabularySet
  /// The language of plain strings in localized fields.
  let textLanguage: String
  /// NFKC, for names that hold more than ideographs and ASCII.
  let normalize: MaterialName.Normalization?

  /// Gathers what the functions need.
  package init(
    shapes: Shapes, vocabularies: VocabularySet, textLanguage: String = "zh",
    normalize: MaterialName.Normalization? = nil
  ) {
    self.shapes = shapes
    self.vocabularies = vocabularies
    self.textLanguage = textLanguage
    self.normalize = normalize
  }

  /// All declarations.
  package static func all(
    shapes: Shapes, vocabularies: VocabularySet, textLanguage: String = "zh",
    normalize: MaterialName.Normalization? = nil
  ) -> [FunctionDeclaration] {
    let functions = DomainFunctions(
      shapes: shapes, vocabularies: vocabularies, textLanguage: textLanguage, normalize: normalize)
    return functions.textFunctions + functions.limitFunctions + functions.processFunctions
      + functions.documentFunctions
  }

  /// The domain's types: time limits, and vocabularies, which are equal to themselves only.
  package static func opaqueTypes(vocabularies: VocabularySet) -> [OpaqueType] {
    [
      OpaqueType(
        name: "limit",
        compare: { TimeLimit.compare(TimeLimit(bits: $0), TimeLimit(bits: $1)) },
        describe: { TimeLimit(bits: $0).describe(inChinese: $1) }),
      OpaqueType(
        name: "vocabulary",
        compare: { $0 == $1 ? 0 : nil },
        describe: { bits, _ in vocabularies[bits]?.id ?? "" }),
    ]
  }

  /// The position in `opaqueTypes` of the type that bits belong to.
  package static let opaqueIndex: @Sendable (UInt64) -> Int = { VocabularySet.isVocabulary($0) ? 1 : 0 }

  // MARK: Declaring

  /// A function of one signature.
  func declare(
    _ name: String, zh: String, en: String, _ parameters: [ExpressionType], _ result: ExpressionType,
    examples: [(String, String)] = [], body: @escaping FunctionOverload.Body
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, summary: LocalizedText(zh: zh, en: en),
      overloads: [overload(name, parameters, result, body: body)],
      examples: examples.map { FunctionDeclaration.Example($0.0, $0.1) })
  }

  /// A signature whose id is the function's name with its number of parameters.
  func overload(
    _ name: String, _ parameters: [ExpressionType], _ result: ExpressionType, body: @escaping FunctionOverload.Body
  ) -> FunctionOverload {
    let id = name.split(separator: ".").joined(separator: "_") + "_\(parameters.count)"
    return FunctionOverload(id, parameters, result, body: body)
  }

  // MARK: Arguments

  /// The text of a string, or of localized text in the language asked for, the text language, or the first.
  func text(of value: Value, language: String? = nil, _ evaluation: Evaluation) -> TextReference? {
    switch value {
    case .string(let text): return text
    case .node, .map:
      var chosen: (text: TextReference, rank: Int)?
      var index = 0
      while let (key, value) = evaluation.entry(of: value, at: index) {
        index += 1
        guard case .string(let name) = key else { continue }
        // A record with `text`, such as a condition of acceptance, is read as its text.
        if case .node = value, matches(name, "text", evaluation) {
          return text(of: value, language: language, evaluation)
        }
        guard case .string(let text) = value else { continue }
        let rank = rank(of: name, language: language, evaluation)
        if chosen.map({ rank < $0.rank }) ?? true { chosen = (text, rank) }
      }
      return chosen?.text
    default: return nil
    }
  }

  /// How welcome a language is: the one asked for, the text language, any other.
  private func rank(of name: TextReference, language: String?, _ evaluation: Evaluation) -> Int {
    if let language, matches(name, language, evaluation) { return 0 }
    return matches(name, textLanguage, evaluation) ? 1 : 2
  }

  /// Whether a text spells a word.
  private func matches(_ text: TextReference, _ word: String, _ evaluation: Evaluation) -> Bool {
    var word = word
    return word.withUTF8 { equalBytes(evaluation.bytes(of: text), $0) }
  }

  /// Runs `body` on the bytes of a text argument; absent where it holds no text.
  func withText(
    _ value: Value, _ evaluation: Evaluation, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    if let text = text(of: value, evaluation) { return body(evaluation.bytes(of: text)) }
    switch value {
    // A number where text is expected: what `text()` makes of it.
    case .int, .uint, .double:
      var words = words(of: value)
      return words.withUTF8 { body($0) }
    default: return .absent
    }
  }

  /// A number or boolean in words.
  func words(of value: Value) -> String {
    switch value {
    case .int(let value): return String(value)
    case .uint(let value): return String(value)
    case .double(let value): return Int64(exactly: value).map { String($0) } ?? value.description
    case .bool(let value): return value ? "true" : "false"
    default: return ""
    }
  }

  /// A time limit argument; nil for other values.
  func limit(_ value: Value) -> TimeLimit? {
    guard case .opaque(let opaque) = value, !VocabularySet.isVocabulary(opaque.bits) else { return nil }
    return TimeLimit(bits: opaque.bits)
  }

  /// A vocabulary argument; nil for other values.
  func vocabulary(_ value: Value) -> Vocabulary? {
    guard case .opaque(let opaque) = value else { return nil }
    return vocabularies[opaque.bits]
  }
}
