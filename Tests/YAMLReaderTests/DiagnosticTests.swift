import Diagnostics
import SourceText
import Testing
import YAMLReader

/// What each trap yields: the diagnostic's id and the text that it underlines.
@Test func trapsAreNamedAndPlaced() {
  let cases: [(String, [String])] = [
    ("", ["yaml-empty <>"]),
    ("# 只有注释\n", ["yaml-empty <# 只有注释>"]),
    ("---\n", ["yaml-empty <--->"]),
    ("a: 1\nb: 2\na: 3\n", ["yaml-duplicate-key <a>"]),
    ("? [x, y]\n: 1\nb: 2\n", ["yaml-complex-key <[x, y]>"]),
    ("name: {{ title }}\n", ["yaml-complex-key <{ title }>"]),
    ("steps:\n\t- a\n", ["yaml-tab <\t>"]),
    ("steps:\n  - a\n\t- b\n", ["yaml-tab <\t>"]),
    ("name：张三\nid: x\n", ["yaml-full-width-colon <：>"]),
    ("kind: x\nname：张三\nid: x\n", ["yaml-full-width-colon <：>"]),
    ("contacts:\n  phone：123\n", ["yaml-full-width-colon <：>"]),
    ("materials:\n  - name：申请表\n", ["yaml-full-width-colon <：>"]),
    ("name: 张三\n  phone：123\n", ["yaml-full-width-colon <：>"]),
    ("a: {name：申请表, form: x}\n", ["yaml-full-width-colon <：>"]),
    ("text:\n  - 电话：123\n", []),
    ("kind:ServiceItem\nid: x\n", ["yaml-syntax <:>"]),
    ("a:\n  name:x\n  id: y\n", ["yaml-syntax <:>"]),
    ("a: {zh: “受理”， en: “Acc”}\n", ["yaml-full-width-punctuation <“>"]),
    ("a: {zh: 受理， en: Acc}\n", ["yaml-full-width-punctuation <，>"]),
    ("a: {zh: “受理”}\n", ["yaml-full-width-punctuation <“>"]),
    ("a: {zh: “一件事”指南}\n", []),
    ("a: [natural-person， enterprise]\n", ["yaml-full-width-punctuation <，>"]),
    ("a: {name: 申请书，一式两份}\n", []),
    ("“name”: x\n", ["yaml-full-width-punctuation <“>"]),
    ("address: A座 #3 号窗\nb: 1\n", ["yaml-comment-cuts-text <#3 号窗>"]),
    ("limit: 1 工作日   # 1.5 days of steps\nname: x  # asked for twice\nb: y # z\n", []),
    ("a: \"x\n", ["yaml-syntax <\"x>"]),
    ("a: \"x\nb: \"y\"\n", ["yaml-syntax <\"x>"]),
    ("n: \"关于\"一件事\"的通知\"\n", ["yaml-syntax <一件事\"的通知\">"]),
    ("n: \"C:\\data\"\n", ["yaml-syntax <\\d>"]),
    ("a: [1, 2\nb: c\n", ["yaml-syntax <[>"]),
    ("a: {b: 1, c: 2\n", ["yaml-syntax <{>"]),
    ("a: {b: 1 c: 2}\n", ["yaml-syntax <: 2}>"]),
    ("a: *注意事项\n", ["yaml-syntax <*注意事项>"]),
    ("a: *note\n", ["yaml-unknown-alias <*note>"]),
    ("a: @办事\n", ["yaml-syntax <@办事>"]),
    ("a: %5\n", ["yaml-syntax <%5>"]),
    ("a: &：x\n", ["yaml-syntax <&：x>"]),
    ("a: - b\n", ["yaml-syntax <- b>"]),
    ("a: b: c\n", ["yaml-syntax <b: c>"]),
    ("a: x\n  b: c\n", ["yaml-syntax <b: c>"]),
    ("a:\n    b: 1\n  c: 2\n", ["yaml-syntax <c: 2>"]),
    ("a:\n  - b\n  c: d\n", ["yaml-syntax <c: d>"]),
    ("a: 1\n办事须知\nb: 2\n", ["yaml-syntax <办事须知>"]),
    ("a: > 5 天\n", ["yaml-syntax <> 5 天>"]),
    ("a: ]\n", ["yaml-syntax <]>"]),
    ("a: !！注意\n", ["yaml-syntax <!！注意>"]),
    ("? \n? \na: 1\n", ["yaml-duplicate-key <?>"]),
  ]
  for (text, expected) in cases {
    for prefix in ["", "# 🧾 前\n"] where !(prefix.isEmpty == false && text.isEmpty) {
      guard prefix.isEmpty || !expected.contains(where: { $0.hasPrefix("yaml-empty") }) else { continue }
      #expect(Reading(prefix + text).marked == expected, "\(prefix + text)")
    }
  }
}

@Test func severityFollowsWhetherTheKeyIsKnown() {
  let text = "contacts:\n  phone：123\n"
  #expect(Reading(text).diagnostics.map(\.severity) == [.warning])
  #expect(Reading(text, keys: ["phone"]).diagnostics.map(\.severity) == [.error])
}

@Test func firstValueOfADuplicateWins() {
  let reading = Reading("a: 1\nb: 2\na: 3\n", keys: ["a"])
  #expect(json(reading.trees[0].view) == #"{"a":1,"b":2}"#)
  #expect(reading.diagnostics[0].related.map(\.range) == [SourceRange(0, 1)])
  #expect(reading.diagnostics[0].range == SourceRange(10, 11))
  #expect(reading.documents.map(\.isUsable) == [false])
}

@Test func documentsBeforeASyntaxErrorRemain() {
  let reading = Reading("name: 一\n---\nname: 二\nlist: [a, {b: c\n---\nname: 三\n")
  #expect(reading.documents.map(\.isUsable) == [true, false])
  #expect(json(reading.trees[1].view) == #"{"name":"二","list":["a",{"b":"c"}]}"#)
  #expect(reading.diagnostics.count == 1)
}

@Test func otherEncodingsAreNamed() {
  let gb: [UInt8] = [0x6E, 0x3A, 0x20, 0xC9, 0xEA, 0xC7, 0xEB, 0xB1, 0xED, 0x0A]
  let cases: [([UInt8], String, SourceRange)] = [
    (gb, "GB18030", SourceRange(3, 4)),
    (Array("a: caf".utf8) + [0xE9, 0x0A], "E9", SourceRange(6, 7)),
    (Array("a: 办".utf8) + [0xFF, 0x0A], "FF", SourceRange(6, 7)),
    ([0xFF, 0xFE, 0x61, 0, 0x3A, 0], "UTF-16", SourceRange(0, 6)),
    ([0x61, 0, 0x3A, 0, 0x20, 0, 0x31, 0], "UTF-16", SourceRange(0, 8)),
    ([0x50, 0x4B, 3, 4, 0, 0, 0], "not a text file", SourceRange(0, 7)),
    (Array("a: x".utf8) + [7, 0x0A], "U+0007", SourceRange(4, 5)),
    (Array("a: 办\u{FEFF}x\n".utf8), "U+FEFF", SourceRange(6, 9)),
  ]
  for (bytes, word, range) in cases {
    let reading = Reading(bytes: bytes)
    #expect(reading.documents.isEmpty)
    #expect(reading.diagnostics.map(\.id) == ["yaml-encoding"], "\(word)")
    #expect(reading.diagnostics.first?.range == range, "\(word)")
    #expect(reading.diagnostics.first?.message.en.contains(word) == true, "\(word)")
  }
}
