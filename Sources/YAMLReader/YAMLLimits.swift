/// Bounds that keep hostile input from costing time, memory or stack; each has a diagnostic of its own.
package struct YAMLLimits: Sendable {
  /// Nested collections, those behind aliases included.
  package var depth = 64
  /// Nodes of one document, keys and copies behind aliases included.
  package var nodes = 1_000_000
  /// Nodes of one file that stand behind aliases and merge keys.
  package var aliasNodes = 100_000
  /// Bytes of one file.
  package var fileSize = 16 << 20

  /// The bounds that the linter uses.
  package static let standard = YAMLLimits()

  /// Starts from the standard bounds.
  package init() {}
}
