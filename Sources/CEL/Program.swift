import SourceText
import Synchronization
import TextPatterns

/// A compiled expression: flat instructions that any number of evaluations may run at once.
public final class Program: Sendable {
  /// The tables behind bare pointers, so that running counts no references.
  struct Tables {
    /// Instructions.
    var code: UnsafePointer<Instruction>
    /// Operands of instructions that take any number.
    var operands: UnsafePointer<UInt32>
    /// Macros over lists and maps.
    var comprehensions: UnsafePointer<ComprehensionPlan>
    /// Calls.
    var sites: UnsafePointer<CallSite>
    /// Overloads of all sites.
    var overloads: UnsafePointer<PlannedOverload>
    /// Tests of all overloads' arguments.
    var tests: UnsafePointer<ArgumentTest>
  }

  /// What a planner collects for a program.
  struct Parts {
    /// Instructions.
    var code: [Instruction] = []
    /// Where each instruction is written.
    var ranges: [SourceRange] = []
    /// Operands of instructions that take any number.
    var operands: [UInt32] = []
    /// Macros over lists and maps.
    var comprehensions: [ComprehensionPlan] = []
    /// Calls.
    var sites: [CallSite] = []
    /// Overloads of all sites.
    var overloads: [PlannedOverload] = []
    /// Tests of all overloads' arguments.
    var tests: [ArgumentTest] = []
    /// Patterns known before evaluation.
    var patterns: [TextPattern] = []
    /// Constants.
    var constants: [Value] = []
    /// Text of the constants.
    var text: [UInt8] = []
    /// Parts that tell what they come to.
    var observationPoints: [ObservationPoint] = []
    /// Names of the variables that are read, by slot.
    var variableNames: [Int: String] = [:]
    /// The instruction that is the whole expression.
    var root: UInt32 = 0
    /// Macro variables that are alive at once.
    var localCount = 0
    /// What the overloads call.
    var implementations: [PlannedOverload.Implementation] = []

    /// Holds a function's body for the program.
    mutating func keep(_ body: @escaping FunctionOverload.Body) -> Unmanaged<PlannedOverload.Implementation> {
      let implementation = PlannedOverload.Implementation(body)
      implementations.append(implementation)
      return .passUnretained(implementation)
    }
  }

  /// The tables of this program, behind one pointer so that starting it copies none of them.
  // Written once before the program is shared and only read from then on.
  nonisolated(unsafe) let tables: UnsafeMutablePointer<Tables>
  /// Where each instruction is written.
  let ranges: [SourceRange]
  /// Patterns known before evaluation.
  let patterns: [TextPattern]
  /// Constants, whose text and elements lie in `text` and `constants` themselves.
  let constants: [Value]
  /// Text of the constants.
  let text: [UInt8]
  /// Parts that tell an `ObservationLog` what they come to; empty unless the environment is observed.
  public let observationPoints: [ObservationPoint]
  /// What its environment knows.
  let runtime: Runtime
  /// A small number of its own, by which evaluations remember it.
  let number: Int
  /// Names of the variables that are read, by slot.
  private let variableNames: [Int: String]
  /// The highest slot that is read; -1 for none.
  private let highestSlot: Int
  /// The instruction that is the whole expression.
  private let root: UInt32
  /// Macro variables that are alive at once.
  private let localCount: Int
  /// What the overloads in `tables` call.
  private let implementations: [PlannedOverload.Implementation]
  /// The number of the next program.
  private static let numbers = Atomic<Int>(1)

  /// Takes over what a planner made; `number` is given for programs that run in an evaluation of their own.
  init(_ parts: Parts, runtime: Runtime, number: Int? = nil) {
    tables = .allocate(capacity: 1)
    tables.initialize(
      to: Tables(
        code: copy(parts.code), operands: copy(parts.operands), comprehensions: copy(parts.comprehensions),
        sites: copy(parts.sites), overloads: copy(parts.overloads), tests: copy(parts.tests)))
    ranges = parts.ranges
    patterns = parts.patterns
    constants = parts.constants
    text = parts.text
    observationPoints = parts.observationPoints
    implementations = parts.implementations
    root = parts.root
    localCount = parts.localCount
    variableNames = parts.variableNames
    highestSlot = parts.variableNames.keys.max() ?? -1
    self.runtime = runtime
    self.number = number ?? Program.numbers.wrappingAdd(1, ordering: .relaxed).oldValue
  }

  deinit {
    tables.pointee.code.deallocate()
    tables.pointee.operands.deallocate()
    tables.pointee.comprehensions.deallocate()
    tables.pointee.sites.deallocate()
    tables.pointee.overloads.deallocate()
    tables.pointee.tests.deallocate()
    tables.deallocate()
  }

  /// Evaluates the expression with the variables that the evaluation holds.
  public func evaluate(in evaluation: Evaluation) -> Value {
    let state = evaluation.state
    if state.pointee.runtime?.toOpaque() != Unmanaged.passUnretained(runtime).toOpaque() {
      evaluation.runtime = runtime
    }
    let constantBase = evaluation.constantBase(of: self)
    evaluation.prepareSlots(highestSlot)
    guard state.pointee.nesting < state.pointee.limits.nesting,
      state.pointee.localCount + localCount <= EvaluationState.localCapacity
    else { return evaluation.limitReached(Messages.nestingLimit(state.pointee.limits.nesting)) }
    let frame = state.pointee.localCount
    let stack = state.pointee.stack.count
    state.pointee.nesting += 1
    state.pointee.localCount += localCount
    let machine = Machine(
      tables: UnsafePointer(tables), code: tables.pointee.code, memory: Memory(state: state),
      constantBase: Int(constantBase), frame: state.pointee.locals + frame, program: Unmanaged.passUnretained(self),
      hasAbsentFields: runtime.hasAbsentFields)
    let value = machine.run(root)
    state.pointee.nesting -= 1
    state.pointee.localCount = frame
    state.pointee.stack.count = stack
    // What ran out of steps may have given up without saying so.
    if state.pointee.steps > state.pointee.limits.steps { return Memory(state: state).outOfSteps() }
    return evaluation.reachedLimit ?? value
  }

  /// Whether a text matches one of the patterns known before evaluation.
  func matches(_ text: UnsafeBufferPointer<UInt8>, pattern: Int) -> Bool { patterns[pattern].matches(text) }

  /// The name of the variable in a slot, for messages.
  func variableName(_ slot: Int) -> String { variableNames[slot] ?? "?" }
}

/// Elements behind a pointer that the caller deallocates.
private func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
  let base = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
  for (index, element) in elements.enumerated() { (base + index).initialize(to: element) }
  return UnsafePointer(base)
}
