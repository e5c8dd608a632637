import DataTree

/// The questions of a document with their answers, `variant` and `channel` among them: what `when` can name.
final class Situations {
  /// One question.
  struct Question {
    /// Its id.
    var id: TextKey
    /// Where it is written; nil for a built-in one.
    var node: NodeID?
    /// Ids of its answers; `true` and `false` where it lists none.
    var answers: [TextKey]
    /// Where its answers are written; empty for yes and no.
    var answerNodes: [NodeID] = []
    /// Whether several answers can be given at once, so that none excludes another.
    var isMultiple = false
    /// Whether the office answers it, and perhaps anew each time that a case comes by.
    var isOffices = false
    /// The answers that occur at all; nil for every one.
    var possible: Set<Int>?
    /// When it is asked, in alternatives; nil for always, and where its condition names what does not exist.
    var asked: [[Demand]]?
    /// Whether some situation makes the office ask it.
    var isAskable = true
  }

  /// What one alternative of a condition asks of one question.
  struct Demand {
    /// The question's position.
    var question: Int
    /// Positions of the answers of which one must be given.
    var answers: [Int]
  }

  /// A condition whose names have been looked up.
  struct Compiled {
    /// Each is enough.
    var alternatives: [[Demand]]
    /// Questions and answers that do not exist.
    var unknown: [Unknown]
    /// Whether it holds more than is looked at, so that nothing is known of it.
    var isCut = false
  }

  /// A name in a condition that means nothing.
  struct Unknown {
    /// The question's id, as written.
    var question: String
    /// The answer's id, as written; nil where the question itself is unknown.
    var answer: String?
    /// The question's position, where only the answer is unknown.
    var position: Int?
  }

  /// The questions in the order of the document, built-in ones first.
  private(set) var questions: [Question] = []
  /// Questions by id, the first of each.
  private(set) var positions: [TextKey: Int] = [:]
  /// The document.
  let view: TreeView
  /// The keys of questions.
  let keys: ReadingKeys
  /// Whether the condition of some question is too large or too far from others, so that nobody knows what can be.
  private(set) var isCut = false
  /// Conditions that were looked up, by their nodes.
  private var compiled: [UInt32: Compiled] = [:]
  /// How conditions treat the answers, worked out when first asked for.
  lazy var effects = AnswerEffects(self)

  /// What a channel may be.
  private static let channels: [StaticString] = [
    "window", "pc", "app", "mini-program", "kiosk", "mail", "home", "video", "hotline",
  ]
  /// Conditions with more names than a person would write are not looked at, and said to be too large.
  static let maximumCount = 512

  /// Reads the questions of the document whose root is at hand.
  init(in view: TreeView, _ keys: ReadingKeys) {
    self.view = view
    self.keys = keys
    let variants = list(.root, keys.variants)
    add(
      Question(
        id: TextKey("variant"), answers: variants.map { id(of: $0) ?? TextKey("") }, answerNodes: Array(variants)))
    addChannels()
    for node in list(.root, keys.questions) { addQuestion(node) }
    for (index, question) in questions.enumerated() {
      guard let node = question.node, let when = view.value(of: node, at: keys.when), !view.isEmpty(when) else {
        continue
      }
      let compiled = compile(when)
      if compiled.isCut {
        isCut = true
      } else if compiled.unknown.isEmpty {
        questions[index].asked = compiled.alternatives
      }
    }
    findAskable()
  }

  /// The elements of a field that is a list.
  private func list(_ map: NodeID, _ key: Symbol) -> UnsafeBufferPointer<NodeID> {
    guard let node = view.value(of: map, at: key) else { return UnsafeBufferPointer(start: nil, count: 0) }
    return view.elements(node)
  }

  /// The id of a record; nil where it states none.
  private func id(of map: NodeID) -> TextKey? {
    guard let node = view.value(of: map, at: keys.id), !view[node].isCollection, view.kind(node) != .null else {
      return nil
    }
    return TextKey(view.text(node))
  }

  /// Adds a question, unless one with its id is there.
  private func add(_ question: Question) {
    guard positions[question.id] == nil else { return }
    positions[question.id] = questions.count
    questions.append(question)
  }

  /// Adds `channel`: of its answers those occur that the document offers, where it says what it offers.
  private func addChannels() {
    let answers = Situations.channels.map { TextKey($0) }
    var offered = Set<Int>()
    for channel in list(.root, keys.channels) {
      guard let type = view.value(of: channel, at: keys.type), !view[type].isCollection,
        let answer = answers.firstIndex(of: TextKey(view.text(type)))
      else { continue }
      offered.insert(answer)
    }
    add(Question(id: TextKey("channel"), answers: answers, possible: offered.isEmpty ? nil : offered))
  }

  /// Adds a question of the document.
  private func addQuestion(_ node: NodeID) {
    guard let id = id(of: node) else { return }
    var question = Question(id: id, node: node, answers: [TextKey("true"), TextKey("false")])
    let answers = list(node, keys.answers)
    if !answers.isEmpty {
      question.answers = answers.map { self.id(of: $0) ?? TextKey("") }
      question.answerNodes = Array(answers)
    }
    if let multiple = view.value(of: node, at: keys.multiple), view.kind(multiple) == .bool {
      question.isMultiple = view[multiple].bool
    }
    if let by = view.value(of: node, at: keys.by), !view[by].isCollection {
      question.isOffices = bytes(view.text(by), equal: "authority")
    }
    add(question)
  }

  // MARK: Conditions

