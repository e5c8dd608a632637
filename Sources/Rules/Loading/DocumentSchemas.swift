import JSONSchema

/// The schemas of documents, each compiled when the first document of its kind is read.
struct DocumentSchemas: Sendable {
  private let schemas: [Deferred<Schema?>?]

  /// Takes them in the order of the kinds.
  init(_ schemas: [Deferred<Schema?>?]) { self.schemas = schemas }

  /// The schema of a kind; nil where it did not compile.
  subscript(kind: Int) -> Schema? { schemas[kind]?.value }
}
