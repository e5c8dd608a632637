import Testing

@testable import Encoding

@Suite struct DisplayWidthTests {
  @Test func columns() {
    let cases: [(String, Int)] = [
      ("", 0), ("abc", 3), ("办事指南", 8), ("（一）", 6), ("ｱｲｳ", 3), ("ＡＢ１", 6), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("e\u{301}", 1), ("“”…·—", 5), ("あア、。", 8), ("𠀀𰻝", 4), ("😀", 2), ("❤️", 2), ("❤", 1), ("☎️", 2), ("✅", 2),
      ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🧑‍⚖️", 2), ("🇨🇳", 2), ("①", 1), ("\u{200B}", 0), ("㎡", 2), ("°", 1), ("é", 1),
      ("a\u{200D}😀", 3), ("《条例》第3条", 13), ("☰", 1), ("〇", 2), ("々", 2), ("\u{3000}", 2),
    ]
    for (text, columns) in cases {
      #expect(DisplayWidth.of(text) == columns, "\(text)")
    }
  }

  @Test func whatSteersTheTerminalIsShown() {
    let cases: [(String, String)] = [
      ("普通 text 🧑‍⚖️", "普通 text 🧑‍⚖️"), ("\u{1B}[31m\u{7}", "␛[31m␇"), ("\u{7F}\u{85}\u{9B}2J", "␡<U+0085><U+009B>2J"),
      ("a\u{202E}b\u{2066}c\u{2069}", "a<U+202E>b<U+2066>c<U+2069>"),
      ("\u{200B}\u{FEFF}\u{2028}", "<U+200B><U+FEFF><U+2028>"),
      ("\u{E0041}", "<U+E0041>"), ("a\tb\n", "a␉b␊"), ("\u{0}", "␀"),
    ]
    for (text, shown) in cases {
      #expect(VisibleText.line(text) == shown)
    }
  }

  @Test func tablesLineUp() {
    let rows = [["方面", "规则", "n"], ["a", "1", "10,000"], ["编码与格式", "23", "4"]]
    #expect(
      ColumnTable.lines(rows, width: 80) == [
        "方面        规则       n", "a              1  10,000", "编码与格式    23       4",
      ])
    #expect(
      ColumnTable.lines(rows, width: 20) == [
        "方面       规则      n", "a             1 10,000", "编码与格式   23      4",
      ])
    #expect(ColumnTable.lines([], width: 20) == [])
  }
}
