import Foundation
import TestSupport
import Testing

/// Each sentence of the source articles that names a defect or a target, held against a guide that shows it.
///
/// A guide of the folder `SourceSentences` is written once. Where it is put right, the line as found is followed by `#>`
/// and the line that takes its place; a line that only the one or the other has leaves that side empty.
@Suite struct SourceSentenceTests {
  /// One of the two readings of a guide.
  private enum Version { case asFound, putRight }

  private static let configuration = """
    root: true
    extends: [standard/all]
    textLanguage: zh
    rules:
      limit-reduction-below-target: {params: {percent: 50}}

    """

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "SourceSentences")
    .path

  private static func guides() throws -> [String: String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    return try Dictionary(
      uniqueKeysWithValues: files.map {
        (String($0.dropLast(5)), try String(contentsOf: URL(filePath: "\(folder)/\($0)"), encoding: .utf8))
      })
  }

  private static func text(_ guide: String, _ version: Version) -> String {
    let lines = guide.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> Substring? in
      guard let mark = line.firstRange(of: "#>") else { return line }
      let before = line[..<mark.lowerBound], after = line[mark.upperBound...].drop { $0 == " " }
      let indented = Substring(line.prefix { $0 == " " } + line[mark.upperBound...].dropFirst())
      switch version {
      case .asFound: return before.allSatisfy { $0 == " " } ? nil : before
      case .putRight: return after.isEmpty ? nil : indented
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The rules that fail in each guide, all guides linted together.
  private static func findings(_ guides: [String: String], _ version: Version) throws -> [String: Set<String>] {
    let catalog = try TemporaryFolder(["guidelint.yaml": configuration])
    for (name, guide) in guides { try catalog.write(text(guide, version), to: "\(name).yaml") }
    let outcome = try Guidelint("lint", ".", "-f", "json", "--no-cache").in(catalog).run()
    let report = try outcome.report()
    #expect(report.complete && report.summary.error == 0, "\(version): \(outcome.talk)")
    return Dictionary(grouping: report.diagnostics, by: { String($0.file.dropLast(5)) }).mapValues {
      Set($0.map(\.rule))
    }
  }

  @Test func everySentenceFindsItsDefect() throws {
    let guides = try Self.guides()
    let found = try Self.findings(guides, .asFound), right = try Self.findings(guides, .putRight)
    for sentence in SourceSentence.all {
      for rule in sentence.rules {
        #expect(found[sentence.guide]?.contains(rule) == true, "\(rule) does not find it: \(sentence)")
        #expect(
          right[sentence.guide]?.contains(rule) != true, "\(rule) is not silent when it is put right: \(sentence)")
      }
    }
    for name in guides.keys.sorted() {
      let more = right[name, default: []].subtracting(found[name, default: []])
      #expect(more.isEmpty, "putting \(name).yaml right brings \(more.sorted())")
      let faults = found[name, default: []].filter { $0.hasPrefix("schema-") || $0.hasPrefix("yaml-") }
      #expect(faults.isEmpty, "\(name).yaml is malformed: \(faults.sorted())")
    }
  }

  @Test func guidesAndSentencesBelongTogether() throws {
    #expect(Set(try Self.guides().keys) == Set(SourceSentence.all.map(\.guide)))
  }
}
