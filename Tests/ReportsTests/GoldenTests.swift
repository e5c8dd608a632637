import Diagnostics
import Reports
import Rules
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test func everyFormatInEveryLanguage() {
    let reports = [("empty", SampleReport.empty), ("clean", SampleReport.clean), ("full", SampleReport.full)]
    for (name, report) in reports {
      // The page has tests of its own, without its style and script.
      for format in ReportFormat.allCases where format != .html {
        for language in Language.allCases {
          let output = SampleReport.render(report, as: format, language: language)
          let golden = Golden("\(name).\(language.rawValue).\(suffix(of: format))")
          let difference = golden.difference(from: output)
          #expect(difference == nil)
        }
      }
    }
  }

  @Test func everythingThatAFormatCanShow() {
    for format in ReportFormat.allCases where ![.text, .json, .html].contains(format) {
      for language in Language.allCases {
        let output = FormatSample.render(FormatSample.everything, as: format, language)
        let difference = Golden("everything.\(language.rawValue).\(suffix(of: format))").difference(from: output)
        #expect(difference == nil)
      }
    }
  }

  /// The end of a golden's name, by which editors know what it is.
  private func suffix(of format: ReportFormat) -> String {
    switch format {
    case .text: "txt"
    case .junit, .checkstyle: "\(format.token).xml"
    case .gitlab: "gitlab.json"
    case .github: "github.txt"
    case .markdown: "md"
    default: format.token
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
