import DataTree

/// Constants of programs, copied together when each first runs, so that values name them by number.
struct ConstantPools {
  /// Their text.
  var text = Pool<UInt8>(capacity: 1024)
  /// The constants; `RunReference.first` has its highest bit set for these.
  var values = Pool<Value>(capacity: 256)
  /// For each program, by its number, where its constants begin; `UInt32.max` for those that have not run.
  var bases = Pool<UInt32>(capacity: 512)
}

/// The constants that the evaluations of one worker share.
final class SharedConstants {
  /// The constants.
  let pools: UnsafeMutablePointer<ConstantPools>

  /// Starts without any.
  init() {
    pools = .allocate(capacity: 1)
    pools.initialize(to: ConstantPools())
  }

  deinit {
    pools.pointee.text.deallocate()
    pools.pointee.values.deallocate()
    pools.pointee.bases.deallocate()
    pools.deallocate()
  }
}

/// What an evaluation works with, apart from what it holds by reference.
struct EvaluationState {
  /// Text that the expression made.
  var text = Pool<UInt8>(capacity: 1024)
  /// Lists, maps and optionals that the expression made.
  var values = Pool<Value>(capacity: 256)
  /// Constants of the programs that ran here, which the evaluation holds.
  let constants: UnsafeMutablePointer<ConstantPools>
  /// Elements of lists and maps under construction.
  var stack = Pool<Value>(capacity: 64)
  /// Variables of macros, one frame for each running program.
  var locals = UnsafeMutablePointer<Value>.allocate(capacity: EvaluationState.localCapacity)
  /// Number of locals in use.
  var localCount = 0
  /// Variables by slot.
  var slots = Pool<Value>(capacity: 32)
  /// For each slot whether it is set.
  var slotStates = Pool<SlotState>(capacity: 32)
  /// Variables that resets return to.
  var keptSlots = Pool<Value>(capacity: 32)
  /// For each of them whether it is set.
  var keptStates = Pool<SlotState>(capacity: 32)
  /// Bytes of text that resets keep.
  var keptText = 0
  /// Values that resets keep.
  var keptValues = 0
  /// What the running program's environment knows, which the evaluation holds.
  var runtime: Unmanaged<Runtime>?
  /// The trees of documents.
  var trees = Pool<TreeView>(capacity: 8)
  /// For each symbol the value that the root of tree 0 has under it, as a node index; 0 for none.
  var rootFields = Pool<UInt32>(capacity: 1024)
  /// Where among a map's entries a key was found last, by its symbol: maps of one shape state their keys in one order.
  let positions = UnsafeMutablePointer<UInt8>.allocate(capacity: EvaluationState.positionCount)
  /// Steps made since the last reset.
  var steps = 0
  /// Programs that are running, one inside the other.
  var nesting = 0
  /// The bounds.
  var limits = EvaluationLimits()
  /// Whether a field that a document omits is absent instead of an error.
  var hasAbsentFields = false
  /// Whether the trees were built with another symbol table than the programs.
  var comparesKeysByText = false
  /// The symbols of the trees, which the evaluation holds.
  var symbols: Unmanaged<SymbolTable>?
  /// The evaluation that owns this.
  var owner: Unmanaged<Evaluation>?

  /// Locals that all running programs may have together.
  static let localCapacity = 2048

  /// Symbols whose positions are remembered; others share their places.
  static let positionCount = 1024

  /// Makes an empty state.
  init(_ constants: UnsafeMutablePointer<ConstantPools>) {
    self.constants = constants
    positions.initialize(repeating: 0, count: EvaluationState.positionCount)
  }

  /// Gives the memory back.
  func deallocate() {
    positions.deallocate()
    text.deallocate()
    values.deallocate()
    stack.deallocate()
    locals.deallocate()
    slots.deallocate()
    slotStates.deallocate()
    keptSlots.deallocate()
    keptStates.deallocate()
    rootFields.deallocate()
    trees.deallocate()
  }
}

/// Whether a variable has a value.
enum SlotState: UInt8, BitwiseCopyable {
  /// Nobody set it.
  case unset
  /// It has a value.
  case set
  /// A program will compute it when it is first read.
  case lazy
  /// That program is running.
  case running
}

/// Bounds of one evaluation; reaching one is an error that `Evaluation.isLimit` tells apart.
public struct EvaluationLimits: Sendable {
  /// Steps, roughly one for each operation, element and sixteen compared bytes.
  public var steps = 5_000_000
  /// Programs that may run one inside the other (variables computed when read).
  public var nesting = 32
  /// Bytes of text that an expression may make.
  public var bytes = 16 << 20
  /// Elements of lists and maps that an expression may make.
  public var values = 1 << 20

