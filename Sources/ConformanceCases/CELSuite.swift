import CEL
import DataTree
import Diagnostics
import Foundation

/// Runs the CEL cases, whose form `cel/README.md` of the suites describes.
package enum CELSuite {
  /// Files of the libraries that are out of scope.
  private static let filesOutOfScope: Set<String> = ["network_ext", "block_ext"]

  /// Runs every case file of a directory; the report is empty when there is none.
  package static func run(directory: String) -> SuiteReport {
    var report = SuiteReport()
    for file in CaseFile.all(in: directory) {
      do {
        run(try JSONDecoder().decode(CELCaseFile.self, from: file.data), &report)
      } catch {
        report.fail(file.name, name: "", expected: "a file of cases", actual: "\(error)")
      }
    }
    return report
  }

  private static func run(_ file: CELCaseFile, _ report: inout SuiteReport) {
    for section in file.sections {
      for test in section.tests {
        guard !test.needsProto, !filesOutOfScope.contains(file.file) else {
          report.skip(file.file)
          continue
        }
        var run = CELCaseRun(test)
        if let actual = run.mismatch() {
          report.fail(
            file.file, name: "\(section.name)/\(test.name): \(test.expr)", expected: "\(test.expected)",
            actual: actual)
        } else {
          report.pass(file.file)
        }
      }
    }
  }
}
