internal import Diagnostics

/// Why an earlier version or the index could not be read.
enum GitFailure: Error, Hashable, Sendable {
  /// There is no git to call.
  case notInstalled
  /// The folder lies in no repository.
  case noRepository(String)
  /// The repository has no working tree.
  case bare(String)
  /// The repository belongs to somebody else, so git refuses to read it.
  case foreignOwner(String)
  /// The text can be no revision.
  case badName(String)
  /// No commit has this name; the clone may lack its history.
  case unknownRevision(String, isShallow: Bool)
  /// There is no commit yet.
  case noCommit(String)
  /// Two revisions have no commit in common; the clone may lack it.
  case noMergeBase(String, isShallow: Bool)
  /// Files of the index with conflicts.
  case unmerged([String])
  /// Git's answer is longer than any repository of guides makes it.
  case tooLarge(Int)
  /// Anything else, in git's words.
  case failed(String)

  /// What to say, with what to do about it.
  var text: LocalizedText {
    switch self {
    case .notInstalled: Messages.gitMissing
    case .noRepository(let folder): Messages.noRepository(folder)
    case .bare(let folder): Messages.bareRepository(folder)
    case .foreignOwner(let folder): Messages.foreignRepository(folder)
    case .badName(let name): Messages.badRevisionName(name)
    case .unknownRevision(let name, let isShallow): Messages.unknownRevision(name, isShallow: isShallow)
    case .noCommit(let name): Messages.noCommit(name)
    case .noMergeBase(let name, let isShallow): Messages.noMergeBase(name, isShallow: isShallow)
    case .unmerged(let paths): Messages.unmergedIndex(paths)
    case .tooLarge(let limit): Messages.gitOutputTooLarge(limit)
    case .failed(let words): Messages.gitFailed(words)
    }
  }
}
