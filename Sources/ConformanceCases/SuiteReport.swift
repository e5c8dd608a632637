/// What a run over a public test suite came to, file by file.
package struct SuiteReport: Sendable {
  /// The figures of one file of cases.
  package struct Tally: Sendable {
    /// Name of the file in the suite's folder.
    package let file: String
    /// Cases with the expected outcome.
    package var passed = 0
    /// Cases with another outcome.
    package var failed = 0
    /// Cases that are out of scope by rule, never by name.
    package var skipped = 0
  }

  /// One case with another outcome than expected.
  package struct Failure: Hashable, Sendable {
    /// Name of the file in the suite's folder.
    package let file: String
    /// Name of the case, with its section where the suite has sections.
    package let name: String
    /// What the suite expects.
    package let expected: String
    /// What came out.
    package let actual: String
  }

  /// The files in the order in which they were first mentioned.
  package private(set) var files: [Tally] = []
  /// The failing cases in the order in which they ran.
  package private(set) var failures: [Failure] = []

  /// Starts without a file.
  package init() {}

  /// Cases that passed in all files.
  package var passed: Int { files.reduce(0) { $0 + $1.passed } }
  /// Cases that failed in all files.
  package var failed: Int { files.reduce(0) { $0 + $1.failed } }
  /// Cases that were skipped in all files.
  package var skipped: Int { files.reduce(0) { $0 + $1.skipped } }

  /// The report as text: a line for each file, with the failing cases below it, and the totals in the last line.
  package func lines(suite: String) -> [String] {
    let failures = Dictionary(grouping: failures, by: \.file)
    var lines: [String] = []
    for tally in files {
      lines.append("\(tally.file): \(tally.passed) passed, \(tally.failed) failed, \(tally.skipped) skipped")
      for failure in failures[tally.file] ?? [] {
        lines += ["  failed: \(failure.name)", "    expected: \(failure.expected)", "    actual:   \(failure.actual)"]
      }
    }
    return lines + ["\(suite): \(passed) passed, \(failed) failed, \(skipped) skipped"]
  }

  /// Counts a case that passed.
  package mutating func pass(_ file: String) { files[position(of: file)].passed += 1 }

  /// Counts a case that is out of scope.
  package mutating func skip(_ file: String) { files[position(of: file)].skipped += 1 }

  /// Counts a case that failed and keeps what was expected.
  package mutating func fail(_ file: String, name: String, expected: String, actual: String) {
    files[position(of: file)].failed += 1
    failures.append(Failure(file: file, name: name, expected: expected, actual: actual))
  }

  /// The place of a file's figures, made when the file is first mentioned.
  private mutating func position(of file: String) -> Int {
    if let last = files.indices.last, files[last].file == file { return last }
    if let known = files.firstIndex(where: { $0.file == file }) { return known }
    files.append(Tally(file: file))
    return files.count - 1
  }
}
