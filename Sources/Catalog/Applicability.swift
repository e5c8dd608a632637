package import DataTree

/// To whom an entry of a document applies, as far as its `when` names variants and channels.
extension MeasuredItem {
  /// Ids of the variants to which an entry may apply; nil where it may apply to all of them.
  package func variantIDs(of node: NodeID) -> [String]? {
    guard !isExcessive, !variants.isEmpty, let when = when(of: node) else { return nil }
    let ids = variants.compactMap { variant -> String? in
      guard let id = view.value(of: variant, at: shapes.keys.id), !view[id].isCollection else { return nil }
      return view.string(id)
    }
    let applicable = ids.filter { admits(when, "variant", $0) }
    return applicable.count == ids.count ? nil : applicable
  }

  /// The types of channels among some to which an entry may apply; nil where it may apply to all of them.
  package func channelTypes(of node: NodeID, among types: [String]) -> [String]? {
    guard let when = when(of: node) else { return nil }
    let applicable = types.filter { admits(when, "channel", $0) }
    return applicable.count == types.count ? nil : applicable
  }

  /// Whether a condition can hold where a question has an answer.
  private func admits(_ when: Condition, _ question: String, _ answer: String) -> Bool {
    let known = Condition(alternatives: [[Condition.Requirement(question: question, answers: [answer])]])
    return when.overlaps(known) { Condition.isMultiple($0, in: view, shapes.keys) }
  }
}
