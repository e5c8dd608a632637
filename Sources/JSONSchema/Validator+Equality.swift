internal import DataTree

extension Validator {
  /// Deepest nesting that is compared; readers of documents refuse deeper ones.
  private static let maxComparedDepth = 256

  /// The text of a constant.
  func text(of constant: Constant) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: tables.text.base + Int(constant.first), count: Int(constant.count))
  }

  /// Whether a value equals a constant of the schema; 1 equals 1.0, the order of keys does not matter.
  mutating func equals(_ index: Int32, _ node: NodeID, depth: Int) -> Bool {
    let constant = tables.constants[index]
    let value = view[node]
    guard spend(1) else { return false }
    switch (constant.shape, value.kind) {
    case (.null, .null): return true
    case (.bool, .bool): return (constant.bits != 0) == value.bool
    case (.int, .int), (.int, .double), (.double, .int), (.double, .double):
      let left =
        constant.shape == .int
        ? NumberValue.int(Int64(bitPattern: constant.bits)) : .double(Double(bitPattern: constant.bits))
      return view.number(node).map { $0.equals(left) } ?? false
    case (.string, .string), (.string, .opaque): return equalBytes(text(of: constant), view.text(node))
    case (.list, .list):
      guard constant.count == Int32(value.count) else { return false }
      for (offset, element) in view.elements(node).enumerated()
      where !equals(tables.children[constant.first + Int32(offset)], element, depth: depth + 1) { return false }
      return true
    case (.map, .map):
      guard constant.count == Int32(value.count) else { return false }
      for offset in 0..<constant.count {
        let key = tables.constants[tables.children[constant.first + 2 * offset]]
        guard let child = view.value(of: node, at: text(of: key)),
          equals(tables.children[constant.first + 2 * offset + 1], child, depth: depth + 1)
        else { return false }
      }
      return true
    default: return false
    }
  }

  /// The first two equal elements of a list, as positions.
  mutating func duplicates(_ elements: UnsafeBufferPointer<NodeID>) -> (first: Int, second: Int)? {
    if elements.count <= 16 {
      for second in elements.indices {
        for first in 0..<second where equals(elements[first], elements[second], depth: 0) { return (first, second) }
      }
      return nil
    }
    // Long lists are sorted by a hash that equal values share, so that work does not grow with the square.
    var hashed = elements.indices.map { (hash: hash(elements[$0], depth: 0), position: $0) }
    hashed.sort { ($0.hash, $0.position) < ($1.hash, $1.position) }
    var best: (first: Int, second: Int)?
    var start = 0
    for index in hashed.indices {
      if hashed[index].hash != hashed[start].hash { start = index }
      for earlier in start..<index {
        let (first, second) = (hashed[earlier].position, hashed[index].position)
        if let best, best.second <= second { break }
        if equals(elements[first], elements[second], depth: 0) { best = (first, second) }
      }
    }
    return best
  }

  /// Whether two values of the document are equal.
  private mutating func equals(_ left: NodeID, _ right: NodeID, depth: Int) -> Bool {
    guard depth < Self.maxComparedDepth, spend(1) else { return false }
    let (first, second) = (view[left], view[right])
    switch (first.kind, second.kind) {
    case (.null, .null): return true
    case (.bool, .bool): return first.bool == second.bool
    case (.int, .int), (.int, .double), (.double, .int), (.double, .double):
      guard let one = view.number(left), let other = view.number(right) else { return false }
      return one.equals(other)
    case (.string, .string), (.string, .opaque), (.opaque, .string), (.opaque, .opaque):
      return equalBytes(view.text(left), view.text(right))
    case (.list, .list):
      guard first.count == second.count else { return false }
      for (one, other) in zip(view.elements(left), view.elements(right))
      where !equals(one, other, depth: depth + 1) { return false }
      return true
    case (.map, .map):
      guard first.count == second.count else { return false }
      for (position, entry) in view.entries(left).enumerated() {
        guard let other = counterpart(of: entry, at: position, in: right),
          equals(entry.value, other, depth: depth + 1)
        else { return false }
      }
      return true
    default: return false
    }
  }

  /// The value under the same key of another mapping, which mostly stands at the same position.
  private mutating func counterpart(of entry: Entry, at position: Int, in map: NodeID) -> NodeID? {
    let candidate = view.entries(map)[position]
    if equalBytes(view.text(candidate.key), view.text(entry.key)) { return candidate.value }
    // A search costs as much work as it passes keys.
    guard spend(Int(view[map].count) / 16) else { return nil }
    return view.value(of: map, at: view.text(entry.key))
  }

  /// A number that equal values share.
  private func hash(_ node: NodeID, depth: Int) -> UInt64 {
    let value = view[node]
    var result: UInt64 = 14_695_981_039_346_656_037
    switch value.kind {
    case .null: result = 1
    case .bool: result = value.bool ? 2 : 3
    case .int: result = mix(Double(value.int).bitPattern)
    // Both zeros are equal, so they share a hash.
    case .double: result = mix(value.double == 0 ? 0 : value.double.bitPattern)
    case .string, .opaque:
      for byte in view.text(node) { result = (result ^ UInt64(byte)) &* 1_099_511_628_211 }
    case _ where depth > 8: result = UInt64(value.count)
    case .list:
      for element in view.elements(node) { result = mix(result &+ hash(element, depth: depth + 1)) }
    case .map:
      // A sum, because the order of keys does not matter.
      for entry in view.entries(node) {
        result = result &+ mix(hash(entry.key, depth: depth + 1) ^ mix(hash(entry.value, depth: depth + 1)))
      }
    }
    return result
  }

  /// Spreads bits over the whole word.
  private func mix(_ bits: UInt64) -> UInt64 {
    let product = (bits ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    return product ^ (product >> 29)
  }
}
