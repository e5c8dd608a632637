import Catalog
import Diagnostics
import SourceText

/// One run of one rule over the little catalog of an example, and what the example has to complain of.
struct ExampleRun {
  /// What is not as the example says.
  let complaints: [LocalizedText]

  /// Runs the example as a little catalog; `mutation` stands in for the result of `require`, nil runs the rule as it
  /// is; `coverage` is told what the example reaches.
  init(
    _ example: RuleExample, of rule: Rule, in library: RuleLibrary, variant: ExampleVariant, mutation: Bool?,
    coverage: CoverageLog? = nil
  ) {
    let little = LittleCatalog(
      example, of: rule, in: library, variant: variant, mutation: mutation, coverage: coverage)
    let texts = little.texts
    let catalog = little.catalog
    var complaints = texts.flatMap { _, marked in marked.faulty.map(Messages.badMark) }
    complaints += ExampleRun.shapeComplaints(catalog)
    if !little.base.isEmpty { complaints += ExampleRun.shapeComplaints(LittleCatalog.read(little.base, library)) }
    let found = ExampleRun.marks(catalog)
    let expected = texts.flatMap { path, marked in
      marked.marks.map { mark in
        var mark = mark
        mark.line += variant.lineShift
        return PlacedMark(path: path, mark: mark)
      }
    }
    switch example.expectation {
    case .bad:
      complaints += ExampleRun.compare(expected, found)
      if expected.isEmpty { complaints.append(Messages.nothingMarked) }
    case .ok, .na:
      complaints += found.map { Messages.unexpected($0.mark, $0.message) }
      if !expected.isEmpty { complaints.append(Messages.marksInCleanExample) }
    }
    let passes = ExampleRun.passCount(catalog)
    if example.expectation == .ok, passes == 0 { complaints.append(Messages.nothingPassed) }
    if example.expectation == .na, passes > 0 { complaints.append(Messages.somethingPassed(passes)) }
    self.complaints = complaints
  }

  private struct PlacedMark {
    var path: String
    var mark: MarkedText.Mark
    var message = LocalizedText(zh: "", en: "")
  }

  private static func compare(_ expected: [PlacedMark], _ found: [PlacedMark]) -> [LocalizedText] {
    var rest = found
    var complaints: [LocalizedText] = []
    for mark in expected {
      if let index = rest.firstIndex(where: { $0.path == mark.path && mark.mark.expects($0.mark) }) {
        rest.remove(at: index)
      } else {
        complaints.append(Messages.missingDiagnostic(mark.mark))
      }
    }
    return complaints + rest.map { Messages.unexpected($0.mark, $0.message) }
  }

  /// Failures and errors as marks, in the form that examples write.
  private static func marks(_ catalog: CatalogSummaries) -> [PlacedMark] {
    catalog.files.flatMap { file in
      let lines = LineMap(file.source.bytes)
      return file.summary.documents.flatMap(\.results).map { result in
        let start = lines.position(at: result.range.start, in: file.source.bytes)
        let lineEnd = lines.range(ofLine: start.line, in: file.source.bytes).end
        let end = lines.position(at: min(result.range.end, max(lineEnd, result.range.start)), in: file.source.bytes)
        let rule = result.state == .error ? "error" : catalog.ruleID(result.rule)
        return PlacedMark(
          path: file.source.path,
          mark: MarkedText.Mark(line: start.line, columns: start.column..<max(end.column, start.column), rule: rule),
          message: result.message)
      }
    }
  }

  private static func passCount(_ catalog: CatalogSummaries) -> Int {
    catalog.files.flatMap(\.summary.documents).flatMap(\.tallies).reduce(0) { $0 + Int($1.pass) }
  }

  // An example shows what matters to it, so missing fields are no fault; everything else is.
  private static func shapeComplaints(_ catalog: CatalogSummaries) -> [LocalizedText] {
    catalog.files.flatMap(\.summary.faults).filter { $0.diagnostic.id != ShapeFaults.missingField }.map {
      Messages.exampleShape($0.diagnostic.message)
    }
  }
}

