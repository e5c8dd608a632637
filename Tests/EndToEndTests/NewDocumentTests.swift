import TestSupport
import Testing

/// `guidelint new`: what it writes passes once it is filled in, and nothing is ever overwritten.
@Suite struct NewDocumentTests {
  private func filled(_ text: String) -> String {
    var text = text.replacing("〔成员事项的编号 / id of a member〕", with: "water-supply")
      .replacing("〔详细地址〕", with: "示例路 1 号政务服务大厅 2 楼 3 号窗口")
    for (index, name) in ["咨询", "投诉", "进度查询"].enumerated() {
      text = text.replacing("〔\(name)电话〕", with: "0571-8800123\(index)")
    }
    return text.filter { $0 != "〔" && $0 != "〕" }
  }

  @Test(arguments: ["zh", "en"])
  func documentsPassOnceFilled(language: String) throws {
    let folder = try TemporaryFolder()
    for (kind, path) in [("item", "items/water-supply.yaml"), ("bundle", "bundles/moving-house.yaml")] {
      let outcome = try Guidelint("new", kind, path, "--lang", language).in(folder).run()
      #expect(outcome.exitCode == 0 && outcome.text.contains(path), "\(outcome.everything)")
      let text = try #require(folder.text(path))
      #expect(text.contains("# 发布后") == false && !text.contains(" | ") && !text.contains("{id}"))
      #expect(text.contains("unique in the catalog") == (language == "en"))
      let again = try Guidelint("new", kind, path, "--lang", language).in(folder).run()
      #expect(again.exitCode == 2 && folder.text(path) == text)
      try folder.write(filled(text), to: path)
    }
    let lint = try Guidelint("lint", "--fail-level", "error").in(folder).run()
    #expect(lint.exitCode == 0, "\(lint.everything)")
  }

  @Test func namesAreIds() throws {
    let folder = try TemporaryFolder()
    for path in ["Bad.yaml", "a.yml", "a b.yaml", "-a.yaml", "no.yaml", "guidelint.yaml", "a", "é.yaml"] {
      let outcome = try Guidelint("new", "item", "--", path).in(folder).run()
      #expect(outcome.exitCode == 2 && outcome.output.isEmpty, "\(path)\n\(outcome.everything)")
    }
    #expect(folder.state().isEmpty)
  }
}
