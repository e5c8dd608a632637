import Testing

@testable import Rules

/// Drops materials that are called X.
private let dropping = RuleFixture([
  "r": """
  for: ServiceItem
  select: $.materials[*]
  require: this.name.zh != 'X'
  fix: {title: {zh: 删, en: drop}, applicability: safe, remove: element}
  """
])

/// Drops fields that say X.
private let clearing = RuleFixture([
  "r": """
  for: ServiceItem
  select: ['$.plainName.zh', '$.access.*.zh', '$.materials[*].note.zh', '$.quota.zh']
  require: this != 'X'
  fix: {title: {zh: 删, en: drop}, applicability: safe, remove: field}
  """
])

/// Asks for fees and for a way to complain.
private let completing = RuleFixture([
  "fees": """
  for: ServiceItem
  require: has(item.fees)
  fix:
    title: {zh: 补, en: add}
    applicability: suggestion
    insert: {key: fees, stub: {zh: '[]', en: '[]'}}
  """,
  "consultation": """
  for: ServiceItem
  require: item.?contacts.?consultation.hasValue()
  fix:
    title: {zh: 补, en: add}
    applicability: suggestion
    insert: {key: contacts.consultation, stub: {zh: 号码, en: number}}
  """,
  "complaint": """
  for: ServiceItem
  require: item.?contacts.?complaint.hasValue()
  fix:
    title: {zh: 补, en: add}
    applicability: suggestion
    insert: {key: contacts.complaint, stub: {zh: "- {phone: 号码}", en: "- {phone: number}"}}
  """,
])

private func check(_ fixture: RuleFixture, _ before: String, _ after: String) {
  for (input, expected) in zip(RuleFixture.variants(before), RuleFixture.variants(after)) {
    let found = fixture.fixed(input)
    #expect(found.utf8.elementsEqual(expected.utf8), "\(before)→ \(found.debugDescription)")
    #expect(fixture.fix(found).files.isEmpty, "a second run changes \(found)")
  }
}

private let head = "kind: ServiceItem\nid: a\n"

@Test func elementsGoWithTheirComments() {
  check(
    dropping,
    head
      + "materials:\n  # 甲的说明\n  - name: 甲\n    # 甲之下\n  # X 的说明\n  - name: X   # 行尾\n    copies: 1\n    # X 之下\n  # 乙的说明\n  - name: 乙\n",
    head + "materials:\n  # 甲的说明\n  - name: 甲\n    # 甲之下\n  # 乙的说明\n  - name: 乙\n")
  check(dropping, head + "materials:\n- name: X\n- name: 甲\nquota: 一\n", head + "materials:\n- name: 甲\nquota: 一\n")
  check(dropping, head + "materials:\n  - name: 甲\n  - name: X", head + "materials:\n  - name: 甲\n")
  check(dropping, head + "materials:\n  -\n    name: X\n  - name: 甲\n", head + "materials:\n  - name: 甲\n")
  check(
    dropping, head + "materials:\n  - name: X\n    note: |\n      一\n\n      二\n  - name: 甲\n",
    head + "materials:\n  - name: 甲\n")
}

@Test func anEmptiedListIsWrittenAsEmpty() {
  check(dropping, head + "materials:   # 材料\n  - name: X\nquota: 一\n", head + "materials: []   # 材料\nquota: 一\n")
  check(dropping, head + "materials:\n  - name: X\n\n  - name: X\n\n  # 注\n  - name: X\n", head + "materials: []\n\n\n")
  check(dropping, head + "materials: [{name: X}, {name: X}]\n", head + "materials: []\n")
  check(dropping, head + "materials: [ {name: X}, ]  # 材料\n", head + "materials: []  # 材料\n")
}

@Test func elementsBetweenBracketsGoWithOneComma() {
  check(dropping, head + "materials: [{name: X}, {name: 甲}]\n", head + "materials: [{name: 甲}]\n")
  check(dropping, head + "materials: [{name: 甲}, {name: X}]\n", head + "materials: [{name: 甲}]\n")
  check(
    dropping, head + "materials: [{name: 甲},\n  {name: X},\n  {name: 乙}]\n",
    head + "materials: [{name: 甲},\n  {name: 乙}]\n")
}

@Test func whatDoesNotStandAloneIsLeft() {
  for text in [
    "materials:\n  - &x\n    name: X\n  - name: 甲\n", "materials: [{name: 甲}, &x {name: X}]\n",
    "materials: [{name: 甲}, # 注\n  {name: X}]\n", "materials: &m\n  - name: X\n",
    "questions: [&m {id: q, ask: 问}]\nmaterials:\n  - {name: 甲, when: {q: true}}\n",
  ] {
    #expect(dropping.fix(head + text).files.isEmpty, "\(text)")
  }
}

@Test func fieldsGoWithTheirComments() {
  check(clearing, head + "# 说明\nplainName: X   # 行尾\nquota: 一\n", head + "quota: 一\n")
  check(clearing, head + "plainName:\n  zh: X\nquota: 一\n", head + "quota: 一\n")
  check(clearing, head + "access: {elderly: X, remote: 好}\n", head + "access: {remote: 好}\n")
  check(clearing, head + "access:\n  elderly: X\n  remote: X\nquota: 一\n", head + "quota: 一\n")
  check(clearing, head + "materials:\n  - note: X\n    name: 甲\n", head + "materials:\n  - name: 甲\n")
  #expect(clearing.fix(head + "plainName: {zh: X, en: Y}\n").files.isEmpty)
}

@Test func stubsStandWhereTheSchemaHasTheField() {
  check(
    completing,
    head
      + "name: 许可\nmaterials:\n  - name: 甲\n    # 甲之下\n# 结果的说明\nresults: []\ncontacts:\n  consultation: {phone: 1}\n",
    head
      + "name: 许可\nmaterials:\n  - name: 甲\n    # 甲之下\n# fees: []\n# 结果的说明\nresults: []\ncontacts:\n  consultation: {phone: 1}\n  # complaint:\n  #   - {phone: 号码}\n"
  )
  check(
    completing, head + "name: 许可",
    head + "name: 许可\n# fees: []\n# contacts:\n#   consultation: 号码\n#   complaint:\n#     - {phone: 号码}")
  #expect(completing.fix("{kind: ServiceItem, id: a}\n").files.isEmpty)
}
