import Diagnostics
import Encoding
import Rules
import SourceText
import StandardRules
import TestSupport
import Testing

@testable import Walkthrough

/// What goes on a checklist, and what does not.
struct ChecklistTests {
  /// The shipped rules and kits.
  private static let library: RuleLibrary = {
    let files = StandardRules.files.map { path, text in
      RuleSourceFile(
        path: path.description,
        source: SourceFile(path: "rules/\(path)", bytes: text.withUTF8Buffer { Array($0) }), isStandard: true,
        isTested: true)
    }
    return RuleLibrary.load(files, authoring: AuthoringSchemas(files), normalize: nil)
  }()

  private static let assembly = ChecklistAssembly(
    library: library,
    rules: library.rules.map {
      RuleSummary(
        id: $0.page.id, summary: $0.page.summary, severity: $0.page.severity, aspect: $0.page.aspect,
        remedy: $0.page.remedy)
    }, version: "0")

  /// An item with many lines of every kind.
  private static func large(materials: Int = 12) throws -> Guide {
    let materials = (1...materials).map { "  - {id: m\($0), name: 材料\($0), form: original}" }
    let steps = (1...8).map { "  - {id: s\($0), name: 环节\($0), limit: 1 工作日}" }
    let text = """
      kind: ServiceItem
      id: large
      name: {zh: 大事项, en: Large item}
      timeLimit: {statutory: 20 工作日, promised: 5 工作日}
      visits: 1
      variants: [{id: new, name: 新办}, {id: renew, name: 延续}]
      materials:
      \(materials.joined(separator: "\n"))
        - {id: only-renew, name: 原证, when: {variant: renew}}
      steps:
      \(steps.joined(separator: "\n"))
      channels:
        - {type: pc, url: "https://zwfw.example.cn/large"}
        - {type: window, address: 为民路 6 号, hours: 工作日 9:00-17:00}
      fees: []
      contacts: {consultation: {phone: 0300-1}, complaint: {phone: 0300-2}}
      results: [{id: r, name: 证}]
      """
    return try #require(Samples.guide(text))
  }

  private static func failure(_ rule: String, _ severity: Severity, at start: Int = 0, line: Int = 1)
    -> ChecklistAssembly.Failure
  {
    ChecklistAssembly.Failure(
      ReportedDiagnostic(
        rule: rule, severity: severity, message: LocalizedText(zh: "\(rule) 有问题", en: "\(rule) is wrong"),
        file: "items/a.yaml", range: SourceRange(start..<start + 1)), line: line)
  }

  private static func checklist(
    _ guide: Guide, _ failures: [ChecklistAssembly.Failure] = [], isFull: Bool = false,
    _ change: (inout Checklist.Occasion) -> Void = { _ in }
  ) -> Checklist {
    var occasion = Checklist.Occasion()
    change(&occasion)
    return assembly.checklist(of: guide, failures: failures, occasion: occasion, isFull: isFull)
  }

  @Test func theSheetHasTwentyLinesAndCountsTheRest() throws {
    let guide = try Self.large()
    let sheet = Self.checklist(guide)
    #expect(sheet.lines.count == 20 && sheet.omitted.lines == guide.lines.count - 20)
    let ids = Set(sheet.lines.map(\.id))
    let wanted = [
      "material.m1", "material.m6", "limit.promised", "visits", "fees", "channel.window.1.address",
      "channel.window.1.hours", "contact.consultation.1.phone", "step.s1",
    ]
    for id in wanted { #expect(ids.contains(id), "\(id)") }
    // In the order of the guide, materials first.
    #expect(sheet.lines.map(\.id) == guide.lines.map(\.id).filter(ids.contains))
    let full = Self.checklist(guide, isFull: true)
    #expect(full.lines.count == guide.lines.count && full.omitted.lines == 0)
    #expect(Self.checklist(try Self.large(materials: 90), isFull: true).omitted.lines > 0)
  }

  @Test func variantAndChannelLeaveOutWhatIsNotForThem() throws {
    let guide = try Self.large(materials: 2)
    let new = Self.checklist(guide, isFull: true) {
      $0.variant = "new"
      $0.channel = "pc"
    }
    #expect(!new.lines.contains { $0.id == "material.only-renew" || $0.channel == "window" })
    #expect(new.lines.contains { $0.id == "channel.pc.1.url" })
    let any = try #require(Self.checklist(guide, isFull: true).lines.first { $0.id == "material.only-renew" })
    #expect(any.written?.zh == "限延续" && any.written?.en == "only for 延续")
    #expect(new.stages.map(\.id).contains("stage.sign-in"))
    #expect(Self.checklist(guide).stages.map(\.id).contains("stage.ticket"))
  }

  @Test func aimsAreGravestFirstAndOncePerRule() throws {
    let guide = try Self.large()
    let line = try #require(guide.lines.first { $0.id == "material.m11" }?.range)
    let sheet = Self.checklist(
      guide,
      [
        Self.failure("fees-missing", .warning, line: 3), Self.failure("steps-missing", .error, line: 9),
        Self.failure("fees-missing", .warning, line: 7), Self.failure("x-own", .info, at: Int(line.start) + 1),
      ])
    #expect(sheet.aims.map(\.rule) == ["steps-missing", "fees-missing", "x-own"])
    #expect(
      sheet.aims.map(\.count) == [1, 2, 1] && sheet.aims.map(\.place).prefix(2) == ["items/a.yaml:9", "items/a.yaml:3"])
    #expect(sheet.aims[2].line == "material.m11" && sheet.aims[0].line == nil)
    #expect(sheet.annex.map(\.rule) == ["fees-missing", "steps-missing", "fees-missing", "x-own"])
    // A material in which a fault was found is looked at, although it is the eleventh.
    #expect(sheet.lines.contains { $0.id == "material.m11" })
    #expect(sheet.questions.first?.id == "ask.steps-missing" && sheet.questions[1].id == "ask.fees-missing")
  }

