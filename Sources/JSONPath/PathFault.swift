import Diagnostics
import SourceText

/// Why parsing cannot go on; unwinds the parser and becomes the query's diagnostic.
struct PathFault: Error {
  /// The families of faults, which are the ids of their diagnostics.
  enum Kind: String {
    /// The text is outside the grammar.
    case syntax = "path-syntax"
    /// An integer beyond ±(2^53 − 1).
    case range = "path-integer-range"
    /// A bound on the query's text.
    case limit = "path-limit"
    /// A filter that is not well typed.
    case type = "path-type"
    /// A function that does not exist.
    case function = "path-unknown-function"
    /// A pattern that can never match; a warning.
    case pattern = "path-pattern"
  }

  /// The family.
  let kind: Kind
  /// What is wrong and what was expected.
  let message: LocalizedText
  /// The exact characters.
  let range: SourceRange

  /// A fault of the grammar, by far the most common family.
  init(_ message: LocalizedText, at range: SourceRange) { self.init(.syntax, message, at: range) }

  /// A fault of any family.
  init(_ kind: Kind, _ message: LocalizedText, at range: SourceRange) {
    self.kind = kind
    self.message = message
    self.range = range
  }

  /// The fault as callers see it.
  func diagnostic(severity: Severity = .error) -> Diagnostic {
    Diagnostic(id: kind.rawValue, severity: severity, message: message, range: range)
  }
}
