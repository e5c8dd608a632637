/// House rules for the size and documentation of one source file.
enum ShapeRules {
  static let mostLines = 400
  static let mostFunctionLines = 60

  static func sizeFaults(in source: SwiftSource) -> [Fault] {
    var faults: [Fault] = []
    if source.lineCount > mostLines {
      faults.append(
        Fault(
          path: source.path, line: mostLines + 1,
          message: "\(source.lineCount) lines, at most \(mostLines); move one idea to a file of its own"))
    }
    let measured: Set<String> = ["func", "init", "deinit", "subscript", "var"]
    for declaration in DeclarationScanner.declarations(in: source) where measured.contains(declaration.keyword) {
      guard let last = declaration.lastLine, last - declaration.line + 1 > mostFunctionLines else { continue }
      faults.append(
        Fault(
          path: source.path, line: declaration.line,
          message: "\(declaration.name) has \(last - declaration.line + 1) lines, at most \(mostFunctionLines); "
            + "give a part of it a name"))
    }
    return faults
  }

  /// Declarations that another file can see and that say nothing about themselves.
  ///
  /// The options of a verb say it in their help text, the cases of an enumeration with raw values by name and
  /// spelling. An extension has no meaning beside its type's.
  static func documentationFaults(in source: SwiftSource) -> [Fault] {
    let declarations = DeclarationScanner.declarations(in: source)
    return declarations.compactMap { declaration in
      let parent = declaration.parent.map { declarations[$0] }
      // The variables of a script are local to it.
      if source.path.hasSuffix("/main.swift"), parent == nil, ["let", "var"].contains(declaration.keyword) {
        return nil
      }
      if declaration.keyword == "case", let parent, !rawTypes.isDisjoint(with: parent.inherits) { return nil }
      guard !declaration.isLocal, !declaration.isPrivate, declaration.keyword != "extension",
        declaration.keyword != "deinit",
        !declaration.attributes.contains(where: { ["Option", "Argument", "Flag", "OptionGroup"].contains($0) }),
        !isDocumented(line: declaration.firstLine, in: source)
      else { return nil }
      return Fault(
        path: source.path, line: declaration.line,
        message: "\(declaration.keyword) \(declaration.name) lacks a /// sentence that says more than its name")
    }
  }

  private static let rawTypes: Set<String> = ["String", "Character", "Int", "UInt8", "UInt16", "UInt32", "CodingKey"]

  private static func isDocumented(line: Int, in source: SwiftSource) -> Bool {
    var index = line - 2
    while source.lines.indices.contains(index) {
      let text = source.lines[index].drop { $0 == " " }
      if text.hasPrefix("///") { return true }
      guard text.hasPrefix("//") || text.hasPrefix("#if") || text.hasPrefix("@") else { return false }
      index -= 1
    }
    return false
  }
}
