import Testing

@testable import Catalog

/// What a text states in numbers, without what may be an idiom.
private func quantities(_ text: String) -> [String] {
  var text = text
  return text.withUTF8 { QuantityReader.read($0) }.items.filter { !$0.isDoubtful }.map(\.description)
}

/// The differences of two texts as `中文|English`, each with its own words.
private func differences(_ chinese: String, _ english: String) -> [String] {
  var (zh, en) = (chinese, english)
  let comparison = QuantityComparison(
    chinese: zh.withUTF8 { QuantityReader.read($0) }, english: en.withUTF8 { QuantityReader.read($0) })
  func words(_ text: String, _ quantity: Quantity?) -> String {
    guard let range = quantity?.range else { return "" }
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
  return comparison.differences.map { words(chinese, $0.chinese) + "|" + words(english, $0.english) }
}

@Test func quantitiesAreReadInBothLanguages() {
  let samples: [(text: String, expected: [String])] = [
    ("受理后二十个工作日内", ["20 working days"]), ("within 3-5 business days", ["3 working days", "5 working days"]),
    ("半个工作日", ["0.5 working days"]), ("half a working day", ["0.5 working days"]),
    ("０．５工作日", ["0.5 working days"]), ("30 个自然日", ["30 calendar days"]), ("十五日", ["15 days"]),
    ("一年半", ["18 months"]), ("one and a half years", ["18 months"]), ("6 个月", ["6 months"]),
    ("半年内", ["6 months"]), ("half a year", ["6 months"]), ("两周", ["14 days"]), ("two weeks", ["14 days"]),
    ("2小时", ["120 minutes"]), ("two hours and 30 minutes", ["120 minutes", "30 minutes"]),
    ("1.5万元", ["RMB 15000"]), ("RMB 15,000", ["RMB 15000"]), ("15,000 yuan", ["RMB 15000"]),
    ("￥１００", ["RMB 100"]), ("5至10万元", ["RMB 50000", "RMB 100000"]), ("5000至1万元", ["RMB 5000", "RMB 10000"]),
    ("RMB 50,000 to 100,000", ["RMB 50000", "RMB 100000"]), ("1.5 million yuan", ["RMB 1500000"]),
    ("百分之五十", ["50%"]), ("50 per cent", ["50%"]), ("fifty percent", ["50%"]), ("千分之五", ["0.5%"]),
    ("第三十七条、第三十八条第一款第（二）项", ["article 37", "article 38", "paragraph 1", "item 2"]),
    ("第三十七、三十八条", ["article 37", "article 38"]),
    ("Articles 37, 38 and 40, paragraph 1", ["article 37", "article 38", "article 40", "paragraph 1"]),
    ("一式两份", ["2 copies"]), ("in duplicate", ["2 copies"]), ("2 certified copies", ["2 copies"]),
    ("两次", ["2 times"]), ("twice", ["2 times"]), ("周一至周五", ["weekday 1", "weekday 5"]),
    ("周一至五", ["weekday 1", "weekday 5"]), ("Monday to Friday", ["weekday 1", "weekday 5"]),
    ("上午9:00—12:00，下午1:30至5点半", ["09:00", "12:00", "01:30", "05:30"]),
    ("9 am to 12.30 p.m.", ["09:00", "12:30"]), ("年满18周岁", ["age 18"]), ("18 years of age", ["age 18"]),
    ("200平方米", ["200 m²"]), ("200 square metres", ["200 m²"]), ("2024年5月1日", ["2024-05-01"]),
    ("二〇二四年五月一日", ["2024-05-01"]), ("1 May 2024", ["2024-05-01"]), ("May 1st, 2024", ["2024-05-01"]),
    ("2024-05-01", ["2024-05-01"]), ("1至6月", ["?-01-?", "?-06-?"]), ("1 to 5 May", ["?-05-01", "?-05-05"]),
    ("（0791）8674 1234", ["phone 79186741234"]), ("+86 791 8674-1234", ["phone 79186741234"]),
    ("400-123-4567", ["phone 4001234567"]), ("138 0000 1234", ["phone 13800001234"]), ("86741234", ["phone 86741234"]),
    ("one hundred and twenty days", ["120 days"]),
    ("twenty (20) working days", ["20 working days", "20 working days"]),
    ("two thousand five hundred yuan", ["RMB 2500"]),
    ("10 working days and 5 copies", ["10 working days", "5 copies"]),
  ]
  for (text, expected) in samples { #expect(quantities(text) == expected, "\(text)") }
}

@Test func idiomsAndNamesAreNoQuantities() {
  let samples = [
    "三证合一", "一件事一次办", "一窗通办", "第三方机构", "统一受理", "十分重要", "万一遗失", "一般情形", "最多跑一次", "五险一金", "百姓",
    "三五个工作日", "几个工作日", "十余日", "24小时自助服务区", "全年365天", "每周一次", "二次装修", "一次性告知", "第二代身份证", "三级甲等医院",
    "one-stop service", "a third-party body", "24-hour self-service", "onerous tenants", "A12 counter",
    "the first step",
    "https://example.cn/2024/05/20days", "1. Passport\n2. Form", "3D model", "double-sided", "成年人", "may apply", "八一路",
  ]
  for text in samples { #expect(quantities(text) == [], "\(text)") }
}

/// Pairs that say the same.
private let agreeing: [(zh: String, en: String)] = [
  ("自受理之日起20个工作日内办结。", "Decided within 20 working days of acceptance."),
  ("三个工作日内一次性告知。", "You are told everything at once within 3 working days."),
  ("二十日内作出决定。", "A decision is made within twenty days."),
  ("20日内作出决定。", "A decision is made within 20 working days."),
  ("半个工作日", "half a working day"), ("0.5 个工作日内推送", "forwarded within 0.5 working days"),
  ("依据第三十七条", "under Article 37"), ("第三十七条、第三十八条", "Articles 37 and 38"),
  ("收费1.5万元", "RMB 15,000 is charged."), ("收费1.5万元", "The fee is 15,000 yuan."),
  ("申请表一式两份", "Application form, two copies"), ("申请表一式两份", "Application form in duplicate"),
  ("一式三份", "in triplicate"), ("每年检查两次", "Inspected twice a year"),
  ("周一至周五 9:00-17:00", "Monday to Friday, 9:00 to 17:00"),
  ("周一至周五上午9:00—12:00，下午1:30—5:30", "Mon.–Fri. 9 am–12 noon, 1:30 pm–5:30 pm"),
  ("有效期3年", "valid for three years"), ("有效期一年", "valid for 12 months"), ("六个月内", "within half a year"),
  ("不超过一百二十日", "no more than one hundred and twenty days"),
  ("三证合一，当场办结。", "Three certificates in one, while you wait."),
  ("一件事一次办", "One thing, one visit"), ("到综合窗口（一窗）办理", "Apply at the one-stop counter"),
  ("由第三方机构出具", "Issued by a third party"), ("24小时自助服务区", "24-hour self-service area"),
  ("24小时开放", "Open around the clock"), ("十分抱歉", "We are very sorry"), ("万一遗失", "If it is lost"),
  ("身份证复印件1份", "A copy of the identity card"), ("原件、复印件各1份", "2 copies (one original, one copy)"),
  ("材料各两份", "Each document in duplicate"), ("双方签字", "Signed by both parties"), ("两人以上股东", "Two or more shareholders"),
  ("2024年5月1日起施行", "in force from 1 May 2024"), ("2024年5月", "May 2024"), ("每月15日前", "before the 15th of each month"),
  ("每月十五日前", "before the fifteenth day of each month"), ("（2019年修正）", "(as amended)"),
  ("国务院令第746号", "Decree of the State Council"), ("国办发〔2022〕32号", "Document No. 32 (2022) of the General Office"),
  ("电话：0791-86741234", "Telephone: +86 791 8674 1234"), ("热线12345", "hotline 12345"),
  ("咨询 86741234", "Ask at 0791-86741234"),
  ("年满18周岁", "aged 18 or over"), ("已满十八周岁", "at least 18 years of age"), ("成年人", "aged 18 or over"),
  ("年满18周岁", "adults"), ("建筑面积不超过200平方米", "no more than 200 square metres"), ("压减50%", "cut by half"),
  ("减半收取", "50% is charged"), ("打八折", "20% off"), ("百分之三十", "30 per cent"), ("提交5个问题的答案", "Answer five questions"),
  ("A1-A6 综合窗口", "General counters A1 to A6"), ("和平路 1 号", "1 Heping Road"), ("三楼大厅", "third-floor hall"),
  ("法定时限为营业执照 3 个工作日加许可证 20 个工作日", "The statutory limit adds 3 working days for the one licence and 20 for the other"),
  ("3至5个工作日", "three to five working days"), ("一周内", "within 7 days"), ("两周", "a fortnight"),
  ("每季度一次", "once every three months"),
  ("1、申请表；2、身份证。", "Application form; identity card."), ("30日内", "within one month"),
  ("二寸照片2张", "2 two-inch photographs"), ("第三类医疗器械", "Class III medical devices"),
  ("投资额100万元以上", "an investment of over one million yuan"),
  ("注册资本1亿元", "a registered capital of RMB 100 million"), ("每日罚款万分之五", "0.05% a day"),
  ("二十（20）个工作日", "twenty (20) working days"),
  ("60日内复议，6个月内诉讼", "Reconsideration within 60 days, litigation within six months"), ("五一假期", "the May Day holiday"),
  ("一天办结", "done within a day"), ("1至6月申报", "Filed from January to June"), ("同时携带原件", "Bring the original too"),
  ("1 个工作日", "1 day"), ("办理时限：1—2 天", "One or two days"), ("无偿，收费0元", "Free of charge"),
  ("2 年以上 5 年以下", "2 to 5 years"),
  ("至少提前30个工作日", "At least 30 working days before"), ("用 5MB 以内的 PDF 文件", "a PDF file of up to 5 MB"),
  ("20个工作日（不含听证）", "20 days, all of them working days"),
]

@Test func translationsThatSayTheSameAgree() {
  for (zh, en) in agreeing { #expect(differences(zh, en) == [], "\(zh) / \(en)") }
}

/// Pairs that differ, and how.
private let differing: [(zh: String, en: String, expected: [String])] = [
  ("20 工作日内办结", "Decided within 10 working days.", ["20 工作日|10 working days"]),
  ("三个工作日", "Five working days", ["三个工作日|Five working days"]),
  ("20个工作日", "20 days", ["20个工作日|20 days"]), ("5个工作日", "5 calendar days", ["5个工作日|5 calendar days"]),
  ("受理后5个工作日内办结", "Decided soon after acceptance.", ["5个工作日|"]),
  ("当场办结", "Decided within 3 working days.", ["|3 working days"]),
  ("1个工作日", "three working days", ["1个工作日|three working days"]),
  ("半个工作日", "two working days", ["半个工作日|two working days"]),
  ("有效期五年", "valid for three years", ["五年|three years"]), ("6个月", "six weeks", ["6个月|six weeks"]),
  ("收费1.5万元", "RMB 1,500", ["1.5万元|1,500"]), ("工本费5元", "A fee is charged.", ["5元|"]),
  ("不收费", "The fee is 20 yuan.", ["|20 yuan"]), ("压减50%", "cut by 60%", ["50%|60%"]),
  ("一式两份", "in triplicate", ["两份|triplicate"]), ("复印件2份", "Three copies", ["2份|Three copies"]),
  ("身份证复印件2份", "A copy of the identity card", ["2份|A copy"]), ("复印件2份", "Copies of the card", ["2份|"]),
  ("第三十七条", "Article 38", ["第三十七条|38"]), ("第37条和第38条", "Article 37", ["第38条|"]),
  ("每年两次", "three times a year", ["两次|three times"]),
  ("电话：0791-86741234", "Telephone 0791-86741243", ["0791-86741234|0791-86741243"]),
  ("周一至周五", "Monday to Saturday", ["周五|Saturday"]), ("9:00-17:00", "9:00 to 16:00", ["17:00|16:00"]),
  ("2024年5月1日", "1 June 2024", ["2024年5月1日|1 June 2024"]),
  ("年满18周岁", "at least 16 years of age", ["18周岁|16 years of age"]),
  ("不超过200平方米", "up to 300 square metres", ["200平方米|300 square metres"]),
  ("5号窗口", "Counter 6", ["5|6"]), ("3至5个工作日", "3 to 7 working days", ["5个工作日|7 working days"]),
  ("不超过一百二十日", "no more than one hundred and twelve days", ["一百二十日|one hundred and twelve days"]),
  ("三证合一，5个工作日", "Three certificates in one, 3 working days", ["5个工作日|3 working days"]),
  ("第（二）项", "item 3", ["第（二）项|3"]), ("回答五个问题，一次申报", "answer eight questions and file once", ["五个|eight"]),
  ("1 号窗口统一受理", "Counter 8 accepts everything", ["1|8"]), ("三项许可之和", "the six licences", ["三项|six"]),
  ("每天 8:00-20:00", "Daily 15:00-20:00", ["8:00|15:00"]), ("由12份减至5份", "from 12 copies to 6", ["5份|6"]),
  ("7个工作日", "one week", ["7个工作日|one week"]), ("收费50元", "RMB 5 to 60", ["50元|5", "|60"]),
]

@Test func translationsThatDifferSayWhere() {
  for (zh, en, expected) in differing { #expect(differences(zh, en) == expected, "\(zh) / \(en)") }
}

@Test func hostileTextIsReadToItsEnd() {
  let pieces = [
    "一", "9", "第", "（", "+", "百分之", "one hundred ", "RMB ", "周", "：", "半", "\u{FFFD}", "9999999999", "千", "Article ",
    "0791-",
    "million ", "2024年", "（0", "12月", ",", ".", "１",
  ]
  for first in pieces {
    for second in pieces {
      let text = String(repeating: first + second, count: 12)
      for item in quantities(text) { #expect(!item.isEmpty) }
      for cut in 0..<4 {
        let bytes = Array(text.utf8).dropLast(cut)
        let items = Array(bytes).withUnsafeBufferPointer { QuantityReader.read($0) }.items
        #expect(items.allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= bytes.count }, "\(first)\(second)")
      }
    }
  }
}

@Test func aTextWithTooManyNumbersSaysSo() {
  let text = Array(String(repeating: "5 日 ", count: 2500).utf8)
  let list = text.withUnsafeBufferPointer { QuantityReader.read($0) }
  #expect(list.isCut && list.items.count == QuantityList.maximumCount)
  #expect(text.withUnsafeBufferPointer { QuantityReader.read($0, upTo: .max) }.items.count == 2500)
}

@Test func amountsThatNobodyCountsToDoNotOverflow() {
  let pairs = [
    ("三天", "5 hundredthousandmillionbillion days"), ("5天", "3 hundredthousandmillionbillion days"),
    ("99999999千万亿年半", "5 years"), ("9千万亿岁", "5 months"), ("5天", "9千万亿个月"), ("9千万亿个月", "5 days"),
    ("9千万亿折", "5%"), ("9千万亿小时", "5 days"), ("5个工作日", "9千万亿分钟"), ("九千万亿平方公里", "5 million billion hectares"),
  ]
  for (zh, en) in pairs {
    #expect(differences(zh, en).count <= 2, "\(zh) / \(en)")
    #expect(differences(en, zh).count <= 2, "\(en) / \(zh)")
    #expect(differences(zh, zh) == [], "\(zh)")
  }
  #expect(quantities("注册资本1.5万亿元") == ["RMB 1500000000000"])
  #expect(quantities("9千万亿元") == ["RMB 5000000000000"])
  let units = [
    "岁", "个月", "年半", "天", "个工作日", "个自然日", "小时", "分钟", "周", "元", "%", "折", "平方公里", "吨", "条", "份", " years",
    " months", " days", " hours", " minutes", " working days", " percent", " copies", "",
  ]
  for left in units {
    for right in units { _ = differences("9千万亿" + left, "5 million billion" + right) }
  }
}
