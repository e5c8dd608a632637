public import DataTree

/// A CEL value: 24 bytes without a reference, so that no expression counts references.
///
/// Whatever does not fit lives in an `Evaluation` (text, lists, maps, optionals, errors that the expression made) or in
/// a document's tree, and is named here by number. A value is meaningful only with the evaluation that produced it.
public enum Value: Sendable, BitwiseCopyable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A signed 64-bit integer.
  case int(Int64)
  /// An unsigned 64-bit integer.
  case uint(UInt64)
  /// An IEEE double.
  case double(Double)
  /// Text.
  case string(TextReference)
  /// A byte string.
  case bytes(TextReference)
  /// A list that the expression built.
  case list(RunReference)
  /// A map that the expression built: keys and values in turn.
  case map(RunReference)
  /// A list or map of a document.
  case node(NodeReference)
  /// A point in time, since the Unix epoch in UTC.
  case timestamp(Moment)
  /// A span of time.
  case duration(Moment)
  /// A type as a value.
  case type(TypeReference)
  /// An optional; nil payload index means `optional.none()`.
  case optional(OptionalReference)
  /// A value of the domain's, such as a time limit.
  case opaque(OpaqueValue)
  /// Nothing is stated: a field that the document omits. It spreads as errors do, and errors win over it.
  case absent
  /// Evaluation failed; the evaluation holds the reason.
  case error(ErrorReference)
}

/// A run of UTF-8 bytes in one of the evaluation's text spaces.
public struct TextReference: Sendable, BitwiseCopyable {
  /// 0 = the evaluation's own heap, 1 = the constants of the programs that ran there, n + 2 = text of tree n.
  public var space: UInt32
  /// Byte offset in the space.
  public var offset: UInt32
  /// Number of bytes.
  public var count: UInt32

  /// Names a run of bytes.
  @inlinable
  public init(space: UInt32, offset: UInt32, count: UInt32) {
    self.space = space
    self.offset = offset
    self.count = count
  }
}

/// A run of values in the evaluation's heap.
public struct RunReference: Sendable, BitwiseCopyable {
  /// Index of the first value.
  public var first: UInt32
  /// Number of values; a map has two for each entry.
  public var count: UInt32

  /// Names a run of values.
  @inlinable
  public init(first: UInt32, count: UInt32) {
    self.first = first
    self.count = count
  }
}

/// A node of one of the evaluation's trees.
public struct NodeReference: Hashable, Sendable, BitwiseCopyable {
  /// Index of the tree in `Evaluation.trees`.
  public var tree: UInt32
  /// The node.
  public var node: NodeID

  /// Names a node of a tree.
  @inlinable
  public init(tree: UInt32, node: NodeID) {
    self.tree = tree
    self.node = node
  }
}

/// Seconds and nanoseconds, both of one sign for durations; nanoseconds count from 0 to 999,999,999 for timestamps.
public struct Moment: Hashable, Sendable, BitwiseCopyable {
  /// Whole seconds.
  public var seconds: Int64
  /// Nanoseconds beyond them.
  public var nanoseconds: Int32

  /// Makes a moment.
  @inlinable
  public init(seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

/// Index of a type in the evaluation.
public struct TypeReference: Hashable, Sendable, BitwiseCopyable {
  /// The index.
  public var index: UInt32

  /// Wraps an index.
  @inlinable
  public init(index: UInt32) { self.index = index }
}

/// An optional value: the index of its content in the evaluation's heap.
public struct OptionalReference: Sendable, BitwiseCopyable {
  /// Index of the content; `UInt32.max` for none.
  public var index: UInt32

  /// Wraps an index.
  @inlinable
  public init(index: UInt32) { self.index = index }

  /// `optional.none()`
  @inlinable public static var none: OptionalReference { OptionalReference(index: .max) }
}

/// A value that only the domain understands: 64 bits, and the node where it was written if it was.
public struct OpaqueValue: Sendable, BitwiseCopyable {
  /// The domain's encoding.
  public var bits: UInt64
  /// Tree of the node that it was read from; `UInt16.max` for a computed value.
  public var tree: UInt16
  /// The node that it was read from.
  public var node: NodeID

  /// A computed value.
  @inlinable
  public init(bits: UInt64) {
    self.bits = bits
    tree = .max
    node = .root
  }

  /// A value read from a document.
  @inlinable
  public init(bits: UInt64, tree: UInt16, node: NodeID) {
    self.bits = bits
    self.tree = tree
    self.node = node
  }
}

/// Index of an error in the evaluation.
public struct ErrorReference: Sendable, BitwiseCopyable {
  /// The index.
  public var index: UInt32

  /// Wraps an index.
  @inlinable
  public init(index: UInt32) { self.index = index }
}
