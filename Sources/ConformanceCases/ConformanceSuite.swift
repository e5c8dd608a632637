/// The public suites that can be run, by the word that names them on the command line.
package enum ConformanceSuite: String, CaseIterable, Sendable {
  /// Common Expression Language.
  case cel
  /// RFC 9535.
  case jsonpath
  /// Draft 2020-12.
  case jsonschema
  /// YAML 1.2, as far as libyaml reads it.
  case yaml

  /// Runs the cases below a folder; a report without a case means that there are none.
  package func run(directory: String) -> SuiteReport {
    switch self {
    case .cel: CELSuite.run(directory: directory)
    case .jsonpath: JSONPathSuite.run(directory: directory)
    case .jsonschema: JSONSchemaSuite.run(directory: directory)
    case .yaml: YAMLSuite.run(directory: directory)
    }
  }
}
