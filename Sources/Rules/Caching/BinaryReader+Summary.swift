import Diagnostics
import SourceText

extension BinaryReader {
  /// Reads a document's summary.
  /// - Parameter sums: what its tallies are added to instead of being kept.
  mutating func document(
    ruleCount: Int, sums: TallySums?, settings: (DocumentName) -> EffectiveSettings
  ) -> DocumentSummary {
    let index: Int = number()
    let name = DocumentName(kind: text(), id: text())
    let idRange = range()
    let results = list { $0.result(ruleCount: ruleCount) }
    let (tallies, isTallied) = tallies(ruleCount: ruleCount, addingTo: sums)
    let facts = list { $0.fact(ruleCount: ruleCount) }
    let pending = list { $0.rule(below: ruleCount) }
    let overview = DocumentOverview(title: optional { $0.text() }, department: optional { $0.text() })
    return DocumentSummary(
      index: index, name: name, idRange: idRange, results: results, tallies: tallies,
      isTallied: isTallied, facts: facts, pending: pending, overview: overview, settings: settings(name))
  }

  /// Reads the tallies of all rules or of none: the longest part of a summary, and so read in one loop.
  private mutating func tallies(ruleCount: Int, addingTo sums: TallySums?) -> (kept: [RuleTally], isAdded: Bool) {
    let count: Int = number()
    guard count == 0 || count == ruleCount else {
      fail()
      return ([], false)
    }
    guard let sums, count > 0 else { return (tallies(count), false) }
    if let small = smallNumbers(2 * count) { sums.add(small: small) } else { sums.add(tallies(count)) }
    return ([], true)
  }

  private mutating func tallies(_ count: Int) -> [RuleTally] {
    if let small = smallNumbers(2 * count) {
      return [RuleTally](unsafeUninitializedCapacity: count) { target, filled in
        for index in 0..<count {
          let tally = RuleTally(pass: UInt32(small[2 * index]), notApplicable: UInt32(small[2 * index + 1]))
          (target.baseAddress.map { $0 + index })?.initialize(to: tally)
        }
        filled = count
      }
    }
    return [RuleTally](unsafeUninitializedCapacity: count) { target, filled in
      while filled < count {
        let tally = RuleTally(pass: number(), notApplicable: number())
        (target.baseAddress.map { $0 + filled })?.initialize(to: tally)
        filled += 1
      }
    }
  }

  /// Reads a fault of text, shape or reference.
  mutating func fault() -> FileSummary.Fault {
    let diagnostic = Diagnostic(
      id: text(), severity: token(), message: message(), range: range(), related: list { $0.label() },
      remedy: optional { $0.message() }, fix: optional { $0.fix() })
    return FileSummary.Fault(
      diagnostic: diagnostic, document: optional { $0.number() }, path: optional { $0.text() },
      anchor: optional { $0.place() })
  }

  /// Reads a comment that accepts failures.
  mutating func suppression() -> Suppression {
    Suppression(
      rules: list { $0.text() }, reason: text(), range: range(), scope: range(), document: optional { $0.number() })
  }

  private mutating func rule(below count: Int) -> Int {
    let rule: Int = number()
    guard rule >= 0, rule < count else {
      fail()
      return 0
    }
    return rule
  }

  private mutating func result(ruleCount: Int) -> RuleResult {
    RuleResult(
      rule: rule(below: ruleCount), state: token(), message: message(), range: range(), path: text(), anchor: place(),
      related: list { $0.label() }, fix: optional { $0.fix() })
  }

  private mutating func fact(ruleCount: Int) -> GroupFact {
    GroupFact(
      rule: rule(below: ruleCount), key: blob(), values: list { $0.factValue(depth: 0) }, range: range(),
      path: text(), anchor: place(), offset: number())
  }

  private mutating func factValue(depth: Int) -> FactValue {
    switch number(UInt8.self) {
    case 0: return .absent
    case 1: return .null
    case 2: return .bool(flag())
    case 3: return .int(Int64(bitPattern: bits()))
    case 4: return .double(Double(bitPattern: bits()))
    case 5: return .string(blob())
    case 6: return .opaque(bits(), words: blob())
    case 7 where depth < 64: return .list(list { $0.factValue(depth: depth + 1) })
    default:
      fail()
      return .absent
    }
  }

  /// Reads one of the values of an enumeration.
  private mutating func token<Token: RawRepresentable & CaseIterable>() -> Token where Token.RawValue == UInt8 {
    let known = Token(rawValue: number())
    if known == nil { fail() }
    return known ?? Token.allCases[Token.allCases.startIndex]
  }

  private mutating func range() -> SourceRange {
    let start: UInt32 = number()
    let count: UInt32 = number()
    let (end, isOver) = start.addingReportingOverflow(count)
    if isOver { fail() }
    return SourceRange(start, end)
  }

  private mutating func message() -> LocalizedText { LocalizedText(zh: text(), en: text()) }

  private mutating func place() -> StablePlace { StablePlace(path: text(), value: bits()) }

  private mutating func label() -> Label {
    Label(file: optional { $0.text() }, range: range(), text: optional { $0.message() })
  }

  private mutating func fix() -> Fix {
    Fix(
      title: message(), applicability: token(),
      edits: list { Edit(range: $0.range(), replacement: $0.text()) })
  }
}
