import Testing

@testable import JSONSchema

@Suite struct PatternTests {
  static let patterns = [
    "^x-", "^[a-z0-9][a-z0-9-]*$", "^[0-9]{2,3}$", "^a?b+c*$", "^a*b", "^受理", "^\\d{4}-\\d{2}$", "^[-a-c.]+x",
    "^a{2,}$",
    "^ab?", "^$", "^", "^[a-c]{0,2}d$", "^a*a$", "^(a|b)$", "^a|b$", "^.x$", "^[^a]$", "^a+?$", "^x{,2}$", "^a{+2}$",
  ]
  static let texts = [
    "", "x", "x-", "x-y", "a", "aa", "aaa", "b", "ab", "abc", "bcc", "aab", "d", "abd", "abcd", "12", "123", "1234",
    "2026-01", "2026-011", "受理", "受理了", "受", "a-b.x", "-x", "ax\n", "ab-9", "é", "x{,2}", "a{+2}", "A",
  ]

  @Test func stepsOverBytesMeanWhatTheEngineMeans() throws {
    for source in Self.patterns {
      let fast = try SchemaPattern(source)
      // A group is enough to need the engine.
      let engine = try SchemaPattern("(?:" + source + ")")
      for text in Self.texts {
        var text = text
        let (left, right) = text.withUTF8 { (fast.matches($0), engine.matches($0)) }
        #expect(left == right, "\(source) on \(text)")
      }
    }
    #expect(SimplePattern("^[a-z0-9][a-z0-9-]*$") != nil)
    #expect(SimplePattern("^x-") != nil)
    #expect(SimplePattern("^a*a$") == nil)
  }

  /// pattern, text that matches, text that does not
  static let translations = [
    ("^\\p{Letter}+$", "受理é", "1"), ("^\\P{L}$", "1", "a"), ("^[\\p{Script=Han}]+$", "受理", "a"),
    ("^\\u53d7$", "受", "理"), ("^\\uD83D\\uDC32$", "🐲", "🐱"), ("^\\u{1F432}$", "🐲", "🐱"), ("^\\cJ$", "\n", "J"),
    ("^\\s$", "\u{3000}", "x"), ("^[\\S]$", "x", "\u{A0}"), ("^.$", "🐲", "\u{2028}"), ("^[^]$", "\n", ""),
    ("[]|b", "b", "a"),
    ("^\\/\\-\\_$", "/-_", "/-"), ("^[[]$", "[", "x"), ("^(?<year>\\d{4})$", "2026", "26"), ("^a{$", "a{", "a"),
    ("^\\x41\\0?$", "A", "B"), ("^a]}$", "a]}", "a"), ("a$", "ba", "a\n"),
  ]

  @Test func patternsOfECMA262KeepTheirMeaning() throws {
    for (source, yes, no) in Self.translations {
      let pattern = try SchemaPattern(source)
      var (yes, no) = (yes, no)
      #expect(yes.withUTF8 { pattern.matches($0) }, "\(source) on \(yes)")
      #expect(!no.withUTF8 { pattern.matches($0) }, "\(source) on \(no)")
    }
  }
}
