import Diagnostics
package import Encoding
import Rules

/// Writes a report of scores as JSON.
///
/// ```
/// {version, today, round, complete,
///  catalog: GROUP, departments: [GROUP],
///  documents: [{kind, id, title: {zh, en}, department: {zh, en} or null, walks, points, sum, uncounted: [rule],
///               aspects: {clarity, flow, efficiency, experience: {points, sum, rulePoints, walkPoints or null,
///                         marks: [1-5], error, warning, info: [rule]}}}],
///  walks: {count, documents, weakPoints, extraPapers, suggestions: [text], highFrequency, highFrequencyWalked},
///  ledger: {rows, states: {state: number}, overdue: [row id]}}
/// GROUP = {name: {zh, en} or null, documents, walks, ranked, points or null, sum, aspects: {aspect: points or null}}
/// ```
/// Points are of a hundred, with at most two decimals.
package struct ScoreJSON: ~Copyable {
  private let report: ScoreReport
  private let isComplete: Bool
  private var json: JSONWriter

  /// Prepares to write.
  package init(_ report: ScoreReport, isComplete: Bool, to sink: @escaping ByteSink) {
    self.report = report
    self.isComplete = isComplete
    json = JSONWriter(sink: sink)
  }

  /// Writes everything.
  package mutating func write() {
    json.beginObject()
    json.member("version", report.version)
    json.member("today", report.today.text)
    json.member("round", report.round.name)
    json.member("complete", isComplete)
    json.key("catalog")
    write(report.catalog)
    json.key("departments")
    json.beginArray()
    for group in report.departments { write(group) }
    json.endArray()
    json.key("documents")
    json.beginArray()
    for document in report.documents { write(document) }
    json.endArray()
    writeRound()
    writeLedger()
    json.endObject()
    json.finish()
  }

  private mutating func write(_ group: GroupScore) {
    json.beginObject()
    text("name", group.name)
    json.member("documents", group.documents.count)
    json.member("walks", group.walks)
    json.member("ranked", group.isRanked)
    points("points", group.points)
    json.member("sum", group.sum)
    json.key("aspects")
    json.beginObject()
    for aspect in Aspect.allCases {
      json.key(escaping: aspect.rawValue)
      value(group.points(of: aspect))
    }
    json.endObject()
    json.endObject()
  }

  private mutating func write(_ document: DocumentScore) {
    json.beginObject()
    json.member("kind", document.guide.name.kind)
    json.member("id", document.guide.name.id)
    text("title", document.guide.title)
    text("department", document.guide.department)
    json.member("walks", document.walks)
    points("points", document.points)
    json.member("sum", document.sum)
    list("uncounted", document.uncounted)
    json.key("aspects")
    json.beginObject()
    for aspect in document.aspects {
      json.key(escaping: aspect.aspect.rawValue)
      json.beginObject()
      points("points", aspect.points)
      json.member("sum", aspect.sum)
      points("rulePoints", aspect.rulePoints)
      points("walkPoints", aspect.walkPoints)
      json.key("marks")
      json.beginArray(inline: true)
      for mark in aspect.marks { json.int(mark) }
      json.endArray()
      for severity in Severity.gravestFirst {
        json.key(escaping: severity.token)
        strings(aspect.rules[severity] ?? [])
      }
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }

  private mutating func writeRound() {
    json.key("walks")
    json.beginObject()
    json.member("count", report.round.walks)
    json.member("documents", report.round.walkedDocuments)
    json.member("weakPoints", report.round.weakPoints)
    json.member("extraPapers", report.round.extraPapers)
    list("suggestions", report.round.suggestions)
    json.member("highFrequency", report.round.highFrequency)
    json.member("highFrequencyWalked", report.round.highFrequencyWalked)
    json.endObject()
  }

  private mutating func writeLedger() {
    json.key("ledger")
    json.beginObject()
    json.member("rows", report.rows.count)
    json.key("states")
    json.beginObject()
    for state in LedgerState.allCases {
      json.key(escaping: state.rawValue)
      json.int(report.rows(in: [state]).count)
    }
    json.endObject()
    list("overdue", report.overdue.map(\.id))
    json.endObject()
  }

  // MARK: Values

  private mutating func text(_ key: StaticString, _ text: LocalizedText?) {
    json.key(key)
    guard let text else { return json.null() }
    json.beginObject(inline: true)
    json.member("zh", text.zh)
    json.member("en", text.en)
    json.endObject()
  }

  private mutating func points(_ key: StaticString, _ points: Points?) {
    json.key(key)
    value(points)
  }

  private mutating func value(_ points: Points?) {
    if let points { json.number(hundredths: points.hundredths) } else { json.null() }
  }

  private mutating func list(_ key: StaticString, _ texts: [String]) {
    json.key(key)
    strings(texts)
  }

  private mutating func strings(_ texts: [String]) {
    json.beginArray(inline: true)
    for text in texts { json.string(text) }
    json.endArray()
  }
}
