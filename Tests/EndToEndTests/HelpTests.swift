import TestSupport
import Testing

/// Pages that people read before they have a catalog.
@Suite struct HelpTests {
  /// Every verb, found by reading the pages.
  private func verbs(below path: [String] = []) throws -> [[String]] {
    let page = try Guidelint(arguments: path + ["--help"]).run().text
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "COMMANDS:") else { return [path] }
    let names = lines[(start + 1)...].prefix { !$0.isEmpty }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    return try [path] + names.flatMap { try verbs(below: path + [$0]) }
  }

  /// Columns of a line, Chinese characters and full-width marks counting two.
  private func columns(_ line: some StringProtocol) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFF60).contains($1.value) ? 2 : 1) }
  }

  @Test func helpFitsAScreenAndEndsWithExamples() throws {
    let verbs = try verbs()
    for verb in [["lint"], ["config", "show"], ["new", "item"], ["list-files"]] { #expect(verbs.contains(verb)) }
    for language in ["zh", "en"] {
      for verb in verbs {
        let outcome = try Guidelint(arguments: verb + ["--help"]).locale(
          language == "zh" ? "zh_CN.UTF-8" : "en_GB.UTF-8"
        ).run()
        #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(verb)\n\(outcome.everything)")
        let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 41, "\(verb) has \(lines.count - 1) lines")
        for line in lines { #expect(columns(line) <= 80, "\(verb): \(line)") }
        let last = outcome.text.split(separator: "\n").suffix(3)
        #expect(last.allSatisfy { $0.hasPrefix("  guidelint ") }, "\(verb)\n\(outcome.text)")
        let heading = language == "zh" ? "示例：" : "EXAMPLES:"
        #expect(outcome.text.contains(heading) && !outcome.text.contains("(values:"))
        let isChinese = outcome.text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(isChinese == (language == "zh"), "\(verb)\n\(outcome.text)")
      }
    }
  }

  @Test func theLongPageExplainsWhatTheShortOneOnlyLists() throws {
    let short = try Guidelint("lint", "--help").run().text
    let long = try Guidelint("help", "lint").run().text
    let isListed = short.contains("Also --") && short.contains("--stdin-filename")
    #expect(isListed && !short.contains("The day that rules see"))
    #expect(long.contains("The day that rules see") && !long.contains("Also --stdin-filename"))
  }

  @Test func version() throws {
    let outcome = try Guidelint("--version").run()
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
    let parts = outcome.text.split(whereSeparator: { $0 == " " || $0 == "\n" })
    #expect(parts.count == 2 && parts.first == "guidelint" && parts.last?.split(separator: ".").count == 3)
  }
}
