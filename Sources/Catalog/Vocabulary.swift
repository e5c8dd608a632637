package import TextPatterns

/// A list of terms that rules name by its id.
package final class Vocabulary: Sendable {
  /// How entries are matched.
  package enum Kind: String, Sendable, CaseIterable {
    /// Literal words, found anywhere in a text.
    case words
    /// RE2 patterns, found anywhere in a text.
    case patterns
    /// Canonical names with their aliases and further fields, compared as material names.
    case table
  }

  /// One row of a table.
  package struct Row: Hashable, Sendable {
    /// The name that stands for all.
    package var canonical: String
    /// Other names of the same thing.
    package var aliases: [String]
    /// What else the table says of it, such as the law that replaced it, in the order written.
    package var fields: [Field]

    /// Makes a row.
    package init(canonical: String, aliases: [String], fields: [Field] = []) {
      self.canonical = canonical
      self.aliases = aliases
      self.fields = fields
    }

    /// A named text of a row.
    package struct Field: Hashable, Sendable {
      /// The key in the vocabulary's file.
      package var name: String
      /// What it says.
      package var text: String

      /// Makes a field.
      package init(name: String, text: String) {
        self.name = name
        self.text = text
      }
    }
  }

  /// The id in rule files.
  package let id: String
  /// How entries are matched.
  package let kind: Kind
  /// The entries as one alternation; nil for a table and for an empty list.
  package var pattern: TextPattern? { alternation?.pattern }
  /// How `pattern` is written, which can be told without compiling it.
  package var patternSource: String? { alternation?.source }
  /// The entries as one alternation, which texts without any entry do not ask for.
  private let alternation: DeferredPattern?
  /// Tells most texts without an entry from the rest; nil for a table and where the entries begin too loosely.
  private let filter: PrefixFilter?
  /// Rows of a table by the keys of their names.
  private let rows: [[UInt8]: Row]
  /// NFKC for the keys of a table.
  private let normalize: MaterialName.Normalization?

  /// A vocabulary of words or patterns.
  /// - Parameter areTried: whether each pattern is known to be right, so that it need not be compiled alone.
  /// - Throws: where RE2 refuses a pattern.
  package convenience init(
    id: String, kind: Kind, entries: [String], areTried: Bool = false
  ) throws(TextPattern.Failure) {
    // Each alone first, so that the reason names the pattern that is wrong.
    if kind == .patterns, !areTried { for entry in entries where !entry.isEmpty { _ = try TextPattern(entry) } }
    self.init(id: id, kind: kind, testedEntries: entries)
    try alternation?.compile()
  }

  /// A vocabulary of words or patterns that are known to be right together; they are compiled at the first text that
  /// may hold one.
  package init(id: String, kind: Kind, testedEntries: [String]) {
    self.id = id
    self.kind = kind
    rows = [:]
    normalize = nil
    let entries = testedEntries.filter { !$0.isEmpty }
    guard kind != .table, !entries.isEmpty else {
      filter = nil
      alternation = nil
      return
    }
    filter = PrefixFilter(
      kind == .words ? entries.map { Array($0.utf8) } : entries.flatMap { PatternPrefixes.of($0) })
    alternation = DeferredPattern {
      if kind == .patterns { return entries.map { "(?:\($0))" }.joined(separator: "|") }
      // Alternatives are tried in order, so a longer word goes before the one it begins with.
      let sorted = entries.sorted { $0.utf8.count > $1.utf8.count }
      return sorted.map(Vocabulary.escaped).joined(separator: "|")
    }
  }

  /// A vocabulary of names with their aliases; of two rows with one name the first counts.
  package init(id: String, rows: [Row], normalize: MaterialName.Normalization?) {
    self.id = id
    kind = .table
    filter = nil
    alternation = nil
    self.normalize = normalize
    var known: [[UInt8]: Row] = [:]
    for row in rows {
      for name in [row.canonical] + row.aliases {
        let key = Array(name.utf8).withUnsafeBufferPointer { MaterialName.key($0, normalize: normalize) }
        if known[key] == nil { known[key] = row }
      }
    }
    self.rows = known
  }

  /// The first entry found in a text at or after an offset; always nil for a table.
  package func firstMatch(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Range<Int>? {
    if let filter, !filter.admits(text, from: start) { return nil }
    return pattern?.firstMatch(in: text, from: start)
  }

  /// Whether an entry may begin somewhere in a text; false only where none does.
  package func mayMatch(_ text: UnsafeBufferPointer<UInt8>) -> Bool { filter?.admits(text) ?? true }

  /// Whether a text holds an entry, or for a table, is one.
  package func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if kind == .table { return row(named: text) != nil }
    if let filter, !filter.admits(text) { return false }
    return pattern?.matches(text) ?? false
  }

  /// The canonical name for a key that `MaterialName.key` gave; nil for a name that is not in the table.
  package func canonical(ofKey key: [UInt8]) -> String? { rows[key]?.canonical }

  /// The row of a table that has a name, canonical or alias; nil for other names and other kinds of vocabulary.
  package func row(named name: UnsafeBufferPointer<UInt8>) -> Row? {
    rows.isEmpty ? nil : rows[MaterialName.key(name, normalize: normalize)]
  }

  /// A pattern that finds any name of a table inside a text, the longest first; nil for other kinds and an empty table.
  /// - Throws: where RE2 refuses it for its size.
  package func namePattern() throws(TextPattern.Failure) -> TextPattern? {
    let names = Set(rows.values.flatMap { [$0.canonical] + $0.aliases }.filter { !$0.isEmpty })
    if names.isEmpty { return nil }
    let sorted = names.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    return try TextPattern(sorted.map(Vocabulary.escaped).joined(separator: "|"), maxMemory: 64 << 20)
  }

  /// A word as a pattern that matches just it.
  private static func escaped(_ word: String) -> String {
    var escaped = ""
    for scalar in word.unicodeScalars {
      let isWord =
        scalar.properties.isAlphabetic || scalar.value >= 0x80 || scalar.value >= 0x30 && scalar.value <= 0x39
      if !isWord { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}

/// All vocabularies of a run; an expression's value of type `vocabulary` names one by its index.
package struct VocabularySet: Sendable {
  /// The vocabularies by index.
  package let vocabularies: [Vocabulary]

  /// Numbers vocabularies.
  package init(_ vocabularies: [Vocabulary]) { self.vocabularies = vocabularies }

  /// The index of a vocabulary; nil for an unknown id.
  package func index(of id: String) -> Int? { vocabularies.firstIndex { $0.id == id } }

  /// No time limit has these bits, so that the two domain types are told apart.
  private static let tag: UInt64 = 15 << 60

  /// The bits of the value that names a vocabulary by its index.
  package static func bits(of index: Int) -> UInt64 { tag | UInt64(index) }

  /// Whether bits name a vocabulary rather than a time limit.
  package static func isVocabulary(_ bits: UInt64) -> Bool { bits & tag == tag }

  /// The vocabulary that bits name; nil where there is none.
  package subscript(bits: UInt64) -> Vocabulary? { number(bits).map { vocabularies[$0] } }

  /// The index of the vocabulary that bits name; nil where there is none.
  func number(_ bits: UInt64) -> Int? {
    VocabularySet.number(bits, among: vocabularies.count)
  }

  /// The index that bits name among so many vocabularies; nil where there is none.
  static func number(_ bits: UInt64, among count: Int) -> Int? {
    let index = bits & ~VocabularySet.tag
    return VocabularySet.isVocabulary(bits) && index < UInt64(count) ? Int(index) : nil
  }
}
