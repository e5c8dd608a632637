import Diagnostics
import Reports
import Rules
import SourceText

/// Reports with all that a format can be asked to show.
enum FormatSample {
  /// A file whose name needs escaping everywhere.
  static let oddName = "items/婚姻 登记:#1%|[a](b),x.yaml"

  static let oddText =
    "\u{FEFF}kind: ServiceItem\r\nid: marriage\r\nname: {zh: \"\\u8868🧑‍⚖️\", en: |-}\r\nvisits: 2\t# e\u{301}"

  /// Every kind of acceptance, a fix, failures of the run, and text from all over Unicode.
  static var everything: LintReport {
    var report = SampleReport.full
    let item = DocumentName(kind: "ServiceItem", id: "foreign-company")
    let marriage = DocumentName(kind: "ServiceItem", id: "marriage")
    let file = "items/foreign-company.yaml"
    let copies = SampleReport.range(of: "2", in: SampleReport.company)
    report.diagnostics[2].fix = Fix(
      title: LocalizedText(zh: "删去重复的材料", en: "Drop the duplicate {material}"), applicability: .unsafe,
      edits: [
        Edit(
          range: SampleReport.range(of: "  - name: 营业执照\n", in: SampleReport.company, occurrence: 2), replacement: ""),
        Edit(range: SampleReport.range(of: "受理", in: SampleReport.company), replacement: "受理\n😀"),
      ])
    report.diagnostics += [
      waived(
        "visits", LocalizedText(zh: "要跑 2 次", en: "It takes 2 visits."),
        Acceptance(
          kind: .suppression, reason: "法院要求 {两份} 原件，见 [规定](x)", file: file, range: SourceRange(copies.start, copies.end)
        ),
        item, file, copies),
      waived(
        "fees", LocalizedText(zh: "没有写收费", en: "Fees are not stated."),
        Acceptance(kind: .baseline, file: "guidelint-baseline.jsonl"), item, file, copies),
      ReportedDiagnostic(
        rule: "visits-over-one", severity: .info, message: LocalizedText(zh: "跑 2 次", en: "2 visits"), file: oddName,
        range: SampleReport.range(of: "2", in: oddText), document: marriage, path: "$['visits']"),
      ReportedDiagnostic(
        rule: "yaml-syntax", severity: .error, message: LocalizedText(zh: "写法有误", en: "Faulty."), file: "gone.yaml",
        range: SourceRange(3, 5)),
    ]
    DiagnosticKey.number(&report.diagnostics)
    report.sources[oddName] = SourceFile(path: oddName, bytes: Array(oddText.utf8))
    report.documents = [
      item: DocumentOverview(title: "外资公司设立登记", department: "市场监督管理局"),
      marriage: DocumentOverview(title: "结婚登记"),
    ]
    report.failures = [LocalizedText(zh: "无法读取“b.yaml”：没有权限。", en: "Cannot read “b.yaml”: no permission.")]
    return report
  }

  /// A report in which every text that comes from outside tries to be something else.
  static func hostile(_ text: String) -> LintReport {
    var report = everything
    let both = LocalizedText(zh: text, en: text)
    var rule = RuleSummary(
      id: text, pack: text, summary: both, severity: .warning, why: both, remedy: both,
      sources: [LegalSource(title: text, article: text, url: text), LegalSource(title: text, url: "https://x/" + text)])
    rule.counts.fail = 1
    report.rules.append(rule)
    let file = text + ".yaml"
    let document = DocumentName(kind: text, id: text)
    let bytes = Array((text + "\n" + text).utf8) + [0xFF, 0xED, 0xA0, 0x80]
    report.sources[file] = SourceFile(path: file, bytes: bytes)
    report.documents[document] = DocumentOverview(title: text, department: text)
    report.failures.append(both)
    let range = SourceRange(0..<bytes.count)
    report.diagnostics += [
      ReportedDiagnostic(
        rule: text, ruleIndex: report.rules.count - 1, severity: .warning, message: both, file: file, range: range,
        document: document, path: text, related: [Label(file: file, range: range, text: both)], remedy: both,
        fix: Fix(title: both, applicability: .safe, edits: [Edit(range: range, replacement: text)])),
      ReportedDiagnostic(
        rule: text, ruleIndex: report.rules.count - 1, state: .waived,
        acceptance: Acceptance(
          kind: .waiver, reason: text, owner: text, expires: text, file: file, range: SourceRange(0, 1)),
        severity: .warning, message: both, file: file, range: range, document: document, path: text),
      ReportedDiagnostic(rule: text, severity: .error, message: both, file: text, range: range),
    ]
    return report
  }

  static let hostileTexts = [
    "\u{0}\u{1}\u{8}\u{B}\u{1F}\u{7F}\u{9B}2J", "\u{1B}[31m\u{1B}]0;title\u{7}", "a]]>b<![CDATA[c",
    "100%0A::error::x%25",
    "\n::error file=a::b\r\n##[error]c", "::stop-commands::x", "<script>alert(1)</script><!--",
    "| a | b\n|---|---|\n# c",
    "[a](javascript:x) ![i](x) `c` *d* _e_ ~~f~~ https://evil.example www.evil.example", "=cmd|' /C calc'!A0",
    "@SUM(1)", "-2+3",
    "+1", "\t=1", "\r=1", "＝1", "\u{202E}txt\u{2066}\u{200B}\u{FEFF}", "\u{FFFE}\u{FFFF}\u{FFFD}\u{2028}\u{2029}\u{85}",
    "{0} {{1}} ${{ secrets.X }}", "a,b;c\"d'e", "\\u0022 \\ \\n", "\u{1F600}\u{1F468}\u{200D}\u{1F469}e\u{301}",
    "../../etc/x",
    "file:///x?y#z", "&amp;&#0;&x;", "%s%n", "$x$ $$y$$",
  ]

  private static func waived(
    _ rule: String, _ message: LocalizedText, _ acceptance: Acceptance, _ document: DocumentName, _ file: String,
    _ range: SourceRange
  ) -> ReportedDiagnostic {
    ReportedDiagnostic(
      rule: rule, state: .waived, acceptance: acceptance, severity: .warning, message: message, file: file,
      range: range, document: document, path: "$['visits']")
  }

  /// A repository around the report's paths.
  static let repository = RepositoryPlace(root: "/srv/repo", workingDirectory: "/srv/repo/city catalog")

  static func render(_ report: LintReport, as format: ReportFormat, _ language: Language = .zh) -> [UInt8] {
    var output: [UInt8] = []
    let options = ReportOptions(language: language, repository: repository)
    format.reporter.write(report, options: options) { output.append(contentsOf: $0) }
    return output
  }
}
