import Testing

/// Each check is shown a small bad file, so that a check that can no longer fail is noticed.
@Suite struct RuleSelfTests {
  private func source(_ text: String, path: String = "Sources/Catalog/Sample.swift") -> SwiftSource {
    SwiftSource(path: path, text: text)
  }

  private func codeFaults(_ text: String, layer: Int = 3) -> [Fault] {
    let source = source(text)
    return CodeRules(source: source, layer: layer, ownFunctions: CodeRules.functions(in: [source])).faults()
  }

  @Test func lexerSkipsCommentsAndStrings() {
    let text = ##"""
      // try! a
      /* as! /* nested */ Any */
      let a = "try! \(value.map { "x!" } ?? "y") Any"
      let b = #"\(no) " as! \#(yes)"#
      let c = """
        print("x") \
        \(deep("(", more: ")"))
        """
      let d = 1.5 + `default`
      """##
    let code = source(text).tokens.filter { $0.kind != .string }.map(\.text)
    #expect(!code.contains("try") && !code.contains("as") && !code.contains("Any") && !code.contains("print"))
    #expect(!code.contains("no"))
    #expect(code.contains("yes") && code.contains("deep") && code.contains("more") && code.contains("value"))
    #expect(code.contains("1.5") && code.contains("default"))
    #expect(source(text).tokens.last?.line == 9)
  }

  @Test func lexerHidesCommentsEvenUnclosed() {
    #expect(source("a /* b").tokens.map(\.text) == ["a"])
    #expect(source("a \"b").tokens.count == 2)
  }

  @Test func trapsAreFound() {
    let bad = [
      "let a = try! load()", "let a = b as! Int", "let a = b!", "let a = b!.c", "let a = f()!", "let a = b[0]!",
      "fatalError()", "preconditionFailure(\"x\")", "precondition(a > 0)", "var a: Any = 1", "var a: [String: Any]",
      "var a: String!",
    ]
    for text in bad { #expect(codeFaults(text).count == 1, "\(text)") }
    let good = [
      "if a != b, !c { return !d }", "let a = try? load()", "let a = b as? Int", "let a = a!=b", "f(!a, [!b])",
      "var a: any Error", "let s = \"b!\"", "// b!", "x.map { !$0 }",
    ]
    for text in good { #expect(codeFaults(text) == [], "\(text)") }
  }

  @Test func outsideReachIsFound() {
    let bad = [
      "let a = FileManager.default", "let a = fopen(path, \"r\")", "let a = open(path, O_RDONLY)", "getenv(\"A\")",
      "let a = ProcessInfo.processInfo", "let a = Date()", "let a = time(nil)", "let a = CommandLine.arguments",
      "let a = Data(contentsOf: url)", "print(a)", "debugPrint(a)",
    ]
    for text in bad { #expect(codeFaults(text).count == 1, "\(text)") }
    let good = [
      "func open(_ a: Int) {}\nopen(1)", "a.read(b)", "list.append(contentsOf: b)", "let a = Date(days: 3)",
      "case time(Int)", "let s = \"print(a)\"",
    ]
    for text in good.dropLast(2) { #expect(codeFaults(text) == [], "\(text)") }
    #expect(codeFaults("let a = fopen(path, \"r\")\nlet b = Date()", layer: 6) == [])
    #expect(codeFaults("print(a)", layer: 6).count == 1)
    #expect(codeFaults("print(a)", layer: 7) == [])
  }

  @Test func slowTextIsFound() {
    for text in ["name.contains(\"市\")", "try Regex(a)", "a.replacingOccurrences(of: b, with: c)"] {
      #expect(codeFaults(text).count == 1, "\(text)")
    }
    for text in ["kinds.contains(\"Bundle\")", "[\"a\", \"b\"].contains(name)", "list.contains { $0 == a }"] {
      #expect(codeFaults(text) == [], "\(text)")
    }
    #expect(codeFaults("name.contains(\"市\")", layer: 7) == [])
  }

  @Test func sizesAreFound() {
    let long = "func f() {\n" + String(repeating: "  a()\n", count: 60) + "}\n"
    #expect(ShapeRules.sizeFaults(in: source(long)).map(\.line) == [1])
    #expect(ShapeRules.sizeFaults(in: source("func f() {\n" + String(repeating: "  a()\n", count: 58) + "}\n")) == [])
    let nested = "struct S {\n  var v: Int {\n" + String(repeating: "    a { b() }\n", count: 60) + "  }\n}\n"
    #expect(ShapeRules.sizeFaults(in: source(nested)).map(\.line) == [2])
    let file = String(repeating: "// a\n", count: 401)
    #expect(ShapeRules.sizeFaults(in: source(file)).map(\.line) == [401])
    #expect(ShapeRules.sizeFaults(in: source(String(repeating: "// a\n", count: 400))) == [])
  }

  @Test func missingDocumentationIsFound() {
    let text = """
      struct Bare {
        var field = { let local = 1; return local }()
        private var hidden = 1
        private(set) var seen = 2
        /// Says something.
        @available(*, deprecated, message: "x")
        package init(value: Int) { func inner() {} }
        func bare(a: Int = 1) -> Int { switch a { case 1: 2; default: 3 } }
        @Option(name: .long, help: "Said here.") var option: Int
      }
      private enum Quiet { case one, two }
      extension Quiet { var alsoQuiet: Int { 1 } }
      /// A kind.
      enum Kind {
        case actor
        /// Said.
        indirect case list(of: [Kind])
      }
      /// Tokens.
      enum Token: String, CaseIterable { case plus = "+" }
      protocol Seam { func requirement(); var other: Int { get } }
      """
    #expect(
      ShapeRules.documentationFaults(in: source("let a = 1\nfunc f() {}", path: "Sources/a/main.swift")).count == 1)
    let names = ShapeRules.documentationFaults(in: source(text)).map(\.line)
    #expect(names == [1, 2, 4, 8, 15, 21, 21, 21])
  }

  @Test func importsOutsideTheTableAreFound() {
    let markdown = """
      | layer | module | purpose | may import |
      |---|---|---|---|
      | 0 | `CLibYAML` | – | – |
      | 2 | `CEL` | words | – |
      | 3 | `Catalog` | words | `CEL`, `CLibYAML` |
      | 7 | `guidelint` | words | `Catalog`, `ArgumentParser` |
      """
    let manifest = source(
      """
      func module(_ name: String, _ imports: [Target.Dependency] = []) -> Target { .target(name: name) }
      let package = Package(name: "p", dependencies: [.package(url: "https://example.org/x", from: "1.0.0")], targets: [
        .target(name: "CLibYAML", linkerSettings: [.linkedLibrary("yaml")]),
        module("CEL", ["CLibYAML"]), module("Catalog", ["CEL"]), module("Extra"),
        .executableTarget(
          name: "guidelint",
          dependencies: ["Catalog", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
        tests("CELTests", ["CEL"], exclude: ["Goldens"]),
      ])
      """, path: "Package.swift")
    let rules = ImportRules(table: ModuleTable(markdown: markdown), manifest: ModuleTable(manifest: manifest))
    #expect(rules.table["guidelint"]?.imports == ["Catalog", "ArgumentParser"])
    #expect(rules.manifest["guidelint"]?.imports == ["Catalog", "ArgumentParser"])
    #expect(rules.manifest["CELTests"]?.imports == ["CEL"])
    let differences = rules.differences().map { "\($0.path):\($0.line)" }
    #expect(differences == ["Package.swift:4", "CONTRIBUTING.md:5", "CONTRIBUTING.md:1"])
    let catalog = """
      import CEL
      public import Rules
      @testable import struct Glibc.stat
      import Foundation
      import FoundationEssentials
      """
    #expect(rules.faults(in: source(catalog)).map(\.line) == [2, 3, 4])
    #expect(rules.faults(in: source("import FoundationEssentials", path: "Sources/CEL/A.swift")).count == 1)
    #expect(rules.faults(in: source("import Foundation\nimport Glibc", path: "Sources/guidelint/A.swift")) == [])
    let test = source("import Testing\nimport Catalog", path: "Tests/CELTests/A.swift")
    #expect(rules.faults(in: test).map(\.line) == [2])
    #expect(rules.faults(in: source("", path: "Sources/Nowhere/A.swift")).count == 1)
  }

  @Test func arrowsUpAreFound() {
    let table = ModuleTable(markdown: "| 1 | `A` | – | `B` |\n| 2 | `B` | – | – |")
    let manifest = ModuleTable(manifest: source("module(\"A\", [\"B\"]); module(\"B\")"))
    #expect(ImportRules(table: table, manifest: manifest).differences().count == 1)
  }
}
