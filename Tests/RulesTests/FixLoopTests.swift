import Diagnostics
import SourceText
import Testing

@testable import Rules

/// A catalog of texts in which words are faults: a rule forbids a word, and its fix writes another.
private struct WordCatalog {
  /// Rule, forbidden word, the word that the fix writes.
  var rules: [(id: String, word: String, replacement: String)]
  var files: [String: String]

  func report(_ changed: [String: [UInt8]]) -> LintReport {
    var found: [ReportedDiagnostic] = []
    var sources: [String: SourceFile] = [:]
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let bytes = changed[path] ?? Array(text.utf8)
      sources[path] = SourceFile(path: path, bytes: bytes)
      for (id, word, replacement) in rules {
        let wanted = Array(word.utf8)
        for start in bytes.indices where bytes[start...].starts(with: wanted) {
          let range = SourceRange(start..<start + wanted.count)
          let fix = Fix(
            title: LocalizedText(zh: id, en: id), applicability: .safe,
            edits: [Edit(range: range, replacement: replacement)])
          found.append(
            ReportedDiagnostic(
              rule: id, severity: .error, message: LocalizedText(zh: id, en: id), file: path, range: range,
              anchor: StablePlace(path: "\(start)", value: 0), fix: replacement == "-" ? nil : fix))
        }
      }
    }
    return LintReport(
      version: "", isComplete: true, fileCount: files.count, documentCount: 0, rules: [], diagnostics: found,
      sources: sources)
  }

  func fixed() -> (texts: [String: String], rejected: [String], passes: Int) {
    let outcome = FixLoop(applying: [.safe], judge: report).run(report([:]))
    let texts = Dictionary(
      uniqueKeysWithValues: outcome.files.map { ($0.path, String(decoding: $0.after, as: UTF8.self)) })
    return (texts, outcome.rejected.map(\.rule), outcome.files.map(\.passes.count).max() ?? 0)
  }
}

@Test func ofOverlappingFixesTheFirstWinsAndTheOthersWait() {
  let catalog = WordCatalog(
    rules: [("b", "bc", "x"), ("a", "abc", "zbc"), ("c", "cd", "y")], files: ["f": "abc cd"])
  // `abc` begins first, so `bc` inside it waits; `cd` stands apart.
  #expect(catalog.fixed().texts == ["f": "zx y"])
  #expect(catalog.fixed().passes == 2)
}

@Test func aFixThatBringsAnErrorIsTakenBackAndTheOthersStay() {
  let catalog = WordCatalog(
    rules: [("good", "a", "A"), ("harmful", "b", "!"), ("error", "!", "-")], files: ["f": "a b a a", "g": "a"])
  let result = catalog.fixed()
  #expect(result.texts == ["f": "A b A A", "g": "A"])
  #expect(result.rejected == ["harmful"])
}

@Test func aFixThatLeavesItsFindingIsTakenBack() {
  let result = WordCatalog(rules: [("r", "a", "xa"), ("s", "b", "c")], files: ["f": "a b"]).fixed()
  #expect(result.texts == ["f": "a c"])
  #expect(result.rejected == ["r"])
}

@Test func fixesThatNeverSettleEnd() {
  // Each fix makes the other's fault.
  let result = WordCatalog(rules: [("r", "a", "b"), ("s", "b", "a")], files: ["f": "a"]).fixed()
  #expect(result.texts.isEmpty && result.rejected == ["r"])
}

@Test func aFixThatIsFeltInAnotherFileIsTakenBack() {
  let catalog = WordCatalog(rules: [("r", "a", "A")], files: ["f": "a", "g": "x", "h": "a", "i": "a"])
  func judge(_ changed: [String: [UInt8]]) -> LintReport {
    var report = catalog.report(changed)
    if changed["h"] == Array("A".utf8) {
      report.diagnostics.append(
        ReportedDiagnostic(
          rule: "error", severity: .error, message: LocalizedText(zh: "", en: ""), file: "g", range: SourceRange(0, 1)))
    }
    return report
  }
  let outcome = FixLoop(applying: [.safe], judge: judge).run(judge([:]))
  #expect(outcome.files.map(\.path) == ["f", "i"])
  #expect(outcome.rejected.map(\.file) == ["h"])
}

@Test func deletionsSideBySideWaitForEachOther() {
  let bytes = Array("a\n\n# c\nb\nd\n".utf8)
  func diagnostic(_ range: Range<Int>) -> ReportedDiagnostic {
    ReportedDiagnostic(
      rule: "r", severity: .error, message: LocalizedText(zh: "", en: ""), file: "f", range: SourceRange(range),
      fix: Fix(
        title: LocalizedText(zh: "", en: ""), applicability: .safe,
        edits: [Edit(range: SourceRange(range), replacement: "")]))
  }
  let selection = FixSelection([diagnostic(7..<9), diagnostic(0..<2), diagnostic(9..<11)], in: bytes)
  #expect(selection.edits.map(\.range.start) == [0, 9] || selection.edits.map(\.range.start) == [0])
  #expect(!selection.edits.contains { $0.range.start == 7 })
}
