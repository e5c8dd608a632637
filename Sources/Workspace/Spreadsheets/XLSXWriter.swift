internal import CXLSXWriter
package import Diagnostics
package import Rules
package import Walkthrough

/// Turns sheets into the bytes of an XLSX workbook by the system's libxlsxwriter.
package struct XLSXWriter {
  /// Why there is no workbook.
  package struct Failure: Error, Hashable {
    /// The reason, with what to do about it.
    package var text: LocalizedText
  }

  /// The sheets in the order of their tabs.
  private let sheets: [Sheet]
  /// The date of the workbook, so that the same sheets give the same bytes.
  private let created: CalendarDay

  /// Prepares a workbook.
  package init(_ sheets: [Sheet], created: CalendarDay) {
    self.sheets = sheets
    self.created = created
  }

  /// Whether the library is missing, in words that say what to install.
  package static var fault: Failure? {
    guard let reason = cxlsx_fault() else { return nil }
    return Failure(
      text: Messages.spreadsheetLibraryMissing(String(cString: cxlsx_library_name()), String(cString: reason)))
  }

  /// Makes the workbook.
  /// - Parameter folder: where the library may write meanwhile; the folder of the file that will hold the bytes.
  package func bytes(in folder: String, _ fileSystem: any FileSystem) throws(Failure) -> [UInt8] {
    if let fault = XLSXWriter.fault { throw fault }
    var failure: Failure?
    do throws(FileFailure) {
      let bytes = try fileSystem.scratch(in: folder) { path in
        do throws(Failure) { try write(to: path) } catch { failure = error }
      }
      if let failure { throw FileFailure(path: failure.text.en, reason: .notRegular) }
      return bytes
    } catch {
      throw failure ?? Failure(text: Messages.cannotWrite(folder, error.reason))
    }
  }

  /// Lets the library write the file.
  private func write(to path: String) throws(Failure) {
    guard let book = cxlsx_open(path, Int64(created.number) * 86_400) else {
      throw Failure(text: Messages.spreadsheetFailed("out of memory"))
    }
    var draft = WorkbookDraft(book)
    var fault: Int32 = 0
    for (sheet, name) in zip(sheets, SheetName.distinct(sheets.map(\.name))) where fault == 0 {
      fault = draft.add(sheet, named: name)
    }
    if fault == 0 { fault = draft.addLists() }
    let closing = cxlsx_close(book)
    if fault == 0 { fault = closing }
    if fault != 0 { throw Failure(text: Messages.spreadsheetFailed(String(cString: cxlsx_words(fault)))) }
  }
}

/// Names of tabs as spreadsheets take them: at most 31 UTF-16 units, none of `[]:*?/\`, no two alike.
enum SheetName {
  /// Mends names that cannot be taken and tells equal ones apart by a number.
  static func distinct(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { wanted in
      let clean = mended(wanted)
      var name = cut(clean, to: 31)
      var count = 1
      // Spreadsheets take upper and lower case for the same.
      while !taken.insert(name.lowercased()).inserted {
        count += 1
        name = cut(clean, to: 31 - "-\(count)".utf16.count) + "-\(count)"
      }
      return name
    }
  }

  private static func mended(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in CellText.clean(name).unicodeScalars {
      switch scalar {
      case "[", "(": scalars.append("（")
      case "]", ")": scalars.append("）")
      case ":", "*", "?", "/", "\\", "\n", "'": scalars.append("-")
      default: scalars.append(scalar)
      }
    }
    return scalars.isEmpty ? "-" : String(scalars)
  }

  private static func cut(_ name: String, to units: Int) -> String {
    var (kept, used) = ("", 0)
    for character in name {
      used += character.utf16.count
      if used > units { break }
      kept.append(character)
    }
    return kept.isEmpty ? "-" : kept
  }
}
