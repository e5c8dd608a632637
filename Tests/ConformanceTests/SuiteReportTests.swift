import ConformanceCases
import Foundation
import TestSupport
import Testing

/// What the runner says of cases that fail, on folders made for it.
@Suite struct SuiteReportTests {
  private func run(_ suite: ConformanceSuite, _ files: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder(files)
    return withExtendedLifetime(folder) { suite.run(directory: folder.path).lines(suite: suite.rawValue) }
  }

  @Test func failingCasesAreListedBelowTheirFile() throws {
    let yes = #"{"name": "right", "selector": "$.a", "document": {"a": 1}, "result": [1]}"#
    let no = #"{"name": "wrong", "selector": "$.a", "document": {"a": 1.0}, "result": [2]}"#
    let lines = try run(
      .jsonpath, ["one.json": #"{"tests": [\#(yes)]}"#, "two.json": #"{"tests": [\#(yes), \#(no)]}"#])
    #expect(
      lines == [
        "one.json: 1 passed, 0 failed, 0 skipped",
        "two.json: 1 passed, 1 failed, 0 skipped",
        "  failed: wrong",
        "    expected: [2]",
        "    actual:   $['a'] = 1.0",
        "jsonpath: 2 passed, 1 failed, 0 skipped",
      ])
  }

  @Test func whatIsNoCaseFileFails() throws {
    for suite in ConformanceSuite.allCases {
      let lines = try run(suite, ["broken.json": "{"])
      #expect(lines.first == "broken.json: 0 passed, 1 failed, 0 skipped")
      #expect(lines.last == "\(suite.rawValue): 0 passed, 1 failed, 0 skipped")
    }
  }

  @Test func emptyFoldersHaveNoFiles() throws {
    for suite in ConformanceSuite.allCases {
      #expect(try run(suite, [:]) == ["\(suite.rawValue): 0 passed, 0 failed, 0 skipped"])
    }
  }

  @Test func yamlIsComparedAsJSON() throws {
    func test(_ yaml: String, _ json: String, fail: Bool = false, libyaml: String = "pass") -> String {
      #"{"id": "X", "name": "x", "fail": \#(fail), "yaml": "\#(yaml)", "json": \#(json), "libyaml": "\#(libyaml)"}"#
    }
    let cases = [
      test("a: 1", #"["{\"a\": 1.0}"]"#), test("a: 1", #"["{\"a\": 2}"]"#), test("a: [", "null", fail: true),
      test("a", "null", fail: true), test("? [a]", "null"), test("a", #"["1"]"#, libyaml: "event-mismatch"),
    ]
    let lines = try run(.yaml, ["cases.json": #"{"cases": [\#(cases.joined(separator: ","))]}"#])
    #expect(lines.last == "yaml: 3 passed, 2 failed, 1 skipped")
  }

  @Test func schemaCasesAreNamedWithTheirGroup() throws {
    let test = #"{"description": "t", "data": 1, "valid": true}"#
    let group = #"[{"description": "d", "schema": {"type": "string"}, "tests": [\#(test)]}]"#
    let lines = try run(.jsonschema, ["a.json": group, "b.json": "[{}]"])
    #expect(lines.last == "jsonschema: 0 passed, 2 failed, 0 skipped")
    #expect(lines.dropFirst().first == "  failed: d / t")
  }

  @Test func exitCodesTellTheOutcome() throws {
    func test(_ result: Int) -> String {
      #"{"tests": [{"name": "a", "selector": "$.a", "document": {"a": 1}, "result": [\#(result)]}]}"#
    }
    let folder = try TemporaryFolder([
      "good/cts.json": test(1), "bad/cts.json": test(2), "none/cts.schema.json": "{}",
    ])
    func exitCode(_ arguments: String...) throws -> Int32 {
      try Guidelint(arguments: arguments).program("conformance").in(folder).run().exitCode
    }
    #expect(try exitCode("jsonpath", "good") == 0)
    #expect(try exitCode("jsonpath", "bad") == 1)
    #expect(try exitCode("jsonpath", "none") == 2)
    #expect(try exitCode("jsonpath", "nowhere") == 2)
    #expect(try exitCode("json", "good") == 2)
    #expect(try exitCode("jsonpath") == 2)
  }
}
