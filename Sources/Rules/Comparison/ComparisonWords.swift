package import Catalog
package import Diagnostics

/// The words of a comparison in one language.
package struct ComparisonWords: Sendable {
  /// The language.
  package let language: Language

  /// Chooses a language.
  package init(language: Language) { self.language = language }

  /// One wording.
  package func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// What a measure is called.
  package func name(of measure: Measure) -> String {
    switch measure {
    case .steps: words("办理环节", "steps")
    case .materials: words("申请材料", "materials")
    case .statutory: words("法定时限", "statutory limit")
    case .promised: words("承诺时限", "promised limit")
    case .cut: words("时限压减", "cut")
    case .fees: words("收费项目", "fees")
    case .visits: words("跑动次数", "visits")
    case .windows: words("办理窗口", "windows")
    }
  }

  /// What a share is called.
  package func name(of share: Share) -> String {
    switch share {
    case .instant: words("即办件占比", "instant")
    case .zeroVisit: words("零跑动占比", "zero visits")
    case .fullyOnline: words("全程网办占比", "fully online")
    }
  }

  /// What became of a document.
  package func name(of state: ComparedDocument.State) -> String {
    switch state {
    case .kept: words("保留", "kept")
    case .added: words("新增", "added")
    case .removed: words("删除", "removed")
    }
  }

  /// A value; what is not stated is never shown as 0.
  package func value(_ figure: Figure?) -> String {
    switch figure {
    case nil: words("未填", "not stated")
    case .count(let count): String(count)
    case .limit(let limit): limit.describe(inChinese: language == .zh)
    case .share(let percent): Decimals.text(percent) + "%"
    }
  }

  /// Both values. Where two limits are written in different units, each is followed by its length in working days.
  package func values(_ figure: ComparedFigure) -> (before: String, after: String) {
    var values = (before: value(figure.before), after: value(figure.after))
    guard case .limit(let before) = figure.before, case .limit(let after) = figure.after, before.unit != after.unit
    else { return values }
    if let days = workingDays(before) { values.before += days }
    if let days = workingDays(after) { values.after += days }
    return values
  }

  /// The length of a limit of another unit in working days; nil where it depends on the reading of a bare day.
  private func workingDays(_ limit: TimeLimit) -> String? {
    // A sum is described in working days already.
    guard let unit = limit.unit, unit != .workingDays, let hundredths = limit.workingDayHundredths else { return nil }
    let days = Decimals.text(hundredths: hundredths)
    return words("（合 \(days) 工作日）", " (\(days) working days)")
  }

  /// By how much a value changed; empty where it did not.
  package func change(_ figure: ComparedFigure) -> String {
    switch figure.direction {
    case .same, .absent: return ""
    case .stated: return words("新填", "now stated")
    case .unstated: return words("不再写明", "no longer stated")
    case .open: return words("不可比", "not comparable")
    case .lower, .higher: break
    }
    let mark = figure.direction == .higher ? "↑" : "↓"
    switch (figure.before, figure.after) {
    case (.count(let before), .count(let after)): return "\(mark) \(abs(after - before))"
    case (.share(let before), .share(let after)):
      return "\(mark) \(Decimals.text(abs(after - before)))" + words(" 个百分点", " pp")
    case (.limit(let before), .limit(let after)):
      guard let percent = TimeLimit.reduction(from: before, to: after) else { return mark }
      return "\(mark) \(Decimals.text(abs(percent)))%"
    default: return mark
    }
  }

  /// How many documents a share counts, and how many that are of all.
  package func portion(_ portion: ComparedGroup.Portion) -> String {
    guard let percent = portion.percent else { return words("无", "none") }
    return "\(portion.count)/\(portion.total)" + words("（", " (") + Decimals.text(percent) + "%" + words("）", ")")
  }

  /// The versions, as a heading.
  package func heading(_ comparison: CatalogComparison) -> String {
    "\(comparison.beforeName[language]) → \(comparison.afterName[language])"
  }

  /// How many documents there were and are, and what became of them.
  package func population(_ group: ComparedGroup, isBundles: Bool) -> String {
    let isOpen = group.before != group.after
    let number = isOpen ? "\(group.before) → \(group.after)" : "\(group.after)"
    return words(
      "\(isBundles ? "一件事" : "事项") \(number) 个：变动 \(group.changed)，新增 \(group.added)，删除 \(group.removed)",
      "\(isBundles ? "bundles" : "items"): \(number); \(group.changed) changed, \(group.added) added, \(group.removed) removed"
    )
  }

  /// The name of a department, with the number of its items where that changed.
  package func name(of group: ComparedGroup) -> String {
    let name = group.name?[language] ?? ""
    guard group.before != group.after else { return name }
    return name + words("（事项 \(group.before) → \(group.after) 个）", " (items: \(group.before) → \(group.after))")
  }

  /// The heading of the items or the bundles.
  package func section(isBundles: Bool) -> String { isBundles ? words("一件事", "Bundles") : words("事项", "Items") }

  /// The heading of the departments.
  package var departments: String { words("部门（事项合计）", "Departments (items in sum)") }

  /// The heading of the sums.
  package var totals: String { words("合计", "Totals") }

  /// What the sums are taken over.
  package var sumRemark: String {
    words(
      "合计只含两版都写明该项的事项，新增、删除和未填的不计入；占比按在用事项计算。",
      "Sums are taken over what states the figure in both versions: what was added, removed or not stated is in none. "
        + "Shares are of the items in force.")
  }

  /// That there is nothing to show.
  package var nothing: String { words("没有变动。", "Nothing changed.") }

  /// What stands before a measure of one variant.
  package func variant(_ name: LocalizedText) -> String { words("业务办理项“\(name.zh)”", "variant “\(name.en)”") }

  /// Introduces the authority in charge.
  package func department(_ name: LocalizedText) -> String { words("（\(name.zh)）", " (\(name.en))") }
}

/// Decimal numbers with at most two digits behind the point and none that says nothing.
package enum Decimals {
  /// A number.
  package static func text(_ number: Double) -> String { text(hundredths: hundredths(number)) }

  /// A number in hundredths.
  package static func hundredths(_ number: Double) -> Int { Int((min(max(number, -1e12), 1e12) * 100).rounded()) }

  /// A number given in hundredths.
  package static func text(hundredths: Int) -> String {
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension TimeLimit {
  /// The unit of an amount; nil for words and sums.
  fileprivate var unit: Unit? {
    if case .amount(_, let unit) = form { unit } else { nil }
  }

  /// Length in hundredths of a working day, rounded up: 1 calendar day = 5/7, 1 month = 30 days; nil where there is none
  /// or it depends on the reading of a bare day.
  package var workingDayHundredths: Int? {
    guard !isOpen, let value = upperValue else { return nil }
    let (product, overflow) = value.multipliedReportingOverflow(by: 100)
    return overflow ? nil : Int((product + 3359) / 3360)
  }
}
