package import SourceText

/// One file of a rule set: a rule, pack, vocabulary, profile or schema.
package struct RuleSourceFile: Sendable {
  /// Path below the set's folder: `<pack>/<rule-id>.yaml`, `<pack>/vocabulary/<id>.yaml`, `profiles/<id>.yaml`,
  /// `schema/<name>.json`.
  package let path: String
  /// The text, under the path that diagnostics print.
  package let source: SourceFile
  /// Whether it belongs to the shipped set.
  package let isStandard: Bool
  /// Whether tests of this very file have found nothing wrong, so that a lint need not look for it again.
  package let isTested: Bool
  /// What the file is, by its place.
  let role: Role
  /// The folder that makes the pack: the last one that is no `vocabulary`.
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
    pack = parts.dropLast().last { $0 != "vocabulary" } ?? ""
    stem = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
  }

  private static func role(of parts: [String], name: String) -> Role {
    if parts.first == "schema" { return .schema(name) }
    guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return .other }
    let folder = parts.dropLast().last
    if folder == "vocabulary" { return .vocabulary }
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
    /// What a region changes.
    case profile
    /// One rule, with its examples.
    case rule
    /// Nothing that belongs in a rule set; the author is told.
    case other
  }

  /// What a lint reads of a tested file: a rule ends where its examples begin, which are its last key and half of it.
  /// Offsets are those of the whole file.
  var partForLint: SourceFile {
    guard isTested, role == .rule, let end = RuleSourceFile.startOfExamples(source.bytes) else { return source }
    return SourceFile(path: source.path, bytes: Array(source.bytes[..<end]))
  }

  /// Where the line with the key `examples` begins; nil where no line does.
  static func startOfExamples(_ bytes: [UInt8]) -> Int? {
    let key = Array("\nexamples:".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset + key.count <= bytes.count {
        if bytes[offset] == key[0], bytes[offset + 1] == key[1], bytes[offset...].starts(with: key) {
          return offset + 1
        }
        offset += 1
      }
      return nil
    }
  }
}
