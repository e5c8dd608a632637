package import Diagnostics
package import SourceText

/// Which of the four questions a rule answers: 懂不懂, 通不通, 高不高, 好不好.
package enum Aspect: String, Sendable, CaseIterable {
  /// 懂不懂: does the applicant understand the guide?
  case clarity
  /// 通不通: does the process lead to its end?
  case flow
  /// 高不高: is it quick, with few papers and visits?
  case efficiency
  /// 好不好: is the applicant helped?
  case experience
}

/// The five defect classes of the reviewers' ledger.
package enum Defect: String, Sendable, CaseIterable {
  /// 事前公开不清楚
  case unclearDisclosure = "unclear-disclosure"
  /// 咨询引导无门路
  case noGuidance = "no-guidance"
  /// 流程环节不透明
  case opaqueProcess = "opaque-process"
  /// 线上线下不一致
  case channelMismatch = "channel-mismatch"
  /// 申请材料重复交
  case repeatedSubmission = "repeated-submission"
}

/// What makes a rule binding.
package struct LegalSource: Hashable, Sendable {
  /// Title of the law or document, as a rule without brackets; with its number, only the name stands in them.
  package var title: String
  /// Article, such as 第二十三条.
  package var article: String?
  /// Where it can be read.
  package var url: String?

  /// Cites a document.
  package init(title: String, article: String? = nil, url: String? = nil) {
    self.title = title
    self.article = article
    self.url = url
  }

  /// The source as official writing cites it: 《优化营商环境条例》第三十六条, GB 32100-2015《…》, and an English title as it is.
  package var citation: String {
    let isBracketed = title.unicodeScalars.contains("《")
    let isEnglish = title.unicodeScalars.allSatisfy(\.isASCII)
    var text = isBracketed || isEnglish ? title : "《\(title)》"
    if let article { text += isEnglish ? ", " + article : article }
    return url.map { text + " " + $0 } ?? text
  }
}

/// What is the same for all diagnostics of one rule or built-in fault.
package struct RuleSummary: Sendable {
  /// Rule id.
  package var id: String
  /// One sentence that names the defect.
  package var summary: LocalizedText
  /// Folder that it stands in.
  package var pack: String
  /// What people call the pack.
  package var packTitle: LocalizedText?
  /// Effective severity.
  package var severity: Severity
  /// Aspect; nil for rules about codes.
  package var aspect: Aspect?
  /// Defect class.
  package var defect: Defect?
  /// What it says beyond its message.
  private let explanation: RuleExplanation
  /// Results over the run.
  package var counts = ResultCounts()

  /// What it costs the applicant.
  package var why: LocalizedText? { explanation.why }
  /// What to do about it.
  package var remedy: LocalizedText? { explanation.remedy }
  /// Legal sources.
  package var sources: [LegalSource] { explanation.sources }

  /// Describes a rule.
  package init(
    id: String, pack: String = "", summary: LocalizedText, severity: Severity, aspect: Aspect? = nil,
    defect: Defect? = nil,
    why: LocalizedText? = nil, remedy: LocalizedText? = nil, sources: [LegalSource] = []
  ) {
    self.init(
      id: id, pack: pack, summary: summary, severity: severity, aspect: aspect, defect: defect,
      explanation: RuleExplanation(why: why, remedy: remedy, sources: sources))
  }

  /// Describes a rule of a set.
  package init(
    id: String, pack: String, summary: LocalizedText, severity: Severity, aspect: Aspect?, defect: Defect?,
    explanation: RuleExplanation
  ) {
    self.id = id
    self.pack = pack
    self.summary = summary
    self.severity = severity
    self.aspect = aspect
    self.defect = defect
    self.explanation = explanation
  }
}

/// Kind and id of a document.
package struct DocumentName: Hashable, Sendable {
  /// Such as `ServiceItem`.
  package var kind: String
  /// The document's id; empty where it has none.
  package var id: String

  /// Names a document.
  package init(kind: String, id: String) {
    self.kind = kind
    self.id = id
  }
}

