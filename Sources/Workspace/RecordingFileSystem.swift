package import Encoding
internal import Synchronization

/// Remembers what was read through it: every file that had a part in a run, listed or not, so that no report replaces
/// one of them.
package final class RecordingFileSystem: FileSystem {
  /// The file system behind it.
  private let files: any FileSystem
  /// Paths that were read, some more than once.
  private let paths = Mutex<[String]>([])

  /// Watches another file system.
  package init(_ files: any FileSystem) { self.files = files }

  /// Absolute paths that were read so far.
  package var pathsRead: [String] { paths.withLock { $0 } }

  /// What a path leads to.
  package func status(_ path: String, followsLinks: Bool) throws(FileFailure) -> FileStatus {
    try files.status(path, followsLinks: followsLinks)
  }

  /// The path of what a path leads to.
  package func resolved(_ path: String) throws(FileFailure) -> String { try files.resolved(path) }

  /// The whole content of a regular file, noted even where it cannot be read.
  package func read(_ path: String) throws(FileFailure) -> [UInt8] {
    paths.withLock { $0.append(path) }
    return try files.read(path)
  }

  /// The whole content of a regular file that is not too large, noted like any other.
  package func read(_ path: String, upTo limit: Int) throws(FileFailure) -> FileContent {
    paths.withLock { $0.append(path) }
    return try files.read(path, upTo: limit)
  }

  /// The names in a folder.
  package func list(_ path: String) throws(FileFailure) -> [(name: String, kind: FileStatus.Kind)] {
    try files.list(path)
  }

  /// Replaces a file whole or not at all.
  package func write(_ bytes: [UInt8], to path: String) throws(FileFailure) { try files.write(bytes, to: path) }

  /// Replaces a file that can be made anew.
  package func replace(_ path: String, with bytes: [UInt8], isPrivate: Bool) throws(FileFailure) {
    try files.replace(path, with: bytes, isPrivate: isPrivate)
  }

  /// Replaces a file piece by piece, whole or not at all.
  package func stream(to path: String, _ body: (@escaping ByteSink) -> Void) throws(FileFailure) {
    try files.stream(to: path, body)
  }

  /// Lets other code fill a file that is gone afterwards.
  package func scratch(in folder: String, _ fill: (String) -> Void) throws(FileFailure) -> [UInt8] {
    try files.scratch(in: folder, fill)
  }

  /// Adds to the end of a file.
  package func append(_ bytes: [UInt8], to path: String) throws(FileFailure) { try files.append(bytes, to: path) }

  /// Makes a folder and those above it.
  package func makeFolder(_ path: String) throws(FileFailure) { try files.makeFolder(path) }
}
