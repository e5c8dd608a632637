import DataTree

/// Text of a tree as a dictionary's key, without copying it; valid as long as the tree is.
struct TextKey: Hashable {
  /// The text as UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Borrows the text of a scalar.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Borrows a word of the program, such as `true`.
  init(_ word: StaticString) {
    bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
  }

  /// The text, for messages.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Compares the words, wherever they stand.
  static func == (left: TextKey, right: TextKey) -> Bool { equalBytes(left.bytes, right.bytes) }

  /// Feeds the words, so that equal ones of different documents fall together.
  func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
}
