package import Diagnostics
internal import Encoding
package import Rules
internal import SourceText

/// The list of a catalog's waivers with how each stands and what it accepts.
package struct WaiverReport: Sendable {
  /// The forms in which it is written.
  package enum Format: String, Sendable, CaseIterable {
    /// For people at a terminal.
    case text
    /// A table for pages and minutes.
    case markdown
    /// A table for spreadsheets.
    case csv
    /// For programs.
    case json
  }

  /// The waivers, in order of file and place.
  let statuses: [WaiverStatus]
  /// The day on which they stand so, YYYY-MM-DD.
  let today: String
  /// Language of headings and states.
  let language: Language

  /// Collects what is listed.
  package init(_ statuses: [WaiverStatus], today: String, language: Language) {
    self.statuses = statuses
    self.today = today
    self.language = language
  }

  /// The list in one form.
  package func bytes(as format: Format) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .markdown: Array(markdown.utf8)
    case .csv: Array(csv.utf8)
    case .json: json
    }
  }

  /// One paragraph for each waiver, then the number in each state.
  private var text: String {
    guard !statuses.isEmpty else { return Messages.noWaivers[language] + "\n" }
    var text = ""
    for status in statuses {
      let waiver = status.waiver
      let path = waiver.path.map { " " + $0.value } ?? ""
      text += VisibleText.line("\(place(of: status))  \(waiver.rule.value)  \(waiver.item.value)\(path)") + "\n"
      text += "  " + Messages.name(of: status)[language] + "\n"
      for (label, value) in [(Messages.waiver, waiver.reason), (Messages.owner, owners(of: waiver))] {
        text += "  " + label[language] + VisibleText.line(value) + "\n"
      }
      text += "  " + Messages.covered(status.covered.count, state: status.state)[language] + "\n"
      for key in status.covered {
        text += VisibleText.line("    \(key.document) \(key.rule) \(key.place.path)") + "\n"
      }
      text += "\n"
    }
    let counts = WaiverState.allCases.compactMap { state in
      let count = statuses.count { $0.state == state }
      return count == 0 ? nil : "\(Messages.name(of: state)[language]) \(count)"
    }
    return text
      + Messages.waiverTotal(statuses.count, counts.joined(separator: Messages.countSeparator[language]))[language]
      + "\n"
  }

  /// One row for each waiver.
  private var markdown: String {
    var writer = MarkdownWriter()
    writer.tableHeader(Messages.waiverHeader.map { $0[language] })
    for status in statuses { writer.row(cells(of: status).map(MarkdownWriter.escaped)) }
    return writer.text
  }

  /// One row for each waiver, with a byte order mark: without it spreadsheets take the text for another encoding.
  private var csv: String {
    let rows = [Messages.waiverHeader.map { $0[language] }] + statuses.map(cells)
    return "\u{FEFF}" + rows.map { $0.map(WaiverReport.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field in quotes; one that a spreadsheet would compute begins with an apostrophe.
  private static func field(_ text: String) -> String {
    let isFormula = Int(text) == nil && text.utf8.first.map { "=+-@\t".utf8.contains($0) } ?? false
    var quoted = isFormula ? "\"'" : "\""
    for character in text { quoted += character == "\"" ? "\"\"" : String(character) }
    return quoted + "\""
  }

  /// What the tables say of a waiver, in the order of their heading.
  private func cells(of status: WaiverStatus) -> [String] {
    let waiver = status.waiver
    return [
      Messages.name(of: status.state)[language], waiver.rule.value, waiver.item.value, waiver.path?.value ?? "",
      waiver.owner, waiver.approver ?? "", waiver.reason, waiver.granted.value.text, waiver.expires.value.text,
      String(status.daysLeft), String(status.covered.count), place(of: status),
    ]
  }

  /// Everything, with the key of each result that is covered.
  private var json: [UInt8] {
    var bytes: [UInt8] = []
    var json = JSONWriter { bytes.append(contentsOf: $0) }
    json.beginObject()
    json.member("today", today)
    json.key("waivers")
    json.beginArray()
    for status in statuses { write(status, to: &json) }
    json.endArray()
    json.endObject()
    json.finish()
    return bytes
  }

  private func write(_ status: WaiverStatus, to json: inout JSONWriter) {
    let waiver = status.waiver
    json.beginObject()
    json.member("state", status.state.rawValue)
    json.member("rule", waiver.rule.value)
    json.member("item", waiver.item.value)
    json.member("path", waiver.path?.value)
    json.member("owner", waiver.owner)
    json.member("approver", waiver.approver)
    json.member("reason", waiver.reason)
    json.member("granted", waiver.granted.value.text)
    json.member("expires", waiver.expires.value.text)
    json.member("daysLeft", status.daysLeft)
    json.member("file", status.source.path)
    json.member("line", line(of: status))
    json.key("covered")
    json.beginArray()
    for key in status.covered {
      json.beginObject(inline: true)
      json.member("rule", key.rule)
      json.member("document", key.document)
      json.member("path", key.place.path)
      json.member("fingerprint", key.fingerprint)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func owners(of waiver: Waiver) -> String {
    waiver.approver.map { waiver.owner + Messages.approvedBy($0)[language] } ?? waiver.owner
  }

  private func place(of status: WaiverStatus) -> String { "\(status.source.path):\(line(of: status))" }

  private func line(of status: WaiverStatus) -> Int {
    LineMap(status.source.bytes).line(at: status.waiver.range.start)
  }
}
