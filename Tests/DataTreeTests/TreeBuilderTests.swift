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

/// Whatever makes a map must note its keys, or look-ups would pass them by.
@Test func mapsKnowTheKeysThatTheyHave() {
  var symbols = SymbolTable.Builder()
  let names = (0..<200).map { "key\($0)" }
  let keys = names.map { symbols.intern($0) }
  let tree = DataTree(symbols: symbols.freeze())
  var builder = TreeBuilder(into: tree)
  builder.begin(.map)
  for (index, name) in names.enumerated() where index % 40 == 3 {
    builder.key(name)
    builder.int(Int64(index))
  }
  builder.end()
  let own = Array(tree.view.entries(.root))
  let copy = tree.appendCollection(.map)
  tree.setEntries(of: copy, own)
  let rebuilt = tree.appendCopy(of: .root, flags: [], parent: .root)
  own.withUnsafeBufferPointer { tree.rebuildEntries(of: rebuilt, adding: UnsafeBufferPointer(rebasing: $0[..<0])) }
  let parsed = tree.appendCollection(.map)
  own.withUnsafeBufferPointer { tree.setOwnEntries(of: parsed, $0) }
  for map in [.root, copy, rebuilt, parsed] {
    for (index, key) in keys.enumerated() {
      #expect((tree.view.value(of: map, at: key) != nil) == (index % 40 == 3))
      if index % 40 == 3 { #expect(tree.view.mayHave(map, key)) }
    }
    #expect(keys.contains { !tree.view.mayHave(map, $0) })
  }
}
