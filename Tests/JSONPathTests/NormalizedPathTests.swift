import DataTree
import JSONPath
import Testing

private func builder() -> (tree: DataTree, builder: TreeBuilder) {
  let tree = DataTree(symbols: .empty)
  return (tree, TreeBuilder(into: tree))
}

@Test func namesAreEscapedAsTheStandardSays() throws {
  let document = try tree(#"{"it's": [{"a\\b\u000b\u001f\n\t\u0008\f\r\"é": 1}]}"#)
  var nodes: [NodeID] = []
  #expect(try query("$.*[*].*").select(in: document.view, into: &nodes) == nil)
  #expect(
    nodes.map { NormalizedPath.text(of: $0, in: document.view) }
      == [#"$['it\'s'][0]['a\\b\u000b\u001f\n\t\b\f\r"é']"#])
  #expect(NormalizedPath.text(of: .root, in: document.view) == "$")
}

@Test func normalizedPathsLeadBackToTheirNodes() throws {
  let document = try tree(#"{"a": [[1, {"'": null}], {"\\": {"": [true]}}], "b\u0001": "x"}"#)
  var nodes: [NodeID] = []
  #expect(try query("$..*").select(in: document.view, into: &nodes) == nil)
  #expect(nodes.count == 10)
  for node in nodes {
    var found: [NodeID] = []
    let path = NormalizedPath.text(of: node, in: document.view)
    #expect(try query(path).select(in: document.view, into: &found) == nil)
    #expect(found == [node], "\(path)")
  }
}

/// `conditions: [x]` after reading: `[{text: {zh: x}, when: {}}]`, where only `x` is written.
@Test func wrappersAddNoStep() throws {
  var (document, builder) = builder()
  builder.begin(.map)
  builder.key("conditions")
  builder.begin(.list)
  let outer = builder.begin(.map, flags: .wrapper)
  builder.key("text")
  let inner = builder.begin(.map, flags: .wrapper)
  builder.key("zh")
  let text = builder.string("x")
  builder.end()
  builder.key("when")
  let when = builder.begin(.map, flags: .supplied)
  builder.end()
  builder.end()
  builder.end()
  builder.key("contact")
  let list = builder.begin(.list, flags: .wrapper)
  builder.begin(.map)
  builder.key("phone")
  let phone = builder.string("1")
  builder.end()
  builder.end()
  builder.key("defaults")
  builder.begin(.list, flags: .supplied)
  builder.begin(.map, flags: [.supplied, .wrapper])
  builder.key("zh")
  let supplied = builder.scalar(.null, flags: .supplied, text: UnsafeBufferPointer(start: nil, count: 0))
  builder.end()
  builder.end()
  builder.end()
  let view = document.view
  let expected: [(NodeID, String)] = [
    (outer, "$['conditions'][0]"), (inner, "$['conditions'][0]"), (text, "$['conditions'][0]"),
    (when, "$['conditions'][0]['when']"), (list, "$['contact']"), (phone, "$['contact']['phone']"),
    (supplied, "$['defaults'][0]['zh']"),
  ]
  for (node, path) in expected { #expect(NormalizedPath.text(of: node, in: view) == path) }
}

@Test func pathsMayBeginBelowTheRoot() throws {
  let document = try tree(#"{"a": {"b": {"c": 1}}}"#)
  var nodes: [NodeID] = []
  #expect(try query("$.a").select(in: document.view, into: &nodes) == nil)
  #expect(try query("$.a.b.c").select(in: document.view, into: &nodes) == nil)
  #expect(NormalizedPath.text(of: nodes[1], in: document.view, root: nodes[0]) == "$['b']['c']")
}
