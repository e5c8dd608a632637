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
  /// Names by hash: open addressing over at least twice as many slots as names.
  @usableFromInline nonisolated(unsafe) let slots: UnsafeMutablePointer<Slot>
  /// Number of slots less one.
  @usableFromInline let mask: Int
  /// The names one after another.
  @usableFromInline nonisolated(unsafe) let bytes: UnsafeMutablePointer<UInt8>
  /// Where each name begins, and where the last one ends.
  @usableFromInline nonisolated(unsafe) let offsets: UnsafeMutablePointer<UInt32>

  /// A name where a lookup arrives: its ends tell nearly all names apart, and all of sixteen bytes and fewer.
  @usableFromInline
  struct Slot: BitwiseCopyable {
    /// Both ends of the name.
    @usableFromInline var ends: KeyEnds
    /// Bytes of the name.
    @usableFromInline var count: UInt32
    /// The symbol; 0 for a free slot.
    @usableFromInline var raw: UInt32

    /// Fills a slot.
    init(ends: KeyEnds, count: UInt32, raw: UInt32) {
      self.ends = ends
      self.count = count
      self.raw = raw
    }
  }

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
    slots.initialize(repeating: Slot(ends: KeyEnds(first: 0, last: 0), count: 0, raw: 0), count: capacity)
    bytes = .allocate(capacity: names.reduce(1) { $0 + $1.utf8.count })
    offsets = .allocate(capacity: names.count + 1)
    offsets[0] = 0
    for (index, name) in names.enumerated() {
      let start = Int(offsets[index])
      for (position, byte) in name.utf8.enumerated() { bytes[start + position] = byte }
      offsets[index + 1] = UInt32(start + name.utf8.count)
      let key = UnsafeBufferPointer(start: UnsafePointer(bytes + start), count: name.utf8.count)
      let ends = KeyEnds(key)
      var slot = ends.hash(count: key.count) & mask
      while slots[slot].raw != 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(ends: ends, count: UInt32(key.count), raw: UInt32(index + 1))
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
  public func symbol(for key: UnsafeBufferPointer<UInt8>) -> Symbol { symbol(for: key, ends: KeyEnds(key)) }

  /// The same where the ends of the key are at hand.
  ///
  /// Keys are not chosen by an attacker here: the table's own names decide how many slots a lookup passes.
  @inlinable @inline(__always)
  public func symbol(for key: UnsafeBufferPointer<UInt8>, ends: KeyEnds) -> Symbol {
    let count = UInt32(truncatingIfNeeded: key.count)
    var slot = ends.hash(count: key.count) & mask
    while true {
      let found = slots + slot
      if found.pointee.ends == ends, found.pointee.count == count {
        let raw = found.pointee.raw
        if count <= 16 || isName(raw, key) { return Symbol(raw: raw) }
      }
      // The empty key is like a free slot, whose symbol is that of unknown keys.
      if found.pointee.raw == 0 { return .unknown }
      slot = (slot &+ 1) & mask
    }
  }

  /// Whether a key is the name of a symbol.
  @usableFromInline
  func isName(_ raw: UInt32, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(offsets[Int(raw) - 1])
    return equalBytes(key, UnsafeBufferPointer(start: UnsafePointer(bytes + start), count: key.count))
  }

  /// The symbol of a key; `.unknown` when the table does not hold it.
  public func symbol(for key: String) -> Symbol {
    var key = key
    return key.withUTF8 { symbol(for: $0) }
  }
}

/// The first and the last eight bytes of a key as numbers: all of it up to sixteen bytes.
public struct KeyEnds: Equatable, Sendable, BitwiseCopyable {
  /// The first eight bytes, the first of them lowest; zeros behind a shorter key.
  public let first: UInt64
  /// The last eight bytes of a key that has more than eight; 0 for others.
  public let last: UInt64

  /// Wraps words that were read already.
  @inlinable
  init(first: UInt64, last: UInt64) {
    self.first = first
    self.last = last
  }

  /// Reads both ends of a key.
  @inlinable
  public init(_ key: UnsafeBufferPointer<UInt8>) {
    guard let base = key.baseAddress, key.count > 0 else {
      self.init(first: 0, last: 0)
      return
    }
    if key.count > 8 {
      self.init(first: word(base, at: 0), last: word(base, at: key.count - 8))
    } else {
      self.init(first: KeyEnds.shortWord(base, key.count), last: 0)
    }
  }

  /// Reads both ends of a key that is not empty, behind whose start at least eight bytes can be read.
  @inlinable @inline(__always)
  public init(readable base: UnsafePointer<UInt8>, count: Int) {
    let start = word(base, at: 0)
    if count > 8 {
      self.init(first: start, last: word(base, at: count - 8))
    } else {
      self.init(first: start & (UInt64.max &>> UInt64(truncatingIfNeeded: (8 &- count) &* 8)), last: 0)
    }
  }

  /// A number from which a slot follows.
  @inlinable @inline(__always)
  func hash(count: Int) -> Int { Int(truncatingIfNeeded: mixed(count) >> 40) }

  /// One of 64 bits, the same for the same key: two keys with different bits are different.
  @inlinable @inline(__always)
  public func bit(count: Int) -> UInt64 { 1 &<< (mixed(count) >> 58) }

  /// All in one number, whose high bits depend on every byte of the ends.
  @inlinable @inline(__always)
  func mixed(_ count: Int) -> UInt64 {
    (first ^ (last &<< 23 | last &>> 41) ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Up to eight bytes, zeros behind them.
  @inlinable
  static func shortWord(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    // The bytes below eight as whole words that overlap.
    func half(_ offset: Int) -> UInt64 {
      UInt64(UInt32(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt32.self)))
    }
    func shift(_ bytes: Int) -> UInt64 { UInt64(truncatingIfNeeded: bytes &* 8) }
    if count == 8 { return word(base, at: 0) }
    if count >= 4 { return half(0) | half(count - 4) &<< shift(count - 4) }
    guard count > 0 else { return 0 }
    let middle = UInt64(base[count >> 1]) &<< shift(count >> 1)
    return UInt64(base[0]) | middle | UInt64(base[count - 1]) &<< shift(count - 1)
  }
}
