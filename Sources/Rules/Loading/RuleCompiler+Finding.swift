import Catalog
import Diagnostics
import TextPatterns

/// What `find` may name.
extension RuleCompiler {
  /// Why `find` names nothing that can be looked for.
  struct FindFault: Error {
    /// Id of the diagnostic.
    var id: String
    /// What is wrong, and what was meant.
    var message: LocalizedText
  }

  /// What `find` names: `vocabulary.…`, `finder.…`, or else an RE2 pattern.
  func search(_ text: String) -> Result<TargetPattern, FindFault> {
    if text.hasPrefix("vocabulary.") {
      let name = String(text.dropFirst("vocabulary.".count))
      if let table = tables.first(where: { $0.id == name }) { return search(table) }
      if let index = vocabularyNames.firstIndex(of: name) { return .success(.vocabulary(index)) }
      let message = Messages.unknownVocabulary(name, known: vocabularyNames)
      return .failure(FindFault(id: "rule-vocabulary", message: message))
    }
    if text.hasPrefix("finder.") {
      let name = String(text.dropFirst("finder.".count))
      if let finder = TextFinder(rawValue: name) { return .success(.finder(finder)) }
      return .failure(FindFault(id: "rule-finder", message: Messages.unknownFinder(name)))
    }
    do throws(TextPattern.Failure) {
      return .success(.pattern(try TextPattern(text)))
    } catch {
      return .failure(
        FindFault(id: "rule-pattern", message: Messages.badPattern(text, error.reason, part: error.part)))
    }
  }

  /// A search for the names of a table; an empty table finds nothing.
  private func search(_ table: Vocabulary) -> Result<TargetPattern, FindFault> {
    do throws(TextPattern.Failure) {
      return .success(.names(try table.namePattern()))
    } catch {
      return .failure(
        FindFault(id: "rule-pattern", message: Messages.badPattern(table.id, error.reason, part: error.part)))
    }
  }
}
