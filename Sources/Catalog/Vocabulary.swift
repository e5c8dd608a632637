package import TextPatterns

/// A list of terms that rules name by its id.
package struct Vocabulary: Sendable {
  /// How entries are matched.
  package enum Kind: String, Sendable, CaseIterable {
    /// Literal words, found anywhere in a text.
    case words
    /// RE2 patterns, found anywhere in a text.
    case patterns
    /// Canonical names with their aliases, compared as material names.
    case table
  }

  /// One row of a table.
  package struct Row: Hashable, Sendable {
    /// The name that stands for all.
    package var canonical: String
    /// Other names of the same thing.
    package var aliases: [String]

    /// Makes a row.
    package init(canonical: String, aliases: [String]) {
      self.canonical = canonical
      self.aliases = aliases
    }
  }

  /// The id in rule files.
  package let id: String
  /// How entries are matched.
  package let kind: Kind
  /// The entries as one alternation; nil for a table and for an empty list.
  package let pattern: TextPattern?
  /// Canonical names of a table by key.
  private let names: [[UInt8]: String]
  /// NFKC for the keys of a table.
  private let normalize: MaterialName.Normalization?

  /// A vocabulary of words or patterns.
  /// - Throws: where RE2 refuses a pattern.
  package init(id: String, kind: Kind, entries: [String]) throws(TextPattern.Failure) {
    self.id = id
    self.kind = kind
    names = [:]
    normalize = nil
    let entries = entries.filter { !$0.isEmpty }
    guard kind != .table, !entries.isEmpty else {
      pattern = nil
      return
    }
    if kind == .words {
      // Alternatives are tried in order, so a longer word goes before the one it begins with.
      let sorted = entries.sorted { $0.utf8.count > $1.utf8.count }
      pattern = try TextPattern(sorted.map(Vocabulary.escaped).joined(separator: "|"), maxMemory: 64 << 20)
    } else {
      // Each alone first, so that the reason names the pattern that is wrong.
      for entry in entries { _ = try TextPattern(entry) }
      pattern = try TextPattern(entries.map { "(?:\($0))" }.joined(separator: "|"), maxMemory: 64 << 20)
    }
  }

  /// A vocabulary of names with their aliases; of two rows with one name the first counts.
  package init(id: String, rows: [Row], normalize: MaterialName.Normalization?) {
    self.id = id
    kind = .table
    pattern = nil
    self.normalize = normalize
    var names: [[UInt8]: String] = [:]
    for row in rows {
      for name in [row.canonical] + row.aliases {
        let key = Array(name.utf8).withUnsafeBufferPointer { MaterialName.key($0, normalize: normalize) }
        if names[key] == nil { names[key] = row.canonical }
      }
    }
    self.names = names
  }

  /// The first entry found in a text at or after an offset; always nil for a table.
  package func firstMatch(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Range<Int>? {
    pattern?.firstMatch(in: text, from: start)
  }

  /// Whether a text holds an entry, or for a table, is one.
  package func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if kind == .table { return canonical(ofKey: MaterialName.key(text, normalize: normalize)) != nil }
    return pattern?.matches(text) ?? false
  }

  /// The canonical name for a key that `MaterialName.key` gave; nil for a name that is not in the table.
  package func canonical(ofKey key: [UInt8]) -> String? { names[key] }

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
  package subscript(bits: UInt64) -> Vocabulary? {
    let index = bits & ~VocabularySet.tag
    return VocabularySet.isVocabulary(bits) && index < UInt64(vocabularies.count) ? vocabularies[Int(index)] : nil
  }
}
