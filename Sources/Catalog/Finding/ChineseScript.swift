/// The two scripts of written Chinese.
package enum ChineseScript: Sendable {
  /// As on the mainland: 报务证.
  case simplified
  /// As in Hong Kong, Macao and Taiwan: 報務證.
  case traditional

  /// The characters that only traditional script has.
  static let traditionalScalars: [ClosedRange<UInt32>] = ScriptTable.shared.traditional.map { $0...$0 }

  /// How many characters of a text only the simplified and only the traditional script has.
  package static func count(in text: UnsafeBufferPointer<UInt8>) -> (simplified: Int, traditional: Int) {
    let table = ScriptTable.shared
    var (simplified, traditional) = (0, 0)
    var scanner = TextScanner(text)
    while let scalar = scanner.next() {
      switch table.script(of: scalar) {
      case .simplified: simplified += 1
      case .traditional: traditional += 1
      case nil: break
      }
    }
    return (simplified, traditional)
  }

  /// Runs of this script in a text, from the first to the last character that only it has; proper names excepted.
  func runs(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let table = ScriptTable.shared
    var found: [Range<Int>] = []
    var scanner = TextScanner(text)
    // A stretch of Chinese characters, and what was found in it.
    var stretch: (start: Int, first: Int)?
    func close() {
      guard let ended = stretch else { return }
      stretch = nil
      guard found.count > ended.first else { return }
      if ScriptTable.isName(text, ended.start..<scanner.position) { found.removeSubrange(ended.first...) }
    }
    var open: Int?
    while let (scalar, length) = scanner.peek() {
      let position = scanner.position
      guard isIdeograph(scalar) else {
        close()
        open = nil
        scanner.move(to: position + length)
        continue
      }
      if stretch == nil { stretch = (position, found.count) }
      if let script = table.script(of: scalar) {
        if script != self {
          open = nil
        } else if let begin = open {
          found[found.count - 1] = begin..<position + length
        } else {
          open = position
          found.append(position..<position + length)
        }
      }
      scanner.move(to: position + length)
    }
    close()
    return found
  }

  /// A text with each character that only one script has replaced by the other script's.
  static func converted(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let table = ScriptTable.shared
    var bytes: [UInt8] = []
    var scanner = TextScanner(text)
    while let scalar = scanner.next() { appendScalar(table.counterpart(of: scalar), to: &bytes) }
    return bytes
  }
}

/// The characters by which the scripts are told apart.
private struct ScriptTable: Sendable {
  /// Built at first use.
  static let shared = ScriptTable()

  /// The traditional characters, in the order of the lists below.
  let traditional: [UInt32]
  private let others: [UInt32: UInt32]
  private var flags: [UInt8]
  private static let first: UInt32 = 0x3400

  private init() {
    var others: [UInt32: UInt32] = [:]
    var traditional: [UInt32] = []
    flags = Array(repeating: 0, count: 0xA000 - Int(ScriptTable.first))
    for (list, isExclusive) in [(ScriptTable.exclusivePairs, true), (ScriptTable.sharedPairs, false)] {
      var simplified: UInt32?
      for scalar in list.unicodeScalars {
        guard let left = simplified else {
          simplified = scalar.value
          continue
        }
        others[scalar.value] = left
        traditional.append(scalar.value)
        flags[Int(scalar.value - ScriptTable.first)] = 2
        if isExclusive {
          others[left] = scalar.value
          flags[Int(left - ScriptTable.first)] = 1
        }
        simplified = nil
      }
    }
    self.others = others
    self.traditional = traditional
  }

  /// The script that a character alone belongs to; nil for one of both or unknown.
  func script(of scalar: UInt32) -> ChineseScript? {
    guard scalar >= ScriptTable.first, scalar < 0xA000 else { return nil }
    switch flags[Int(scalar - ScriptTable.first)] {
    case 1: return .simplified
    case 2: return .traditional
    default: return nil
    }
  }

  /// The same character in the other script, where only one has it; itself otherwise.
  func counterpart(of scalar: UInt32) -> UInt32 { others[scalar] ?? scalar }

