import ConformanceCases
import DataTree
import Diagnostics
import Foundation
import JSONPath
import SourceText
import Testing

/// Folder of the public suite, whose selectors are seeds here; the environment may name another place.
let suiteDirectory =
  (ProcessInfo.processInfo.environment["GUIDELINT_CONFORMANCE"] ?? "../shared/conformance") + "/jsonpath"

/// Parses a query that must be valid.
func query(_ source: String, allowsRelative: Bool = false) throws -> PathQuery {
  var symbols = SymbolTable.Builder()
  let (query, diagnostics) = PathQuery.parse(source, symbols: &symbols, allowsRelative: allowsRelative)
  return try #require(query, "\(diagnostics)")
}

/// The diagnostics of a query, each as its id and the text that it underlines.
func faults(_ source: String, allowsRelative: Bool = false) -> [String] {
  var symbols = SymbolTable.Builder()
  let bytes = Array(source.utf8)
  return PathQuery.parse(source, symbols: &symbols, allowsRelative: allowsRelative).diagnostics.map {
    "\($0.id): \(String(decoding: bytes[$0.range.offsets], as: UTF8.self))"
  }
}

/// The English messages of a query's diagnostics.
func messages(_ source: String) -> [String] {
  var symbols = SymbolTable.Builder()
  return PathQuery.parse(source, symbols: &symbols).diagnostics.map(\.message.en)
}

/// A tree of JSON text, its keys sorted.
func tree(_ json: String, symbols: SymbolTable = .empty) throws -> DataTree {
  try #require(JSONTree.read(Data(json.utf8), symbols: symbols))
}

/// What a query selects in JSON text, as JSON.
func select(_ source: String, in json: String) throws -> [String] {
  let document = try tree(json)
  var nodes: [NodeID] = []
  let outcome = try query(source).select(in: document.view, into: &nodes)
  #expect(outcome == nil)
  return nodes.map { JSONTree.text($0, in: document.view) }
}
