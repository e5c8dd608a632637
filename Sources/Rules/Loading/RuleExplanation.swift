import DataTree
package import Diagnostics

/// What a rule says beyond its message, read when it is first asked for: it is more than half of a rule file, and most
/// lints show little of it.
package final class RuleExplanation: Sendable {
  /// The texts as the file has them.
  struct Texts: Sendable {
    /// What the fault costs the applicant.
    var why: LocalizedText?
    /// What the author of the guide is to do.
    var remedy: LocalizedText?
    /// The question for the department, where only it can know what is right.
    var ask: LocalizedText?
    /// A remark for readers of the rule, such as why nothing makes it binding.
    var note: LocalizedText?
    /// The laws and regulations that make it binding.
    var sources: [LegalSource] = []
  }

  /// The keys of a rule file that it is read from.
  static let keys: [StaticString] = ["why", "remedy", "ask", "note", "sources"]

  private let texts: Deferred<Texts>

  /// Keeps texts.
  init(_ texts: Texts) { self.texts = Deferred { texts } }

  /// Reads the texts of a tested file when they are needed.
  init(of file: RuleSourceFile) {
    texts = Deferred {
      SchemaFile.read(file.source).tree.map { tree in
        withExtendedLifetime(tree) { Texts(TreeFields(tree.view)) }
      } ?? Texts()
    }
  }

  /// The texts that a summary of a report has.
  package convenience init(why: LocalizedText?, remedy: LocalizedText?, sources: [LegalSource]) {
    self.init(Texts(why: why, remedy: remedy, sources: sources))
  }

  /// What the fault costs the applicant.
  package var why: LocalizedText? { texts.value.why }
  /// What the author of the guide is to do.
  package var remedy: LocalizedText? { texts.value.remedy }
  /// The question for the department, where only it can know what is right.
  package var ask: LocalizedText? { texts.value.ask }
  /// A remark for readers of the rule, such as why nothing makes it binding.
  package var note: LocalizedText? { texts.value.note }
  /// The laws and regulations that make it binding.
  package var sources: [LegalSource] { texts.value.sources }
}

extension RuleExplanation.Texts {
  /// Reads them from a rule file.
  init(_ fields: TreeFields) {
    why = fields.localized("why")
    remedy = fields.localized("remedy")
    ask = fields.localized("ask")
    note = fields.localized("note")
    sources = fields.elements("sources").compactMap { node in
      let source = TreeFields(fields.view, node)
      return source.string("title").map {
        LegalSource(title: $0, article: source.string("article"), url: source.string("url"))
      }
    }
  }
}
