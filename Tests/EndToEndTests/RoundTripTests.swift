import Foundation
import TestSupport
import Testing

/// From finding to walk to ledger to proof, with the real binary and a real browser.
@Suite(.serialized) struct RoundTripTests {
  /// Runs a scenario of `Browser/walk.py`; gives back what it prints.
  private func play(_ arguments: [String]) throws -> [String] {
    let python = try #require(ExternalTool.python(with: "selenium"), ".ci/libraries --tests installs Selenium")
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Browser/walk.py").path
    let outcome = try python.run(["-B", script] + arguments)
    #expect(outcome.exitCode == 0, "\(arguments): \(outcome.output)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  private func run(_ arguments: String..., in folder: TemporaryFolder, expecting code: Int32 = 0) throws
    -> Guidelint.Outcome
  {
    let outcome = try Guidelint(arguments: arguments).in(folder).run()
    #expect(outcome.exitCode == code, "\(arguments): \(outcome.everything)")
    return outcome
  }

  /// The rows of the ledger by what they are about.
  private func row(_ key: String, in folder: TemporaryFolder) throws -> (id: String, text: String) {
    let ledger = try #require(folder.text("ledger.yaml"))
    let rows = ledger.components(separatedBy: "\n  - id: ").dropFirst()
    let row = try #require(rows.first { $0.contains(key) }, "no row about \(key) in\n\(ledger)")
    return (String(row.prefix { $0 != "\n" }), row)
  }

  @Test func fromFindingToProof() throws {
    let folder = try Sample.catalog([
      "items/a.yaml": Sample.item("a", visits: 2) + "materials: [{id: form, name: 申请表, copies: 1}]\nfees: []\n"
    ])
    let downloads = try TemporaryFolder()
    _ = try run("lint", in: folder, expecting: 1)
    // The checklist knows what the linter found.
    _ = try run("checklist", "a", "-f", "html=\(downloads.path)/a.html", in: folder)
    let page = try #require(downloads.text("a.html"))
    #expect(page.contains("要跑 2 次") && page.contains("data-line=\"material.form\""))
    let saved = try play(["walk", downloads.path, "\(downloads.path)/a.html", "differs"])
    try #require(saved.count == 2)
    let imported = try run("walk", "import", saved[0], in: folder)
    #expect(imported.talk.contains("walks/"))
    // What the linter and the walk found become rows.
    _ = try run("ledger", "update", in: folder)
    let finding = try row("visits-too-many", in: folder)
    let walked = try row("walk/a/\(saved[1])", in: folder)
    #expect(finding.text.contains("state: open") && walked.text.contains("state: open"))
    #expect(walked.text.contains("窗口要两份") && walked.text.contains("source: walk"))
    let updated = folder.text("ledger.yaml")
    _ = try run("ledger", "update", in: folder)
    #expect(folder.text("ledger.yaml") == updated)
    // Mended: the guide says one visit, and the next walk finds the line as written.
    try folder.write(
      Sample.item("a", visits: 1) + "materials: [{id: form, name: 申请表, copies: 1}]\nfees: []\n", to: "items/a.yaml")
    let later = try TemporaryFolder()
    _ = try run("checklist", "a", "--date", "2099-01-05", "-f", "html=\(later.path)/a.html", in: folder)
    let second = try play(["walk", later.path, "\(later.path)/a.html", "same"])
    _ = try run("walk", "import", try #require(second.first), in: folder)
    _ = try run("ledger", "update", "--today", "2099-01-06", in: folder)
    for key in ["visits-too-many", "walk/a/\(saved[1])"] {
      let row = try row(key, in: folder)
      #expect(row.text.contains("state: review") && row.text.contains("proof:"), "\(row.text)")
    }
    let reviewed = folder.text("ledger.yaml")
    _ = try run("ledger", "update", "--today", "2099-01-06", in: folder)
    #expect(folder.text("ledger.yaml") == reviewed)
    // Closing is a person's act.
    _ = try run("ledger", "close", finding.id, "--by", "李复核", "--on", "2099-01-07", in: folder)
    let closed = try row("visits-too-many", in: folder)
    #expect(closed.text.contains("state: closed") && closed.text.contains("closedBy: 李复核"))
    let report = try run("report", "--today", "2099-01-07", "-f", "json", in: folder)
    #expect(report.text.contains("\"closed\": 1"), "\(report.text)")
  }

  @Test func everyChecklistOfTheCatalogPrintsOnOneSheet() throws {
    let pages = try TemporaryFolder()
    let outcome = try Guidelint(
      "checklist", "--all", "--catalog", "catalog", "-f", "html", "-o", pages.path + "/"
    ).in(ShippedCatalogTests.root).run()
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    let names = try FileManager.default.contentsOfDirectory(atPath: pages.path).filter { $0.hasSuffix(".html") }
      .sorted()
    #expect(names.count == 31)
    _ = try play(["print", pages.path] + names.map { "\(pages.path)/\($0)" })
  }
}
