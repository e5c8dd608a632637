import CLibYAML
import DataTree
import Diagnostics
import SourceText

/// Builds the tree of one document from libyaml's events.
struct DocumentBuilder: ~Copyable {
  /// A collection that is still open.
  struct Frame: BitwiseCopyable {
    /// The collection in the tree.
    var node: NodeID
    /// Whether it is a mapping.
    var isMap: Bool
    /// Whether it is written by indentation.
    var isBlock: Bool
    /// Where this collection's children begin among the pending ones.
    var firstEntry: Int
    /// Where its elements begin among the pending ones.
    var firstElement: Int
    /// The key that waits for its value.
    var key: Entry?
    /// Whether the waiting value belongs to a key that was there before, and is to be left out.
    var dropsValue = false
    /// Whether a merge key (`<<`) is among the entries.
    var merges = false
    /// Collections below the node so far, not counting itself.
    var height = 0
    /// Position in the anchor table; -1 for none.
    var anchor = -1
    /// Position among the key indexes; -1 while the mapping is small.
    var keyIndex = -1
  }

  /// A collection in a key's place, whose events are passed over.
  struct SkippedKey {
    /// Collections open inside the key, itself included.
    var depth: Int
    /// Where the collection's own text begins.
    var start: Int
  }

  /// The tree, empty at first; the caller of `YAMLDocuments.next` keeps it alive.
  @inline(__always)
  var tree: DataTree { reference._withUnsafeGuaranteedRef { $0 } }
  // Unmanaged, because counting references took a twelfth of the time.
  private let reference: Unmanaged<DataTree>
  /// The symbols of the tree, likewise kept alive by the caller.
  private let symbols: Unmanaged<SymbolTable>
  /// The whole file.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The bounds.
  let limits: YAMLLimits
  /// Where libyaml's marks are in bytes.
  var cursor: MarkCursor
  /// The file's diagnostics.
  var log: DiagnosticLog
  /// Copies behind aliases in this file so far.
  var aliasNodes: Int
  /// The open collections, the root first.
  var frames = Stack<Frame>(capacity: 16)
  /// Entries and elements of open collections.
  var entries = Stack<Entry>(capacity: 64)
  /// Elements of open lists.
  var elements = Stack<NodeID>(capacity: 64)
  /// The anchors so far.
  var anchors = AnchorTable()
  /// Key indexes of large mappings.
  var keyIndexes: [KeyIndex] = []
  /// Where alias copies stand, by root of the copy; for moving entries of merged mappings.
  var aliasRanges: [NodeID: SourceRange] = [:]
  /// A key that is a collection, while its events are passed over.
  var skippedKey: SkippedKey?
  /// End of the last token that is content.
  var lastEnd = 0
  /// The last scalar, which explains many a syntax error.
  var lastScalar = SyntaxFault.LastScalar()
  /// Nodes so far, keys and copies included.
  var nodeCount = 0
  /// Whether a bound was reached, so that reading must end.
  var isAbandoned = false

  /// Prepares to read into `tree`.
  init(tree: DataTree, cursor: MarkCursor, limits: YAMLLimits, log: consuming DiagnosticLog, aliasNodes: Int) {
    reference = .passUnretained(tree)
    symbols = .passUnretained(tree.symbols)
    self.bytes = cursor.bytes
    self.cursor = cursor
    self.limits = limits
    self.log = log
    self.aliasNodes = aliasNodes
  }

  /// Whether the innermost collection is a mapping that waits for a key.
  @inline(__always)
  var expectsKey: Bool {
    let last = frames.count - 1
    return last >= 0 && frames.at(last).pointee.isMap && frames.at(last).pointee.key == nil
  }

  /// The node that the next one belongs to.
  @inline(__always)
  var parent: NodeID { frames.count > 0 ? frames.at(frames.count - 1).pointee.node : .root }

  /// The innermost open collection.
  var innermost: Frame? { frames.count > 0 ? frames.at(frames.count - 1).pointee : nil }

  /// Appends a scalar that belongs to the innermost collection.
  @inline(__always)
  mutating func append(_ value: CoreSchema.Value, _ placed: PlacedScalar, flags: NodeFlags) -> NodeID {
    let parent = parent
    let range = SourceRange(
      UInt32(truncatingIfNeeded: placed.range.lowerBound), UInt32(truncatingIfNeeded: placed.range.upperBound))
    nodeCount += 1
    return reference._withUnsafeGuaranteedRef {
      $0.appendScalar(
        value.kind, style: placed.style, flags: flags, parent: parent, range: range,
        text: placed.text, bits: value.bits)
    }
  }

  /// The symbol of a key.
  @inline(__always)
  mutating func symbol(for key: UnsafeBufferPointer<UInt8>) -> Symbol {
    symbols._withUnsafeGuaranteedRef { $0.symbol(for: key) }
  }

