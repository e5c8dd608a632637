// Runs a public test suite. Usage: conformance cel|jsonpath|jsonschema|yaml DIR
// Exit codes: 0 every case passed, 1 some case failed, 2 a wrong command or a folder without cases.
import ConformanceCases
import Foundation

let usage = "usage: conformance \(ConformanceSuite.allCases.map(\.rawValue).joined(separator: "|")) DIR\n"
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let name = arguments.first, let directory = arguments.last,
  let suite = ConformanceSuite(rawValue: name)
else {
  FileHandle.standardError.write(Data(usage.utf8))
  exit(2)
}
let report = suite.run(directory: directory)
guard !report.files.isEmpty else {
  FileHandle.standardError.write(Data("\(directory) holds no cases\n".utf8))
  exit(2)
}
for line in report.lines(suite: name) { print(line) }
exit(report.failed == 0 ? 0 : 1)
