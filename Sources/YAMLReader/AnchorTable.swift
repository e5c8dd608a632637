import DataTree

/// The anchors of one document.
struct AnchorTable {
  /// An anchored node.
  struct Anchor {
    /// The node; nil when it stands inside a key that was refused, and so is not in the tree.
    var node: NodeID?
    /// Collections below and including it.
    var height = 0
    /// False while the node is still being read: an alias to it would contain itself.
    var isComplete = false
  }

  /// The latest anchor of each name.
  private var positions: [String: Int] = [:]
  /// All anchors, hidden ones included.
  private var anchors: [Anchor] = []

  /// Names known so far, for suggestions; none when there are more than a person wrote.
  var names: [String] { positions.count <= 100 ? positions.keys.sorted() : [] }

  /// Adds an anchor, which hides an earlier one of the same name, and returns its position.
  mutating func add(_ name: String, _ anchor: Anchor) -> Int {
    positions[name] = anchors.count
    anchors.append(anchor)
    return anchors.count - 1
  }

  /// Marks the node of an anchor as read to its end.
  mutating func complete(_ position: Int, height: Int) {
    anchors[position].isComplete = true
    anchors[position].height = height
  }

  /// What an alias of this name stands for.
  func find(_ name: String) -> Anchor? { positions[name].map { anchors[$0] } }
}
