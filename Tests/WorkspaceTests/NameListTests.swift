import Testing

@testable import Workspace

private func sorted(_ names: [String]) -> [String] {
  var list = NameList()
  for (index, name) in names.enumerated() {
    Array(name.utf8).withUnsafeBufferPointer { list.add($0, type: UInt8(index % 7)) }
  }
  return list.sorted().map(\.name)
}

@Test func namesAreSortedByTheirBytes() {
  let stems = ["", "a", "b", "ab", "item-", "item-0", "item-00000001", "申请", "é", "ÿ", "item-00000001x"]
  let names = stems.flatMap { stem in stems.map { stem + $0 } } + ["item-000000010", "item-000000011", "z"]
  let distinct = Array(Set(names)).filter { !$0.isEmpty }
  #expect(sorted(distinct) == distinct.sorted(by: PathName.precedes))
  let alike = distinct.map { "item-" + $0 } + ["item-"]
  #expect(sorted(alike) == alike.sorted(by: PathName.precedes))
  #expect(sorted(["..", "b", ".", "...", ".a"]) == ["...", ".a", "b"])
  #expect(sorted([]) == [])
}

@Test func aNameKeepsItsType() {
  var list = NameList()
  for (name, type) in [("b", UInt8(4)), ("a", 8)] {
    Array(name.utf8).withUnsafeBufferPointer { list.add($0, type: type) }
  }
  #expect(list.sorted().map { "\($0.name)\($0.type)" } == ["a8", "b4"])
}
