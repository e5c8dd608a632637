internal import Diagnostics
internal import Encoding
internal import Rules
internal import SourceText

extension SARIFLog {
  /// Bytes above which a range is not quoted: a whole document repeated for each of its diagnostics helps nobody.
  private static let longestSnippet = 2_000

  /// Writes a result on one line.
  mutating func write(_ diagnostic: ReportedDiagnostic) {
    json.beginObject(inline: true)
    json.member("ruleId", diagnostic.rule)
    json.member("ruleIndex", ruleIndex(of: diagnostic))
    // A kind other than `fail` has no level (3.27.10).
    let isOpen = diagnostic.state == .error
    json.member("kind", isOpen ? "open" : "fail")
    json.member("level", isOpen ? "none" : Self.level(of: diagnostic.severity))
    write(message: diagnostic.message[language])
    writeLocations(of: diagnostic)
    writeRelated(of: diagnostic)
    json.key("partialFingerprints")
    json.beginObject()
    json.member("guidelint/v1", diagnostic.key.fingerprint)
    json.endObject()
    writeSuppressions(of: diagnostic)
    if let fix = diagnostic.fix { write(fix, in: diagnostic.file) }
    writeProperties(of: diagnostic)
    json.endObject()
  }

  /// Writes the place in the file and the place in the document.
  private mutating func writeLocations(of diagnostic: ReportedDiagnostic) {
    json.key("locations")
    json.beginArray()
    json.beginObject()
    writePhysicalLocation(diagnostic.range, in: diagnostic.file, hasSnippet: true)
    if diagnostic.document != nil || diagnostic.path != nil { writeLogicalLocations(of: diagnostic) }
    json.endObject()
    json.endArray()
  }

  /// Writes the document and, where it is known, the node in it.
  private mutating func writeLogicalLocations(of diagnostic: ReportedDiagnostic) {
    let name = diagnostic.document.map { $0.id.isEmpty ? $0.kind : $0.kind + "/" + $0.id }
    json.key("logicalLocations")
    json.beginArray()
    if let document = diagnostic.document {
      json.beginObject()
      json.member("name", document.id.isEmpty ? document.kind : document.id)
      json.member("fullyQualifiedName", name)
      json.member("kind", "object")
      json.endObject()
    }
    if let path = diagnostic.path {
      json.beginObject()
      json.member("name", path)
      json.member("fullyQualifiedName", name.map { $0 + "/" + path } ?? path)
      json.member("kind", "value")
      json.endObject()
    }
    json.endArray()
  }

  /// Writes the member `physicalLocation`.
  mutating func writePhysicalLocation(_ range: SourceRange, in path: String, hasSnippet: Bool) {
    json.key("physicalLocation")
    json.beginObject()
    writeArtifactLocation(path)
    if let file = locator.file(at: path) {
      json.key("region")
      write(range, in: file, hasSnippet: hasSnippet)
    }
    json.endObject()
  }

  /// Writes the member `artifactLocation`; a file that the report does not carry has no index.
  private mutating func writeArtifactLocation(_ path: String) {
    json.key("artifactLocation")
    json.beginObject()
    let artifact = artifacts[path] ?? SARIFArtifact(path: path, index: -1, repository: repository)
    artifact.writeAddress(to: &json)
    json.endObject()
  }

  /// Writes a region in lines, in UTF-16 columns and in bytes; a byte order mark is a byte, but no column.
  private mutating func write(_ range: SourceRange, in file: LocatedFile, hasSnippet: Bool) {
    let length = file.source.bytes.count
    let offsets = min(Int(range.start), length)..<min(Int(range.end), length)
    let start = file.utf16Position(at: range.start)
    let end = file.utf16Position(at: range.end)
    json.beginObject()
    json.member("startLine", start.line)
    json.member("startColumn", start.column)
    json.member("endLine", end.line)
    json.member("endColumn", end.column)
    json.member("byteOffset", offsets.lowerBound)
    json.member("byteLength", offsets.count)
    if hasSnippet, !offsets.isEmpty, offsets.count <= Self.longestSnippet {
      json.key("snippet")
      json.beginObject()
      json.key("text")
      file.source.bytes.withUnsafeBufferPointer { json.string(utf8: UnsafeBufferPointer(rebasing: $0[offsets])) }
      json.endObject()
    }
    json.endObject()
  }

