import CEL
import DataTree
import Diagnostics

/// Functions that compare what texts say in numbers.
extension DomainFunctions {
  /// `quantities`, `quantityDifferences` and `unstatedQuantities`.
  var quantityFunctions: [FunctionDeclaration] { [quantities, quantityDifferences, unstatedQuantities] }

  /// `quantities(text)`
  private var quantities: FunctionDeclaration {
    declare(
      "quantities",
      zh: "文字里的数量，中英文同一种写法：时限、金额、份数、条文、电话、日期、时间等；可能是习语的不列。",
      en: "What a text states in numbers, written alike for both languages: limits, fees, copies, articles, telephone "
        + "numbers, dates, times; what may be an idiom is left out.",
      [.dyn], .list(.string),
      examples: [
        ("quantities('受理后二十个工作日内办结')", "['20 working days']"),
        ("quantities('Within twenty working days') == quantities('20 个工作日内')", "true"),
        ("quantities('收费 1.5万元，一式两份')", "['RMB 15000', '2 copies']"),
        ("quantities('Article 37')", "['article 37']"), ("quantities('三证合一，一窗通办')", "[]"),
      ]
    ) { arguments, evaluation in
      withText(arguments[0], evaluation) { text in
        let list = QuantityReader.read(text)
        if list.isCut { return evaluation.limitReached(.tooManyNumbers) }
        let items = list.items.filter { !$0.isDoubtful }
        return evaluation.makeList(items.map { evaluation.makeString($0.description) })
      }
    }
  }

  /// `quantityDifferences(chinese, english)`
  private var quantityDifferences: FunctionDeclaration {
    declare(
      "quantityDifferences",
      zh: "中英文数字不一致之处，每处为 {zh, en}，内容是原文；只有一种语言写了的，另一种为空文字。",
      en: "Where a Chinese text and its English differ in numbers, as {zh, en} with the words of each; empty for the "
        + "language that does not state the number.",
      [.dyn, .dyn], .list(.map(.string, .string)),
      examples: [
        ("quantityDifferences('20 个工作日内办结', 'Decided within 20 working days.')", "[]"),
        (
          "quantityDifferences('20 个工作日内办结', 'Decided within ten working days.')",
          "[{'zh': '20 个工作日', 'en': 'ten working days'}]"
        ), ("quantityDifferences('收费50元', 'A fee is charged.')", "[{'zh': '50元', 'en': ''}]"),
      ]
    ) { arguments, evaluation in
      guard let chinese = text(of: arguments[0], language: "zh", evaluation),
        let english = text(of: arguments[1], language: "en", evaluation)
      else { return .absent }
      let left = QuantityReader.read(evaluation.bytes(of: chinese))
      let right = QuantityReader.read(evaluation.bytes(of: english))
      if left.isCut || right.isCut { return evaluation.limitReached(.tooManyNumbers) }
      let comparison = QuantityComparison(chinese: left, english: right)
      let differences = comparison.differences.map { difference in
        evaluation.makeMap([
          (evaluation.makeString("zh"), part(of: chinese, difference.chinese?.range)),
          (evaluation.makeString("en"), part(of: english, difference.english?.range)),
        ])
      }
      return evaluation.makeList(differences)
    }
  }

  /// `unstatedQuantities(page, document)`
  private var unstatedQuantities: FunctionDeclaration {
    declare(
      "unstatedQuantities",
      zh: "指南页面里的时限、金额和电话中，其他字段都没有写的那些（原文）。",
      en: "The limits, amounts of money and telephone numbers of a guide page that no other field of the document "
        + "states, in the page's words.",
      [.dyn, .dyn], .list(.string)
    ) { arguments, evaluation in
      guard let page = text(of: arguments[0], evaluation), case .node(let document) = arguments[1] else {
        return .absent
      }
      let stated = DocumentMemo.of(evaluation).quantities(of: document) {
        let view = evaluation.tree(document.tree)
        return StatedQuantities(view: view, guide: view.value(of: document.node, at: "guide")).collect(document.node)
      }
      let bytes = evaluation.bytes(of: page)
      let list = QuantityReader.read(bytes)
      if list.isCut { return evaluation.limitReached(.tooManyNumbers) }
      let missing = list.items.filter { item in
        StatedQuantities.isJudged(item) && !stated.contains { StatedQuantities.states($0, item) }
          && !StatedQuantities.isOfRemedies(item, in: bytes)
      }
      return evaluation.makeList(missing.map { part(of: page, $0.range) })
    }
  }
}

/// Gathers what the fields of a document state in numbers, in any language.
private struct StatedQuantities {
  /// The document.
  let view: TreeView
  /// The page, which does not vouch for itself.
  let guide: NodeID?

  /// All quantities below a node.
  func collect(_ root: NodeID) -> [Quantity] {
    var found: [Quantity] = []
    collect(root, into: &found, depth: 0)
    return found
  }

  /// Adds the quantities of a node.
  private func collect(_ node: NodeID, into found: inout [Quantity], depth: Int) {
    guard node != guide, depth <= DocumentReading.maximumDepth else { return }
    switch view.kind(node) {
    case .map: for entry in view.entries(node) { collect(entry.value, into: &found, depth: depth + 1) }
    case .list: for element in view.elements(node) { collect(element, into: &found, depth: depth + 1) }
    default: found += QuantityReader.read(view.text(node), upTo: .max).items
    }
  }

  /// Whether a page may state a quantity only if a field does: limits in days, money, telephone numbers.
  static func isJudged(_ item: Quantity) -> Bool {
    guard !item.isDoubtful else { return false }
    switch item.kind {
    case .workingDays: return true
    // 一天 and one yuan are said of anything.
    case .days, .calendarDays, .money: return item.number != 1000
    // Shorter rows are years, codes and extensions.
    case .phone: return item.value >= 1_000_000
    default: return false
    }
  }

  /// Whether the line of a quantity speaks of reconsideration or litigation, whose periods the law sets and no field has.
  static func isOfRemedies(_ item: Quantity, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard item.family == .duration else { return false }
    let start = bytes[..<item.range.lowerBound].lastIndex(of: 0x0A) ?? 0
    let end = bytes[item.range.upperBound...].firstIndex(of: 0x0A) ?? bytes.count
    var scanner = TextScanner(bytes, in: start..<end)
    while !scanner.isAtEnd {
      if scanner.take("复议") || scanner.take("诉讼") || scanner.take("起诉") || scanner.take("reconsider")
        || scanner.take("litigat") || scanner.take("lawsuit") || scanner.take("court")
      {
        return true
      }
      _ = scanner.next()
    }
    return false
  }

  /// Whether what a field states is what the page says.
  static func states(_ field: Quantity, _ page: Quantity) -> Bool {
    if field.kind == page.kind { return QuantityComparison.isSame(field, page) }
    if field.family == .duration, page.family == .duration {
      let areDays = [field.kind, page.kind].allSatisfy { $0 == .days || $0 == .workingDays }
      return areDays && field.value == page.value || QuantityComparison.isNearly(field, page)
        || QuantityComparison.isNearly(page, field)
    }
    return field.kind == .number && field.isInDigits
      && (field.number == page.value || field.number / 1000 == page.value)
  }
}
