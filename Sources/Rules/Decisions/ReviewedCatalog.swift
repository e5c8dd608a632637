import SourceText

/// What a run looked at in one catalog, so that a decision is called unused only where it could have been used.
package struct ReviewedCatalog: Sendable {
  /// What became of a rule on a document.
  enum Judgement {
    /// It ran.
    case ran
    /// The configuration leaves it out.
    case off
    /// It would run on another call: with other flags, or with a version to compare with.
    case left
  }

  /// The rules.
  let library: RuleLibrary
  /// Settings where no override applies.
  let settings: EffectiveSettings
  /// The files, in order of path.
  let files: [CatalogSummaries.File]
  /// Whether each file is reported.
  let isReported: [Bool]
  /// Whether nothing of the catalog was left out: no file by a flag, no document by a YAML error.
  let isLoadedWhole: Bool
  /// Ids of everything that a decision may accept.
  let acceptableIDs: Set<String>
  /// By rule: whether it would run on another call.
  private let isLeft: Deferred<[Bool]>
  /// The documents by name, which only waivers and baselines ask for.
  private let names: Deferred<Names>

  /// The documents by the names that keys give them.
  private struct Names: Sendable {
    /// Those that are reported.
    var reported: [String: [CatalogSummaries.Place]] = [:]
    /// All that were read.
    var known: Set<String> = []
  }

  /// Notes what was looked at.
  /// - Parameters:
  ///   - isWhole: false where flags left files of the catalog out.
  ///   - hasBase: whether there was a version to compare with.
  package init(
    library: RuleLibrary, settings: SettingsResolver, files: [CatalogSummaries.File], isReported: [Bool],
    isWhole: Bool, hasBase: Bool
  ) {
    self.library = library
    self.settings = settings.base
    self.files = files
    self.isReported = isReported
    isLoadedWhole = isWhole && files.allSatisfy(ReviewedCatalog.isReadWhole)
    acceptableIDs = library.acceptableIDs
    // Asked for where a decision is left over; whether a rule reads the earlier version, only its expressions tell.
    isLeft = Deferred {
      let leftByFlags = settings.rulesLeftByFlags
      return library.rules.enumerated().map { index, rule in
        leftByFlags.contains(index) || (rule.readsBase || rule.isOnRemoved) && !hasBase
      }
    }
    names = Deferred { ReviewedCatalog.names(in: files, isReported: isReported) }
  }

  private static func names(in files: [CatalogSummaries.File], isReported: [Bool]) -> Names {
    var names = Names()
    for (position, file) in files.enumerated() {
      for (document, summary) in file.summary.documents.enumerated() {
        let name = summary.name.id.isEmpty ? file.path : summary.name.id
        names.known.insert(name)
        guard isReported[position] else { continue }
        names.reported[name, default: []].append(CatalogSummaries.Place(file: position, document: document))
      }
    }
    return names
  }

  /// Whether a file has no document of which nobody can tell what it is.
  private static func isReadWhole(_ file: CatalogSummaries.File) -> Bool {
    file.summary.unreadableIDs.isEmpty
      && !file.summary.faults.contains { $0.diagnostic.severity == .error && $0.diagnostic.id.hasPrefix("yaml-") }
  }

  /// Names of all documents that were read.
  var documentNames: Set<String> { names.value.known }

  /// Whether every file of the catalog was loaded and reported.
  var isReportedWhole: Bool { isLoadedWhole && isReported.allSatisfy { $0 } }

  /// The documents that a name of keys stands for, as far as they were reported.
  func documents(named name: String) -> [DocumentSummary] {
    (names.value.reported[name] ?? []).map { files[$0.file].summary.documents[$0.document] }
  }

  /// Whether what a name selects was judged on some documents: something of it ran, and nothing was left out that
  /// another call would run.
  func isJudged(_ selected: SelectedRules, on documents: [DocumentSummary]) -> Bool {
    documents.allSatisfy { document in
      let judgements = selected.rules.map { judgement(of: $0, on: document) }
      return !judgements.contains(.left) && (selected.hasBuiltIn || judgements.contains(.ran))
    }
  }

  /// Whether a rule or built-in fault was judged on a document; of one that is gone, only a look at everything tells.
  func isJudged(_ id: String, onDocument name: String) -> Bool {
    guard let rule = library.index(ofRule: id) else { return isJudged(name) }
    if isLeft.value[rule] { return false }
    let documents = documents(named: name)
    if documents.isEmpty { return isJudged(name) }
    return documents.allSatisfy { judgement(of: rule, on: $0) == .ran }
  }

  private func isJudged(_ name: String) -> Bool {
    names.value.reported[name] != nil || isReportedWhole && !documentNames.contains(name)
  }

  private func judgement(of rule: Int, on document: DocumentSummary) -> Judgement {
    if isLeft.value[rule] || document.tallies.isEmpty && !document.isTallied { return .left }
    return document.settings.isOn(rule) ? .ran : .off
  }
}