  /// Takes one event inside the document.
  @inline(__always)
  mutating func take(_ event: UnsafePointer<yaml_event_t>) {
    if skippedKey != nil { return skip(event) }
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: scalar(event)
    case YAML_ALIAS_EVENT: alias(event)
    case YAML_MAPPING_START_EVENT: begin(event, .map)
    case YAML_SEQUENCE_START_EVENT: begin(event, .list)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: end(event)
    default: break
    }
    if nodeCount > limits.nodes { abandonNodes() }
  }

  /// Closes what a syntax error or a bound left open.
  mutating func closeAll() {
    while let frame = innermost {
      if frame.key != nil { completeKey() }
      close(end: lastEnd)
    }
  }

  /// Makes a finished or just opened node a child of the innermost collection.
  @inline(__always)
  mutating func attach(_ id: NodeID) {
    let last = frames.count - 1
    guard last >= 0 else { return }
    guard frames.at(last).pointee.isMap else {
      elements.append(id)
      return
    }
    guard var entry = frames.at(last).pointee.key else { return }
    frames.at(last).pointee.key = nil
    entry.value = id
    if frames.at(last).pointee.dropsValue { frames.at(last).pointee.dropsValue = false } else { entries.append(entry) }
  }

  /// Gives a key whose value the input no longer holds an empty one; a key behind an alias has its range elsewhere.
  private mutating func completeKey() {
    let end = UInt32(lastEnd)
    attach(
      tree.appendScalar(
        .null, style: .plain, parent: parent, range: SourceRange(end, end),
        text: UnsafeBufferPointer(rebasing: bytes[..<0])))
  }

  // MARK: Collections

  /// Opens a list or mapping, or starts to pass over one that stands in a key's place.
  private mutating func begin(_ event: UnsafePointer<yaml_event_t>, _ kind: NodeKind) {
    let isBlock = guidelint_event_is_flow(event) == 0
    let anchor = guidelint_event_anchor(event)
    let mark = cursor.offset(of: Int(event.pointee.start_mark.index))
    var start = bytes.contentStart(after: mark)
    if start > mark, bytes.at(start) == UInt8(ascii: ":") {
      // The properties are those of an empty key, which stands directly behind them.
      while isBlank(bytes.at(start - 1)) || isLineEnd(bytes.at(start - 1)) { start -= 1 }
    }
    lastEnd = start
    guard frames.count < limits.depth else { return abandonDepth(at: start) }
    if expectsKey {
      if let anchor { _ = anchors.add(String(cString: anchor), AnchorTable.Anchor(node: nil)) }
      skippedKey = SkippedKey(depth: 1, start: start)
      return
    }
    let (parent, style) = (parent, isBlock ? NodeStyle.block : .flow)
    let id = reference._withUnsafeGuaranteedRef {
      $0.appendCollection(kind, style: style, parent: parent, range: SourceRange(start..<start))
    }
    attach(id)
    nodeCount += 1
    var frame = Frame(
      node: id, isMap: kind == .map, isBlock: isBlock, firstEntry: entries.count, firstElement: elements.count)
    if let anchor { frame.anchor = anchors.add(String(cString: anchor), AnchorTable.Anchor(node: id)) }
    frames.append(frame)
    if let tag = guidelint_event_tag(event) { checkCollectionTag(tag, kind, mark: mark, end: start) }
  }

  /// Closes the innermost collection where its bracket or its last child ends.
  @inline(__always)
  private mutating func end(_ event: UnsafePointer<yaml_event_t>) {
    guard let frame = innermost else { return }
    // Only a bracket has a width; everything else ends where its last child does.
    if !frame.isBlock, event.pointee.end_mark.index > event.pointee.start_mark.index {
      lastEnd = cursor.offset(of: Int(event.pointee.end_mark.index))
    }
    close(end: lastEnd)
  }

  /// Hands the pending children to the tree and forgets the frame.
  private mutating func close(end: Int) {
    guard let frame = innermost else { return }
    frames.truncate(to: frames.count - 1)
    reference._withUnsafeGuaranteedRef { $0.update(frame.node) { $0.range.end = max(UInt32(end), $0.range.start) } }
    if frame.merges { merge(frame) }
    if frame.isMap {
      let own = entries.from(frame.firstEntry)
      reference._withUnsafeGuaranteedRef { $0.setEntries(of: frame.node, own) }
      entries.truncate(to: frame.firstEntry)
    } else {
      let own = elements.from(frame.firstElement)
      reference._withUnsafeGuaranteedRef { $0.setElements(of: frame.node, own) }
      elements.truncate(to: frame.firstElement)
    }
    if frame.keyIndex >= 0 { keyIndexes.removeLast() }
    if frame.anchor >= 0 { anchors.complete(frame.anchor, height: frame.height + 1) }
    noteHeight(frame.height + 1)
  }

  /// Tells the innermost collection how high a child is.
  mutating func noteHeight(_ height: Int) {
    let last = frames.count - 1
    if last >= 0, frames.at(last).pointee.height < height { frames.at(last).pointee.height = height }
  }

  // MARK: Bounds

  /// Ends reading at a collection that lies too deep.
  mutating func abandonDepth(at offset: Int) {
    isAbandoned = true
    log.report(
      "yaml-depth-limit", .error, offset..<offset + bytes.characterLength(at: offset),
      Messages.depthLimit(limits.depth))
  }

  /// Ends reading at a document that holds too much.
  private mutating func abandonNodes() {
    guard !isAbandoned else { return }
    isAbandoned = true
    let start = max(0, min(lastEnd, bytes.count) - 1)
    log.report("yaml-node-limit", .error, start..<min(start + 1, bytes.count), Messages.nodeLimit(limits.nodes))
  }
}
