import DataTree

/// Where a result is, named so that changes elsewhere in the document do not rename it: no line, no position, no count.
package struct StablePlace: Hashable, Sendable {
  /// Path from the root with names for positions: `$.materials[application-form].name.zh`. An element of a list is
  /// named by its `id`, else by `~` and a hash of what names it. Empty outside a tree.
  package var path: String
  /// Hash of the underlined value; 0 for a collection, which is its place.
  package var value: UInt64

  /// Names a place.
  package init(path: String, value: UInt64) {
    self.path = path
    self.value = value
  }

  /// Places a fault outside a tree, which only its text can tell from another.
  package init(text: some Sequence<UInt8>) { self.init(path: "", value: StablePlace.hash(of: text)) }

  /// FNV-1a, 64 bits: written into files that outlive a version of the tool, so it never changes.
  package static func hash(of bytes: some Sequence<UInt8>, seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// A hash in sixteen digits.
  package static func digits(_ hash: UInt64) -> String {
    PathText.make { $0.append(hexadecimal: hash) }
  }
}
