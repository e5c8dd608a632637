public import SourceText

/// How far a fix can be trusted.
public enum Applicability: UInt8, Sendable, CaseIterable {
  /// Keeps the meaning: `guidelint fix` applies it unasked.
  case safe
  /// May change the meaning: applied with `--unsafe`.
  case unsafe
  /// Needs a person to complete it: applied only where it is confirmed one by one.
  case suggestion

  /// The token used in reports and rule files.
  public var token: String {
    switch self {
    case .safe: "safe"
    case .unsafe: "unsafe"
    case .suggestion: "suggestion"
    }
  }

  /// Reads a token; nil for any other text.
  public init?(token: String) {
    guard let known = Applicability.allCases.first(where: { $0.token == token }) else { return nil }
    self = known
  }
}

/// Bytes that stand in place of those of a range; an empty range inserts.
public struct Edit: Hashable, Sendable {
  /// What is replaced, in the file of the diagnostic.
  public var range: SourceRange
  /// What stands there afterwards.
  public var replacement: String

  /// Replaces the bytes of a range.
  public init(range: SourceRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// A repair of one diagnostic: edits that are applied together or not at all.
public struct Fix: Hashable, Sendable {
  /// What it does, in the imperative.
  public var title: LocalizedText
  /// How far it can be trusted.
  public var applicability: Applicability
  /// Its edits in order of range, none touching another.
  public var edits: [Edit]

  /// Describes a repair.
  public init(title: LocalizedText, applicability: Applicability, edits: [Edit]) {
    self.title = title
    self.applicability = applicability
    self.edits = edits
  }
}
