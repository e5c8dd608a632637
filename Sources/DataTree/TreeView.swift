/// Reads a tree without reference counting: a handful of pointers into the arena, copied freely.
///
/// A view is valid until its tree changes or is released; take a fresh one after every change. Nothing in it traps on
/// document content: node ids come from the tree itself.
public struct TreeView: @unchecked Sendable, BitwiseCopyable {
  /// The nodes, by `NodeID`.
  @usableFromInline let nodes: UnsafePointer<Node>
  /// The entries of all maps; a map's own are consecutive.
  @usableFromInline let entries: UnsafePointer<Entry>
  /// The elements of all lists; a list's own are consecutive.
  @usableFromInline let elements: UnsafePointer<NodeID>
  /// The UTF-8 text of all scalars, which nodes point into by offset and length.
  @usableFromInline let text: UnsafePointer<UInt8>
  /// Number of nodes.
  public let nodeCount: Int

  /// Borrows a tree's memory; only `DataTree` makes views.
  @usableFromInline
  init(
    nodes: UnsafePointer<Node>, entries: UnsafePointer<Entry>, elements: UnsafePointer<NodeID>,
    text: UnsafePointer<UInt8>, nodeCount: Int
  ) {
    self.nodes = nodes
    self.entries = entries
    self.elements = elements
    self.text = text
    self.nodeCount = nodeCount
  }

  /// The node with an id.
  @inlinable @inline(__always)
  public subscript(id: NodeID) -> Node {
    assert(Int(id.index) < nodeCount)
    return nodes[Int(id.index)]
  }

  /// The kind of a node.
  @inlinable @inline(__always)
  public func kind(_ id: NodeID) -> NodeKind { nodes[Int(id.index)].kind }

  /// The text of a scalar or key as UTF-8: for plain scalars the written text, for others the text meant.
  @inlinable @inline(__always)
  public func text(_ id: NodeID) -> UnsafeBufferPointer<UInt8> {
    let node = nodes + Int(id.index)
    return UnsafeBufferPointer(start: text + Int(node.pointee.first), count: Int(node.pointee.count))
  }

  /// Offset of a scalar's text in the tree's text buffer, for values that refer to it by number.
  @inlinable @inline(__always)
  public func textOffset(_ id: NodeID) -> UInt32 { nodes[Int(id.index)].first }

  /// Start of the tree's text buffer.
  @inlinable public var textBase: UnsafePointer<UInt8> { text }

  /// The text of a scalar or key as a `String`: for messages, not for hot paths.
  public func string(_ id: NodeID) -> String { String(decoding: text(id), as: UTF8.self) }

  /// The entries of a map, in the order written; empty for other nodes.
  @inlinable @inline(__always)
  public func entries(_ id: NodeID) -> UnsafeBufferPointer<Entry> {
    let node = nodes + Int(id.index)
    guard node.pointee.kind == .map else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: entries + Int(node.pointee.first), count: Int(node.pointee.count))
  }

  /// The elements of a list; empty for other nodes.
  @inlinable @inline(__always)
  public func elements(_ id: NodeID) -> UnsafeBufferPointer<NodeID> {
    let node = nodes + Int(id.index)
    guard node.pointee.kind == .list else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: elements + Int(node.pointee.first), count: Int(node.pointee.count))
  }

  /// Whether a node is a map that may have a known key; false for most keys that it does not have.
  @inlinable @inline(__always)
  public func mayHave(_ id: NodeID, _ symbol: Symbol) -> Bool {
    let node = nodes + Int(id.index)
    return node.pointee.kind == .map && node.pointee.bits & symbol.keyBit != 0
  }

  /// The value under a known key; nil when the node is no map or does not have it.
  @inlinable
  public func value(of id: NodeID, at symbol: Symbol) -> NodeID? {
    guard mayHave(id, symbol) else { return nil }
    let node = nodes + Int(id.index)
    var entry = entries + Int(node.pointee.first)
    let end = entry + Int(node.pointee.count)
    while entry < end {
      if entry.pointee.symbol == symbol { return entry.pointee.value }
      entry += 1
    }
    return nil
  }

  /// The entry under a known key; nil when the node is no map or does not have it.
  @inlinable
  public func entry(of id: NodeID, at symbol: Symbol) -> Entry? {
    guard mayHave(id, symbol) else { return nil }
    let node = nodes + Int(id.index)
    var entry = entries + Int(node.pointee.first)
    let end = entry + Int(node.pointee.count)
    while entry < end {
      if entry.pointee.symbol == symbol { return entry.pointee }
      entry += 1
    }
    return nil
  }

  /// The value under a key given as text; nil when the node is no map or does not have it.
  public func value(of id: NodeID, at key: UnsafeBufferPointer<UInt8>) -> NodeID? {
    for entry in entries(id) where equalBytes(text(entry.key), key) { return entry.value }
    return nil
  }

  /// The value under a key that the program holds; nil when the node is no map or does not have it.
  public func value(of id: NodeID, named key: StaticString) -> NodeID? {
    value(of: id, at: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }

  /// The value under a key given as text; nil when the node is no map or does not have it.
  public func value(of id: NodeID, at key: String) -> NodeID? {
    var key = key
    return key.withUTF8 { value(of: id, at: $0) }
  }

  /// The entry of its parent that holds a node as its value; nil for elements of lists and the root.
  public func entry(holding id: NodeID) -> Entry? {
    guard id != .root else { return nil }
    return entries(self[id].parent).first { $0.value == id }
  }

  /// Position of a node in the list that holds it; nil when its parent is no list.
  public func position(of id: NodeID) -> Int? {
    guard id != .root else { return nil }
    return elements(self[id].parent).firstIndex(of: id)
  }
}

/// Whether two runs of bytes are equal.
@inlinable
public func equalBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  let count = left.count
  guard count == right.count else { return false }
  guard let first = left.baseAddress, let second = right.baseAddress, count > 0 else { return true }
  guard count >= 8 else { return KeyEnds.shortWord(first, count) == KeyEnds.shortWord(second, count) }
  var offset = 0
  while offset + 8 <= count {
    if word(first, at: offset) != word(second, at: offset) { return false }
    offset += 8
  }
  // The last word overlaps the one before.
  return word(first, at: count - 8) == word(second, at: count - 8)
}

/// Eight bytes at an offset, the first of them lowest.
@inlinable @inline(__always)
func word(_ bytes: UnsafePointer<UInt8>, at offset: Int) -> UInt64 {
  UInt64(littleEndian: UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self))
}
