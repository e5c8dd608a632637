import Foundation

/// A breach of a house rule, printed as an editor can jump to it.
struct Fault: Equatable, CustomStringConvertible {
  var path: String
  var line: Int
  var message: String

  var description: String { "\(path):\(line): \(message)" }
}

/// The files of this repository, read as text.
enum Repository {
  /// Absolute path of the folder that holds Package.swift.
  static let root: String = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().path
    return file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  }()

  static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: "\(root)/\(path)").map { String(decoding: $0, as: UTF8.self) }
  }

  static func bytes(_ path: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: "\(root)/\(path)") ?? Data())
  }

  /// Paths below a folder that hold `suffix` at their end, sorted; links and dot folders are not followed.
  static func files(below folder: String, suffix: String = "") -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    var found: [String] = []
    for name in names.sorted() {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
      switch attributes?[.type] as? FileAttributeType {
      case FileAttributeType.typeDirectory where !name.hasPrefix("."): found += files(below: path, suffix: suffix)
      case FileAttributeType.typeRegular where name.hasSuffix(suffix): found.append(path)
      default: continue
      }
    }
    return found
  }

  /// The files under version control; all files, where there is no repository (an unpacked archive).
  static func trackedFiles() throws -> [String] {
    let git = try Subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    guard git.exitCode == 0 else { return files(below: "").filter { $0 != "Package.resolved" } }
    let names = git.output.split(separator: "\0").map(String.init)
    return names.filter { FileManager.default.fileExists(atPath: "\(root)/\($0)") }.sorted()
  }

  /// Every Swift file of the package, read once.
  static let sources: [SwiftSource] = files(below: "Sources", suffix: ".swift").compactMap(source)

  static let tests: [SwiftSource] = files(below: "Tests", suffix: ".swift").compactMap(source)

  private static func source(_ path: String) -> SwiftSource? { text(path).map { SwiftSource(path: path, text: $0) } }
}

/// Another program, run in the repository's folder.
enum Subprocess {
  static func run(_ arguments: [String]) throws -> (exitCode: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: Repository.root)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

/// Faults one under the other, for the message of a failing test.
func list(_ faults: [Fault]) -> String {
  faults.map { "\($0)" }.joined(separator: "\n")
}
