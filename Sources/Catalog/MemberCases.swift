/// The situations that decide which members of a bundle come together, reduced to those that matter for a maximum.
///
/// Adding a member never shortens the way through a bundle, so of each question only answers that no other answer
/// outdoes are tried, and an answer that no member names is none of them.
struct MemberCases {
  /// For each case, whether each of the conditions holds.
  let holds: [[Bool]]

  /// Most truth values that are worked out; a bundle of 100 members may have 20,000 cases.
  static let maximumSize = 2_000_000

  /// One question with what its answers make true.
  private struct Question {
    /// Positions of its requirements by their answers.
    var requirements: [[String]: Int] = [:]
    /// For each answer worth trying, whether each requirement is met.
    var choices: [[Bool]] = []
  }

  /// Works out the cases of distinct conditions; nil where there are more than can be looked at.
  /// - Parameter memberCount: how many members are placed in each case.
  init?(_ conditions: [Condition], memberCount: Int, isMultiple: (String) -> Bool) {
    var questions: [String: Question] = [:]
    for requirement in conditions.lazy.flatMap({ $0.alternatives.joined() }) {
      let next = questions[requirement.question]?.requirements.count ?? 0
      questions[requirement.question, default: Question()].requirements[requirement.answers, default: next] += 0
    }
    let names = questions.keys.sorted()
    let size = max(1, conditions.count + memberCount)
    var count = 1
    for name in names {
      guard var question = questions[name],
        let choices = MemberCases.choices(question.requirements, isMultiple: isMultiple(name))
      else { return nil }
      question.choices = choices
      questions[name] = question
      count *= choices.count
      guard count * size <= MemberCases.maximumSize else { return nil }
    }
    holds = (0..<count).map { number in
      var number = number
      var chosen: [String: Int] = [:]
      for name in names {
        let choiceCount = questions[name]?.choices.count ?? 1
        chosen[name] = number % choiceCount
        number /= choiceCount
      }
      return conditions.map { MemberCases.holds($0, questions, chosen) }
    }
  }

  /// Whether a condition holds where each question has a chosen answer.
  private static func holds(_ condition: Condition, _ questions: [String: Question], _ chosen: [String: Int]) -> Bool {
    condition.alternatives.contains { requirements in
      requirements.allSatisfy { requirement in
        guard let question = questions[requirement.question], let choice = chosen[requirement.question],
          let position = question.requirements[requirement.answers]
        else { return false }
        return question.choices[choice][position]
      }
    }
  }

  /// What each answer worth trying makes true; nil where they are too many to compare.
  private static func choices(_ requirements: [[String]: Int], isMultiple: Bool) -> [[Bool]]? {
    let everything = [Bool](repeating: true, count: requirements.count)
    if isMultiple { return [everything] }
    var met: Set<[Bool]> = []
    for answer in Set(requirements.keys.joined()) {
      var row = [Bool](repeating: false, count: requirements.count)
      for (answers, position) in requirements where answers.contains(answer) { row[position] = true }
      met.insert(row)
      guard met.count <= 256 else { return nil }
    }
    if met.contains(everything) { return [everything] }
    let best = met.filter { row in !met.contains { $0 != row && outdoes($0, row) } }
    // The order decides nothing but the order of work, which has to be the same each time.
    return best.isEmpty
      ? [everything.map { _ in false }] : best.sorted { $0.lexicographicallyPrecedes($1) { !$0 && $1 } }
  }

  /// Whether the first makes everything true that the second does.
  private static func outdoes(_ first: [Bool], _ second: [Bool]) -> Bool {
    zip(first, second).allSatisfy { $0 || !$1 }
  }
}
