import Catalog
import DataTree
import Diagnostics
import JSONPath
import JSONSchema
import SourceText

/// Shape faults as diagnostics.
enum ShapeFaults {
  /// Id of the fault that a document omits a required field.
  static let missingField = "schema-missing-field"

  /// Whether an expression may fail because of a fault; of what is merely missing, expressions make an absent value.
  static func canFailExpressions(_ fault: Diagnostic) -> Bool { fault.id != missingField }

  /// Validates a file of our own as written and says what is wrong, in the order of the document.
  static func diagnostics(of tree: DataTree, under schema: Schema?, source: SourceFile, prefix: String)
    -> [Diagnostic]
  {
    find(in: tree, under: schema, source: source, prefix: prefix).map(\.diagnostic)
  }

  /// Validates a document as written and says what is wrong and at which path, in the order of the document.
  /// - Parameter prefix: beginning of the ids: `schema` for documents, `rule` and `config` for our own files.
  static func find(in tree: DataTree, under schema: Schema?, source: SourceFile, prefix: String)
    -> [(diagnostic: Diagnostic, path: String, anchor: StablePlace)]
  {
    guard let schema else { return [] }
    var faults: [SchemaFault] = []
    if schema.validate(tree.view, .root, reading: .written, into: &faults) { return [] }
    let view = tree.view
    return faults.map { fault in
      let range = fault.key.map { view[$0].range } ?? view.underline(fault.node, in: source)
      var related: [Label] = []
      if let alias = tree.aliasRange(of: fault.node) {
        related.append(Label(range: alias, text: Messages.behindAlias))
      }
      let diagnostic = Diagnostic(
        id: "\(prefix)-\(fault.name)", message: fault.words, range: range, related: related,
        fix: ShapeFix.fix(of: fault, in: view, source: source))
      let anchor = StablePlace(of: fault.node, in: view)
      return (diagnostic, NormalizedPath.text(of: fault.node, in: view), anchor)
    }
    .sorted { left, right in
      (left.diagnostic.range.start, left.diagnostic.range.end, left.diagnostic.id)
        < (right.diagnostic.range.start, right.diagnostic.range.end, right.diagnostic.id)
    }
  }
}

extension SchemaFault {
  /// What is wrong, with the domain's own words for its formats.
  fileprivate var words: LocalizedText {
    guard case .format(let name, let text) = detail else { return message }
    return DomainFormats.complaint(name, text) ?? message
  }

  /// The last part of the diagnostic's id.
  var name: String {
    switch detail {
    case .unknownKey: "unknown-key"
    case .missing, .missingBeside: "missing-field"
    case .wrongType: "wrong-type"
    case .notAllowed: "not-allowed"
    case .pattern: "pattern"
    case .format: "format"
    case .tooShort, .tooLong: "length"
    case .outOfRange, .notMultiple: "number"
    case .tooFewItems, .tooManyItems, .unexpectedItem, .tooFewMatching, .tooManyMatching: "items"
    case .notUnique: "not-unique"
    case .tooFewProperties, .tooManyProperties: "fields"
    case .matchesSeveral, .forbidden: "not-admitted"
    case .limitReached: "limit"
    }
  }
}
