public import SourceText

/// The tree of one document: one arena of nodes, each with its exact place in the source.
///
/// Schema, paths and expressions all read this one tree through a `TreeView`. A worker keeps one tree and calls
/// `removeAll()` between documents, so that the kernel clears its pages once.
public final class DataTree {
  /// A node that another document supplied, and its place there.
  public struct Origin: Sendable {
    /// The node in this tree.
    public var node: NodeID
    /// Path of the file that the value comes from.
    public var file: String
    /// Its place in that file.
    public var range: SourceRange
  }

  /// The keys that have symbols in this tree.
  public let symbols: SymbolTable
  // Checking exclusive access at run time cost a sixth of reading; no method hands out access to an arena.
  /// Every node, in the order appended.
  @exclusivity(unchecked) @usableFromInline var nodes: Arena<Node>
  /// The entries of all maps, each map's in one run.
  @exclusivity(unchecked) @usableFromInline var entries: Arena<Entry>
  /// The elements of all lists, each list's in one run.
  @exclusivity(unchecked) @usableFromInline var elements: Arena<NodeID>
  /// The text of all scalars and keys.
  @exclusivity(unchecked) @usableFromInline var text: Arena<UInt8>
  private var aliases: [(node: NodeID, range: SourceRange)] = []
  /// Where supplied nodes come from, in order of their node.
  public private(set) var origins: [Origin] = []

  /// Makes an empty tree whose keys get their symbols from `symbols`.
  public init(symbols: SymbolTable) {
    self.symbols = symbols
    nodes = Arena(capacity: 512)
    entries = Arena(capacity: 512)
    elements = Arena(capacity: 256)
    text = Arena(capacity: 16_384)
  }

  deinit {
    nodes.deallocate()
    entries.deallocate()
    elements.deallocate()
    text.deallocate()
  }

  /// Whether the tree has no node, not even a root.
  public var isEmpty: Bool { nodes.count == 0 }
  /// Number of nodes, keys included.
  public var nodeCount: Int { nodes.count }
  /// Bytes that the arenas take now.
  public var byteCount: Int {
    nodes.capacity * MemoryLayout<Node>.stride + entries.capacity * MemoryLayout<Entry>.stride
      + elements.capacity * MemoryLayout<NodeID>.stride + text.capacity
  }

  /// The tree for reading; valid until the next change.
  @inlinable public var view: TreeView {
    TreeView(
      nodes: nodes.base, entries: entries.base, elements: elements.base, text: text.base, nodeCount: nodes.count)
  }

  /// Empties the tree and keeps its memory.
  public func removeAll() {
    nodes.count = 0
    entries.count = 0
    elements.count = 0
    text.count = 0
    // An empty array would be given memory to keep.
    if !aliases.isEmpty { aliases.removeAll(keepingCapacity: true) }
    if !origins.isEmpty { origins.removeAll(keepingCapacity: true) }
  }

  // MARK: Building

  /// Appends a scalar whose text is copied into the tree. The first node appended is the root.
  @inlinable @discardableResult
  public func appendScalar(
    _ kind: NodeKind, style: NodeStyle = .none, flags: NodeFlags = [], parent: NodeID = .root,
    range: SourceRange = SourceRange(0, 0), text bytes: UnsafeBufferPointer<UInt8>, bits: UInt64 = 0
  ) -> NodeID {
    let offset = UInt32(text.count)
    text.append(bytes)
    return append(
      Node(
        kind: kind, style: style, flags: flags, parent: parent, range: range, first: offset,
        count: UInt32(bytes.count), bits: bits))
  }

  /// Appends a scalar whose text stands in a file, where `readable` bytes can be read from its start.
  ///
  /// The parser's way: the caller answers for the text's length and for fewer than four thousand million bytes in all.
  @inlinable @inline(__always)
  public func appendScalar(
    _ kind: NodeKind, style: NodeStyle, flags: NodeFlags, parent: NodeID, range: SourceRange,
    text source: UnsafePointer<UInt8>, count: Int, readable: Int, bits: UInt64
  ) -> NodeID {
    let offset = UInt32(truncatingIfNeeded: text.count)
    text.append(source, count: count, readable: readable)
    return append(
      Node(
        kind: kind, style: style, flags: flags, parent: parent, range: range, first: offset,
        count: UInt32(truncatingIfNeeded: count), bits: bits))
  }

  /// Appends an empty list or map; give it children with `setElements` or `setEntries`.
  @inlinable @discardableResult
  public func appendCollection(
    _ kind: NodeKind, style: NodeStyle = .none, flags: NodeFlags = [], parent: NodeID = .root,
    range: SourceRange = SourceRange(0, 0)
  ) -> NodeID {
    append(Node(kind: kind, style: style, flags: flags, parent: parent, range: range, first: 0, count: 0, bits: 0))
  }

  /// Makes `children` the entries of a map and the map their parent.
  public func setEntries(of map: NodeID, _ children: some Collection<Entry>) {
    let first = entries.count
    var keys: UInt64 = 0
    for child in children {
      entries.append(child)
      keys |= child.symbol.keyBit
      nodes.base[Int(child.key.index)].parent = map
      nodes.base[Int(child.value.index)].parent = map
    }
    nodes.base[Int(map.index)].first = UInt32(first)
    nodes.base[Int(map.index)].count = UInt32(children.count)
    nodes.base[Int(map.index)].bits = keys
  }

  /// Makes `children` the elements of a list and the list their parent.
  public func setElements(of list: NodeID, _ children: some Collection<NodeID>) {
    let first = elements.count
    for child in children {
      elements.append(child)
      nodes.base[Int(child.index)].parent = list
    }
    nodes.base[Int(list.index)].first = UInt32(first)
    nodes.base[Int(list.index)].count = UInt32(children.count)
  }