  /// The default bounds.
  public init() {}
}

/// The state of an evaluation behind a bare pointer, so that the evaluator's path counts no references.
struct Memory {
  /// The state.
  let state: UnsafeMutablePointer<EvaluationState>

  /// The evaluation itself, for what is rare.
  var evaluation: Evaluation? { state.pointee.owner?.takeUnretainedValue() }

  // MARK: Text

  /// The bytes of a text; valid until the evaluation makes more text.
  @inline(__always)
  func bytes(_ text: TextReference) -> UnsafeBufferPointer<UInt8> {
    let base: UnsafePointer<UInt8>
    switch text.space {
    case 0: base = UnsafePointer(state.pointee.text.base)
    case 1: base = UnsafePointer(state.pointee.constants.pointee.text.base)
    default: base = state.pointee.trees.base[Int(text.space) - 2].textBase
    }
    return UnsafeBufferPointer(start: base + Int(text.offset), count: Int(text.count))
  }

  // MARK: Documents

  /// A tree by index.
  @inline(__always)
  func tree(_ index: UInt32) -> TreeView { state.pointee.trees.base[Int(index)] }

  /// The value of a map under a key: at once for the root of the document at hand, which nearly all rules read.
  @inline(__always)
  func child(of map: NodeReference, at symbol: Symbol) -> NodeID? {
    guard map.tree == 0, map.node == .root, Int(symbol.raw) < state.pointee.rootFields.count else {
      return entry(of: map, at: symbol)
    }
    let found = state.pointee.rootFields.base[Int(symbol.raw)]
    return found == 0 ? nil : NodeID(found)
  }

  /// The value of any map under a key, looked for first where the last map had it.
  @inline(__always)
  private func entry(of map: NodeReference, at symbol: Symbol) -> NodeID? {
    let view = state.pointee.trees.base + Int(map.tree)
    guard view.pointee.mayHave(map.node, symbol) else { return nil }
    let entries = view.pointee.entries(map.node)
    let place = state.pointee.positions + Int(symbol.raw & UInt32(EvaluationState.positionCount - 1))
    let expected = Int(place.pointee)
    if expected < entries.count, entries[expected].symbol == symbol { return entries[expected].value }
    for index in 0..<entries.count where entries[index].symbol == symbol {
      place.pointee = UInt8(truncatingIfNeeded: index)
      return entries[index].value
    }
    return nil
  }

  /// Prepares `child` after the trees have changed.
  func indexRoot() {
    state.pointee.rootFields.count = 0
    guard state.pointee.trees.count > 0, tree(0).nodeCount > 0 else { return }
    let entries = tree(0).entries(.root)
    var highest: UInt32 = 0
    for entry in entries { highest = max(highest, entry.symbol.raw) }
    // A key without a symbol is told by its text only; symbols above the highest are looked for in the map.
    state.pointee.rootFields.reserve(Int(highest) + 1)
    state.pointee.rootFields.base.update(repeating: 0, count: Int(highest) + 1)
    state.pointee.rootFields.count = Int(highest) + 1
    for entry in entries where entry.symbol != .unknown && state.pointee.rootFields.base[Int(entry.symbol.raw)] == 0 {
      state.pointee.rootFields.base[Int(entry.symbol.raw)] = entry.value.index
    }
  }

  /// A node as a value.
  @inline(__always)
  func value(of node: NodeID, tree index: UInt32) -> Value {
    let view = tree(index)
    let content = view[node]
    switch content.kind {
    case .null: return .null
    case .bool: return .bool(content.bool)
    case .int: return .int(content.int)
    case .double: return .double(content.double)
    case .string:
      return .string(TextReference(space: index + 2, offset: view.textOffset(node), count: content.count))
    case .list, .map: return .node(NodeReference(tree: index, node: node))
    case .opaque:
      return .opaque(OpaqueValue(bits: content.bits, tree: UInt16(truncatingIfNeeded: index), node: node))
    }
  }

  /// The key of an entry as a value.
  func key(of entry: Entry, tree index: UInt32) -> Value {
    if entry.key == entry.value, let name = evaluation?.symbols?.name(of: entry.symbol) { return makeString(name) }
    let view = tree(index)
    return .string(
      TextReference(space: index + 2, offset: view.textOffset(entry.key), count: view[entry.key].count))
  }