  @Test func questionsInTheSameWordsAreOne() throws {
    let full = Self.checklist(try Self.large(), isFull: true)
    let words = full.questions.map(\.ask.zh)
    #expect(full.questions.count == 24 && Set(words).count == words.count && full.omitted.questions > 0)
    var choice = QuestionChoice(Self.assembly, guide: full.guide, occasion: full.occasion, channels: ["window"])
    choice.addHallQuestions(atMost: 100)
    choice.addRemaining(atMost: 1000)
    let alike = choice.chosen.filter { !$0.alike.isEmpty }
    for question in alike {
      #expect(
        question.alike.allSatisfy { id in
          Self.library.rule(named: id)?.page.ask.map(QuestionChoice.key) == QuestionChoice.key(of: question.ask)
        })
    }
    let rules = Self.assembly.askingInTurns["ServiceItem"] ?? []
    let asked = choice.chosen.filter { $0.id.hasPrefix("ask.") }.count + alike.reduce(0) { $0 + $1.alike.count }
    #expect(asked <= rules.count && asked > 100)
  }

  @Test func theKitsQuestionsFollowChannelAndPersona() throws {
    let guide = try Self.large()
    let window = Self.checklist(guide, isFull: true)
    #expect(window.questions.contains { $0.id == "hall.enquiry-counter" })
    #expect(!window.questions.contains { $0.id == "hall.elderly-counter" })
    let kit = try #require(Self.library.kits["personas"]?.entry("elderly"))
    let elderly = Self.checklist(guide) { $0.persona = kit }
    #expect(elderly.questions.first?.id == "hall.elderly-counter" && elderly.prompts == kit.prompts)
    let online = Self.checklist(guide) { $0.mode = Self.library.kits["modes"]?.entry("online") }
    #expect(!online.questions.contains { $0.id == "hall.enquiry-counter" })
    #expect(!online.lines.contains { $0.channel == "window" })
    #expect(window.scores.map(\.aspect) == Aspect.allCases && window.scores.allSatisfy { $0.anchors.count == 5 })
  }

  @Test(arguments: [Language.zh, .en]) func markdownIsAsRecorded(language: Language) throws {
    let checklist = Self.checklist(
      try Self.large(materials: 3),
      [Self.failure("steps-missing", .error, line: 9), Self.failure("fees-missing", .warning)]
    ) {
      $0.variant = "new"
      $0.date = "2026-10-08"
      $0.mode = Self.library.kits["modes"]?.entry("incognito")
    }
    var bytes: [UInt8] = []
    ChecklistMarkdown([checklist], language: language).write { bytes.append(contentsOf: $0) }
    let difference = Golden("checklist.\(language == .zh ? "zh" : "en").md").difference(from: bytes)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func nothingOfADocumentIsMarkupOrFormula() throws {
    let hostile = "<script>alert(1)</script> | [x](javascript:alert(1)) `a` *b* \\ =1+1"
    let guide = try #require(
      Samples.guide(
        """
        kind: ServiceItem
        id: evil
        name: '=HYPERLINK("http://evil.example","x")'
        materials:
          - name: '\(hostile)'
          - name: "第一行\\n| 第二行 |\\r\\n# 三"
          - name: '=1+1'
        """))
    let checklist = Self.checklist(guide)
    var bytes: [UInt8] = []
    ChecklistMarkdown([checklist], language: .zh).write { bytes.append(contentsOf: $0) }
    let text = String(decoding: bytes, as: UTF8.self)
    let bare = text.replacing("\\<", with: "").replacing("\\]", with: "")
    #expect(!bare.contains("<script") && !bare.contains("](") && !text.contains("\n| 第二行"))
    for line in text.split(separator: "\n") where line.hasPrefix("| **材料") {
      let bars = line.replacing("\\|", with: "").filter { $0 == "|" }.count
      #expect(bars == 5, "\(line)")
    }
    var csv: [UInt8] = []
    Sheet(checklist, language: .zh).writeCSV { csv.append(contentsOf: $0) }
    let rows = String(decoding: csv, as: UTF8.self)
    #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]) && !rows.contains("\n=") && !rows.contains(",="))
  }

  @Test func aSheetOffersItsAnswersAndPrintsOnOnePage() throws {
    let sheet = Sheet(Self.checklist(try Self.large()), language: .zh)
    #expect(sheet.page.tall == 1 && sheet.page.paper == .a4 && sheet.page.printedColumns == 5)
    #expect(sheet.choices.map(\.options).contains(["一致", "不一致", "未涉及"]))
    #expect(sheet.choices.map(\.options).contains(["1", "2", "3", "4", "5"]))
    let compared = try #require(sheet.choices.first { $0.options == ["一致", "不一致", "未涉及"] })
    #expect(compared.rows.count == 20)
    for row in compared.rows {
      let id = sheet.rows[row].cells.last?.value
      guard case .text(let id) = id else {
        Issue.record("row \(row) has no id")
        continue
      }
      #expect(id.contains(".") || id == "visits" || id == "fees", "\(id)")
    }
  }
}
