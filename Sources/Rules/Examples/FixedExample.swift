import Diagnostics
import SourceText

/// An example after all fixes of its rule, and what differs from the text that it promises.
struct FixedExample {
  /// The text of the example's own file afterwards.
  let text: String
  /// What is not as the example says.
  let complaints: [LocalizedText]

  /// Applies every fix of the rule, whatever its applicability, pass by pass.
  init(_ example: RuleExample, of rule: Rule, in library: RuleLibrary, variant: ExampleVariant = .plain) {
    func judge(_ changed: [String: [UInt8]]) -> LintReport {
      LittleCatalog(example, of: rule, in: library, variant: variant, changed: changed).catalog.report()
    }
    let outcome = FixLoop(applying: Set(Applicability.allCases), judge: judge).run(judge([:]))
    let own = outcome.files.first { $0.path == LittleCatalog.ownPath }
    text = own.map { String(decoding: $0.after, as: UTF8.self) } ?? variant.apply(to: MarkedText(example.text).text)
    var complaints = outcome.rejected.compactMap { $0.fix.map { Messages.fixRejected($0.title) } }
    if let fixed = example.fixed, let message = FixedExample.difference(variant.apply(to: fixed), text) {
      complaints.append(message)
    }
    self.complaints = complaints
  }

  /// The first line in which two texts differ; nil where their bytes are the same.
  private static func difference(_ expected: String, _ found: String) -> LocalizedText? {
    guard !expected.utf8.elementsEqual(found.utf8) else { return nil }
    let left = expected.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    let right = found.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    let line = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    return Messages.fixedDiffers(
      line: line + 1, expected: line < left.count ? left[line] : "", found: line < right.count ? right[line] : "")
  }
}

extension CatalogSummaries {
  /// What was said, as a report.
  /// - Parameter isFixingFaults: whether faults of reading keep their fixes, too.
  func report(isFixingFaults: Bool = false) -> LintReport {
    var found: [ReportedDiagnostic] = []
    var sources: [String: SourceFile] = [:]
    for file in files {
      sources[file.source.path] = file.source
      for fault in file.summary.faults {
        let diagnostic = fault.diagnostic
        found.append(
          ReportedDiagnostic(
            rule: diagnostic.id, severity: diagnostic.severity, message: diagnostic.message, file: file.source.path,
            range: diagnostic.range, document: fault.document.map { file.summary.documents[$0].name },
            anchor: fault.anchor, fix: isFixingFaults ? diagnostic.fix : nil))
      }
      for document in file.summary.documents {
        for result in document.results {
          found.append(
            ReportedDiagnostic(
              rule: ruleID(result.rule), state: result.state, severity: .error, message: result.message,
              file: file.source.path, range: result.range, document: document.name, anchor: result.anchor,
              fix: result.fix))
        }
      }
    }
    found.sort { ($0.file, $0.range.start) < ($1.file, $1.range.start) }
    DiagnosticKey.number(&found)
    return LintReport(
      version: "", isComplete: true, fileCount: files.count, documentCount: 0, rules: [], diagnostics: found,
      sources: sources)
  }
}
