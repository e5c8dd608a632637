package import CEL
import DataTree
import Diagnostics

/// The domain's functions for expressions, and what they are built on.
package struct DomainFunctions: Sendable {
  /// What the functions need, behind one reference: each of them holds it.
  private final class Content: Sendable {
    /// See `DomainFunctions.shapes`.
    let shapes: Shapes
    /// See `DomainFunctions.vocabularies`.
    let vocabularies: VocabularySet
    /// See `DomainFunctions.textLanguage`.
    let textLanguage: String
    /// See `DomainFunctions.textSymbol`.
    let textSymbol: Symbol
    /// See `DomainFunctions.normalize`.
    let normalize: MaterialName.Normalization?
    /// How many vocabularies there are, which is asked without counting references to them.
    let vocabularyCount: Int

    /// Keeps what the functions need.
    init(
      _ shapes: Shapes, _ vocabularies: VocabularySet, _ textLanguage: String,
      _ normalize: MaterialName.Normalization?
    ) {
      self.shapes = shapes
      self.vocabularies = vocabularies
      self.textLanguage = textLanguage
      self.normalize = normalize
      vocabularyCount = vocabularies.vocabularies.count
      textSymbol = textLanguage == "zh" ? shapes.keys.zh : textLanguage == "en" ? shapes.keys.en : .unknown
    }
  }

  /// The keys and shapes of documents.
  var shapes: Shapes { content.shapes }
  /// What values of type `vocabulary` index.
  var vocabularies: VocabularySet { content.vocabularies }
  /// The language of plain strings in localized fields.
  var textLanguage: String { content.textLanguage }
  /// The key that the text language has; unknown for a language that no schema names.
  var textSymbol: Symbol { content.textSymbol }
  /// NFKC, for names that hold more than ideographs and ASCII.
  var normalize: MaterialName.Normalization? { content.normalize }
  /// All of it.
  private let content: Content

  /// Gathers what the functions need.
  package init(
    shapes: Shapes, vocabularies: VocabularySet, textLanguage: String = "zh",
    normalize: MaterialName.Normalization? = nil
  ) {
    content = Content(shapes, vocabularies, textLanguage, normalize)
  }

  /// All declarations.
  package static func all(
    shapes: Shapes, vocabularies: VocabularySet, textLanguage: String = "zh",
    normalize: MaterialName.Normalization? = nil
  ) -> [FunctionDeclaration] {
    let functions = DomainFunctions(
      shapes: shapes, vocabularies: vocabularies, textLanguage: textLanguage, normalize: normalize)
    return functions.textFunctions + functions.writingFunctions + functions.limitFunctions + functions.processFunctions
      + functions.questionFunctions + functions.documentFunctions + functions.bundleFunctions
      + functions.changeFunctions + functions.quantityFunctions + functions.languageFunctions
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

  /// A function of one signature; its examples read `document`, where they read any.
  func declare(
    _ name: String, zh: String, en: String, _ parameters: [ExpressionType], _ result: ExpressionType,
    examples: [(String, String)] = [], of document: String? = nil, body: @escaping FunctionOverload.Body
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, summary: LocalizedText(zh: zh, en: en),
      overloads: [overload(name, parameters, result, body: body)],
      examples: examples.map { FunctionDeclaration.Example($0.0, $0.1, of: document) })
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
    case .node(let node) where language == nil && !evaluation.comparesKeysByText:
      return localizedText(of: node, asked: textSymbol, evaluation)
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

  /// The same for a document's map, told by the symbols of its keys.
  /// - Parameter asked: the key of the language asked for.
  func localizedText(of map: NodeReference, asked: Symbol, _ evaluation: Evaluation) -> TextReference? {
    let view = evaluation.tree(map.tree)
    if let text = view.value(of: map.node, at: shapes.keys.text), view[text].isCollection {
      return localizedText(of: NodeReference(tree: map.tree, node: text), asked: asked, evaluation)
    }
    if asked != .unknown, let text = view.value(of: map.node, at: asked), view.kind(text) == .string {
      return TextReference(space: map.tree + 2, offset: view.textOffset(text), count: view[text].count)
    }
    return anyText(of: map, asked: asked, evaluation)
  }

  /// The text of a map that has none in the language asked for.
  private func anyText(of map: NodeReference, asked: Symbol, _ evaluation: Evaluation) -> TextReference? {
    let view = evaluation.tree(map.tree)
    var chosen: (node: NodeID, rank: Int)?
    for entry in view.entries(map.node) {
      let kind = view.kind(entry.value)
      guard kind == .string, chosen?.rank != 0 else { continue }
      let rank = asked != .unknown && entry.symbol == asked ? 0 : isTextLanguage(entry, view) ? 1 : 2
      if chosen.map({ rank < $0.rank }) ?? true { chosen = (entry.value, rank) }
    }
    return chosen.map {
      TextReference(space: map.tree + 2, offset: view.textOffset($0.node), count: view[$0.node].count)
    }
  }

  /// Whether a key is the tag of the text language.
  @inline(__always)
  private func isTextLanguage(_ entry: Entry, _ view: TreeView) -> Bool {
    if textSymbol != .unknown { return entry.symbol == textSymbol }
    var language = textLanguage
    return entry.key != entry.value && language.withUTF8 { equalBytes(view.text(entry.key), $0) }
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

  /// The index of a vocabulary argument; nil for other values.
  func vocabularyNumber(_ value: Value) -> Int? {
    guard case .opaque(let opaque) = value else { return nil }
    return VocabularySet.number(opaque.bits, among: content.vocabularyCount)
  }
}
