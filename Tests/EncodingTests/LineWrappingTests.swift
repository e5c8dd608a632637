import Testing

@testable import Encoding

@Suite struct LineWrappingTests {
  @Test func breaks() {
    let cases: [(String, Int, [String])] = [
      ("", 10, []),
      ("   ", 10, []),
      ("the quick brown fox", 10, ["the quick", "brown fox"]),
      ("申请人要提交材料", 8, ["申请人要", "提交材料"]),
      // A comma is not left to begin a line: the character before it goes along.
      ("申请人要，提交", 8, ["申请人", "要，提交"]),
      ("他说“申请”了", 6, ["他说", "“申请”", "了"]),
      ("依据《条例》（一）", 8, ["依据《条", "例》", "（一）"]),
      ("按guidelint的要求", 8, ["按", "guidelint", "的要求"]),
      ("约占 50% 以上", 6, ["约占", "50% 以", "上"]),
      ("共2,000.50元。", 9, ["共", "2,000.50", "元。"]),
      ("一行\n二行\n\n四行\n", 10, ["一行", "二行", "", "四行"]),
      (" a  \t b  ", 10, ["a    b"]),
      ("真的！！！！！！", 6, ["真", "的！！！！！！"]),
      ("don’t stop", 6, ["don’t", "stop"]),
      ("\u{1B}[2J办", 10, ["␛[2J办"]),
    ]
    for (text, width, lines) in cases {
      #expect(LineWrapping.lines(of: text, width: width) == lines, "\(text)")
    }
  }

  @Test func indentation() {
    #expect(LineWrapping.lines(of: "aaa bbb ccc", width: 8, first: 4, hanging: 2) == ["aaa", "bbb", "ccc"])
    #expect(LineWrapping.lines(of: "aaaa bbb", width: 8, first: 6, hanging: 2) == ["", "aaaa", "bbb"])
    #expect(LineWrapping.lines(of: "aaaa bb", width: 9, first: 6, hanging: 2) == ["", "aaaa bb"])
  }

  @Test func noLineIsWiderOrBeginsWithClosingPunctuation() {
    let text =
      "申请人（含法定代表人、经办人）应当在 20 个工作日内，向市场监督管理局“一窗受理”窗口提交《食品经营许可申请书》；"
      + "逾期未提交的，视为放弃。See https://example.org for the English guide, which is shorter: 3 pages."
    for width in 24...90 {
      let lines = LineWrapping.lines(of: text, width: width)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      for line in lines {
        #expect(DisplayWidth.of(line) <= width)
        #expect(!"，。、；：）》”.,:".contains(line.first ?? "，"))
        #expect(!"（《“".contains(line.last ?? "（"))
      }
    }
  }
}
