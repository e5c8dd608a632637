import Catalog
import DataTree

/// Which searches may find something in which of a selector's texts: one pass for all rules that look through them.
struct TextSurvey {
  /// Whether anything was looked at.
  private(set) var isMade = false
  /// For each selected node the bits of `TextTriggers`; none for what is no text.
  private(set) var masks: [UInt64] = []
  /// What the masks have in common to offer: a search that is not among it finds nothing anywhere.
  private(set) var union: UInt64 = 0
  /// How many of the nodes are text.
  private(set) var textCount = 0
  /// The Chinese script that these texts use less, where they use both.
  private(set) var minorScript: ChineseScript?

  /// A survey that is still to be made.
  init() {}

  /// Looks at each node once; `isAboutScript` holds the bits of the searches that need the minor script, and `mask` gives
  /// those that may find something in a text.
  init(
    _ nodes: ArraySlice<NodeID>, in view: TreeView, _ memo: TextMemo, isAboutScript: UInt64,
    mask: (UnsafeBufferPointer<UInt8>) -> UInt64
  ) {
    isMade = true
    masks.reserveCapacity(nodes.count)
    for node in nodes {
      guard view.kind(node) == .string else {
        masks.append(0)
        continue
      }
      let text = view.text(node)
      let mask = memo.searches(in: text) { mask(text) }
      masks.append(mask)
      union |= mask
      textCount += 1
    }
    // Only where traditional characters occur at all is anything counted.
    if union & isAboutScript != 0 { settleScript(nodes, view, isAboutScript) }
  }

  /// What another survey found out about some of its nodes, given by their positions.
  init(part ranges: [Range<Int>], of whole: TextSurvey, in view: TreeView, node: (Int) -> NodeID) {
    isMade = true
    minorScript = whole.minorScript
    masks.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for range in ranges {
      for position in range {
        let mask = whole.masks[position]
        masks.append(mask)
        union |= mask
        if view.kind(node(position)) == .string { textCount += 1 }
      }
    }
  }

  /// Finds the script that is used less, and the texts that hold it.
  private mutating func settleScript(_ nodes: ArraySlice<NodeID>, _ view: TreeView, _ bits: UInt64) {
    var (simplified, traditional) = (0, 0)
    var counts: [(simplified: Int, traditional: Int)] = []
    for node in nodes {
      let count =
        view.kind(node) == .string ? ChineseScript.count(in: view.text(node)) : (simplified: 0, traditional: 0)
      counts.append(count)
      simplified += count.simplified
      traditional += count.traditional
    }
    if simplified > 0, traditional > 0 { minorScript = traditional <= simplified ? .traditional : .simplified }
    union &= ~bits
    for index in masks.indices {
      let isCandidate =
        switch minorScript {
        case .traditional: counts[index].traditional > 0
        case .simplified: counts[index].simplified > 0
        case nil: false
        }
      masks[index] = isCandidate ? masks[index] | bits : masks[index] & ~bits
      union |= masks[index]
    }
  }
}
