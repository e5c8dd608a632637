/// House rules for the words of one source file; the layers are those of the module table.
struct CodeRules {
  let source: SwiftSource
  /// The module's layer; nil for what only the build uses.
  let layer: Int?
  /// Names of the functions that the module declares: calling those reaches nothing outside.
  let ownFunctions: Set<String>

  private static let inputAndOutput: Set<String> = [
    "FileManager", "FileHandle", "ProcessInfo", "Process", "CommandLine", "URLSession", "ContinuousClock",
    "SuspendingClock", "DispatchTime", "fopen", "freopen", "opendir", "readdir", "mkdir", "unlink", "getenv", "setenv",
    "getcwd", "gettimeofday", "clock_gettime", "readLine",
  ]
  /// Names that parsers and writers may use for functions of their own.
  private static let systemCalls: Set<String> = ["open", "read", "write", "close", "stat", "lstat", "time", "rename"]
  private static let traps: Set<String> = ["fatalError", "preconditionFailure", "assertionFailure"]
  /// Swift's own text search: slow on Chinese text, by characters and not by bytes.
  private static let slowText: Set<String> = [
    "Regex", "RegexBuilder", "wholeMatch", "prefixMatch", "replacingOccurrences", "firstRange", "ranges",
  ]
  /// What SyntaxFault calls libyaml's own words, which are short, ASCII and no document's.
  private static let parserWords: Set<String> = ["message", "context"]

  /// The functions that some files declare, by name.
  static func functions(in sources: [SwiftSource]) -> Set<String> {
    var names: Set<String> = []
    for source in sources {
      for index in source.tokens.indices where source.isCode(index, "func") { names.insert(source.text(index + 1)) }
    }
    return names
  }

  /// Everything that this file does against the rules.
  func faults() -> [Fault] {
    var faults: [Fault] = []
    for index in source.tokens.indices where source.tokens[index].kind != .string {
      let word = source.tokens[index].text
      faults += traps(word, index)
      if word == "Any" { report("Any hides what a value is; name the type, or use a generic one", index, &faults) }
      if let layer { faults += reach(word, index, layer) }
    }
    return faults
  }

  private func traps(_ word: String, _ index: Int) -> [Fault] {
    var faults: [Fault] = []
    if Self.traps.contains(word) {
      report("\(word) ends the process on input; return a diagnostic or an optional", index, &faults)
    }
    if word == "precondition", source.isCode(index + 1, "(") {
      report("precondition ends the process on input; return a diagnostic or an optional", index, &faults)
    }
    guard word == "!", !source.tokens[index].followsSpace, index > 0 else { return faults }
    let previous = source.tokens[index - 1]
    if previous.text == "try" || previous.text == "as" {
      report("\(previous.text)! ends the process where it fails; use \(previous.text)?", index, &faults)
    } else if isEndOfExpression(previous), !isInequality(index) {
      report("! ends the process on nil; use guard let, ?? or an optional", index, &faults)
    }
    return faults
  }

  private func isEndOfExpression(_ token: SwiftToken) -> Bool {
    switch token.kind {
    case .word: !["return", "in", "if", "while", "guard", "where", "case", "else"].contains(token.text)
    case .number, .string: true
    case .sign: [")", "]", "}", "?", "!"].contains(token.text)
    }
  }

  /// `a!=b`; a forced unwrap before `=` has white space between.
  private func isInequality(_ index: Int) -> Bool {
    source.isCode(index + 1, "=") && !source.tokens[index + 1].followsSpace
  }

  private func reach(_ word: String, _ index: Int, _ layer: Int) -> [Fault] {
    var faults: [Fault] = []
    let isCall = source.isCode(index + 1, "(") && !source.isCode(index - 1, ".") && !source.isCode(index - 1, "func")
    if layer < 6 {
      let isAlone = !source.isCode(index - 1, ".") && !source.isCode(index + 1, ":")
      if Self.inputAndOutput.contains(word) && isAlone || readsContents(word, index)
        || word == "Date" && source.isCode(index + 1, "(") && source.isCode(index + 2, ")")
        || isCall && Self.systemCalls.contains(word) && !ownFunctions.contains(word)
      {
        report("\(word) reaches outside; only Workspace and layer 7 do, pass the value in", index, &faults)
      }
    }
    if layer < 7, isCall, ["print", "debugPrint", "dump"].contains(word) && !ownFunctions.contains(word) {
      report("\(word) is for the command line; return a value and let it be printed there", index, &faults)
    }
    if layer < 6, isSlowText(word, index) {
      report("text is searched on UTF-8 bytes or with TextPatterns, not with \(word)", index, &faults)
    }
    return faults
  }

  /// `Data(contentsOf:)` and `String(contentsOf:)`, but not `append(contentsOf:)`.
  private func readsContents(_ word: String, _ index: Int) -> Bool {
    guard source.isCode(index + 1, ":"), word == "contentsOf" || word == "contentsOfFile" else { return false }
    return source.isCode(index - 1, "(") && ["Data", "String"].contains(source.text(index - 2))
  }

  private func isSlowText(_ word: String, _ index: Int) -> Bool {
    if word == "Regex" || word == "RegexBuilder" { return true }
    guard source.isCode(index - 1, "."), source.isCode(index + 1, "(") else { return false }
    if Self.slowText.contains(word) { return true }
    // `.contains("…")` on a list or set of words is written with the list before it: `["a", "b"].contains(name)`.
    return word == "contains" && source.tokens.indices.contains(index + 2) && source.tokens[index + 2].kind == .string
      && !isCollection(before: index - 1)
  }

  /// Whether the value before `.` is a list by its name (a plural), a literal, or what libyaml says.
  private func isCollection(before dot: Int) -> Bool {
    guard dot > 0 else { return false }
    let text = source.tokens[dot - 1].text
    return text == "]" || text.hasSuffix("s") || Self.parserWords.contains(text)
  }

  private func report(_ message: String, _ index: Int, _ faults: inout [Fault]) {
    faults.append(Fault(path: source.path, line: source.tokens[index].line, message: message))
  }
}
