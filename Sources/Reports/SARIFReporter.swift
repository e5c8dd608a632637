internal import Diagnostics
package import Encoding
package import Rules
internal import SourceText

/// Writes the log that code scanning services read (SARIF 2.1.0 with errata 01).
package struct SARIFReporter: Reporter {
  /// Makes a reporter; it has no settings of its own.
  package init() {}

  /// Streams the report as one run, a result on each line.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    var log = SARIFLog(report: report, options: options, locator: locator, sink: sink)
    log.write()
  }
}

/// One log while it is written.
struct SARIFLog: ~Copyable {
  /// Name of the folder that relative addresses start from.
  static let base = "%SRCROOT%"

  /// What is written.
  let report: LintReport
  /// Language of messages; the other one goes into `properties`.
  let language: Language
  /// Where the run stands in its repository.
  let repository: RepositoryPlace?
  /// Turns offsets into lines and columns.
  let locator: SourceLocator
  /// Takes the values.
  var json: JSONWriter
  /// The files that the report carries, by path.
  let artifacts: [String: SARIFArtifact]
  /// Ids of the built-in faults that were found, in order.
  let builtIn: [String]
  /// Their places in the list of rules, behind the rules of the run.
  let builtInIndices: [String: Int]

  /// Begins a log.
  init(report: LintReport, options: ReportOptions, locator: SourceLocator, sink: @escaping ByteSink) {
    self.report = report
    language = options.language
    repository = options.repository
    self.locator = locator
    json = JSONWriter(layout: .pretty, sink: sink)
    let paths = report.sources.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let place = options.repository
    artifacts = Dictionary(
      paths.enumerated().map { ($1, SARIFArtifact(path: $1, index: $0, repository: place)) }
    ) { first, _ in first }
    builtIn = Set(report.diagnostics.lazy.filter { $0.ruleIndex == nil }.map(\.rule)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let count = report.rules.count
    builtInIndices = Dictionary(builtIn.enumerated().map { ($1, count + $0) }) { first, _ in first }
  }

  /// The language that messages are not written in.
  var otherLanguage: Language { language == .zh ? .en : .zh }

  /// Writes the log around its one run.
  mutating func write() {
    json.beginObject()
    json.member("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    json.member("version", "2.1.0")
    json.key("runs")
    json.beginArray()
    json.beginObject()
    writeTool()
    json.member("language", language == .zh ? "zh-CN" : "en")
    writeInvocation()
    writeBase()
    writeArtifacts()
    json.member("columnKind", "utf16CodeUnits")
    json.key("results")
    json.beginArray()
    for diagnostic in report.diagnostics { write(diagnostic) }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.finish()
  }

  /// Writes whether the run came to its end, and what kept it from it.
  private mutating func writeInvocation() {
    json.key("invocations")
    json.beginArray()
    json.beginObject()
    json.member("executionSuccessful", report.isComplete)
    json.key("toolExecutionNotifications")
    json.beginArray()
    for failure in report.failures {
      json.beginObject(inline: true)
      json.member("level", "error")
      write(message: failure[language])
      json.endObject()
    }
    for diagnostic in report.diagnostics where diagnostic.state == .error { writeNotification(of: diagnostic) }
    json.endArray()
    json.endObject()
    json.endArray()
  }

  /// Writes a rule that could not be evaluated as something that happened to the tool.
  private mutating func writeNotification(of diagnostic: ReportedDiagnostic) {
    json.beginObject(inline: true)
    json.member("level", "error")
    write(message: diagnostic.message[language])
    json.key("locations")
    json.beginArray()
    json.beginObject()
    writePhysicalLocation(diagnostic.range, in: diagnostic.file, hasSnippet: false)
    json.endObject()
    json.endArray()
    json.key("associatedRule")
    json.beginObject()
    json.member("id", diagnostic.rule)
    json.member("index", ruleIndex(of: diagnostic))
    json.endObject()
    json.endObject()
  }

  /// Writes what relative addresses start from; without a repository that is left to the reader.
  private mutating func writeBase() {
    json.key("originalUriBaseIds")
    json.beginObject()
    json.key(escaping: Self.base)
    json.beginObject(inline: true)
    if let root = repository?.root {
      json.member("uri", "file://" + FileAddress.encoded(root == "/" ? root : root + "/"))
    }
    json.key("description")
    json.beginObject()
    json.member("text", Messages.sourceRoot[language])
    json.endObject()
    json.endObject()
    json.endObject()
  }

  /// Writes the files that results are in.
  private mutating func writeArtifacts() {
    json.key("artifacts")
    json.beginArray()
    for (path, artifact) in artifacts.sorted(by: { $0.value.index < $1.value.index }) {
      json.beginObject(inline: true)
      json.key("location")
      json.beginObject()
      artifact.writeAddress(to: &json)
      json.endObject()
      json.member("length", report.sources[path]?.bytes.count ?? 0)
      json.member("encoding", "UTF-8")
      json.member("sourceLanguage", "yaml")
      json.endObject()
    }
    json.endArray()
  }

  /// Place of a diagnostic's rule in the list of rules.
  func ruleIndex(of diagnostic: ReportedDiagnostic) -> Int {
    diagnostic.ruleIndex ?? builtInIndices[diagnostic.rule] ?? -1
  }

  /// Writes a message object's member `message`.
  mutating func write(message: String) {
    json.key("message")
    json.beginObject(inline: true)
    json.member("text", SARIFText.escaped(message))
    json.endObject()
  }
}

/// A file as a log refers to it.
struct SARIFArtifact {
  /// Place in the list of files.
  let index: Int
  /// Address, relative to the base unless the file lies outside.
  let address: String
  /// Whether the address is relative.
  let isRelative: Bool

  /// Derives the address of a path of the report.
  init(path: String, index: Int, repository: RepositoryPlace?) {
    self.index = index
    let path = repository?.path(of: path) ?? path
    isRelative = path.utf8.first != UInt8(ascii: "/")
    address = isRelative ? FileAddress.encoded(path) : "file://" + FileAddress.encoded(path)
  }

  /// Writes the members of an artifact location.
  func writeAddress(to json: inout JSONWriter) {
    json.member("uri", address)
    if isRelative { json.member("uriBaseId", SARIFLog.base) }
    if index >= 0 { json.member("index", index) }
  }
}

/// Texts as SARIF's message strings hold them.
enum SARIFText {
  /// Doubles braces (3.11.5), which would mark arguments, and parts `](`, which would make a link (3.11.6) of what a
  /// document says.
  static func escaped(_ text: String) -> String {
    var previous: UInt8 = 0
    let isPlain = text.utf8.allSatisfy { byte in
      defer { previous = byte }
      return !isBrace(byte) && (byte != UInt8(ascii: "(") || previous != UInt8(ascii: "]"))
    }
    return isPlain ? text : escaped(text, partsLinks: true)
  }

  /// Doubles the braces of Markdown, whose links are meant.
  static func escaped(markdown text: String) -> String { escaped(text, partsLinks: false) }

  /// Writes the text anew.
  private static func escaped(_ text: String, partsLinks: Bool) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      if isBrace(byte) { bytes.append(byte) }
      if partsLinks, byte == UInt8(ascii: "("), bytes.last == UInt8(ascii: "]") { bytes.append(UInt8(ascii: " ")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `{` or `}`.
  private static func isBrace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") }
}
