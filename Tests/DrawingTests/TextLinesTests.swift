import Testing

@testable import Drawing

@Suite struct TextLinesTests {
  private func lines(_ text: String, width: Int = 100, maximum: Int = 3) -> [String] {
    TextLines(ChartText(text), width: width, size: 10, maximum: maximum).wordings[0].lines
  }

  @Test func chineseIsBrokenAnywhereAndEvenly() {
    #expect(lines("受理") == ["受理"])
    // Ten characters fit; eleven make two lines of nearly the same length.
    #expect(lines("一二三四五六七八九十") == ["一二三四五六七八九十"])
    #expect(lines("一二三四五六七八九十百") == ["一二三四五六", "七八九十百"])
  }

  @Test func marksStayWithTheirWords() {
    #expect(lines("一二三四五六七八九十，百千") == ["一二三四五六七", "八九十，百千"])
    for line in lines("甲乙丙丁戊己庚辛壬（癸）甲乙丙丁戊己庚辛壬") {
      #expect(!line.hasPrefix("）") && !line.hasSuffix("（"))
    }
  }

  @Test func englishIsBrokenBetweenWords() {
    #expect(lines("Application for a licence", width: 90) == ["Application", "for a licence"])
    // A word alone that is too long has to be broken.
    #expect(lines("Internationalization", width: 50).count == 3)
  }

  @Test func partsStandOnLinesOfTheirOwn() {
    #expect(lines("窗口 · 1 工作日") == ["窗口 · 1 工作日"])
    #expect(lines("市场监督管理所 · 1 工作日") == ["市场监督管理所", "1 工作日"])
  }

  @Test func whatIsCutSaysSo() {
    let cut = lines(String(repeating: "长", count: 100))
    #expect(cut.count == 3 && cut.last?.hasSuffix("…") == true)
    #expect(cut.allSatisfy { TextMeasure.width($0) <= 1000 })
    #expect(lines(String(repeating: "长", count: 30)).last?.hasSuffix("…") == false)
  }

  @Test func whatHidesOrReversesTextIsShown() {
    #expect(GraphText.plain("甲\n\n 乙\u{202E}丙\u{0}\u{FFFE} ") == "甲 乙\u{FFFD}丙\u{FFFD}\u{FFFD}")
    #expect(GraphText.plain("👩\u{200D}🔬") == "👩\u{200D}🔬")
    #expect(lines("") == [])
  }
}
