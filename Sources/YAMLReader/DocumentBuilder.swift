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
    /// Whether a key waits for its value.
    var hasKey = false
    /// Whether the waiting value belongs to a key that was there before, and is to be left out.
    var dropsValue = false
    /// Whether a merge key (`<<`) is among the entries.
    var merges = false
    /// Symbol of the key that waits for its value.
    var keySymbol = Symbol.unknown
    /// Node of the key that waits for its value.
    var key = NodeID.root
    /// A bit for each key so far: a key whose bit is missing is new.
    var keyBits: UInt64 = 0
    /// Where this collection's children begin among the pending ones.
    var firstEntry: Int
    /// Where its elements begin among the pending ones.
    var firstElement: Int
    /// Collections below the node so far, not counting itself.
    var height: Int32 = 0
    /// Position in the anchor table; -1 for none.
    var anchor: Int32 = -1
    /// Position among the key indexes; -1 while the mapping is small.
    var keyIndex: Int32 = -1
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
    let last = frames.count &- 1
    return last >= 0 && frames.at(last).pointee.isMap && !frames.at(last).pointee.hasKey
  }

  /// The node that the next one belongs to.
  @inline(__always)
  var parent: NodeID { frames.count > 0 ? frames.at(frames.count &- 1).pointee.node : .root }

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

  /// Appends a scalar whose text stands in the file, where `readable` bytes can be read from its start.
  @inline(__always)
  mutating func append(
    _ value: CoreSchema.Value, _ style: NodeStyle, _ range: Range<Int>, _ text: UnsafePointer<UInt8>, count: Int,
    readable: Int, flags: NodeFlags
  ) -> NodeID {
    let parent = parent
    let place = SourceRange(
      UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound))
    nodeCount &+= 1
    return reference._withUnsafeGuaranteedRef {
      $0.appendScalar(
        value.kind, style: style, flags: flags, parent: parent, range: place, text: text, count: count,
        readable: readable, bits: value.bits)
    }
  }

  /// The symbol of a key.
  @inline(__always)
  mutating func symbol(for key: UnsafeBufferPointer<UInt8>) -> Symbol {
    symbols._withUnsafeGuaranteedRef { $0.symbol(for: key) }
  }

  /// The same where the ends of the key are at hand.
  @inline(__always)
  mutating func symbol(for key: UnsafeBufferPointer<UInt8>, _ ends: KeyEnds) -> Symbol {
    symbols._withUnsafeGuaranteedRef { $0.symbol(for: key, ends: ends) }
  }

  /// Takes a scalar.
  @inline(__always)
  mutating func takeScalar(_ event: UnsafePointer<yaml_event_t>) {
    if skippedKey != nil { return skip(event) }
    scalar(event)
    if nodeCount > limits.nodes { abandonNodes() }
  }

  /// Takes any other event inside the document.
  @inline(__always)
  mutating func takeOther(_ event: UnsafePointer<yaml_event_t>) {
    if skippedKey != nil { return skip(event) }
    switch event.pointee.type {
    case YAML_MAPPING_START_EVENT: begin(event, .map)
    case YAML_SEQUENCE_START_EVENT: begin(event, .list)
    case YAML_ALIAS_EVENT: alias(event)
    default: end(event)
    }
    if nodeCount > limits.nodes { abandonNodes() }
  }

  /// Closes what a syntax error or a bound left open.
  mutating func closeAll() {
    while let frame = innermost {
      if frame.hasKey { completeKey() }
      close(end: lastEnd)
    }
  }

  /// Makes a finished or just opened node a child of the innermost collection.
  @inline(__always)
  mutating func attach(_ id: NodeID) {
    let last = frames.count &- 1
    guard last >= 0 else { return }
    let frame = frames.at(last)
    guard frame.pointee.isMap else {
      elements.append(id)
      return
    }
    guard frame.pointee.hasKey else { return }
    frame.pointee.hasKey = false
    if frame.pointee.dropsValue {
      frame.pointee.dropsValue = false
    } else {
      entries.append(Entry(symbol: frame.pointee.keySymbol, key: frame.pointee.key, value: id))
    }
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
  @inline(never)
  private mutating func begin(_ event: UnsafePointer<yaml_event_t>, _ kind: NodeKind) {
    let isBlock = guidelint_event_is_flow(event) == 0
    let mark = cursor.offset(of: Int(event.pointee.start_mark.index))
    let start = bytes.contentStart(after: mark)
    guard start == mark, frames.count < limits.depth, !expectsKey else { return beginSlowly(event, kind, mark) }
    lastEnd = start
    open(kind, isBlock: isBlock, at: start)
  }

  /// Opens a collection that begins at an offset.
  @inline(__always)
  private mutating func open(_ kind: NodeKind, isBlock: Bool, at start: Int) {
    let (parent, place) = (parent, UInt32(truncatingIfNeeded: start))
    let id = reference._withUnsafeGuaranteedRef {
      $0.appendCollection(
        kind, style: isBlock ? .block : .flow, parent: parent, range: SourceRange(place, place))
    }
    attach(id)
    nodeCount &+= 1
    frames.append(
      Frame(
        node: id, isMap: kind == .map, isBlock: isBlock, firstEntry: entries.count, firstElement: elements.count))
  }

  /// Opens a collection that has an anchor or a tag, lies too deep or stands in a key's place.
  @inline(never)
  private mutating func beginSlowly(_ event: UnsafePointer<yaml_event_t>, _ kind: NodeKind, _ mark: Int) {
    let anchor = guidelint_event_anchor(event)
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
    open(kind, isBlock: guidelint_event_is_flow(event) == 0, at: start)
    if let anchor {
      let frame = frames.at(frames.count - 1)
      let position = anchors.add(String(cString: anchor), AnchorTable.Anchor(node: frame.pointee.node))
      frame.pointee.anchor = Int32(position)
    }
    if let tag = guidelint_event_tag(event) { checkCollectionTag(tag, kind, mark: mark, end: start) }
  }

  /// Closes the innermost collection where its bracket or its last child ends.
  @inline(never)
  private mutating func end(_ event: UnsafePointer<yaml_event_t>) {
    let last = frames.count - 1
    guard last >= 0 else { return }
    // Only a bracket has a width; everything else ends where its last child does.
    if !frames.at(last).pointee.isBlock, event.pointee.end_mark.index > event.pointee.start_mark.index {
      lastEnd = cursor.offset(of: Int(event.pointee.end_mark.index))
    }
    close(end: lastEnd)
  }

  /// Hands the pending children to the tree and forgets the frame.
  @inline(__always)
  private mutating func close(end: Int) {
    let last = frames.count &- 1
    guard last >= 0 else { return }
    // In place: nothing is pushed to the frames before the last look at it.
    let frame = frames.at(last)
    let node = frame.pointee.node
    frames.truncate(to: last)
    let place = UInt32(truncatingIfNeeded: end)
    reference._withUnsafeGuaranteedRef { $0.update(node) { $0.range.end = max(place, $0.range.start) } }
    if frame.pointee.merges { merge(frame.pointee) }
    if frame.pointee.isMap {
      let first = frame.pointee.firstEntry
      let own = entries.from(first)
      if frame.pointee.merges {
        reference._withUnsafeGuaranteedRef { $0.setEntries(of: node, own) }
      } else {
        reference._withUnsafeGuaranteedRef { $0.setOwnEntries(of: node, own) }
      }
      entries.truncate(to: first)
    } else {
      let first = frame.pointee.firstElement
      let own = elements.from(first)
      reference._withUnsafeGuaranteedRef { $0.setOwnElements(of: node, own) }
      elements.truncate(to: first)
    }
    let height = frame.pointee.height &+ 1
    if frame.pointee.keyIndex >= 0 { keyIndexes.removeLast() }
    if frame.pointee.anchor >= 0 { anchors.complete(Int(frame.pointee.anchor), height: Int(height)) }
    noteHeight(height)
  }

  /// Tells the innermost collection how high a child is.
  @inline(__always)
  mutating func noteHeight(_ height: Int32) {
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
