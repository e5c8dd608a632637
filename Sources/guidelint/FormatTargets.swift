internal import ArgumentParser
internal import Workspace

/// The outputs that `-f name[=file]` asks for: each format with its file, nil for standard output.
struct FormatTargets<Format: RawRepresentable & CaseIterable & Sendable> where Format.RawValue == String {
  /// A format and where it goes.
  struct Target {
    /// The format.
    var format: Format
    /// Its file; nil for standard output.
    var file: String?
  }

  /// The outputs, in the order asked for.
  let targets: [Target]

  /// The files among them.
  var files: [String] { targets.compactMap(\.file) }

  /// Reads repeated values that may hold commas; without any, `standard` goes to standard output.
  ///
  /// A format that there is not, and two outputs to one place, are refused.
  init(_ values: [String], standard: Format) throws {
    var targets: [Target] = []
    for value in commaSeparated(values) {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let format = Format(rawValue: parts[0]) else {
        let known = Format.allCases.map(\.rawValue).joined(separator: words("、", ", "))
        throw ValidationError(
          words("没有“\(parts[0])”这种格式，可用：\(known)。", "There is no format “\(parts[0])”; there are: \(known)."))
      }
      if parts.count > 1, parts[1].isEmpty {
        throw ValidationError(
          words("“\(value)”缺少文件名；请写 -f \(parts[0])=文件。", "“\(value)” lacks a file; write -f \(parts[0])=file."))
      }
      targets.append(Target(format: format, file: parts.count > 1 ? parts[1] : nil))
    }
    if targets.isEmpty { targets = [Target(format: standard, file: nil)] }
    let folder = ProcessEnvironment.current().workingDirectory
    let places = targets.map { $0.file.map { PathName.absolute($0, in: folder) } ?? "" }
    guard Set(places).count == places.count else {
      throw ValidationError(
        words("两个格式不能写到同一处；请写 -f 名称=文件。", "Two formats cannot go to one place; write -f name=file."))
    }
    self.targets = targets
  }
}
