import CEL
import DataTree

/// From values to the graph and the questions of their document.
extension DomainFunctions {
  /// What the graph of a step's list says of the step; absent for what is no element of a list.
  func stepFact(_ value: Value, _ evaluation: Evaluation, _ fact: (ProcessGraph, Int) -> Value) -> Value {
    guard let (list, position) = place(of: value, evaluation) else { return .absent }
    let graph = graph(list, evaluation)
    return position < graph.steps.count ? fact(graph, position) : .absent
  }

  /// The list that holds a step, and the step's position; nil for other values.
  func place(of value: Value, _ evaluation: Evaluation) -> (list: NodeReference, position: Int)? {
    guard case .node(let step) = value, step.node != .root,
      let position = position(of: step.node, in: evaluation.tree(step.tree))
    else { return nil }
    return (list(of: value, evaluation), position)
  }

  /// The position of a node in its list, which mostly is in the order of the nodes.
  private func position(of node: NodeID, in view: TreeView) -> Int? {
    let elements = view.elements(view[node].parent)
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if elements[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < elements.count && elements[low] == node ? low : view.position(of: node)
  }

  /// What holds a node; the document's root for other values.
  func list(of value: Value, _ evaluation: Evaluation) -> NodeReference {
    guard case .node(let node) = value else { return NodeReference(tree: 0, node: .root) }
    return NodeReference(tree: node.tree, node: evaluation.tree(node.tree)[node.node].parent)
  }

  /// A step by its position.
  func node(_ position: Int, of list: NodeReference, _ evaluation: Evaluation) -> Value {
    let element = evaluation.tree(list.tree).elements(list.node)[position]
    return evaluation.value(of: NodeReference(tree: list.tree, node: element))
  }

  /// The list of steps of a document; nil where it states none.
  func steps(of value: Value, _ evaluation: Evaluation) -> NodeReference? {
    guard case .node(let document) = value else { return nil }
    let view = evaluation.tree(document.tree)
    guard let list = view.value(of: document.node, at: shapes.keys.steps), view.kind(list) == .list else { return nil }
    return NodeReference(tree: document.tree, node: list)
  }

  /// The graph of a list of steps.
  func graph(_ list: NodeReference, _ evaluation: Evaluation) -> ProcessGraph {
    DocumentMemo.of(evaluation).graph(list) {
      ProcessGraph(list.node, in: evaluation.tree(list.tree), shapes: shapes)
    }
  }

  /// What the graph says without the branches that a condition rules out; absent for what is no condition.
  func graphFact(
    _ list: NodeReference, when: Value, _ evaluation: Evaluation, _ fact: (ProcessGraph) -> Value
  ) -> Value {
    let whole = graph(list, evaluation)
    if !whole.hasConditions || evaluation.count(of: when) == 0 { return fact(whole) }
    guard let condition = condition(when, evaluation) else { return .absent }
    let memo = DocumentMemo.of(evaluation)
    if let known = memo.known(list, when: condition) { return fact(known) }
    // Comparing two conditions takes longer than following an edge.
    guard memo.mayTake(whole.edges.count * 160) else { return evaluation.limitReached(.branchLimit) }
    let made = memo.graph(list, when: condition) {
      ProcessGraph(list.node, in: evaluation.tree(list.tree), shapes: shapes, when: condition)
    }
    return fact(made)
  }

  /// The questions of the document that a node belongs to.
  func situations(_ tree: UInt32, _ evaluation: Evaluation) -> Situations {
    DocumentMemo.of(evaluation).situations(ofTree: tree, evaluation, shapes.keys)
  }
}
