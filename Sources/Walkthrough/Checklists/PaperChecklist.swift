internal import Diagnostics
internal import Rules

/// A checklist in one language as it goes on paper, whatever the format.
struct PaperChecklist {
  /// A line to compare.
  struct Line {
    /// Its id in records.
    var id: String
    /// What kind of thing it is, in a word.
    var tag: String
    /// What is compared.
    var about: String
    /// What the guide says of it.
    var written: String?
    /// How it is tried out, where not by looking.
    var trial: String?
  }

  /// A finding of the linter.
  struct Finding {
    /// How grave it is, in a word.
    var severity: String
    /// What is wrong.
    var message: String
    /// What to do about it.
    var remedy: String?
    /// Where, and by which rule.
    var place: String
  }

  /// A question or a stage.
  struct Question {
    /// Its id in records.
    var id: String
    /// What is asked.
    var text: String
  }

  /// An aspect with what the best and the worst score mean.
  struct Score {
    /// Its id in records.
    var id: String
    /// The question.
    var name: String
    /// What 5 means.
    var best: String
    /// What 1 means.
    var worst: String
  }

  /// How many findings stand before the comparison: the walk is not about proving them again.
  private static let mostAims = 4
  /// How many findings the annex lists.
  private static let mostAnnexRows = 60

  /// The language.
  let language: Language
  /// Name of the item or bundle.
  let name: String
  /// Circumstances, as pairs of a label and what is known.
  let facts: [(label: String, value: String)]
  /// What to remember.
  let prompts: [String]
  /// What to aim at.
  let aims: [Finding]
  /// How many findings have no room.
  let furtherAims: Int
  /// What to compare.
  let lines: [Line]
  /// What to say of lines without room.
  let omitted: String?
  /// The way through the channel.
  let stages: [Question]
  /// What to ask.
  let questions: [Question]
  /// What to score.
  let scores: [Score]
  /// What was proved.
  let annex: [Finding]
  /// What stands below.
  let footer: String

  /// Puts a checklist into a language.
  init(_ checklist: Checklist, language: Language) {
    self.language = language
    func say(_ text: LocalizedText) -> String { text[language] }
    name = say(checklist.guide.title)
    facts = PaperChecklist.facts(of: checklist).map { (say($0.label), $0.value.map(say) ?? "") }
    prompts = checklist.prompts.map(say)
    aims = checklist.aims.prefix(PaperChecklist.mostAims).map { Finding($0, language) }
    furtherAims = max(0, checklist.aims.count - PaperChecklist.mostAims)
    lines = checklist.lines.map { line in
      Line(
        id: line.id, tag: say(Messages.Paper.name(of: line.subject)), about: say(line.about),
        written: line.written.map(say), trial: Messages.Paper.trial(line.subject).map(say))
    }
    let count = checklist.omitted.lines
    omitted = count > 0 ? say(Messages.Paper.omitted(count, isFull: checklist.isFull)) : nil
    stages = checklist.stages.map { Question(id: $0.id, text: say($0.name)) }
    questions = checklist.questions.map { Question(id: $0.id, text: say($0.ask)) }
    scores = checklist.scores.map { score in
      Score(
        id: score.aspect.rawValue, name: say(score.name), best: score.anchors[5].map(say) ?? "",
        worst: score.anchors[1].map(say) ?? "")
    }
    annex = checklist.isFull ? checklist.annex.prefix(PaperChecklist.mostAnnexRows).map { Finding($0, language) } : []
    footer = say(Messages.Paper.footer(checklist.version))
  }

  /// What is known of document and walk; what is not known is filled in by hand.
  private static func facts(of checklist: Checklist) -> [(label: LocalizedText, value: LocalizedText?)] {
    let (guide, occasion) = (checklist.guide, checklist.occasion)
    func plain(_ text: String?) -> LocalizedText? { text.map { LocalizedText(zh: $0, en: $0) } }
    var facts: [(label: LocalizedText, value: LocalizedText?)] = [(Messages.Paper.department, guide.department)]
    facts.append((Messages.Paper.code, plain(guide.code ?? guide.name.id)))
    if !guide.variants.isEmpty {
      let variant = guide.variants.first { $0.id == occasion.variant }
      facts.append((Messages.Paper.variant, variant?.name))
    }
    if let round = occasion.round { facts.append((Messages.Paper.round, plain(round))) }
    facts += [
      (Messages.Paper.date, plain(occasion.date)), (Messages.Paper.mode, occasion.mode?.name),
      (Messages.Paper.persona, occasion.persona?.name),
      (Messages.Paper.channel, occasion.channel.map(Messages.channelType)), (Messages.Paper.place, nil),
      (Messages.Paper.reviewer, nil),
    ]
    let blank = Messages.Paper.blankTime
    let times = Messages.Paper.times
    facts.append(
      (
        Messages.Paper.clock,
        LocalizedText(
          zh: times.map { "\($0.zh)\(blank.zh)" }.joined(separator: " "),
          en: times.map { "\($0.en) \(blank.en)" }.joined(separator: " "))
      ))
    return facts
  }

  /// What stands above: what it is, and of which document.
  var title: String { say(Messages.Paper.title) + colon + name }

  /// What is compared and what the guide says of it.
  func sentence(_ line: Line) -> String {
    line.about + (line.written.map { colon + $0 } ?? "") + (line.trial.map(inBrackets) ?? "")
  }

  /// A finding with its place.
  func sentence(_ finding: Finding) -> String { finding.message + inBrackets(finding.place) }

  /// The colon of the language.
  var colon: String { language == .zh ? "：" : ": " }
  /// The semicolon of the language.
  var semicolon: String { language == .zh ? "；" : "; " }

  private func inBrackets(_ text: String) -> String { language == .zh ? "（\(text)）" : " (\(text))" }

  /// Choices to tick off, such as `□一致 □不一致`.
  func boxes(_ choices: [LocalizedText]) -> String {
    choices.map { "□" + $0[language] }.joined(separator: " ")
  }

  /// One wording.
  func say(_ text: LocalizedText) -> String { text[language] }
}

extension PaperChecklist.Finding {
  /// Puts a finding into a language.
  fileprivate init(_ aim: Checklist.Aim, _ language: Language) {
    severity = Messages.Paper.name(of: aim.severity)[language]
    message = aim.message[language] + (aim.count > 1 ? Messages.Paper.places(aim.count)[language] : "")
    remedy = aim.remedy?[language]
    place = "\(aim.place) \(aim.rule)"
  }
}
