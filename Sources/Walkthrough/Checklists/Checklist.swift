package import Diagnostics
package import Drawing
package import Rules

/// What a reviewer takes on the walk of one item or bundle: what the guide says beside room for what is found, framed by
/// what to aim at before, what to ask during and what to conclude after.
package struct Checklist: Sendable {
  /// The circumstances that are known before the walk; what is nil is filled in by hand.
  package struct Occasion: Sendable {
    /// Mode of the walk, an entry of the kit `modes`.
    package var mode: Kit.Entry?
    /// As whom the reviewer comes, an entry of the kit `personas`.
    package var persona: Kit.Entry?
    /// Type of the channel, such as `window`.
    package var channel: String?
    /// Id of the variant that is applied for.
    package var variant: String?
    /// The day, YYYY-MM-DD.
    package var date: String?
    /// Name of the round.
    package var round: String?

    /// Nothing is known yet.
    package init() {}
  }

  /// A finding of the linter to aim at.
  package struct Aim: Hashable, Sendable {
    /// Rule id.
    package var rule: String
    /// How grave it is.
    package var severity: Severity
    /// What is wrong.
    package var message: LocalizedText
    /// What to do about it.
    package var remedy: LocalizedText?
    /// `file:line`.
    package var place: String
    /// Id of the line of the guide that it speaks of, as far as it can be told.
    package var line: String?
    /// How many places of the document have the same fault.
    package var count = 1
  }

  /// A question that no program can answer.
  package struct Question: Hashable, Sendable {
    /// Id in records: `ask.<rule-id>` or `hall.<question-id>`.
    package var id: String
    /// The question.
    package var ask: LocalizedText
    /// Which of the four questions it serves.
    package var aspect: Aspect?
    /// Rules that ask the same in the same words, besides the one that gives the id.
    package var alike: [String]
  }

  /// A stage of the way through the channel, with a time to note where it has one.
  package struct Stage: Hashable, Sendable {
    /// `stage.<id>`.
    package var id: String
    /// What it is called.
    package var name: LocalizedText
  }

  /// The aspect that is scored, with what 1 to 5 mean.
  package struct Score: Hashable, Sendable {
    /// The aspect.
    package var aspect: Aspect
    /// The question, 懂不懂.
    package var name: LocalizedText
    /// What each score from 1 to 5 means, as far as the kit says so.
    package var anchors: [Int: LocalizedText]
  }

  /// The types of channels that documents and records name.
  package static let channelTypes = [
    "window", "pc", "app", "mini-program", "kiosk", "mail", "home", "video", "hotline",
  ]

  /// How many parts the size of the sheet left out.
  package struct Omitted: Hashable, Sendable {
    /// Lines of the guide that apply.
    package var lines = 0
    /// Questions that apply.
    package var questions = 0
  }

  /// The item or bundle.
  package var guide: Guide
  /// What is known of the walk.
  package var occasion: Occasion
  /// 走前: findings to aim at, gravest first.
  package var aims: [Aim]
  /// 走中: what the guide says, for this variant and channel.
  package var lines: [GuideLine]
  /// 走中: what to ask and look at, the most telling first.
  package var questions: [Question]
  /// The way through the channel.
  package var stages: [Stage]
  /// 走后: what is scored.
  package var scores: [Score]
  /// Version of the tool that made it.
  package var version: String
  /// Whether it may take four sheets instead of one.
  package var isFull = false
  /// What was left out for its size.
  package var omitted = Omitted()
  /// What the mode and the persona remind a reviewer of.
  package var prompts: [LocalizedText] = []
  /// What the linter has proved, every place of it, which nobody has to prove again on the spot.
  package var annex: [Aim] = []
  /// The process of an item, or the members of a bundle; nil where it states none.
  package var picture: GraphDrawing?
}
