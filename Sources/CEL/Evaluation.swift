public import DataTree
import Diagnostics
import SourceText
import TextPatterns

/// Finds documents by id for expressions that look beyond their own document.
public protocol DocumentLookup: AnyObject {
  /// Finds the document with an id and adds its tree to the evaluation's trees.
  func document(withID id: UnsafeBufferPointer<UInt8>, in evaluation: Evaluation) -> FoundDocument
}

/// A variable that a program gives its value, for `Evaluation.setLazies`.
public struct LazyValue: BitwiseCopyable {
  /// The variable's slot.
  let slot: Int
  /// The program.
  let program: Unmanaged<Program>

  /// Joins both; the caller holds the program.
  public init(_ slot: Int, _ program: Program) {
    self.slot = slot
    self.program = .passUnretained(program)
  }
}

/// What a search for a document comes to.
public enum FoundDocument: Hashable, Sendable {
  /// Its root.
  case root(NodeReference)
  /// No document has the id.
  case missing
  /// A document has the id but cannot be read: nothing is known of it, not even that it is wrong.
  case unreadable
}

/// The memory and the variables of evaluations by one worker: reset for each evaluation, kept between them.
public final class Evaluation {
  // One worker uses an evaluation, and no access to a property encloses another to the same one, so that looking for
  // overlaps at run time would only cost time.
  /// The trees that values may refer to; 0 is the document at hand.
  ///
  /// Set a tree again after it changed. Trees are best built with the symbols frozen after the last compilation; for
  /// other trees, `comparesKeysByText` must be set.
  @exclusivity(unchecked) public var trees: [TreeView] = [] {
    didSet {
      memo = nil
      state.pointee.trees.count = 0
      for tree in trees { state.pointee.trees.append(tree) }
      memory.indexRoot()
    }
  }
  // Other modules would check accesses to stored properties all the same.
  @exclusivity(unchecked) private var storedMemo: (any AnyObject)?
  @exclusivity(unchecked) private var storedLastingMemo: (any AnyObject)?
  /// What functions of the domain remember about the trees; forgotten when the trees change.
  public var memo: (any AnyObject)? {
    get { storedMemo }
    set { storedMemo = newValue }
  }
  /// What functions of the domain remember beyond the trees: answers that depend on the text of arguments only.
  public var lastingMemo: (any AnyObject)? {
    get { storedLastingMemo }
    set { storedLastingMemo = newValue }
  }
  /// The same without counting a reference: good until another is set.
  public var lastingMemoReference: Unmanaged<AnyObject>? { storedLastingMemo.map { Unmanaged.passUnretained($0) } }
  /// Finds other documents; nil where an expression may not.
  public weak var lookup: (any DocumentLookup)?
  /// Is told what parts of observed expressions come to.
  @exclusivity(unchecked) public var observations: ObservationLog?
  /// The symbols of the trees; needed for keys that are computed and for entries that a program made without a key.
  @exclusivity(unchecked) public var symbols: SymbolTable? {
    didSet { state.pointee.symbols = symbols.map { .passUnretained($0) } }
  }

  /// An error that an evaluation made.
  struct Failure {
    /// What went wrong.
    var message: LocalizedText
    /// Whether a bound was reached.
    var isLimit: Bool
    /// The part of the expression that failed.
    var range: SourceRange?
  }

  /// What all the rest works on.
  let state: UnsafeMutablePointer<EvaluationState>
  /// Errors since the last reset.
  @exclusivity(unchecked) var failures: [Failure] = []
  /// The error that a bound was reached, which nothing absorbs.
  @exclusivity(unchecked) var reachedLimit: Value?
  /// What the running program's environment knows.
  @exclusivity(unchecked) var runtime: Runtime? {
    didSet { state.pointee.runtime = runtime.map { .passUnretained($0) } }
  }
  /// Programs of variables that are computed when read, by slot.
  // Without references, which would be counted for each document; `programs` holds them.
  @exclusivity(unchecked) private var lazies: [Unmanaged<Program>?] = []
  /// Those programs, each once.
  @exclusivity(unchecked) private var programs: [Program] = []
  /// For each program, by its number, whether it is among them.
  @exclusivity(unchecked) private var isHeld: [Bool] = []
  /// Patterns that were computed, by source.
  private var patterns: [String: TextPattern] = [:]

