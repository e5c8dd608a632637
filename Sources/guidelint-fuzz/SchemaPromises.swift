import DataTree
import Diagnostics
import JSONSchema
import SourceText
import YAMLReader

/// What JSON Schema promises of any schema and any document.
enum SchemaPromises {
  /// Loads the first document as a schema and validates the second, else the schema itself.
  static func check(_ bytes: [UInt8]) {
    let source = SourceFile(path: "input.yaml", bytes: bytes)
    var documents = YAMLDocuments(source)
    let written = DataTree(symbols: .empty)
    guard let first = documents.next(into: written), first.isUsable else { return }
    var library = SchemaLibrary(formats: StandardFormats.all)
    var symbols = SymbolTable.Builder()
    var diagnostics = library.add(written, name: "input.json", symbols: &symbols)
    let compiled = library.compile("input.json")
    diagnostics += compiled.diagnostics.map(\.diagnostic)
    expectSound(diagnostics, in: bytes.count)
    guard let schema = compiled.schema else {
      expect(diagnostics.contains { $0.severity == .error }, "a refused schema gets an error")
      return
    }
    validate(sourceOfSecond(source, symbols.freeze(), or: written), with: schema)
  }

  /// The second document, read with the schema's symbols.
  private static func sourceOfSecond(_ source: SourceFile, _ symbols: SymbolTable, or schema: DataTree) -> DataTree {
    var documents = YAMLDocuments(source)
    let first = DataTree(symbols: symbols)
    _ = documents.next(into: first)
    let second = DataTree(symbols: symbols)
    return documents.next(into: second) == nil ? first : second
  }

  /// Both readings of a document, with and without faults, agree.
  private static func validate(_ tree: DataTree, with schema: Schema) {
    let view = tree.view
    for reading in [Reading.strict, .written] {
      var faults: [SchemaFault] = []
      let isValid = schema.validate(view, reading: reading, into: &faults)
      expect(isValid == schema.isValid(view, reading: reading), "validation says the same with and without faults")
      expect(isValid == faults.isEmpty, "an invalid document has faults, a valid one none")
      for fault in faults {
        expect(Int((fault.key ?? fault.node).index) < view.nodeCount, "\(fault.keyword): the node at fault exists")
        expect(!fault.message.zh.isEmpty && !fault.message.en.isEmpty, "\(fault.keyword) has a message")
      }
    }
  }
}
