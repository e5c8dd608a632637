import Diagnostics
import Rules

/// Chooses what a reviewer asks and looks at; questions in the same words are one.
struct QuestionChoice {
  private let assembly: ChecklistAssembly
  private let guide: Guide
  private let occasion: Checklist.Occasion
  private let channels: [String]
  /// The questions so far.
  private(set) var chosen: [Checklist.Question] = []
  /// How many had no room.
  private(set) var omitted = 0
  /// What became of the questions, by the numbers of their words.
  private var fates: [Fate]

  /// What became of a question.
  private enum Fate {
    /// Nobody has asked it yet.
    case unasked
    /// It stands at this position.
    case chosen(Int)
    /// It had no room.
    case omitted
  }

  /// Starts without questions.
  init(_ assembly: ChecklistAssembly, guide: Guide, occasion: Checklist.Occasion, channels: [String]) {
    self.assembly = assembly
    self.guide = guide
    self.occasion = occasion
    self.channels = channels
    fates = Array(repeating: .unasked, count: assembly.keyCount)
  }

  /// Adds what rules ask that failed, in the order of the aims.
  mutating func add(asksOf aims: [Checklist.Aim], atMost limit: Int) {
    for aim in aims {
      if let rule = assembly.asking[aim.rule] { add(rule, hasRoom: chosen.count < limit) }
    }
  }

  /// Adds questions of the kit: first those for this mode and persona alone, then one of the four questions after another.
  mutating func addHallQuestions(atMost limit: Int) {
    let fitting = assembly.hallQuestions.filter { applies($0.entry) }
    let special = fitting.filter { !$0.entry.modes.isEmpty || !$0.entry.personas.isEmpty }
    let others = fitting.filter { $0.entry.modes.isEmpty && $0.entry.personas.isEmpty }
    var room = limit
    for (entry, ask, key) in special + QuestionChoice.inTurns(others, by: \.entry.aspect) {
      let count = chosen.count
      add(
        Checklist.Question(id: "hall." + entry.id, ask: ask, aspect: entry.aspect, alike: []), key: key, rule: nil,
        hasRoom: room > 0)
      room -= chosen.count - count
    }
  }

  /// Adds what the other rules ask, one of the four questions after another, gravest first.
  mutating func addRemaining(atMost limit: Int) {
    for rule in assembly.askingInTurns[guide.name.kind] ?? [] { add(rule, hasRoom: chosen.count < limit) }
  }

  private mutating func add(_ rule: ChecklistAssembly.AskingRule, hasRoom: Bool) {
    add(
      Checklist.Question(id: "ask." + rule.id, ask: rule.ask, aspect: rule.aspect, alike: []), key: rule.key,
      rule: rule.id, hasRoom: hasRoom)
  }

  /// Adds a question, or counts its rule with the one that asks the same.
  private mutating func add(_ question: @autoclosure () -> Checklist.Question, key: Int, rule: String?, hasRoom: Bool) {
    switch fates[key] {
    case .omitted: return
    case .chosen(let position):
      guard let rule, chosen[position].id != "ask." + rule else { return }
      if !chosen[position].alike.contains(rule) { chosen[position].alike.append(rule) }
    case .unasked where hasRoom:
      fates[key] = .chosen(chosen.count)
      chosen.append(question())
    case .unasked:
      fates[key] = .omitted
      omitted += 1
    }
  }

  /// What two questions are held against each other by: their letters, without spaces and punctuation.
  static func key(of ask: LocalizedText) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in ask.zh.unicodeScalars where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Whether an entry is for this channel, mode and persona.
  private func applies(_ entry: Kit.Entry) -> Bool {
    if !entry.channels.isEmpty, !entry.channels.contains(where: { $0 == channels.first }) { return false }
    if !entry.modes.isEmpty, !entry.modes.contains(where: { $0 == occasion.mode?.id }) { return false }
    return entry.personas.isEmpty || entry.personas.contains { $0 == occasion.persona?.id }
  }

  /// One of each of the four questions after another, in the order given.
  static func inTurns<Element>(_ elements: [Element], by aspect: (Element) -> Aspect?) -> [Element] {
    var rows: [(turn: Int, place: Int, element: Element)] = []
    var turns: [Aspect?: Int] = [:]
    for element in elements {
      let kind = aspect(element)
      let turn = turns[kind, default: 0]
      turns[kind] = turn + 1
      rows.append((turn, kind.flatMap { Aspect.allCases.firstIndex(of: $0) } ?? Aspect.allCases.count, element))
    }
    return rows.enumerated().sorted { left, right in
      (left.element.turn, left.element.place, left.offset) < (right.element.turn, right.element.place, right.offset)
    }
    .map(\.element.element)
  }
}
