public import SourceText
import Synchronization

/// What parts of expressions came to, over any number of evaluations: how tests learn what they reach.
///
/// Only programs of an environment that is built with `isObserved` tell; others pay nothing for it.
public final class ObservationLog: Sendable {
  /// Outcomes by program and instruction.
  private let outcomes = Mutex<[Key: Outcomes]>([:])

  /// One part of one program.
  private struct Key: Hashable {
    /// Number of the program.
    var program: Int
    /// The instruction that observes the part.
    var instruction: UInt32
  }

  /// What a part came to, at least once.
  public struct Outcomes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// `true`
    public static let isTrue = Outcomes(rawValue: 1)
    /// `false`
    public static let isFalse = Outcomes(rawValue: 2)
    /// Any other value, an absent one, or an error.
    public static let other = Outcomes(rawValue: 4)

    /// Takes the bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  /// Starts without outcomes.
  public init() {}

  /// Notes what a part came to.
  func note(_ value: Value, program: Int, instruction: UInt32) {
    let outcome: Outcomes
    if case .bool(let isTrue) = value { outcome = isTrue ? .isTrue : .isFalse } else { outcome = .other }
    outcomes.withLock { $0[Key(program: program, instruction: instruction), default: []].formUnion(outcome) }
  }

  /// What a part came to; empty where it was never reached.
  public func outcomes(of point: ObservationPoint, in program: Program) -> Outcomes {
    outcomes.withLock { $0[Key(program: program.number, instruction: point.instruction)] ?? [] }
  }
}

/// A part of an expression on which its course depends.
public struct ObservationPoint: Hashable, Sendable {
  /// The instruction that observes it.
  let instruction: UInt32
  /// Where the part is written, as UTF-8 offsets in the expression.
  public let range: SourceRange
  /// Whether it decides something, so that both truth values matter; else that it is reached.
  public let isDecision: Bool
}

/// Finds the parts of an expression that are worth observing.
enum ObservedParts {
  /// For each such node whether it decides something.
  static func find(in tree: SyntaxTree) -> [ExpressionID: Bool] {
    var found: [ExpressionID: Bool] = [:]
    for node in tree.nodes {
      switch node.kind {
      case .and(let operands), .or(let operands): for operand in operands { found[operand] = true }
      // Which branch is taken follows from the condition.
      case .conditional(let condition, _, _): found[condition] = true
      case .comprehension(let macro):
        if let filter = macro.filter { found[filter] = true }
        switch macro.kind {
        case .all, .exists, .existsOne, .filter: found[macro.body] = true
        case .map, .transformList, .transformMap, .transformMapEntry, .sortBy: found[macro.body] = false
        }
      case .optionalMap(_, _, let body, _): found[body] = false
      default: break
      }
    }
    // Of parts that are nothing but a junction, the operands say more.
    for (id, isDecision) in found where isDecision {
      switch tree[id].kind {
      case .and, .or: found[id] = nil
      default: break
      }
    }
    return found
  }
}
