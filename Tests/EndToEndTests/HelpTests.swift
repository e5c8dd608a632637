import TestSupport
import Testing

/// Pages that people read before they have a catalog.
@Suite struct HelpTests {
  private let verbs = [
    [], ["lint"], ["rule"], ["rule", "list"], ["rule", "show"], ["rule", "test"], ["rule", "new"], ["explain"],
  ]

  @Test func helpFitsAScreenAndEndsWithExamples() throws {
    for language in ["zh", "en"] {
      for verb in verbs {
        let outcome = try Guidelint(arguments: verb + ["--help"]).locale(
          language == "zh" ? "zh_CN.UTF-8" : "en_GB.UTF-8"
        ).run()
        #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(verb)\n\(outcome.everything)")
        let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 60, "\(verb) has \(lines.count) lines")
        let last = outcome.text.split(separator: "\n").suffix(3)
        #expect(last.allSatisfy { $0.hasPrefix("  guidelint ") }, "\(verb)\n\(outcome.text)")
        let heading = language == "zh" ? "示例：" : "EXAMPLES:"
        #expect(outcome.text.contains(heading) && !outcome.text.contains("(values:"))
        for leftover in ["<subcommand>", "<options>", "(default"] where language == "zh" {
          #expect(!outcome.text.contains(leftover), "\(verb)\n\(outcome.text)")
        }
        let isChinese = outcome.text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(isChinese == (language == "zh"), "\(verb)\n\(outcome.text)")
      }
    }
  }

  @Test func version() throws {
    let outcome = try Guidelint("--version").run()
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
    let parts = outcome.text.split(whereSeparator: { $0 == " " || $0 == "\n" })
    #expect(parts.count == 2 && parts.first == "guidelint" && parts.last?.split(separator: ".").count == 3)
  }
}
