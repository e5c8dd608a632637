/// One entry of a tree or of the index.
struct GitEntry: Hashable, Sendable {
  /// What stands at its path.
  enum Kind: Sendable {
    /// A file, executable or not.
    case file
    /// A symbolic link; its content is the target.
    case link
    /// A commit of another repository.
    case submodule
  }

  /// What it is.
  var kind: Kind
  /// Name of the object that holds its content.
  var object: String
}

/// The lists that `ls-tree -r -z` and `ls-files --stage -z` print.
enum GitListing {
  /// Reads `<mode> <type> <object>\t<path>\0…`.
  static func tree(_ bytes: [UInt8]) -> [String: GitEntry] {
    var entries: [String: GitEntry] = [:]
    for record in bytes.split(separator: 0) {
      guard let (words, path) = parts(of: record), words.count == 3, let kind = kind(ofMode: words[0]) else { continue }
      entries[path] = GitEntry(kind: kind, object: words[2])
    }
    return entries
  }

  /// Reads `<mode> <object> <stage>\t<path>\0…`; paths with a stage other than 0 are in conflict.
  static func index(_ bytes: [UInt8]) -> (entries: [String: GitEntry], conflicts: [String]) {
    var entries: [String: GitEntry] = [:]
    var conflicts: [String] = []
    for record in bytes.split(separator: 0) {
      guard let (words, path) = parts(of: record), words.count == 3, let kind = kind(ofMode: words[0]) else { continue }
      if words[2] == "0" {
        entries[path] = GitEntry(kind: kind, object: words[1])
      } else if conflicts.last != path {
        conflicts.append(path)
      }
    }
    return (entries, conflicts)
  }

  /// The words before the tab and the path behind it, which may hold anything but a zero byte.
  private static func parts(of record: ArraySlice<UInt8>) -> (words: [String], path: String)? {
    guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let words = record[..<tab].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    return (words, String(decoding: record[(tab + 1)...], as: UTF8.self))
  }

  /// What a mode of git's stands for; nil for a folder.
  private static func kind(ofMode mode: String) -> GitEntry.Kind? {
    switch mode {
    case "120000": .link
    case "160000": .submodule
    case "040000": nil
    default: .file
    }
  }
}
