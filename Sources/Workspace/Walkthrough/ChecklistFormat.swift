/// The formats of checklists.
package enum ChecklistFormat: String, CaseIterable, Sendable {
  /// Tables to be filled in in a text editor.
  case markdown
  /// A workbook with drop-downs.
  case xlsx
  /// A Word file.
  case word
  /// One offline page for telephone, tablet and print.
  case html

  /// What file names end with.
  package var suffix: String {
    switch self {
    case .markdown: "md"
    case .xlsx: "xlsx"
    case .word: "docx"
    case .html: "html"
    }
  }

  /// Whether it is no text, so that it goes to a file.
  package var isBinary: Bool { self == .xlsx || self == .word }
}
