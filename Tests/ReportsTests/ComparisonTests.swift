import Encoding
import Diagnostics
import TestSupport
import Testing

@testable import Reports

@Suite struct ComparisonTests {
  private static let endings: [(format: ComparisonFormat, ending: String)] = [
    (.text, "txt"), (.markdown, "md"), (.csv, "csv"), (.json, "json"), (.html, "html"),
  ]

  @Test func everyFormatInBothLanguages() {
    for (format, ending) in Self.endings {
      for language in Language.allCases {
        let name = "comparison.\(language.rawValue).\(ending)"
        let output = SampleComparison.render(SampleComparison.full, as: format, language: language)
        #expect(Golden(name).difference(from: output) == nil, "\(Golden(name).difference(from: output) ?? "")")
      }
    }
  }

  @Test func everythingIsShownWhereAskedFor() {
    let output = SampleComparison.render(SampleComparison.full, as: .text, showsAll: true)
    let difference = Golden("comparison-all.zh.txt").difference(from: output)
    #expect(difference == nil, "\(difference ?? "")")
    let empty = SampleComparison.render(SampleComparison.empty, as: .text)
    #expect(String(decoding: empty, as: UTF8.self).contains("没有变动。"))
    for (format, _) in Self.endings { #expect(!SampleComparison.render(SampleComparison.empty, as: format).isEmpty) }
  }

  @Test func linesFitInEightyColumns() {
    for language in Language.allCases {
      let text = String(
        decoding: SampleComparison.render(SampleComparison.full, as: .text, language: language), as: UTF8.self)
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
    }
  }

  @Test func aSpreadsheetTakesNoTextForAFormula() {
    let text = String(decoding: SampleComparison.render(SampleComparison.full, as: .csv), as: UTF8.self)
    #expect(text.contains("\"'=店招设置“指引”,一\"") && text.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test func sumsLeaveOutWhatOneVersionLacks() {
    let items = SampleComparison.full.items
    #expect(items.before == 4 && items.after == 4 && items.added == 1 && items.removed == 1 && items.changed == 2)
    let steps = items.sums.first { $0.figure.measure == .steps }
    #expect(steps?.documents == 2 && steps?.figure.before == .count(5) && steps?.figure.after == .count(4))
    #expect(
      SampleComparison.full.rises.map { "\($0.document.id) \($0.figure.measure)" } == [
        "food-business-licence materials", "food-business-licence promised",
      ])
  }
}
