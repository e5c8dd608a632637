public import SourceText

/// Index of a node in its tree; the root is 0.
public struct NodeID: Hashable, Sendable, BitwiseCopyable, Comparable {
  /// Position in the arena; parents come before children, written nodes in document order.
  public let index: UInt32

  /// Wraps an arena index.
  @inlinable
  public init(_ index: UInt32) { self.index = index }

  /// The root of every tree.
  @inlinable public static var root: NodeID { NodeID(0) }

  /// Orders by place in the arena.
  @inlinable
  public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// What a node is.
public enum NodeKind: UInt8, Sendable, BitwiseCopyable {
  /// An absent or null value.
  case null
  /// A boolean; `Node.bits` is 0 or 1.
  case bool
  /// A whole number that fits in 64 bits; `Node.bits` is its two's complement.
  case int
  /// Any other number; `Node.bits` is the pattern of an IEEE double.
  case double
  /// Text.
  case string
  /// An ordered list.
  case list
  /// A mapping with text keys, in the order written.
  case map
  /// A scalar that the domain has read (such as a time limit); `Node.bits` belongs to the domain, the text is as written.
  case opaque
}

/// How a node was written.
public enum NodeStyle: UInt8, Sendable, BitwiseCopyable {
  /// Not written: built by a program.
  case none
  /// A plain scalar, whose kind follows from its text.
  case plain
  /// `'…'`
  case singleQuoted
  /// `"…"`
  case doubleQuoted
  /// `|`
  case literal
  /// `>`
  case folded
  /// A collection by indentation.
  case block
  /// A collection in brackets.
  case flow
}

/// Facts about where a node came from.
public struct NodeFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt16

  /// Makes flags from bits.
  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The node is the key of a map entry.
  @inlinable public static var key: NodeFlags { NodeFlags(rawValue: 1) }
  /// The node stands where an alias (or merge key) brought it; its range is the anchored text.
  @inlinable public static var behindAlias: NodeFlags { NodeFlags(rawValue: 2) }
  /// The topmost node that one alias brought; `DataTree.aliasRange(of:)` gives the alias itself.
  @inlinable public static var aliasRoot: NodeFlags { NodeFlags(rawValue: 4) }
  /// A collection that reading put around a written short form: it has no path step of its own.
  @inlinable public static var wrapper: NodeFlags { NodeFlags(rawValue: 8) }
  /// Not in the document as written: from a default, a registry or the catalog.
  @inlinable public static var supplied: NodeFlags { NodeFlags(rawValue: 16) }
  /// The text equals the source bytes between the quotes, so offsets in one are offsets in the other.
  @inlinable public static var verbatim: NodeFlags { NodeFlags(rawValue: 32) }
  /// Text by language, because the schema says so: not every map with a language's key is one.
  @inlinable public static var localized: NodeFlags { NodeFlags(rawValue: 64) }
}

/// One node of a tree: 32 bytes, no references.
public struct Node: Sendable, BitwiseCopyable {
  /// What the node is.
  public var kind: NodeKind
  /// How it was written.
  public var style: NodeStyle
  /// Where it came from.
  public var flags: NodeFlags
  /// The collection that holds it; the root's parent is the root.
  public var parent: NodeID
  /// Place in the source. A scalar includes its quotes and excludes anchor and tag; a block collection ends at its last child.
  public var range: SourceRange
  /// Scalars: offset of the text in the tree's text buffer. Collections: index of the first entry or element.
  @usableFromInline var first: UInt32
  /// Scalars: bytes of text. Collections: number of entries or elements.
  public var count: UInt32
  /// The value of a scalar, as `kind` says. Maps: the `keyBit`s of their keys, so that most keys that a map does not have
  /// are known to be missing without a look at its entries.
  public var bits: UInt64

  /// Makes a node from its fields; what `first`, `count` and `bits` hold depends on the kind.
  @usableFromInline
  init(
    kind: NodeKind, style: NodeStyle, flags: NodeFlags, parent: NodeID, range: SourceRange, first: UInt32,
    count: UInt32, bits: UInt64
  ) {
    self.kind = kind
    self.style = style
    self.flags = flags
    self.parent = parent
    self.range = range
    self.first = first
    self.count = count
    self.bits = bits
  }

  /// Whether the node is a list or a map.
  @inlinable public var isCollection: Bool { kind == .list || kind == .map }
  /// The value of a `.bool` node.
  @inlinable public var bool: Bool { bits != 0 }
  /// The value of an `.int` node.
  @inlinable public var int: Int64 { Int64(bitPattern: bits) }
  /// The value of a `.double` node.
  @inlinable public var double: Double { Double(bitPattern: bits) }
}

/// One entry of a map.
public struct Entry: Sendable, BitwiseCopyable {
  /// Symbol of the key; `.unknown` when only its text tells it apart.
  public var symbol: Symbol
  /// The key as written; equal to `value` where a program made the entry without one.
  public var key: NodeID
  /// The value.
  public var value: NodeID

  /// Makes an entry.
  @inlinable
  public init(symbol: Symbol, key: NodeID, value: NodeID) {
    self.symbol = symbol
    self.key = key
    self.value = value
  }
}
