internal import Diagnostics
package import Rules

/// Puts checklists together: what is the same for all documents of a catalog is looked up once.
package struct ChecklistAssembly: Sendable {
  /// A rule with a question for people.
  struct AskingRule: Sendable {
    /// Rule id.
    var id: String
    /// The question.
    var ask: LocalizedText
    /// Number of its words: those that ask the same have the same.
    var key: Int
    /// Which of the four questions it serves.
    var aspect: Aspect?
    /// Whether it speaks of what a good guide does, which the guide alone does not tell; what is wrong by law or by logic
    /// a program decides.
    var isForPeople: Bool
    /// How grave its failures are.
    var severity: Severity
  }

  /// A failure of the document with its place.
  package struct Failure: Sendable {
    /// What the linter reports.
    package var diagnostic: ReportedDiagnostic
    /// Line of its file, from 1.
    package var line: Int

    /// Places a diagnostic.
    package init(_ diagnostic: ReportedDiagnostic, line: Int) {
      self.diagnostic = diagnostic
      self.line = line
    }
  }

  /// What walks are made of, by id of the kit.
  package let kits: [String: Kit]
  /// Version of the tool.
  let version: String
  /// The rules of the run by id.
  let summaries: [String: RuleSummary]
  /// The questions of the kit with the numbers of their words.
  let hallQuestions: [(entry: Kit.Entry, ask: LocalizedText, key: Int)]
  /// How many different questions there are.
  let keyCount: Int
  /// The rules with a question, by id.
  let asking: [String: AskingRule]
  /// Those that judge a document by itself, by its kind: one of the four questions after another, what no program can
  /// decide first, then the gravest.
  let askingInTurns: [String: [AskingRule]]

  /// Looks up what rules ask.
  /// - Parameter rules: the rules that took part in the run.
  package init(library: RuleLibrary, rules: [RuleSummary], version: String) {
    kits = library.kits
    self.version = version
    summaries = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    var keys: [String: Int] = [:]
    func key(of ask: LocalizedText) -> Int {
      let words = QuestionChoice.key(of: ask)
      let number = keys[words] ?? keys.count
      keys[words] = number
      return number
    }
    var asking: [String: AskingRule] = [:]
    var byKind: [String: [AskingRule]] = [:]
    for rule in library.rules {
      guard let summary = summaries[rule.page.id], let ask = rule.page.ask else { continue }
      let entry = AskingRule(
        id: rule.page.id, ask: ask, key: key(of: ask), aspect: summary.aspect,
        isForPeople: rule.page.level == .recommended, severity: summary.severity)
      asking[rule.page.id] = entry
      guard rule.isAboutOneDocument else { continue }
      for kind in rule.page.kinds { byKind[kind, default: []].append(entry) }
    }
    self.asking = asking
    hallQuestions = (library.kits["questions"]?.entries ?? []).compactMap { entry in
      entry.ask.map { (entry, $0, key(of: $0)) }
    }
    keyCount = keys.count
    askingInTurns = byKind.mapValues { rules in
      // The rules are in the order of their ids, which equal severities keep.
      let ordered = rules.enumerated().sorted { left, right in
        if left.element.isForPeople != right.element.isForPeople { return left.element.isForPeople }
        return (right.element.severity, left.offset) < (left.element.severity, right.offset)
      }
      return QuestionChoice.inTurns(ordered.map(\.element), by: \.aspect)
    }
  }

  /// Makes the checklist of a document.
  /// - Parameter failures: what the linter reports of it, in the order of its report.
  package func checklist(
    of guide: Guide, failures: [Failure], occasion: Checklist.Occasion, isFull: Bool
  ) -> Checklist {
    let annex = failures.map { aim($0, in: guide) }
    let aims = ChecklistAssembly.distinct(annex)
    let choice = LineChoice(guide: guide, occasion: occasion, aimed: Set(aims.compactMap(\.line)))
    let size = isFull ? ChecklistSize.full : ChecklistSize.sheet
    let lines = choice.lines(atMost: size.lines)
    var questions = QuestionChoice(self, guide: guide, occasion: occasion, channels: choice.channels)
    questions.add(asksOf: aims, atMost: size.failingQuestions)
    questions.addHallQuestions(atMost: size.hallQuestions)
    questions.addRemaining(atMost: size.questions)
    var checklist = Checklist(
      guide: guide, occasion: occasion, aims: aims, lines: lines.chosen, questions: questions.chosen,
      stages: stages(choice.channels), scores: scores, version: version)
    checklist.isFull = isFull
    checklist.omitted = Checklist.Omitted(lines: lines.omitted, questions: questions.omitted)
    checklist.prompts = (occasion.mode?.prompts ?? []) + (occasion.persona?.prompts ?? [])
    checklist.annex = annex
    return checklist
  }

  /// A failure as something to aim at.
  private func aim(_ failure: Failure, in guide: Guide) -> Checklist.Aim {
    let diagnostic = failure.diagnostic
    let start = diagnostic.range.start
    // The smallest part of the document around the fault is what it is about.
    let about = guide.lines.filter { line in
      line.range.map { $0.start <= start && start < max($0.end, $0.start + 1) } ?? false
    }
    .min { ($0.range?.count ?? 0) < ($1.range?.count ?? 0) }
    return Checklist.Aim(
      rule: diagnostic.rule, severity: diagnostic.severity, message: diagnostic.message,
      remedy: diagnostic.remedy ?? summaries[diagnostic.rule]?.remedy, place: "\(diagnostic.file):\(failure.line)",
      line: diagnostic.file == guide.file ? about?.id : nil)
  }

  /// Gravest first, one for each rule; the others are counted.
  private static func distinct(_ aims: [Checklist.Aim]) -> [Checklist.Aim] {
    var distinct: [Checklist.Aim] = []
    var positions: [String: Int] = [:]
    let ordered = aims.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
    for (_, aim) in ordered {
      if let known = positions[aim.rule] {
        distinct[known].count += 1
      } else {
        positions[aim.rule] = distinct.count
        distinct.append(aim)
      }
    }
    return distinct
  }

  /// The way through the channel that is walked.
  private func stages(_ channels: [String]) -> [Checklist.Stage] {
    guard let channel = channels.first else { return [] }
    let entry = kits["stages"]?.entries.first { $0.channels.contains(channel) }
    return (entry?.stages ?? []).map { Checklist.Stage(id: "stage." + $0.id, name: $0.name) }
  }

  /// What is scored; the four questions stand even where a kit forgets one.
  private var scores: [Checklist.Score] {
    let entries = kits["scores"]?.entries ?? []
    return Aspect.allCases.map { aspect in
      let entry = entries.first { $0.aspect == aspect }
      return Checklist.Score(aspect: aspect, name: entry?.name ?? aspect.name, anchors: entry?.anchors ?? [:])
    }
  }
}

/// How much goes on a checklist.
struct ChecklistSize {
  /// Lines of the guide.
  var lines: Int
  /// Questions of rules that failed.
  var failingQuestions: Int
  /// Questions of the kit.
  var hallQuestions: Int
  /// Questions in all.
  var questions: Int

  /// One sheet of A4, for a person who has an hour.
  static let sheet = ChecklistSize(lines: 20, failingQuestions: 2, hallQuestions: 3, questions: 5)
  /// Up to four sheets.
  static let full = ChecklistSize(lines: 60, failingQuestions: 10, hallQuestions: 10, questions: 24)
}
