import Catalog
import DataTree
package import Diagnostics
package import SourceText
import TextPatterns
import YAMLReader

/// Finds entries of vocabularies that do nothing: removing them changes no example.
package struct VocabularyTester {
  /// An entry, or a whole vocabulary, that does nothing.
  package struct Failure: Sendable {
    /// What is wrong.
    package var message: LocalizedText
    /// The vocabulary's file.
    package var file: SourceFile
    /// Where, in that file.
    package var range: SourceRange
  }

  private let library: RuleLibrary

  /// Prepares to test the vocabularies of a library that was loaded with its examples.
  package init(_ library: RuleLibrary) { self.library = library }

  /// What does nothing, in the shipped vocabularies or in those of own packs.
  ///
  /// An own pack's additions to a shipped list are not judged: the examples of shipped rules cannot know them.
  package func test(isStandard: Bool) -> [Failure] {
    library.vocabularyFiles.filter { $0.isStandard == isStandard }.flatMap { file -> [Failure] in
      let rules = library.rules.filter { $0.vocabularies.contains(file.draft.id) }
      if rules.isEmpty {
        let message = Messages.unusedVocabulary(file.draft.id)
        return [Failure(message: message, file: file.source, range: file.range)]
      }
      switch file.draft.kind {
      case .table: return shadowedNames(file)
      case .words, .patterns: return deadEntries(file, texts: texts(of: rules))
      }
    }
  }

  private func shadowedNames(_ file: RuleLibrary.VocabularyFile) -> [Failure] {
    var known: [[UInt8]: String] = [:]
    var failures: [Failure] = []
    for (row, range) in zip(file.draft.rows, file.draft.ranges) {
      for name in [row.canonical] + row.aliases {
        let key = Array(name.utf8).withUnsafeBufferPointer { MaterialName.key($0, normalize: nil) }
        if let other = known[key] {
          failures.append(
            Failure(message: Messages.shadowedName(name, by: other), file: file.source, range: range))
        }
        known[key] = row.canonical
      }
    }
    return failures
  }

  private func deadEntries(_ file: RuleLibrary.VocabularyFile, texts: [[UInt8]]) -> [Failure] {
    let entries = file.draft.entries
    let whole = matches(entries, file.draft, texts)
    // A word that was matched as itself is alive; only for patterns is another run needed.
    let words = Set(whole.enumerated().flatMap { index, found in found.map { Array(texts[index][$0]) } })
    return zip(entries.indices, file.draft.ranges).compactMap { position, range in
      if file.draft.kind == .words {
        if words.contains(Array(entries[position].utf8)) { return nil }
      } else {
        var rest = entries
        rest.remove(at: position)
        if matches(rest, file.draft, texts) != whole { return nil }
      }
      return Failure(message: Messages.deadEntry(entries[position]), file: file.source, range: range)
    }
  }

  /// The matches of a vocabulary of these entries in each text.
  private func matches(_ entries: [String], _ draft: VocabularyDraft, _ texts: [[UInt8]]) -> [[Range<Int>]] {
    guard let vocabulary = try? Vocabulary(id: draft.id, kind: draft.kind, entries: entries) else { return [] }
    return texts.map { text in
      text.withUnsafeBufferPointer { bytes in
        var found: [Range<Int>] = []
        var start = 0
        while start <= bytes.count, let match = vocabulary.firstMatch(in: bytes, from: start) {
          found.append(match)
          start = max(match.upperBound, start + 1)
        }
        return found
      }
    }
  }

  /// Every text that stands in the documents of the rules' examples.
  private func texts(of rules: [Rule]) -> [[UInt8]] {
    var found: Set<[UInt8]> = []
    for example in rules.flatMap(\.page.examples) {
      for text in [example.text] + example.files.map(\.text) {
        let source = SourceFile(path: "example.yaml", bytes: Array(MarkedText(text).text.utf8))
        let tree = DataTree(symbols: library.symbols)
        var documents = YAMLDocuments(source)
        while documents.next(into: tree) != nil { collect(.root, tree.view, into: &found) }
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func collect(_ node: NodeID, _ view: TreeView, into found: inout Set<[UInt8]>) {
    switch view.kind(node) {
    case .map: for entry in view.entries(node) { collect(entry.value, view, into: &found) }
    case .list: for element in view.elements(node) { collect(element, view, into: &found) }
    default: found.insert(Array(view.text(node)))
    }
  }
}
