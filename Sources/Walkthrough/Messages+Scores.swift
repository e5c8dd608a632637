package import Diagnostics
import Rules

/// What a report of scores says.
package enum ScoreWords {
  /// Heads the page and the written report.
  package static func title(_ round: String?) -> LocalizedText {
    let name = round.map { ($0 + "：", " – " + $0) } ?? ("", "")
    return LocalizedText(zh: "\(name.0)办事指南质量与走流程情况报告", en: "Service guides and walks: report\(name.1)")
  }

  /// How points come about, for readers who want to check them.
  package static let method = LocalizedText(
    zh: "计分方法：每份指南在懂不懂、通不通、高不高、好不好四个方面各 100 分；同一条规则不论有几处问题只扣一次，"
      + "错误扣 10 分，警告扣 4 分，提示扣 1 分，扣完为止。有走流程记录的，把 1 至 5 分的评分乘以 20 取平均，与规则得分各占一半。"
      + "四个方面的平均分是这份指南的得分；部门、目录的得分是各份指南的平均分。编码与格式类规则不计分。",
    en:
      "How it is counted: a guide has 100 points in each of the four questions. A failing rule costs its points once, "
      + "however many places it finds: 10 for an error, 4 for a warning, 1 for an info, down to 0. Where a guide was "
      + "walked, the marks of 1 to 5 times 20 give a mean, and rules and walks count half each. The mean of the four is "
      + "the guide's score; a department's and the catalog's are the means of their guides. Rules about codes and format "
      + "do not count.")

  /// Why a department has no rank.
  package static let noRank = LocalizedText(
    zh: "走流程不满 \(GroupScore.walksForRank) 次的不排名次。",
    en: "No rank is given below \(GroupScore.walksForRank) walks.")

  /// What a department is called that guides do not name.
  package static let noDepartment = LocalizedText(zh: "未写明部门", en: "department not stated")

  /// The heads of tables.
  package static let score = LocalizedText(zh: "得分", en: "score")
  /// Heads a sum.
  package static let sum = LocalizedText(zh: "算式", en: "how it adds up")
  /// Heads the guide's name.
  package static let guide = LocalizedText(zh: "事项或者“一件事”", en: "item or bundle")
  /// Heads the department.
  package static let department = LocalizedText(zh: "部门", en: "department")
  /// Heads the number of guides.
  package static let guides = LocalizedText(zh: "指南", en: "guides")
  /// Heads the number of walks.
  package static let walks = LocalizedText(zh: "走流程", en: "walks")
  /// Heads the rank.
  package static let rank = LocalizedText(zh: "名次", en: "rank")
  /// Stands for all guides.
  package static let wholeCatalog = LocalizedText(zh: "全部指南", en: "all guides")

  /// The four headings of a written report (article 003).
  package static let headings = (
    measures: LocalizedText(zh: "一、措施", en: "1. What was done"),
    effects: LocalizedText(zh: "二、效果", en: "2. What came of it"),
    mechanisms: LocalizedText(zh: "三、机制", en: "3. How it is kept up"),
    problems: LocalizedText(zh: "四、问题建议", en: "4. Problems and suggestions")
  )
  /// Heads the scores.
  package static let annex = LocalizedText(zh: "附：得分明细", en: "Annex: scores in detail")
  /// Heads the comparison.
  package static let cuts = LocalizedText(zh: "四减：改革前后", en: "The four cuts, before and after")
  /// Heads the pictures of bundles.
  package static let bundles = LocalizedText(zh: "“一件事”成员事项关系图", en: "Bundles and their members")
  /// Heads the late rows.
  package static let overdue = LocalizedText(zh: "逾期未改", en: "Overdue")
  /// Heads the classes of defects.
  package static let classes = LocalizedText(zh: "问题类别", en: "Classes of problems")
  /// Heads the open rows.
  package static let open = LocalizedText(zh: "尚未解决的问题", en: "Problems still open")
  /// Heads the suggestions of walks.
  package static let suggestions = LocalizedText(zh: "走流程提出的建议", en: "Suggestions of the walks")

  /// What only the author of the report knows.
  package static let toFillIn = LocalizedText(
    zh: "〔请补充：本轮建立了哪些制度、由谁负责、怎样长期坚持。〕",
    en: "[To be completed: which arrangements this round has made, who answers for them, how they last.]")
}

extension ScoreReport {
  /// The round in one sentence, in the words of the articles.
  package var roundSentence: LocalizedText {
    guard round.walks > 0 else {
      return LocalizedText(zh: "本轮还没有走流程记录。", en: "There is no walk in this round yet.")
    }
    let days = round.days.map { ("自 \($0.first) 至 \($0.last)，", "From \($0.first) to \($0.last) ") } ?? ("", "")
    return LocalizedText(
      zh: "\(days.0)共走流程 \(round.walks) 次，涉及 \(round.walkedDocuments) 个事项和“一件事”，发现薄弱环节 \(round.weakPoints) 处，"
        + "其中指南之外另要材料 \(round.extraPapers) 份，提出建议 \(round.suggestions.count) 条。",
      en:
        "\(days.1)\(round.walks) \(round.walks == 1 ? "walk" : "walks") went through \(round.walkedDocuments) items and "
        + "bundles and found \(round.weakPoints) weak points, among them \(round.extraPapers) papers asked for that no "
        + "guide names, and made \(round.suggestions.count) suggestions.")
  }

  /// How much of what must be walked was walked.
  package var coverageSentence: LocalizedText {
    LocalizedText(
      zh: "高频事项 \(round.highFrequency) 个，已走 \(round.highFrequencyWalked) 个。",
      en: "Of \(round.highFrequency) high-frequency items and bundles, \(round.highFrequencyWalked) were walked.")
  }

  /// What became of the ledger's rows, in one sentence.
  package var ledgerSentence: LocalizedText {
    guard !rows.isEmpty else { return LocalizedText(zh: "还没有整改台账。", en: "There is no ledger yet.") }
    let (closed, review) = (rows(in: [.closed]).count, rows(in: [.review]).count)
    return LocalizedText(
      zh: "整改台账 \(rows.count) 行，涉及 \(ledgerDocuments) 个事项：已销号 \(closed) 行，待复核 \(review) 行，逾期 \(overdue.count) 行。",
      en: "The ledger has \(rows.count) rows on \(ledgerDocuments) items: \(closed) closed, \(review) to review, "
        + "\(overdue.count) overdue.")
  }

  /// How complete the ledger's columns are.
  package var careSentence: LocalizedText {
    let owners = rows.count { $0.owner != nil || $0.lead != nil }
    let dates = rows.count { $0.due != nil || $0.type == .standing }
    let proofs = rows(in: [.review, .closed]).count { !$0.proof.isEmpty }
    return LocalizedText(
      zh:
        "落实了责任单位或者责任人的 \(owners) 行，明确了时限的 \(dates) 行；待复核和已销号的 \(rows(in: [.review, .closed]).count) 行中，有佐证的 \(proofs) 行。",
      en: "\(owners) rows name who answers for them, \(dates) a deadline; of the \(rows(in: [.review, .closed]).count) "
        + "rows to review or closed, \(proofs) show proof.")
  }

  /// How often something was counted, such as `暗访 3、陪同办 1`.
  package func list(_ tallies: [RoundSummary.Tally], of kit: String) -> LocalizedText {
    LocalizedText(
      zh: tallies.map { "\(word($0.id, of: kit).zh) \($0.count)" }.joined(separator: "、"),
      en: tallies.map { "\(word($0.id, of: kit).en) \($0.count)" }.joined(separator: ", "))
  }
}
