package import SourceText

/// Who accepted a failure, and why: what turns it into a waived result.
package struct Acceptance: Hashable, Sendable {
  /// How it was accepted.
  package enum Kind: String, Sendable, CaseIterable {
    /// A comment in the file.
    case suppression
    /// An entry of `guidelint-waivers.yaml`.
    case waiver
    /// A line of the baseline.
    case baseline
  }

  /// How it was accepted.
  package var kind: Kind
  /// Why; nil for a baseline, which gives no reasons.
  package var reason: String?
  /// Who answers for it; only waivers name somebody.
  package var owner: String?
  /// The last day on which it holds, YYYY-MM-DD; only waivers end.
  package var expires: String?
  /// File in which it is written, as reports print it.
  package var file: String
  /// Where in that file; nil for a line of the baseline.
  package var range: SourceRange?

  /// Describes a decision.
  package init(
    kind: Kind, reason: String? = nil, owner: String? = nil, expires: String? = nil, file: String,
    range: SourceRange? = nil
  ) {
    self.kind = kind
    self.reason = reason
    self.owner = owner
    self.expires = expires
    self.file = file
    self.range = range
  }
}

/// A comment that accepts failures: `# guidelint: allow RULE -- reason`.
package struct Suppression: Hashable, Sendable {
  /// The rules that it names: ids, packs or globs.
  package var rules: [String]
  /// Why.
  package var reason: String
  /// The comment, from `#` to the end of its line.
  package var range: SourceRange
  /// A diagnostic that begins in here is accepted.
  package var scope: SourceRange
  /// Position among the readable documents of its file; nil where it reaches over the whole file.
  package var document: Int?

  /// Describes a comment.
  package init(rules: [String], reason: String, range: SourceRange, scope: SourceRange, document: Int?) {
    self.rules = rules
    self.reason = reason
    self.range = range
    self.scope = scope
    self.document = document
  }
}

/// What people call a document, for lists and filters.
package struct DocumentOverview: Hashable, Sendable {
  /// Its name, in Chinese where it has one.
  package var title: String?
  /// Id, code or name of the authority in charge, as written.
  package var department: String?

  /// Describes a document.
  package init(title: String? = nil, department: String? = nil) {
    self.title = title
    self.department = department
  }
}
