import Diagnostics

extension Memory {
  /// Makes text from bytes that do not lie in the evaluation's own heap.
  func makeText(_ bytes: UnsafeBufferPointer<UInt8>) -> TextReference? {
    guard let offset = reserveText(bytes.count) else { return nil }
    state.pointee.text.append(bytes)
    return TextReference(space: 0, offset: offset, count: UInt32(bytes.count))
  }

  /// Makes a string.
  func makeString(_ text: String) -> Value {
    // The way that copies nothing, which every native string goes.
    let made = text.utf8.withContiguousStorageIfAvailable { bytes -> Value in
      makeText(bytes).map { .string($0) } ?? limit(Messages.byteLimit)
    }
    return made ?? makeString(Array(text.utf8))
  }

  /// Makes a string from bytes that are UTF-8.
  func makeString(_ bytes: [UInt8]) -> Value {
    bytes.withUnsafeBufferPointer { makeText($0).map { .string($0) } ?? limit(Messages.byteLimit) }
  }

  /// Makes a byte string.
  func makeBytes(_ bytes: [UInt8]) -> Value {
    bytes.withUnsafeBufferPointer { makeText($0).map { .bytes($0) } ?? limit(Messages.byteLimit) }
  }

  /// Makes text from two texts, in the heap or not.
  func concatenate(_ left: TextReference, _ right: TextReference) -> TextReference? {
    let count = Int(left.count) + Int(right.count)
    guard let offset = reserveText(count) else { return nil }
    spend(count / 16)
    // Room was made, so the bytes of both do not move any more.
    state.pointee.text.append(bytes(left))
    state.pointee.text.append(bytes(right))
    return TextReference(space: 0, offset: offset, count: UInt32(count))
  }

  /// Makes room for text; nil when the bound is reached.
  private func reserveText(_ count: Int) -> UInt32? {
    guard state.pointee.text.count + count <= state.pointee.limits.bytes else { return nil }
    state.pointee.text.reserve(count)
    return UInt32(state.pointee.text.count)
  }

  /// Moves what was pushed on the stack from `start` on into the heap.
  func takeRun(from start: Int) -> RunReference? {
    let count = state.pointee.stack.count - start
    guard let first = reserveValues(count) else { return nil }
    state.pointee.values.append(UnsafeBufferPointer(start: state.pointee.stack.base + start, count: count))
    state.pointee.stack.count = start
    return RunReference(first: first, count: UInt32(count))
  }

  /// Moves what was pushed on the stack from `start` on into a list.
  func takeList(from start: Int) -> Value { takeRun(from: start).map { .list($0) } ?? limit(Messages.valueLimit) }

  /// Makes room for values; nil when the bound is reached.
  private func reserveValues(_ count: Int) -> UInt32? {
    guard state.pointee.values.count + count <= state.pointee.limits.values else { return nil }
    state.pointee.values.reserve(count)
    return UInt32(state.pointee.values.count)
  }

  /// Makes a list.
  func makeList(_ elements: [Value]) -> Value {
    guard let first = reserveValues(elements.count) else { return limit(Messages.valueLimit) }
    for element in elements { state.pointee.values.append(element) }
    return .list(RunReference(first: first, count: UInt32(elements.count)))
  }

  /// Makes an optional with content.
  func makeOptional(_ content: Value) -> Value {
    guard let first = reserveValues(1) else { return limit(Messages.valueLimit) }
    state.pointee.values.append(content)
    return .optional(OptionalReference(index: first))
  }

  /// Makes an error.
  @inline(never)
  func fail(_ message: LocalizedText) -> Value { evaluation?.fail(message) ?? .absent }

  /// Makes the error that a bound was reached.
  @inline(never)
  func limit(_ message: LocalizedText) -> Value { evaluation?.limitReached(message) ?? .absent }

  /// Makes the error that no steps are left.
  @inline(never)
  func outOfSteps() -> Value { limit(Messages.stepLimit(state.pointee.limits.steps)) }
}