  /// Writes the further places.
  private mutating func writeRelated(of diagnostic: ReportedDiagnostic) {
    guard !diagnostic.related.isEmpty else { return }
    json.key("relatedLocations")
    json.beginArray()
    for (index, label) in diagnostic.related.enumerated() {
      json.beginObject()
      json.member("id", index + 1)
      writePhysicalLocation(label.range, in: label.file ?? diagnostic.file, hasSnippet: true)
      if let text = label.text { write(message: text[language]) }
      json.endObject()
    }
    json.endArray()
  }

  /// Writes who accepted a result; an empty list says that nobody did (3.27.23).
  private mutating func writeSuppressions(of diagnostic: ReportedDiagnostic) {
    json.key("suppressions")
    json.beginArray()
    if let acceptance = diagnostic.acceptance {
      json.beginObject()
      json.member("kind", acceptance.kind == .suppression ? "inSource" : "external")
      json.member("status", "accepted")
      if let reason = acceptance.reason { json.member("justification", reason) }
      json.key("location")
      json.beginObject()
      write(placeOf: acceptance)
      json.endObject()
      json.key("properties")
      json.beginObject()
      json.member("acceptedBy", acceptance.kind.rawValue)
      if let owner = acceptance.owner { json.member("owner", owner) }
      if let expires = acceptance.expires { json.member("expires", expires) }
      json.endObject()
      json.endObject()
    }
    json.endArray()
  }

  /// Writes where a decision is written.
  private mutating func write(placeOf acceptance: Acceptance) {
    if let range = acceptance.range {
      return writePhysicalLocation(range, in: acceptance.file, hasSnippet: false)
    }
    json.key("physicalLocation")
    json.beginObject()
    writeArtifactLocation(acceptance.file)
    json.endObject()
  }

  /// Writes how a result can be repaired.
  private mutating func write(_ fix: Fix, in path: String) {
    guard let file = locator.file(at: path) else { return }
    json.key("fixes")
    json.beginArray()
    json.beginObject()
    json.key("description")
    json.beginObject()
    json.member("text", SARIFText.escaped(fix.title[language]))
    json.endObject()
    json.key("artifactChanges")
    json.beginArray()
    json.beginObject()
    writeArtifactLocation(path)
    json.key("replacements")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      json.key("deletedRegion")
      write(edit.range, in: file, hasSnippet: false)
      json.key("insertedContent")
      json.beginObject()
      json.member("text", edit.replacement)
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.key("properties")
    json.beginObject()
    json.member("applicability", fix.applicability.token)
    json.endObject()
    json.endObject()
    json.endArray()
  }

  /// Writes what SARIF has no member for: the other language, the document's kind and department, a remedy of its own.
  private mutating func writeProperties(of diagnostic: ReportedDiagnostic) {
    json.key("properties")
    json.beginObject()
    json.member("state", diagnostic.state.token)
    if let document = diagnostic.document {
      let overview = report.documents[document]
      json.member("documentKind", document.kind)
      if let title = overview?.title { json.member("documentTitle", title) }
      if let department = overview?.department { json.member("department", department) }
    }
    if let remedy = diagnostic.remedy { json.member("remedy", remedy[language]) }
    json.key("translation")
    json.beginObject()
    json.member("language", otherLanguage == .zh ? "zh-CN" : "en")
    json.member("message", diagnostic.message[otherLanguage])
    json.endObject()
    json.endObject()
  }
}
