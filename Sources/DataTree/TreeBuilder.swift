public import SourceText

/// Builds a tree from nested begin and end calls, as parsers and tests produce them.
public struct TreeBuilder {
  private struct Frame {
    var collection: NodeID
    var isMap: Bool
    var firstChild: Int
    var firstEntry: Int
  }

  /// The tree being built.
  public let tree: DataTree
  private var frames: [Frame] = []
  private var children: [NodeID] = []
  private var pending: [Entry] = []
  private var key: Entry?

  /// Builds into `tree`, which should be empty: the first value becomes its root.
  public init(into tree: DataTree) { self.tree = tree }

  /// Depth of open collections.
  public var depth: Int { frames.count }

  /// Whether the innermost open collection is a map that waits for a key.
  public var expectsKey: Bool { frames.last?.isMap == true && key == nil }

  /// Opens a list or map.
  @discardableResult
  public mutating func begin(
    _ kind: NodeKind, style: NodeStyle = .none, flags: NodeFlags = [], range: SourceRange = SourceRange(0, 0)
  ) -> NodeID {
    let id = tree.appendCollection(kind, style: style, flags: flags, range: range)
    attach(id)
    frames.append(
      Frame(collection: id, isMap: kind == .map, firstChild: children.count, firstEntry: pending.count))
    return id
  }

  /// Closes the innermost collection.
  public mutating func end() {
    guard let frame = frames.popLast() else { return }
    if frame.isMap {
      tree.setEntries(of: frame.collection, pending[frame.firstEntry...])
      pending.removeSubrange(frame.firstEntry...)
    } else {
      tree.setElements(of: frame.collection, children[frame.firstChild...])
      children.removeSubrange(frame.firstChild...)
    }
  }

  /// Writes the key of the next value. Duplicate keys are the caller's to notice.
  @discardableResult
  public mutating func key(
    _ text: UnsafeBufferPointer<UInt8>, style: NodeStyle = .none, flags: NodeFlags = [],
    range: SourceRange = SourceRange(0, 0)
  ) -> NodeID {
    let id = tree.appendScalar(.string, style: style, flags: flags.union(.key), range: range, text: text)
    key = Entry(symbol: tree.symbols.symbol(for: text), key: id, value: id)
    return id
  }

  /// Writes the key of the next value.
  @discardableResult
  public mutating func key(_ text: String) -> NodeID {
    var text = text
    return text.withUTF8 { key($0) }
  }

  /// Writes a scalar.
  @discardableResult
  public mutating func scalar(
    _ kind: NodeKind, style: NodeStyle = .none, flags: NodeFlags = [], range: SourceRange = SourceRange(0, 0),
    text: UnsafeBufferPointer<UInt8>, bits: UInt64 = 0
  ) -> NodeID {
    let id = tree.appendScalar(kind, style: style, flags: flags, range: range, text: text, bits: bits)
    attach(id)
    return id
  }

  /// Writes text.
  @discardableResult
  public mutating func string(_ text: String) -> NodeID {
    var text = text
    return text.withUTF8 { scalar(.string, style: .doubleQuoted, text: $0) }
  }

  /// Writes a whole number.
  @discardableResult
  public mutating func int(_ value: Int64) -> NodeID {
    number(.int, text: String(value), bits: UInt64(bitPattern: value))
  }

  /// Writes a floating-point number.
  @discardableResult
  public mutating func double(_ value: Double) -> NodeID {
    number(.double, text: value.description, bits: value.bitPattern)
  }

  /// Writes a boolean.
  @discardableResult
  public mutating func bool(_ value: Bool) -> NodeID {
    number(.bool, text: value ? "true" : "false", bits: value ? 1 : 0)
  }

  /// Writes a null.
  @discardableResult
  public mutating func null() -> NodeID { number(.null, text: "null", bits: 0) }

  private mutating func number(_ kind: NodeKind, text: String, bits: UInt64) -> NodeID {
    var text = text
    return text.withUTF8 { scalar(kind, style: .plain, text: $0, bits: bits) }
  }

  private mutating func attach(_ id: NodeID) {
    guard let frame = frames.last else { return }
    if frame.isMap {
      guard var entry = key else { return }
      entry.value = id
      pending.append(entry)
      key = nil
    } else {
      children.append(id)
    }
  }
}
