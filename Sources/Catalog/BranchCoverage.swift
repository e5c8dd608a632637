import DataTree

/// Where each answer of a question leads: steps at which no branch is left for it, and steps from which it finds no end.
///
/// Each answer is followed on its own, 64 of them at once as the bits of a word; what two answers together rule out is
/// not looked at, except that a question is asked only when its own condition holds.
struct BranchCoverage {
  /// An answer that is followed.
  struct Answer {
    /// Its question.
    var question: Int
    /// Its position among the answers.
    var answer: Int
  }

  /// What was found, apart from the graph that keeps it.
  final class Notes {
    /// Answers for which a step has no branch, by step.
    fileprivate(set) var unanswered: [Int: [Answer]] = [:]
    /// Answers for which a step leads round in circles, by step.
    fileprivate(set) var trapped: [Int: [Answer]] = [:]
    /// Whether there was too much to look at.
    fileprivate(set) var isTooLarge = false
    /// Whether a condition that decides about a branch is too large to be looked at.
    fileprivate(set) var isCut = false
  }

  /// What was found.
  let notes = Notes()
  /// For each step whether it leads back to itself.
  private let isOnCycle: [Bool]
  /// The process.
  private let graph: ProcessGraph
  /// The questions.
  private let situations: Situations
  /// Conditions of edges, looked up once; nil for edges without one, and for those that name what does not exist.
  private let conditions: [[[Situations.Demand]]?]

  /// Comparisons of an answer with a condition; a page of branches needs some hundred.
  private static let maximumWork = 20_000_000

  /// Follows all answers that some branch asks for.
  init(_ graph: ProcessGraph, _ situations: Situations) {
    self.graph = graph
    self.situations = situations
    conditions = graph.edges.map { edge in
      guard let when = edge.when else { return nil }
      let compiled = situations.compile(when)
      return compiled.unknown.isEmpty ? compiled.alternatives : nil
    }
    isOnCycle = graph.cyclicSteps()
    notes.isCut = situations.isCut || graph.edges.contains { $0.when.map { situations.compile($0).isCut } ?? false }
    if notes.isCut { return }
    let answers = followed()
    let named = conditions.reduce(0) { $0 + BranchCoverage.size($1) }
    let asked = situations.questions.reduce(1) { $0 + BranchCoverage.size($1.asked) }
    let work = answers.count.multipliedReportingOverflow(by: named * asked + graph.edges.count)
    guard !work.overflow, work.partialValue <= BranchCoverage.maximumWork else {
      notes.isTooLarge = true
      return
    }
    for first in stride(from: 0, to: answers.count, by: 64) {
      follow(answers[first..<min(first + 64, answers.count)])
    }
  }

  /// Number of names in a condition.
  private static func size(_ alternatives: [[Situations.Demand]]?) -> Int {
    (alternatives ?? []).reduce(0) { $0 + $1.reduce(1) { $0 + 1 + $1.answers.count } }
  }

  /// The answers of the questions that branches name, and of those that these depend on; where several can be given at once, none rules a branch out.
  private func followed() -> [Answer] {
    var named = Set<Int>()
    for case let alternatives? in conditions {
      for demands in alternatives { named.formUnion(demands.map(\.question)) }
    }
    // Who is not asked a question finds no branch that asks it.
    for question in named {
      for demands in situations.questions[question].asked ?? [] { named.formUnion(demands.map(\.question)) }
    }
    var answers: [Answer] = []
    for question in named.sorted() {
      let about = situations.questions[question]
      // Of a channel that the document does not offer, and where it offers none, nothing is known.
      let isOpen = about.node == nil && about.answerNodes.isEmpty && about.possible == nil
      if about.isMultiple || isOpen || !about.isAskable { continue }
      for answer in about.answers.indices where about.possible?.contains(answer) ?? true {
        answers.append(Answer(question: question, answer: answer))
      }
    }
    return answers
  }

