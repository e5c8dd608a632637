import Diagnostics
import Foundation
import Rules
import SourceText
import Testing

@testable import Workspace

/// What `fix` does to whole catalogs: our own, the one as found, and 1,602 published items where they are at hand.
@Suite struct FixCatalogTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    .path
  private static let real =
    ProcessInfo.processInfo.environment["GUIDELINT_REAL"] ?? root + "/../shared/real/guangdong"

  /// Files of a folder by name; every `step`-th only.
  private func files(_ folder: String, every step: Int = 1) -> [String: [UInt8]] {
    let names = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
      .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("guidelint.yaml") && !$0.hasPrefix("as-found/") }
    var files: [String: [UInt8]] = [:]
    for (index, name) in names.enumerated() where index % step == 0 {
      files[name] = Array(FileManager.default.contents(atPath: folder + "/" + name) ?? Data())
    }
    return files
  }

  /// Fixes everything that a fix of any kind is known for, under all rules.
  private func fix(_ files: [String: [UInt8]]) -> FixOutcome? {
    var disk = ["/desk/guidelint.yaml": "root: true\nextends: [standard/all]\n"]
    for (name, bytes) in files { disk["/desk/" + name] = String(decoding: bytes, as: UTF8.self) }
    var request = FixRequest(lint: LintRequest())
    request.applicabilities = Set(Applicability.allCases)
    let environment = ProcessEnvironment(
      workingDirectory: "/desk", localeLanguage: .en, refusesColor: true, outputIsTerminal: false, outputWidth: nil,
      today: "2026-01-01", processorCount: 2)
    return FixRun(request: request, environment: environment, fileSystem: MemoryFileSystem(disk)).run().outcome
  }

  /// The bytes of a file outside the edits of its passes, laid against those of the result.
  private func keepsBytesOutsideEdits(_ file: FixedFile) -> Bool {
    var bytes = file.before
    for pass in file.passes {
      var position = 0
      var result: [UInt8] = []
      for edit in pass.edits {
        guard Int(edit.range.start) >= position, Int(edit.range.end) <= bytes.count else { return false }
        result += bytes[position..<Int(edit.range.start)] + Array(edit.replacement.utf8)
        position = Int(edit.range.end)
      }
      bytes = result + bytes[position...]
    }
    return bytes == file.after
  }

  /// Comment lines of a text, in their order, without those that fixes write.
  private func comments(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.split { $0 == "\n" || $0 == "\r" }
      .map { String(String.UnicodeScalarView($0)).trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("#") }
  }

  private func check(_ files: [String: [UInt8]], atLeast count: Int) throws {
    let outcome = try #require(fix(files))
    #expect(outcome.files.count >= count, "\(outcome.files.count) files changed")
    #expect(outcome.rejected.isEmpty, "\(outcome.rejected.map { "\($0.rule) \($0.file)" })")
    var after = files
    for file in outcome.files {
      #expect(keepsBytesOutsideEdits(file), "\(file.path)")
      var rest = comments(file.after)[...]
      for comment in comments(file.before) {
        let place = rest.firstIndex(of: comment)
        #expect(place != nil, "\(file.path) lost \(comment)")
        if let place { rest = rest[(place + 1)...] }
      }
      after[file.path] = file.after
    }
    let again = try #require(fix(after))
    #expect(again.files.isEmpty, "a second run changes \(again.files.map(\.path))")
  }

  /// CRLF and a byte order mark make no difference but themselves.
  private func checkVariants(_ files: [String: [UInt8]]) throws {
    let plain = try #require(fix(files))
    func windows(_ bytes: [UInt8]) -> [UInt8] {
      [0xEF, 0xBB, 0xBF] + bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }
    let changed = try #require(fix(files.mapValues(windows)))
    let texts = Dictionary(uniqueKeysWithValues: changed.files.map { ($0.path, $0.after) })
    #expect(texts.count == plain.files.count)
    for file in plain.files { #expect(texts[file.path] == windows(file.after), "\(file.path)") }
  }

  /// The text with the slips that people make: half-width brackets and commas, digits of the wrong width.
  private func spoiled(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    for (right, wrong) in [
      ("（", "("), ("）", ")"), ("；", ";"), ("工作日\n", "个工作日内\n"), ("phone: 0", "phone: ０"), ("visits:", "vists:"),
      ("type: licensing", "type: licencing"),
    ] {
      text = text.replacingOccurrences(of: right, with: wrong)
    }
    return Array(text.utf8)
  }

  @Test func ourCatalogsKeepEveryByteOutsideEdits() throws {
    let asFound = files(Self.root + "/catalog/as-found")
    try check(asFound, atLeast: 1)
    let slips = files(Self.root + "/catalog").mapValues(spoiled)
    try check(slips, atLeast: 25)
    try checkVariants(slips)
  }

  @Test func publishedItemsKeepEveryByteOutsideEdits() throws {
    guard FileManager.default.fileExists(atPath: Self.real) else {
      print("The real catalog was not fixed: there is none at \(Self.real)")
      return
    }
    // A quarter of the files tells as much as all of them, in a quarter of the time.
    try check(files(Self.real, every: 4), atLeast: 300)
    try checkVariants(files(Self.real, every: 16))
  }
}
