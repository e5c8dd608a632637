import CLibYAML
import DataTree
import Diagnostics
import SourceText

extension DocumentBuilder {
  /// Takes an alias: a copy of the anchored subtree stands in its place.
  mutating func alias(_ event: UnsafePointer<yaml_event_t>) {
    let start = cursor.offset(of: Int(event.pointee.start_mark.index))
    let end = cursor.offset(of: Int(event.pointee.end_mark.index))
    let name = guidelint_event_anchor(event).map { String(cString: $0) } ?? ""
    let isKey = expectsKey
    lastEnd = end
    guard let anchored = resolve(name, start..<end) else {
      let empty = UnsafeBufferPointer(rebasing: bytes[start..<start])
      guard isKey else {
        attach(tree.appendScalar(.null, style: .plain, parent: parent, range: SourceRange(start..<end), text: empty))
        return
      }
      let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
      let id = tree.appendScalar(
        .string, style: .plain, flags: [.key, .verbatim], parent: parent, range: SourceRange(start..<end), text: text)
      return setKey(Entry(symbol: .unknown, key: id, value: id), text, range: start..<end)
    }
    if isKey { return aliasKey(anchored.node, start..<end) }
    guard frames.count + anchored.height <= limits.depth else { return abandonDepth(at: start) }
    guard let root = copy(anchored.node, parent: parent, flags: .behindAlias, token: start..<end) else { return }
    tree.noteAlias(root, range: SourceRange(start..<end))
    aliasRanges[root] = SourceRange(start..<end)
    attach(root)
    noteHeight(Int32(anchored.height))
  }

  /// The anchored node, or nil after a report.
  private mutating func resolve(_ name: String, _ token: Range<Int>) -> (node: NodeID, height: Int)? {
    guard let anchor = anchors.find(name) else {
      let nearest = nearestName(to: name, among: anchors.names)
      log.report("yaml-unknown-alias", .error, token, Messages.unknownAlias(name, nearest: nearest))
      return nil
    }
    // Inside a key that was refused: that has been reported.
    guard let node = anchor.node else { return nil }
    guard anchor.isComplete else {
      log.report("yaml-unknown-alias", .error, token, Messages.recursiveAlias(name))
      return nil
    }
    return (node, anchor.height)
  }

  /// Takes an alias in a key's place.
  private mutating func aliasKey(_ node: NodeID, _ token: Range<Int>) {
    if tree.view[node].isCollection { return complexKey(token) }
    guard let id = copy(node, parent: parent, flags: [.behindAlias, .key], token: token) else { return }
    tree.noteAlias(id, range: SourceRange(token))
    let view = tree.view
    let text = view.text(id)
    setKey(Entry(symbol: symbol(for: text), key: id, value: id), text, range: token)
  }

  /// Copies a subtree; its depth is bounded, as that of everything in the tree. Nil when a bound is reached.
  private mutating func copy(_ id: NodeID, parent: NodeID, flags: NodeFlags, token: Range<Int>) -> NodeID? {
    aliasNodes += 1
    nodeCount += 1
    guard !isAbandoned, aliasNodes <= limits.aliasNodes else {
      abandonAliases(at: token)
      return nil
    }
    let node = tree.view[id]
    let kept = node.flags.intersection([.verbatim]).union(flags)
    let copied = tree.appendCopy(of: id, flags: kept, parent: parent)
    if node.isCollection, !copyChildren(of: id, node, to: copied, token) { return nil }
    return copied
  }

  /// Copies the children of a collection; false when a bound is reached.
  private mutating func copyChildren(of id: NodeID, _ node: Node, to copied: NodeID, _ token: Range<Int>) -> Bool {
    let firstEntry = entries.count
    let firstElement = elements.count
    defer {
      entries.truncate(to: firstEntry)
      elements.truncate(to: firstElement)
    }
    for position in 0..<Int(node.count) {
      // A fresh view at each step, because copying moves the arenas.
      if node.kind == .map {
        let entry = tree.view.entries(id)[position]
        guard let key = copy(entry.key, parent: copied, flags: [.behindAlias, .key], token: token),
          let value = copy(entry.value, parent: copied, flags: .behindAlias, token: token)
        else { return false }
        entries.append(Entry(symbol: entry.symbol, key: key, value: value))
      } else {
        guard let element = copy(tree.view.elements(id)[position], parent: copied, flags: .behindAlias, token: token)
        else { return false }
        elements.append(element)
      }
    }
    if node.kind == .map {
      tree.setEntries(of: copied, entries.from(firstEntry))
    } else {
      tree.setElements(of: copied, elements.from(firstElement))
    }
    return true
  }

  /// Ends reading where aliases have multiplied too far.
  private mutating func abandonAliases(at token: Range<Int>) {
    guard !isAbandoned else { return }
    isAbandoned = true
    log.report("yaml-alias-limit", .error, token, Messages.aliasLimit(limits.aliasNodes))
  }

  // MARK: Merge keys

  /// Replaces the entry `<<` by the entries of its mappings whose keys the mapping does not have; the first mapping that
  /// has a key supplies it. An alias under `<<` has been copied already, so its entries are moved.
  mutating func merge(_ frame: Frame) {
    let view = tree.view
    guard
      let position = (frame.firstEntry..<entries.count).first(where: {
        let key = view[entries.at($0).pointee.key]
        return key.style == .plain && key.count == 2 && view.string(entries.at($0).pointee.key) == "<<"
      })
    else { return }
    let value = entries.at(position).pointee.value
    var sources: [NodeID] = []
    switch view.kind(value) {
    case .map: sources = [value]
    case .list:
      sources = Array(view.elements(value))
      guard sources.allSatisfy({ view.kind($0) == .map }) else { return }
    default: return
    }
    entries.remove(at: position)
    var own = KeyIndex()
    let present = entries.from(frame.firstEntry)
    for index in present.indices {
      _ = own.insert(view.text(present[index].key), at: index, in: present, view: view)
    }
    for source in sources { move(from: source, behind: aliasRanges[source] ?? aliasRanges[value], frame, &own) }
  }

  /// Appends the entries of a merged mapping that the mapping does not have.
  private mutating func move(from source: NodeID, behind alias: SourceRange?, _ frame: Frame, _ own: inout KeyIndex) {
    let view = tree.view
    for entry in view.entries(source) {
      let present = entries.from(frame.firstEntry)
      let known = own.insert(view.text(entry.key), at: present.count, in: present, view: view)
      guard known == nil else { continue }
      entries.append(entry)
      guard let alias else { continue }
      tree.noteAlias(entry.key, range: alias)
      tree.noteAlias(entry.value, range: alias)
    }
  }
}
