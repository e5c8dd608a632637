package import Diagnostics

/// A list that the walkthrough offers to reviewers, such as the modes of a walk: data that a pack can replace.
package struct Kit: Sendable {
  /// Its id, such as `modes`.
  package var id: String
  /// What people call it.
  package var title: LocalizedText
  /// What it offers, in order.
  package var entries: [Entry]

  /// A step of the way through a channel.
  package struct Stage: Hashable, Sendable {
    /// Its id.
    package var id: String
    /// What it is called.
    package var name: LocalizedText

    /// Names a stage.
    package init(id: String, name: LocalizedText) {
      self.id = id
      self.name = name
    }
  }

  /// One choice.
  package struct Entry: Hashable, Sendable {
    /// Its id, by which records name it.
    package var id: String
    /// What it is called.
    package var name: LocalizedText
    /// More to know about it.
    package var description: LocalizedText?
    /// The set that it belongs to, such as 六大行动.
    package var group: LocalizedText?
    /// Types of channels to which it applies; empty for all.
    package var channels: [String] = []
    /// Modes to which it applies; empty for all.
    package var modes: [String] = []
    /// Personas to which it applies; empty for all.
    package var personas: [String] = []
    /// Its stages.
    package var stages: [Stage] = []
    /// The question that it asks.
    package var ask: LocalizedText?
    /// Which of the four questions it serves.
    package var aspect: Aspect?
    /// What a reviewer is reminded of.
    package var prompts: [LocalizedText] = []
    /// What scores from 1 to 5 mean.
    package var anchors: [Int: LocalizedText] = [:]
    /// Fields that a list of the ledger shows.
    package var columns: [String] = []

    /// Names a choice.
    package init(id: String, name: LocalizedText) {
      self.id = id
      self.name = name
    }
  }

  /// Holds a list.
  package init(id: String, title: LocalizedText, entries: [Entry]) {
    self.id = id
    self.title = title
    self.entries = entries
  }

  /// The choice with an id.
  package func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }
}
