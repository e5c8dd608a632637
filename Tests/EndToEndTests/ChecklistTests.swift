import Foundation
import TestSupport
import Testing

/// `guidelint checklist` over the project's own catalog.
@Suite struct ChecklistTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    .path
  private static let catalog = root + "/catalog"

  private func run(_ arguments: String..., in folder: TemporaryFolder? = nil) throws -> Guidelint.Outcome {
    // Programs such as pandoc are found where they are for this process.
    let run = Guidelint(arguments: ["checklist", "--lang", "zh", "--today", "2026-10-08"] + arguments)
      .setting("PATH", to: GitFolder.environment["PATH"])
    return try (folder.map { run.in($0) } ?? run.in(Self.root)).run()
  }

  @Test func everyItemAndBundleFitsASheet() throws {
    let folder = try TemporaryFolder()
    let outcome = try run("--all", "--catalog", Self.catalog, "-f", "markdown", "-o", "walks/", in: folder)
    #expect(outcome.exitCode == 0 && outcome.text.isEmpty, "\(outcome.everything)")
    let names = folder.state().keys.filter { $0.hasSuffix(".md") }
    #expect(names.count == 31)
    for name in names {
      let text = try #require(folder.text(name))
      let compared = text.split(separator: "\n").filter { $0.contains("□一致 □不一致 □未涉及") }
      #expect((5...20).contains(compared.count), "\(name): \(compared.count)")
      #expect(text.contains("指南之外另要的材料") && text.contains("## 走后"), "\(name)")
    }
    // The same again is the same, over the files that are there.
    let before = names.sorted().map(folder.text)
    #expect(try run("--all", "--catalog", Self.catalog, "-o", "walks", in: folder).exitCode == 0)
    #expect(names.sorted().map(folder.text) == before && folder.state().count == 32)
  }

  @Test func documentsAreChosen() throws {
    let byFile = try run("catalog/items/food-business-licence.yaml")
    #expect(byFile.exitCode == 0 && byFile.text.hasPrefix("# 走流程检查单：食品经营许可"), "\(byFile.everything)")
    #expect(byFile.text.contains("示例市"))
    let two = try run("newborn", "food-business-licence", "--catalog", "catalog")
    #expect(two.text.split(separator: "\n").filter { $0.hasPrefix("# ") }.count == 2)
    let department = try run("--department", "烟草", "--catalog", "catalog")
    #expect(department.exitCode == 0 && department.text.contains("烟草专卖零售许可证核发"), "\(department.everything)")
    #expect(try run("--department", "tobacco", "--catalog", "catalog").text == department.text)
    let failed = try run("--failed", "--catalog", "catalog/as-found")
    #expect(failed.exitCode == 0 && failed.text.contains("**错误**") && !failed.text.contains("程序没有查出问题"))
    #expect(try run("--failed", "--catalog", "catalog").exitCode == 2)
    let frequent = try run("--high-frequency", "--department", "housing", "--catalog", "catalog")
    #expect(frequent.exitCode == 0 && frequent.text.contains("建设工程消防验收备案"), "\(frequent.everything)")
  }

  @Test func unknownNamesExitWithTwoAndTheNearest() throws {
    let cases: [([String], String)] = [
      (["food-busines-licence"], "food-business-licence"),
      (["food-business-licence", "--mode", "incognitoo"], "incognito"),
      (["food-business-licence", "--persona", "elderlyy"], "elderly"),
      (["food-business-licence", "--channel", "windw"], "window"),
      (["food-business-licence", "--variant", "renw"], "renew"), (["--department", "烟草局局"], "部门"),
      ([], "--high-frequency"), (["nowhere.yaml"], "nowhere.yaml"),
      (["newborn", "--date", "2026-02-30"], "2026-02-30"),
      (["newborn", "-f", "pdf"], "xlsx"), (["newborn", "-f", "xlsx"], "xlsx="),
      (["newborn", "-f", "markdown", "-f", "html"], "-f"),
    ]
    for (arguments, words) in cases {
      let outcome = try Guidelint(arguments: ["checklist", "--lang", "zh", "--catalog", "catalog"] + arguments)
        .in(Self.root).run()
      #expect(outcome.exitCode == 2 && outcome.text.isEmpty, "\(arguments): \(outcome.everything)")
      #expect(outcome.talk.contains(words), "\(arguments): \(outcome.talk)")
    }
  }

  @Test func noOutputReplacesAnInput() throws {
    let folder = try TemporaryFolder()
    try folder.copy(Self.catalog, to: "catalog")
    let before = folder.state()
    let outcome = try run("newborn", "--catalog", "catalog", "-o", "catalog/bundles/newborn.yaml", in: folder)
    #expect(outcome.exitCode == 2 && folder.state() == before, "\(outcome.everything)")
  }

  @Test func aWorkbookIsWhatAnotherProgramReads() throws {
    guard let python = ExternalTool.python(with: "openpyxl") else {
      print("skipped: the Python module openpyxl is not installed; .ci/libraries --tests installs it")
      return
    }
    let folder = try TemporaryFolder()
    let outcome = try run(
      "--all", "--catalog", Self.catalog + "/as-found", "-f", "xlsx=walk.xlsx", "-f", "html=walk.html", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    #expect(folder.text("walk.html")?.hasPrefix("<!DOCTYPE html>") == true)
    let read = try python.run([
      "-c",
      """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      for sheet in book.worksheets:
        types = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
        lists = sorted({rule.formula1 for rule in sheet.data_validations.dataValidation})
        print(types == {'s'}, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight or 1,
              sheet.sheet_properties.pageSetUpPr.fitToPage, '$A$1:$E$' in str(sheet.print_area), len(lists))
      """, "\(folder.path)/walk.xlsx",
    ])
    let lines = read.output.split(separator: "\n")
    #expect(read.exitCode == 0 && lines.count == 8, "\(read.output)")
    for line in lines { #expect(line == "True 9 1 True True 5", "\(read.output)") }
  }

  @Test func aWordFileSaysWhatTheMarkdownSays() throws {
    guard let pandoc = ExternalTool("pandoc") else {
      print("skipped: pandoc is not installed; .ci/libraries --tests installs it")
      return
    }
    let folder = try TemporaryFolder()
    let outcome = try run("--all", "--catalog", Self.catalog + "/as-found", "-f", "word=walk.docx", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    let text = try pandoc.run(["--from", "docx", "--to", "plain", "--columns=400", "\(folder.path)/walk.docx"])
    #expect(text.exitCode == 0)
    for words in ["走流程检查单：临时占用城市道路审批", "□一致 □不一致 □未涉及", "指南之外另要的材料", "城市道路占用费：0.3 元/平方米·天"] {
      #expect(text.output.contains(words), "\(words)")
    }
    let own = try run(
      "newborn", "--catalog", Self.catalog, "-f", "word=own.docx", "--template", "walk.docx", in: folder)
    #expect(own.exitCode == 0, "\(own.everything)")
    let gone = try run("newborn", "--catalog", Self.catalog, "-f", "word=x.docx", "--template", "no.docx", in: folder)
    #expect(gone.exitCode == 2 && gone.talk.contains("no.docx"), "\(gone.everything)")
  }

  @Test func withoutPandocItIsSaidWhatToInstall() throws {
    let folder = try TemporaryFolder()
    let outcome = try Guidelint(
      "checklist", "newborn", "--lang", "zh", "--catalog", Self.catalog, "-f", "word=walk.docx"
    ).in(folder).setting("PATH", to: "/nonexistent").run()
    #expect(outcome.exitCode == 2 && outcome.talk.contains("apt install pandoc"), "\(outcome.everything)")
    #expect(folder.state().isEmpty)
  }
}
