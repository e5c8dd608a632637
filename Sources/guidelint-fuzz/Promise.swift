import DataTree
import Diagnostics
import Foundation
import SourceText

/// Ends the process, so that libFuzzer keeps the input, where a parser broke a promise.
func expect(_ holds: Bool, _ promise: @autoclosure () -> String) {
  guard !holds else { return }
  FileHandle.standardError.write(Data("BROKEN PROMISE: \(promise())\n".utf8))
  abort()
}

/// Diagnostics lie inside their input and say something in both languages.
func expectSound(_ diagnostics: [Diagnostic], in length: Int) {
  for diagnostic in diagnostics {
    expectInside(diagnostic.range, length, diagnostic.id)
    expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty, "\(diagnostic.id) has a message")
    for label in diagnostic.related where label.file == nil {
      expectInside(label.range, length, "\(diagnostic.id), related")
    }
  }
}

/// A range lies inside an input.
func expectInside(_ range: SourceRange, _ length: Int, _ name: @autoclosure () -> String) {
  expect(range.start <= range.end && Int(range.end) <= length, "\(name()): \(range.start)..<\(range.end) of \(length)")
}

/// Nodes lie inside the file, children inside their parents, and ranges begin and end between characters.
func expectSound(_ view: TreeView, in bytes: [UInt8]) {
  // What a merge key held is left behind, its entries moved.
  var isReachable = [Bool](repeating: false, count: view.nodeCount)
  isReachable[0] = true
  for index in 0..<UInt32(view.nodeCount) where isReachable[Int(index)] {
    let id = NodeID(index)
    let node = view[id]
    for entry in view.entries(id) {
      (isReachable[Int(entry.key.index)], isReachable[Int(entry.value.index)]) = (true, true)
    }
    for element in view.elements(id) { isReachable[Int(element.index)] = true }
    expectInside(node.range, bytes.count, "node \(index)")
    expect(isBoundary(Int(node.range.start), bytes), "node \(index) starts between characters")
    expect(isBoundary(Int(node.range.end), bytes), "node \(index) ends between characters")
    expect(id == .root ? node.parent == .root : node.parent < id, "node \(index) follows its parent")
    for entry in view.entries(id) { expectChildren([entry.key, entry.value], of: id, in: view) }
    expectChildren(view.elements(id), of: id, in: view)
  }
}

/// Children know their parent and lie inside it, unless an alias brought them from elsewhere.
private func expectChildren(_ children: some Sequence<NodeID>, of parent: NodeID, in view: TreeView) {
  let outer = view[parent]
  for child in children {
    let inner = view[child]
    expect(inner.parent == parent, "node \(child.index) knows its parent \(parent.index)")
    guard !inner.flags.contains(.behindAlias), !outer.flags.contains(.behindAlias) else { continue }
    expect(
      inner.range.start >= outer.range.start && inner.range.end <= outer.range.end,
      "node \(child.index) at \(inner.range.offsets) lies in \(parent.index) at \(outer.range.offsets)")
  }
}

/// Whether an offset does not stand inside a character.
private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
  offset >= bytes.count || bytes[offset] & 0xC0 != 0x80
}
