/// A Markdown page: its headings and the commands that it tells readers to run.
struct Page {
  struct Command: Equatable {
    var line: Int
    /// Without the comment at its end.
    var text: String
  }

  let path: String
  private(set) var headings: [String] = []
  private(set) var commands: [Command] = []

  init(path: String, text: String) {
    self.path = path
    var language: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        language = language == nil ? String(line.dropFirst(3)) : nil
      } else if language == "sh" {
        let command = line.prefix { $0 != "#" }.split(separator: " ").joined(separator: " ")
        if !command.isEmpty { commands.append(Command(line: index + 1, text: command)) }
      } else if language == nil, line.hasPrefix("#") {
        headings.append(String(line.prefix { $0 == "#" }))
      }
    }
  }

  /// Commands that name nothing in this repository.
  ///
  /// `guidelint` itself is run by DocumentedCommandTests.
  func commandFaults(targets: Set<String>, products: Set<String>) -> [Fault] {
    commands.compactMap { command in
      let words = command.text.split(separator: " ").map(String.init).filter { !$0.contains("=") }
      let isKnown: Bool
      switch words.first {
      case "guidelint": isKnown = true
      case "make": isKnown = words.count > 1 && words.dropFirst().allSatisfy(targets.contains)
      case "swift":
        isKnown =
          words.dropFirst().first == "run"
          ? Page.product(ofRun: words).map(products.contains) ?? false
          : ["build", "test"].contains(words.dropFirst().first)
      default: isKnown = false
      }
      if isKnown { return nil }
      return Fault(path: path, line: command.line, message: "“\(command.text)” is no command that a test knows")
    }
  }

  /// What `swift run` runs: the first word behind its flags, of which `-c` has a value.
  private static func product(ofRun words: [String]) -> String? {
    var rest = words.dropFirst(2)
    while let word = rest.first, word.hasPrefix("-") { rest = rest.dropFirst(word == "-c" ? 2 : 1) }
    return rest.first
  }

  /// Names of the targets in a makefile.
  static func targets(makefile: String) -> Set<String> {
    Set(
      makefile.split(separator: "\n").compactMap { line in
        guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true, !line[colon...].hasPrefix(":=") else {
          return nil
        }
        return String(line[..<colon])
      })
  }
}
