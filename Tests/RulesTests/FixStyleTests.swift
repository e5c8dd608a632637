import Testing

@testable import Rules

/// Replaces OLD in a plain name by the words of `quota`.
private let renaming = RuleFixture([
  "r": """
  for: ServiceItem
  select: $.plainName.zh
  require: '!this.contains("OLD")'
  fix:
    title: {zh: 改, en: rename}
    applicability: safe
    replace: this.replace('OLD', text(item.quota))
  """
])

/// A scalar, the word that OLD becomes, and the scalar afterwards.
private let scalars: [(before: String, word: String, after: String)] = [
  ("OLD文", "新", "新文"),
  ("OLD文   # 说明", "新", "新文   # 说明"),
  ("&a OLD文", "新", "&a 新文"),
  ("!!str OLD文", "新", "!!str 新文"),
  // What a plain scalar cannot hold gets quotes.
  ("OLD文", "'a: b'", "\"a: b文\""),
  ("OLD文", "'\"引\": \\'", "'\"引\": \\文'"),
  ("OLD", "'12'", "\"12\""),
  ("文OLD", "'的 #3'", "\"文的 #3\""),
  ("{zh: OLD文, en: x}", "'a,b'", "{zh: \"a,b文\", en: x}"),
  ("{zh: OLD文, en: x}", "新", "{zh: 新文, en: x}"),
  // Quotes stay, and what they ask for is escaped.
  ("'OLD''s'", "\"it's\"", "'it''s''s'"),
  ("\"OLD\\t文\"", "'say \"hi\" \\'", "\"say \\\"hi\\\" \\\\\\t文\""),
  ("\"OLD文\"", "新", "\"新文\""),
  // Blocks and folded lines keep their lines.
  ("|\n  第一行\n  OLD文\n  第三行", "新", "|\n  第一行\n  新文\n  第三行"),
  (">-\n  第一行\n  OLD文", "'a: b'", ">-\n  第一行\n  a: b文"),
  ("第一行\n  OLD文\n  第三行", "新", "第一行\n  新文\n  第三行"),
  ("\"第一行\n  OLD文\"", "新", "\"第一行\n  新文\""),
]

@Test func scalarsAreRewrittenInTheirStyle() {
  for (before, word, after) in scalars {
    func text(_ scalar: String) -> String { "kind: ServiceItem\nplainName: \(scalar)\n# 尾注\nquota: \(word)\n" }
    let variants = zip(RuleFixture.variants(text(before)), RuleFixture.variants(text(after)))
    for (input, expected) in variants {
      let found = renaming.fixed(input)
      #expect(found.utf8.elementsEqual(expected.utf8), "\(before) → \(found.debugDescription)")
      #expect(renaming.fix(found).files.isEmpty, "a second run changes \(found)")
    }
  }
}

@Test func whatNoEditKeepsIsLeftAlone() {
  for text in [
    // An escape, a fold inside the word, an alias.
    "kind: ServiceItem\nplainName: \"\\x4FLD\"\nquota: 新\n",
    "kind: ServiceItem\nplainName: \"文\\\n  OLD\"\nquota: \"\\u65B0\\nx\"\n",
    "kind: ServiceItem\nfaq:\n  - {question: &a OLD文, answer: 答}\nplainName: *a\nquota: 新\n",
  ] {
    #expect(renaming.fix(text).files.isEmpty, "\(text)")
  }
}

@Test func misspeltKeysAndTokensAreRespelt() {
  let none = RuleFixture([:])
  for (before, after) in [
    ("kind: ServiceItem\nid: a\n'vists': 1\n", "kind: ServiceItem\nid: a\n'visits': 1\n"),
    ("kind: ServiceItem\nid: a\ntype: licencing   # 许可\n", "kind: ServiceItem\nid: a\ntype: licensing   # 许可\n"),
    ("kind: ServiceItm\nid: a\n", "kind: ServiceItem\nid: a\n"),
    ("{kind: ServiceItem, id: a, \"matreials\": []}\n", "{kind: ServiceItem, id: a, \"materials\": []}\n"),
  ] {
    for (input, expected) in zip(RuleFixture.variants(before), RuleFixture.variants(after)) {
      #expect(none.fixed(input).utf8.elementsEqual(expected.utf8), "\(before)")
    }
  }
  for text in [
    // The right key is there already; the value does not fit the right key; a short name has too many neighbours.
    "kind: ServiceItem\nid: a\nvisits: 1\nvists: 2\n", "kind: ServiceItem\nid: a\nstep: 受理\n",
    "kind: ServiceItem\nid: a\nname: {cn: 许可}\n",
  ] {
    #expect(none.fix(text).files.isEmpty, "\(text)")
  }
}
