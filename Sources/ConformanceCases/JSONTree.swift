package import DataTree
package import Foundation

/// JSON text as a `DataTree`, read by Foundation, so that libyaml does not judge itself.
///
/// Foundation gives objects as dictionaries, whose order differs from run to run; entries are sorted by key, so that a
/// case comes out the same every time. JSON gives that order no meaning, and no suite does.
package enum JSONTree {
  /// The tree of a JSON text; nil when it is not JSON.
  package static func read(_ text: Data, symbols: SymbolTable = .empty) -> DataTree? {
    guard let value = try? JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed) else { return nil }
    var builder = TreeBuilder(into: DataTree(symbols: symbols))
    write(value, into: &builder)
    return builder.tree
  }

  /// A node and all below it as a tree of its own, whose root it is.
  package static func copy(_ id: NodeID, of view: TreeView, symbols: SymbolTable = .empty) -> DataTree {
    var builder = TreeBuilder(into: DataTree(symbols: symbols))
    copy(id, of: view, into: &builder)
    return builder.tree
  }

  /// Whether two nodes are the same JSON value: numbers by their value, objects without regard to order.
  package static func areEqual(_ left: NodeID, in view: TreeView, _ right: NodeID, in other: TreeView) -> Bool {
    let node = view[left]
    let counterpart = other[right]
    switch (node.kind, counterpart.kind) {
    case (.int, .double): return Double(node.int) == counterpart.double
    case (.double, .int): return node.double == Double(counterpart.int)
    case (.double, .double): return node.double == counterpart.double
    case (let kind, let otherKind) where kind != otherKind: return false
    case (.null, _): return true
    case (.bool, _), (.int, _): return node.bits == counterpart.bits
    case (.list, _):
      let (elements, others) = (view.elements(left), other.elements(right))
      return elements.count == others.count
        && zip(elements, others).allSatisfy { areEqual($0, in: view, $1, in: other) }
    case (.map, _):
      return node.count == counterpart.count
        && view.entries(left).allSatisfy { entry in
          other.value(of: right, at: view.text(entry.key)).map {
            areEqual(entry.value, in: view, $0, in: other)
          } ?? false
        }
    default: return equalBytes(view.text(left), other.text(right))
    }
  }

  /// A node as compact JSON text, for the report of a failing case.
  package static func text(_ id: NodeID, in view: TreeView) -> String {
    switch view.kind(id) {
    case .list: "[" + view.elements(id).map { text($0, in: view) }.joined(separator: ",") + "]"
    case .map:
      "{" + view.entries(id).map { text($0.key, in: view) + ":" + text($0.value, in: view) }.joined(separator: ",")
        + "}"
    case .string, .opaque: "\"\(view.string(id))\""
    case .null, .bool, .int, .double: view.string(id)
    }
  }

  /// Writes a node and all below it into another tree.
  private static func copy(_ id: NodeID, of view: TreeView, into builder: inout TreeBuilder) {
    let node = view[id]
    switch node.kind {
    case .list:
      builder.begin(.list)
      for element in view.elements(id) { copy(element, of: view, into: &builder) }
      builder.end()
    case .map:
      builder.begin(.map)
      for entry in view.entries(id) {
        builder.key(view.text(entry.key))
        copy(entry.value, of: view, into: &builder)
      }
      builder.end()
    default: builder.scalar(node.kind, style: node.style, text: view.text(id), bits: node.bits)
    }
  }

  /// Writes what Foundation made of a value; the type is generic because Foundation does not name it.
  private static func write<Value>(_ value: Value, into builder: inout TreeBuilder) {
    switch value {
    case let text as String: builder.string(text)
    case let number as NSNumber: write(number, into: &builder)
    case let elements as NSArray:
      builder.begin(.list)
      for element in elements { write(element, into: &builder) }
      builder.end()
    case let members as NSDictionary:
      builder.begin(.map)
      for key in members.allKeys.compactMap({ $0 as? String }).sorted() {
        builder.key(key)
        write(members[key] ?? NSNull(), into: &builder)
      }
      builder.end()
    default: builder.null()
    }
  }

  /// Writes a number as it was written: `1.0` stays a double, and what 64 bits do not hold becomes one.
  private static func write(_ number: NSNumber, into builder: inout TreeBuilder) {
    // A boolean is a number to Foundation, of the type that C calls char.
    switch String(cString: number.objCType) {
    case "c", "B": builder.bool(number.boolValue)
    case "f", "d": builder.double(number.doubleValue)
    default:
      if let whole = Int64(exactly: number) { builder.int(whole) } else { builder.double(number.doubleValue) }
    }
  }
}