  /// Constants of the programs that ran here, or in an evaluation that shares them.
  private let constants: SharedConstants

  /// Makes an evaluation without variables.
  /// - Parameter other: an evaluation of the same worker that will run the same programs.
  public init(sharing other: Evaluation? = nil) {
    constants = other?.constants ?? SharedConstants()
    state = .allocate(capacity: 1)
    state.initialize(to: EvaluationState(constants.pools))
    state.pointee.owner = Unmanaged.passUnretained(self)
  }

  deinit {
    state.pointee.deallocate()
    state.deallocate()
  }

  /// The same without reference counting.
  var memory: Memory { Memory(state: state) }

  // MARK: Life

  /// Forgets variables, values and errors, keeping the memory; values obtained before lose their meaning.
  public func reset() {
    state.pointee.text.count = state.pointee.keptText
    state.pointee.values.count = state.pointee.keptValues
    state.pointee.stack.count = 0
    state.pointee.localCount = 0
    state.pointee.steps = 0
    state.pointee.nesting = 0
    reachedLimit = nil
    if !failures.isEmpty { failures.removeAll(keepingCapacity: true) }
    let kept = state.pointee.keptSlots.count
    state.pointee.slots.base.update(from: state.pointee.keptSlots.base, count: kept)
    state.pointee.slotStates.base.update(from: state.pointee.keptStates.base, count: kept)
    for index in kept..<state.pointee.slotStates.count { state.pointee.slotStates.base[index] = .unset }
  }

  /// Forgets the values and errors since the checkpoint and has some variables computed anew when they are read; the
  /// others stay as they are, so that what is set for each node of a document costs only its own setting.
  ///
  /// - Parameters:
  ///   - slot: the variable that is set to `node`.
  /// - Returns: steps made since the last reset or restart.
  public func restart(recomputing lazies: Range<Int>, setting slot: Int, to node: NodeReference) -> Int {
    let steps = state.pointee.steps
    state.pointee.text.count = state.pointee.keptText
    state.pointee.values.count = state.pointee.keptValues
    state.pointee.stack.count = 0
    state.pointee.localCount = 0
    state.pointee.steps = 0
    state.pointee.nesting = 0
    if reachedLimit != nil { reachedLimit = nil }
    if !failures.isEmpty { failures.removeAll(keepingCapacity: true) }
    for slot in lazies where slot < state.pointee.slotStates.count { state.pointee.slotStates.base[slot] = .lazy }
    prepareSlots(slot)
    state.pointee.slots.base[slot] = memory.value(of: node.node, tree: node.tree)
    state.pointee.slotStates.base[slot] = .set
    return steps
  }

  /// Makes later resets return to the variables and values of now, such as parameters that all evaluations share.
  public func checkpoint() {
    state.pointee.keptText = state.pointee.text.count
    state.pointee.keptValues = state.pointee.values.count
    state.pointee.keptSlots.count = 0
    state.pointee.keptStates.count = 0
    let count = state.pointee.slots.count
    state.pointee.keptSlots.append(UnsafeBufferPointer(start: state.pointee.slots.base, count: count))
    state.pointee.keptStates.append(UnsafeBufferPointer(start: state.pointee.slotStates.base, count: count))
  }

  /// Makes later resets forget all variables and values, whatever a checkpoint kept.
  public func clearCheckpoint() {
    state.pointee.keptText = 0
    state.pointee.keptValues = 0
    state.pointee.keptSlots.count = 0
    state.pointee.keptStates.count = 0
  }

  /// The bounds of each evaluation.
  public var limits: EvaluationLimits {
    get { state.pointee.limits }
    set { state.pointee.limits = newValue }
  }

  /// Steps made since the last reset.
  public var stepCount: Int { state.pointee.steps }

  /// Whether some tree was built with other symbols than the programs, so that keys are compared as text.
  public var comparesKeysByText: Bool {
    get { state.pointee.comparesKeysByText }
    set { state.pointee.comparesKeysByText = newValue }
  }

  // MARK: Variables

  /// Gives a variable its value.
  public func setVariable(_ slot: Int, _ value: Value) {
    prepareSlots(slot)
    state.pointee.slots.base[slot] = value
    state.pointee.slotStates.base[slot] = .set
  }

