import Testing

@testable import Workspace

/// Where a comment stands and how far it reaches: 坏 fails, 差 is accepted.
@Suite struct SuppressionPlaceTests {
  private struct Case {
    var name: String
    /// Below `kind` and `id`, unless it holds a kind itself.
    var body: String
    /// `rule text` of what is wrong with the comments.
    var faults: [String] = []
  }

  private static let why = "bad-word -- 理由"

  private static let cases = [
    Case(name: "end of the line", body: "name: 差, 差 # guidelint: allow \(why)\nconditions: [坏]\n"),
    Case(name: "the line before", body: "# guidelint: allow \(why)\nname: 差\nconditions: [坏]\n"),
    Case(name: "an indented line before", body: "conditions:\n  # guidelint: allow \(why)\n  - 差\n  - 坏\n"),
    Case(name: "empty lines and comments between", body: "# guidelint: allow \(why)\n\n# 说明\n  \nname: 差\n"),
    Case(
      name: "two that follow one another",
      body: "# guidelint: allow \(why)\n# guidelint: allow odd-word -- 另一理由\nname: 差怪差\n"),
    Case(
      name: "a line that begins a block is a line",
      body: "# guidelint: allow \(why)\nconditions:\n  - 坏\n", faults: ["suppression-unused # guidelint: allow \(why)"]),
    Case(name: "a block before", body: "# guidelint: allow-block \(why)\nconditions:\n  - 差\n  - 差\nname: 坏\n"),
    Case(name: "a block at its key", body: "conditions: # guidelint: allow-block \(why)\n  - 差\n  - 差\nname: 坏\n"),
    Case(
      name: "an element",
      body: "materials:\n  - name: 差 # guidelint: allow-block \(why)\n    note: 差\n  - name: 坏\n"),
    Case(
      name: "an element from the line before",
      body: "materials:\n  - name: 坏\n  # guidelint: allow-block \(why)\n  - name: 差\n    note: 差\n  - name: 坏\n"),
    Case(
      name: "an entry inside an element",
      body: "materials:\n  - name: 坏\n    note: # guidelint: allow-block \(why)\n      zh: 差\n  - name: 坏\n"),
    Case(name: "flow lists", body: "conditions: [差, 差] # guidelint: allow \(why)\nname: 坏\n"),
    Case(
      name: "inside flow lists",
      body: "conditions: [\n  坏,\n  差, # guidelint: allow \(why)\n  # guidelint: allow \(why)\n  差,\n  坏 ]\n"),
    Case(
      name: "an element of a flow list",
      body: "materials: [\n  {name: 坏},\n  {name: 差, # guidelint: allow-block \(why)\n   note: 差},\n  {name: 坏} ]\n"),
    Case(
      name: "the header of a block scalar",
      body: "name: | # guidelint: allow \(why)\n  差\n  差\nconditions: [坏]\n"),
    Case(name: "before a block scalar", body: "# guidelint: allow \(why)\nname: >-\n  差\n\n  差\nconditions: [坏]\n"),
    Case(name: "behind a block scalar", body: "name: |\n  坏\n# guidelint: allow \(why)\nconditions: [差]\n"),
    Case(name: "text of a block scalar", body: "name: |\n  坏\n  # guidelint: allow \(why)\n  坏\n"),
    Case(name: "text in quotes", body: "name: \"坏 # guidelint: allow \(why)\"\n"),
    Case(name: "text in quotes over lines", body: "name: '坏\n  # guidelint: allow \(why)\n  坏'\nconditions: [坏]\n"),
    Case(name: "behind quotes over lines", body: "name: \"差\n  差\" # guidelint: allow \(why)\nconditions: [坏]\n"),
    Case(name: "no comment", body: "name: '坏'\nconditions: ['#guidelint: allow \(why)', 坏]\n"),
    Case(
      name: "without a blank", body: "name: 差 #guidelint: allow \(why)\n", faults: ["yaml-comment-cuts-text"]),
    Case(name: "behind another comment", body: "name: 差 # 两份原件 # guidelint: allow \(why)\n"),
    Case(name: "in the words of another comment", body: "name: 坏 # 写作“# guidelint: allow \(why)”\n"),
    Case(name: "prose", body: "name: 坏 # see guidelint: allow \(why)\n"),
    Case(name: "an item", body: "name: 差\nconditions: [差]\n# guidelint: allow-item \(why)\n"),
    Case(
      name: "an item of several",
      body:
        "kind: ServiceItem\nid: 1\nname: 坏\n---\n# guidelint: allow-item \(why)\nkind: ServiceItem\nid: 2\nname: 差\n"
        + "---\nkind: ServiceItem\nid: 3\nname: 坏\n"),
    Case(
      name: "behind the mark of a document",
      body: "kind: ServiceItem\nid: 1\nname: 坏\n--- # guidelint: allow-item \(why)\nkind: ServiceItem\nid: 2\nname: 差\n"
    ),
    Case(
      name: "a file",
      body: "kind: ServiceItem\nid: 1\nname: 差\n---\nkind: ServiceItem\nid: 2\nname: 差 # guidelint: allow-file \(why)\n"
    ),
    Case(
      name: "before the first mark",
      body: "# guidelint: allow \(why)\n---\nkind: ServiceItem\nid: 1\n"
        + "name: 坏\n", faults: ["suppression-unused # guidelint: allow \(why)"]),
    Case(
      name: "the end of the file", body: "name: 坏\n# guidelint: allow \(why)\n",
      faults: ["suppression-unused # guidelint: allow \(why)"]),
    Case(name: "several rules", body: "name: 差怪 # guidelint: allow bad-word, odd-word -- 理由\n"),
    Case(name: "a glob", body: "name: 差怪 # guidelint: allow *-word -- 理由\n"),
    Case(name: "a pack", body: "name: 差怪 # guidelint: allow rules -- 理由\n"),
    Case(
      name: "an alias", body: "name: &a 差 # guidelint: allow \(why)\nsummary: *a\nconditions: [坏]\n"),
    Case(name: "a fault of shape", body: "name: 坏\ncodes: 1 # guidelint: allow schema-unknown-key -- 理由\n"),
    Case(
      name: "what cannot be parsed",
      body: "kind: ServiceItem\nid: 1\nname: 差 # guidelint: allow \(why)\n---\nname: [ # guidelint: allow nothing\n",
      faults: ["yaml-syntax"]),
  ]