  /// Makes `children` the entries of a map whose nodes were appended with the map as their parent.
  @inlinable @inline(__always)
  public func setOwnEntries(of map: NodeID, _ children: UnsafeBufferPointer<Entry>) {
    let node = nodes.base + Int(map.index)
    node.pointee.first = UInt32(truncatingIfNeeded: entries.count)
    node.pointee.count = UInt32(truncatingIfNeeded: children.count)
    var keys: UInt64 = 0
    for child in children { keys |= child.symbol.keyBit }
    node.pointee.bits = keys
    entries.append(children)
  }

  /// Makes `children` the elements of a list whose nodes were appended with the list as their parent.
  @inlinable @inline(__always)
  public func setOwnElements(of list: NodeID, _ children: UnsafeBufferPointer<NodeID>) {
    let node = nodes.base + Int(list.index)
    node.pointee.first = UInt32(truncatingIfNeeded: elements.count)
    node.pointee.count = UInt32(truncatingIfNeeded: children.count)
    elements.append(children)
  }

  /// Makes the entries of a map that have a value, and then `added`, its entries, in a new run.
  public func rebuildEntries(of map: NodeID, adding added: UnsafeBufferPointer<Entry>) {
    let node = nodes.base + Int(map.index)
    guard node.pointee.kind == .map else { return }
    let (old, count, first) = (Int(node.pointee.first), Int(node.pointee.count), entries.count)
    // Room for all at once, so that the old run stays in place while it is copied.
    entries.reserve(count + added.count)
    for position in old..<old + count where nodes.base[Int(entries.base[position].value.index)].kind != .null {
      entries.append(entries.base[position])
    }
    for entry in added { entries.append(entry) }
    // Those kept, too: maps share the keys that a program made, whose parent is the map that took them last.
    var keys: UInt64 = 0
    for position in first..<entries.count {
      let entry = entries.base[position]
      keys |= entry.symbol.keyBit
      nodes.base[Int(entry.key.index)].parent = map
      nodes.base[Int(entry.value.index)].parent = map
    }
    node.pointee.first = UInt32(first)
    node.pointee.count = UInt32(entries.count - first)
    node.pointee.bits = keys
  }

  /// Makes `children` the entries of a map and the map their parent: for merges and copies, without the generic call.
  @inlinable
  public func setEntries(of map: NodeID, _ children: UnsafeBufferPointer<Entry>) {
    nodes.base[Int(map.index)].first = UInt32(entries.count)
    nodes.base[Int(map.index)].count = UInt32(children.count)
    entries.append(children)
    var keys: UInt64 = 0
    for child in children {
      keys |= child.symbol.keyBit
      nodes.base[Int(child.key.index)].parent = map
      nodes.base[Int(child.value.index)].parent = map
    }
    nodes.base[Int(map.index)].bits = keys
  }

  /// Makes `children` the elements of a list and the list their parent, without the generic call.
  @inlinable
  public func setElements(of list: NodeID, _ children: UnsafeBufferPointer<NodeID>) {
    nodes.base[Int(list.index)].first = UInt32(elements.count)
    nodes.base[Int(list.index)].count = UInt32(children.count)
    elements.append(children)
    for child in children { nodes.base[Int(child.index)].parent = list }
  }

  /// Appends a node like `id` that shares its text, so that aliases multiply no text; a collection gets its children anew.
  @discardableResult
  public func appendCopy(of id: NodeID, flags: NodeFlags, parent: NodeID) -> NodeID {
    var node = nodes.base[Int(id.index)]
    node.flags = flags
    node.parent = parent
    return append(node)
  }

  /// Replaces one value of a map; the old value keeps its place in the arena but is no longer reached.
  public func replaceValue(in map: NodeID, at position: Int, with value: NodeID) {
    entries.base[Int(nodes.base[Int(map.index)].first) + position].value = value
    nodes.base[Int(value.index)].parent = map
  }

  /// Replaces one element of a list.
  public func replaceElement(in list: NodeID, at position: Int, with value: NodeID) {
    elements.base[Int(nodes.base[Int(list.index)].first) + position] = value
    nodes.base[Int(value.index)].parent = list
  }

  /// Changes a node in place; its children stay as they are.
  public func update(_ id: NodeID, _ change: (inout Node) -> Void) {
    change(&nodes.base[Int(id.index)])
  }

  /// Notes that the subtree at `node` stands where an alias was written, and marks its root.
  public func noteAlias(_ node: NodeID, range: SourceRange) {
    nodes.base[Int(node.index)].flags.formUnion([.aliasRoot, .behindAlias])
    aliases.append((node, range))
  }

  /// Notes that a supplied node comes from another file.
  public func noteOrigin(_ node: NodeID, file: String, range: SourceRange) {
    origins.append(Origin(node: node, file: file, range: range))
  }

  /// Where the alias that brought a node is written: the nearest one above it; nil for a node written in place.
  public func aliasRange(of id: NodeID) -> SourceRange? {
    var current = id
    while true {
      let node = nodes.base[Int(current.index)]
      guard node.flags.contains(.behindAlias) else { return nil }
      if node.flags.contains(.aliasRoot), let alias = aliases.last(where: { $0.node == current }) {
        return alias.range
      }
      if current == .root { return nil }
      current = node.parent
    }
  }

  /// Appends a node.
  @inlinable @inline(__always)
  func append(_ node: Node) -> NodeID {
    let id = NodeID(UInt32(truncatingIfNeeded: nodes.count))
    nodes.append(node)
    return id
  }
}
