internal import Diagnostics
internal import Reports
package import Rules
internal import SourceText
internal import Walkthrough

/// The pages of a rule set: one for each rule and an index, ready to be written into a folder.
package struct RuleReference {
  /// A page.
  package struct Page: Sendable {
    /// File name, such as `material-duplicate.md`.
    package var name: String
    /// Its text.
    package var text: String
  }

  private let library: RuleLibrary

  /// Prepares the pages of a library that was loaded with its examples.
  package init(_ library: RuleLibrary) { self.library = library }

  /// The pages of some rules, and their index as `README.md`.
  package func pages(of rules: [Rule]) -> [Page] {
    let index = Page(name: "README.md", text: RuleIndexWriter.text(rules.map(\.page), packs: library.packs))
    return [index] + rules.map { Page(name: "\($0.page.id).md", text: text(of: $0)) }
  }

  private func text(of rule: Rule) -> String {
    let page = rule.page
    let title = library.packs.first { $0.id == page.pack }?.title
    let examples = page.examples
    return RulePageWriter.text(
      page, pack: title ?? LocalizedText(zh: page.pack, en: page.pack),
      bad: examples.first { $0.expectation == .bad }.map { pictured(shown($0, of: rule)) },
      ok: examples.first { $0.expectation == .ok }.map { shown($0, of: rule) },
      fixed: examples.first { $0.fixed != nil }.map { shown($0, of: rule) })
  }

  /// An example with pictures of its processes, which say more than the lines do.
  private func pictured(_ shown: ShownExample) -> ShownExample {
    var shown = shown
    shown.pictures = RuleTester(library).read(documentsOf: shown.example) {
      DocumentPicture(example: $0)?.mermaid(.zh)
    }.compactMap { $0 }
    return shown
  }

  private func shown(_ example: RuleExample, of rule: Rule) -> ShownExample {
    let run = RuleTester(library).run(example, of: rule)
    var assembly = ReportAssembly(workingDirectory: "/")
    let linted = LintedCatalog(
      files: run.catalog.files, isReported: run.catalog.files.map { _ in true }, removed: [], baseSources: run.base,
      counters: WorkCounters())
    assembly.add(linted, library: library, settings: run.settings)
    var report = assembly.outcome().report
    // An example leaves out what does not matter to it, which is no finding of the rule.
    report.diagnostics.removeAll { $0.rule != rule.page.id }
    var readable = example
    readable.files = run.furtherFiles
    return ShownExample(
      example: readable, text: run.text, report: report.diagnostics.isEmpty ? nil : report, fixed: example.fixed)
  }

  /// Writes the pages into a folder; a page that is as it should be is left alone.
  /// - Returns: names of pages in the folder that belong to no rule.
  package static func write(_ pages: [Page], to folder: String, _ fileSystem: any FileSystem) throws(FileFailure)
    -> [String]
  {
    try fileSystem.makeFolder(folder)
    for page in pages {
      let path = folder + "/" + page.name
      let bytes = Array(page.text.utf8)
      if let known = try? fileSystem.read(path), known == bytes { continue }
      try fileSystem.write(bytes, to: path)
    }
    let names = Set(pages.map(\.name))
    return try fileSystem.list(folder).filter { $0.kind == .file && $0.name.hasSuffix(".md") }.map(\.name)
      .filter { !names.contains($0) }
  }
}
