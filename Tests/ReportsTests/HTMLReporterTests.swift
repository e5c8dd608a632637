import Encoding
import Diagnostics
import Foundation
import Rules
import SourceText
import TestSupport
import Testing

@testable import Reports

@Suite struct HTMLReporterTests {
  private func page(_ report: LintReport, _ language: Language = .zh) -> String {
    String(decoding: SampleReport.render(report, as: .html, language: language), as: UTF8.self)
  }

  /// The page without its style and script, which are the same for all.
  private func goldenPage(_ report: LintReport, _ language: Language) -> [UInt8] {
    var text = page(report, language)
    for content in [PageStyle.text, PageScript.text] {
      if let range = text.range(of: content) { text.replaceSubrange(range, with: "…") }
    }
    for digest in [PageStyle.digest, PageScript.digest] {
      if let range = text.range(of: digest) { text.replaceSubrange(range, with: "sha256-…") }
    }
    return Array(text.utf8)
  }

  /// A run in which departments, packs, titles and every kind of acceptance are known.
  static var decided: LintReport {
    var report = SampleReport.full
    let item = DocumentName(kind: "ServiceItem", id: "foreign-company")
    report.documents[item] = DocumentOverview(title: "外资公司设立登记", department: "市市场监督管理局")
    for index in report.rules.indices {
      report.rules[index].pack = "materials"
      report.rules[index].packTitle = LocalizedText(zh: "申请材料", en: "Materials")
    }
    report.diagnostics[2].fix = Fix(
      title: LocalizedText(zh: "删去重复的材料", en: "drop the duplicate"), applicability: .safe, edits: [])
    var suppressed = report.diagnostics[3]
    suppressed.state = .waived
    suppressed.acceptance = Acceptance(kind: .suppression, reason: "法院要求", file: suppressed.file)
    var old = suppressed
    old.acceptance = Acceptance(kind: .baseline, file: "guidelint-baseline.jsonl")
    report.diagnostics += [suppressed, old]
    report.failures = [LocalizedText(zh: "读不到“<x>”", en: "cannot read “<x>”")]
    return report
  }

  @Test func goldens() {
    let reports = [
      ("empty", SampleReport.empty), ("clean", SampleReport.clean), ("full", SampleReport.full),
      ("decided", Self.decided),
    ]
    for (name, report) in reports {
      for language in Language.allCases {
        let golden = Golden("\(name).\(language.rawValue).html")
        let difference = golden.difference(from: goldenPage(report, language))
        #expect(difference == nil)
      }
    }
  }

  @Test func policyNamesWhatThePageHolds() {
    for (text, digest) in [(PageStyle.text, PageStyle.digest), (PageScript.text, PageScript.digest)] {
      let right = "sha256-" + Data(SHA256.digest(Array(text.utf8))).base64EncodedString()
      #expect(digest == right)
    }
    #expect(
      Data(SHA256.digest(Array("abc".utf8))).base64EncodedString() == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    for part in ["http:", "https:", "@import", "url(", "fetch", "XMLHttp", "innerHTML", "eval", "</"] {
      #expect(!PageStyle.text.contains(part) && !PageScript.text.contains(part), "\(part)")
    }
  }

