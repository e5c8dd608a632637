package import SourceText

/// A decision to bear some failures for a time: an entry of `guidelint-waivers.yaml`.
package struct Waiver: Sendable {
  /// A field with its place in the file.
  package struct Field<Value: Sendable>: Sendable {
    /// What is written.
    package var value: Value
    /// Where.
    package var range: SourceRange
  }

  /// Rule id, pack or glob.
  package var rule: Field<String>
  /// Id of the documents, or a glob over ids.
  package var item: Field<String>
  /// Where in the document, as a stable or a normalized path; everything below it is meant. Nil for everywhere.
  package var path: Field<String>?
  /// Who answers for it.
  package var owner: String
  /// Why.
  package var reason: String
  /// First day on which it holds.
  package var granted: Field<CalendarDay>
  /// Last day on which it holds.
  package var expires: Field<CalendarDay>
  /// Who agreed to it.
  package var approver: String?
  /// What stands for the whole entry: its first line.
  package var range: SourceRange
}

/// The waivers of one catalog.
package struct WaiverFile: Sendable {
  /// Days before its end in which a waiver is announced to end, unless the file says otherwise.
  package static let warnDays = 30

  /// The file.
  package var source: SourceFile
  /// Days before its end in which a waiver is announced to end.
  package var warnDays: Int
  /// The waivers, in the order written.
  package var waivers: [Waiver]
}

/// How a waiver stands on one day.
package enum WaiverState: String, Sendable, CaseIterable {
  /// It holds.
  case active
  /// It holds, and ends soon.
  case nearExpiry = "near-expiry"
  /// It has ended.
  case expired
  /// It does not hold yet.
  case pending
  /// It holds and accepts nothing.
  case unused
}

/// A waiver with what it came to in a run.
package struct WaiverStatus: Sendable {
  /// The waiver.
  package var waiver: Waiver
  /// Its file.
  package var source: SourceFile
  /// How it stands.
  package var state: WaiverState
  /// Days until its end; negative once it is over.
  package var daysLeft: Int
  /// What it accepts; once it is over, what fails again.
  package var covered: [DiagnosticKey]
}
