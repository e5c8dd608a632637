package import DataTree

/// When something applies: alternatives, in each of which every question must have one of the answers.
package struct Condition: Hashable, Sendable {
  /// One question with the answers that hold.
  struct Requirement: Hashable, Sendable {
    /// Id of the question, or `variant` or `channel`.
    var question: String
    /// Ids of answers; `true` and `false` for yes and no.
    var answers: [String]
  }

  /// Each is enough; `{}` is one alternative without requirements.
  private(set) var alternatives: [[Requirement]]

  /// More requirements than a person would write are refused, so that comparing them stays quick.
  private static let maximumCount = 512

  /// Holds for everything.
  package static let always = Condition(alternatives: [[]])

  /// Makes a condition from its alternatives.
  init(alternatives: [[Requirement]]) { self.alternatives = alternatives }

  /// Reads `when`; nil for a value that is no condition or too large a one.
  package init?(_ node: NodeID, in view: TreeView) {
    var count = 0
    let maps = view.kind(node) == .list ? Array(view.elements(node)) : [node]
    alternatives = []
    for map in maps {
      guard view.kind(map) == .map else { return nil }
      var requirements: [Requirement] = []
      for entry in view.entries(map) where view.kind(entry.value) != .null {
        let answers = Condition.answers(entry.value, in: view)
        count += 1 + answers.count
        guard count <= Condition.maximumCount else { return nil }
        requirements.append(Requirement(question: view.string(entry.key), answers: answers))
      }
      alternatives.append(requirements)
    }
    if count == 0 && maps.count > Condition.maximumCount { return nil }
  }

  /// The answers of a list or of one scalar; a boolean in any spelling is `true` or `false`.
  private static func answers(_ node: NodeID, in view: TreeView) -> [String] {
    if view.kind(node) == .list { return view.elements(node).flatMap { answers($0, in: view) } }
    if view.kind(node) == .bool { return [view[node].bool ? "true" : "false"] }
    return view[node].isCollection ? [] : [view.string(node)]
  }

  /// Whether some situation satisfies both: unless in every pair of alternatives a question has disjoint answers.
  /// - Parameter isMultiple: whether a question admits several answers at once, so that it excludes nothing.
  package func overlaps(_ other: Condition, isMultiple: (String) -> Bool) -> Bool {
    alternatives.contains { left in
      other.alternatives.contains { right in Condition.areCompatible(left, right, isMultiple) }
    }
  }

  /// How many names it holds, which is what comparing it takes.
  var size: Int { alternatives.reduce(1) { $0 + $1.reduce(1) { $0 + 1 + $1.answers.count } } }

  /// Whether no question rules out that two alternatives hold together.
  private static func areCompatible(
    _ left: [Requirement], _ right: [Requirement], _ isMultiple: (String) -> Bool
  ) -> Bool {
    for first in left {
      for second in right where first.question == second.question {
        if first.answers.contains(where: { second.answers.contains($0) }) { continue }
        if !isMultiple(first.question) { return false }
      }
    }
    return true
  }
}

extension Condition {
  /// Whether a question of the document whose root is at hand is declared with `multiple: true`.
  static func isMultiple(_ question: String, in view: TreeView, _ keys: ReadingKeys) -> Bool {
    guard let questions = view.value(of: .root, at: keys.questions) else { return false }
    for element in view.elements(questions) {
      guard let id = view.value(of: element, at: keys.id), !view[id].isCollection, view.string(id) == question,
        let multiple = view.value(of: element, at: keys.multiple)
      else { continue }
      return view.kind(multiple) == .bool && view[multiple].bool
    }
    return false
  }

  /// The questions of the document whose root is at hand that are declared with `multiple: true`.
  static func multiples(in view: TreeView, _ keys: ReadingKeys) -> Set<String> {
    guard let questions = view.value(of: .root, at: keys.questions) else { return [] }
    var isMultiple: [String: Bool] = [:]
    for element in view.elements(questions) {
      guard let id = view.value(of: element, at: keys.id), !view[id].isCollection,
        let multiple = view.value(of: element, at: keys.multiple), isMultiple[view.string(id)] == nil
      else { continue }
      isMultiple[view.string(id)] = view.kind(multiple) == .bool && view[multiple].bool
    }
    return Set(isMultiple.filter(\.value).keys)
  }

  /// The questions that conditions of a document name.
  static func questions(in view: TreeView, _ keys: ReadingKeys) -> Set<String> {
    var questions: Set<String> = []
    for index in 0..<UInt32(view.nodeCount) {
      guard let when = view.value(of: NodeID(index), at: keys.when) else { continue }
      for map in view.kind(when) == .list ? Array(view.elements(when)) : [when] {
        for entry in view.entries(map) { questions.insert(view.string(entry.key)) }
      }
    }
    return questions
  }
}
