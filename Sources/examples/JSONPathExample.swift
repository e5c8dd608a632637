import DataTree
import Diagnostics
import JSONPath

/// Selects from a document, and shows what a mistaken query is told.
func runJSONPathExample() {
  // Parse every query first: the keys that they name become symbols, which documents are read with.
  var symbols = SymbolTable.Builder()
  guard let query = PathQuery.parse("$.materials[?@.copies > 1].name", symbols: &symbols).query else { return }

  let tree = DataTree(symbols: symbols.freeze())
  var document = TreeBuilder(into: tree)
  document.begin(.map)
  document.key("materials")
  document.begin(.list)
  for (name, copies) in [("Application form", 1), ("Floor plan", 3), ("Lease", 2)] {
    document.begin(.map)
    document.key("name")
    document.string(name)
    document.key("copies")
    document.int(Int64(copies))
    document.end()
  }
  document.end()
  document.end()

  // A view does not keep its tree alive.
  withExtendedLifetime(tree) {
    var nodes: [NodeID] = []
    if query.select(in: tree.view, into: &nodes) == .limitReached { print("given up: too much work") }
    for node in nodes { print(NormalizedPath.text(of: node, in: tree.view), tree.view.string(node)) }
  }

  // A fault is a diagnostic with the exact place in the query.
  let mistaken = "$.materials[?lenght(@.name) > 10]"
  for fault in PathQuery.parse(mistaken, symbols: &symbols).diagnostics {
    print("\(mistaken) \(fault.range.offsets): \(fault.message.en)")
  }
}
