import Testing

@testable import Catalog

@Test func everyFormIsRead() {
  let forms: [(String, TimeLimit)] = [
    ("20 工作日", TimeLimit(20, .workingDays)), ("20工作日", TimeLimit(20, .workingDays)),
    ("20个工作日内", TimeLimit(20, .workingDays)), ("２０ 个工作日以内", TimeLimit(20, .workingDays)),
    ("二十个工作日", TimeLimit(20, .workingDays)), ("二十一工作日", TimeLimit(21, .workingDays)),
    ("一百零五日", TimeLimit(105, .bareDays)), ("一百二十天", TimeLimit(120, .bareDays)),
    ("一万零三十工作日", TimeLimit(10_030, .workingDays)), ("两小时", TimeLimit(2, .hours)),
    ("十五分钟", TimeLimit(15, .minutes)), ("15 分钟", TimeLimit(15, .minutes)), ("2 个小时", TimeLimit(2, .hours)),
    ("30 自然日", TimeLimit(30, .calendarDays)), ("30日历日", TimeLimit(30, .calendarDays)),
    ("30 calendar days", TimeLimit(30, .calendarDays)), ("5 年", TimeLimit(5, .years)),
    ("1 个月", TimeLimit(1, .months)), ("一个半月", TimeLimit(thousandths: 1500, .months)),
    ("半个工作日", TimeLimit(thousandths: 500, .workingDays)), ("半个月", TimeLimit(thousandths: 500, .months)),
    ("半年", TimeLimit(thousandths: 500, .years)), ("0.5 工作日", TimeLimit(thousandths: 500, .workingDays)),
    ("１．２５ 小时", TimeLimit(thousandths: 1250, .hours)), ("5 日", TimeLimit(5, .bareDays)),
    ("5天内", TimeLimit(5, .bareDays)),
    ("0 工作日", TimeLimit(0, .workingDays)), ("20 working days", TimeLimit(20, .workingDays)),
    ("1 Working Day", TimeLimit(1, .workingDays)), ("within 20 business days", TimeLimit(20, .workingDays)),
    ("Within twenty-one working days", TimeLimit(21, .workingDays)), ("fourteen days", TimeLimit(14, .bareDays)),
    ("a month", TimeLimit(1, .months)), ("half a working day", TimeLimit(thousandths: 500, .workingDays)),
    ("half an hour", TimeLimit(thousandths: 500, .hours)), ("three years", TimeLimit(3, .years)),
    ("within 15 minutes", TimeLimit(15, .minutes)), ("长期", .longTerm), ("长期有效", .longTerm), ("即办", .instant),
    ("当场", .instant), ("当日", .instant), ("当场办结", .instant), ("即来即办", .instant), ("instant", .instant), ("无", .none),
    ("none", .none), (" 3 工作日\u{3000}", TimeLimit(3, .workingDays)),
  ]
  for (text, limit) in forms { #expect(TimeLimit(text) == limit, "\(text)") }
}

@Test func otherTextIsNoLimit() {
  let texts = [
    "", " ", "尽快", "工作日", "20", "20 个", "3月", "3 月", "一二三日", "十百日", "20 工作日左右", "约 20 工作日", "-1 日", "1e3 日", "1..5 日",
    "1. 日", "0.0001 日", "99999999999 日", "无法定时限", "即办件", "working day", "half", "个工作日", "5 个年",
    "twenty one hundred days",
    "\u{FFFD}", String(repeating: "一", count: 500), String(repeating: "9", count: 90) + "日",
  ]
  for text in texts { #expect(TimeLimit(text) == nil, "\(text)") }
  for length in 0...4 {
    let broken = Array("二十个工作日".utf8).prefix(length)
    broken.withUnsafeBufferPointer { #expect(TimeLimit($0) == nil) }
  }
}

@Test func limitsCompareAsValues() throws {
  let order: [(String, String, Int?)] = [
    ("1 工作日", "8 小时", 0), ("1 工作日", "480 分钟", 0), ("5 工作日", "7 自然日", 0), ("1 个月", "30 自然日", 0), ("1 年", "12 个月", 0),
    ("20 工作日", "1 个月", -1), ("22 工作日", "1 个月", 1), ("即办", "1 分钟", -1), ("即办", "0 工作日", 0), ("长期", "100 年", 1),
    ("长期", "长期", 0), ("无", "无", nil), ("无", "1 工作日", nil), ("长期", "无", nil), ("5 日", "7 日", -1), ("5 日", "5 日", 0),
    // Bare days: 7 are 5 or 7 working days.
    ("7 日", "4 工作日", 1), ("7 日", "5 工作日", nil), ("7 日", "6 工作日", nil), ("7 日", "8 工作日", -1), ("7 日", "7 自然日", nil),
    ("7 日", "长期", -1), ("7 日", "即办", 1), ("0 日", "即办", 0), ("30 日", "1 个月", nil), ("20 日", "1 年", -1),
  ]
  for (left, right, expected) in order {
    let first = try #require(TimeLimit(left))
    let second = try #require(TimeLimit(right))
    #expect(TimeLimit.compare(first, second) == expected, "\(left) \(right)")
    #expect(TimeLimit.compare(second, first) == expected.map { -$0 }, "\(right) \(left)")
  }
  let most = TimeLimit(.max, .years)
  #expect(TimeLimit.compare(most, TimeLimit(1, .minutes)) == 1)
  #expect(TimeLimit.compare(most, most) == 0)
}

@Test func sumsKeepTheirUnitWhereTheyCan() throws {
  func sum(_ texts: String...) throws -> TimeLimit {
    try texts.reduce(TimeLimit.none) { $0 + (try #require(TimeLimit($1))) }
  }
  #expect(try sum("0.5 工作日", "1 工作日") == TimeLimit(thousandths: 1500, .workingDays))
  #expect(try sum("即办", "2 小时", "无") == TimeLimit(2, .hours))
  #expect(try sum("即办", "即办") == .instant)
  #expect(try sum("1 工作日", "长期") == .longTerm)
  let mixed = try sum("1 工作日", "4 小时")
  #expect(TimeLimit.compare(mixed, TimeLimit(thousandths: 1500, .workingDays)) == 0)
  #expect(mixed.describe(inChinese: true) == "1.5 工作日")
  let open = try sum("1 工作日", "3 日", "2 日")
  #expect(open.describe(inChinese: true) == "1 工作日加 5 日")
  #expect(open.describe(inChinese: false) == "1 working day and 5 days")
  #expect(TimeLimit.compare(open, TimeLimit(6, .workingDays)) == nil)
  #expect(TimeLimit.compare(open, TimeLimit(7, .workingDays)) == -1)
  #expect(try sum("999999999 年", "1 日") == .longTerm)
}

@Test func limitsAreDescribedInBothLanguages() throws {
  let words: [(String, String, String)] = [
    ("二十个工作日", "20 工作日", "20 working days"), ("1 working day", "1 工作日", "1 working day"),
    ("半个月", "0.5 个月", "0.5 months"), ("1.25 小时", "1.25 小时", "1.25 hours"), ("3天", "3 日", "3 days"),
    ("0.005 年", "0.005 年", "0.005 years"), ("当场", "即办", "instant"), ("长期有效", "长期", "long-term"), ("无", "无", "none"),
    ("15分钟", "15 分钟", "15 minutes"), ("30 自然日", "30 自然日", "30 calendar days"),
  ]
  for (text, zh, en) in words {
    let limit = try #require(TimeLimit(text))
    #expect(limit.describe(inChinese: true) == zh)
    #expect(limit.describe(inChinese: false) == en)
    #expect(TimeLimit(bits: limit.bits).form == limit.form)
  }
}

@Test func reductionsAreAbsentWhereUnitsForbidThem() throws {
  func reduction(_ from: String, _ to: String) throws -> Double? {
    TimeLimit.reduction(from: try #require(TimeLimit(from)), to: try #require(TimeLimit(to)))
  }
  #expect(try reduction("20 工作日", "5 工作日") == 75)
  #expect(try reduction("20 日", "10 日") == 50)
  #expect(try reduction("7 自然日", "5 工作日") == 0)
  #expect(try reduction("20 日", "10 工作日") == nil)
  #expect(try reduction("20 日", "即办") == 100)
  #expect(try reduction("无", "10 工作日") == nil)
  #expect(try reduction("即办", "10 工作日") == nil)
  #expect(try reduction("10 工作日", "20 工作日") == -100)
}
