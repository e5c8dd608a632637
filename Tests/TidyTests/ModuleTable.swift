/// Which module may import which, from Package.swift or from the table in CONTRIBUTING.md.
struct ModuleTable {
  struct Entry: Equatable {
    var name: String
    /// Only the table in CONTRIBUTING.md knows layers.
    var layer: Int?
    var imports: Set<String>
    /// Where it is declared.
    var line: Int
    /// Test targets and their support are declared in Package.swift only.
    var isTest = false
  }

  var entries: [Entry]

  subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  /// Reads the rows `| layer | modules | purpose | may import |`, where modules stand in backquotes.
  init(markdown: String) {
    entries = []
    for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6, let layer = Int(cells[1].filter { $0 != " " }) else { continue }
      for name in Self.backquoted(cells[2]) {
        entries.append(Entry(name: name, layer: layer, imports: Set(Self.backquoted(cells[4])), line: index + 1))
      }
    }
  }

  /// Reads the targets that a manifest declares by `module`, `tests`, `.target` and their like.
  init(manifest: SwiftSource) {
    entries = []
    let calls: Set<String> = ["module", "tests", "target", "executableTarget", "testTarget", "plugin"]
    for index in manifest.tokens.indices where calls.contains(manifest.text(index)) && manifest.isCode(index + 1, "(") {
      if manifest.isCode(index - 1, "func") { continue }
      let arguments = Self.arguments(of: index + 1, in: manifest)
      // The bodies of `module` and `tests` pass a name on; they declare nothing.
      guard let name = (arguments["name"] ?? arguments["0"])?.first, name.kind == .string else { continue }
      let dependencies = arguments["dependencies"] ?? arguments["1"] ?? []
      let isTest = manifest.text(index) == "tests" || manifest.text(index) == "testTarget"
      let isSupport = arguments["path"]?.contains { $0.text.hasPrefix("Tests/") } ?? false
      entries.append(
        Entry(
          name: name.text, imports: Self.names(in: dependencies), line: name.line, isTest: isTest || isSupport))
    }
  }

  private static func backquoted(_ cell: String) -> [String] {
    let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }

  /// The tokens of each argument, by label or else by position.
  private static func arguments(of opening: Int, in source: SwiftSource) -> [String: [SwiftToken]] {
    var arguments: [String: [SwiftToken]] = [:]
    var key = "0"
    var position = 0
    var depth = 0
    for index in opening + 1..<source.closing(opening) {
      let token = source.tokens[index]
      if token.kind == .sign {
        if "([{".contains(token.text) { depth += 1 }
        if ")]}".contains(token.text) { depth -= 1 }
        if depth == 0, token.text == "," {
          position += 1
          key = "\(position)"
          continue
        }
        if depth == 0, token.text == ":", let label = arguments[key]?.last {
          arguments[key] = nil
          key = label.text
          continue
        }
      }
      arguments[key, default: []].append(token)
    }
    return arguments
  }

  /// The strings of a list of dependencies; of `.product(name:package:)` only the name.
  private static func names(in tokens: [SwiftToken]) -> Set<String> {
    var names: Set<String> = []
    for (index, token) in tokens.enumerated() where token.kind == .string {
      let label = index >= 2 && tokens[index - 1].text == ":" ? tokens[index - 2].text : ""
      if label != "package" { names.insert(token.text) }
    }
    return names
  }
}
