import Diagnostics
import Foundation
import Reports
import Rules
import Testing

/// Texts that try to be more than texts, in every place of a report and in every format.
@Suite struct HostileTextTests {
  private func lines(_ report: LintReport, as format: ReportFormat) -> [String] {
    let bytes = FormatSample.render(report, as: format, .en)
    return String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
  }

  @Test func nothingSteersATerminalOrHides() {
    let forbidden: [Unicode.Scalar] = ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1B}", "\u{7}"]
    // Data formats keep what a document says, but for what cannot stand in them; what people read shows it.
    let hidden: [Unicode.Scalar] = ["\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200B}"]
    let read: Set<ReportFormat> = [.text, .github, .markdown, .html]
    for text in FormatSample.hostileTexts {
      for format in ReportFormat.allCases {
        let output = String(decoding: FormatSample.render(FormatSample.hostile(text), as: format, .en), as: UTF8.self)
        for scalar in forbidden + (read.contains(format) ? hidden : []) {
          #expect(!output.unicodeScalars.contains(scalar), "\(format) \(scalar.value)")
        }
      }
    }
  }

  @Test func nothingBecomesAWorkflowCommand() {
    for text in FormatSample.hostileTexts {
      let report = FormatSample.hostile(text)
      let plain = lines(FormatSample.hostile("x"), as: .github)
      let hostile = lines(report, as: .github)
      #expect(hostile.count == plain.count, "\(text.debugDescription)")
      for line in hostile where !line.isEmpty {
        let isCommand = ["::error ", "::warning ", "::notice "].contains { line.hasPrefix($0) }
        #expect(isCommand || line.hasPrefix("- "), "\(line)")
        // The older form of commands is looked for anywhere in a line that is none of the newer form.
        #expect(isCommand || !line.contains("##["), "\(line)")
        guard isCommand else { continue }
        // The first `::` behind the properties ends them: none of theirs can.
        let parts = line.dropFirst(2).components(separatedBy: "::")
        let names = parts[0].split(separator: " ", maxSplits: 1)[1].split(separator: ",").map {
          $0.split(separator: "=", maxSplits: 1)[0]
        }
        let allowed: Set<Substring> = ["file", "line", "endLine", "col", "endColumn", "title"]
        #expect(Set(names).isSubset(of: allowed) && Set(names).count == names.count, "\(line)")
      }
    }
  }

  @Test func tablesKeepTheirCellsAndNothingIsMarkup() {
    for text in FormatSample.hostileTexts {
      let rows = lines(FormatSample.hostile(text), as: .markdown)
      #expect(rows.count == lines(FormatSample.hostile("x"), as: .markdown).count, "\(text.debugDescription)")
      for row in rows {
        let plain = unescaped(row)
        if row.hasPrefix("|") {
          #expect([5, 6].contains(plain.count { $0 == "|" }), "\(row)")
        }
        for mark in ["<script", "<!--", "](javascript", "![", "`", "*d*", "~~", "://evil", "www.evil"] {
          #expect(!plain.contains(mark), "\(mark) in \(row)")
        }
      }
    }
  }

  /// The line without what stands behind a backslash and without the addresses of links, which are percent-encoded.
  private func unescaped(_ line: String) -> String {
    let line = line.components(separatedBy: "](").enumerated().map { index, part in
      guard index > 0, let end = part.firstIndex(of: ")") else { return part }
      #expect(part[..<end].allSatisfy { $0.isASCII && !" \\<>|[]`*".contains($0) }, "\(part)")
      return String(part[end...])
    }.joined(separator: "](")
    var text = ""
    var isEscaped = false
    for character in line.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(character)
      }
    }
    return text
  }

  @Test func messagesOfSARIFHoldNoLinkAndNoArgument() throws {
    for text in FormatSample.hostileTexts {
      let bytes = FormatSample.render(FormatSample.hostile(text), as: .sarif, .en)
      let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: NSObject])
      for message in messages(in: log as NSDictionary) {
        let single = message.replacing("{{", with: "").replacing("}}", with: "")
        #expect(!single.contains("{") && !single.contains("}"), "\(message)")
        #expect(!message.contains("]("), "\(message)")
      }
    }
  }

  /// The texts of all message objects, and the snippets left out, which are no messages.
  private func messages(in value: NSObject) -> [String] {
    if let list = value as? NSArray { return list.compactMap { $0 as? NSObject }.flatMap(messages) }
    guard let object = value as? NSDictionary else { return [] }
    var found: [String] = []
    for case let (key as String, member as NSObject) in object {
      if key == "message" || key == "shortDescription" || key == "fullDescription" || key == "help" {
        found += ((member as? NSDictionary)?["text"] as? String).map { [$0] } ?? []
      } else {
        found += messages(in: member)
      }
    }
    return found
  }

  @Test func annotationsAreBounded() {
    var report = SampleReport.full
    let failure = report.diagnostics[2]
    report.failures = []
    report.diagnostics = Severity.allCases.flatMap { severity in
      (0..<30).map { _ in
        var next = failure
        next.severity = severity
        return next
      }
    }
    let output = lines(report, as: .github)
    for (command, count) in [("::error ", 10), ("::warning ", 10), ("::notice ", 10)] {
      #expect(output.count { $0.hasPrefix(command) } == count)
    }
    let notice = output.last { $0.hasPrefix("::notice title=guidelint::") }
    #expect(notice?.contains("20 errors, 20 warnings, 21 info") == true)
    #expect(output.count { $0.hasPrefix("- ") } == 61)
  }

  @Test func aBoundedPageSaysWhatItLeavesOut() {
    var report = SampleReport.full
    report.diagnostics = (0..<5_000).map { _ in report.diagnostics[2] }
    for limit in [0, 10_000, 100_000] {
      var bytes: [UInt8] = []
      MarkdownReporter(limit: limit).write(report, options: ReportOptions(language: .en)) {
        bytes.append(contentsOf: $0)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let rows = text.split(separator: "\n").count { $0.hasPrefix("| [") }
      #expect(bytes.count <= max(limit, 4_096), "\(bytes.count)")
      #expect(text.contains("\(5_000 - rows) more are not listed"))
    }
  }
}
