import Foundation

/// A run of the real binary, described in a chain and ended by `run()`.
///
/// ```swift
/// let result = try Guidelint("lint", "item.yaml").in(folder).speaking("en").run()
/// ```
package struct Guidelint {
  private var program = "guidelint"
  private var arguments: [String]
  private var folder: String?
  private var environment: [String: String] = ["LC_ALL": "en_GB.UTF-8", "NO_COLOR": "1"]
  private var input = Data()
  private var seconds = 60.0

  /// A run with these arguments, in English and without colours unless told otherwise.
  package init(_ arguments: String...) { self.arguments = arguments }

  /// A run with these arguments.
  package init(arguments: [String]) { self.arguments = arguments }

  /// Runs another executable of the package instead, such as `conformance`.
  package func program(_ name: String) -> Self { changed { $0.program = name } }

  /// Works in this folder.
  package func `in`(_ folder: TemporaryFolder) -> Self { self.in(folder.path) }

  /// Works in this folder.
  package func `in`(_ path: String) -> Self { changed { $0.folder = path } }

  /// Appends arguments.
  package func with(_ more: String...) -> Self { changed { $0.arguments += more } }

  /// Sets a variable; nil takes it away.
  package func setting(_ name: String, to value: String?) -> Self { changed { $0.environment[name] = value } }

  /// Sets the locale.
  package func locale(_ name: String?) -> Self { setting("LC_ALL", to: name) }

  /// Gives the process this text to read.
  package func reading(_ text: String) -> Self { changed { $0.input = Data(text.utf8) } }

  /// Ends the process after so many seconds.
  package func within(seconds: Double) -> Self { changed { $0.seconds = seconds } }

  private func changed(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }

  /// How a run ended.
  package struct Outcome: Sendable {
    /// The exit code; a signal's number plus 128.
    package let exitCode: Int32
    /// Bytes of standard output.
    package let output: [UInt8]
    /// Bytes of standard error.
    package let errors: [UInt8]

    /// Standard output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    package var talk: String { String(decoding: errors, as: UTF8.self) }
    /// Both, for the message of a failing test.
    package var everything: String { "exit \(exitCode)\n\(text)\(talk)" }
  }

  /// What keeps a run from starting or ending.
  package enum Failure: Error {
    /// No binary lies beside the test bundle; `swift build` makes it.
    case notBuilt(searched: [String])
    /// The process was ended after the time that it was given.
    case timedOut(arguments: [String])
  }

  /// The debug binary that was built together with the tests.
  package static func executable(named name: String = "guidelint") throws(Failure) -> String {
    var folders = [Bundle.main.bundlePath, Bundle.main.executableURL?.deletingLastPathComponent().path ?? ""]
    folders += CommandLine.arguments.filter { $0.hasPrefix("/") }.map {
      URL(filePath: $0).deletingLastPathComponent().path
    }
    folders += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent().path }
    let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
    folders.append("\(package)/.build/debug")
    for folder in folders where !folder.isEmpty {
      let path = "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
        FileManager.default.isExecutableFile(atPath: path)
      {
        return path
      }
    }
    throw .notBuilt(searched: folders)
  }

  /// Runs it to its end.
  package func run() throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: try Self.executable(named: program))
    process.arguments = arguments
    process.environment = environment
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    // Files, not pipes: a pipe that nobody empties stops the process.
    let place = try TemporaryFolder(["in": "", "out": "", "err": ""])
    try place.write(input, to: "in")
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: "\(place.path)/in"))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "\(place.path)/out"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: "\(place.path)/err"))
    try process.run()
    let deadline = Date(timeIntervalSinceNow: seconds)
    while process.isRunning {
      if Date() > deadline {
        process.terminate()
        throw Failure.timedOut(arguments: arguments)
      }
      usleep(2_000)
    }
    let code = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    func bytes(_ name: String) -> [UInt8] {
      Array(FileManager.default.contents(atPath: "\(place.path)/\(name)") ?? Data())
    }
    return Outcome(exitCode: code, output: bytes("out"), errors: bytes("err"))
  }
}
