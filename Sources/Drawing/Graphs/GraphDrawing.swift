/// A directed graph with all that is said about its nodes and edges, as plain data: a process, or members of a bundle.
///
/// Edges name nodes by position, so that two nodes of one id, which a faulty document has, stay two.
package struct GraphDrawing: Sendable {
  /// What a node stands for, which its outline shows.
  package enum Kind: Sendable {
    /// Where the process begins.
    case start
    /// Where it ends.
    case end
    /// A step of a process.
    case step
    /// A member of a bundle.
    case member
    /// A member that is handled elsewhere.
    case external
  }

  /// A sign beside the words of a mark, so that marks are told apart without reading and without colour.
  package enum Symbol: Sendable, CaseIterable {
    /// Somebody has to be at a place.
    case onSite
    /// A special procedure, which takes its own time.
    case special
    /// The applicant may leave it out.
    case optional
    /// Handled outside the catalog.
    case external
  }

  /// What is noted at a node.
  package struct Mark: Sendable {
    /// Its sign.
    package var symbol: Symbol
    /// Its words, such as 现场核查.
    package var text: ChartText

    /// Notes something.
    package init(_ symbol: Symbol, _ text: ChartText) {
      self.symbol = symbol
      self.text = text
    }
  }

  /// One node.
  package struct Node: Sendable {
    /// What the document calls it; for readers of the text formats, and not for telling nodes apart.
    package var id: String
    /// What it stands for.
    package var kind: Kind
    /// Its name.
    package var label: ChartText
    /// A second line, such as owner and limit.
    package var detail: ChartText?
    /// A third line, such as when it applies.
    package var note: ChartText?
    /// Position of its phase in `phases`.
    package var phase: Int?
    /// What is noted at it.
    package var marks: [Mark]
    /// Whether the longest path runs through it.
    package var isOnLongestPath: Bool

    /// Describes a node.
    package init(
      id: String, kind: Kind = .step, label: ChartText, detail: ChartText? = nil, note: ChartText? = nil,
      phase: Int? = nil, marks: [Mark] = [], isOnLongestPath: Bool = false
    ) {
      self.id = id
      self.kind = kind
      self.label = label
      self.detail = detail
      self.note = note
      self.phase = phase
      self.marks = marks
      self.isOnLongestPath = isOnLongestPath
    }
  }

  /// One edge.
  package struct Edge: Sendable {
    /// Position of the node that it leaves.
    package var source: Int
    /// Position of the node that it leads to.
    package var target: Int
    /// When it is taken.
    package var label: ChartText?
    /// Whether it leads back to an earlier node.
    package var isBack: Bool
    /// Whether the longest path takes it.
    package var isOnLongestPath: Bool

    /// Describes an edge.
    package init(
      _ source: Int, _ target: Int, label: ChartText? = nil, isBack: Bool = false, isOnLongestPath: Bool = false
    ) {
      self.source = source
      self.target = target
      self.label = label
      self.isBack = isBack
      self.isOnLongestPath = isOnLongestPath
    }
  }

  /// Words that explain the drawing's lines.
  package struct Key: Sendable {
    /// What thick lines are.
    package var longestPath: ChartText
    /// What dashed lines at the side are.
    package var wayBack: ChartText

    /// Words for both kinds of line.
    package init(longestPath: ChartText, wayBack: ChartText) {
      self.longestPath = longestPath
      self.wayBack = wayBack
    }
  }

  /// What the whole shows.
  package var title: ChartText
  /// Names of the phases, in order.
  package var phases: [ChartText]
  /// The nodes, in the document's order.
  package var nodes: [Node]
  /// The edges.
  package private(set) var edges: [Edge]
  /// What its lines mean.
  package var key: Key

  /// Describes a graph; edges to nodes that are not there are left out.
  package init(title: ChartText, phases: [ChartText] = [], nodes: [Node], edges: [Edge], key: Key) {
    self.title = title
    self.phases = phases
    self.nodes = nodes
    self.edges = edges.filter { nodes.indices.contains($0.source) && nodes.indices.contains($0.target) }
    self.key = key
  }

  /// The drawing with words in one language only, as a file has them.
  package func only(_ language: StaticString) -> GraphDrawing {
    var drawing = self
    drawing.title = title.only(language)
    drawing.phases = phases.map { $0.only(language) }
    drawing.key = Key(longestPath: key.longestPath.only(language), wayBack: key.wayBack.only(language))
    for index in nodes.indices {
      drawing.nodes[index].label = nodes[index].label.only(language)
      drawing.nodes[index].detail = nodes[index].detail?.only(language)
      drawing.nodes[index].note = nodes[index].note?.only(language)
      drawing.nodes[index].marks = nodes[index].marks.map { Mark($0.symbol, $0.text.only(language)) }
    }
    for index in edges.indices { drawing.edges[index].label = edges[index].label?.only(language) }
    return drawing
  }

  /// The phases that some node has, by position.
  var usedPhases: [Int] {
    let used = Set(nodes.compactMap(\.phase))
    return phases.indices.filter { used.contains($0) }
  }

  /// All of it in words, for those who do not see it: each node with where it leads.
  func description(_ wording: (ChartText) -> String, arrow: String, stop: String) -> String {
    var lines: [String] = []
    for (position, node) in nodes.enumerated() {
      let ways = edges.filter { $0.source == position }.map { edge -> String in
        let name = wording(nodes[edge.target].label)
        return edge.label.map { "\(name) (\(wording($0)))" } ?? name
      }
      let targets = ways.joined(separator: ", ")
      lines.append(targets.isEmpty ? wording(node.label) : wording(node.label) + arrow + targets)
    }
    return lines.joined(separator: stop)
  }
}
