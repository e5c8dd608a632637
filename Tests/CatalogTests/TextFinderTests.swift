import Testing

@testable import Catalog

/// What a finder finds, in place: `⟦…⟧` around each match.
private func marked(_ text: String, _ finder: TextFinder, script: ChineseScript? = nil) -> String {
  var bytes: [UInt8] = []
  let written = Array(text.utf8)
  var last = 0
  for match in written.withUnsafeBufferPointer({ finder.matches(in: $0, script: script) }) {
    bytes += written[last..<match.lowerBound] + Array("⟦".utf8) + written[match] + Array("⟧".utf8)
    last = match.upperBound
  }
  return String(decoding: bytes + written[last...], as: UTF8.self)
}

/// Checks texts that show their own matches.
private func check(_ texts: [String], _ finder: TextFinder, script: ChineseScript? = nil) {
  for text in texts {
    let plain = text.filter { $0 != "⟦" && $0 != "⟧" }
    #expect(marked(plain, finder, script: script) == text)
  }
}

@Test func garbledTextIsFoundSpotBySpot() {
  check(
    [
      "大連市旅順口區⟦(qū)⟧：“一把手”體驗⟦(yàn)⟧員“體”出真感受",
      "引導他來到窗口按照工作程序⟦?yàn)⟧樗辦理", "日⟦?qǐng)⟧?》", "設⟦（shè）⟧施", "綠⟦(lǜ)⟧色", "風⟦(fēnɡ)⟧",
      "解決問題更貼心⟦?!⟧甭庙樋趨^⟦(qū)⟧紀委", "他說“行”⟦!?⟧甘願", "作風⟦(fēng)?!⟧崩顕d說",
      "材料⟦\u{FFFD}\u{FFFD}⟧齐全", "营业⟦\u{1}⟧执照⟦\u{7F}⟧", "⟦\u{E5E5}⟧登记", "顺序⟦\u{202E}⟧反了",
      "⟦锟斤拷⟧", "⟦烫烫烫⟧烫", "⟦屯屯屯⟧", "申请书⟦锛⟧屾", "⟦å¼€åº—⟧", "M⟦Ã¼⟧ller",
    ], .garbled)
}

@Test func soundTextIsNotGarbled() {
  check(
    [
      "阿卜杜拉·买买提（Café 类）", "3×4 米，5°C，±2", "bàn shuì tīng", "办税厅(hall)", "（一）", "(é)", "真的不用到场吗?!是的",
      "请问（?）", "什么?", "第一行\n第二行\t第三列", "CAFÉ", "重(chóngqìngshì)庆", "银行（ATM）", "",
    ], .garbled)
}

@Test func minorityScriptIsFoundInRuns() {
  check(
    [
      "居民身份⟦證⟧", "⟦臨時占用城市道路審⟧批表", "经办人⟦報告書⟧", "⟦營業執照變⟧更，⟦報⟧告",
      "陳曉明", "联系人：張三", "由香港會計師公會出具", "澳門財政局、臺灣居民、港澳辦", "营业执照",
    ], .otherScript, script: .traditional)
  check(["申請書，并附⟦营业执⟧照", "營業執照"], .otherScript, script: .simplified)
  check(["居民身份證，报告"], .otherScript, script: nil)
}

@Test func scriptsAreCountedAndConverted() {
  func count(_ text: String) -> [Int] {
    let count = Array(text.utf8).withUnsafeBufferPointer { ChineseScript.count(in: $0) }
    return [count.simplified, count.traditional]
  }
  #expect(count("营业执照") == [3, 0])
  #expect(count("營業執照") == [0, 3])
  #expect(count("身份證 and 报告") == [1, 1])
  // 著, 后 and 乾 are in use in both scripts.
  #expect(count("著作权皇后乾隆") == [1, 0])
  let traditional = ChineseScript.traditionalScalars.map(\.lowerBound)
  #expect(Set(traditional).count == traditional.count)
  let words = [("營業執照變更", "营业执照变更"), ("身份证", "身份證"), ("abc 一", "abc 一")]
  for (text, other) in words {
    let converted = Array(text.utf8).withUnsafeBufferPointer { ChineseScript.converted($0) }
    #expect(String(decoding: converted, as: UTF8.self) == other)
  }
}

@Test func halfWidthMarksAreFoundBetweenChineseCharacters() {
  check(
    [
      "申请书⟦,⟧营业执照⟦;⟧注意⟦:⟧原件⟦!⟧复印⟦?⟧", "如下⟦:⟧\n一", "《章程》⟦,⟧一份", "身份证⟦(⟧原件⟦)⟧", "⟦(⟧一⟦)⟧公司",
      "9:00-12:00", "https://a.cn/?b=1;c", "A:1,2(3)", "GB/T 15834 (2011)", "周一:9点", "打开 Reader(PDF)", "副本)", "(副本",
      "（副本)", "(副本）", "1) 申请书", "(a\n字)", ",开头", "abc,",
    ], .halfWidthMark)
}

@Test func longSentencesAreFoundWithoutTheirStops() {
  let forty = String(repeating: "字", count: 40)
  check(
    [
      "", forty + "。", "⟦\(forty)字⟧。", "短。 ⟦\(forty)，\(forty)⟧！", "⟦字 \(forty)⟧ \n\(forty)；\(forty)？⟦\(forty)a⟧;",
    ], .longSentence)
}

@Test func titlesOfLawsAreFound() {
  check(
    [
      "《⟦合同法⟧》第三条", "依照《中华人民共和国⟦物权法⟧》（2007年）和《 ⟦公司法⟧（2023年修订） 》", "⟦公司登记管理条例⟧", " 中华人民共和国⟦公司法⟧（2023年）", "合同法 ", "办理流程",
      "原《合同法》和《收养法》同时废止", "《婚姻法》（已废止）", "《继承法》（现已失效）", "《》", "《未完", "关于修改《⟦公司法⟧》的决定》",
    ], .lawTitle)
  check([String(repeating: "很长的条文", count: 20)], .lawTitle)
}

@Test func personalNumbersAreFound() {
  check(
    [
      "身份证⟦11010519491231002X⟧，⟦11010519491231002x⟧", "110105194912310021", "440524188001010014", "990105194912310023",
      "110105194913310021", "11440100007482575H", "A11010519491231002X", "11010519491231002", "1101051949123100２X",
    ], .identityNumber)
  check(
    [
      "⟦13812345678⟧", "拨打⟦19900001111⟧。", "12812345678", "138123456789", "A13812345678", "020-13812345678",
      "13812345678-1",
      "x=13812345678", "⟦13812345678⟧-", "⟦13812345678⟧.",
    ], .mobileNumber)
}
