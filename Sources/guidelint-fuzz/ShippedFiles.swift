import CEL
import Catalog
import DataTree
import Rules
import SourceText
import StandardRules
import YAMLReader

/// The shipped files, in the forms that targets need.
enum ShippedFiles {
  /// Schemas, vocabularies and packs.
  static let allButRules = StandardRules.files.map { path, text in
    RuleSourceFile(
      path: path.description,
      source: SourceFile(path: path.description, bytes: text.withUTF8Buffer { Array($0) }), isStandard: true)
  }.filter { isSchema($0) || $0.path.hasSuffix("pack.yaml") || $0.path.split(separator: "/").contains("vocabulary") }

  private static func isSchema(_ file: RuleSourceFile) -> Bool { file.path.hasPrefix("schema/") }

  /// Reads one document, whatever is wrong with it.
  static func tree(_ source: SourceFile, symbols: SymbolTable) -> DataTree {
    let tree = DataTree(symbols: symbols)
    var documents = YAMLDocuments(source)
    _ = documents.next(into: tree)
    return tree
  }

  /// What reading makes of documents under the shipped schemas.
  static func shapes(symbols: inout SymbolTable.Builder) -> Shapes {
    let sources = allButRules.filter(isSchema).map { file in
      SchemaSource(
        name: String(file.path.dropFirst("schema/".count)), tree: tree(file.source, symbols: .empty))
    }
    return Shapes.compile(sources, symbols: &symbols).shapes
  }
}
