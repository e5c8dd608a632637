internal import Foundation

/// A git repository for one test, whose commits are the same in every run.
package final class GitFolder: Sendable {
  /// The working tree.
  package let folder: TemporaryFolder

  /// What git would not do.
  package struct Failure: Error {
    /// The arguments.
    package let arguments: [String]
    /// What git said.
    package let talk: String
  }

  /// Makes an empty repository.
  package init() throws {
    folder = try TemporaryFolder()
    try git("init", "-q", "-b", "main")
  }

  /// Makes a repository from another one, as it is over the network.
  package init(cloning other: GitFolder, depth: Int) throws {
    folder = try TemporaryFolder()
    try git("clone", "-q", "--depth", "\(depth)", "file://\(other.folder.path)", ".")
  }

  /// Absolute path of the working tree.
  package var path: String { folder.path }

  /// Writes files, or deletes those without text, and commits everything.
  package func commit(_ files: [String: String?], _ message: String = "change") throws {
    try write(files)
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message)
  }

  /// Writes files, or deletes those without text.
  package func write(_ files: [String: String?]) throws {
    for (name, text) in files {
      if let text {
        try folder.write(text, to: name)
      } else {
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
      }
    }
  }

  /// Runs git and returns what it prints.
  @discardableResult
  package func git(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(filePath: path)
    process.environment = Self.environment.merging([
      "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org", "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
      "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
      "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
    ]) { $1 }
    let place = try TemporaryFolder(["out": "", "err": ""])
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "\(place.path)/out"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: "\(place.path)/err"))
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(arguments: arguments, talk: place.text("err") ?? "")
    }
    return (place.text("out") ?? "").trimmingCharacters(in: .newlines)
  }

  /// A run of the real binary in the working tree, with a git that reads no configuration of this machine.
  package func guidelint(_ arguments: String...) -> Guidelint {
    Self.environment.reduce(Guidelint(arguments: arguments).in(folder)) { $0.setting($1.key, to: $1.value) }
  }

  /// Surroundings in which git behaves the same everywhere.
  package static let environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1",
    "HOME": "/nonexistent",
  ]
}
