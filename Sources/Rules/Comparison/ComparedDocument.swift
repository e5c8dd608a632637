package import Catalog
package import Diagnostics

/// An item or bundle in two versions of a catalog.
package struct ComparedDocument: Sendable {
  /// What became of it.
  package enum State: String, Sendable {
    /// Both versions have it.
    case kept
    /// Only the later version has it.
    case added
    /// Only the earlier version has it.
    case removed
  }

  /// One version of it.
  package struct Version: Sendable {
    /// What is counted.
    package var measures: ItemMeasures
    /// Whether it is in force; what is suspended or cancelled has no part in the shares.
    package var isActive: Bool
    /// The shares that it counts for.
    package var shares: Set<Share>

    /// Describes a version.
    package init(measures: ItemMeasures, isActive: Bool, shares: Set<Share>) {
      self.measures = measures
      self.isActive = isActive
      self.shares = shares
    }
  }

  /// A variant that both versions have.
  package struct Variant: Sendable {
    /// Its name.
    package var name: LocalizedText
    /// Its figures.
    package var figures: [ComparedFigure]

    /// Describes a variant.
    package init(name: LocalizedText, figures: [ComparedFigure]) {
      self.name = name
      self.figures = figures
    }
  }

  /// Kind and id.
  package var name: DocumentName
  /// Folder of its catalog below the one that is compared; empty for that itself.
  package var catalog: String
  /// What people call it.
  package var title: LocalizedText
  /// The authority in charge; nil where none is stated.
  package var department: LocalizedText?
  /// Its earlier version.
  package var before: Version?
  /// Its later version.
  package var after: Version?
  /// The variants that both versions have, in the order of the later one.
  package var variants: [Variant]

  /// Describes a document.
  package init(
    name: DocumentName, catalog: String, title: LocalizedText, department: LocalizedText?, before: Version?,
    after: Version?, variants: [Variant] = []
  ) {
    self.name = name
    self.catalog = catalog
    self.title = title
    self.department = department
    self.before = before
    self.after = after
    self.variants = variants
  }

  /// What became of it.
  package var state: State { before == nil ? .added : after == nil ? .removed : .kept }

  /// The figures of the whole, each as bad as its worst variant.
  package var figures: [ComparedFigure] { ComparedFigure.all(before: before?.measures, after: after?.measures) }

  /// Whether a figure of the whole or of a variant differs, or the document came or went.
  package var isChanged: Bool {
    state != .kept || figures.contains(where: \.isChanged)
      || variants.contains { $0.figures.contains(where: \.isChanged) }
  }

  /// Whether it is a bundle.
  package var isBundle: Bool { name.kind == "Bundle" }
}

/// What a share of the items is counted for, as the rules `instant-`, `zero-visit-` and `online-share-below-target` do.
package enum Share: String, Sendable, CaseIterable {
  /// 即办件
  case instant
  /// 零跑动
  case zeroVisit
  /// 全程网办: the online depth is `result` or `e-certificate`
  case fullyOnline
}
