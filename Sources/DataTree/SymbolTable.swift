/// A map key that is known when the program starts, as an integer; comparing two keys compares two integers.
public struct Symbol: Hashable, Sendable, BitwiseCopyable {
  /// 0 for a key that no schema, path or expression names.
  public let raw: UInt32

  /// Wraps a raw number that a `SymbolTable` gave out.
  @inlinable
  public init(raw: UInt32) { self.raw = raw }

  /// The symbol of every key that the table does not hold; such keys are told apart by their text.
  public static let unknown = Symbol(raw: 0)
}

/// The keys that schemas, paths and expressions name, each with its symbol.
///
/// A table only grows, and only while rules are loaded; freeze it into `SymbolTable` before documents are read.
public final class SymbolTable: Sendable {
  private let names: [String]
  // Open addressing over at least twice as many slots as names; 0 marks a free slot.
  private let slots: [UInt32]
  private let bytes: [UInt8]
  private let offsets: [UInt32]

  /// An empty table, in which every key is unknown.
  public static let empty = SymbolTable(names: [])

  /// Collects keys before documents are read.
  public struct Builder: Sendable {
    private var known: [String: UInt32] = [:]
    private var names: [String] = []

    /// Starts without a key.
    public init() {}

    /// The symbol of a key, new or already known.
    public mutating func intern(_ name: String) -> Symbol {
      if let raw = known[name] { return Symbol(raw: raw) }
      names.append(name)
      known[name] = UInt32(names.count)
      return Symbol(raw: UInt32(names.count))
    }

    /// The table as it is now; symbols given out so far keep their meaning.
    public func freeze() -> SymbolTable { SymbolTable(names: names) }
  }

  init(names: [String]) {
    self.names = names
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for name in names {
      bytes.append(contentsOf: name.utf8)
      offsets.append(UInt32(bytes.count))
    }
    var capacity = 16
    while capacity < names.count * 2 + 2 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity)
    for (index, name) in names.enumerated() {
      var name = name
      var slot = name.withUTF8 { Int(truncatingIfNeeded: SymbolTable.hash($0)) & (capacity - 1) }
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt32(index + 1)
    }
    self.slots = slots
    self.bytes = bytes
    self.offsets = offsets
  }

  /// Number of symbols.
  public var count: Int { names.count }

  /// The key of a symbol; nil for `.unknown` and for symbols of another table.
  public func name(of symbol: Symbol) -> String? {
    symbol.raw >= 1 && symbol.raw <= names.count ? names[Int(symbol.raw) - 1] : nil
  }

  /// The symbol of a key given as UTF-8; `.unknown` when the table does not hold it.
  public func symbol(for key: UnsafeBufferPointer<UInt8>) -> Symbol {
    let mask = slots.count - 1
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: SymbolTable.hash(key)) & mask
      while true {
        let raw = slots[slot]
        if raw == 0 { return .unknown }
        if equals(key, name: Int(raw) - 1) { return Symbol(raw: raw) }
        slot = (slot + 1) & mask
      }
    }
  }

  /// The symbol of a key; `.unknown` when the table does not hold it.
  public func symbol(for key: String) -> Symbol {
    var key = key
    return key.withUTF8 { symbol(for: $0) }
  }

  private func equals(_ key: UnsafeBufferPointer<UInt8>, name index: Int) -> Bool {
    let start = Int(offsets[index])
    let length = Int(offsets[index + 1]) - start
    guard length == key.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for position in 0..<length where bytes[start + position] != key[position] { return false }
      return true
    }
  }

  // FNV-1a: keys are short and not chosen by an attacker (the table's own names decide the probe lengths).
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ (hash >> 15)
  }
}