  /// Follows up to 64 answers through the graph.
  private func follow(_ answers: ArraySlice<Answer>) {
    let all = answers.count == 64 ? UInt64.max : 1 << UInt64(answers.count) - 1
    let passes = graph.edges.indices.map { edge in
      conditions[edge].map { pass($0, answers) } ?? all
    }
    var reached = [UInt64](repeating: 0, count: graph.steps.count)
    guard !reached.isEmpty else { return }
    reached[0] = all
    var pending = [0]
    while let step = pending.popLast() {
      for edge in graph.starts[step]..<graph.starts[step + 1] {
        let target = graph.edges[edge].target
        guard target < reached.count else { continue }
        let new = reached[step] & passes[edge] & ~reached[target]
        if new == 0 { continue }
        reached[target] |= new
        pending.append(target)
      }
    }
    var ends = [UInt64](repeating: 0, count: graph.steps.count + 1)
    ends[graph.steps.count] = all
    for step in graph.steps.indices {
      if graph.steps[step].namesUnknown {
        ends[step] = all
        continue
      }
      guard graph.edges(of: step).contains(where: { $0.when != nil }) else { continue }
      let edges = graph.starts[step]..<graph.starts[step + 1]
      let missing = reached[step] & ~passes[edges].reduce(0, |)
      note(missing, answers, at: step, in: &notes.unanswered)
      ends[step] = missing
    }
    closeBackwards(&ends, passes)
    let fixed = fixed(answers)
    for step in graph.steps.indices where graph.mightReachEnd[step] {
      // The fault is where a way out is closed, not at every step on the way there.
      let edges = graph.starts[step]..<graph.starts[step + 1]
      let closed = reached[step] & ~ends[step] & fixed & ~passes[edges].reduce(all, &)
      if closed != 0, isOnCycle[step] { note(closed, answers, at: step, in: &notes.trapped) }
    }
  }

  /// The answers that stay the same all the way: whether papers are complete is asked again after a correction.
  private func fixed(_ answers: ArraySlice<Answer>) -> UInt64 {
    var bits: UInt64 = 0
    for (bit, answer) in answers.enumerated() where !situations.questions[answer.question].isOffices {
      bits |= 1 << UInt64(bit)
    }
    return bits
  }

  /// Carries what is reached back over all edges.
  private func closeBackwards(_ ends: inout [UInt64], _ passes: [UInt64]) {
    var pending = ends.indices.filter { ends[$0] != 0 }
    while let target = pending.popLast() {
      for edge in graph.edges(to: target) {
        let source = graph.edges[edge].source
        let new = ends[target] & passes[edge] & ~ends[source]
        if new == 0 { continue }
        ends[source] |= new
        pending.append(source)
      }
    }
  }

  /// Writes answers down at a step.
  private func note(_ bits: UInt64, _ answers: ArraySlice<Answer>, at step: Int, in notes: inout [Int: [Answer]]) {
    if bits == 0 { return }
    for (bit, answer) in answers.enumerated() where bits >> UInt64(bit) & 1 == 1 {
      notes[step, default: []].append(answer)
    }
  }

  /// The answers with which a condition can hold.
  private func pass(_ alternatives: [[Situations.Demand]], _ answers: ArraySlice<Answer>) -> UInt64 {
    var bits: UInt64 = 0
    for (bit, answer) in answers.enumerated() where alternatives.contains(where: { canHold($0, with: answer) }) {
      bits |= 1 << UInt64(bit)
    }
    return bits
  }

  /// Whether an alternative can hold when an answer was given.
  private func canHold(_ demands: [Situations.Demand], with answer: Answer) -> Bool {
    let given = [Situations.Demand(question: answer.question, answers: [answer.answer])]
    guard situations.areCompatible(demands, given) else { return false }
    // The answer is given only where its question is asked,
    if let asked = situations.questions[answer.question].asked,
      !asked.contains(where: { situations.areCompatible($0, demands) })
    {
      return false
    }
    // and what the alternative names must be asked where the answer is given.
    return demands.allSatisfy { demand in
      guard demand.question != answer.question, let asked = situations.questions[demand.question].asked else {
        return true
      }
      return asked.contains { situations.areCompatible($0, given) }
    }
  }
}