  /// Gives a variable the value of a program, run when the variable is first read and at most once until the reset.
  public func setLazy(_ slot: Int, _ program: Program) {
    makeSlots(slot)
    while lazies.count <= slot { lazies.append(nil) }
    if program.number >= isHeld.count || !isHeld[program.number] { hold(program) }
    lazies[slot] = .passUnretained(program)
    state.pointee.slotStates.base[slot] = .lazy
  }

  /// Does the same for several variables, whose programs the caller holds for as long as it evaluates here.
  public func setLazies(_ values: UnsafeBufferPointer<LazyValue>) {
    for value in values {
      makeSlots(value.slot)
      while lazies.count <= value.slot { lazies.append(nil) }
      lazies[value.slot] = value.program
      state.pointee.slotStates.base[value.slot] = .lazy
    }
  }

  /// Keeps a program for as long as the evaluation lives.
  @inline(never)
  private func hold(_ program: Program) {
    while isHeld.count <= program.number { isHeld.append(false) }
    // Programs that run in evaluations of their own share a number.
    isHeld[program.number] = program.number > 0
    programs.append(program)
  }

  /// Makes sure that slots up to one exist.
  @inline(__always)
  func prepareSlots(_ slot: Int) {
    if state.pointee.slots.count <= slot { makeSlots(slot) }
  }

  /// Adds unset slots up to one.
  @inline(never)
  private func makeSlots(_ slot: Int) {
    while state.pointee.slots.count <= slot {
      state.pointee.slots.append(.null)
      state.pointee.slotStates.append(.unset)
    }
  }

  /// Computes a variable that is not set yet.
  @inline(never)
  func computeVariable(_ slot: Int, name: @autoclosure () -> String) -> Value {
    guard slot < state.pointee.slots.count else { return fail(Messages.unsetVariable(name())) }
    switch state.pointee.slotStates.base[slot] {
    case .set: return state.pointee.slots.base[slot]
    case .unset: return fail(Messages.unsetVariable(name()))
    case .running: return fail(Messages.variableReadsItself(name()))
    case .lazy:
      guard slot < lazies.count, let program = lazies[slot] else { return fail(Messages.unsetVariable(name())) }
      state.pointee.slotStates.base[slot] = .running
      let value = program._withUnsafeGuaranteedRef { $0.evaluate(in: self) }
      setVariable(slot, value)
      return value
    }
  }

  /// One of `trees`.
  public func tree(_ index: UInt32) -> TreeView { state.pointee.trees.base[Int(index)] }

  // MARK: Programs

  /// Where the constants of a program lie, copied here when it runs here first.
  @inline(__always)
  func constantBase(of program: Program) -> UInt32 {
    let bases = state.pointee.constants.pointee.bases
    if program.number < bases.count {
      let base = bases.base[program.number]
      if base != .max { return base }
    }
    return copyConstants(of: program)
  }

  /// Copies the constants of a program that runs here for the first time.
  @inline(never)
  private func copyConstants(of program: Program) -> UInt32 {
    let pools = state.pointee.constants
    while pools.pointee.bases.count <= program.number { pools.pointee.bases.append(.max) }
    let textBase = UInt32(pools.pointee.text.count)
    let valueBase = UInt32(pools.pointee.values.count)
    program.text.withUnsafeBufferPointer { pools.pointee.text.append($0) }
    for constant in program.constants {
      pools.pointee.values.append(constant.moved(text: textBase, values: valueBase))
    }
    pools.pointee.bases.base[program.number] = valueBase
    return valueBase
  }

  /// A pattern that is computed, compiled once for all evaluations here.
  func pattern(_ source: String) throws(TextPattern.Failure) -> TextPattern {
    if let pattern = patterns[source] { return pattern }
    let pattern = try TextPattern(source, maxMemory: 1 << 20)
    if patterns.count >= 64 { patterns.removeAll() }
    patterns[source] = pattern
    return pattern
  }
}

extension Value {
  /// The same constant when the text and the values of its program begin elsewhere.
  func moved(text: UInt32, values: UInt32) -> Value {
    switch self {
    case .string(var reference):
      reference.offset += text
      return .string(reference)
    case .bytes(var reference):
      reference.offset += text
      return .bytes(reference)
    case .list(var reference):
      reference.first += values
      return .list(reference)
    case .map(var reference):
      reference.first += values
      return .map(reference)
    case .optional(var reference) where reference.index != .max:
      reference.index += values
      return .optional(reference)
    default: return self
    }
  }
}
