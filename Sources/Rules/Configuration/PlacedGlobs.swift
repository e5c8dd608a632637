/// Patterns with the folder that they are relative to, which need not be that of the configuration that inherits them.
package struct PlacedGlobs: Sendable {
  /// The patterns.
  package let globs: GlobList
  /// Absolute path of the folder; empty where paths are taken as they come.
  package let folder: String

  /// Places patterns in a folder.
  package init(_ globs: GlobList = GlobList([]), in folder: String = "") {
    self.globs = globs
    self.folder = folder
  }

  /// Whether there is no pattern.
  package var isEmpty: Bool { globs.isEmpty }

  /// Whether the patterns take a file, given by absolute path.
  package func matches(file path: String) -> Bool {
    guard !globs.isEmpty else { return false }
    return below(path).map { globs.matches(file: $0) } ?? false
  }

  /// Whether the patterns take a whole folder, given by absolute path.
  package func matches(folder path: String) -> Bool {
    guard !globs.isEmpty else { return false }
    return below(path).map { globs.matches(folder: $0) } ?? false
  }

  /// The path below the folder; nil for what does not lie there, which no pattern takes.
  private func below(_ path: String) -> String? {
    if folder.isEmpty { return path }
    let prefix = folder == "/" ? "/" : folder + "/"
    guard path.utf8.starts(with: prefix.utf8) else { return nil }
    return String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }
}
