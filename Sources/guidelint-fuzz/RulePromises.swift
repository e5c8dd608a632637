import Rules
import SourceText

/// What loading promises of any rule file.
final class RulePromises {
  /// Made once: reading the shipped files takes longer than one rule.
  nonisolated(unsafe) static let shared = RulePromises()

  private let base = RuleSetBase(ShippedFiles.allButRules, authoring: AuthoringSchemas(ShippedFiles.allButRules))

  /// Loads a set of one rule, and finds every diagnostic inside the file.
  func check(_ bytes: [UInt8]) {
    let path = "own/\(Self.name(bytes)).yaml"
    let rule = RuleSourceFile(path: path, source: SourceFile(path: path, bytes: bytes), isStandard: false)
    let library = base.library(of: [rule])
    for diagnostic in library.diagnostics {
      expect(diagnostic.file == path, "\(diagnostic.rule) is about the rule, not \(diagnostic.file)")
      expectInside(diagnostic.range, bytes.count, diagnostic.rule)
      expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty, "\(diagnostic.rule) has a message")
      for label in diagnostic.related where label.file == nil || label.file == path {
        expectInside(label.range, bytes.count, "\(diagnostic.rule), related")
      }
    }
    expect(library.rules.count <= 1, "one file is one rule")
    let isExplained = !library.diagnostics.isEmpty
    expect(isExplained || !library.rules.isEmpty, "a file that is no rule gets a diagnostic")
  }

  /// The id that the file states, so that its name agrees.
  private static func name(_ bytes: [UInt8]) -> String {
    let key = Array("id: ".utf8)
    for line in bytes.split(separator: 0x0A) where line.starts(with: key) {
      let id = line.dropFirst(key.count)
      guard id.count <= 64, id.allSatisfy({ $0 == 0x2D || (0x61...0x7A).contains($0) }) else { continue }
      return String(decoding: id, as: UTF8.self)
    }
    return "input"
  }
}