/// One diagnostic of a run, derived from a result or from reading a file.
package struct ReportedDiagnostic: Sendable {
  /// Rule id, or the id of a built-in fault (`yaml-…`, `schema-…`, `catalog-…`, `rule-…`, `config-…`).
  package var rule: String
  /// Index into `LintReport.rules`; nil for built-in faults.
  package var ruleIndex: Int?
  /// `.fail`, `.waived` or `.error`.
  package var state: ResultState
  /// Who accepted a waived result, and why.
  package var acceptance: Acceptance?
  /// What makes it the same diagnostic in another run.
  package var key: DiagnosticKey
  /// Whether nothing may silence it.
  package var isLocked = false
  /// Effective severity.
  package var severity: Severity
  /// What is wrong.
  package var message: LocalizedText
  /// Path of the file, as reports print it.
  package var file: String
  /// What is underlined.
  package var range: SourceRange
  /// The document; nil where none could be read.
  package var document: DocumentName?
  /// Normalized path of the underlined node; nil outside a tree.
  package var path: String?
  /// Further places; a label without file is in `file`.
  package var related: [Label]
  /// What to do, where it differs from the rule's own remedy.
  package var remedy: LocalizedText?
  /// How it can be repaired.
  package var fix: Fix?

  /// Derives a diagnostic; without `anchor` it is placed by its message alone.
  package init(
    rule: String, ruleIndex: Int? = nil, state: ResultState = .fail, acceptance: Acceptance? = nil,
    severity: Severity, message: LocalizedText, file: String, range: SourceRange, document: DocumentName? = nil,
    path: String? = nil, anchor: StablePlace? = nil, related: [Label] = [], remedy: LocalizedText? = nil,
    fix: Fix? = nil
  ) {
    self.rule = rule
    self.ruleIndex = ruleIndex
    self.state = state
    self.acceptance = acceptance
    let id = document?.id ?? ""
    key = DiagnosticKey(
      rule: rule, document: id.isEmpty ? file : id, place: anchor ?? StablePlace(text: message.zh.utf8))
    self.severity = severity
    self.message = message
    self.file = file
    self.range = range
    self.document = document
    self.path = path
    self.related = related
    self.remedy = remedy
    self.fix = fix
  }
}

/// Everything that a run found, in the order in which reports print it.
package struct LintReport: Sendable {
  /// Version of the tool.
  package var version: String
  /// Whether the verdict can be trusted: no bound reached, no failed expression, every path read.
  package var isComplete: Bool
  /// Number of files read.
  package var fileCount: Int
  /// Number of documents read.
  package var documentCount: Int
  /// The rules that ran, sorted by id, each with its counts.
  package var rules: [RuleSummary]
  /// Sorted by file, offset, rule.
  package var diagnostics: [ReportedDiagnostic]
  /// The files that diagnostics and their related places are in, by path.
  package var sources: [String: SourceFile]
  /// What people call the documents that were reported on.
  package var documents: [DocumentName: DocumentOverview]
  /// Why the run is not complete, where no place in a file says so.
  package var failures: [LocalizedText]

  /// Collects a run.
  package init(
    version: String, isComplete: Bool, fileCount: Int, documentCount: Int, rules: [RuleSummary],
    diagnostics: [ReportedDiagnostic], sources: [String: SourceFile],
    documents: [DocumentName: DocumentOverview] = [:], failures: [LocalizedText] = []
  ) {
    self.version = version
    self.isComplete = isComplete
    self.fileCount = fileCount
    self.documentCount = documentCount
    self.rules = rules
    self.diagnostics = diagnostics
    self.sources = sources
    self.documents = documents
    self.failures = failures
  }

  /// Counts over all rules.
  package var counts: ResultCounts {
    rules.reduce(into: ResultCounts()) { $0 += $1.counts }
  }
}
