import DataTree
import Diagnostics
import JSONPath

/// The cases of the JSONPath Compliance Test Suite.
package enum JSONPathSuite {
  /// Runs every case against trees that know the query's keys and trees that do not; empty when there is no suite.
  package static func run(directory: String) -> SuiteReport {
    var report = SuiteReport()
    for file in CaseFile.all(in: directory) {
      guard let tree = file.tree else {
        report.fail(file.name, name: "", expected: "a file of cases", actual: "no JSON")
        continue
      }
      // The suite brings a schema of its own form along, which has no cases.
      guard let tests = tree.view.value(of: .root, at: "tests") else { continue }
      for test in tree.view.elements(tests) { run(test, in: tree.view, file: file.name, &report) }
    }
    return report
  }

  /// The selectors of all cases, valid or not: seeds for tests that garble them.
  package static func selectors(directory: String) -> [String] {
    CaseFile.all(in: directory).compactMap(\.tree).flatMap { tree in
      let view = tree.view
      let tests = view.value(of: .root, at: "tests").map { Array(view.elements($0)) } ?? []
      return tests.compactMap { view.value(of: $0, at: "selector").map(view.string) }
    }
  }

  /// Judges one case by its outcome over both kinds of trees.
  private static func run(_ test: NodeID, in view: TreeView, file: String, _ report: inout SuiteReport) {
    let name = view.value(of: test, at: "name").map(view.string) ?? ""
    let selector = view.value(of: test, at: "selector").map(view.string) ?? ""
    var symbols = SymbolTable.Builder()
    let (query, diagnostics) = PathQuery.parse(selector, symbols: &symbols)
    guard let document = view.value(of: test, at: "document") else {
      guard view.value(of: test, at: "invalid_selector").map({ view[$0].bool }) == true else {
        report.fail(file, name: name, expected: "a document or `invalid_selector`", actual: "a case without either")
        return
      }
      if query == nil, !diagnostics.isEmpty {
        report.pass(file)
      } else {
        report.fail(file, name: name, expected: "a diagnostic for \(selector)", actual: "a query")
      }
      return
    }
    guard let query else {
      let message = diagnostics.first?.message.en ?? "no diagnostic"
      report.fail(file, name: name, expected: "a query: \(selector)", actual: message)
      return
    }
    for table in [symbols.freeze(), .empty] {
      let tree = JSONTree.copy(document, of: view, symbols: table)
      if let actual = mismatch(query, on: tree, test, in: view) {
        let results = view.value(of: test, at: "result") ?? view.value(of: test, at: "results") ?? test
        report.fail(file, name: name, expected: JSONTree.text(results, in: view), actual: actual)
        return
      }
    }
    report.pass(file)
  }

  /// What came out, where that is none of the results that the case allows.
  private static func mismatch(_ query: PathQuery, on tree: DataTree, _ test: NodeID, in view: TreeView) -> String? {
    let document = tree.view
    var nodes: [NodeID] = []
    if query.select(in: document, into: &nodes) != nil { return "a bound was reached" }
    let paths = nodes.map { NormalizedPath.text(of: $0, in: document) }
    for (results, expectedPaths) in alternatives(test, in: view) {
      let expected = view.elements(results)
      let areSame =
        expected.count == nodes.count
        && zip(expected, nodes).allSatisfy { JSONTree.areEqual($0, in: view, $1, in: document) }
      if areSame, expectedPaths.map({ view.elements($0).map(view.string) == paths }) ?? true { return nil }
    }
    return zip(paths, nodes).map { "\($0) = \(JSONTree.text($1, in: document))" }.joined(separator: ", ")
  }

  /// The results that a case allows, each with its normalized paths where the case gives them.
  private static func alternatives(_ test: NodeID, in view: TreeView) -> [(results: NodeID, paths: NodeID?)] {
    if let result = view.value(of: test, at: "result") {
      return [(result, view.value(of: test, at: "result_paths"))]
    }
    guard let results = view.value(of: test, at: "results") else { return [] }
    let paths = view.value(of: test, at: "results_paths").map { Array(view.elements($0)) } ?? []
    return view.elements(results).enumerated().map { ($1, $0 < paths.count ? paths[$0] : nil) }
  }
}
