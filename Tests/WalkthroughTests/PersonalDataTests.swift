import Diagnostics
import Rules
import Testing

@testable import Walkthrough

/// What is masked, and what stays.
@Suite struct PersonalDataTests {
  static let data = PersonalData(stated: ["咨询 0791-83986666", "13907911234（值班）"])

  @Test(
    arguments: [
      ("身份证110101199003077758。", "身份证[证件号码已遮盖]。"), ("号码 11010119900307775 8", "号码 [证件号码已遮盖]"),
      ("１１０１０１１９９００３０７７７５８", "[证件号码已遮盖]"), ("110101 19900307 7758", "[证件号码已遮盖]"),
      ("旧证110101900307775", "旧证[证件号码已遮盖]"), ("11010519491231002X和11010519491231002x", "[证件号码已遮盖]和[证件号码已遮盖]"),
      ("电话13800138000", "电话[电话已遮盖]"), ("138 0013 8000、138-0013-8001", "[电话已遮盖]、[电话已遮盖]"),
      ("+86 13800138000", "+[电话已遮盖]"), ("8613800138000", "[电话已遮盖]"), ("家里0791-86123456", "家里[电话已遮盖]"),
      ("手机：86123456", "手机：[电话已遮盖]"), ("护照E12345678", "护照[证件号码已遮盖]"), ("EA1234567", "[证件号码已遮盖]"),
      ("港澳证 C12345678", "港澳证 [证件号码已遮盖]"), ("卡号6222021234567890128", "卡号[银行卡号已遮盖]"),
      ("4111 1111 1111 1111", "[银行卡号已遮盖]"),
      ("申请人张三说没办成", "申请人张某说没办成"), ("申请人：李小明，等了两小时", "申请人：李某，等了两小时"), ("联系人 王五", "联系人 王某"),
      ("姓名：欧阳娜娜。", "姓名：欧阳某。"), ("姓名：欧阳", "姓名：欧阳"), ("当事人赵六被要求补材料", "当事人赵某被要求补材料"), ("申请人陈某某", "申请人陈某某"),
      ("applicant: Zhang San waited", "applicant: [name masked] waited"),
      ("群众刘芳13800138000", "群众刘某[电话已遮盖]"),
    ] as [(String, String)])
  func masked(text: String, expected: String) {
    let result = Self.data.mask(text)
    #expect(result.text == expected)
    #expect((result.count > 0) == (text != expected))
    // A second import finds nothing more.
    #expect(Self.data.mask(result.text).text == result.text)
  }

  @Test(arguments: [
    "打 12345 投诉", "0791-12345", "咨询0791-83986666没人接", "值班13907911234", "实施编码 11360100014600000X3440125001000",
    "统一社会信用代码 91360100MA35FQ8X7N", "2026-10-15 09:05", "9:00—12:00，13:30—17:00", "办件编号 202610150000123", "12—18 号窗口",
    "110101199003077759", "申请人需要提交身份证", "申请人马上就能办", "申请人方便", "群众高兴", "法定代表人身份证明", "联系人电话写错了", "申请人：以后再来",
    "1380013800", "138001380000", "A区12号", "1268号", "20 个工作日", "",
  ])
  func kept(text: String) {
    let result = Self.data.mask(text)
    #expect(result.text == text && result.count == 0)
  }

  @Test func aRecordIsMaskedWhole() {
    let phone = "13800138000"
    var record = WalkRecord(id: "a", document: DocumentName(kind: "ServiceItem", id: "a"))
    var line = WalkRecord.Line(id: "material.id")
    line.found = phone
    line.note = phone
    var contact = WalkRecord.Line(id: "contact.consultation.1.phone")
    contact.written = "0791-83986666"
    contact.found = "改为 0791-86123456"
    record.lines = [line, contact]
    record.extra = [WalkRecord.Extra(name: phone, note: phone)]
    var reply = WalkRecord.Reply(id: "ask.x")
    reply.note = phone
    record.answers = [reply]
    record.suggestions = [phone]
    record.evidence = [WalkRecord.Evidence(file: "a.jpg", caption: phone)]
    (record.place, record.cannot, record.hard, record.refused, record.conclusion) = (phone, phone, phone, phone, phone)
    record.masked = 1
    record.maskPersonalData(guide: nil)
    #expect(record.masked == 13)
    #expect(!record.yaml.contains(phone))
    #expect(record.lines[1].found == "改为 0791-86123456")
  }
}
