package import CEL

/// Answers that depend on text only, kept by a worker from document to document: a catalog asks for the same few hundred
/// materials again and again.
package final class TextMemo {
  /// What is asked of a text and its translation.
  enum PairCheck {
    /// Whether their numbers are the same.
    case numbers
    /// Whether the English has no full-width marks.
    case marks
    /// Whether nothing is left untranslated, placeholders of the vocabulary with a number among it.
    case translation(vocabulary: Int)

    /// Its bit in the facts; nil for a vocabulary beyond those that there is room for.
    fileprivate var bit: UInt64? {
      switch self {
      case .numbers: 1
      case .marks: 2
      case .translation(let vocabulary): vocabulary < 60 ? 4 << UInt64(vocabulary) : nil
      }
    }
  }

  /// The checks that a text and its translation are known to pass.
  struct PassedChecks: BitwiseCopyable {
    /// Their bits.
    fileprivate var bits: UInt64 = 0

    /// None.
    init() {}

    /// Takes bits from the table.
    fileprivate init(bits: UInt64) { self.bits = bits }

    /// Whether a check is among them.
    func contains(_ check: PairCheck) -> Bool { check.bit.map { bits & $0 != 0 } ?? false }
  }

  /// Single texts: which vocabularies were looked for (words 0 and 1), which were found (2 and 3), the family (4), the
  /// tables without an entry (5), the searches that may find something (6) and whether that is known (7).
  private let texts = TextTable()
  /// Texts with their translations: the checks passed (word 0).
  private let pairs = TextTable()
  /// Families of names, which the table refers to by position; the first is none.
  private var families: [String?] = [nil]
  private var familyNumbers: [String: Int] = [:]

  /// The memo of an evaluation.
  package static func of(_ evaluation: Evaluation) -> TextMemo {
    if let memo = evaluation.lastingMemo {
      // A cast would look the class up each time.
      if type(of: memo) == TextMemo.self { return unsafeDowncast(memo, to: TextMemo.self) }
    }
    let memo = TextMemo()
    evaluation.lastingMemo = memo
    return memo
  }

  /// The memo of an evaluation without counting references: good for as long as the evaluation.
  static func reference(of evaluation: Evaluation) -> Unmanaged<TextMemo> {
    if let known = evaluation.lastingMemoReference,
      known._withUnsafeGuaranteedRef({ ObjectIdentifier(type(of: $0)) == identifier })
    {
      return .fromOpaque(known.toOpaque())
    }
    return .passUnretained(of(evaluation))
  }

  /// Tells memos of this class from others.
  private static let identifier = ObjectIdentifier(TextMemo.self)

  /// Whether a text holds an entry of the vocabulary with a number; nil where that is to be found out.
  func knownMatch(_ text: UnsafeBufferPointer<UInt8>, vocabulary: Int) -> Bool? {
    guard vocabulary < 128, let facts = texts.facts(of: text) else { return nil }
    let bit: UInt64 = 1 << UInt64(vocabulary & 63)
    let word = vocabulary >> 6
    return facts.pointee[word] & bit != 0 ? facts.pointee[word + 2] & bit != 0 : nil
  }

  /// Notes whether a text holds an entry of a vocabulary.
  func noteMatch(_ isMatch: Bool, _ text: UnsafeBufferPointer<UInt8>, vocabulary: Int) {
    guard vocabulary < 128, let facts = texts.facts(of: text) else { return }
    let bit: UInt64 = 1 << UInt64(vocabulary & 63)
    let word = vocabulary >> 6
    facts.pointee[word] |= bit
    if isMatch { facts.pointee[word + 2] |= bit }
  }

  /// The bits of the searches that may find something in a text, found out at the first question.
  package func searches(in text: UnsafeBufferPointer<UInt8>, findOut: () -> UInt64) -> UInt64 {
    guard let facts = texts.facts(of: text) else { return findOut() }
    if facts.pointee[7] != 0 { return facts.pointee[6] }
    let mask = findOut()
    facts.pointee[6] = mask
    facts.pointee[7] = 1
    return mask
  }

  /// Notes that a search finds nothing in a text after all.
  package func noteNoMatch(_ bit: UInt64, in text: UnsafeBufferPointer<UInt8>) {
    guard let facts = texts.facts(of: text), facts.pointee[7] != 0 else { return }
    facts.pointee[6] &= ~bit
  }

  /// Whether a table is known to have no row for a name.
  func lacksRow(_ name: UnsafeBufferPointer<UInt8>, vocabulary: Int) -> Bool {
    guard vocabulary < 64, let facts = texts.facts(of: name) else { return false }
    return facts.pointee[5] & 1 << UInt64(vocabulary) != 0
  }

  /// Notes that a table has no row for a name.
  func noteNoRow(_ name: UnsafeBufferPointer<UInt8>, vocabulary: Int) {
    guard vocabulary < 64, let facts = texts.facts(of: name) else { return }
    facts.pointee[5] |= 1 << UInt64(vocabulary)
  }

  /// The position of the family of a name in the table with a number, 0 for none; nil where that is to be found out.
  func knownFamily(_ name: UnsafeBufferPointer<UInt8>, vocabulary: Int) -> Int? {
    guard let facts = texts.facts(of: name) else { return nil }
    // The table's number and the family's position; one table is asked for families, as a rule.
    let known = facts.pointee[4]
    return known >> 32 == UInt64(vocabulary) + 1 ? Int(known & 0xFFFF_FFFF) : nil
  }

  /// The family at a position; nil for none.
  func family(at position: Int) -> String? { families[position] }

  /// Notes the family of a name in the table with a number.
  func noteFamily(_ family: String?, _ name: UnsafeBufferPointer<UInt8>, vocabulary: Int) {
    guard let facts = texts.facts(of: name), let position = number(of: family) else { return }
    facts.pointee[4] = (UInt64(vocabulary) + 1) << 32 | UInt64(position)
  }

  /// The position of a family; nil where there are more than a table of names has rows.
  private func number(of family: String?) -> Int? {
    guard let family else { return 0 }
    if let known = familyNumbers[family] { return known }
    guard families.count < 65_536 else { return nil }
    families.append(family)
    familyNumbers[family] = families.count - 1
    return families.count - 1
  }

  /// The checks that a text and its translation passed in an earlier document.
  func passed(
    _ chinese: UnsafeBufferPointer<UInt8>, _ english: UnsafeBufferPointer<UInt8>
  ) -> PassedChecks {
    PassedChecks(bits: pairs.facts(of: chinese, and: english)?.pointee[0] ?? 0)
  }

  /// Notes that a text and its translation pass a check.
  func notePass(
    _ check: PairCheck, _ chinese: UnsafeBufferPointer<UInt8>, _ english: UnsafeBufferPointer<UInt8>
  ) {
    guard let bit = check.bit else { return }
    pairs.facts(of: chinese, and: english)?.pointee[0] |= bit
  }
}
