package import Encoding

/// What a path leads to.
package struct FileStatus: Hashable, Sendable {
  /// The kinds that matter to a walk.
  package enum Kind: Sendable {
    /// A regular file.
    case file
    /// A directory.
    case folder
    /// A symbolic link (only where links are not followed).
    case link
    /// A device, socket or pipe.
    case other
  }

  /// What it is.
  package var kind: Kind
  /// Size in bytes.
  package var size: Int
  /// What tells two files apart that have several names; nil where the file system knows none.
  package var identity: FileIdentity?
  /// Whether its permissions let anybody write; a tool that runs as root does not override a file that is read-only.
  package var isWritable: Bool

  /// Describes a path.
  package init(kind: Kind, size: Int, identity: FileIdentity? = nil, isWritable: Bool = true) {
    self.kind = kind
    self.size = size
    self.identity = identity
    self.isWritable = isWritable
  }
}

/// A file itself, by whatever path, link or hard link it is reached.
package struct FileIdentity: Hashable, Sendable {
  /// The device that it is on.
  package var device: UInt64
  /// Its number there.
  package var number: UInt64

  /// Names a file.
  package init(device: UInt64, number: UInt64) {
    self.device = device
    self.number = number
  }
}

/// Why a path could not be used.
package struct FileFailure: Error, Hashable, Sendable {
  /// The reasons that have a sentence of their own.
  package enum Reason: Hashable, Sendable {
    /// Nothing is there.
    case missing
    /// A link whose target is not there.
    case danglingLink
    /// Links that lead back to themselves.
    case linkLoop
    /// No permission.
    case denied
    /// A device, socket or pipe.
    case notRegular
    /// Anything else, with the system's words.
    case system(String)
  }

  /// The path as the user gave it.
  package var path: String
  /// The reason.
  package var reason: Reason

  /// Describes a failure.
  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

/// What reading a file of bounded size gives.
package enum FileContent: Sendable {
  /// Its bytes.
  case bytes([UInt8])
  /// Its size, which is above the bound.
  case tooLarge(Int)
}

/// The seam between the tool and the disk; tests put a file system in memory behind it.
package protocol FileSystem: Sendable {
  /// What a path leads to, following links if asked.
  func status(_ path: String, followsLinks: Bool) throws(FileFailure) -> FileStatus
  /// The absolute path of what a path leads to, without links in it.
  func resolved(_ path: String) throws(FileFailure) -> String
  /// The whole content of a regular file.
  func read(_ path: String) throws(FileFailure) -> [UInt8]
  /// The whole content of a regular file, unless it is larger than a bound.
  func read(_ path: String, upTo limit: Int) throws(FileFailure) -> FileContent
  /// The names in a folder with what they are (links not followed), sorted by UTF-8.
  func list(_ path: String) throws(FileFailure) -> [(name: String, kind: FileStatus.Kind)]
  /// Replaces a file whole or not at all; an existing one keeps its permissions.
  func write(_ bytes: [UInt8], to path: String) throws(FileFailure)
  /// Replaces a file that can be made anew at any time: whole or not at all while the machine keeps running.
  /// - Parameter isPrivate: whether nobody but its owner may read it.
  func replace(_ path: String, with bytes: [UInt8], isPrivate: Bool) throws(FileFailure)
  /// Replaces a file by what `body` hands over piece by piece, whole or not at all.
  func stream(to path: String, _ body: (@escaping ByteSink) -> Void) throws(FileFailure)
  /// Lets other code, such as a library that knows paths only, fill a new file in a folder; the file is gone afterwards.
  /// - Returns: what was in it.
  func scratch(in folder: String, _ fill: (String) -> Void) throws(FileFailure) -> [UInt8]
  /// Adds to the end of a file, which is made where it is missing.
  func append(_ bytes: [UInt8], to path: String) throws(FileFailure)
  /// Makes a folder and those above it.
  func makeFolder(_ path: String) throws(FileFailure)
  /// Is told which files will be read next, so that they can be fetched together.
  func prepare(_ paths: [String])
}

extension FileSystem {
  /// Most file systems read one file as fast as many.
  package func prepare(_ paths: [String]) {}
}

extension FileSystem {
  /// Writes the file as any other.
  package func replace(_ path: String, with bytes: [UInt8], isPrivate: Bool) throws(FileFailure) {
    try write(bytes, to: path)
  }

  /// Collects the pieces and writes them at once.
  package func stream(to path: String, _ body: (@escaping ByteSink) -> Void) throws(FileFailure) {
    var bytes: [UInt8] = []
    body { bytes.append(contentsOf: $0) }
    try write(bytes, to: path)
  }

  /// What is no disk has no paths that other code could write to.
  package func scratch(in folder: String, _ fill: (String) -> Void) throws(FileFailure) -> [UInt8] {
    throw FileFailure(path: folder, reason: .notRegular)
  }

  /// Writes the file anew with more at its end.
  package func append(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let before = (try? status(path, followsLinks: true)) == nil ? [] : try read(path)
    try write(before + bytes, to: path)
  }
}

extension FileSystem {
  /// Asks for the size first; a file system that learns it while opening a file need not ask twice.
  package func read(_ path: String, upTo limit: Int) throws(FileFailure) -> FileContent {
    let size = try status(path, followsLinks: true).size
    return size > limit ? .tooLarge(size) : .bytes(try read(path))
  }
}
