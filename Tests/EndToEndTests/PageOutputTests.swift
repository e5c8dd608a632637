import TestSupport
import Testing

/// The page and the groups of the text report, as the binary writes them.
@Suite struct PageOutputTests {
  @Test func pageAndGroupedText() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 2), "b.yaml": Sample.item("b", visits: 3)])
    let outcome = try Guidelint("lint", "-f", "html=report.html", "-f", "text", "--group-by", "rule").in(folder).run()
    #expect(outcome.text.hasPrefix("+-----"), "\(outcome.everything)")
    let page = try #require(folder.text("report.html"))
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(page.contains(">a.yaml</code>") && page.contains(">b.yaml</code>"))
    let again = try Guidelint("lint", "-f", "html", "-j1").in(folder).run()
    #expect(again.text == page)
  }

  @Test func unknownGroupings() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 1)])
    let outcome = try Guidelint("lint", "--group-by", "colour").in(folder).run()
    #expect(outcome.exitCode == 2 && outcome.text.isEmpty, "\(outcome.everything)")
  }
}
