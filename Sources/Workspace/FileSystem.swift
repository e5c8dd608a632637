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

  /// Describes a path.
  package init(kind: Kind, size: Int) {
    self.kind = kind
    self.size = size
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

/// The seam between the tool and the disk; tests put a file system in memory behind it.
package protocol FileSystem: Sendable {
  /// What a path leads to, following links if asked.
  func status(_ path: String, followsLinks: Bool) throws(FileFailure) -> FileStatus
  /// The absolute path of what a path leads to, without links in it.
  func resolved(_ path: String) throws(FileFailure) -> String
  /// The whole content of a regular file.
  func read(_ path: String) throws(FileFailure) -> [UInt8]
  /// The names in a folder with what they are (links not followed), sorted by UTF-8.
  func list(_ path: String) throws(FileFailure) -> [(name: String, kind: FileStatus.Kind)]
  /// Replaces a file whole or not at all.
  func write(_ bytes: [UInt8], to path: String) throws(FileFailure)
  /// Makes a folder and those above it.
  func makeFolder(_ path: String) throws(FileFailure)
}
