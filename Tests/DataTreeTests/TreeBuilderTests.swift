import DataTree
import SourceText
import Testing

@Test func mapsFindKeysBySymbolAndByText() {
  var symbols = SymbolTable.Builder()
  let name = symbols.intern("name")
  let tree = DataTree(symbols: symbols.freeze())
  var builder = TreeBuilder(into: tree)
  builder.begin(.map)
  builder.key("name")
  builder.string("申请表")
  builder.key("other")
  builder.begin(.list)
  builder.int(3)
  builder.bool(true)
  builder.end()
  builder.end()
  let view = tree.view
  #expect(view.value(of: .root, at: name).map(view.string) == "申请表")
  let other = view.value(of: .root, at: "other")
  #expect(other.map { view.elements($0).count } == 2)
  #expect(view.value(of: .root, at: "missing") == nil)
  #expect(other.flatMap { view.entry(holding: $0) }.map { view.string($0.key) } == "other")
}

@Test func textLongerThanTheArenaIsKept() {
  let tree = DataTree(symbols: .empty)
  var builder = TreeBuilder(into: tree)
  let long = String(repeating: "办", count: 20_000)
  builder.begin(.list)
  builder.string(long)
  builder.string("尾")
  builder.end()
  #expect(tree.view.elements(.root).map { tree.view.string($0) } == [long, "尾"])
}
