import Catalog
import DataTree
import Diagnostics
import SourceText
import TextPatterns

/// A vocabulary as its file writes it, to which files of further packs may add.
struct VocabularyDraft {
  /// The id in rule files.
  var id: String
  /// How entries are matched.
  var kind: Vocabulary.Kind
  /// Words or patterns.
  var entries: [String] = []
  /// Rows of a table.
  var rows: [Vocabulary.Row] = []
  /// Where each entry, or the name of each row, stands.
  var ranges: [SourceRange] = []
  /// Whether every file with entries of it is tested.
  var isTested = false

  /// The vocabulary, ready to match.
  func vocabulary(normalize: MaterialName.Normalization?) throws(TextPattern.Failure) -> Vocabulary {
    if kind == .table { return Vocabulary(id: id, rows: rows, normalize: normalize) }
    if isTested { return Vocabulary(id: id, kind: kind, testedEntries: entries) }
    // Reading the file has tried each pattern.
    return try Vocabulary(id: id, kind: kind, entries: entries, areTried: true)
  }
}

/// Reads a vocabulary whose shape is valid.
enum VocabularyFile {
  /// Gives no vocabulary where its kind or one of its patterns is wrong.
  /// - Parameter isTested: whether the patterns are known to be right.
  static func read(_ view: TreeView, isTested: Bool) -> (VocabularyDraft?, [Diagnostic]) {
    let fields = TreeFields(view)
    guard let id = fields.string("id"), let kindText = fields.string("kind") else { return (nil, []) }
    guard let kind = Vocabulary.Kind(rawValue: kindText) else {
      let range = fields.value("kind").map { view[$0].range } ?? view[.root].range
      return (nil, [Diagnostic(id: "rule-vocabulary", message: Messages.vocabularyKind(kindText), range: range)])
    }
    if kind == .table {
      let written = fields.entries("entries")
      let rows = written.map { row(view, canonical: $0.text, $1) }
      let ranges = written.map { view[$0.key.node].range }
      return (VocabularyDraft(id: id, kind: kind, rows: rows, ranges: ranges, isTested: isTested), [])
    }
    let entries = fields.elements("entries").compactMap { entry(view, $0) }
    if kind == .patterns, !isTested {
      // Each alone first, so that the diagnostic stands at the pattern that is wrong.
      for entry in entries {
        do throws(TextPattern.Failure) {
          _ = try TextPattern(entry.text)
        } catch {
          let message = Messages.badPattern(entry.text, error.reason, part: error.part)
          return (nil, [Diagnostic(id: "rule-pattern", message: message, range: view[entry.node].range)])
        }
      }
    }
    let ranges = entries.map { view[$0.node].range }
    let texts = entries.map(\.text)
    return (VocabularyDraft(id: id, kind: kind, entries: texts, ranges: ranges, isTested: isTested), [])
  }

  /// An entry written as text, or as a map with `text` or `pattern`.
  private static func entry(_ view: TreeView, _ node: NodeID) -> WrittenText? {
    let fields = TreeFields(view, node)
    if view.kind(node) == .map { return fields.text("text") ?? fields.text("pattern") }
    return fields.written(node)
  }

  /// A row of a table: aliases alone, or a map with `aliases` and fields of its own.
  private static func row(_ view: TreeView, canonical: String, _ node: NodeID) -> Vocabulary.Row {
    guard view.kind(node) == .map else {
      return Vocabulary.Row(canonical: canonical, aliases: texts(view, node).map(\.text))
    }
    let fields = TreeFields(view, node)
    let further = view.entries(node).compactMap { entry -> Vocabulary.Row.Field? in
      let name = view.string(entry.key)
      guard name != "aliases" else { return nil }
      return fields.written(entry.value).map { Vocabulary.Row.Field(name: name, text: $0.text) }
    }
    return Vocabulary.Row(canonical: canonical, aliases: fields.texts("aliases").map(\.text), fields: further)
  }

  private static func texts(_ view: TreeView, _ node: NodeID) -> [WrittenText] {
    let fields = TreeFields(view, node)
    return view.kind(node) == .list
      ? view.elements(node).compactMap { fields.written($0) } : fields.written(node).map { [$0] } ?? []
  }
}
