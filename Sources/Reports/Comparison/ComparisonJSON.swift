internal import Catalog
internal import Diagnostics
internal import Encoding
internal import Rules

/// Writes a comparison as JSON.
///
/// ```
/// {before, after: {zh, en},
///  items, bundles: GROUP, departments: [GROUP and name: {zh, en}],
///  documents: [{kind, id, catalog, title: {zh, en}, department: {zh, en} or null, state: kept|added|removed,
///               figures: FIGURES, variants: [{name: {zh, en}, figures: FIGURES}]}],
///  rises: [{kind, id, variant: {zh, en} or null, measure}]}
/// GROUP   = {before, after, changed, added, removed: number of documents, sums: FIGURES, each with `documents`,
///            shares: {instant, zeroVisit, fullyOnline: {before, after: {count, total}}}}
/// FIGURES = {steps, materials, statutory, promised, cut, fees, visits, windows: {before, after: VALUE, direction}}
/// VALUE   = a number (cut: per cent) | {zh, en, workingDays: number or null where 日 leaves it open} | null: not stated
/// ```
/// `direction` is lower, higher, same, stated, unstated, absent or open (not comparable).
struct ComparisonJSON: ~Copyable {
  private let comparison: CatalogComparison
  private let showsAll: Bool
  private var json: JSONWriter

  /// Prepares to write.
  init(_ comparison: CatalogComparison, showsAll: Bool, sink: @escaping ByteSink) {
    self.comparison = comparison
    self.showsAll = showsAll
    json = JSONWriter(sink: sink)
  }

  /// Writes everything.
  mutating func write() {
    json.beginObject()
    text("before", comparison.beforeName)
    text("after", comparison.afterName)
    json.key("items")
    write(comparison.items)
    json.key("bundles")
    write(comparison.bundles)
    json.key("departments")
    json.beginArray()
    for group in comparison.shownDepartments(showsAll) { write(group) }
    json.endArray()
    json.key("documents")
    json.beginArray()
    for document in comparison.shown(showsAll) { write(document) }
    json.endArray()
    json.key("rises")
    json.beginArray()
    for rise in comparison.rises { write(rise) }
    json.endArray()
    json.endObject()
    json.finish()
  }

  private mutating func write(_ document: ComparedDocument) {
    json.beginObject()
    json.member("kind", document.name.kind)
    json.member("id", document.name.id)
    json.member("catalog", document.catalog)
    text("title", document.title)
    text("department", document.department)
    json.member("state", document.state.rawValue)
    json.key("figures")
    json.beginObject()
    for figure in document.figures { write(figure) }
    json.endObject()
    json.key("variants")
    json.beginArray()
    for variant in document.variants where showsAll || variant.figures.contains(where: \.isChanged) {
      json.beginObject()
      text("name", variant.name)
      json.key("figures")
      json.beginObject()
      for figure in variant.figures { write(figure) }
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ group: ComparedGroup) {
    json.beginObject()
    if let name = group.name { text("name", name) }
    json.member("before", group.before)
    json.member("after", group.after)
    json.member("changed", group.changed)
    json.member("added", group.added)
    json.member("removed", group.removed)
    json.key("sums")
    json.beginObject()
    for sum in group.sums { write(sum.figure, documents: sum.documents) }
    json.endObject()
    json.key("shares")
    json.beginObject()
    for share in group.shares {
      json.key(escaping: share.share.rawValue)
      json.beginObject(inline: true)
      portion("before", share.before)
      portion("after", share.after)
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }

  private mutating func write(_ rise: CatalogComparison.Rise) {
    json.beginObject(inline: true)
    json.member("kind", rise.document.kind)
    json.member("id", rise.document.id)
    text("variant", rise.variant)
    json.member("measure", rise.figure.measure.rawValue)
    json.endObject()
  }

  private mutating func portion(_ key: StaticString, _ portion: ComparedGroup.Portion) {
    json.key(key)
    json.beginObject(inline: true)
    json.member("count", portion.count)
    json.member("total", portion.total)
    json.endObject()
  }

  private mutating func write(_ figure: ComparedFigure, documents: Int? = nil) {
    json.key(escaping: figure.measure.rawValue)
    json.beginObject(inline: true)
    value("before", figure.before)
    value("after", figure.after)
    json.member("direction", figure.direction.rawValue)
    if let documents { json.member("documents", documents) }
    json.endObject()
  }

  private mutating func value(_ key: StaticString, _ figure: Figure?) {
    json.key(key)
    switch figure {
    case nil: json.null()
    case .count(let count): json.int(count)
    case .share(let percent): json.number(hundredths: Decimals.hundredths(percent))
    case .limit(let limit):
      json.beginObject(inline: true)
      json.member("zh", limit.describe(inChinese: true))
      json.member("en", limit.describe(inChinese: false))
      json.key("workingDays")
      if let days = limit.workingDayHundredths { json.number(hundredths: days) } else { json.null() }
      json.endObject()
    }
  }

  private mutating func text(_ key: StaticString, _ text: LocalizedText?) {
    json.key(key)
    guard let text else { return json.null() }
    json.beginObject(inline: true)
    json.member("zh", text.zh)
    json.member("en", text.en)
    json.endObject()
  }
}
