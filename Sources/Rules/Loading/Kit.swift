package import Diagnostics

/// A set of data for walks, such as the ways of walking or the questions that are asked in a hall.
package struct Kit: Sendable {
  /// What records and other kits name; a user's pack may say something else under it.
  package var id: String
  /// What people read.
  package var title: LocalizedText
  /// The entries, in the order that checklists keep.
  package var entries: [Entry]

  /// One mode, persona, role, question, aspect or list; which fields it has depends on its kit.
  package struct Entry: Hashable, Sendable {
    /// What records name.
    package var id: String
    /// What people read.
    package var name: LocalizedText
    /// What it is and how it is used.
    package var description: LocalizedText?
    /// The set that it belongs to, such as the six actions of one city.
    package var group: LocalizedText?
    /// Types of channels that it is for; empty for all.
    package var channels: [String] = []
    /// Ids of the modes that it is for; empty for all.
    package var modes: [String] = []
    /// Ids of the personas that it is for; empty for all.
    package var personas: [String] = []
    /// What a walk passes through, in order.
    package var stages: [Stage] = []
    /// The question that only a person on the spot can answer.
    package var ask: LocalizedText?
    /// Which of the four questions it serves.
    package var aspect: Aspect?
    /// What reminds a reviewer of what to look at.
    package var prompts: [LocalizedText] = []
    /// What scores from 1 to 5 mean.
    package var anchors: [Int: LocalizedText] = [:]
    /// Fields of a ledger's rows that a list shows, in order.
    package var columns: [String] = []

    /// Names an entry without further fields.
    package init(id: String, name: LocalizedText) {
      self.id = id
      self.name = name
    }
  }

  /// One stage of a walk.
  package struct Stage: Hashable, Sendable {
    /// What a line's id on the checklist ends with.
    package var id: String
    /// What people read.
    package var name: LocalizedText

    /// Names a stage.
    package init(id: String, name: LocalizedText) {
      self.id = id
      self.name = name
    }
  }

  /// Holds a set.
  package init(id: String, title: LocalizedText, entries: [Entry]) {
    self.id = id
    self.title = title
    self.entries = entries
  }

  /// The entry with an id.
  package func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }
}
