package import Catalog
package import Diagnostics

/// Everything that two versions of a catalog's items and bundles come to.
package struct CatalogComparison: Sendable {
  /// A measure that rose.
  package struct Rise: Sendable {
    /// The document.
    package var document: DocumentName
    /// The variant; nil for the whole.
    package var variant: LocalizedText?
    /// What rose.
    package var figure: ComparedFigure
  }

  /// What the earlier version is called.
  package var beforeName: LocalizedText
  /// What the later version is called.
  package var afterName: LocalizedText
  /// The documents: items, then bundles, each in order of catalog and id.
  package let documents: [ComparedDocument]
  /// The items in sum.
  package let items: ComparedGroup
  /// The bundles in sum, in which items are contained.
  package let bundles: ComparedGroup
  /// The items of each department in sum, in order of their names.
  package let departments: [ComparedGroup]

  /// Sums documents up.
  package init(_ documents: [ComparedDocument], beforeName: LocalizedText, afterName: LocalizedText) {
    self.beforeName = beforeName
    self.afterName = afterName
    self.documents = documents.sorted { left, right in
      if left.isBundle != right.isBundle { return right.isBundle }
      if left.catalog != right.catalog { return left.catalog.utf8.lexicographicallyPrecedes(right.catalog.utf8) }
      return left.name.id.utf8.lexicographicallyPrecedes(right.name.id.utf8)
    }
    let all = documents.filter { !$0.isBundle }
    items = ComparedGroup(all, name: nil)
    bundles = ComparedGroup(documents.filter(\.isBundle), name: nil)
    departments = Dictionary(grouping: all.filter { $0.department != nil }) { $0.department?.zh ?? "" }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { ComparedGroup($0.value, name: $0.value.first?.department) }
  }

  /// Every measure that rose, of a whole or, where only a variant's did, of that variant.
  package var rises: [Rise] {
    documents.flatMap { document -> [Rise] in
      let whole = document.figures.filter(\.isRise)
      var rises = whole.map { Rise(document: document.name, variant: nil, figure: $0) }
      for variant in document.variants {
        for figure in variant.figures where figure.isRise && !whole.contains(where: { $0.measure == figure.measure }) {
          rises.append(Rise(document: document.name, variant: variant.name, figure: figure))
        }
      }
      return rises
    }
  }
}

/// Some documents in sum.
package struct ComparedGroup: Sendable {
  /// A measure in sum over the documents that state it in both versions, so that what came, went or was filled in changes
  /// no sum.
  package struct Sum: Sendable {
    /// The sums.
    package var figure: ComparedFigure
    /// Number of documents in them.
    package var documents: Int
  }

  /// How many of the documents in force a share counts, in one version.
  package struct Portion: Hashable, Sendable {
    /// Those that it counts.
    package var count = 0
    /// All in force.
    package var total = 0

    /// Per cent; nil of nothing.
    package var percent: Double? { total == 0 ? nil : Double(count) * 100 / Double(total) }
  }

  /// A share before and after.
  package struct ComparedShare: Sendable {
    /// What is counted.
    package var share: Share
    /// In the earlier version.
    package var before: Portion
    /// In the later version.
    package var after: Portion

    /// Whether both versions have a share, and not the same.
    package var isChanged: Bool {
      guard let former = before.percent, let latter = after.percent else { return false }
      return former != latter
    }
  }

  /// The department; nil for all.
  package let name: LocalizedText?
  /// Number of documents in the earlier version.
  package let before: Int
  /// Number of documents in the later version.
  package let after: Int
  /// Number of documents in both of which a figure differs.
  package let changed: Int
  /// Number of documents that only the later version has.
  package let added: Int
  /// Number of documents that only the earlier version has.
  package let removed: Int
  /// The measures in sum.
  package let sums: [Sum]
  /// The shares.
  package let shares: [ComparedShare]

  /// Sums documents up.
  init(_ documents: [ComparedDocument], name: LocalizedText?) {
    self.name = name
    before = documents.count { $0.before != nil }
    after = documents.count { $0.after != nil }
    changed = documents.count { $0.state == .kept && $0.isChanged }
    added = documents.count { $0.state == .added }
    removed = documents.count { $0.state == .removed }
    let kept = documents.filter { $0.state == .kept }
    sums = Measure.allCases.map { ComparedGroup.sum($0, of: kept) }
    shares = Share.allCases.map { share in
      func portion(_ version: (ComparedDocument) -> ComparedDocument.Version?) -> Portion {
        documents.compactMap(version).filter(\.isActive).reduce(into: Portion()) { portion, version in
          portion.total += 1
          if version.shares.contains(share) { portion.count += 1 }
        }
      }
      return ComparedShare(share: share, before: portion(\.before), after: portion(\.after))
    }
  }

  /// Whether a sum or share differs.
  package var isChanged: Bool {
    added + removed + changed > 0 || sums.contains(where: \.figure.isChanged) || shares.contains(where: \.isChanged)
  }

  private static func sum(_ measure: Measure, of documents: [ComparedDocument]) -> Sum {
    if measure == .cut { return cut(of: documents) }
    var before: Figure?
    var after: Figure?
    var count = 0
    for document in documents {
      guard let former = document.before?.measures.figure(measure),
        let latter = document.after?.measures.figure(measure),
        let sumBefore = added(before, former), let sumAfter = added(after, latter)
      else { continue }
      (before, after) = (sumBefore, sumAfter)
      count += 1
    }
    return Sum(figure: ComparedFigure(measure, before: before, after: after), documents: count)
  }

  /// The cut of all limits together, over the documents that state both limits in both versions.
  private static func cut(of documents: [ComparedDocument]) -> Sum {
    var sums: [TimeLimit] = []
    var count = 0
    for document in documents {
      let limits = [
        document.before?.measures.statutory, document.before?.measures.promised, document.after?.measures.statutory,
        document.after?.measures.promised,
      ].compactMap { $0 }.filter(\.hasLength)
      guard limits.count == 4 else { continue }
      sums = sums.isEmpty ? limits : zip(sums, limits).map { $0 + $1 }
      count += 1
    }
    guard sums.count == 4 else { return Sum(figure: ComparedFigure(.cut, before: nil, after: nil), documents: 0) }
    return Sum(
      figure: ComparedFigure(
        .cut, before: TimeLimit.reduction(from: sums[0], to: sums[1]).map(Figure.share),
        after: TimeLimit.reduction(from: sums[2], to: sums[3]).map(Figure.share)), documents: count)
  }

  /// A sum with one more value; nil where the value has no length that could be added.
  private static func added(_ sum: Figure?, _ figure: Figure) -> Figure? {
    switch (sum, figure) {
    case (_, .limit(let limit)) where !limit.hasLength: nil
    case (nil, _): figure
    case (.count(let left), .count(let right)): .count(left + right)
    case (.limit(let left), .limit(let right)): .limit(left + right)
    default: nil
    }
  }
}

extension TimeLimit {
  /// Whether it is neither 无 nor 长期.
  fileprivate var hasLength: Bool { self != .none && self != .longTerm }
}
