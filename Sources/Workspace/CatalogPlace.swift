internal import Rules

/// Where a linted catalog stands, by which its earlier state is found in the version that a run compares with.
struct CatalogPlace {
  /// Absolute path of its configuration's folder; nil where none governs it.
  let folder: String?
  /// Its path below the topmost configured folder above it; empty for that folder itself.
  ///
  /// That folder does not depend on what was listed, so that naming one of several catalogs compares it with the same.
  let path: String
  private let top: String?
  private let fileSystem: any FileSystem

  /// Looks for configurations above a catalog, up to its repository.
  /// - Parameter isExplicit: whether `--config` named the configuration, so that no other one stands above it.
  init(of configuration: Configuration, isExplicit: Bool, fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
    folder = configuration.folder
    guard let folder = configuration.folder else {
      path = ""
      top = nil
      return
    }
    var top = folder
    var current = folder
    while !isExplicit, current != "/", !CatalogPlace.has(".git", current, fileSystem) {
      current = PathName.folder(of: current)
      if CatalogPlace.has("guidelint.yaml", current, fileSystem) { top = current }
    }
    self.top = top
    path = PathName.relative(folder, to: top) ?? ""
  }

  /// Which of a version's catalogs may be the earlier state of this one; anything but one of them leaves it open.
  /// - Parameters:
  ///   - places: their paths below the folder compared against, empty for that folder itself.
  ///   - isBare: whether no configuration stands in that folder, so that its catalog is whatever else was found there.
  func fitting(_ places: [String], below base: String, isBare: Bool) -> [Int] {
    let own = places.firstIndex(of: "")
    var fitting: Set<Int> = []
    if !path.isEmpty, let same = places.firstIndex(of: path) { fitting.insert(same) }
    if !path.isEmpty, let own, base.hasSuffix("/" + path) { fitting.insert(own) }
    if let named = named(places) { fitting.insert(named) }
    // Some YAML file beside the catalogs of a checkout makes no catalog of it that another one could be taken for.
    if path.isEmpty, let own, fitting.isEmpty || !isBare { fitting.insert(own) }
    return fitting.sorted()
  }

  /// The catalog below a checkout whose path ends this one's; the longest path says most.
  private func named(_ places: [String]) -> Int? {
    guard let folder else { return nil }
    return places.indices.filter { position in
      let place = places[position]
      guard !place.isEmpty, folder.hasSuffix("/" + place) else { return false }
      // A nested catalog of the new version at that very place is the one whose earlier state it is.
      guard let top, place != path else { return true }
      return !CatalogPlace.has("guidelint.yaml", PathName.absolute(place, in: top), fileSystem)
    }.max { places[$0].utf8.count < places[$1].utf8.count }
  }

  private static func has(_ name: String, _ folder: String, _ fileSystem: any FileSystem) -> Bool {
    (try? fileSystem.status(PathName.absolute(name, in: folder), followsLinks: true)) != nil
  }
}
