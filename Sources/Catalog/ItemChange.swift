package import DataTree

/// How one variant of an item, or a whole item without variants, differs from an earlier version.
package struct ItemChange {
  /// The variant in the later version; nil for the whole.
  package let variant: NodeID?
  /// Its figures in the earlier version.
  package let before: ItemMeasures
  /// Its figures in the later version.
  package let after: ItemMeasures
  /// Materials that are handed in now and were not, without those that cite a law of their own.
  package let addedMaterials: [NodeID]
  /// Number of new materials that cite a law of their own.
  package let lawfulMaterials: Int
  /// Number of new steps that cite a law of their own.
  package let lawfulSteps: Int

  /// The changes between two versions: of every variant that both have, else of the whole.
  ///
  /// A variant that is new was no business of the earlier guide, so there is nothing to compare it with.
  package static func all(
    from earlier: MeasuredItem, to later: MeasuredItem, normalize: MaterialName.Normalization?
  ) -> [ItemChange] {
    let counterpart = Counterpart(from: later.view, in: earlier.view, shapes: later.shapes)
    let names = MaterialNames(earlier, normalize: normalize)
    let pairs: [(former: NodeID?, variant: NodeID?)]
    if later.variants.isEmpty || earlier.variants.isEmpty {
      pairs = [(nil, nil)]
    } else {
      pairs = later.variants.compactMap { variant in counterpart.node(variant).map { ($0, variant) } }
    }
    let lawfulSteps = lawfulSteps(in: later, counterpart)
    return pairs.map { former, variant in
      ItemChange(
        from: earlier, former, to: later, variant, names, lawfulSteps: lawfulSteps, normalize: normalize)
    }
  }

  /// Compares one variant of two versions.
  private init(
    from earlier: MeasuredItem, _ former: NodeID?, to later: MeasuredItem, _ variant: NodeID?,
    _ known: MaterialNames, lawfulSteps: Int, normalize: MaterialName.Normalization?
  ) {
    self.variant = variant
    before = earlier.measures(of: former)
    after = later.measures(of: variant)
    let condition = later.condition(of: variant)
    var added: [NodeID] = []
    var lawful = 0
    for material in later.elements(of: .root, later.shapes.keys.materials)
    where later.applies(material, under: condition) && MaterialCount.burden(of: material, in: later) != .none {
      let names = MaterialNames.names(of: material, in: later, normalize: normalize)
      if known.isHandedIn(names, under: earlier.condition(of: former)) { continue }
      // A paper that was exempt and is no longer has had its law all the time.
      let isNew = !known.isListed(names)
      if isNew, later.view.value(of: material, at: later.shapes.keys.basis) != nil {
        lawful += 1
      } else {
        added.append(material)
      }
    }
    addedMaterials = added
    lawfulMaterials = lawful
    self.lawfulSteps = lawfulSteps
  }

  /// Counts the steps that the earlier version has not, that a promise covers and that cite a law.
  private static func lawfulSteps(in later: MeasuredItem, _ counterpart: Counterpart) -> Int {
    guard let list = later.list(later.shapes.keys.steps) else { return 0 }
    let steps = ProcessGraph(list, in: later.view, shapes: later.shapes).steps
    return zip(later.view.elements(list), steps).count { node, step in
      step.isCounted && later.view.value(of: node, at: later.shapes.keys.basis) != nil && counterpart.node(node) == nil
    }
  }
}

/// The materials of an earlier version by what they may be called in a later one.
private struct MaterialNames {
  /// The item that lists them.
  private let item: MeasuredItem
  /// Materials by key of their name, `ref` and id.
  private var known: [[UInt8]: [NodeID]] = [:]
  /// Of more materials with one name than anybody would list, these many are looked at.
  private static let maximumNamesakes = 32

  /// Names the materials of an item.
  init(_ item: MeasuredItem, normalize: MaterialName.Normalization?) {
    self.item = item
    for material in item.elements(of: .root, item.shapes.keys.materials) {
      for name in MaterialNames.names(of: material, in: item, normalize: normalize) {
        if known[name, default: []].count < MaterialNames.maximumNamesakes {
          known[name, default: []].append(material)
        }
      }
    }
  }

  /// Whether one of some names is listed at all.
  func isListed(_ names: Set<[UInt8]>) -> Bool { names.contains { known[$0] != nil } }

  /// Whether a material of one of some names is handed in under a condition.
  func isHandedIn(_ names: Set<[UInt8]>, under condition: Condition?) -> Bool {
    names.contains { name in
      (known[name] ?? []).contains {
        item.applies($0, under: condition) && MaterialCount.burden(of: $0, in: item) != .none
      }
    }
  }

  /// What a material may be known by: its name, its `ref`, its id, and the names of its alternatives.
  static func names(of material: NodeID, in item: MeasuredItem, normalize: MaterialName.Normalization?) -> Set<[UInt8]>
  {
    let (view, keys) = (item.view, item.shapes.keys)
    var names = nameKeys(of: material, in: item, normalize: normalize)
    for choice in item.elements(of: material, keys.oneOf) {
      names.formUnion(nameKeys(of: choice, in: item, normalize: normalize))
    }
    for (key, mark) in [(keys.ref, UInt8(ascii: "@")), (keys.id, UInt8(ascii: "#"))] {
      guard let node = view.value(of: material, at: key), view.kind(node) == .string else { continue }
      names.insert([mark] + Array(view.text(node)))
    }
    return names
  }

  /// The name in every language, as keys.
  private static func nameKeys(
    of material: NodeID, in item: MeasuredItem, normalize: MaterialName.Normalization?
  ) -> Set<[UInt8]> {
    let view = item.view
    guard let name = view.value(of: material, at: item.shapes.keys.name) else { return [] }
    let texts = view.kind(name) == .map ? view.entries(name).map(\.value) : [name]
    return Set(
      texts.filter { view.kind($0) == .string }.map { MaterialName.key(view.text($0), normalize: normalize) })
  }
}
