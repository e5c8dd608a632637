/// A repository with a working tree, read through git.
struct GitRepository: Sendable {
  /// A commit that a revision names.
  struct Commit: Hashable, Sendable {
    /// Its object.
    var object: String
    /// What it is called in paths and messages.
    var name: String
    /// Whether the name is that of a branch and of a tag, of which git took one.
    var isAmbiguous = false
  }

  /// Git itself.
  private let program: GitProgram
  /// Absolute path of the working tree's top, as the folder was named from which it was found.
  let top: String
  /// Whether the clone lacks a part of its history.
  private let isShallow: Bool
  /// What was read of it.
  private let objects: GitObjects

  /// Finds the repository around a folder.
  init(around folder: String, _ program: GitProgram, _ disk: any FileSystem) throws(GitFailure) {
    self.program = program
    let answer = try program.run(
      ["rev-parse", "--is-bare-repository", "--is-shallow-repository", "--show-prefix"], in: folder)
    guard answer.exitCode == 0 else { throw GitRepository.failure(answer.talk, folder) }
    // The prefix comes last because it may hold line breaks.
    let lines = answer.text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 3 else { throw .failed(answer.text) }
    guard lines[0] == "false" else { throw .bare(folder) }
    isShallow = lines[1] == "true"
    top = try GitRepository.top(of: folder, prefix: lines[2], disk)
    objects = GitObjects(GitObjectReader(program: program, folder: top))
  }

  /// The commit that a revision names; `A...` is the newest commit that A and HEAD have in common.
  func commit(_ revision: String) throws(GitFailure) -> Commit {
    guard GitRepository.isName(revision) else { throw .badName(revision) }
    if revision.hasSuffix("...") { return try mergeBase(with: String(revision.dropLast(3)), as: revision) }
    let answer = try program.run(
      ["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"], in: top)
    guard answer.exitCode == 0 else {
      if try !hasCommit() { throw .noCommit(revision) }
      throw .unknownRevision(revision, isShallow: isShallow)
    }
    let isAmbiguous = !answer.talk.isEmpty && answer.talk.utf8.starts(with: "warning: refname".utf8)
    return Commit(object: answer.text, name: revision, isAmbiguous: isAmbiguous)
  }

  /// Whether HEAD leads to a commit.
  func hasCommit() throws(GitFailure) -> Bool {
    try program.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], in: top).exitCode == 0
  }

  /// The files of a commit.
  func files(of commit: Commit) throws(GitFailure) -> GitSnapshot {
    let answer = try program.run(["ls-tree", "-r", "-z", "--full-tree", commit.object], in: top)
    guard answer.exitCode == 0 else { throw .failed(answer.talk) }
    return GitSnapshot(top: top, entries: GitListing.tree(answer.bytes), objects: objects)
  }

  /// The files of the index, which the next commit would hold; what lies outside the repository comes from the disk.
  func index(outside disk: any FileSystem) throws(GitFailure) -> GitSnapshot {
    let answer = try program.run(["ls-files", "--stage", "-z", "--full-name"], in: top)
    guard answer.exitCode == 0 else { throw .failed(answer.talk) }
    let (entries, conflicts) = GitListing.index(answer.bytes)
    guard conflicts.isEmpty else { throw .unmerged(conflicts) }
    return GitSnapshot(top: top, entries: entries, objects: objects, outside: disk)
  }

  /// The newest commit that a revision and HEAD have in common.
  private func mergeBase(with revision: String, as name: String) throws(GitFailure) -> Commit {
    let other = try commit(revision)
    let head = try commit("HEAD")
    let answer = try program.run(["merge-base", other.object, head.object], in: top)
    guard answer.exitCode == 0, let base = answer.text.split(separator: "\n").first else {
      throw .noMergeBase(revision, isShallow: isShallow)
    }
    return Commit(object: String(base), name: String(base.prefix(12)), isAmbiguous: other.isAmbiguous)
  }

  /// Whether a text can be a revision at all: git must take it neither for an option nor for several lines.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.utf8.count <= 1024 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  /// What git's refusal of a folder means.
  private static func failure(_ talk: String, _ folder: String) -> GitFailure {
    func says(_ words: String) -> Bool { isPart(words, of: talk) }
    if says("dubious ownership") { return .foreignOwner(folder) }
    if says("not a git repository") { return .noRepository(folder) }
    if says("must be run in a work tree") { return .bare(folder) }
    return .failed(talk)
  }

  /// Whether some words stand in a text.
  private static func isPart(_ words: String, of text: String) -> Bool {
    let (bytes, wanted) = (Array(text.utf8), Array(words.utf8))
    return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }

  /// The folder without git's prefix; where a link stands between them, the real one.
  private static func top(of folder: String, prefix: String, _ disk: any FileSystem) throws(GitFailure) -> String {
    guard !prefix.isEmpty else { return folder }
    let ending = "/" + prefix.dropLast()
    if folder.hasSuffix(ending) { return PathName.normalized(String(folder.dropLast(ending.count))) }
    guard let real = try? disk.resolved(folder), real.hasSuffix(ending) else {
      throw .failed("\(folder) is reached through a link; work in the folder itself")
    }
    return PathName.normalized(String(real.dropLast(ending.count)))
  }
}