  /// Whether Chinese characters are a proper name that keeps its script: of Hong Kong, Macao or Taiwan, or a person's.
  static func isName(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var scanner = TextScanner(text, in: range)
    scanner.move(to: range.lowerBound)
    // A name of two to four characters that begins with a surname.
    if range.count <= 12, let (scalar, _) = scanner.peek(), surnames.contains(scalar) { return true }
    while !scanner.isAtEnd {
      if scanner.take("香港") || scanner.take("澳門") || scanner.take("臺灣") || scanner.take("台灣")
        || scanner.take("港澳")
      {
        return true
      }
      _ = scanner.next()
    }
    return false
  }

  /// Surnames whose traditional form differs.
  private static let surnames = Set(
    "陳張黃劉趙吳許鄭謝羅鄧馮葉蘇盧蔣賈韋鄒陸龔錢湯賴譚蕭楊馬孫龍嚴顧賀萬蘭閻鍾關聶駱畢梁鄔溫莊".unicodeScalars.map(\.value))

  /// Pairs of which each character belongs to one script: GB 2312 has only the first, Big5 only the second.
  private static let exclusivePairs = """
    报報广廣务務业業东東丝絲两兩严嚴丧喪个個临臨为為丽麗举舉义義乌烏乐樂乔喬习習乡鄉书書买買乱亂争爭亏虧亚亞\
    产產亩畝亲親亿億仅僅从從仓倉仪儀们們众眾会會伟偉传傳伤傷伦倫伪偽侠俠侣侶侦偵侧側侨僑俭儉债債倾傾偿償储儲\
    兑兌兰蘭关關兴興养養兽獸冈岡册冊写寫军軍农農冯馮决決况況冻凍净淨凉涼减減凑湊凤鳳凭憑凯凱击擊刘劉则則刚剛\
    创創删刪别別剂劑剑劍剧劇劝勸办辦励勵劲勁劳勞势勢勋勳匀勻区區医醫华華协協单單卖賣卢盧卫衛厅廳历歷厉厲压壓\
    厌厭厦廈县縣叁參双雙发發变變叙敘叶葉号號叹嘆吓嚇吗嗎启啟吴吳员員呛嗆呜嗚咏詠响響哑啞唤喚啸嘯喷噴团團园園\
    围圍国國图圖圆圓场場块塊坚堅坛壇坝壩坟墳坠墜垄壟垒壘垦墾执執扩擴扫掃扬揚抚撫抛拋抢搶护護担擔拟擬拥擁拦攔\
    拨撥择擇挚摯挡擋挤擠挥揮损損换換捣搗掷擲掸撣揽攬搁擱摄攝摆擺摇搖摊攤撑撐撵攆敌敵数數斋齋斩斬断斷无無旧舊\
    时時旷曠显顯晋晉晓曉暂暫术術杀殺杂雜权權条條来來杨楊枪槍标標栋棟栏欄树樹样樣档檔桥橋桦樺桩樁梦夢检檢楼樓\
    榄欖横橫欢歡欧歐歼殲残殘毁毀毕畢毙斃氢氫汇匯汉漢汤湯沟溝没沒沪滬沧滄泪淚泽澤浅淺浆漿测測济濟浏瀏浑渾浓濃\
    涛濤润潤涧澗涨漲涩澀渊淵渐漸渔漁湾灣湿濕溃潰溅濺滚滾满滿滞滯滤濾滥濫滨濱潜潛灭滅灯燈灵靈灾災炉爐炼煉烂爛\
    烛燭热熱烟煙烦煩烧燒爱愛爷爺牵牽牺犧犹猶狈狽狞獰独獨狭狹狮獅狱獄猎獵猪豬献獻玛瑪环環现現珐琺琐瑣电電画畫\
    畅暢畴疇疗療疟瘧疮瘡疯瘋瘾癮皱皺盏盞盐鹽监監盖蓋盗盜盘盤睁睜瞒瞞矿礦码碼砖磚础礎硕碩碍礙礼禮祸禍积積称稱\
    税稅稳穩穷窮窃竊窍竅窑窯窜竄竞競笔筆笋筍笼籠筛篩签簽简簡类類粮糧纠糾红紅纤纖约約级級纪紀纯純纲綱纳納纵縱\
    纷紛纸紙纹紋纺紡线線练練组組细細织織终終绍紹经經结結绕繞绘繪给給络絡绝絕统統绢絹绣繡继繼绩績绪緒续續绳繩\
    维維绵綿综綜绿綠缀綴缅緬缆纜缓緩缔締编編缘緣缚縛缝縫缠纏缩縮缴繳罗羅罚罰罢罷翘翹职職联聯聪聰肃肅肠腸肤膚\
    肿腫胀脹胁脅胆膽脉脈脏臟脑腦脚腳脱脫脸臉舱艙舰艦艰艱艳豔艺藝节節芜蕪芦蘆苍蒼苏蘇荡蕩荣榮药藥莲蓮获獲莹瑩\
    营營萧蕭萨薩蒋蔣蓝藍蔷薔虏虜虑慮虽雖虾蝦蚀蝕蚁蟻蚂螞补補袄襖装裝裤褲见見观觀规規视視览覽觉覺计計订訂认認\
    讨討让讓训訓议議记記讲講许許论論设設访訪证證评評识識诉訴诊診词詞译譯试試诗詩诚誠话話诞誕询詢该該详詳诫誡\
    语語误誤说說请請诸諸诺諾读讀课課谁誰调調谅諒谈談谊誼谋謀谎謊谓謂谢謝谨謹谱譜贝貝贞貞负負贡貢财財责責贤賢\
    败敗账賬货貨质質贩販贪貪贫貧购購贮貯贯貫贰貳贴貼贵貴贷貸贸貿费費贺賀贼賊资資赁賃赊賒赋賦赌賭赎贖赏賞赐賜\
    赔賠赖賴赚賺赛賽赞贊赠贈赢贏赵趙跃躍践踐踪蹤车車轧軋轨軌转轉轮輪软軟轻輕载載轿轎较較辅輔辆輛辈輩辉輝辑輯\
    输輸辖轄辞辭边邊辽遼达達迁遷过過运運还還进進远遠违違连連迟遲选選逊遜递遞逻邏遗遺邓鄧邮郵邹鄒邻鄰郑鄭酝醞\
    酱醬释釋针針钉釘钓釣钙鈣钟鐘钢鋼钥鑰钦欽钱錢铁鐵铃鈴铅鉛银銀铜銅铝鋁铭銘链鏈销銷锁鎖锅鍋锋鋒错錯锡錫锦錦\
    键鍵锻鍛镇鎮镜鏡长長门門闪閃闭閉问問闲閒间間闷悶闸閘闹鬧闻聞阀閥阁閣阅閱阔闊队隊阳陽阴陰阵陣阶階际際陆陸\
    陈陳险險随隨隐隱隶隸难難雾霧静靜韩韓页頁顶頂项項顺順须須顽頑顾顧顿頓颁頒预預领領频頻颗顆题題颜顏额額风風\
    飞飛饥飢饭飯饮飲饰飾饱飽饲飼饼餅馆館驱驅驳駁驶駛驻駐驾駕骂罵验驗骑騎骗騙鱼魚鲁魯鲜鮮鸟鳥鸡雞鸣鳴鸭鴨麦麥\
    黄黃齐齊齿齒龄齡龙龍龟龜应應废廢弃棄张張弹彈强強归歸当當录錄彻徹忆憶态態总總恒恆恳懇恶惡恼惱悬懸惧懼惨慘\
    惩懲惯慣愤憤战戰户戶宝寶实實审審宪憲宽寬宾賓对對导導寿壽将將尔爾尘塵尝嘗层層届屆属屬岁歲岗崗岛島峡峽帅帥\
    师師帐帳帮幫带帶庆慶库庫庙廟弯彎妇婦娱娛婴嬰学學孙孫备備够夠头頭夹夾夺奪奋奮奖獎妆妝妈媽娄婁
    """

  /// Pairs whose first character traditional texts have as well, often with another meaning.
  private static let sharedPairs = """
    价價优優体體儿兒厂廠听聽咨諮圣聖坏壞扰擾挂掛据據晒曬机機极極构構气氣泞濘洁潔洒灑涂塗痒癢痴癡确確离離种種\
    筑築网網羡羨胜勝腊臘苹蘋茧繭荐薦虫蟲触觸适適异異怀懷惊驚愿願宁寧庄莊姜薑么麼台臺里裡里裏松鬆谷穀面麵几幾\
    丰豐与與斗鬥云雲冲衝汇彙家傢向嚮发髮布佈占佔周週采採并併雇僱制製复複复復准準系係只隻历曆
    """
}
