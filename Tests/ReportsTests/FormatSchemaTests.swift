import Diagnostics
import Foundation
import Reports
import Rules
import TestSupport
import Testing

/// Every format against its published schema, by validators that are not ours.
@Suite struct FormatSchemaTests {
  private static let schemas =
    (ProcessInfo.processInfo.environment["GUIDELINT_CONFORMANCE"] ?? "../shared/conformance") + "/schemas"

  /// Writes each report in one format and both languages into a folder; gives the paths.
  private func written(_ format: ReportFormat, in folder: TemporaryFolder) throws -> [String] {
    var reports = [SampleReport.empty, SampleReport.clean, SampleReport.full, FormatSample.everything]
    reports += FormatSample.hostileTexts.map(FormatSample.hostile)
    reports.append(SampleReport.single([], FormatSample.everything.diagnostics[0].range))
    var paths: [String] = []
    for (index, report) in reports.enumerated() {
      for language in Language.allCases {
        let name = "\(format.token)-\(index)-\(language.rawValue)"
        try folder.write(Data(FormatSample.render(report, as: format, language)), to: name)
        paths.append("\(folder.path)/\(name)")
      }
    }
    return paths
  }

  private func schema(_ name: String) -> String? {
    let path = "\(Self.schemas)/\(name)"
    if FileManager.default.fileExists(atPath: path) { return path }
    print("\(name): not validated, there is no \(path); set GUIDELINT_CONFORMANCE to the folder of the suites")
    return nil
  }

  @Test(arguments: [(ReportFormat.junit, "junit-10.xsd"), (.checkstyle, "checkstyle.xsd")])
  func xml(format: ReportFormat, name: String) throws {
    guard let schema = schema(name) else { return }
    let xmllint = try #require(ExternalTool("xmllint"), "make test installs xmllint (libxml2-utils)")
    let folder = try TemporaryFolder()
    let outcome = try xmllint.run(["--noout", "--schema", schema] + (try written(format, in: folder)))
    let complaints = outcome.output.split(separator: "\n").filter { !$0.hasSuffix(" validates") }
    #expect(outcome.exitCode == 0 && complaints.isEmpty, "\(complaints.prefix(5).joined(separator: "\n"))")
  }

  @Test(arguments: [(ReportFormat.sarif, "sarif-schema-2.1.0.json"), (.gitlab, "gitlab-codequality-issue.schema.json")])
  func json(format: ReportFormat, name: String) throws {
    guard let schema = schema(name) else { return }
    let python = try #require(
      ExternalTool.python(with: "jsonschema"), "make test installs the Python module jsonschema (python3-jsonschema)")
    let folder = try TemporaryFolder(["validate.py": Self.validator])
    let outcome = try python.run(["\(folder.path)/validate.py", schema] + (try written(format, in: folder)))
    #expect(outcome.exitCode == 0, "\(outcome.output.prefix(2_000))")
  }

  /// Validates files, or each element of files that hold arrays; fingerprints of an array must be unique.
  private static let validator = """
    import json, sys
    import jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    faults = 0
    for path in sys.argv[2:]:
        report = json.load(open(path, encoding="utf-8"))
        parts = report if isinstance(report, list) else [report]
        for part in parts:
            for fault in validator.iter_errors(part):
                faults += 1
                print(path, list(fault.path), fault.message[:200])
        if isinstance(report, list):
            prints = [part["fingerprint"] for part in parts]
            if len(prints) != len(set(prints)):
                faults += 1
                print(path, "fingerprints are not unique")
    sys.exit(1 if faults else 0)

    """

  @Test func spreadsheet() throws {
    let python = try #require(ExternalTool.python(with: "csv"))
    let folder = try TemporaryFolder(["read.py": Self.reader])
    let outcome = try python.run(["\(folder.path)/read.py"] + (try written(.csv, in: folder)))
    #expect(outcome.exitCode == 0, "\(outcome.output.prefix(2_000))")
  }

  /// Reads tables as a spreadsheet would: every row has as many fields as the heading, and none is a formula.
  private static let reader = """
    import csv, sys
    faults = 0
    for path in sys.argv[1:]:
        data = open(path, "rb").read()
        if not data.startswith(b"\\xef\\xbb\\xbf") or not data.endswith(b"\\r\\n"):
            faults += 1
            print(path, "mark or line end")
        rows = list(csv.reader(data[3:].decode("utf-8").split("\\r\\n")[:-1], strict=True))
        for row in rows:
            if len(row) != len(rows[0]):
                faults += 1
                print(path, len(row), row)
            for field in row:
                if field.lstrip(" ")[:1] in tuple("=+-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20"):
                    faults += 1
                    print(path, repr(field))
    sys.exit(1 if faults else 0)

    """
}
