import Synchronization
import Workspace

/// A disk in memory: files by absolute path, folders implied by them, links and failures as a test wants them.
final class MemoryFileSystem: FileSystem {
  private let files: Mutex<[String: [UInt8]]>
  private let links: [String: String]
  private let denied: Set<String>

  init(_ files: [String: String], links: [String: String] = [:], denied: Set<String> = []) {
    self.files = Mutex(files.mapValues { Array($0.utf8) })
    self.links = links
    self.denied = denied
  }

  /// The text of a file; nil where there is none.
  func text(_ path: String) -> String? { files.withLock { $0[path] }.map { String(decoding: $0, as: UTF8.self) } }

  func status(_ path: String, followsLinks: Bool) throws(FileFailure) -> FileStatus {
    if !followsLinks, links[path] != nil { return FileStatus(kind: .link, size: 0) }
    let path = try resolved(path)
    if let bytes = files.withLock({ $0[path] }) { return FileStatus(kind: .file, size: bytes.count) }
    guard isFolder(path) else { throw FileFailure(path: path, reason: .missing) }
    return FileStatus(kind: .folder, size: 0)
  }

  func read(_ path: String) throws(FileFailure) -> [UInt8] {
    let path = try resolved(path)
    if denied.contains(path) { throw FileFailure(path: path, reason: .denied) }
    if let bytes = files.withLock({ $0[path] }) { return bytes }
    throw FileFailure(path: path, reason: isFolder(path) ? .notRegular : .missing)
  }

  func list(_ path: String) throws(FileFailure) -> [(name: String, kind: FileStatus.Kind)] {
    let path = try resolved(path)
    if denied.contains(path) { throw FileFailure(path: path, reason: .denied) }
    guard isFolder(path) else { throw FileFailure(path: path, reason: .missing) }
    let prefix = path == "/" ? "/" : path + "/"
    var kinds: [String: FileStatus.Kind] = [:]
    for file in files.withLock({ Array($0.keys) }) where file.hasPrefix(prefix) {
      let rest = file.dropFirst(prefix.count).split(separator: "/")
      guard let name = rest.first else { continue }
      kinds[String(name)] = rest.count > 1 ? .folder : .file
    }
    for link in links.keys where link.hasPrefix(prefix) && !link.dropFirst(prefix.count).contains("/") {
      kinds[String(link.dropFirst(prefix.count))] = .link
    }
    return kinds.map { (name: $0.key, kind: $0.value) }.sorted { $0.name < $1.name }
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileFailure) { files.withLock { $0[path] = bytes } }

  func replace(_ path: String, with bytes: [UInt8], isPrivate: Bool) throws(FileFailure) { try write(bytes, to: path) }

  func makeFolder(_ path: String) throws(FileFailure) {}

  private func isFolder(_ path: String) -> Bool {
    path == "/" || files.withLock { files in files.keys.contains { $0.hasPrefix(path + "/") } }
  }

  // A link may be the path itself or a folder above it.
  func resolved(_ path: String) throws(FileFailure) -> String {
    for (link, target) in links where path == link || path.hasPrefix(link + "/") {
      let found = target + path.dropFirst(link.count)
      guard files.withLock({ $0[found] }) != nil || isFolder(found) else {
        throw FileFailure(path: path, reason: path == link ? .danglingLink : .missing)
      }
      return found
    }
    return path
  }
}
