import CEL
package import Diagnostics
package import SourceText
import Synchronization

/// What runs of examples reached: parts of expressions, and paths that selected something.
final class CoverageLog: Sendable {
  /// What parts of expressions came to.
  let observations = ObservationLog()
  /// Paths by rule that selected a node.
  private let selecting = Mutex<Set<[Int]>>([])

  /// Notes that a rule's path selected a node.
  func noteSelection(rule: Int, selector: Int) {
    selecting.withLock { _ = $0.insert([rule, selector]) }
  }

  /// Whether a rule's path selected a node.
  func hasSelected(rule: Int, selector: Int) -> Bool { selecting.withLock { $0.contains([rule, selector]) } }
}

/// Which parts of a rule its examples reach.
package struct RuleCoverage: Sendable {
  /// A part that no example reaches, or only with one outcome.
  package struct Gap: Hashable, Sendable {
    /// What was not seen.
    package var message: LocalizedText
    /// The part, in the rule file.
    package var range: SourceRange
  }

  /// Outcomes that examples reach.
  package private(set) var reachedCount = 0
  /// Outcomes that there are.
  package private(set) var totalCount = 0
  /// What is missing, in the order of the file.
  package private(set) var gaps: [Gap] = []

  /// Reads the log of all examples of a rule.
  init(_ rule: Rule, at position: Int, in library: RuleLibrary, log: CoverageLog) {
    for selector in rule.selectors {
      count(
        log.hasSelected(rule: position, selector: selector),
        Messages.pathNeverSelects(library.selectors[selector].source), rule.page.idRange)
    }
    for part in rule.observedParts {
      let outcomes = log.observations.outcomes(of: part.point, in: part.program)
      let text = rule.page.source.text(in: part.range)
      if part.point.isDecision {
        count(outcomes.contains(.isTrue), Messages.neverComesTo(text, true), part.range)
        count(outcomes.contains(.isFalse), Messages.neverComesTo(text, false), part.range)
      } else {
        count(!outcomes.isEmpty, Messages.neverReached(text), part.range)
      }
    }
    gaps.sort { ($0.range.start, $0.message.en) < ($1.range.start, $1.message.en) }
  }

  private mutating func count(_ isReached: Bool, _ message: @autoclosure () -> LocalizedText, _ range: SourceRange) {
    totalCount += 1
    if isReached { reachedCount += 1 } else { gaps.append(Gap(message: message(), range: range)) }
  }
}

extension RuleTester {
  /// Which parts of a rule its examples reach; the library must be observed.
  package func coverage(of rule: Rule) -> RuleCoverage? {
    guard let position = library.rules.firstIndex(where: { $0 === rule }) else { return nil }
    let log = CoverageLog()
    for example in rule.page.examples {
      _ = ExampleRun(example, of: rule, in: library, variant: .plain, mutation: nil, coverage: log)
    }
    return RuleCoverage(rule, at: position, in: library, log: log)
  }
}
