/// A map key that is known when the program starts, as an integer; comparing two keys compares two integers.
public struct Symbol: Hashable, Sendable, BitwiseCopyable {
  /// 0 for a key that no schema, path or expression names.
  public let raw: UInt32

  /// Wraps a raw number that a `SymbolTable` gave out.
  @inlinable
  public init(raw: UInt32) { self.raw = raw }

  /// The symbol of every key that the table does not hold; such keys are told apart by their text.
  @inlinable public static var unknown: Symbol { Symbol(raw: 0) }

  /// The symbol's bit in the set of a map's keys that `Node.bits` holds; several symbols share one.
  @inlinable @inline(__always)
  public var keyBit: UInt64 { 1 << UInt64(raw & 63) }
}

/// The keys that schemas, paths and expressions name, each with its symbol.
///
/// A table only grows, and only while rules are loaded; freeze it into `SymbolTable` before documents are read.
public final class SymbolTable: Sendable {
  private let names: [String]
  // Every key of every document is looked up here, so the tables are plain memory, written in `init` only.
  /// Symbols by hash: open addressing over at least twice as many slots as names, 0 for a free one.
  @usableFromInline nonisolated(unsafe) let slots: UnsafeMutablePointer<UInt32>
  /// Number of slots less one.
  @usableFromInline let mask: Int
  /// The names one after another.
  @usableFromInline nonisolated(unsafe) let bytes: UnsafeMutablePointer<UInt8>
  /// Where each name begins, and where the last one ends.
  @usableFromInline nonisolated(unsafe) let offsets: UnsafeMutablePointer<UInt32>

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

  /// Lays the names out in one block, so that a symbol's bytes are found without an allocation.
  init(names: [String]) {
    self.names = names
    var capacity = 16
    while capacity < names.count * 2 + 2 { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    bytes = .allocate(capacity: names.reduce(1) { $0 + $1.utf8.count })
    offsets = .allocate(capacity: names.count + 1)
    offsets[0] = 0
    for (index, name) in names.enumerated() {
      let start = Int(offsets[index])
      for (position, byte) in name.utf8.enumerated() { bytes[start + position] = byte }
      offsets[index + 1] = UInt32(start + name.utf8.count)
      let key = UnsafeBufferPointer(start: UnsafePointer(bytes + start), count: name.utf8.count)
      var slot = Int(truncatingIfNeeded: SymbolTable.hash(key)) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  deinit {
    slots.deallocate()
    bytes.deallocate()
    offsets.deallocate()
  }

  /// Number of symbols.
  public var count: Int { names.count }

  /// The key of a symbol; nil for `.unknown` and for symbols of another table.
  public func name(of symbol: Symbol) -> String? {
    symbol.raw >= 1 && symbol.raw <= names.count ? names[Int(symbol.raw) - 1] : nil
  }

  /// The symbol of a key given as UTF-8; `.unknown` when the table does not hold it.
  @inlinable
  public func symbol(for key: UnsafeBufferPointer<UInt8>) -> Symbol {
    var slot = Int(truncatingIfNeeded: SymbolTable.hash(key)) & mask
    while true {
      let raw = slots[slot]
      if raw == 0 { return .unknown }
      let start = Int(offsets[Int(raw) - 1])
      let name = UnsafeBufferPointer(start: UnsafePointer(bytes + start), count: Int(offsets[Int(raw)]) - start)
      if equalBytes(key, name) { return Symbol(raw: raw) }
      slot = (slot + 1) & mask
    }
  }

  /// The symbol of a key; `.unknown` when the table does not hold it.
  public func symbol(for key: String) -> Symbol {
    var key = key
    return key.withUTF8 { symbol(for: $0) }
  }

  /// By words of eight bytes, of which nearly every key has one or two; keys are not chosen by an attacker (the table's
  /// own names decide the probe lengths).
  @inlinable
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    guard let base = bytes.baseAddress else { return 0 }
    var offset = 0
    while offset + 8 < bytes.count {
      hash = mix(hash, UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
      offset += 8
    }
    return UInt32(truncatingIfNeeded: mix(hash, lastWord(base + offset, bytes.count - offset)) >> 32)
  }

  /// Takes one word more into a hash.
  @inlinable @inline(__always)
  static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 29)
  }

  /// Up to eight bytes as one number that differs for different bytes of one count.
  @inlinable @inline(__always)
  static func lastWord(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(base)
    if count == 8 { return raw.loadUnaligned(as: UInt64.self) }
    if count >= 4 {
      // The two halves overlap where there are fewer than eight.
      let high = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return UInt64(raw.loadUnaligned(as: UInt32.self)) | high << 32
    }
    guard count > 0 else { return 0 }
    return UInt64(base[0]) | UInt64(base[count >> 1]) << 8 | UInt64(base[count - 1]) << 16
  }
}
