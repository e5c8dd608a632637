package import SourceText

/// One file of a rule set: a rule, pack, vocabulary or schema.
package struct RuleSourceFile: Sendable {
  /// Path below the set's folder: `<pack>/<rule-id>.yaml`, `<pack>/vocabulary/<id>.yaml`, `schema/<name>.json`.
  package var path: String
  /// The text, under the path that diagnostics print.
  package var source: SourceFile
  /// Whether it belongs to the shipped set.
  package var isStandard: Bool

  /// Names a file of a rule set.
  package init(path: String, source: SourceFile, isStandard: Bool) {
    self.path = path
    self.source = source
    self.isStandard = isStandard
  }

  /// Parts of the path.
  var parts: [Substring] { path.split(separator: "/") }

  /// What the file is, by its place.
  var role: Role {
    let parts = parts
    let name = parts.last.map(String.init) ?? ""
    if parts.first == "schema" { return .schema(name) }
    guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return .other }
    if parts.count >= 2, parts[parts.count - 2] == "vocabulary" { return .vocabulary }
    return name == "pack.yaml" ? .pack : .rule
  }

  /// What a file of a rule set is.
  enum Role: Hashable {
    /// A JSON Schema, by its file name.
    case schema(String)
    /// Title and settings of a pack.
    case pack
    /// A word list, patterns or a table.
    case vocabulary
    /// One rule, with its examples.
    case rule
    /// Nothing that belongs in a rule set; the author is told.
    case other
  }

  /// The folder that makes the pack: the last one that is no `vocabulary`.
  var pack: String {
    let folders = parts.dropLast().filter { $0 != "vocabulary" }
    return folders.last.map(String.init) ?? ""
  }

  /// The file name without its ending.
  var stem: String {
    let name = parts.last.map(String.init) ?? ""
    return name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
  }
}
