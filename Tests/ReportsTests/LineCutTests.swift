import SourceText
import Testing

@testable import Reports

@Suite struct LineCutTests {
  private func cut(_ text: String, _ range: SourceRange) -> (before: String, marked: String, after: String) {
    let file = LocatedFile(SourceFile(path: "f", bytes: Array(text.utf8)))
    let cut = LineCut(of: range, in: file)
    func part(_ range: Range<Int>) -> String { String(decoding: file.source.bytes[range], as: UTF8.self) }
    return (
      (cut.isCutLeft ? "…" : "") + part(cut.shown.lowerBound..<cut.marked.lowerBound), part(cut.marked),
      part(cut.marked.upperBound..<cut.shown.upperBound) + (cut.isCutRight ? "…" : "")
    )
  }

  @Test func shortLinesAreWhole() {
    let text = "a: 1\n    - name: 营业执照  \nb: 2"
    #expect(cut(text, SampleReport.range(of: "营业执照", in: text)) == ("- name: ", "营业执照", ""))
    #expect(cut(text, SourceRange(5, 9)) == ("", "    ", "- name: 营业执照"))
    #expect(cut("\u{FEFF}id: x", SourceRange(7, 8)) == ("id: ", "x", ""))
    #expect(cut("", SourceRange(0, 0)) == ("", "", ""))
    #expect(cut("ab", SourceRange(90, 99)) == ("ab", "", ""))
    #expect(cut("a: b\r\nc", SourceRange(3, 7)) == ("a: ", "b", ""))
  }

  @Test func longLinesAreCutAroundTheMark() {
    let many = String(repeating: "材", count: 200)
    let text = many + "错" + many
    let middle = cut(text, SampleReport.range(of: "错", in: text))
    #expect(middle == ("…" + String(repeating: "材", count: 24), "错", String(repeating: "材", count: 47) + "…"))
    let all = cut(many, SourceRange(0..<600))
    #expect(all == ("", String(repeating: "材", count: 72), "…"))
    let end = cut(many + "错", SampleReport.range(of: "错", in: many + "错"))
    #expect(end == ("…" + String(repeating: "材", count: 71), "错", ""))
  }

  @Test func anyBytesAndAnyRange() {
    var state: UInt64 = 11
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = ["a", "表", "😀", "e\u{301}", "\t", "\n", "\r", " ", "\u{FEFF}", "   "]
    for _ in 0..<600 {
      var bytes: [UInt8] = []
      for _ in 0..<random(400) {
        if random(6) == 0 { bytes.append(UInt8(random(256))) } else { bytes += pieces[random(pieces.count)].utf8 }
      }
      let start = random(bytes.count + 3)
      let range = SourceRange(start..<start + random(90))
      let file = LocatedFile(SourceFile(path: "f", bytes: bytes))
      let cut = LineCut(of: range, in: file)
      #expect(cut.shown.lowerBound <= cut.marked.lowerBound && cut.marked.upperBound <= cut.shown.upperBound)
      #expect(cut.shown.count <= 4 * 72 && cut.shown.upperBound <= bytes.count)
      #expect(!SampleReport.render(SampleReport.single(bytes, range), as: .html).isEmpty)
    }
  }
}
