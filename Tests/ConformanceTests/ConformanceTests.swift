import ConformanceCases
import Foundation
import Testing

/// The public suites, the same runs that `conformance` makes.
@Suite struct ConformanceTests {
  private static let root = ProcessInfo.processInfo.environment["GUIDELINT_CONFORMANCE"] ?? "../shared/conformance"

  @Test(arguments: ConformanceSuite.allCases)
  func everyCasePasses(suite: ConformanceSuite) {
    let directory = "\(Self.root)/\(suite.rawValue)"
    guard FileManager.default.fileExists(atPath: directory) else {
      print("\(suite.rawValue): not run, there are no cases in \(directory); set GUIDELINT_CONFORMANCE to their folder")
      return
    }
    let report = suite.run(directory: directory)
    let lines = report.lines(suite: suite.rawValue)
    print(lines.last ?? "")
    #expect(report.passed > 0)
    #expect(report.failed == 0, "\n\(lines.joined(separator: "\n"))")
  }
}
