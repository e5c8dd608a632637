/// A growing run of trivial values behind one pointer; an array would count references and check uniqueness per access.
struct Stack<Element: BitwiseCopyable>: ~Copyable {
  /// The first value.
  private var base: UnsafeMutablePointer<Element>
  /// Values for which there is room.
  private var capacity: Int
  /// Number of values.
  private(set) var count = 0

  /// Makes room for some values.
  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// The value at a position, which must be below `count`, in place: a copy of a large value would cost each access.
  @inline(__always)
  func at(_ position: Int) -> UnsafeMutablePointer<Element> {
    assert(position >= 0 && position < count)
    return base + position
  }

  /// The values from a position on; valid until the next `append`.
  @inline(__always)
  func from(_ first: Int) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base + first, count: count &- first)
  }

  /// Adds a value.
  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    base[count] = element
    count &+= 1
  }

  /// Drops the values from a position on.
  @inline(__always)
  mutating func truncate(to newCount: Int) { count = newCount }

  /// Drops the value at a position and closes the gap.
  mutating func remove(at position: Int) {
    for index in position..<count - 1 { base[index] = base[index + 1] }
    count -= 1
  }

  /// Moves the values to twice the room.
  @inline(never)
  private mutating func grow() {
    let old = base
    capacity *= 2
    base = .allocate(capacity: capacity)
    base.update(from: old, count: count)
    old.deallocate()
  }
}
