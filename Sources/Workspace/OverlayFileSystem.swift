/// A file system in which some files have other bytes than below, or are there without being there: what a run would say
/// of a change not yet made, or of a text that an editor holds.
package struct OverlayFileSystem: FileSystem {
  /// What lies below.
  private let base: any FileSystem
  /// Bytes by absolute path.
  private let files: [String: [UInt8]]
  /// Whether what is written reaches the file system below.
  private let writesThrough: Bool

  /// Lays bytes over some paths, which are absolute.
  /// - Parameter writesThrough: false drops what is written, as nothing that follows from bytes not yet on the disk may
  ///   stay there.
  package init(_ base: any FileSystem, files: [String: [UInt8]], writesThrough: Bool) {
    self.base = base
    self.files = files
    self.writesThrough = writesThrough
  }

  /// What a path leads to, with the size that it has here.
  package func status(_ path: String, followsLinks: Bool) throws(FileFailure) -> FileStatus {
    guard let bytes = files[path] else { return try base.status(path, followsLinks: followsLinks) }
    guard var status = try? base.status(path, followsLinks: followsLinks), status.kind == .file else {
      return FileStatus(kind: .file, size: bytes.count)
    }
    status.size = bytes.count
    return status
  }

  /// The path of what a path leads to; a file that is only here leads to itself.
  package func resolved(_ path: String) throws(FileFailure) -> String {
    guard files[path] != nil else { return try base.resolved(path) }
    return (try? base.resolved(path)) ?? path
  }

  /// The bytes that a file has here.
  package func read(_ path: String) throws(FileFailure) -> [UInt8] {
    if let bytes = files[path] { return bytes }
    return try base.read(path)
  }

  /// The names in a folder, those that are only here among them.
  package func list(_ path: String) throws(FileFailure) -> [(name: String, kind: FileStatus.Kind)] {
    let own = files.keys.filter { PathName.folder(of: $0) == path }.map(PathName.name(of:))
    let names = try base.list(path)
    if own.isEmpty { return names }
    let all = names.filter { !own.contains($0.name) } + own.map { (name: $0, kind: .file) }
    return all.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Writes below, or nothing.
  package func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    if writesThrough { try base.write(bytes, to: path) }
  }

  /// Writes below, or nothing.
  package func replace(_ path: String, with bytes: [UInt8], isPrivate: Bool) throws(FileFailure) {
    if writesThrough { try base.replace(path, with: bytes, isPrivate: isPrivate) }
  }

  /// Lets other code fill a file below that is gone afterwards.
  package func scratch(in folder: String, _ fill: (String) -> Void) throws(FileFailure) -> [UInt8] {
    try base.scratch(in: folder, fill)
  }

  /// Makes a folder below, or none.
  package func makeFolder(_ path: String) throws(FileFailure) {
    if writesThrough { try base.makeFolder(path) }
  }
}
