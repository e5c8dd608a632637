import DataTree
import SourceText
import Testing
import YAMLReader

/// Finds the node at `a` and checks each character of its text against the source.
private func check(_ text: String, _ wanted: String? = nil, comment: String = "") {
  let reading = Reading(text)
  guard let tree = reading.trees.first else {
    Issue.record("unreadable: \(text)")
    return
  }
  let view = tree.view
  let id = reading.node("a")
  let value = Array(view.text(id))
  if let wanted { #expect(String(decoding: value, as: UTF8.self) == wanted, "\(text.debugDescription)") }
  let offsets = ScalarOffsets(id, in: view, source: reading.file)
  var last = Int(view[id].range.start)
  for (index, byte) in value.enumerated() {
    let offset = offsets.sourceOffset(index)
    #expect(offset >= last && offset <= Int(view[id].range.end), "\(text.debugDescription) at \(index)")
    last = offset
    guard offset < Int(view[id].range.end) else { continue }
    let source = reading.file.bytes[offset]
    // An escape begins with a backslash or a quote, a fold with a blank or a break.
    let isMapped = source == byte || [0x5C, 0x27, 0x20, 0x09, 0x0A, 0x0D, 0xE2, 0xC2].contains(source)
    #expect(isMapped, "\(text.debugDescription) at \(index)")
    if byte > 0x20, source > 0x20, source != 0x5C, source != 0x27 { #expect(source == byte) }
  }
}

@Test func everyStyleMapsBack() {
  let words = ["一", "a", "it's", "🧾", "x y", "b#c", "\\n", "“引”", "-", "中文 text"]
  var seed: UInt64 = 7
  func random(_ count: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(seed >> 33) % count
  }
  let blockGaps = ["\n", "\n\n", "\n\n\n", "\n  ", " \n", "  \n \n"]
  for round in 0..<3_000 {
    let lineBreak = ["\n", "\r\n", "\n"][round % 3]
    let indent = String(repeating: " ", count: 1 + random(3))
    var flow = "w"
    var block = "w"
    for _ in 0..<random(6) {
      flow +=
        [" ", "  ", "\n" + indent, " \n\n" + indent, "\n \n\n  " + indent][random(5)] + words[random(words.count)]
      let gap = blockGaps[random(blockGaps.count)]
      block += gap.replacingBreaks(with: "\n" + indent) + words[random(words.count)]
    }
    let single = "'" + flow.doubling("'") + [" ", ""][random(2)] + "'"
    let double =
      "\"" + flow.doubling("\\") + ["\\u4e2d\\x41\\U0001F9FE", "\\\n   x", "\\t\\\"\\_\\N\\L", ""][random(4)] + "\""
    let header = ["|", ">", "|-", ">-", "|+", ">+"][random(6)] + (random(4) == 0 ? String(indent.utf8.count) : "")
    let tail = ["\n", "\n\n", "\n\n\n"][random(3)]
    for text in ["a: \(flow)\n", "a: \(single)\n", "a: \(double)\n", "a: \(header)\n\(indent)\(block)\(tail)b: 1\n"] {
      let hasDash = text.contains("\n\(indent)- ")
      if hasDash { continue }
      check(text.replacingBreaks(with: lineBreak))
    }
  }
}

extension String {
  fileprivate func replacingBreaks(with lineBreak: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineBreak)
  }
  fileprivate func doubling(_ mark: Character) -> String {
    String(flatMap { $0 == mark ? [$0, $0] : [$0] })
  }
}

@Test func knownPlacesMapExactly() {
  let cases: [(String, String, String)] = [
    ("a: 一二\n  三四\nb: 1\n", "三四", "三四"),
    ("a: 一二\r\n\r\n  三四\r\n", "三四", "三四"),
    ("a: 'it''s 中'\n", "s 中", "s 中"),
    ("a: 'it''s 中'\n", "'s", "''s"),
    ("a: \"x\\u4e2d文\"\n", "中文", "\\u4e2d文"),
    ("a: \"x\\\n    文\"\n", "x文", "x\\\n    文"),
    ("a: |\n  一\n    二\n\n  三\n", "  二", "  二"),
    ("a: |\n  一\n    二\n\n  三\n", "三", "三"),
    ("a: >-\n  一\n  二\n\n  三\n", "一 二", "一\n  二"),
    ("a: >-\n  一\n  二\n\n  三\n", "三", "三"),
    ("a: |2-\n    一\n  二", "二", "二"),
    ("a: >\n  一\n   * 二\n  三\n", "* 二", "* 二"),
  ]
  for (text, part, source) in cases {
    let reading = Reading(text)
    let view = reading.trees[0].view
    let id = reading.node("a")
    let value = Array(view.text(id))
    let wanted = Array(part.utf8)
    let start = (0...max(0, value.count - wanted.count)).first { value[$0...].starts(with: wanted) }
    guard let start else {
      Issue.record("\(part) not in \(view.string(id))")
      continue
    }
    let offsets = ScalarOffsets(id, in: view, source: reading.file)
    #expect(reading.file.text(in: offsets.sourceRange(start..<start + wanted.count)) == source, "\(text)")
  }
}

@Test func mappedTextIsLibyamlsText() {
  let text = "a: \"x \\\n   y\n\n  z\\u4e2d\"\n"
  let reading = Reading(text)
  #expect(reading.trees[0].view.string(reading.node("a")) == "x y\nz中")
  check(text, "x y\nz中")
}
