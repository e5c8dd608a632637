import Catalog
import DataTree
import Diagnostics
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

  /// The vocabulary, ready to match.
  func vocabulary(normalize: MaterialName.Normalization?) throws(TextPattern.Failure) -> Vocabulary {
    if kind == .table { return Vocabulary(id: id, rows: rows, normalize: normalize) }
    return try Vocabulary(id: id, kind: kind, entries: entries)
  }
}

/// Reads a vocabulary whose shape is valid.
enum VocabularyFile {
  /// Gives no vocabulary where its kind or one of its patterns is wrong.
  static func read(_ view: TreeView) -> (VocabularyDraft?, [Diagnostic]) {
    let fields = TreeFields(view)
    guard let id = fields.string("id"), let kindText = fields.string("kind") else { return (nil, []) }
    guard let kind = Vocabulary.Kind(rawValue: kindText) else {
      let range = fields.value("kind").map { view[$0].range } ?? view[.root].range
      return (nil, [Diagnostic(id: "rule-vocabulary", message: Messages.vocabularyKind(kindText), range: range)])
    }
    if kind == .table {
      let rows = fields.entries("entries").map { canonical, aliases in
        Vocabulary.Row(canonical: canonical.text, aliases: texts(view, aliases).map(\.text))
      }
      return (VocabularyDraft(id: id, kind: kind, rows: rows), [])
    }
    let entries = fields.elements("entries").compactMap { entry(view, $0) }
    if kind == .patterns {
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
    return (VocabularyDraft(id: id, kind: kind, entries: entries.map(\.text)), [])
  }

  /// An entry written as text, or as a map with `text` or `pattern`.
  private static func entry(_ view: TreeView, _ node: NodeID) -> WrittenText? {
    let fields = TreeFields(view, node)
    if view.kind(node) == .map { return fields.text("text") ?? fields.text("pattern") }
    return fields.written(node)
  }

  private static func texts(_ view: TreeView, _ node: NodeID) -> [WrittenText] {
    let fields = TreeFields(view, node)
    return view.kind(node) == .list
      ? view.elements(node).compactMap { fields.written($0) } : fields.written(node).map { [$0] } ?? []
  }
}
