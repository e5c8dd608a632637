public import SourceText

extension TreeView {
  /// What a diagnostic on a node underlines: a scalar itself, a collection's key, an element's first line, and for the
  /// root the value of `id`, else of `kind`. A node that is not in the document stands for its deepest written parent.
  public func underline(_ id: NodeID, in source: SourceFile) -> SourceRange {
    let written = deepestWritten(id)
    let node = self[written]
    guard node.isCollection else { return node.range }
    if written == .root { return rootUnderline(in: source) }
    let holder = pathParent(written)
    if let entry = entries(holder.parent).first(where: { $0.value == holder.child }), entry.key != entry.value {
      return self[entry.key].range
    }
    return firstLine(of: node.range, in: source)
  }

  /// The node itself, or its nearest ancestor that the document spells out (defaults and registries do not).
  public func deepestWritten(_ id: NodeID) -> NodeID {
    var current = id
    while current != .root, self[current].flags.contains(.supplied) { current = self[current].parent }
    // A wrapper stands for the written form inside it.
    while self[current].flags.contains(.wrapper), let inner = writtenChild(of: current) { current = inner }
    return current
  }

  /// The parent that a written path goes through, skipping wrappers, and the child of it that leads to `id`.
  public func pathParent(_ id: NodeID) -> (parent: NodeID, child: NodeID) {
    var child = id
    var parent = self[id].parent
    while parent != .root, self[parent].flags.contains(.wrapper) {
      child = parent
      parent = self[parent].parent
    }
    return (parent, child)
  }

  private func writtenChild(of id: NodeID) -> NodeID? {
    for entry in entries(id) where !self[entry.value].flags.contains(.supplied) { return entry.value }
    for element in elements(id) where !self[element].flags.contains(.supplied) { return element }
    return nil
  }

  private func rootUnderline(in source: SourceFile) -> SourceRange {
    for name in ["id", "kind"] {
      if let value = value(of: .root, at: name), !self[value].isCollection { return self[value].range }
    }
    return firstLine(of: self[.root].range, in: source)
  }

  private func firstLine(of range: SourceRange, in source: SourceFile) -> SourceRange {
    let end = min(Int(range.end), source.bytes.count)
    var index = min(Int(range.start), end)
    while index < end, source.bytes[index] != 0x0A, source.bytes[index] != 0x0D { index += 1 }
    while index > Int(range.start), source.bytes[index - 1] == 0x20 || source.bytes[index - 1] == 0x09 { index -= 1 }
    return SourceRange(range.start, UInt32(index))
  }
}