  @Test func bothLanguagesAreThereAndOneIsShownFirst() {
    for language in Language.allCases {
      let page = page(SampleReport.full, language)
      #expect(page.contains(#"<html lang="\#(language == .zh ? "zh-Hans" : "en")">"#))
      #expect(
        page.contains(#"id="lang-\#(language.rawValue)" aria-label="\#(language == .zh ? "中文" : "English")" checked"#))
      #expect(page.contains("材料“营业执照”已在前面要求过") && page.contains("Material \"营业执照\" is already asked for above."))
    }
  }

  @Test func eachDiagnosticShowsItsLineAndLeadsToItsRule() {
    let page = page(Self.decided)
    #expect(page.contains("<pre><b>8</b>- name: <mark>营业执照</mark></pre>"))
    #expect(page.contains("<pre><b>7</b>- name: 法定代表人身份证明 🧑‍⚖️（<mark>复印件</mark>）</pre>"))
    #expect(page.contains(#"<pre><b>11</b>basis: <mark>|</mark> <small lang="zh">延续到第 13 行</small>"#))
    #expect(page.contains("<a href=\"#r1\">material-duplicate</a>"))
    #expect(page.contains(#"<article class="rule" id="r1" data-rule="material-duplicate">"#))
    #expect(page.contains("<a>schema-unknown-key</a>"))
    #expect(page.contains("怎么改：改为“item”。"))
    #expect(page.contains(#"<span class="dept">市市场监督管理局</span>"#))
    #expect(page.contains("已列入豁免清单；理由：法院要求两份原件，2026 年底前有效；责任人：市司法局；有效期至 2026-12-31；见 guidelint-waivers.yaml"))
    #expect(page.contains("已由文件中的注释豁免；理由：法院要求；见 items/foreign-company.yaml"))
    #expect(page.contains(#"<li class="e b"><p lang="zh"><b>错误 · 存量</b>"#))
    #expect(page.contains("可自动修复：删去重复的材料"))
    #expect(page.contains("读不到“&lt;x&gt;”"))
  }

  @Test func nothingFromADocumentIsMarkup() throws {
    let texts = [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "javascript:alert(1)",
      "</style></pre></li><!--", "&lt;b&gt;", "`<i>`", "\u{202E}\u{0}\u{1B}\u{FEFF}", "]]>",
    ]
    for evil in texts {
      let report = hostile(evil)
      for language in Language.allCases {
        let page = page(report, language)
        let body = page.replacing(PageScript.text, with: "").replacing(PageStyle.text, with: "")
        #expect(body.components(separatedBy: "<script").count == 2, "\(evil)")
        #expect(!body.contains("<img") && !body.contains("<i>") && !body.contains("<!--"), "\(evil)")
        #expect(!body.contains("href=\"javascript:"), "\(evil)")
        for scalar in body.unicodeScalars where scalar != "\n" {
          #expect(VisibleText.replacement(for: scalar) == nil, "\(evil)")
        }
      }
    }
  }

  /// A report in which every text that comes from outside is the same.
  private func hostile(_ evil: String) -> LintReport {
    let text = LocalizedText(zh: evil, en: evil)
    let source = Array("name: \(evil)".utf8)
    var report = SampleReport.single(source, SourceRange(6..<source.count), message: evil, file: "a\(evil).yaml")
    let name = DocumentName(kind: evil, id: evil)
    report.documents = [name: DocumentOverview(title: evil, department: evil)]
    var rule = RuleSummary(
      id: evil, pack: evil, summary: text, severity: .error, why: text, remedy: text,
      sources: [LegalSource(title: evil, article: evil, url: evil), LegalSource(title: evil, url: "https://x/\(evil)")])
    rule.counts.fail = 1
    report.rules = [rule]
    report.failures = [text]
    report.isComplete = false
    report.diagnostics[0].rule = evil
    report.diagnostics[0].ruleIndex = 0
    report.diagnostics[0].document = name
    report.diagnostics[0].remedy = text
    report.diagnostics[0].fix = Fix(title: text, applicability: .unsafe, edits: [])
    report.diagnostics[0].related = [
      Label(range: SourceRange(0, 4), text: text), Label(file: evil, range: SourceRange(0, 4)),
    ]
    var waived = report.diagnostics[0]
    waived.state = .waived
    waived.acceptance = Acceptance(kind: .waiver, reason: evil, owner: evil, expires: evil, file: evil)
    report.diagnostics.append(waived)
    return report
  }

  @Test func aBrowserReadsIt() throws {
    let python = try #require(
      ExternalTool.python(with: "html5lib"), "make test installs the Python module html5lib (python3-html5lib)")
    let folder = try TemporaryFolder(["read.py": Self.reader])
    var reports = [SampleReport.empty, SampleReport.clean, SampleReport.full, Self.decided]
    reports += ["<script>'\"&", "</script><!--", "`\u{0}"].map(hostile)
    var paths: [String] = []
    for (index, report) in reports.enumerated() {
      for language in Language.allCases {
        let name = "\(index)-\(language.rawValue).html"
        try folder.write(Data(page(report, language).utf8), to: name)
        paths.append("\(folder.path)/\(name)")
      }
    }
    let outcome = try python.run(["\(folder.path)/read.py"] + paths)
    #expect(outcome.exitCode == 0, "\(outcome.output.prefix(2_000))")
  }

