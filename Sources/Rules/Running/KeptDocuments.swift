import CEL
import DataTree
package import SourceText
import Synchronization

/// Documents that the catalog stage will ask for, kept from the document stage as they were read.
///
/// A bundle names its members. Where bundles are read before their members, as `RuleLibrary.readingOrder` has it, a member
/// that comes by later is known to be wanted, and is not read a second time.
package final class KeptDocuments: Sendable {
  /// Bytes of all kept trees together; what goes beyond is read again when it is asked for.
  private static let byteLimit = 128 << 20

  /// A document's place: its file, and its position among the file's readable documents.
  private struct Place: Hashable {
    /// The file.
    var file: ObjectIdentifier
    /// Position among its documents.
    var document: Int
  }

  /// What is wanted and what is there.
  private struct Content {
    /// Ids that a document has asked for.
    var wanted: Set<String> = []
    /// What was kept.
    var trees: [Place: ReadDocument] = [:]
    /// Bytes of all of it.
    var byteCount = 0
  }

  private let content = Mutex(Content())

  /// Starts without a document.
  package init() {}

  /// Takes note that the documents with some ids will be asked for.
  func want(_ ids: Set<String>) {
    if !ids.isEmpty { content.withLock { $0.wanted.formUnion(ids) } }
  }

  /// Whether a document that has been read so far asks for the one with an id.
  func wants(_ id: String) -> Bool { content.withLock { $0.wanted.contains(id) } }

  /// Keeps a document; false where there is no room for it, and the tree may be used again.
  func keep(_ tree: DataTree, of source: SourceFile, document: Int) -> Bool {
    let size = tree.byteCount
    let kept = ReadDocument(tree)
    return content.withLock { content in
      guard content.byteCount + size <= KeptDocuments.byteLimit else { return false }
      content.byteCount += size
      content.trees[Place(file: ObjectIdentifier(source), document: document)] = kept
      return true
    }
  }

  /// A document that was kept; nil for all others.
  func document(of source: SourceFile, _ document: Int) -> DataTree? {
    content.withLock { $0.trees[Place(file: ObjectIdentifier(source), document: document)] }?.tree
  }
}

/// A document as reading left it, which nobody changes any more, so that several workers may look at it.
private final class ReadDocument: @unchecked Sendable {
  /// Its tree.
  let tree: DataTree

  /// Takes a tree that nobody else changes.
  init(_ tree: DataTree) { self.tree = tree }
}

/// Stands in for the catalog where a document is judged alone, and notes what it was asked for.
final class LookupProbe: DocumentLookup {
  /// Whether an expression asked for another document, so that what it came to does not count.
  private(set) var wasAsked = false
  /// The ids that were asked for.
  private(set) var ids: Set<String> = []

  /// Knows no document.
  package func document(withID id: UnsafeBufferPointer<UInt8>, in evaluation: Evaluation) -> FoundDocument {
    wasAsked = true
    ids.insert(String(decoding: id, as: UTF8.self))
    return .unreadable
  }
}

extension RuleLibrary {
  /// The order in which files are best read: first those whose documents may ask for others.
  package func readingOrder(of sources: [SourceFile]) -> [Int] {
    let asking = kinds.indices.map { kind in rulesByKind[kind].contains { rules[$0].needsCatalog } }
    guard asking.contains(true), asking.contains(false) else { return Array(sources.indices) }
    let isFirst = sources.map { source in
      RuleLibrary.statedKind(of: source).flatMap { kind(named: $0) }.map { asking[$0] } ?? false
    }
    return sources.indices.filter { isFirst[$0] } + sources.indices.filter { !isFirst[$0] }
  }

  /// The kind that the first lines of a file state; only a guess, on which nothing but the order depends.
  private static func statedKind(of source: SourceFile) -> String? {
    source.bytes.withUnsafeBufferPointer { bytes in
      let end = min(bytes.count, 512)
      var start = 0
      while start < end {
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if line.starts(with: "kind:".utf8) {
          let value = line.dropFirst(5).drop { $0 == UInt8(ascii: " ") }
          return String(decoding: value.prefix { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "#") }, as: UTF8.self)
        }
        start += (line.firstIndex(of: UInt8(ascii: "\n")) ?? line.count) + 1
      }
      return nil
    }
  }
}