  private static func text(_ body: String, id: Int) -> String {
    guard body.contains("kind: ") else { return "kind: ServiceItem\nid: item-\(id)\n" + body }
    return (1...3).reduce(body) { $0.replacing("id: \($1)\n", with: "id: item-\(id)-\($1)\n") }
  }

  /// The same with other line ends, a byte order mark, lines above.
  private static let variants: [(name: String, change: @Sendable (String) -> String)] = [
    ("LF", { $0 }), ("CRLF", { $0.replacing("\n", with: "\r\n") }), ("CR", { $0.replacing("\n", with: "\r") }),
    ("BOM", { "\u{FEFF}" + $0 }), ("lines above", { String(repeating: "# 😀 说明\n", count: 10) + $0 }),
  ]

  @Test func everyPlaceAndReach() {
    for variant in Self.variants {
      var files: [String: String] = [:]
      for (number, example) in Self.cases.enumerated() {
        files["\(number).yaml"] = variant.change(Self.text(example.body, id: number))
      }
      let linted = Desk(files).lint()
      for (number, example) in Self.cases.enumerated() {
        let file = "\(number).yaml"
        let words = linted.words(in: file)
        let isFitting = words.allSatisfy { ["坏 fail", "差 suppression", "怪 suppression"].contains($0) }
        #expect(!words.isEmpty && isFitting, "\(variant.name), \(example.name): \(words)")
        let faults = linted.faults(in: file).filter { !$0.hasPrefix("schema-") }
        let isExpected =
          faults.count == example.faults.count && zip(faults, example.faults).allSatisfy { $0.hasPrefix($1) }
        #expect(isExpected, "\(variant.name), \(example.name): \(faults)")
      }
    }
  }
}
