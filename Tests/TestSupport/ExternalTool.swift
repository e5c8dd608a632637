internal import Foundation

/// A program that is not ours, by which a test holds our output against somebody else's reading of it.
package struct ExternalTool {
  /// Path of the program.
  private let path: String

  /// Finds a program in the usual folders.
  package init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let found = (folders + ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]).map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    path = found
  }

  /// Names a program by its path.
  private init(path: String) { self.path = path }

  /// A Python that has a module; several may be installed, and the system's packages belong to one of them.
  package static func python(with module: String) -> ExternalTool? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for folder in folders + ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"] {
      let path = "\(folder)/python3"
      guard FileManager.default.isExecutableFile(atPath: path) else { continue }
      let python = ExternalTool(path: path)
      if let outcome = try? python.run(["-c", "import \(module)"]), outcome.exitCode == 0 { return python }
    }
    return nil
  }

  /// Runs it to its end; the output is that of both streams.
  package func run(_ arguments: [String]) throws -> (exitCode: Int32, output: String) {
    let place = try TemporaryFolder(["out": ""])
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    // Files, not pipes: a pipe that nobody empties stops the process.
    let output = try FileHandle(forWritingTo: URL(filePath: "\(place.path)/out"))
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, place.text("out") ?? "")
  }
}
