/// One step of a pattern that needs no engine: a set of bytes, repeated.
struct PatternItem: BitwiseCopyable {
  /// The bytes admitted, as 256 bits.
  var set: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// Fewest repetitions.
  var minimum: Int32 = 1
  /// Most repetitions.
  var maximum: Int32 = 1

  /// Takes the steps one after the other, each as far as it goes.
  /// - Parameter isWhole: whether they must reach the end of the text.
  static func match(
    _ items: UnsafeBufferPointer<PatternItem>, isWhole: Bool, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let base = items.baseAddress else { return !isWhole || text.isEmpty }
    var position = 0
    for index in items.indices {
      let (minimum, maximum) = (items[index].minimum, items[index].maximum)
      // The set comes first in a step; read in place, because a copy would cost each byte a choice among four words.
      let set = UnsafeRawPointer(base + index)
      var count: Int32 = 0
      while count < maximum, position < text.count {
        let byte = text[position]
        let word = set.load(fromByteOffset: Int(byte >> 6) * 8, as: UInt64.self)
        guard word &>> UInt64(byte & 63) & 1 == 1 else { break }
        position &+= 1
        count &+= 1
      }
      if count < minimum { return false }
    }
    return !isWhole || position == text.count
  }

  /// Admits a byte.
  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: set.0 |= bit
    case 1: set.1 |= bit
    case 2: set.2 |= bit
    default: set.3 |= bit
    }
  }

  /// Whether no byte is admitted by both.
  func isDisjoint(with other: PatternItem) -> Bool {
    set.0 & other.set.0 == 0 && set.1 & other.set.1 == 0 && set.2 & other.set.2 == 0 && set.3 & other.set.3 == 0
  }
}

/// Reads patterns such as `^x-` and `^[a-z0-9][a-z0-9-]*$`, which greedy steps over bytes match without an engine.
struct SimplePattern {
  /// The steps, all anchored at the start of the text.
  private(set) var items: [PatternItem] = []
  /// Whether the text must end with the last step.
  private(set) var isWhole = false
  /// The pattern as written.
  private let input: [UInt8]
  /// Offset of the next byte to read, after `^`.
  private var index = 1

  /// Reads an ECMA-262 pattern; nil where greedy steps could differ from what it means.
  init?(_ pattern: String) {
    input = Array(pattern.utf8)
    guard input.first == 0x5E else { return nil }
    while index < input.count {
      if input[index] == 0x24, index == input.count - 1 {
        isWhole = true
        break
      }
      guard var item = nextSet(), readRepetition(into: &item) else { return nil }
      items.append(item)
    }
    for (item, next) in zip(items, items.dropFirst()) {
      // Greed is only safe where what follows cannot begin with a byte that is taken.
      if item.minimum != item.maximum, next.minimum == 0 || !item.isDisjoint(with: next) { return nil }
    }
  }

  /// Reads a byte, an escape or a class; nil for anything with a meaning of its own.
  private mutating func nextSet() -> PatternItem? {
    var item = PatternItem()
    let byte = input[index]
    index += 1
    switch byte {
    case 0x5B: return readClass()
    case 0x5C:
      guard index < input.count else { return nil }
      let escaped = input[index]
      index += 1
      if escaped == 0x64 {
        for digit in UInt8(0x30)...0x39 { item.insert(digit) }
      } else if "-./:_@#".utf8.contains(escaped) {
        item.insert(escaped)
      } else {
        return nil
      }
    case _ where "^$.*+?()|{}]".utf8.contains(byte): return nil
    default:
      // The bytes of a character beyond ASCII follow each other, but only the whole could be repeated.
      if byte >= 0x80, index < input.count, "*+?{".utf8.contains(input[index]) { return nil }
      item.insert(byte)
    }
    return item
  }

  /// Reads a class of ASCII characters.
  private mutating func readClass() -> PatternItem? {
    var item = PatternItem()
    guard index < input.count, input[index] != 0x5E, input[index] != 0x5D else { return nil }
    while index < input.count, input[index] != 0x5D {
      guard let low = classByte() else { return nil }
      if index + 1 < input.count, input[index] == 0x2D, input[index + 1] != 0x5D {
        index += 1
        guard let high = classByte(), high >= low else { return nil }
        for byte in low...high { item.insert(byte) }
      } else {
        item.insert(low)
      }
    }
    guard index < input.count else { return nil }
    index += 1
    return item
  }

  /// Reads one end of a range in a class.
  private mutating func classByte() -> UInt8? {
    guard index < input.count else { return nil }
    var byte = input[index]
    index += 1
    if byte == 0x5C {
      guard index < input.count, "-./:_@#\\]^".utf8.contains(input[index]) else { return nil }
      byte = input[index]
      index += 1
    }
    return byte < 0x80 && byte != 0x5B ? byte : nil
  }

  /// Reads `*`, `+`, `?` or counts; false where the engine is needed.
  private mutating func readRepetition(into item: inout PatternItem) -> Bool {
    guard index < input.count else { return true }
    switch input[index] {
    case 0x2A: (item.minimum, item.maximum) = (0, .max)
    case 0x2B: (item.minimum, item.maximum) = (1, .max)
    case 0x3F: (item.minimum, item.maximum) = (0, 1)
    case 0x7B: return readCounts(into: &item)
    default: return true
    }
    index += 1
    // Lazy repetition means the same where the whole text decides, but is left to the engine.
    return index >= input.count || !"*+?{".utf8.contains(input[index])
  }

  /// Reads `{2}`, `{2,}` or `{2,3}`.
  private mutating func readCounts(into item: inout PatternItem) -> Bool {
    guard let end = input[index...].firstIndex(of: 0x7D) else { return false }
    let parts = input[(index + 1)..<end].split(separator: 0x2C, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
    let numbers = parts.map { Int32(String(decoding: $0, as: UTF8.self)) }
    guard (1...2).contains(parts.count), let low = numbers[0], low >= 0 else { return false }
    item.minimum = low
    if parts.count == 1 {
      item.maximum = low
    } else if parts[1].isEmpty {
      item.maximum = .max
    } else {
      guard let high = numbers[1], high >= low else { return false }
      item.maximum = high
    }
    index = end + 1
    return index >= input.count || !"*+?{".utf8.contains(input[index])
  }
}
