import Foundation
import TestSupport

/// The JSON report as its contract has it: a field that is missing or of another type fails the decoding.
struct Report: Decodable {
  struct Tool: Decodable {
    var name: String
    var version: String
  }

  struct Summary: Decodable, Equatable {
    var files: Int
    var documents: Int
    var rules: Int
    var pass: Int
    var fail: Int
    var notApplicable: Int
    var waived: Int
    var error: Int
  }

  struct Rule: Decodable {
    var id: String
    var severity: String
    var aspect: String?
    var pass: Int
    var fail: Int
    var notApplicable: Int
    var waived: Int
    var error: Int
  }

  struct Position: Decodable, Equatable {
    var line: Int
    var column: Int
    var offset: Int
  }

  struct Range: Decodable, Equatable {
    var start: Position
    var end: Position
  }

  struct Texts: Decodable {
    var zh: String
    var en: String
  }

  struct Document: Decodable, Equatable {
    var kind: String
    var id: String
  }

  struct Related: Decodable {
    var file: String
    var range: Range
    var message: String
  }

  struct Source: Decodable {
    var title: String
  }

  struct Diagnostic: Decodable {
    var rule: String
    var state: String
    var severity: String
    var aspect: String?
    var defect: String?
    var message: String
    var messages: Texts
    var file: String
    var range: Range
    var document: Document?
    var path: String?
    var related: [Related]
    var why: String?
    var remedy: String?
    var sources: [Source]
  }

  var tool: Tool
  var complete: Bool
  var summary: Summary
  var rules: [Rule]
  var diagnostics: [Diagnostic]
}

extension Guidelint.Outcome {
  /// Standard output read as the JSON report.
  func report() throws -> Report { try JSONDecoder().decode(Report.self, from: Data(output)) }
}

extension Report.Diagnostic {
  /// The bytes that the range names, read from the file.
  func underlined(in folder: TemporaryFolder) -> String {
    let bytes = FileManager.default.contents(atPath: "\(folder.path)/\(file)") ?? Data()
    guard 0 <= range.start.offset, range.start.offset <= range.end.offset, range.end.offset <= bytes.count else {
      return "(outside the file)"
    }
    return String(decoding: bytes[range.start.offset..<range.end.offset], as: UTF8.self)
  }
}
