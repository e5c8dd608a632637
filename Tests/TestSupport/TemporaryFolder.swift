package import Foundation

/// A folder for one test, removed when the test lets go of it.
package final class TemporaryFolder: Sendable {
  /// Absolute path, without links in it.
  package let path: String

  /// Makes an empty folder.
  package init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "guidelint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  /// Makes a folder with these files: path below it and text.
  package convenience init(_ files: [String: String]) throws {
    try self.init()
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes text, making the folders above it.
  package func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Writes bytes, making the folders above them.
  package func write(_ bytes: Data, to name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// A file's text; nil where it is missing.
  package func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Makes a link whose target is taken as written, existing or not.
  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  /// Makes a folder and those above it.
  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  /// Copies a file or folder into this one.
  package func copy(_ source: String, to name: String) throws {
    try FileManager.default.copyItem(atPath: source, toPath: "\(path)/\(name)")
  }

  /// Everything below the folder: each path with its kind, time of change and content, so that two states compare.
  package func state() -> [String: String] {
    var state: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      let file = "\(path)/\(name)"
      let attributes = try? FileManager.default.attributesOfItem(atPath: file)
      let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      var content = ""
      switch attributes?[.type] as? FileAttributeType {
      case FileAttributeType.typeRegular:
        content = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
      case FileAttributeType.typeSymbolicLink:
        content = (try? FileManager.default.destinationOfSymbolicLink(atPath: file)) ?? ""
      default: break
      }
      state[name] = "\(attributes?[.type] ?? "") \(changed) \(content.utf8.count) \(content.hashValue)"
    }
    return state
  }
}
