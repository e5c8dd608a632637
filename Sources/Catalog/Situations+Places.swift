import DataTree

/// From places in the document to questions and answers, and from conditions to each other.
extension Situations {
  /// The position of a question written at a node; nil for other nodes, and for the second question of one id.
  func question(_ node: NodeID) -> Int? {
    guard let id = view.value(of: node, at: keys.id), !view[id].isCollection,
      let position = positions[TextKey(view.text(id))], questions[position].node == node
    else { return nil }
    return position
  }

  /// The question of an answer or variant written at a node, and the answer's position.
  func answer(_ node: NodeID) -> (question: Int, answer: Int)? {
    guard node != .root, let answer = view.position(of: node) else { return nil }
    let owner = view[view[node].parent].parent
    let question = owner == .root ? positions[TextKey("variant")] : question(owner)
    guard let question, answer < questions[question].answerNodes.count,
      questions[question].answerNodes[answer] == node
    else { return nil }
    return (question, answer)
  }

  /// Whether two conditions can hold together although they ask the same question.
  func areRivals(_ left: NodeID, _ right: NodeID) -> Bool {
    let first = compile(left)
    let second = compile(right)
    // Of a condition that is too large there is nothing to compare: that is said at the condition itself.
    guard first.unknown.isEmpty, second.unknown.isEmpty else { return false }
    return first.alternatives.contains { one in
      second.alternatives.contains { other in
        let asksTheSame = one.contains { demand in
          !questions[demand.question].isMultiple && other.contains { $0.question == demand.question }
        }
        return asksTheSame && areCompatible(one, other) && isPossible(one + other)
      }
    }
  }
}
