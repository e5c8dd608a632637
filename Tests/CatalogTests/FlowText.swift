import DataTree
import SourceText

/// Reads flow text, JSON with bare words, into a tree with ranges: enough of YAML for these tests.
struct FlowText {
  private let bytes: [UInt8]
  private var position = 0
  private var builder: TreeBuilder

  static func tree(_ text: String, symbols: SymbolTable = .empty) -> DataTree {
    let tree = DataTree(symbols: symbols)
    var reader = FlowText(text, into: tree)
    reader.value()
    return tree
  }

  private init(_ text: String, into tree: DataTree) {
    bytes = Array(text.utf8)
    builder = TreeBuilder(into: tree)
  }

  private mutating func skip() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09, 0x2C].contains(bytes[position]) { position += 1 }
  }

  private mutating func value() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    let start = position
    switch bytes[position] {
    case 0x7B, 0x5B:
      let isMap = bytes[position] == 0x7B
      position += 1
      let id = builder.begin(isMap ? .map : .list, style: .flow)
      skip()
      while bytes[position] != 0x7D, bytes[position] != 0x5D {
        if isMap { key() }
        value()
        skip()
      }
      position += 1
      builder.end()
      builder.tree.update(id) { $0.range = SourceRange(start..<position) }
    default: scalar()
    }
  }

  private mutating func key() {
    let (text, range, style) = word(isKey: true)
    text.withUnsafeBufferPointer { _ = builder.key($0, style: style, flags: .verbatim, range: range) }
    skip()
    position += 1
  }

  private mutating func scalar() {
    let (text, range, style) = word(isKey: false)
    var kind = NodeKind.string
    var bits: UInt64 = 0
    let string = String(decoding: text, as: UTF8.self)
    if style == .plain {
      if string.isEmpty || string == "null" || string == "~" {
        kind = .null
      } else if string == "true" || string == "false" {
        (kind, bits) = (.bool, string == "true" ? 1 : 0)
      } else if let value = Int64(string) {
        (kind, bits) = (.int, UInt64(bitPattern: value))
      } else if let value = Double(string) {
        (kind, bits) = (.double, value.bitPattern)
      }
    }
    text.withUnsafeBufferPointer {
      _ = builder.scalar(kind, style: style, flags: .verbatim, range: range, text: $0, bits: bits)
    }
  }

  private mutating func word(isKey: Bool) -> ([UInt8], SourceRange, NodeStyle) {
    if isKey { skip() }
    let start = position
    if bytes[position] == 0x22 {
      position += 1
      while bytes[position] != 0x22 { position += bytes[position] == 0x5C ? 2 : 1 }
      position += 1
      let text = bytes[start + 1..<position - 1].filter { $0 != 0x5C }
      return (text, SourceRange(start..<position), .doubleQuoted)
    }
    while position < bytes.count, ![0x2C, 0x7D, 0x5D].contains(bytes[position]) {
      if bytes[position] == 0x3A, isKey || bytes[position + 1] == 0x20 { break }
      position += 1
    }
    var end = position
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return (Array(bytes[start..<end]), SourceRange(start..<end), .plain)
  }
}

/// Prints a tree as compact flow text: limits in `<…>`, supplied values after `+`, wrappers before `^`.
func printed(_ tree: DataTree, _ id: NodeID = .root) -> String {
  let view = tree.view
  let node = view[id]
  let mark = (node.flags.contains(.supplied) ? "+" : "") + (node.flags.contains(.wrapper) ? "^" : "")
  switch node.kind {
  case .map:
    return mark + "{"
      + view.entries(id).map { "\(view.string($0.key)): \(printed(tree, $0.value))" }.joined(separator: ", ") + "}"
  case .list: return mark + "[" + view.elements(id).map { printed(tree, $0) }.joined(separator: ", ") + "]"
  case .string: return mark + "'" + view.string(id) + "'"
  case .opaque: return mark + "<" + view.string(id) + ">"
  case .int: return mark + "\(node.int)"
  case .double: return mark + "\(node.double)"
  case .bool: return mark + "\(node.bool)"
  case .null: return mark + "null"
  }
}
