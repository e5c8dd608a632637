import Diagnostics
import Rules
import SourceText
import Testing

@testable import Workspace

/// What is said of comments that are wrong or silence nothing.
@Suite struct SuppressionFaultTests {
  private static let locked = """
    root: true
    extends: [./rules]
    rules: {odd-word: {severity: error, locked: true}}

    """

  @Test func aMalformedCommentIsUnderlinedAndSilencesNothing() {
    let comments = [
      ("# guidelint: allow bad-word", "suppression-malformed # guidelint: allow bad-word"),
      ("# guidelint: allow bad-word --", "suppression-malformed --"),
      ("# guidelint: allow bad-word -", "suppression-malformed # guidelint: allow bad-word -"),
      ("# guidelint: allow -- 理由", "suppression-malformed allow"),
      ("# guidelint: allow", "suppression-malformed # guidelint: allow"),
      ("# guidelint:", "suppression-malformed # guidelint:"),
      ("# guidelint: alow bad-word -- 理由", "suppression-malformed alow"),
      ("# guidelint: ignore bad-word -- 理由", "suppression-malformed ignore"),
      ("# guidelint：allow bad-word -- 理由", "suppression-malformed ："),
      ("# guidelint: allow bad-word —— 理由", "suppression-malformed ——"),
      ("# guidelint: allow bad-word – 理由", "suppression-malformed –"),
      ("# guidelint: allow bad-word，odd-word -- 理由", "suppression-malformed ，"),
      ("# guidelint: allow bad-word odd-word -- 理由", "suppression-malformed  "),
      ("# guidelint: allow bad-word,, odd-word -- 理由", "suppression-malformed bad-word,, odd-word"),
      ("# guidelint: allow bad-word, -- 理由", "suppression-malformed bad-word,"),
      ("# guidelint: allow bad-wrod -- 理由", "suppression-unknown-rule bad-wrod"),
      ("# guidelint: allow odd-word -- 理由", "suppression-locked odd-word"),
      ("# guidelint: allow yaml-syntax -- 理由", "suppression-locked yaml-syntax"),
      ("# guidelint: allow suppression-unused -- 理由", "suppression-locked suppression-unused"),
    ]
    var files: [String: String] = [:]
    for (number, comment) in comments.enumerated() {
      files["\(number).yaml"] = item("i\(number)", "坏 \(comment.0)  ")
    }
    let linted = Desk(files, configuration: Self.locked).lint()
    for (number, comment) in comments.enumerated() {
      #expect(linted.faults(in: "\(number).yaml") == [comment.1], "\(comment.0)")
      #expect(linted.words(in: "\(number).yaml") == ["坏 fail"], "\(comment.0)")
    }
    let nearest = linted.outcome.report.diagnostics.first { $0.rule == "suppression-unknown-rule" }
    #expect(nearest?.message.en == "There is no rule or pack “bad-wrod”. Did you mean bad-word?")
    #expect(nearest?.severity == .warning)
  }

  @Test func aLockedRuleIsNotSilencedByItsPackEither() {
    let files = ["a.yaml": item("a", "差怪 # guidelint: allow rules -- 理由")]
    let linted = Desk(files, configuration: Self.locked).lint()
    #expect(linted.words() == ["差 suppression", "怪 fail"])
    #expect(linted.faults().isEmpty)
    #expect(linted.outcome.report.diagnostics.map(\.isLocked) == [false, true])
  }

  @Test func anUnusedCommentIsRemovedByItsFix() throws {
    let cases = [
      (item("a", "好 # guidelint: allow bad-word -- 理由", "坏"), item("a", "好", "坏")),
      (item("a", "好  \t# guidelint: allow bad-word -- 理由  ", "坏"), item("a", "好", "坏")),
      (item("a", "好 # 说明 # guidelint: allow bad-word -- 理由"), item("a", "好 # 说明")),
      ("  # guidelint: allow bad-word -- 理由\n" + item("a", "好"), item("a", "好")),
      (item("a", "好") + "# guidelint: allow bad-word -- 理由", item("a", "好")),
      (
        item("a", "差 # guidelint: allow odd-word,bad-word -- 理由"), item("a", "差 # guidelint: allow bad-word -- 理由")
      ),
      (
        item("a", "好 # guidelint: allow odd-word, no-word -- 理由"), item("a", "好 # guidelint: allow no-word -- 理由")
      ),
    ]
    for (before, after) in cases {
      for lineEnd in ["\n", "\r\n", "\r"] {
        let text = before.replacing("\n", with: lineEnd)
        let linted = Desk(["a.yaml": text]).lint()
        let unused = try #require(linted.outcome.report.diagnostics.first { $0.rule == "suppression-unused" })
        #expect(unused.severity == .warning && unused.document == DocumentName(kind: "ServiceItem", id: "a"))
        let fix = try #require(unused.fix)
        #expect(fix.applicability == .safe)
        var bytes = Array(text.utf8)
        for edit in fix.edits.reversed() {
          bytes.replaceSubrange(edit.range.offsets, with: Array(edit.replacement.utf8))
        }
        #expect(String(decoding: bytes, as: UTF8.self) == after.replacing("\n", with: lineEnd))
      }
    }
  }

  @Test func whatDidNotRunIsNotUnused() {
    let comment = "# guidelint: allow odd-word -- 理由"
    let files = ["a.yaml": item("a", "好 \(comment)")]
    let unused = ["suppression-unused \(comment)"]
    #expect(Desk(files).lint().faults() == unused)
    #expect(Desk(files).lint { $0.only = ["odd-word"] }.faults() == unused)
    #expect(Desk(files).lint { $0.only = ["bad-word"] }.faults().isEmpty)
    #expect(Desk(files).lint { $0.skip = ["odd-*"] }.faults().isEmpty)
    #expect(Desk(files).lint { $0.severities = ["odd-word=off"] }.faults().isEmpty)
    let off = "root: true\nextends: [./rules]\nrules: {odd-word: off}\n"
    #expect(Desk(files, configuration: off).lint().faults().isEmpty)
    let offHere = "root: true\nextends: [./rules]\noverrides: [{items: [a], rules: {odd-word: off}}]\n"
    #expect(Desk(files, configuration: offHere).lint().faults().isEmpty)
    // A pack is judged only where all of it was: what was skipped might have needed the comment.
    let pack = ["a.yaml": item("a", "好 # guidelint: allow rules -- 理由")]
    #expect(Desk(pack).lint().faults() == ["suppression-unused # guidelint: allow rules -- 理由"])
    #expect(Desk(pack).lint { $0.skip = ["odd-word"] }.faults().isEmpty)
    #expect(Desk(pack, configuration: off).lint().faults() == ["suppression-unused # guidelint: allow rules -- 理由"])
  }

  @Test func aRuleOnChangeIsJudgedOnlyWhereSomethingIsCompared() {
    let change = Desk.rule("risen", "好").replacing("find: \"好\"", with: "when: base.hasValue()\nrequire: 'false'")
      .replacing("$..zh", with: "$.visits").replacing("{match}", with: "{this}")
    let item = item("a", "好") + "visits: 2 # guidelint: allow risen -- 理由\n"
    let desk = Desk(["rules/risen.yaml": change, "a.yaml": item])
    #expect(desk.lint().faults().isEmpty)
    desk.write("root: true\n", to: "old/guidelint.yaml")
    desk.write(item, to: "old/a.yaml")
    let compared = desk.lint { $0.against = "/desk/old" }
    #expect(compared.outcome.report.diagnostics.map(\.state) == [.waived])
  }
}
