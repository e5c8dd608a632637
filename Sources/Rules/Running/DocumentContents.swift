import DataTree
package import SourceText
import YAMLReader

/// The documents of one file by what they say, so that two versions of a catalog can be told apart.
package struct DocumentContents: Sendable {
  /// One document.
  struct Document: Hashable, Sendable {
    /// Kind and id; the id is empty where there is none, or where the document cannot be read.
    var name: DocumentName
    /// From the end of the document before to its own.
    var range: SourceRange
    /// Hash of what is written.
    var content: UInt64
  }

  /// The file's path, as reports print it.
  package let file: String
  /// Its path relative to its configuration's folder.
  package let path: String
  /// Hash of the whole file.
  let content: UInt64
  /// Its documents that could be read.
  let documents: [Document]
  /// Whether an error hides a document or a part of the file.
  let isBroken: Bool

  /// Reads the names of a file's documents and hashes what each says.
  /// - Parameter path: the file's path relative to its configuration's folder.
  package init(_ source: SourceFile, path: String, library: RuleLibrary) {
    file = source.path
    self.path = path
    var documents: [Document] = []
    var isBroken = false
    let tree = DataTree(symbols: library.symbols)
    var parsed = YAMLDocuments(source)
    while let document = parsed.next(into: tree) {
      guard document.isUsable, !tree.isEmpty else {
        isBroken = true
        continue
      }
      documents.append(
        Document(
          name: DocumentHeader(tree.view, source: source).name, range: document.range,
          content: DocumentContents.hash(source.bytes[document.range.offsets])))
    }
    content = DocumentContents.hash(source.bytes[...])
    self.documents = documents
    self.isBroken = isBroken || parsed.diagnostics.contains { $0.severity == .error }
  }

  /// Hashes text without what says nothing: the kind of line ends, and markers and empty lines around it.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var text = bytes
    while let first = text.first, isSpace(first) || startsMarker(text) {
      text = isSpace(first) ? text.dropFirst() : text.dropFirst(3)
    }
    while let last = text.last, isSpace(last) || endsMarker(text) {
      text = isSpace(last) ? text.dropLast() : text.dropLast(3)
    }
    return StablePlace.hash(of: text.lazy.filter { $0 != UInt8(ascii: "\r") })
  }

  /// Whether `...` stands alone at the end.
  private static func endsMarker(_ text: ArraySlice<UInt8>) -> Bool {
    text.suffix(3).elementsEqual("...".utf8) && (text.dropLast(3).last.map { $0 == UInt8(ascii: "\n") } ?? true)
  }

  /// Whether `---` or `...` stands alone at the beginning.
  private static func startsMarker(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: "---".utf8) || text.starts(with: "...".utf8) else { return false }
    return text.dropFirst(3).first.map(isSpace) ?? true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
  }
}
