import Foundation
import TestSupport
import Testing

/// What packages and CI systems take from the repository; `make dist-test` tries the packages themselves.
@Suite struct PackagingTests {
  private let root = ShippedCatalogTests.root

  private func text(_ path: String) throws -> String { try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) }

  /// Runs a program of the system; nil where there is none.
  private func run(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws -> (
    code: Int32, output: String
  )? {
    let folders = ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    let paths = folders.map { "\($0)/\(program)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ["PATH": folders.joined(separator: ":")].merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test func completionsAreValidScripts() throws {
    let folder = try TemporaryFolder()
    for (shell, check) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
      let outcome = try Guidelint("--generate-completion-script", shell).run()
      #expect(outcome.exitCode == 0 && outcome.text.contains("max-warnings") && !outcome.text.contains("internal"))
      try folder.write(outcome.text, to: shell)
      if let result = try run(shell, [check, "\(folder.path)/\(shell)"]) {
        #expect(result.code == 0, "\(result.output)")
      }
    }
  }

  @Test(arguments: ["en", "zh"])
  func theManPageHasEveryOption(language: String) throws {
    let page = try Guidelint("internal", "man", "--lang", language).run()
    #expect(page.exitCode == 0 && page.text.hasPrefix(".TH GUIDELINT 1 "))
    for option in ["--max-warnings", "--stdin-filename", "--coverage", "--against", "list-files", "config show"] {
      #expect(page.text.contains(option.replacing("-", with: "\\-")), "\(option)")
    }
    let folder = try TemporaryFolder(["page.1": page.text])
    if let result = try run("groff", ["-man", "-Tutf8", "-Kutf8", "-ww", "\(folder.path)/page.1"]) {
      let warnings = result.output.split(separator: "\n").filter { $0.hasPrefix("troff:") && !$0.contains(" line") }
      #expect(result.code == 0 && warnings.isEmpty, "\(warnings)")
    }
  }

  @Test func scriptsAreWellFormed() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(root)/packaging") where name.hasSuffix(".sh") {
      let result = try #require(try run("bash", ["-n", "\(root)/packaging/\(name)"]))
      #expect(result.code == 0, "\(name): \(result.output)")
      #expect(FileManager.default.isExecutableFile(atPath: "\(root)/packaging/\(name)"), "\(name)")
      #expect(try text("packaging/\(name)").contains("set -euo pipefail"), "\(name)")
    }
  }

  /// Inputs of the action are arguments, never text of a script.
  @Test func theActionRunsNothingOfItsInputs() throws {
    let folder = try Sample.catalog(["a b.yaml": Sample.item("a", visits: 2), "bin/x": ""])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/bin/guidelint", withDestinationPath: try Guidelint.executable())
    let script = "cd '\(folder.path)' && PATH=\"$PWD/bin:$PATH\" exec bash '\(root)/packaging/action.sh'"
    let hostile = "a b.yaml\n$(touch evil)\n`touch evil`;touch evil\n\n--fail-level\n"
    let environment = [
      "GUIDELINT_PATHS": hostile, "GUIDELINT_ARGS": "--lang\nen\n-q\n", "GITHUB_OUTPUT": "\(folder.path)/output",
      "LC_ALL": "C",
    ]
    let result = try #require(try run("bash", ["-c", script], environment: environment))
    #expect(result.code == 2, "\(result.output)")
    #expect(result.output.contains("“$(touch evil)” does not exist") && folder.text("evil") == nil, "\(result.output)")
    #expect(folder.text("output")?.hasPrefix("exit-code=2\n") == true)
    let action = try text("action.yml")
    for line in action.split(separator: "\n") where line.contains("run:") { #expect(!line.contains("${{"), "\(line)") }
  }

  @Test func versionsAgree() throws {
    let version =
      try Guidelint("--version").run().text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? "-"
    for path in ["action.yml", "packaging/gitlab.yml", "Dockerfile"] {
      #expect(try text(path).contains(version), "\(path) names another version than \(version)")
    }
  }

  @Test func theImageRunsWithoutRights() throws {
    let lines = try text("Dockerfile").split(separator: "\n")
    let images = lines.filter { $0.hasPrefix("FROM ") }
    #expect(images.count == 2 && images.allSatisfy { $0.contains(":") && !$0.contains(":latest") })
    #expect(lines.contains { $0.hasPrefix("USER ") && !$0.contains("root") })
  }
}