  /// Looks up what a condition names, once for all rules.
  func compile(_ when: NodeID) -> Compiled {
    if let known = compiled[when.index] { return known }
    let made = lookUp(when)
    compiled[when.index] = made
    return made
  }

  /// Looks up what a condition names.
  private func lookUp(_ when: NodeID) -> Compiled {
    var compiled = Compiled(alternatives: [], unknown: [])
    var count = 0
    for map in view.kind(when) == .list ? Array(view.elements(when)) : [when] {
      count += 1
      compiled.alternatives.append(demands(of: map, &count, &compiled.unknown))
      // What is left would mean something else than the whole.
      if count > Situations.maximumCount { return Compiled(alternatives: [], unknown: [], isCut: true) }
    }
    return compiled
  }

  /// Looks up one alternative.
  private func demands(of map: NodeID, _ count: inout Int, _ unknown: inout [Unknown]) -> [Demand] {
    var demands: [Demand] = []
    for entry in view.entries(map) where view.kind(entry.value) != .null && count <= Situations.maximumCount {
      count += 1
      guard let question = positions[TextKey(view.text(entry.key))] else {
        unknown.append(Unknown(question: view.string(entry.key)))
        continue
      }
      var demand = Demand(question: question, answers: [])
      let values = view.kind(entry.value) == .list ? Array(view.elements(entry.value)) : [entry.value]
      for value in values where !view[value].isCollection && count <= Situations.maximumCount {
        count += 1
        let text = answerKey(value)
        if let answer = questions[question].answers.firstIndex(of: text) {
          if questions[question].possible?.contains(answer) ?? true { demand.answers.append(answer) }
        } else {
          unknown.append(Unknown(question: view.string(entry.key), answer: text.string, position: question))
        }
      }
      demands.append(demand)
    }
    return demands
  }

  /// An answer as its id; a boolean in any spelling is `true` or `false`.
  private func answerKey(_ node: NodeID) -> TextKey {
    guard view.kind(node) == .bool else { return TextKey(view.text(node)) }
    return view[node].bool ? TextKey("true") : TextKey("false")
  }

  // MARK: What can be

  /// Finds out which questions can be asked, beginning with those that always are, so that circles are none of them.
  private func findAskable() {
    // An alternative is looked at once all questions that it names came up.
    var missing = questions.map { ($0.asked ?? []).map(\.count) }
    var waiting: [Int: [(question: Int, alternative: Int)]] = [:]
    var ready: [(question: Int, alternative: Int)] = []
    for index in questions.indices {
      for (alternative, demands) in (questions[index].asked ?? []).enumerated() {
        for demand in demands { waiting[demand.question, default: []].append((index, alternative)) }
        if demands.isEmpty { ready.append((index, alternative)) }
      }
    }
    func admit(_ index: Int) {
      questions[index].isAskable = true
      for (other, alternative) in waiting[index, default: []] {
        missing[other][alternative] -= 1
        if missing[other][alternative] == 0 { ready.append((other, alternative)) }
      }
    }
    for index in questions.indices { questions[index].isAskable = false }
    for index in questions.indices where questions[index].asked == nil { admit(index) }
    // What cannot be yet may wait for a question further off: such detours are few.
    for _ in 0..<64 {
      var failed: [(question: Int, alternative: Int)] = []
      var isChanged = false
      while let (index, alternative) = ready.popLast() {
        if questions[index].isAskable { continue }
        guard let asked = questions[index].asked, isPossible(asked[alternative]) else {
          failed.append((index, alternative))
          continue
        }
        admit(index)
        isChanged = true
      }
      if !isChanged || failed.isEmpty { return }
      ready = failed
    }
    isCut = true
  }

  /// Whether some situation satisfies an alternative, as far as each question with its own condition tells.
  func isPossible(_ demands: [Demand]) -> Bool {
    var answers: [Int: [Int]] = [:]
    var pending: [Int] = []
    guard merge(demands, &answers, &pending) else { return false }
    var count = 0
    while let question = pending.popLast() {
      count += 1
      // What is further off is not followed, which whoever asks is told.
      guard count <= Situations.maximumCount else {
        isCut = true
        return true
      }
      guard questions[question].isAskable else { return false }
      guard let asked = questions[question].asked else { continue }
      let open = asked.filter { alternative in
        alternative.allSatisfy { demand in
          guard let known = answers[demand.question], !questions[demand.question].isMultiple else { return true }
          return demand.answers.contains { known.contains($0) }
        }
      }
      if open.isEmpty { return false }
      if open.count == 1, !merge(open[0], &answers, &pending) { return false }
    }
    return true
  }

  /// Adds what an alternative asks for to what is asked already; false where a question has no answer left.
  private func merge(_ demands: [Demand], _ answers: inout [Int: [Int]], _ pending: inout [Int]) -> Bool {
    for demand in demands {
      if questions[demand.question].isMultiple && !demand.answers.isEmpty {
        if answers.updateValue(demand.answers, forKey: demand.question) == nil { pending.append(demand.question) }
        continue
      }
      let left = answers[demand.question].map { known in demand.answers.filter { known.contains($0) } }
      if left == nil { pending.append(demand.question) }
      answers[demand.question] = left ?? demand.answers
      if (left ?? demand.answers).isEmpty { return false }
    }
    return true
  }

  /// Whether two alternatives ask for no two answers that exclude each other.
  func areCompatible(_ left: [Demand], _ right: [Demand]) -> Bool {
    for first in left {
      for second in right where first.question == second.question && !questions[first.question].isMultiple {
        if !first.answers.contains(where: { second.answers.contains($0) }) { return false }
      }
    }
    return true
  }
}
