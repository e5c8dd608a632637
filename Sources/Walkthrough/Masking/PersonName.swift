/// Names of persons behind words that announce one, such as 申请人 or “applicant”.
enum PersonName {
  /// Words that announce a name.
  private static let labels = [
    "申请人", "当事人", "姓名", "联系人", "经办人", "办事人", "办事群众", "法定代表人", "法人代表", "负责人", "代办人", "委托人",
    "代理人", "监护人", "申办人", "老人", "群众", "居民", "市民", "村民", "顾客",
  ].map { Array($0.unicodeScalars) }

  /// The same in English, in lower case; a colon has to follow.
  private static let englishLabels = ["applicant", "name", "contact", "agent", "client"].map {
    Array($0.unicodeScalars)
  }

  /// The surnames of nineteen in twenty Chinese.
  private static let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金\
    韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文赖庞樊兰殷施洪翟安倪颜牛温芦季俞章鲁\
    葛伍申尤毕聂焦齐梅庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪欧盛童祖游阮裴符甘
    """.unicodeScalars)

  /// Surnames of two characters.
  private static let compounds = Set(
    ["欧阳", "司马", "上官", "诸葛", "尉迟", "皇甫", "令狐", "慕容", "司徒", "夏侯", "东方", "公孙", "长孙", "宇文"]
      .map { Array($0.unicodeScalars) })

  /// What ends a name: a mark, or a word with which a sentence goes on.
  private static let followers = Set(
    "，。；、：！？,.;:!?（）()《》“”\"' \n\t说称讲问答到来去在的和与及办提反打等被拿带要没未不已是叫先女同表因为从把给有想又也就电手身家住号年岁护".unicodeScalars)

  /// Words that begin like a name.
  private static let otherWords = Set(
    [
      "马上", "高兴", "方便", "张贴", "常常", "安排", "任何", "关于", "时间", "时候", "文化", "文件", "安全", "石化", "金额", "向来", "曾经", "于是",
      "顾虑", "管理", "易于", "白跑", "万一", "江西", "黄色", "常见", "方式", "何时", "何处", "史上", "余额", "时常", "关心", "管得", "盛行", "牛年",
      "申请", "申办", "申报", "祝愿", "严格", "温馨", "季度", "章程", "祖孙", "游客",
    ].map { Array($0.unicodeScalars) })

  /// All names in a text; a surname stays, so that people can be told apart: 张某.
  static func all(in scalars: [Unicode.Scalar]) -> [Mask] {
    var masks: [Mask] = []
    for index in scalars.indices {
      if let label = labels.first(where: { scalars[index...].starts(with: $0) }) {
        if let mask = name(after: index + label.count, in: scalars) { masks.append(mask) }
      } else if isWordStart(index, in: scalars),
        let label = englishLabels.first(where: { label in
          scalars[index...].prefix(label.count).map { $0.properties.lowercaseMapping } == label.map { String($0) }
        }), let mask = englishName(after: index + label.count, in: scalars)
      {
        masks.append(mask)
      }
    }
    return masks
  }

  /// A Chinese name behind a label: two to four characters that begin with a surname and end where a name can end.
  private static func name(after label: Int, in scalars: [Unicode.Scalar]) -> Mask? {
    var start = label
    var isAnnounced = false
    while start < scalars.count, start - label < 4, "：: 是为叫".unicodeScalars.contains(scalars[start]) {
      isAnnounced = true
      start += 1
    }
    guard start < scalars.count else { return nil }
    let isCompound = compounds.contains(Array(scalars[start...].prefix(2)))
    let given = start + (isCompound ? 2 : 1)
    guard isCompound || surnames.contains(scalars[start]), given < scalars.count, scalars[given] != "某",
      !otherWords.contains(Array(scalars[start...].prefix(2)))
    else { return nil }
    for count in 1...2 {
      let end = given + count
      guard end <= scalars.count, scalars[given..<end].allSatisfy({ isIdeograph($0) }) else { break }
      let ends = end == scalars.count || followers.contains(scalars[end]) || isDigit(scalars[end])
      guard ends || isAnnounced && count == 2 else { continue }
      return Mask(range: given..<end, replacement: "某")
    }
    return nil
  }

  /// Up to three capitalised words behind a label and a colon.
  private static func englishName(after label: Int, in scalars: [Unicode.Scalar]) -> Mask? {
    var start = label
    guard start < scalars.count, scalars[start] == ":" || scalars[start] == "：" else { return nil }
    start += 1
    while start < scalars.count, scalars[start] == " " { start += 1 }
    var end = start
    var words = 0
    var index = start
    while words < 3, index < scalars.count, (0x41...0x5A).contains(scalars[index].value) {
      while index < scalars.count, isLetter(scalars[index]) { index += 1 }
      end = index
      words += 1
      guard index < scalars.count, scalars[index] == " " else { break }
      index += 1
    }
    return end - start >= 2 ? Mask(range: start..<end, replacement: "[name masked]") : nil
  }

  private static func isWordStart(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    index == 0 || !isLetter(scalars[index - 1])
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "-", "'": true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || scalar == "·"
  }
}
