package import Diagnostics
package import SourceText

/// What the document stage makes of one document; the catalog stage sees nothing else of it.
package struct DocumentSummary: Sendable {
  /// Position among its file's documents.
  package var index: Int
  /// Kind and id.
  package var name: DocumentName
  /// What a diagnostic about the id underlines.
  package var idRange: SourceRange
  /// Results other than pass and not applicable.
  package var results: [RuleResult]
  /// Pass and not applicable, by rule; empty for a document that no rule saw.
  package var tallies: [RuleTally]
  /// Whether its tallies were added to those of other documents and are not kept here.
  package var isTallied = false
  /// What it contributes to groups over the catalog.
  package var facts: [GroupFact]
  /// Rules that wait for the catalog stage.
  package var pending: [Int]
  /// What people call it.
  package var overview = DocumentOverview()
  /// The settings that apply to it.
  package var settings: EffectiveSettings
}

/// What the document stage makes of one file.
package struct FileSummary: Sendable {
  /// A diagnostic with the position of its document in `documents`, nil where it belongs to none.
  package struct Fault: Sendable {
    /// The diagnostic.
    package var diagnostic: Diagnostic
    /// Position in `documents`.
    package var document: Int?
    /// Path of the node, where there is one.
    package var path: String?
    /// The same place by names instead of positions.
    package var anchor: StablePlace?

    /// Attaches a diagnostic to a document.
    package init(diagnostic: Diagnostic, document: Int? = nil, path: String? = nil, anchor: StablePlace? = nil) {
      self.diagnostic = diagnostic
      self.document = document
      self.path = path
      self.anchor = anchor
    }
  }

  /// The documents that could be read.
  package var documents: [DocumentSummary] = []
  /// Number of documents, those included that could not be read.
  package var documentCount = 0
  /// Ids of documents with a YAML error, as far as they were read.
  package var unreadableIDs: [String] = []
  /// Faults of text, shape and references.
  package var faults: [Fault] = []
  /// Comments that accept failures.
  package var suppressions: [Suppression] = []

  /// An empty file.
  package init() {}
}

extension CatalogSummaries {
  /// Adds the results of the catalog stage to a document.
  package mutating func merge(_ results: [RuleResult], _ tallies: [RuleTally], at place: Place) {
    files[place.file].summary.documents[place.document].results += results
    for (rule, tally) in tallies.enumerated() {
      files[place.file].summary.documents[place.document].tallies[rule].pass += tally.pass
      files[place.file].summary.documents[place.document].tallies[rule].notApplicable += tally.notApplicable
    }
  }

  /// Adds a result of a group over the catalog to its member's document.
  package mutating func merge(_ judged: CatalogGroups.Judged) {
    let place = judged.place
    if let result = judged.result {
      files[place.file].summary.documents[place.document].results.append(result)
    } else if judged.state == .pass {
      files[place.file].summary.documents[place.document].tallies[judged.rule].pass += 1
    } else {
      files[place.file].summary.documents[place.document].tallies[judged.rule].notApplicable += 1
    }
  }
}
