import Encoding

@testable import Drawing

/// A generator whose numbers are the same everywhere (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

enum GraphSample {
  static let key = GraphDrawing.Key(
    longestPath: ChartText(zh: "最长路径", en: "Longest path"), wayBack: ChartText(zh: "退回", en: "Back"))
  static let phases = [ChartText(zh: "申请", en: "Application"), ChartText(zh: "受理", en: "Acceptance")]

  /// A graph of plain steps named by numbers.
  static func graph(_ count: Int, _ edges: [(Int, Int)], back: Set<Int> = []) -> GraphDrawing {
    GraphDrawing(
      title: ChartText("图"), nodes: (0..<count).map { GraphDrawing.Node(id: "\($0)", label: ChartText("环节\($0)")) },
      edges: edges.enumerated().map { GraphDrawing.Edge($1.0, $1.1, isBack: back.contains($0)) }, key: key)
  }

  /// A random graph: mostly forward edges, some back, some with words, some twice, nodes of all kinds and sizes.
  static func random(_ seed: UInt64, nodes: Int, edges: Int) -> GraphDrawing {
    var numbers = SeededNumbers(seed)
    let names = ["受理", "审查材料是否齐全并作出是否受理的决定", "On-site check of the premises", "Internationalization", ""]
    let kinds: [GraphDrawing.Kind] = [.step, .step, .step, .member, .external, .start, .end]
    let list = (0..<nodes).map { index -> GraphDrawing.Node in
      var node = GraphDrawing.Node(
        id: "n\(index)", kind: kinds.randomElement(using: &numbers) ?? .step,
        label: ChartText(
          zh: names.randomElement(using: &numbers) ?? "", en: names.randomElement(using: &numbers) ?? ""),
        phase: Bool.random(using: &numbers) ? Int.random(in: 0..<2, using: &numbers) : nil)
      if Bool.random(using: &numbers) { node.detail = ChartText(zh: "市局 · 3 工作日", en: "City bureau · 3 working days") }
      if Int.random(in: 0..<4, using: &numbers) == 0 {
        node.marks = GraphDrawing.Symbol.allCases.map {
          GraphDrawing.Mark($0, ChartText(zh: "现场核查", en: "On-site check"))
        }
      }
      return node
    }
    let ways = (0..<edges).compactMap { _ -> GraphDrawing.Edge? in
      guard nodes > 0 else { return nil }
      var edge = GraphDrawing.Edge(
        Int.random(in: 0..<nodes, using: &numbers), Int.random(in: 0..<nodes, using: &numbers))
      if edge.source > edge.target, Int.random(in: 0..<5, using: &numbers) > 0 {
        (edge.source, edge.target) = (edge.target, edge.source)
      }
      if Int.random(in: 0..<3, using: &numbers) == 0 {
        edge.label = ChartText(zh: names[Int.random(in: 0..<2, using: &numbers)], en: "changed")
      }
      edge.isOnLongestPath = Int.random(in: 0..<6, using: &numbers) == 0
      edge.isBack = Int.random(in: 0..<20, using: &numbers) == 0
      return edge
    }
    return GraphDrawing(title: ChartText(zh: "图", en: "Graph"), phases: phases, nodes: list, edges: ways, key: key)
  }

  /// The layout of a graph that is not too large.
  static func layout(_ drawing: GraphDrawing) -> GraphLayout? {
    guard case .laidOut(let layout) = GraphPicture(drawing) else { return nil }
    return layout
  }

  /// The picture as text.
  static func svg(_ drawing: GraphDrawing, prefix: String = "g") -> String {
    var bytes: [UInt8] = []
    var page = HTMLWriter { bytes.append(contentsOf: $0) }
    layout(drawing)?.write(to: &page, prefix: prefix)
    page.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The picture's file as text.
  static func file(_ drawing: GraphDrawing) -> String {
    var bytes: [UInt8] = []
    layout(drawing.only("zh"))?.writeFile(language: "zh") { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
