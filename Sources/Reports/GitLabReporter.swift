internal import Diagnostics
package import Encoding
package import Rules
internal import SourceText

/// Writes GitLab's code quality report: an array of issues in the form of Code Climate.
package struct GitLabReporter: Reporter {
  /// Makes a reporter; it has no settings of its own.
  package init() {}

  /// Streams the issues, one on each line.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    let language = options.language
    var json = JSONWriter(layout: .pretty, sink: sink)
    var fingerprints = UniqueFingerprints()
    json.beginArray()
    for failure in report.failures {
      let hash = StablePlace.hash(of: failure.zh.utf8)
      let fingerprint = fingerprints.next(for: StablePlace.digits(hash) + StablePlace.digits(~hash), in: ".")
      json.beginObject(inline: true)
      writeHead(failure[language], check: "run-incomplete", fingerprint, severity: "blocker", to: &json)
      // GitLab drops issues without a place; the root is where nothing more can be said.
      write(path: ".", from: 1, to: 1, &json)
      json.endObject()
    }
    var latest: (file: String, path: String)?
    for diagnostic in report.diagnostics {
      if latest?.file != diagnostic.file {
        latest = (diagnostic.file, options.repository?.path(of: diagnostic.file) ?? diagnostic.file)
      }
      let fingerprint = fingerprints.next(for: diagnostic.key.fingerprint, in: diagnostic.file)
      json.beginObject(inline: true)
      writeHead(
        Messages.stated(diagnostic, in: language), check: diagnostic.rule, fingerprint,
        severity: Self.severity(of: diagnostic), to: &json)
      let file = locator.file(at: diagnostic.file)
      let first = file?.position(at: diagnostic.range.start).line ?? 1
      let last = file?.lastLine(of: diagnostic.range) ?? first
      write(path: latest?.path ?? diagnostic.file, from: first, to: last, &json)
      json.endObject()
    }
    json.endArray()
    json.finish()
  }

  /// GitLab's five grades: what somebody accepted is the least, what could not be judged the gravest.
  private static func severity(of diagnostic: ReportedDiagnostic) -> String {
    switch diagnostic.state {
    case .waived: return "info"
    case .error: return "blocker"
    case .pass, .fail, .notApplicable: break
    }
    return switch diagnostic.severity {
    case .error: "critical"
    case .warning: "major"
    case .info: "minor"
    }
  }

  /// Writes what an issue says.
  private func writeHead(
    _ description: String, check: String, _ fingerprint: String, severity: String, to json: inout JSONWriter
  ) {
    json.member("type", "issue")
    json.member("check_name", check)
    json.member("description", description)
    json.member("fingerprint", fingerprint)
    json.member("severity", severity)
  }

  /// Writes where an issue is.
  private func write(path: String, from first: Int, to last: Int, _ json: inout JSONWriter) {
    json.key("location")
    json.beginObject()
    json.member("path", path)
    json.key("lines")
    json.beginObject()
    json.member("begin", first)
    json.member("end", last)
    json.endObject()
    json.endObject()
  }
}

/// Tells issues apart for a reader that drops all but one of those with the same fingerprint.
///
/// Fingerprints are unique in a catalog; a run over several catalogs may hold the same document twice.
struct UniqueFingerprints {
  /// What was given out.
  private var taken: Set<String> = []
  /// How many were derived for each fingerprint and file.
  private var counts: [String: Int] = [:]

  /// The fingerprint itself where it is new, else one that the file, and then a number, makes new.
  mutating func next(for fingerprint: String, in file: String) -> String {
    if taken.insert(fingerprint).inserted { return fingerprint }
    let seed = StablePlace.hash(of: (fingerprint + "\u{0}" + file).utf8)
    let head = StablePlace.digits(seed)
    while true {
      let number = counts[head, default: 0] + 1
      counts[head] = number
      let derived = head + StablePlace.digits(StablePlace.hash(of: String(number).utf8, seed: seed))
      if taken.insert(derived).inserted { return derived }
    }
  }
}
