/// A run of trivial values that never changes; its owner deallocates it.
///
/// Validation reads it without bounds or uniqueness checks, which an `Array` in a class would cost at each access.
struct FrozenArray<Element: BitwiseCopyable>: BitwiseCopyable, @unchecked Sendable {
  /// The first value; never null, so that an empty run needs no test.
  let base: UnsafeMutablePointer<Element>
  /// Number of values.
  let count: Int

  /// Copies the values of an array.
  init(_ values: [Element]) {
    count = values.count
    base = .allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
  }

  /// The value at a position that the compiler handed out.
  @inline(__always)
  subscript(index: Int32) -> Element { base[Int(index)] }

  /// Gives the memory back.
  func deallocate() { base.deallocate() }
}
