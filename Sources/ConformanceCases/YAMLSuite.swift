import DataTree
import Diagnostics
import Foundation
import SourceText
import YAMLReader

/// The cases of the YAML Test Suite, each with what libyaml makes of it.
package enum YAMLSuite {
  /// Errors of valid YAML that JSON cannot express: keys that are collections, keys written twice, recursion.
  ///
  /// The suite gives such cases no JSON.
  private static let beyondJSON: Set<String> = ["yaml-complex-key", "yaml-duplicate-key", "yaml-unknown-alias"]

  /// A case, by the names of the suite's files.
  private struct Case: Decodable {
    /// The suite's name for it.
    var id: String
    /// What it is about.
    var name: String
    /// Whether the text is not valid YAML.
    var fail: Bool
    /// The text.
    var yaml: String
    /// The JSON of each document; nil where the suite gives none.
    var json: [String]?
    /// What libyaml makes of it; `pass` is right.
    var libyaml: String
  }

  /// A file of cases.
  private struct Cases: Decodable {
    /// The cases.
    var cases: [Case]
  }

  /// Runs every case file of a folder; cases that libyaml itself gets wrong are counted as skipped.
  package static func run(directory: String) -> SuiteReport {
    var report = SuiteReport()
    for file in CaseFile.all(in: directory) {
      do {
        for test in try JSONDecoder().decode(Cases.self, from: file.data).cases {
          run(test, file: file.name, &report)
        }
      } catch {
        report.fail(file.name, name: "", expected: "a file of cases", actual: "\(error)")
      }
    }
    return report
  }

  /// The texts of all cases, valid or not, for tests that look at other things than the suite does.
  package static func texts(directory: String) -> [(id: String, text: String)] {
    CaseFile.all(in: directory).flatMap { file in
      let cases = (try? JSONDecoder().decode(Cases.self, from: file.data).cases) ?? []
      return cases.map { ($0.id, $0.yaml) }
    }
  }

  private static func run(_ test: Case, file: String, _ report: inout SuiteReport) {
    guard test.libyaml == "pass" else { return report.skip(file) }
    let (trees, errors) = read(test.yaml)
    let messages = errors.map { "error: \($0.message.en)" }
    let actual = messages + trees.map { JSONTree.text(.root, in: $0.view) }
    let expected: String
    let isRight: Bool
    if test.fail {
      (expected, isRight) = ("an error", !errors.isEmpty)
    } else if let texts = test.json {
      (expected, isRight) = (texts.joined(separator: " "), errors.isEmpty && areEqual(trees, texts))
    } else {
      expected = "no error but of what JSON does not have"
      isRight = errors.allSatisfy { beyondJSON.contains($0.id) }
    }
    if isRight { return report.pass(file) }
    report.fail(
      file, name: "\(test.id) \(test.name)", expected: expected, actual: actual.joined(separator: " "))
  }

  /// All documents of a text with the errors in it.
  private static func read(_ text: String) -> (trees: [DataTree], errors: [Diagnostic]) {
    var reader = YAMLDocuments(SourceFile(path: "case.yaml", bytes: Array(text.utf8)))
    var trees: [DataTree] = []
    while true {
      let tree = DataTree(symbols: .empty)
      guard reader.next(into: tree) != nil else { break }
      trees.append(tree)
    }
    return (trees, reader.diagnostics.filter { $0.severity == .error })
  }

  /// Whether documents are the JSON expected; one that holds nothing is null in the suite and may be no document here.
  private static func areEqual(_ trees: [DataTree], _ texts: [String]) -> Bool {
    let expected = texts.map { JSONTree.read(Data($0.utf8)) }
    guard trees.count <= expected.count, expected.allSatisfy({ $0 != nil }) else { return false }
    let wanted = expected.compactMap(\.self).filter { $0.view.kind(.root) != .null }
    let found = trees.filter { $0.view.kind(.root) != .null }
    return wanted.count == found.count
      && zip(wanted, found).allSatisfy { JSONTree.areEqual(.root, in: $0.view, .root, in: $1.view) }
  }
}
