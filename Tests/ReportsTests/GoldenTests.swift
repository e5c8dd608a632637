import Diagnostics
import Reports
import Rules
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test func everyFormatInEveryLanguage() {
    let reports = [("empty", SampleReport.empty), ("clean", SampleReport.clean), ("full", SampleReport.full)]
    for (name, report) in reports {
      for format in ReportFormat.allCases {
        for language in Language.allCases {
          let output = SampleReport.render(report, as: format, language: language)
          let suffix = format == .text ? "txt" : format.token
          let golden = Golden("\(name).\(language.rawValue).\(suffix)")
          let difference = golden.difference(from: output)
          #expect(difference == nil)
        }
      }
    }
  }

  @Test func narrowAndColoured() {
    for language in Language.allCases {
      let narrow = SampleReport.render(SampleReport.full, as: .text, language: language, width: 40)
      let narrowDifference = Golden("full-40.\(language.rawValue).txt").difference(from: narrow)
      #expect(narrowDifference == nil)
      let coloured = SampleReport.render(SampleReport.full, as: .text, language: language, color: true)
      let colouredDifference = Golden("full-colour.\(language.rawValue).txt").difference(from: coloured)
      #expect(colouredDifference == nil)
    }
  }
}