  /// Reads pages as browsers do: no parse error, no request, no handler, every reference inside the page answered.
  private static let reader = """
    import sys, html5lib
    faults = []
    for path in sys.argv[1:]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(open(path, "rb"), transport_encoding="utf-8")
        for place, code, data in parser.errors:
            faults.append((path, place, code, data))
        elements = [e for e in tree.iter() if isinstance(e.tag, str)]
        ids = [e.get("id") for e in elements if e.get("id")]
        if len(ids) != len(set(ids)):
            faults.append((path, "ids are not unique"))
        names = [e.tag.split("}")[-1] for e in elements]
        for once in ("main", "h1", "script", "style"):
            if names.count(once) != 1:
                faults.append((path, once, names.count(once)))
        for e in elements:
            for name, value in e.attrib.items():
                if name.startswith("on") or name in ("src", "style", "srcset", "action"):
                    faults.append((path, e.tag, name, value))
                if name in ("for", "aria-labelledby") and value not in ids:
                    faults.append((path, e.tag, name, value))
                if name == "href":
                    known = value[0] == "#" and value[1:] in ids
                    if not (known or value == "data:," or e.tag == "a" and value.startswith("https://")):
                        faults.append((path, e.tag, name, value))
            if e.tag in ("select", "input") and e.get("type") != "radio" and not any(e in list(l) for l in elements if l.tag == "label"):
                faults.append((path, e.tag, "has no label"))
    print(faults)
    sys.exit(1 if faults else 0)

    """

  @Test func fiveThousandFindingsStayBelowTwoMegabytes() {
    let report = Self.many(5_000)
    let size = SampleReport.render(report, as: .html).count
    #expect(size < 2_000_000, "\(size)")
  }

  /// Diagnostics as a real catalog has them: eight to a document, from 80 rules with texts of the usual length.
  static func many(_ count: Int) -> LintReport {
    let line = "  - name: 养老保险转移申请表\n"
    let rules = (0..<80).map { number in
      RuleSummary(
        id: "form-guide-missing-\(number)", pack: "materials",
        summary: LocalizedText(zh: "要填的表格没有写怎么填", en: "A form comes without instructions."), severity: .warning,
        aspect: .clarity, defect: .noGuidance,
        why: LocalizedText(
          zh: "填报不规范、资料不齐全，耽误的是申请人自己的办理时间；窗口要一遍遍解释，排队的人也跟着等。",
          en: "Forms filled in wrongly come back, and the applicant loses the days; the window explains the same again."
        ),
        remedy: LocalizedText(
          zh: "在 `instructions` 写两三句：由谁填、容易填错的栏目怎么填、在哪里签字盖章；网上填报的，写明哪些信息会自动带出。",
          en: "Write two or three sentences in `instructions`: who fills it in, which boxes go wrong, where to sign."),
        sources: [LegalSource(title: "优化营商环境条例", article: "第三十六条"), LegalSource(title: "行政许可法", article: "第三十条")])
    }
    var report = LintReport(
      version: "0.1.0", isComplete: true, fileCount: count / 8, documentCount: count / 8, rules: rules, diagnostics: [],
      sources: [:])
    for index in 0..<count {
      let file = "items/\(index / 8 / 100)/gd-\(index / 8).yaml"
      let document = DocumentName(kind: "ServiceItem", id: "gd-\(index / 8)")
      if index % 8 == 0 {
        report.sources[file] = SourceFile(path: file, bytes: Array(String(repeating: line, count: 8).utf8))
        report.documents[document] = DocumentOverview(
          title: "养老保险关系转移接续（\(index / 8)）", department: "广东省人力资源和社会保障厅\(index % 40)")
      }
      let start = UInt32(index % 8 * line.utf8.count) + 10
      report.diagnostics.append(
        ReportedDiagnostic(
          rule: rules[index % 80].id, ruleIndex: index % 80, severity: .warning,
          message: LocalizedText(
            zh: "没有写“养老保险转移申请表”怎么填", en: "Nothing says how \"养老保险转移申请表\" is filled in."), file: file,
          range: SourceRange(start, start + 27), document: document))
    }
    return report
  }
}
