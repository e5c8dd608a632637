package import Rules

/// The record of one walk, a document of kind `Walkthrough`.
package struct WalkRecord: Hashable, Sendable {
  /// What was found of a line of the guide.
  package enum Finding: String, Sendable, CaseIterable {
    /// 一致
    case same
    /// 不一致
    case differs
    /// 未涉及
    case untested
  }

  /// What was found of a question.
  package enum Answer: String, Sendable, CaseIterable {
    /// 没有问题
    case good
    /// 有问题
    case problem
    /// 未涉及
    case untested
  }

  /// How the errand ended.
  package enum Outcome: String, Sendable, CaseIterable {
    /// 办成
    case done
    /// 部分办成
    case partly
    /// 没办成
    case notDone = "not-done"
  }

  /// 指南写的 and 现场实际.
  package struct Line: Hashable, Sendable {
    /// Id of the line of the guide.
    package var id: String
    /// What is compared.
    package var about: String?
    /// What the guide said when it was walked.
    package var written: String?
    /// What the reviewer met.
    package var found: String?
    /// How the two agree; nil where it was left open.
    package var result: Finding?
    /// 说明
    package var note: String?
    /// Files that prove it.
    package var evidence: [String] = []

    /// A line that nothing was found of yet.
    package init(id: String) { self.id = id }
  }

  /// A paper that was asked for and is not in the guide.
  package struct Extra: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// 说明
    package var note: String?
    /// Files that prove it.
    package var evidence: [String] = []

    /// Names a paper.
    package init(name: String, note: String? = nil, evidence: [String] = []) {
      self.name = name
      self.note = note
      self.evidence = evidence
    }
  }

  /// The answer to a question.
  package struct Reply: Hashable, Sendable {
    /// Id of the question.
    package var id: String
    /// The question in its words of then.
    package var ask: String?
    /// The answer; nil where it was left open.
    package var result: Answer?
    /// 说明
    package var note: String?
    /// Files that prove it.
    package var evidence: [String] = []

    /// A question without an answer.
    package init(id: String) { self.id = id }
  }

  /// A photograph or other proof.
  package struct Evidence: Hashable, Sendable {
    /// Its file, relative to the record.
    package var file: String
    /// What it shows.
    package var caption: String?
    /// When it was taken.
    package var taken: String?

    /// Names a file.
    package init(file: String, caption: String? = nil, taken: String? = nil) {
      self.file = file
      self.caption = caption
      self.taken = taken
    }
  }

  /// Clock times, HH:MM.
  package struct Times: Hashable, Sendable {
    /// 取号
    package var ticket: String?
    /// 叫号
    package var called: String?
    /// 受理
    package var accepted: String?
    /// 离场
    package var left: String?

    /// None noted.
    package init() {}
  }

  /// Its id.
  package var id: String
  /// The item or bundle that was walked.
  package var document: DocumentName
  /// Id of the variant.
  package var variant: String?
  /// 事项版本 at the time.
  package var guideVersion: Int?
  /// Name of the round.
  package var round: String?
  /// The day, YYYY-MM-DD.
  package var date: String?
  /// Id of the mode.
  package var mode: String?
  /// Id of the persona.
  package var persona: String?
  /// Name of the reviewer.
  package var reviewer: String?
  /// Id of the reviewer's role.
  package var role: String?
  /// Unit of the reviewer.
  package var unit: String?
  /// Type of the channel.
  package var channel: String?
  /// Where.
  package var place: String?
  /// When.
  package var times = Times()
  /// The lines of the guide.
  package var lines: [Line] = []
  /// What was asked for besides.
  package var extra: [Extra] = []
  /// The questions.
  package var answers: [Reply] = []
  /// Scores from 1 to 5.
  package var scores: [Aspect: Int] = [:]
  /// How the errand ended.
  package var outcome: Outcome?
  /// 办不了
  package var cannot: String?
  /// 很难办
  package var hard: String?
  /// 不给办
  package var refused: String?
  /// At least one, by the rules of a round.
  package var suggestions: [String] = []
  /// One sentence.
  package var conclusion: String?
  /// Photographs and other proof.
  package var evidence: [Evidence] = []
  /// How many personal data import has masked.
  package var masked = 0

  /// An empty record of the walk of a document.
  package init(id: String, document: DocumentName) {
    self.id = id
    self.document = document
  }
}
