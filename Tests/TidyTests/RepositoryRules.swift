/// House rules for the text of any file under version control.
enum RepositoryRules {
  /// Names of files and folders that a build or a run leaves behind.
  private static let generated: Set<String> = [".build", ".guidelint-cache", "Package.resolved", ".DS_Store"]
  private static let machinePaths = ["/wo" + "rk/", "/ro" + "ot/", "/t" + "mp/", "/ho" + "me/", "/Us" + "ers/"]
  private static let texts: Set<String> = ["md", "swift", "yaml", "yml", "json", "h", "cpp", "txt", "Makefile"]

  static func isText(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return texts.contains(name.split(separator: ".").last.map(String.init) ?? "") || path.hasPrefix(".ci/")
  }

  static func nameFaults(_ path: String) -> [Fault] {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.contains(where: { generated.contains($0) || $0.hasSuffix(".o") }) else { return [] }
    return [Fault(path: path, line: 1, message: "a generated file is under version control; remove it with git rm")]
  }

  /// Line ends, spaces at line ends, and paths of somebody's machine.
  static func textFaults(path: String, text: String) -> [Fault] {
    var faults: [Fault] = []
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      func report(_ message: String) { faults.append(Fault(path: path, line: index + 1, message: message)) }
      if line.last == 0x0D { report("ends with CR; save the file with LF") }
      if line.last == 0x20 || line.last == 0x09 { report("ends with white space") }
    }
    // Stored output may end with whatever the tool wrote.
    if !text.isEmpty, !text.hasSuffix("\n") {
      faults.append(Fault(path: path, line: lines.count, message: "the last line has no end"))
    }
    return faults
  }

  static func machinePathFaults(path: String, text: String) -> [Fault] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      machinePaths.filter { line.contains($0) }.map {
        Fault(path: path, line: index + 1, message: "\($0) is a path of one machine; write a relative one")
      }
    }
  }

  /// A rule is found by its path, so its id and the file's name are one.
  static func ruleNameFaults(path: String, text: String) -> [Fault] {
    let name = path.split(separator: "/").last.map { $0.dropLast(".yaml".count) } ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.hasPrefix("id:") }) else {
      return [Fault(path: path, line: 1, message: "a rule file states its id at the beginning of a line")]
    }
    let id = lines[index].dropFirst("id:".count).prefix { $0 != "#" }.filter { $0 != " " && $0 != "'" && $0 != "\"" }
    guard id != name else { return [] }
    return [Fault(path: path, line: index + 1, message: "the id is \(id), the file's name \(name); make them one")]
  }

  /// Editors find the schema of a document by its first line.
  static func schemaCommentFaults(path: String, text: String, exists: (String) -> Bool) -> [Fault] {
    let prefix = "# yaml-language-server: $schema="
    guard let first = text.split(separator: "\n").first, first.hasPrefix(prefix) else {
      return [Fault(path: path, line: 1, message: "begins without “\(prefix)…”; editors then complete nothing")]
    }
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in first.dropFirst(prefix.count).split(separator: "/") {
      if part == ".." { folders = folders.dropLast() } else if part != "." { folders.append(String(part)) }
    }
    let schema = folders.joined(separator: "/")
    return exists(schema) ? [] : [Fault(path: path, line: 1, message: "there is no schema at \(schema)")]
  }
}
