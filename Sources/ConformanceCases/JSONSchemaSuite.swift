internal import DataTree
internal import JSONSchema

/// The cases of the JSON Schema Test Suite, draft 2020-12.
package enum JSONSchemaSuite {
  /// Runs all files below a folder. Required files assert no format; of `optional/`, the files of the formats that
  /// `StandardFormats` has are run with them asserted, and all others are skipped and counted.
  package static func run(directory: String) -> SuiteReport {
    var report = SuiteReport()
    for file in CaseFile.all(in: directory) {
      if let tree = file.tree, tree.view.kind(.root) == .list {
        run(tree.view, file: file.name, &report)
      } else {
        report.fail(file.name, name: "", expected: "a list of groups of cases", actual: "another text")
      }
    }
    return report
  }

  /// The formats that a file asserts; nil for a file that is out of scope.
  private static func formats(of name: String) -> [String: SchemaFormat]? {
    guard name.hasPrefix("optional/") else { return [:] }
    let format = name.dropFirst("optional/format/".count).dropLast(".json".count)
    let isAsserted = name.hasPrefix("optional/format/") && StandardFormats.all[String(format)] != nil
    return isAsserted ? StandardFormats.all : nil
  }

  private static func run(_ view: TreeView, file: String, _ report: inout SuiteReport) {
    let asserted = formats(of: file)
    for group in view.elements(.root) {
      guard let schema = view.value(of: group, at: "schema"), let tests = view.value(of: group, at: "tests") else {
        report.fail(file, name: title([group], view), expected: "a schema and its tests", actual: "a group without")
        continue
      }
      guard let asserted else {
        for _ in view.elements(tests) { report.skip(file) }
        continue
      }
      var library = SchemaLibrary(formats: asserted)
      var builder = SymbolTable.Builder()
      let problems = library.add(JSONTree.copy(schema, of: view), name: "case.json", symbols: &builder)
      let compiled = library.compile("case.json")
      let reasons = problems.map(\.message.en) + compiled.diagnostics.map(\.diagnostic.message.en)
      let subject = Subject(
        schema: problems.contains { $0.severity == .error } ? nil : compiled.schema, symbols: builder.freeze(),
        reasons: reasons)
      for test in view.elements(tests) { run(test, of: group, in: view, subject, file: file, &report) }
    }
  }

  /// A group's schema, or why there is none.
  private struct Subject {
    var schema: Schema?
    var symbols: SymbolTable
    var reasons: [String]
  }

  private static func run(
    _ test: NodeID, of group: NodeID, in view: TreeView, _ subject: Subject, file: String, _ report: inout SuiteReport
  ) {
    guard let data = view.value(of: test, at: "data"), let valid = view.value(of: test, at: "valid") else {
      report.fail(file, name: title([group, test], view), expected: "data and a verdict", actual: "a case without")
      return
    }
    let expected = view[valid].bool
    let instance = JSONTree.copy(data, of: view, symbols: subject.symbols)
    var faults: [SchemaFault] = []
    let actual = subject.schema?.validate(instance.view, reading: .strict, into: &faults)
    if actual == expected, expected == faults.isEmpty { return report.pass(file) }
    report.fail(
      file, name: title([group, test], view), expected: "\(expected)",
      actual: ([actual.map { "\($0)" } ?? "no schema"] + subject.reasons + faults.map(\.message.en))
        .joined(separator: "; "))
  }

  /// What a group and its case are called.
  private static func title(_ nodes: [NodeID], _ view: TreeView) -> String {
    nodes.map { view.value(of: $0, at: "description").map(view.string) ?? "" }.joined(separator: " / ")
  }
}