  /// The value of a document's map under a key that is not known before; nil when it has none.
  func find(_ key: UnsafeBufferPointer<UInt8>, in node: NodeReference) -> NodeID? {
    let view = tree(node.tree)
    let known = state.pointee.symbols?._withUnsafeGuaranteedRef { $0.symbol(for: key) } ?? .unknown
    if !state.pointee.comparesKeysByText, known != .unknown {
      return view.value(of: node.node, at: known)
    }
    let entries = view.entries(node.node)
    spend(entries.count / 4)
    for entry in entries where entry.key != entry.value && equalBytes(view.text(entry.key), key) { return entry.value }
    return nil
  }

  // MARK: Lists and maps

  /// The values of a run.
  @inline(__always)
  func run(_ run: RunReference) -> UnsafePointer<Value> {
    run.first & RunReference.constantBit == 0
      ? UnsafePointer(state.pointee.values.base + Int(run.first))
      : UnsafePointer(state.pointee.constants.pointee.values.base + Int(run.first & ~RunReference.constantBit))
  }

  /// The content of an optional; nil for `optional.none()`.
  @inline(__always)
  func content(of optional: OptionalReference) -> Value? {
    optional.index == .max ? nil : run(RunReference(first: optional.index, count: 1))[0]
  }

  /// Kind of a value, documents' lists and maps seen as such.
  @inline(__always)
  func kind(of value: Value) -> ValueKind {
    switch value {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list
    case .map: .map
    case .node(let node): tree(node.tree).kind(node.node) == .list ? .list : .map
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type
    case .optional: .optional
    case .opaque: .opaque
    case .absent, .error: .failed
    }
  }

  /// Number of elements of a list or entries of a map; nil for other values.
  func count(of value: Value) -> Int? {
    switch value {
    case .list(let run): Int(run.count)
    case .map(let run): Int(run.count / 2)
    case .node(let node): Int(tree(node.tree)[node.node].count)
    default: nil
    }
  }

  /// An element of a list; the index must be below its count.
  @inline(__always)
  func element(of list: Value, at index: Int) -> Value {
    switch list {
    case .list(let reference): run(reference)[index]
    case .node(let node): value(of: tree(node.tree).elements(node.node)[index], tree: node.tree)
    default: .null
    }
  }

  /// A key of a map; the index must be below its count.
  func key(of map: Value, at index: Int) -> Value {
    switch map {
    case .map(let reference): run(reference)[2 * index]
    case .node(let node): key(of: tree(node.tree).entries(node.node)[index], tree: node.tree)
    default: .null
    }
  }

  /// A value of a map; the index must be below its count.
  func value(of map: Value, at index: Int) -> Value {
    switch map {
    case .map(let reference): run(reference)[2 * index + 1]
    case .node(let node): value(of: tree(node.tree).entries(node.node)[index].value, tree: node.tree)
    default: .null
    }
  }

  // MARK: Bounds

  /// Counts steps.
  @inline(__always)
  func spend(_ steps: Int) { state.pointee.steps &+= steps }

  /// Whether no steps are left.
  @inline(__always)
  var isExhausted: Bool { state.pointee.steps > state.pointee.limits.steps }
}

extension RunReference {
  /// Set in `first` for runs in the constants.
  static let constantBit: UInt32 = 1 << 31
}

/// The kind of a value, as a bit so that sets of kinds are masks.
struct ValueKind: OptionSet {
  /// The bits.
  let rawValue: UInt16

  /// `null`
  static let null = ValueKind(rawValue: 1 << 0)
  /// A boolean.
  static let bool = ValueKind(rawValue: 1 << 1)
  /// A signed whole number.
  static let int = ValueKind(rawValue: 1 << 2)
  /// An unsigned whole number.
  static let uint = ValueKind(rawValue: 1 << 3)
  /// A floating-point number.
  static let double = ValueKind(rawValue: 1 << 4)
  /// Text.
  static let string = ValueKind(rawValue: 1 << 5)
  /// A byte string.
  static let bytes = ValueKind(rawValue: 1 << 6)
  /// A list of the expression's or a document's.
  static let list = ValueKind(rawValue: 1 << 7)
  /// A map of the expression's or a document's.
  static let map = ValueKind(rawValue: 1 << 8)
  /// A point in time.
  static let timestamp = ValueKind(rawValue: 1 << 9)
  /// A span of time.
  static let duration = ValueKind(rawValue: 1 << 10)
  /// A type as a value.
  static let type = ValueKind(rawValue: 1 << 11)
  /// An optional.
  static let optional = ValueKind(rawValue: 1 << 12)
  /// A value of the domain's.
  static let opaque = ValueKind(rawValue: 1 << 13)
  /// Absent or an error.
  static let failed = ValueKind(rawValue: 1 << 14)
  /// Everything but `failed`.
  static let any = ValueKind(rawValue: (1 << 14) - 1)
  /// int, uint and double.
  static let numbers: ValueKind = [.int, .uint, .double]
}
