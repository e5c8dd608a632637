/// The files of a revision or of the index, at the paths where the working tree has them.
struct GitSnapshot: FileSystem {
  /// Absolute path of the working tree's top.
  let top: String
  /// The entries by path below the top.
  private let entries: [String: GitEntry]
  /// What stands in each folder, by its path below the top; the top itself is empty.
  private let folders: [String: [(name: String, kind: FileStatus.Kind)]]
  /// Contents of files.
  private let objects: GitObjects
  /// What is read outside the repository; nil where nothing is.
  private let outside: (any FileSystem)?
  /// Most links that are followed one after the other.
  private static let mostLinks = 40

  /// Lays out entries below a folder.
  /// - Parameter outside: what a path outside that folder is read from, so that a configuration may lie elsewhere.
  init(top: String, entries: [String: GitEntry], objects: GitObjects, outside: (any FileSystem)? = nil) {
    self.top = top
    self.entries = entries
    self.objects = objects
    self.outside = outside
    folders = GitSnapshot.folders(of: entries)
  }

  /// Reads the contents of some files in one go.
  func prepare(_ paths: [String]) {
    let names = paths.compactMap { path in
      (try? resolvedBelow(path)).flatMap { entries[$0] }.flatMap { $0.kind == .file ? $0.object : nil }
    }
    // What cannot be read is said by whoever reads it.
    try? objects.load(names)
  }

  /// What a path leads to.
  func status(_ path: String, followsLinks: Bool) throws(FileFailure) -> FileStatus {
    guard let below = below(path) else { return try other(path).status(path, followsLinks: followsLinks) }
    if followsLinks {
      let target = try resolvedBelow(path)
      if let outside, target.utf8.first == UInt8(ascii: "/") { return try outside.status(target, followsLinks: true) }
      return try status(below: target, path)
    }
    let parent = try resolvedBelow(PathName.folder(of: path))
    return try status(below: below.isEmpty ? "" : GitSnapshot.joined(parent, PathName.name(of: path)), path)
  }

  /// The path without links in it.
  func resolved(_ path: String) throws(FileFailure) -> String {
    guard below(path) != nil else { return try other(path).resolved(path) }
    let target = try resolvedBelow(path)
    if target.utf8.first == UInt8(ascii: "/") { return target }
    _ = try status(below: target, path)
    return target.isEmpty ? top : top + "/" + target
  }

  /// The content of a file.
  func read(_ path: String) throws(FileFailure) -> [UInt8] {
    guard below(path) != nil else { return try other(path).read(path) }
    let target = try resolvedBelow(path)
    if let outside, target.utf8.first == UInt8(ascii: "/") { return try outside.read(target) }
    guard let entry = entries[target] else {
      throw FileFailure(path: path, reason: folders[target] == nil ? .missing : .notRegular)
    }
    guard entry.kind == .file else { throw FileFailure(path: path, reason: .notRegular) }
    guard case .bytes(let bytes) = try object(entry, path) else {
      throw FileFailure(path: path, reason: .system("too large"))
    }
    return bytes
  }

  /// The names in a folder, sorted by UTF-8.
  func list(_ path: String) throws(FileFailure) -> [(name: String, kind: FileStatus.Kind)] {
    guard below(path) != nil else { return try other(path).list(path) }
    let target = try resolvedBelow(path)
    if let outside, target.utf8.first == UInt8(ascii: "/") { return try outside.list(target) }
    guard let names = folders[target] else {
      throw FileFailure(path: path, reason: entries[target] == nil ? .missing : .notRegular)
    }
    return names
  }

  /// The past cannot be written.
  func write(_ bytes: [UInt8], to path: String) throws(FileFailure) { throw FileFailure(path: path, reason: .denied) }

  /// The past cannot be written.
  func makeFolder(_ path: String) throws(FileFailure) { throw FileFailure(path: path, reason: .denied) }

  // MARK: Places

  /// The path below the top, empty for the top itself; nil outside.
  private func below(_ path: String) -> String? { path == top ? "" : PathName.relative(path, to: top) }

  /// What is read outside the repository.
  private func other(_ path: String) throws(FileFailure) -> any FileSystem {
    guard let outside else { throw FileFailure(path: path, reason: .missing) }
    return outside
  }

  /// The path below the top with every link followed; an absolute path where a link leads outside.
  private func resolvedBelow(_ path: String) throws(FileFailure) -> String {
    guard var current = below(path) else { throw FileFailure(path: path, reason: .missing) }
    var links = 0
    while let link = firstLink(in: current) {
      links += 1
      guard links <= GitSnapshot.mostLinks else { throw FileFailure(path: path, reason: .linkLoop) }
      guard let entry = entries[link], case .bytes(let bytes) = try object(entry, path) else {
        throw FileFailure(path: path, reason: .danglingLink)
      }
      let folder = PathName.folder(of: top + "/" + link)
      let target = PathName.absolute(String(decoding: bytes, as: UTF8.self), in: folder)
      let rest = current.utf8.dropFirst(link.utf8.count)
      let whole = target + String(decoding: rest, as: UTF8.self)
      guard let next = below(whole) else {
        guard outside != nil else { throw FileFailure(path: path, reason: .danglingLink) }
        return whole
      }
      current = next
    }
    return current
  }

  /// The shortest part of a path, from its beginning, that is a link.
  private func firstLink(in path: String) -> String? {
    var end = path.utf8.startIndex
    while end != path.utf8.endIndex {
      end = path.utf8[path.utf8.index(after: end)...].firstIndex(of: UInt8(ascii: "/")) ?? path.utf8.endIndex
      let part = String(path[..<end])
      if entries[part]?.kind == .link { return part }
    }
    return nil
  }

  private func status(below target: String, _ path: String) throws(FileFailure) -> FileStatus {
    // The repository's own folder ends the search for configurations.
    if folders[target] != nil || target == ".git" { return FileStatus(kind: .folder, size: 0) }
    guard let entry = entries[target] else { throw FileFailure(path: path, reason: .missing) }
    switch entry.kind {
    case .file: return FileStatus(kind: .file, size: try object(entry, path).size)
    case .link: return FileStatus(kind: .link, size: 0)
    case .submodule: return FileStatus(kind: .other, size: 0)
    }
  }

  private func object(_ entry: GitEntry, _ path: String) throws(FileFailure) -> GitObject {
    do throws(GitFailure) {
      if let object = try objects.object(entry.object) { return object }
    } catch {
      throw FileFailure(path: path, reason: .system(error.text.en))
    }
    throw FileFailure(path: path, reason: .system("the clone does not hold the file's content"))
  }

  private static func joined(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

  /// Puts each entry, and each folder on the way to it, into its folder.
  private static func folders(of entries: [String: GitEntry]) -> [String: [(name: String, kind: FileStatus.Kind)]] {
    var folders: [String: [(name: String, kind: FileStatus.Kind)]] = ["": []]
    for (path, entry) in entries {
      let kind: FileStatus.Kind = entry.kind == .file ? .file : entry.kind == .link ? .link : .other
      var (child, childKind) = (path, kind)
      while true {
        let slash = child.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(child[..<$0]) } ?? ""
        let isKnown = folders[folder] != nil
        folders[folder, default: []].append((PathName.name(of: child), childKind))
        if isKnown { break }
        (child, childKind) = (folder, .folder)
      }
    }
    return folders.mapValues { names in names.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } }
  }
}
