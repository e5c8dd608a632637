package import SourceText

/// One file of a rule set: a rule, pack, vocabulary, kit, profile or schema.
package struct RuleSourceFile: Sendable {
  /// Path below the set's folder: `<pack>/<rule-id>.yaml`, `<pack>/vocabulary/<id>.yaml`, `<pack>/kit/<id>.yaml`,
  /// `profiles/<id>.yaml`, `schema/<name>.json`.
  package let path: String
  /// The text, under the path that diagnostics print.
  package let source: SourceFile
  /// Whether it belongs to the shipped set.
  package let isStandard: Bool
  /// Whether tests of this very file have found nothing wrong, so that a lint need not look for it again.
  package let isTested: Bool
  /// What the file is, by its place.
  let role: Role
  /// The folder that makes the pack: the last one that is no `vocabulary` and no `kit`.
  let pack: String
  /// The file name without its ending.
  let stem: String

  /// Names a file of a rule set.
  package init(path: String, source: SourceFile, isStandard: Bool, isTested: Bool = false) {
    self.path = path
    self.source = source
    self.isStandard = isStandard
    self.isTested = isTested
    // By bytes: to split text into characters would take longer than to read the file.
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let name = parts.last ?? ""
    role = RuleSourceFile.role(of: parts, name: name)
    pack = parts.dropLast().last { $0 != "vocabulary" && $0 != "kit" } ?? ""
    stem = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
  }

  private static func role(of parts: [String], name: String) -> Role {
    if parts.first == "schema" { return .schema(name) }
    guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return .other }
    let folder = parts.dropLast().last
    if folder == "vocabulary" { return .vocabulary }
    if folder == "kit" { return .kit }
    if folder == "profiles" { return .profile }
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
    /// Data for walks.
    case kit
    /// What a region changes.
    case profile
    /// One rule, with its examples.
    case rule
    /// Nothing that belongs in a rule set; the author is told.
    case other
  }

  /// What a lint reads of a tested file: a rule without its explanation and its examples, which are most of it. What
  /// stands before them, as the id does, keeps its offsets.
  var partForLint: SourceFile {
    guard isTested, role == .rule else { return source }
    return SourceFile(path: source.path, bytes: RuleSourceFile.partForLint(source.bytes))
  }

  /// The lines of a rule file but those of the keys that a lint does without; examples are the last key.
  static func partForLint(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      var part: [UInt8] = []
      var keptFrom: Int? = 0
      var start = 0
      while start < bytes.count {
        if bytes[start] | 0x20 >= UInt8(ascii: "a"), bytes[start] | 0x20 <= UInt8(ascii: "z") {
          let isLast = hasKey(bytes, at: start, "examples")
          let isKept = !isLast && !RuleExplanation.keys.contains { hasKey(bytes, at: start, $0) }
          if let first = keptFrom, !isKept {
            part += bytes[first..<start]
            keptFrom = nil
          } else if keptFrom == nil, isKept {
            keptFrom = start
          }
          if isLast { break }
        }
        while start < bytes.count, bytes[start] != 0x0A { start += 1 }
        start += 1
      }
      if let first = keptFrom { part += bytes[first...] }
      return part
    }
  }

  private static func hasKey(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ key: StaticString) -> Bool {
    let end = offset + key.utf8CodeUnitCount
    guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return false }
    for index in 0..<key.utf8CodeUnitCount where bytes[offset + index] != key.utf8Start[index] { return false }
    return true
  }
}
