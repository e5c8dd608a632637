internal import Rules

/// The diagnostics of one document, or those of a file that belong to none.
struct DocumentGroup {
  /// Path of the file.
  let file: String
  /// The document; nil where none could be read.
  let document: DocumentName?
  /// Positions in `LintReport.diagnostics`, in their order.
  var members: [Int]

  /// What is told apart.
  private struct Key: Hashable {
    /// Path of the file.
    let file: String
    /// The document.
    let document: DocumentName?
  }

  /// The groups of all diagnostics of a report.
  static func all(of report: LintReport) -> [DocumentGroup] { all(Array(report.diagnostics.indices), of: report) }

  /// The groups of some diagnostics of a report, in the order in which their first ones stand.
  static func all(_ listed: [Int], of report: LintReport) -> [DocumentGroup] {
    var groups: [DocumentGroup] = []
    var positions: [Key: Int] = [:]
    for index in listed {
      let diagnostic = report.diagnostics[index]
      // Diagnostics of one document mostly stand together, which saves the look-up.
      if let last = groups.indices.last, groups[last].document == diagnostic.document,
        groups[last].file == diagnostic.file
      {
        groups[last].members.append(index)
        continue
      }
      let key = Key(file: diagnostic.file, document: diagnostic.document)
      if let position = positions[key] {
        groups[position].members.append(index)
      } else {
        positions[key] = groups.count
        groups.append(DocumentGroup(file: key.file, document: key.document, members: [index]))
      }
    }
    return groups
  }

  /// What people call the document, if the report knows.
  func overview(in report: LintReport) -> DocumentOverview? { document.flatMap { report.documents[$0] } }

  /// Title of the document, else its id, else its kind, else the file.
  func title(in report: LintReport) -> String {
    if let title = overview(in: report)?.title { return title }
    guard let document else { return file }
    return document.id.isEmpty ? document.kind : document.id
  }
}
