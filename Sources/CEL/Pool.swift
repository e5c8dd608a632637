/// A growing run of trivial values behind one pointer, emptied by setting `count`; the owner deallocates it.
///
/// An array would check uniqueness and exclusivity at each access on the evaluator's path.
struct Pool<Element: BitwiseCopyable> {
  /// The first element.
  private(set) var base: UnsafeMutablePointer<Element>
  /// Number of elements in use.
  var count = 0
  /// Number of elements that there is room for.
  private var capacity: Int

  /// Allocates room for some elements.
  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  /// Appends one element.
  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { reserve(1) }
    base[count] = element
    count += 1
  }

  /// Makes room for more elements; pointers into the pool become invalid.
  @inline(never)
  mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(count + more, capacity * 2)
    let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    grown.update(from: base, count: count)
    base.deallocate()
    base = grown
  }

  /// Appends elements that do not lie in this pool.
  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress, elements.count > 0 else { return }
    reserve(elements.count)
    (base + count).update(from: source, count: elements.count)
    count += elements.count
  }

  /// Gives the memory back.
  func deallocate() { base.deallocate() }
}
