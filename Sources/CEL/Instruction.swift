import DataTree
import SourceText

/// One operation of a program; operands are indices of other instructions.
struct Instruction: BitwiseCopyable {
  /// What is done.
  var operation: Operation
  /// Whether a selection or indexing gives an optional, or `optMap` is flat.
  var isOptional = false
  /// First operand, or the index of a constant, slot, local, site or plan.
  var first: UInt32 = 0
  /// Second operand, a symbol, or the start of a run of operands.
  var second: UInt32 = 0
  /// Third operand, a constant, or the length of a run of operands.
  var third: UInt32 = 0

  /// The field that a selection names.
  var symbol: Symbol { Symbol(raw: second) }
}

/// What an instruction does.
enum Operation: UInt8, BitwiseCopyable {
  /// Loads constant `first`.
  case constant
  /// Reads the variable in slot `first`.
  case variable
  /// Reads the macro variable `first`.
  case local
  /// Selects the field `second`, named by constant `third`, of `first`.
  case select
  /// Tests for the field `second`, named by constant `third`, of `first`.
  case test
  /// Reads the element `second` of `first`.
  case index
  /// Conjunction of `third` operands from `second` on.
  case and
  /// Disjunction of `third` operands from `second` on.
  case or
  /// Negates the boolean `first`.
  case not
  /// Negates the number `first`.
  case negate
  /// Evaluates `second` or `third` as `first` says.
  case conditional
  /// Makes a list of `third` operands from `second` on.
  case list
  /// Makes a map of `third` operands from `second` on, keys and values in turn.
  case map
  /// Tests whether `first` equals `second`.
  case equal
  /// Tests whether `first` differs from `second`.
  case notEqual
  /// Tests whether `first` is less than `second`.
  case less
  /// Tests whether `first` is at most `second`.
  case lessOrEqual
  /// Tests whether `first` is greater than `second`.
  case greater
  /// Tests whether `first` is at least `second`.
  case greaterOrEqual
  /// Tests whether `first` is an element or a key of `second`.
  case contained
  /// Adds `second` to `first`.
  case add
  /// Subtracts `second` from `first`.
  case subtract
  /// Multiplies `first` by `second`.
  case multiply
  /// Divides `first` by `second`.
  case divide
  /// The remainder of `first` divided by `second`.
  case modulo
  /// Calls site `first` with `third` operands from `second` on.
  case call
  /// Matches text `first` with pattern `second`.
  case matches
  /// Runs the macro of plan `first`.
  case comprehension
  /// Evaluates `third` with macro variable `first` set to `second`.
  case bind
  /// Maps the optional in operand `second` by the operand after it, with macro variable `first`.
  case optionalMap
  /// `or` and `orValue`: the second operand is evaluated only where the first is empty.
  case alternative
  /// A name that nothing declares, met by an expression that was not checked.
  case unboundVariable
  /// A function that nothing declares, met by an expression that was not checked.
  case unboundFunction
  /// Evaluates `first` and notes what it came to.
  case observed
}

/// A macro over a list or map, planned.
struct ComprehensionPlan: BitwiseCopyable {
  /// What it makes.
  var kind: PlannedKind
  /// Whether it has two variables.
  var hasSecond: Bool
  /// Instruction of the range.
  var range: UInt32
  /// Instruction of the filter; `UInt32.max` for none.
  var filter: UInt32
  /// Instruction of the body.
  var body: UInt32
  /// First local; the second follows it.
  var local: UInt32

  /// `Comprehension.Kind` without text.
  enum PlannedKind: UInt8, BitwiseCopyable {
    /// One for each result that a macro may have; macros of one and two variables share them.
    case all, exists, existsOne, map, filter, transformMap, transformMapEntry, sortBy

    /// The same macro, planned.
    init(_ kind: Comprehension.Kind) {
      switch kind {
      case .all: self = .all
      case .exists: self = .exists
      case .existsOne: self = .existsOne
      case .map, .transformList: self = .map
      case .filter: self = .filter
      case .transformMap: self = .transformMap
      case .transformMapEntry: self = .transformMapEntry
      case .sortBy: self = .sortBy
      }
    }
  }
}

/// A call: a run of overloads, tried in order.
struct CallSite: BitwiseCopyable {
  /// Index of the first overload.
  var firstOverload: UInt32
  /// Number of overloads.
  var overloadCount: UInt32
  /// Constant with the function's name.
  var name: UInt32
}

/// An overload with what its arguments are tested for.
struct PlannedOverload: BitwiseCopyable {
  /// Index of the test of the first argument; one follows for each further argument.
  var firstTest: Int
  /// What is called, held by the program.
  var implementation: Unmanaged<Implementation>

  /// A function's body as an object, so that a call need not count references of what the body captured.
  final class Implementation: Sendable {
    /// The body.
    let body: FunctionOverload.Body

    /// Wraps a body.
    init(_ body: @escaping FunctionOverload.Body) { self.body = body }

    /// Runs the body.
    // A method, so that the body is borrowed from an object that is known to live.
    @inline(never)
    final func call(_ arguments: UnsafeBufferPointer<Value>, _ evaluation: Evaluation) -> Value {
      body(arguments, evaluation)
    }
  }
}

/// What an argument must be.
struct ArgumentTest: BitwiseCopyable {
  /// Kinds that are accepted.
  var kinds: UInt16
  /// Index of the domain type that is accepted; -1 for any.
  var opaque: Int16
}
