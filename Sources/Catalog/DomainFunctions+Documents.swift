import CEL
import DataTree
import Diagnostics

/// Functions on whole documents.
extension DomainFunctions {
  /// `hasLanguage`, `isLocalized`, and the catalog by id.
  var documentFunctions: [FunctionDeclaration] {
    [
      declare(
        "hasLanguage",
        zh: "文件中是否有任何面向读者的字段写了这种语言。",
        en: "Whether any reader-facing field of a document is written in a language.",
        [.dyn, .string], .bool
      ) { arguments, evaluation in
        guard case .node(let document) = arguments[0], case .string(let language) = arguments[1] else {
          return .absent
        }
        let tag = evaluation.bytes(of: language)
        // A rule asks for each field of a guide; the answer is the same for all of them.
        let isWritten = DocumentMemo.of(evaluation).isWritten(document, in: tag) {
          let view = evaluation.tree(document.tree)
          return LanguageWalk(view: view, shapes: shapes, language: tag).finds(document.node)
        }
        return .bool(isWritten)
      },
      declare(
        "isLocalized",
        zh: "这个值是不是面向读者、可以按语言分列的文字；单位自用的 x- 字段、按语言分列的文件都不是。",
        en: """
          Whether a value is reader-facing text that takes languages; a bureau's own x- keys and files by language are not.
          """,
        [.dyn], .bool
      ) { arguments, evaluation in
        guard case .node(let value) = arguments[0] else { return .bool(false) }
        return .bool(evaluation.tree(value.tree)[value.node].flags.contains(.localized))
      },
      lookup("catalog.item", kind: "ServiceItem", zh: "按编号取目录中的事项。", en: "The catalog's item with an id."),
      lookup("catalog.bundle", kind: "Bundle", zh: "按编号取目录中的“一件事”。", en: "The catalog's bundle with an id."),
    ]
  }

  /// A function that finds documents of one kind by id.
  private func lookup(_ name: String, kind: StaticString, zh: String, en: String) -> FunctionDeclaration {
    declare(name, zh: zh, en: en, [.string], .optional(.record("\(kind)"))) { arguments, evaluation in
      guard case .string(let id) = arguments[0] else { return .absent }
      guard let lookup = evaluation.lookup else { return evaluation.fail(.lookupUnavailable(name)) }
      let root: NodeReference
      switch lookup.document(withID: evaluation.bytes(of: id), in: evaluation) {
      case .root(let found): root = found
      case .missing: return evaluation.makeOptional(nil)
      case .unreadable: return .absent
      }
      let view = evaluation.tree(root.tree)
      guard let found = view.value(of: root.node, at: shapes.keys.kind), bytes(view.text(found), equal: kind) else {
        return evaluation.makeOptional(nil)
      }
      return evaluation.makeOptional(.node(root))
    }
  }
}

/// Looks through the localized fields of a document for a language.
private struct LanguageWalk {
  /// The document.
  let view: TreeView
  /// The schemas that say which fields are localized.
  let shapes: Shapes
  /// The language tag.
  let language: UnsafeBufferPointer<UInt8>

  /// Whether a field of the document at `root`, by its `kind`, has the language.
  func finds(_ root: NodeID) -> Bool {
    guard let kind = view.value(of: root, at: shapes.keys.kind), !view[kind].isCollection,
      let shape = shapes.shape(ofKind: view.text(kind))
    else { return false }
    return finds(root, as: shape, depth: 0)
  }

  /// Whether a value of a shape has the language anywhere.
  private func finds(_ node: NodeID, as id: ShapeID, depth: Int) -> Bool {
    // What a registry or the catalog wrote does not make this document's guide.
    guard depth <= DocumentReading.maximumDepth, !view[node].flags.contains(.supplied) else { return false }
    switch shapes[id] {
    case .localized:
      return view.value(of: node, at: language).map { view.kind($0) == .string && view[$0].count > 0 } ?? false
    case .record(let record):
      for entry in view.entries(node) {
        guard let field = shapes.field(entry.symbol, of: record) else { continue }
        if finds(entry.value, as: field.shape, depth: depth + 1) { return true }
      }
      return false
    case .list(let element), .edges(let element), .basisList(let element), .contactList(let element):
      return view.elements(node).contains { finds($0, as: element, depth: depth + 1) }
    case .clause(let inner), .department(let inner): return finds(node, as: inner, depth: depth)
    case .map(let value): return view.entries(node).contains { finds($0.value, as: value, depth: depth + 1) }
    case .union(_, let list, let map): return finds(node, as: view.kind(node) == .list ? list : map, depth: depth)
    case .any, .text, .integer, .number, .boolean, .file, .citation, .condition, .limit: return false
    }
  }
}
