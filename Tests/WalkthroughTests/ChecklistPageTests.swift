import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

@testable import Walkthrough

/// The page as text; `ChecklistBrowserTests` opens it.
@Suite struct ChecklistPageTests {
  @Test func policyNamesWhatThePageHolds() {
    for (text, digest) in [
      (ChecklistStyle.text, ChecklistStyle.digest), (ChecklistScript.text, ChecklistScript.digest),
    ] {
      let right = "sha256-" + Data(SHA256.digest(Array(text.utf8))).base64EncodedString()
      #expect(digest == right)
    }
    for part in [
      "http:", "https:", "@import", "url(", "fetch", "XMLHttp", "innerHTML", "eval(", "</", "document.write",
    ] {
      #expect(!ChecklistStyle.text.contains(part) && !ChecklistScript.text.contains(part), "\(part)")
    }
    let page = SampleChecklists.render(SampleChecklists.page())
    #expect(page.contains("default-src &#39;none&#39;") && !page.contains("unsafe-inline"))
  }

  /// What is younger than the browsers of 2018 (Chrome 64, Firefox 58, Safari 11) is not written; the table of
  /// CONTRIBUTING.md says what is, and since when.
  @Test func oldBrowsersReadScriptAndStyle() {
    for part in [
      "=>", "let ", "const ", "`", "?.", "??", "async ", "await ", "import ", "class ", "...", ".includes(", ".append(",
      ".closest(", ".remove()", ".replaceAll", ".flat(", "Object.entries", "new Map", "new Set", "Promise",
      "for (var x of",
    ] {
      #expect(!ChecklistScript.text.contains(part), "\(part)")
    }
    for part in [
      ":has(", ":is(", ":where(", "dialog", "inset:", "min(", "max(", "clamp(", "aspect-ratio", "&", "@layer",
    ] {
      let style = ChecklistStyle.text.replacing("minmax(", with: "")
      #expect(!style.contains(part), "\(part)")
    }
  }

  @Test func bothLanguagesAreThereAndOneIsShownFirst() {
    for language in Language.allCases {
      let page = SampleChecklists.render(SampleChecklists.page(language: language))
      #expect(page.contains("<html lang=\"\(language == .zh ? "zh-Hans" : "en")\">"))
      #expect(page.contains("食品经营许可（核发）") && page.contains("Food business licence (new)"))
      #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    }
  }

  @Test func everyLineAndQuestionHasItsPlace() {
    let page = SampleChecklists.render(SampleChecklists.page())
    for line in SampleChecklists.lines { #expect(page.contains("data-line=\"\(line.id)\"")) }
    for question in SampleChecklists.questions { #expect(page.contains("data-ask=\"\(question.id)\"")) }
    for stage in SampleChecklists.stages { #expect(page.contains("data-ask=\"\(stage.id)\"")) }
    #expect(!page.contains("items/food.yaml:41"))
    let full = SampleChecklists.render(SampleChecklists.page(isFull: true))
    #expect(full.contains("items/food.yaml:41") && full.contains("逐项写明，或者删去。"))
  }

  @Test func hostileTextsStayText() {
    let page = SampleChecklists.render(SampleChecklists.page([SampleChecklists.hostile]))
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(!page.contains("<img") && !page.contains("\u{202E}") && !page.contains("href=\"javascript"))
    #expect(page.contains("&lt;script&gt;"))
  }

  @Test(
    arguments: [
      ("https://example.gov.cn/a?b=1", false, "https://example.gov.cn/a?b=1"),
      ("http://example.gov.cn", false, "http://example.gov.cn"),
      ("javascript:alert(1)", false, nil), ("JaVaScRiPt:alert(1)", false, nil), ("data:text/html,x", false, nil),
      ("https://a b", false, nil), ("https://a\"onclick=", false, nil), (" https://a", false, nil), ("//a", false, nil),
      ("0791-8398 6666", true, "tel:079183986666"), ("+86 (791) 83986666", true, "tel:+8679183986666"),
      ("12345", true, "tel:12345"),
      ("12345、0791-83986666", true, nil), ("tel:1", true, nil), ("转 8", true, nil), ("12", true, nil),
    ] as [(String, Bool, String?)])
  func links(text: String, isPhone: Bool, target: String?) {
    #expect(SafeLink.target(of: text, isPhone: isPhone) == target)
  }

  @Test func closerSetWhereThereIsMore() {
    let short = SampleChecklists.item(lines: Array(SampleChecklists.lines.prefix(6)))
    let long = SampleChecklists.item()
    for language in Language.allCases {
      let (roomy, tight) = (
        SheetFit.density(of: short, in: language, isFull: false),
        SheetFit.density(of: long, in: language, isFull: false)
      )
      #expect(roomy < tight)
      #expect(SheetFit.estimate(long, in: language, density: tight) <= 270)
    }
  }

  @Test func pagesHaveKeysOfTheirOwn() {
    let page = SampleChecklists.page()
    #expect(page.key == SampleChecklists.page(language: .en).key)
    #expect(page.key != SampleChecklists.page([SampleChecklists.item("other")]).key)
    #expect(
      page.key != SampleChecklists.page([SampleChecklists.item(lines: Array(SampleChecklists.lines.dropLast()))]).key)
  }
}