/// The documents of an example, linted by its rule alone.
struct LittleCatalog {
  /// Path and text of each file, the example's own document first, those of the version compared against last.
  let texts: [(path: String, marked: MarkedText)]
  /// The files of the version compared against.
  let base: [SourceFile]
  /// The settings under which the rule ran.
  let settings: SettingsResolver
  /// What came out.
  let catalog: CatalogSummaries

  /// Where the example's own documents stand.
  static let ownPath = "example.yaml"
  /// Where the documents of `base` stand.
  private static let basePath = "base/example.yaml"

  /// Lints the documents, some with other bytes than the example has.
  init(
    _ example: RuleExample, of rule: Rule, in library: RuleLibrary, variant: ExampleVariant = .plain,
    mutation: Bool? = nil, coverage: CoverageLog? = nil, changed: [String: [UInt8]] = [:]
  ) {
    func sources(_ texts: [(path: String, marked: MarkedText)]) -> [SourceFile] {
      texts.map { path, marked in
        SourceFile(path: path, bytes: changed[path] ?? Array(variant.apply(to: marked.text).utf8))
      }
    }
    let own =
      [(LittleCatalog.ownPath, MarkedText(example.text))] + example.files.map { ($0.path, MarkedText($0.text)) }
    let compared = example.base.map { [(path: LittleCatalog.basePath, marked: MarkedText($0))] } ?? []
    texts = own + compared
    let files = sources(own)
    let old = sources(compared)
    base = old
    let parameters = example.parameters.map { ($0.name, $0.value, SourceRange(0, 0)) }
    var configuration = Configuration.builtIn
    configuration.extends = []
    configuration.rules = [(rule.page.id, RuleSetting(isOn: true, parameters: parameters))]
    let language = configuration.textLanguage
    settings = SettingsResolver(library: library, configuration: configuration)
    let context = LintContext(
      library: library, catalog: CatalogContext(registriesAmong: files, library: library, textLanguage: language),
      settings: settings, textLanguage: language, today: example.today ?? "2025-01-01",
      base: example.base.map { _ in BaseCatalog(comparing: old, library: library, textLanguage: language) },
      mutation: mutation, coverage: coverage)
    catalog = CatalogSummaries.lint(files, context)
  }

  /// Lints files on which no rule is to run, for the faults of their shape.
  static func read(_ files: [SourceFile], _ library: RuleLibrary) -> CatalogSummaries {
    var configuration = Configuration.builtIn
    configuration.extends = []
    let context = LintContext(
      library: library, catalog: CatalogContext(registriesAmong: files, library: library, textLanguage: "zh"),
      settings: SettingsResolver(library: library, configuration: configuration), textLanguage: "zh", today: "")
    return CatalogSummaries.lint(files, context)
  }
}

extension BaseCatalog {
  /// Puts a base together from files in the folder `base`, as tests of rules do.
  convenience init(comparing sources: [SourceFile], library: RuleLibrary, textLanguage: String) {
    let files = sources.map { source in
      File(source, path: String(source.path.dropFirst("base/".count)), library: library)
    }
    self.init(files, library: library, textLanguage: textLanguage)
  }
}

extension CatalogSummaries {
  /// Lints files one after another, as tests of rules do; what is judged of documents that are gone comes last.
  static func lint(_ files: [SourceFile], _ context: LintContext) -> CatalogSummaries {
    let stage = DocumentStage(context)
    let ordered = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var catalog = CatalogSummaries(
      ordered.map { File(source: $0, path: $0.path, summary: stage.lint($0, path: $0.path)) })
    catalog.ruleIDs = context.library.rules.map(\.page.id)
    let last = CatalogStage(context, catalog)
    let groups = CatalogGroups(context, catalog).judge()
    for place in catalog.waiting {
      let outcome = last.judge(place)
      catalog.merge(outcome.results, outcome.tallies, at: place)
    }
    for judged in groups { catalog.merge(judged) }
    let removed = context.base?.removed(from: catalog, library: context.library) ?? []
    catalog.files += removed.compactMap { last.judgeRemoved($0) }
    return catalog
  }

  /// The id of a rule by its number.
  func ruleID(_ rule: Int) -> String { ruleIDs.indices.contains(rule) ? ruleIDs[rule] : "" }
}
