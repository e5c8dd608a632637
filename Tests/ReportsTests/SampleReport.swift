import Diagnostics
import Encoding
import Reports
import Rules
import SourceText

/// Reports that tests render.
enum SampleReport {
  static let company = """
    kind: ServiceItem
    id: foreign-company
    name: {zh: 外资公司设立登记, en: Registration of a foreign-funded company}
    materials:
      - name: 营业执照
        copies: 2
      - name: 法定代表人身份证明 🧑‍⚖️（复印件）
      - name: 营业执照
    steps:
      - name: 受理
        basis: |
          第一款
          第二款
        next: [review]

    """

  static let shop = """
    kind: Bundle\r
    id: small-shop\r
    members:\r
    \t- item: nowhere\r

    """

  static let rules: [RuleSummary] = {
    var duplicate = RuleSummary(
      id: "material-duplicate",
      summary: LocalizedText(zh: "同一材料要求提交两次", en: "The same material is asked for twice."),
      severity: .error, aspect: .efficiency, defect: .repeatedSubmission,
      why: LocalizedText(
        zh: "申请人要把同一份材料准备两遍，窗口也要收两遍；材料清单越长，办事人越难看出哪些材料是真正需要的，往返补正的次数也就越多。",
        en:
          "The applicant prepares one paper twice and the window collects it twice; the longer the list, the harder it "
          + "is to see what is really needed."),
      remedy: LocalizedText(zh: "删去后面的一条，或用“份数”写明需要几份。", en: "Drop the later one, or state the number of copies."),
      sources: [
        LegalSource(
          title: "优化营商环境条例", article: "第三十六条", url: "https://www.gov.cn/zhengce/content/2019-10/23/content_5443963.htm"),
        LegalSource(title: "《安阳市政务服务条例》", article: "第二十三条"),
      ])
    duplicate.counts.pass = 2
    duplicate.counts.fail = 2
    var dead = RuleSummary(
      id: "step-dead-end", summary: LocalizedText(zh: "步骤没有出口", en: "A step leads nowhere."), severity: .warning,
      aspect: .flow)
    dead.counts.error = 1
    dead.counts.notApplicable = 1
    var copies = RuleSummary(
      id: "material-copies-over-one", summary: LocalizedText(zh: "要求多份", en: "Several copies are asked for."),
      severity: .warning, aspect: .efficiency)
    copies.counts.waived = 1
    var code = RuleSummary(
      id: "item-code-check-digit", summary: LocalizedText(zh: "编码校验位不符", en: "The check digit is wrong."),
      severity: .warning)
    code.counts.notApplicable = 2
    return [code, copies, duplicate, dead]
  }()

  /// A run with every kind of diagnostic.
  static var full: LintReport {
    let item = DocumentName(kind: "ServiceItem", id: "foreign-company")
    let file = "items/foreign-company.yaml"
    let first = range(of: "营业执照", in: company)
    let message = LocalizedText(zh: "材料“营业执照”已在前面要求过", en: "Material \"营业执照\" is already asked for above.")
    let seen = Label(range: first, text: LocalizedText(zh: "第一次要求在这里", en: "first asked for here"))
    return report([
      ReportedDiagnostic(
        rule: "schema-unknown-key", severity: .error,
        message: LocalizedText(zh: "没有“items”这个字段", en: "There is no field \"items\"."),
        file: "bundles/small-shop.yaml", range: range(of: "nowhere", in: shop), path: "$['members'][0]['item']",
        remedy: LocalizedText(zh: "改为“item”。", en: "Write \"item\".")),
      ReportedDiagnostic(
        rule: "material-copies-over-one", ruleIndex: 1, state: .waived,
        acceptance: Acceptance(
          kind: .waiver, reason: "法院要求两份原件，2026 年底前有效", owner: "市司法局", expires: "2026-12-31",
          file: "guidelint-waivers.yaml"),
        severity: .warning, message: LocalizedText(zh: "要求 2 份", en: "2 copies are asked for."), file: file,
        range: range(of: "2", in: company), document: item, path: "$['materials'][0]['copies']"),
      ReportedDiagnostic(
        rule: "material-duplicate", ruleIndex: 2, severity: .error, message: message, file: file,
        range: range(of: "营业执照", in: company, occurrence: 2), document: item, path: "$['materials'][2]['name']",
        related: [seen, Label(file: "bundles/small-shop.yaml", range: range(of: "item", in: shop))]),
      ReportedDiagnostic(
        rule: "material-duplicate", ruleIndex: 2, severity: .error,
        message: LocalizedText(zh: "材料名称含复印件", en: "The material's name speaks of a copy."), file: file,
        range: range(of: "复印件", in: company), document: item, path: "$['materials'][1]['name']"),
      ReportedDiagnostic(
        rule: "step-dead-end", ruleIndex: 3, state: .error, severity: .warning,
        message: LocalizedText(zh: "没有名为“length”的函数", en: "There is no function \"length\"."), file: file,
        range: range(of: "|\n      第一款\n      第二款", in: company), document: item, path: "$['steps'][0]['basis']"),
    ])
  }

  /// A run over files in which nothing is wrong.
  static var clean: LintReport {
    var report = report([])
    report.rules = report.rules.map { rule in
      var rule = rule
      rule.counts = ResultCounts()
      rule.counts.pass = 7
      return rule
    }
    return report
  }

  /// A run over nothing.
  static var empty: LintReport {
    LintReport(
      version: "0.1.0", isComplete: true, fileCount: 0, documentCount: 0, rules: [], diagnostics: [], sources: [:])
  }

  static func report(_ diagnostics: [ReportedDiagnostic], extra: [SourceFile] = []) -> LintReport {
    let files =
      [
        SourceFile(path: "items/foreign-company.yaml", bytes: Array(company.utf8)),
        SourceFile(path: "bundles/small-shop.yaml", bytes: Array(shop.utf8)),
      ] + extra
    return LintReport(
      version: "0.1.0", isComplete: !diagnostics.contains { $0.state == .error }, fileCount: 2, documentCount: 2,
      rules: rules, diagnostics: diagnostics,
      sources: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) }))
  }

  /// One diagnostic in a file of its own.
  static func single(_ bytes: [UInt8], _ range: SourceRange, message: String = "m", file: String = "f.yaml")
    -> LintReport
  {
    LintReport(
      version: "0.1.0", isComplete: true, fileCount: 1, documentCount: 1, rules: [],
      diagnostics: [
        ReportedDiagnostic(
          rule: "yaml-syntax", severity: .error, message: LocalizedText(zh: message, en: message), file: file,
          range: range)
      ],
      sources: [file: SourceFile(path: file, bytes: bytes)])
  }

  /// Byte range of the n-th occurrence of `part`.
  static func range(of part: String, in text: String, occurrence: Int = 1) -> SourceRange {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    var left = occurrence
    for start in bytes.indices where bytes[start...].starts(with: wanted) {
      left -= 1
      if left == 0 { return SourceRange(start..<start + wanted.count) }
    }
    return SourceRange(0, 0)
  }

  static func render(
    _ report: LintReport, as format: ReportFormat, language: Language = .zh, color: Bool = false, width: Int? = nil
  ) -> [UInt8] {
    var output: [UInt8] = []
    let options = ReportOptions(language: language, color: color, width: width)
    format.reporter.write(report, options: options) { output.append(contentsOf: $0) }
    return output
  }

  static func text(
    _ report: LintReport, language: Language = .en, color: Bool = false, width: Int? = nil
  ) -> [String] {
    let bytes = render(report, as: .text, language: language, color: color, width: width)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}
