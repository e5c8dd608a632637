package import Diagnostics
package import Rules

/// A failure that the linter reports of an item or bundle, as a ledger sees it.
package struct LedgerFinding: Hashable, Sendable {
  /// The same in every run, whatever was inserted above it.
  package var key: String
  /// The key without the value that was underlined: what stays when a wrong value becomes another wrong value. Nil where
  /// nothing but the value names the place.
  var place: String?
  /// Rule id.
  package var rule: String
  /// How grave it is.
  package var severity: Severity
  /// What is wrong.
  package var message: LocalizedText
  /// What to do about it.
  package var remedy: LocalizedText?
  /// Defect class of the rule.
  package var defect: Defect?
  /// Id of the item or bundle.
  package var document: String
  /// Whether the tool can repair it, so that nothing keeps it from being mended at once.
  package var isFixable: Bool
  /// Whether somebody accepted it, with a reason: then it is neither new nor gone.
  package var isAccepted: Bool

  /// Takes what a report says; nil where it is no failure of an item or bundle. What only a baseline knows is old, not
  /// accepted.
  package init?(_ diagnostic: ReportedDiagnostic, of summary: RuleSummary?) {
    guard diagnostic.state == .fail || diagnostic.state == .waived, let name = diagnostic.document,
      !name.id.isEmpty, LedgerFinding.kinds.contains(name.kind)
    else { return nil }
    let place = diagnostic.key.place
    let stem = "\(diagnostic.rule)/\(name.id)/\(place.path)"
    let ordinal = diagnostic.key.ordinal
    key = stem + "#" + StablePlace.digits(place.value) + (ordinal > 1 ? "-\(ordinal)" : "")
    self.place = place.path.isEmpty ? nil : stem
    rule = diagnostic.rule
    severity = diagnostic.severity
    message = diagnostic.message
    remedy = diagnostic.remedy ?? summary?.remedy
    defect = summary?.defect
    document = name.id
    isFixable = diagnostic.fix.map { $0.applicability != .suggestion } ?? false
    isAccepted = diagnostic.state == .waived && diagnostic.acceptance?.kind != .baseline
  }

  /// Kinds of the documents that a ledger is about.
  static let kinds: Set<String> = ["ServiceItem", "Bundle"]

  /// The part of a row's key before the value; nil where the key has none.
  static func place(ofKey key: String) -> String? {
    guard let mark = key.utf8.lastIndex(of: UInt8(ascii: "#")), mark > key.utf8.startIndex,
      key.utf8[key.utf8.index(before: mark)] != UInt8(ascii: "/")
    else { return nil }
    return String(key[..<mark])
  }

  /// Whether a text names an id, as a whole word.
  static func isNamed(_ id: String, in text: String) -> Bool {
    let (words, name) = (Array(text.utf8), Array(id.utf8))
    guard !name.isEmpty, words.count >= name.count else { return false }
    func isPart(_ place: Int) -> Bool {
      guard words.indices.contains(place) else { return false }
      let byte = words[place]
      return byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "-")
    }
    return (0...words.count - name.count).contains { start in
      words[start..<start + name.count].elementsEqual(name) && !isPart(start - 1) && !isPart(start + name.count)
    }
  }

  /// Rule and document of a row's key.
  static func parts(ofKey key: String) -> (rule: String, document: String)? {
    let parts = key.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    return (String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self))
  }
}
