import ConformanceCases
import DataTree
import Diagnostics
import Foundation
import JSONSchema
import SourceText

/// Schemas by file name, and what comes of compiling the first of them.
struct Fixture {
  var schema: Schema?
  var loading: [Diagnostic] = []
  var linking: [SchemaDiagnostic] = []
  var symbols = SymbolTable.empty

  init(_ schema: String, files: [String: String] = [:], formats: [String: SchemaFormat] = [:]) {
    var library = SchemaLibrary(formats: formats)
    var builder = SymbolTable.Builder()
    for (name, text) in [("main.json", schema)] + files.sorted(by: { $0.key < $1.key }) {
      guard let tree = Fixture.tree(text, .empty) else { continue }
      loading += library.add(tree, name: name, symbols: &builder)
    }
    (self.schema, linking) = library.compile("main.json")
    symbols = builder.freeze()
  }

  static func tree(_ json: String, _ symbols: SymbolTable) -> DataTree? {
    JSONTree.read(Data(json.utf8), symbols: symbols)
  }

  /// The faults of a JSON text; nil when there is no schema or no JSON.
  func faults(_ json: String, _ reading: Reading = .strict) -> [SchemaFault]? {
    guard let schema, let tree = Fixture.tree(json, symbols) else { return nil }
    var faults: [SchemaFault] = []
    let valid = schema.validate(tree.view, reading: reading, into: &faults)
    return valid == faults.isEmpty ? faults : nil
  }

  /// The messages in one language.
  func messages(_ json: String, _ reading: Reading = .strict, _ language: Language = .en) -> [String]? {
    faults(json, reading)?.map { $0.message[language] }
  }
}
