import ConformanceCases
import DataTree
import Foundation
import SourceText
import Testing
import YAMLReader

private let sample = """
  # 说明：注释
  name: 申请表🧾
  "quoted": 'it''s'   # note
  anchored: &a !!str 12
  block: |
    第一行
      第二行

  folded: &f >-
    一
    二
  flow: {zh: 受理, en: "Accept\\u0065d", list: [ 1, 二 ]}
  empty:
  list:
  - a
  - b: c
    d: e

  alias: *a
  last: 末
  """

@Test(arguments: ["\n", "\r\n"], [false, true])
func rangesAreExact(lineBreak: String, mark: Bool) {
  let text =
    (mark ? "\u{FEFF}" : "")
    + sample.split(separator: "\n", omittingEmptySubsequences: false)
    .joined(separator: lineBreak)
  let reading = Reading(text)
  #expect(reading.diagnostics.isEmpty)
  #expect(reading.documents.count == 1)
  let view = reading.trees[0].view
  let keys = view.entries(.root).map { reading.source($0.key) }
  let expectedKeys = [
    "name", "\"quoted\"", "anchored", "block", "folded", "flow", "empty", "list", "alias", "last",
  ]
  #expect(keys == expectedKeys)
  #expect(reading.source(reading.node("name")) == "申请表🧾")
  #expect(reading.source(reading.node("quoted")) == "'it''s'")
  #expect(reading.source(reading.node("anchored")) == "12")
  #expect(reading.source(reading.node("block")) == ["|", "  第一行", "    第二行"].joined(separator: lineBreak))
  #expect(reading.source(reading.node("folded")) == [">-", "  一", "  二"].joined(separator: lineBreak))
  #expect(reading.source(reading.node("flow")) == "{zh: 受理, en: \"Accept\\u0065d\", list: [ 1, 二 ]}")
  #expect(reading.source(reading.node("flow", "zh")) == "受理")
  #expect(reading.source(reading.node("flow", "en")) == "\"Accept\\u0065d\"")
  #expect(reading.source(reading.node("flow", "list")) == "[ 1, 二 ]")
  #expect(reading.source(reading.node("flow", "list", "1")) == "二")
  let empty = view[reading.node("empty")]
  #expect(empty.kind == .null && empty.range.isEmpty)
  #expect(reading.file.text(in: SourceRange(empty.range.start - 6, empty.range.start)) == "empty:")
  #expect(reading.source(reading.node("list")) == ["- a", "- b: c", "  d: e"].joined(separator: lineBreak))
  #expect(reading.source(reading.node("list", "1")) == ["b: c", "  d: e"].joined(separator: lineBreak))
  #expect(reading.source(reading.node("alias")) == "12")
  #expect(reading.trees[0].aliasRange(of: reading.node("alias")).map { reading.file.text(in: $0) } == "*a")
  #expect(view.string(reading.node("alias")) == "12" && view.kind(reading.node("alias")) == .string)
  #expect(reading.source(reading.node("last")) == "末")
  #expect(reading.source(.root).hasPrefix("name") && reading.source(.root).hasSuffix("last: 末"))
  checkPlaces(view, reading.file)
}

@Test func documentsPartTheFile() {
  let text = "# 前言\n---\nname: 一\n...\n# 二\n---\n---\nname: 三\nlist:\n  - 四\n---\n# nothing\n"
  let reading = Reading(text)
  #expect(reading.diagnostics.isEmpty)
  #expect(reading.documents.map(\.index) == [0, 1])
  #expect(reading.documents.map { reading.file.text(in: $0.range) }[0] == "# 前言\n---\nname: 一\n...")
  #expect(reading.file.text(in: reading.documents[1].range).hasSuffix("name: 三\nlist:\n  - 四\n"))
  #expect(reading.source(reading.node("list", "0", document: 1), document: 1) == "四")
  #expect(reading.documents.map { $0.isUsable } == [true, true])
}

@Test func blockScalarsEndAtTheirLastContentLine() {
  let reading = Reading("a: |+\n  x  \n\n\nb: >2\n   y\nc: |\nd: |  # note\n\n  z\n  \n   \ne: >-\n\n")
  #expect(reading.diagnostics.isEmpty)
  let sources = ["a", "b", "c", "d", "e"].map { reading.source(reading.node($0)) }
  #expect(sources == ["|+\n  x  ", ">2\n   y", "|", "|  # note\n\n  z", ">-"])
}

@Test func emptyValuesStandAfterTheirColonOrKey() {
  let reading = Reading("{a, b: , c}\n")
  let view = reading.trees[0].view
  let offsets = view.entries(.root).map { Int(view[$0.value].range.start) }
  #expect(offsets == [2, 6, 10])
  let dash = Reading("- \n- x\n")
  #expect(dash.trees[0].view[dash.node("0")].range == SourceRange(1, 1))
}

@Test func plainScalarsFollowTheCoreSchema() {
  let text = """
    [null, ~, Null, nULL, true, FALSE, yes, 12, -3, +4, 000131, 0o17, 0x1F, 0X1F, 1.5, .5, 1., 1e3, -.inf, .NaN,
     9223372036854775807, 9223372036854775808, -9223372036854775808, 9:00, 1.2.3, -, +, ., 0o8, 1e, 2021-01-01, 0x]
    """
  let reading = Reading(text)
  let expected =
    "[null,null,null,\"nULL\",true,false,\"yes\",12,-3,4,131,15,31,\"0X1F\",1.5,0.5,1.0,1000.0,-inf,nan,"
    + "9223372036854775807,9.223372036854776e+18,-9223372036854775808,\"9:00\",\"1.2.3\",\"-\",\"+\",\".\",\"0o8\","
    + "\"1e\",\"2021-01-01\",\"0x\"]"
  #expect(reading.trees.map { json($0.view) } == [expected])
  #expect(reading.trees[0].view.string(reading.node("10")) == "000131")
}

@Test func tagsOfYAMLAreHonoured() {
  let reading = Reading("[!!str 12, ! 13, !!int \"4\", !!float 3, !!null '', !!bool \"true\", !mine 7, !!int x]")
  #expect(reading.trees.map { json($0.view) } == ["[\"12\",\"13\",4,3.0,null,true,7,\"x\"]"])
  #expect(reading.marked == ["yaml-tag <!mine>", "yaml-tag <!!int>"])
  #expect(reading.documents[0].isUsable)
}

@Test func propertiesStayOutsideRanges() {
  let reading = Reading("a: !!map &m # note\n  &k k: &v [1]\n&e : x\nb: &n\nc: ! 12\n")
  let view = reading.trees[0].view
  #expect(reading.diagnostics.isEmpty)
  #expect(reading.source(reading.node("a")) == "k: &v [1]")
  #expect(reading.source(reading.node("a", "k")) == "[1]")
  #expect(view.entries(.root).map { view.string($0.key) } == ["a", "", "b", "c"])
  #expect(view[reading.node("b")].range.isEmpty)
  #expect(view.kind(reading.node("c")) == .string)
  checkPlaces(view, reading.file)
}

@Test func diagnosticsUnderlineTextOfTheFile() {
  let root = ProcessInfo.processInfo.environment["GUIDELINT_CONFORMANCE"] ?? "../shared/conformance"
  for (id, text) in YAMLSuite.texts(directory: root + "/yaml") {
    let reading = Reading(text)
    for diagnostic in reading.diagnostics {
      #expect(Int(diagnostic.range.end) <= reading.file.bytes.count, "\(id)")
      #expect(reading.file.bytes.isEmpty || !diagnostic.range.isEmpty, "\(id)")
    }
  }
}
