/// A declaration found in a Swift file.
struct SwiftDeclaration: Equatable {
  /// The keyword: `func`, `struct`, `case` …
  var keyword: String
  /// What it declares.
  var name: String
  /// First line, attributes and modifiers included.
  var firstLine: Int
  /// The line of the keyword.
  var line: Int
  /// The line of the closing brace; nil for one without a body.
  var lastLine: Int?
  var modifiers: [String]
  var attributes: [String]
  /// What a type's header names after its own name: protocols, raw type, generic constraints.
  var inherits: [String] = []
  /// The type around it, by its place among the declarations.
  var parent: Int?
  /// Whether it stands inside the body of a function, accessor or closure.
  var isLocal: Bool
  /// Whether it or a type around it is `private` or `fileprivate`.
  var isPrivate: Bool
}

/// Finds the declarations of a file by its braces.
struct DeclarationScanner {
  /// What a brace opened.
  private enum Scope {
    case file, type(isPrivate: Bool), body, other
  }

  private static let keywords: Set<String> = [
    "func", "init", "deinit", "subscript", "var", "let", "case", "struct", "class", "enum", "protocol", "extension",
    "actor", "typealias", "associatedtype",
  ]
  private static let types: Set<String> = ["struct", "class", "enum", "protocol", "extension", "actor"]
  private static let bodies: Set<String> = ["func", "init", "deinit", "subscript", "var", "let"]
  private static let modifiers: Set<String> = [
    "public", "package", "internal", "private", "fileprivate", "open", "static", "class", "final", "override",
    "mutating", "nonmutating", "indirect", "lazy", "weak", "unowned", "convenience", "required", "nonisolated",
    "dynamic", "optional", "prefix", "postfix", "infix", "consuming", "borrowing",
  ]

  private let source: SwiftSource
  private var found: [SwiftDeclaration] = []
  private var scopes: [(scope: Scope, declaration: Int?)] = [(.file, nil)]
  /// The declaration whose `{` may still come.
  private var pending: Int?
  private var parentheses = 0

  init(_ source: SwiftSource) { self.source = source }

  /// Every declaration, in order.
  static func declarations(in source: SwiftSource) -> [SwiftDeclaration] {
    var scanner = DeclarationScanner(source)
    for index in source.tokens.indices { scanner.read(index) }
    return scanner.found
  }

  private mutating func read(_ index: Int) {
    let token = source.tokens[index]
    guard token.kind != .string else { return }
    switch token.text {
    case "(", "[": parentheses += 1
    case ")", "]": parentheses -= 1
    case "{": open()
    case "}": close(token.line)
    default:
      if isDeclaration(index) { declare(index) }
    }
  }

  private mutating func open() {
    guard parentheses == 0 || isInBody, let pending else {
      scopes.append((.other, nil))
      return
    }
    self.pending = nil
    let declaration = found[pending]
    if Self.types.contains(declaration.keyword) {
      scopes.append((.type(isPrivate: declaration.isPrivate), pending))
    } else {
      scopes.append((.body, pending))
    }
  }

  private mutating func close(_ line: Int) {
    pending = nil
    guard scopes.count > 1, let index = scopes.removeLast().declaration else { return }
    found[index].lastLine = line
  }

  private var isInBody: Bool {
    switch scopes.last?.scope {
    case .body, .other: true
    default: false
    }
  }

  private func isDeclaration(_ index: Int) -> Bool {
    let token = source.tokens[index]
    guard token.kind == .word, Self.keywords.contains(token.text), !source.isCode(index - 1, ".") else { return false }
    // `import struct Name`, `case actor`, a parameter's or argument's label.
    if ["import", "case", "let", "var", "func", ","].contains(where: { source.isCode(index - 1, $0) }) { return false }
    if source.isCode(index + 1, ":") { return false }
    if token.text == "class", Self.keywords.contains(source.text(index + 1)) { return false }
    guard isInBody else { return parentheses == 0 }
    // In a body only functions and types matter: `case`, `let` and `init` stand in statements there.
    return ["func", "struct", "enum", "class"].contains(token.text)
  }

  private mutating func declare(_ index: Int) {
    var modifiers: [String] = []
    var attributes: [String] = []
    var first = index
    while let (name, start) = modifier(before: first) {
      if source.isCode(start, "@") { attributes.append(name) } else { modifiers.append(name) }
      first = start
    }
    var isPrivate = modifiers.contains("private") || modifiers.contains("fileprivate")
    var isLocal = false
    for (scope, _) in scopes {
      switch scope {
      case .type(let outer): isPrivate = isPrivate || outer
      case .body, .other: isLocal = true
      case .file: break
      }
    }
    let keyword = source.text(index)
    if keyword == "extension" {
      let name = source.text(index + 1)
      isPrivate = isPrivate || found.contains { Self.types.contains($0.keyword) && $0.name == name && $0.isPrivate }
    }
    found.append(
      SwiftDeclaration(
        keyword: keyword, name: keyword == "init" || keyword == "subscript" ? keyword : source.text(index + 1),
        firstLine: source.tokens[first].line, line: source.tokens[index].line, lastLine: nil, modifiers: modifiers,
        attributes: attributes, inherits: Self.types.contains(keyword) ? header(from: index + 2) : [],
        parent: scopes.last?.declaration, isLocal: isLocal, isPrivate: isPrivate))
    pending = Self.types.contains(keyword) || Self.bodies.contains(keyword) ? found.count - 1 : nil
  }

  private func header(from start: Int) -> [String] {
    guard start < source.tokens.count else { return [] }
    return source.tokens[start...].prefix { $0.text != "{" }.filter { $0.kind == .word }.map(\.text)
  }

  /// The modifier or attribute that ends just before `index`, with the token that begins it.
  private func modifier(before index: Int) -> (name: String, start: Int)? {
    var end = index - 1
    guard end >= 0 else { return nil }
    if source.isCode(end, ")") {
      var depth = 0
      repeat {
        if source.isCode(end, ")") { depth += 1 }
        if source.isCode(end, "(") { depth -= 1 }
        end -= 1
      } while depth > 0 && end >= 0
    }
    guard end >= 0, source.tokens[end].kind == .word else { return nil }
    let name = source.text(end)
    if source.isCode(end - 1, "@") { return (name, end - 1) }
    // `private(set)` narrows the setter only.
    if end != index - 1 { return Self.modifiers.contains(name) ? (name + "(set)", end) : nil }
    return Self.modifiers.contains(name) ? (name, end) : nil
  }
}
