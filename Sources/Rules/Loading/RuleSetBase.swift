import Catalog

/// The schemas, vocabularies and packs of a rule set, read once for many loads of different rules.
package struct RuleSetBase {
  /// The load so far.
  private let loader: LibraryLoader

  /// Reads everything but rules.
  package init(_ files: [RuleSourceFile], authoring: AuthoringSchemas) {
    var loader = LibraryLoader(authoring: authoring, normalize: nil, readsExamples: true)
    loader.readSchemas(files)
    loader.readVocabularies(files)
    loader.readPacks(files)
    loader.readProfiles(files)
    self.loader = loader
  }

  /// The set with these rules, as `RuleLibrary.load` would make it of all files.
  package func library(of rules: [RuleSourceFile]) -> RuleLibrary {
    var loader = loader
    loader.readRules(rules)
    return loader.finish()
  }
}
