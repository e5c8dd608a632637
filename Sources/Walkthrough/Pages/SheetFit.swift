internal import Diagnostics
internal import Encoding
internal import Rules

/// How closely a checklist is set on paper, so that the default one fills one sheet of A4 and no more.
///
/// The height is estimated from the widths of the texts, in whichever language needs more: a page that is printed
/// without its script, or long after it was made, has nobody who could measure it.
enum SheetFit {
  /// Findings that are printed before the walk.
  static let printedAims = 3
  /// Ruled places for papers that were asked for besides.
  static let blankExtras = 2
  /// Ruled places for suggestions.
  static let blankSuggestions = 2

  /// One way of setting a sheet; the style sheet has the same figures under `data-zh` and `data-en`.
  private struct Setting {
    /// Size of the letters in points.
    var size: Double
    /// Least height of a row in millimetres, for writing by hand.
    var row: Double
    /// Least height of a ruled place below the rows.
    var ruled: Double
  }

  /// From roomy to tight.
  private static let settings = [
    Setting(size: 9.5, row: 9.6, ruled: 12), Setting(size: 9, row: 8, ruled: 10),
    Setting(size: 8.5, row: 6.6, ruled: 8),
    Setting(size: 8, row: 5.6, ruled: 7), Setting(size: 7.5, row: 5, ruled: 6), Setting(size: 7, row: 4.5, ruled: 5.4),
    Setting(size: 6.5, row: 4.1, ruled: 5),
    // English needs more room in wide fonts.
    Setting(size: 6, row: 3.7, ruled: 4.4), Setting(size: 5.6, row: 3.4, ruled: 4),
  ]

  /// What fits between the margins of the sheet, less what an estimate may be wrong by.
  private static let height = 270.0
  private static let width = 190.0
  private static let millimetresPerPoint = 0.3528

  /// Index of the roomiest setting in which the checklist fits in a language; one of several sheets is set for reading.
  static func density(of checklist: Checklist, in language: Language, isFull: Bool) -> Int {
    if isFull { return 1 }
    return settings.indices.first { estimate(checklist, in: language, density: $0) <= height } ?? settings.count - 1
  }

  /// How many lines of the guide are printed: texts that are long in one language may leave room for fewer than all.
  static func printedLines(of checklist: Checklist, in language: Language, isFull: Bool) -> Int {
    let density = density(of: checklist, in: language, isFull: isFull)
    var shown = checklist
    while !isFull, shown.lines.count > 1, estimate(shown, in: language, density: density) > height {
      shown.lines.removeLast()
    }
    return shown.lines.count
  }

  /// The height of a checklist in millimetres when it is set so closely.
  static func estimate(_ checklist: Checklist, in language: Language, density: Int) -> Double {
    let ruler = Ruler(settings[density], language)
    return ruler.head(checklist) + ruler.aims(checklist) + ruler.comparison(checklist) + ruler.questions(checklist)
      + ruler.after(checklist)
  }

  /// Measures the parts of a checklist in one setting and language; the figures beside the texts are the style sheet's
  /// margins.
  private struct Ruler {
    let setting: Setting
    let language: Language
    /// Height of a line of text.
    let line: Double
    /// Height of the heading of a part.
    let heading: Double

    init(_ setting: Setting, _ language: Language) {
      self.setting = setting
      self.language = language
      line = setting.size * millimetresPerPoint * 1.35
      heading = setting.size * millimetresPerPoint * 1.12 * 1.2 + 1.7
    }

    /// How many lines a text takes in a column.
    private func lines(_ text: String, across millimetres: Double, size: Double? = nil) -> Double {
      // A Latin letter takes more than half of a Chinese character in wide fonts; words leave gaps at the ends of lines.
      let wideness = language == .zh ? 1.04 : 1.33
      let em = (size ?? setting.size) * millimetresPerPoint
      return max(1, (Double(DisplayWidth.of(text)) / 2 * em * wideness / millimetres).rounded(.up))
    }

    func head(_ checklist: Checklist) -> Double {
      let title =
        lines(checklist.guide.title[language], across: width * 0.8, size: 15) * 15 * 1.25 * millimetresPerPoint
      let guide = checklist.guide
      let facts =
        [guide.department?[language], guide.code, checklist.occasion.round].compactMap { $0 } + [
          "Guide version 12   Code"
        ]
      return title + lines(facts.joined(separator: "   "), across: width) * line + 2 + 3 * (line + 1)
    }

    func aims(_ checklist: Checklist) -> Double {
      let shown = checklist.aims.prefix(printedAims)
      return heading + line * shown.reduce(1) { $0 + lines($1.message[language], across: width - 10) }
    }

    func comparison(_ checklist: Checklist) -> Double {
      // English takes more room than Chinese, and gets a wider column.
      let share = language == .zh ? 0.4 : 0.48
      let rows = checklist.lines.reduce(0.0) { sum, item in
        let text = [Messages.Page.name(of: item.subject), item.about, item.written].compactMap { $0?[language] }
          .joined(separator: "  ")
        return sum + max(setting.row, lines(text, across: width * share - 1.4) * line * 0.97 + 0.5) + 0.15
      }
      return heading + line + 1 + rows + line * 1.1 + heading + Double(blankExtras) * setting.row
    }

    func questions(_ checklist: Checklist) -> Double {
      let least = max(setting.row * 0.75, line)
      var sum = 0.0
      if !checklist.stages.isEmpty { sum += heading + Double((checklist.stages.count + 2) / 3) * least }
      if !checklist.questions.isEmpty {
        sum += checklist.questions.reduce(heading) {
          $0 + max(least, lines($1.ask[language], across: width - 51) * line) + 0.15
        }
      }
      return sum
    }

    func after(_ checklist: Checklist) -> Double {
      let anchors = checklist.scores.map { score in
        [5, 1].reduce(0.0) {
          $0 + lines("5 = " + (score.anchors[$1]?[language] ?? ""), across: 44, size: setting.size * 0.85)
        }
      }
      let scores = line * 1.05 + (anchors.max() ?? 0) * line * 0.79 + 1.2
      let prompts = Messages.Page.obstacles.map { lines($0.1[language], across: 60) }.max() ?? 1
      return heading + scores + line + 1.5 + prompts * line + setting.ruled + 0.8
        + Double(blankSuggestions + 1) * (max(setting.ruled * 0.8, line) + 0.8)
    }
  }
}
