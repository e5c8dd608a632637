/// A sentence of a source article that names a defect or a target, with a guide that shows it.
struct SourceSentence: CustomStringConvertible {
  /// The articles that the project goes back to.
  enum Article: String {
    case nanchang = "南昌市“将心比心、终端检验”专项活动"
    case lushunkou = "大连市旅顺口区“一把手”体验员"
    case songjiang = "松江区政务服务办调研手记"
    case workPlans = "“我陪群众走流程”“政务服务体验员”工作方案"
    case wuzhou = "梧州市“我陪群众走流程”评论"
  }

  var article: Article
  /// The words of the article; in simplified characters where its copy is garbled.
  var quote: String
  /// The guide in the folder `SourceSentences`.
  var guide: String
  /// The rules that find the defect and are silent once it is put right.
  var rules: [String]

  var description: String { "\(guide).yaml, \(article.rawValue)：\(quote)" }

  private init(_ article: Article, _ quote: String, _ guide: String, _ rules: [String]) {
    (self.article, self.quote, self.guide, self.rules) = (article, quote, guide, rules)
  }

  static let all = nanchang + lushunkou + songjiang + workPlans + wuzhou

  static let nanchang = [
    Self(.nanchang, "外资公司的注册登记办事指南只有中文版,没有英文版", "foreign-company", ["english-guide-missing"]),
    Self(.nanchang, "畅通外籍管理技术人才引进渠道", "foreign-worker", ["foreign-flag-missing"]),
    Self(.nanchang, "减环节", "many-steps", ["steps-over-target"]),
    Self(.nanchang, "减材料", "many-materials", ["materials-over-target"]),
    Self(.nanchang, "减时限", "uncut-limit", ["limit-reduction-below-target"]),
    Self(.nanchang, "减收费", "licence-fee", ["licence-fee-no-law", "fee-form-charged"]),
    Self(.nanchang, "哪个环节“办不了”", "no-way-out", ["step-dead-end"]),
    Self(.nanchang, "什么地方“很难办”", "three-trips", ["visits-over-one"]),
    Self(.nanchang, "因为什么“不给办”", "vague-refusal", ["condition-catch-all"]),
    Self(.nanchang, "听取前台人员讲解申请材料和办事流程", "no-explanation", ["steps-missing"]),
    Self(.nanchang, "医疗广告审查", "six-copies", ["material-copies-over-one"]),
    Self(.nanchang, "医疗广告审查", "own-licence", ["material-own-output", "material-original-and-copy"]),
    Self(.nanchang, "消毒产品生产企业延续许可", "renewal", ["renewal-window-missing"]),
    Self(.nanchang, "无证通办", "shareable-paper", ["material-obtainable-by-sharing"]),
    Self(.nanchang, "帮办代办", "little-service", ["assistance-not-offered"]),
    Self(.nanchang, "惠企政策无感兑现", "unfelt-benefit", ["automatic-not-stated"]),
    Self(
      .nanchang, "提供咨询、预约、办事、投诉等直达式的司法服务", "little-service",
      ["consultation-missing", "booking-not-stated", "complaint-missing"]),
    Self(.nanchang, "设立群众意见箱、投诉服务台、自助评价机,开通服务电话热线、网上服务平台", "telephone-only", ["complaint-phone-only"]),
    Self(.nanchang, "让数据多跑路、群众少跑腿", "errand-for-a-result", ["result-window-only"]),
    Self(.nanchang, "优化下放防疫审批程序", "unnamed-delegation", ["delegated-by-missing"]),
    Self(.nanchang, "群众懂不懂", "office-words", ["text-jargon", "plain-name-missing"]),
    Self(.nanchang, "流程通不通", "unreachable-step", ["step-unreachable"]),
    Self(.nanchang, "效率高不高", "slow-promise", ["steps-sum-over-promise"]),
    Self(.nanchang, "体验好不好", "little-service", ["services-not-stated"]),
  ]

  static let lushunkou = [
    Self(.lushunkou, "材料没带全，还以为要白跑一趟了", "undeclared-deferral", ["deferral-not-offered"]),
    Self(.lushunkou, "符合容缺办理要求", "deferral-of-nothing", ["deferral-materials-missing"]),
    Self(.lushunkou, "“容缺受理”", "deferral-without-terms", ["deferral-terms-missing"]),
    Self(.lushunkou, "“你办我寄”", "no-delivery", ["result-delivery-missing"]),
    Self(.lushunkou, "“上门办理”", "little-service", ["services-not-stated"]),
    Self(.lushunkou, "建设工程消防验收备案审批流程缩短到1个工作日", "slow-filing", ["filing-over-one-day"]),
    Self(
      .lushunkou, "抗震设防备案时限由3日提速为即来即办", "three-days", ["instant-but-not-instant", "limit-unit-unclear"]),
    Self(
      .lushunkou, "由于填报资料不规范、资料不齐全等原因耽误办理时间", "unfillable-form",
      ["form-blank-missing", "form-sample-missing", "form-instructions-missing", "form-acceptance-missing"]),
    Self(.lushunkou, "资料不齐全等原因耽误办理时间", "other-materials", ["material-catch-all"]),
    Self(.lushunkou, "大力推行资料预填辅导服务", "known-data", ["form-asks-known-data"]),
    Self(.lushunkou, "老年群众不会用电子设备、习惯于人工咨询", "nobody-to-turn-to", ["staffed-path-removed"]),
    Self(.lushunkou, "对老年群众等特殊群体进行引导协助", "little-service", ["access-help-missing"]),
    Self(.lushunkou, "排号预约", "booking", ["booking-no-address"]),
    Self(.lushunkou, "自助办理设备开机用一用", "lost-terminal", ["channel-address-missing"]),
    Self(.lushunkou, "轮椅上去坐一坐", "no-wheelchair", ["place-access-missing"]),
    Self(.lushunkou, "申请办理步骤的详细解答", "no-explanation", ["steps-missing"]),
    Self(.lushunkou, "还可以通过电话随时咨询", "unanswered-homestay", ["consultation-missing"]),
  ]

  static let songjiang = [
    Self(.songjiang, "审核速度慢", "slow-licence", ["licence-over-20-days"]),
    Self(.songjiang, "群众排队时间久", "little-service", ["booking-not-stated"]),
    Self(.songjiang, "线上办事指导不足", "pointless-link", ["channel-url-missing"]),
    Self(.songjiang, "职责边界有待进一步明晰", "whose-step", ["step-no-owner"]),
    Self(.songjiang, "我就是来咨询个简单问题,排队排半天", "no-questions", ["faq-missing"]),
    Self(
      .songjiang, "排队很久却被告知材料需要补正,要重新取号重新排队", "late-notice", ["notice-over-5-days"]),
    Self(.songjiang, "拿着一堆材料", "unfillable-form", ["form-acceptance-missing"]),
    Self(.songjiang, "周六值班期间发现车驾管和出入境窗口的“人满为患”", "little-service", ["weekend-hours-missing"]),
    Self(.songjiang, "对区政务服务中心综合窗口进行合理配置", "hall-without-counter", ["hall-no-window"]),
    Self(.songjiang, "不知怎么办", "no-way-in", ["channel-none"]),
    Self(.songjiang, "部分事项的办理仍然需要去线下窗口", "window-only", ["visit-reason-missing"]),
    Self(.songjiang, "对于时间不自由和异地的办事人来说非常不方便", "window-only", ["cross-region-missing"]),
    Self(.songjiang, "很多办事人在办事前不了解政策", "office-words", ["conditions-missing"]),
    Self(.songjiang, "看不懂政策", "office-words", ["text-jargon"]),
    Self(.songjiang, "提供直观易懂的政策解读", "office-words", ["plain-name-missing"]),
    Self(.songjiang, "“免申即享”等智能化服务", "automatic-with-papers", ["automatic-but-asks"]),
    Self(.songjiang, "实现数据共享", "sharing-not-ready", ["bundle-sharing-not-ready"]),
    Self(.songjiang, "减环节减材料", "own-paper-asked", ["bundle-material-internal"]),
  ]

  static let workPlans = [
    Self(.workPlans, "事前公开不清楚", "unpublished", ["limit-promised-missing", "visits-missing", "fees-missing"]),
    Self(.workPlans, "咨询引导无门路", "ask-at-the-counter", ["text-contact-vague"]),
    Self(.workPlans, "流程环节不透明", "whose-step", ["step-no-limit", "step-no-owner"]),
    Self(.workPlans, "线上线下不一致", "online-is-worse", ["online-asks-more", "online-takes-longer"]),
    Self(.workPlans, "申请材料重复交", "twice-the-same", ["material-duplicate", "material-near-duplicate"]),
    Self(.workPlans, "申请材料重复交", "twice-in-a-bundle", ["bundle-material-duplicate"]),
    Self(.workPlans, "老年人、残疾人等特殊人群以及偏远地区居民", "little-service", ["access-help-missing"]),
    Self(.workPlans, "重点体验跨省通办高频事项", "window-only", ["cross-region-missing"]),
    Self(.workPlans, "需要地区间、部门间强化数据共享和业务协同的有关事项", "own-paper-asked", ["bundle-material-internal"]),
    Self(.workPlans, "政务服务平台PC端、APP、小程序,以及办事窗口、自助终端机", "no-way-in", ["channel-none"]),
    Self(.workPlans, "材料提交、进度查询等办事全过程", "little-service", ["progress-query-missing"]),
    Self(.workPlans, "事项进驻", "outside-the-hall", ["hall-not-entered"]),
    Self(.workPlans, "申请材料", "many-materials", ["materials-over-target"]),
    Self(.workPlans, "承诺时限", "unpublished", ["limit-promised-missing"]),
    Self(.workPlans, "办理环节", "many-steps", ["steps-over-target"]),
    Self(.workPlans, "跑动次数", "three-trips", ["visits-over-one"]),
    Self(.workPlans, "网上可办", "depth-without-channel", ["online-depth-no-channel"]),
    Self(.workPlans, "“一次性告知”制度执行", "elements", ["bundle-notice-missing"]),
    Self(.workPlans, "办事指南是否准确无误", "wrong-code", ["item-code-check-digit"]),
    Self(.workPlans, "是否有清晰、准确的办事导引", "vague-address", ["address-not-precise"]),
    Self(
      .workPlans, "高频服务事项是否已纳入“全程网办”", "online-in-name",
      ["fully-online-but-visits", "material-paper-only-online"]),
    Self(.workPlans, "流程、要件、时限、环节等是否达到最优", "nothing-gained", ["bundle-no-improvement"]),
    Self(.workPlans, "支撑在线核验和材料精简", "shareable-paper", ["material-obtainable-by-sharing"]),
    Self(.workPlans, "将多个部门相关联的“单项事”整合", "single-matter", ["bundle-members-too-few"]),
    Self(
      .workPlans, "从“一件事”业务申报、办理要素、申报方式、受理方式、联办机制、出件方式等环节", "elements",
      ["bundle-element-missing"]),
    Self(.workPlans, "部门间协同配合", "one-after-another", ["bundle-promise-over-critical-path"]),
    Self(.workPlans, "业务办理系统互联互通", "sharing-not-ready", ["bundle-sharing-not-ready"]),
    Self(.workPlans, "牵头部门", "no-lead", ["bundle-lead-missing"]),
    Self(
      .workPlans, "由“多地、多窗、多次”向“一地、一窗、一次”转变", "many-places",
      ["bundle-places-over-one", "bundle-windows-over-one", "bundle-visits-over-one"]),
    Self(.workPlans, "投诉建议系统", "little-service", ["complaint-missing"]),
    Self(.workPlans, "及时办理投诉和网上咨询、答疑", "telephone-only", ["complaint-phone-only"]),
  ]

  static let wuzhou = [
    Self(.wuzhou, "表格不会填", "unfillable-form", ["form-sample-missing", "form-instructions-missing"]),
    Self(.wuzhou, "政策不清楚", "as-soon-as-possible", ["text-vague-time"]),
    Self(.wuzhou, "一些网上办理的手续对于老人家等特殊人群是否便利", "bundle-online-only", ["bundle-offline-entry-missing"]),
    Self(.wuzhou, "开办小商店“一件事”等…均已提供“打包式”服务", "separate-handling", ["bundle-handled-separately"]),
    Self(.wuzhou, "“打包式”服务", "many-places", ["bundle-forms-over-one"]),
    Self(.wuzhou, "具体效果到底如何，虽然可以通过数据来反映", "no-figures", ["bundle-figures-missing"]),
    Self(.wuzhou, "降低企业、群众办事资金和时间成本", "unpriced", ["fee-standard-missing"]),
    Self(.wuzhou, "有效缩短办事时限", "slower-than-before", ["promise-longer-than-before"]),
    Self(.wuzhou, "精简办事流程", "many-steps", ["steps-over-target"]),
    Self(.wuzhou, "合理设置办事流程", "handed-to-and-fro", ["step-handed-back"]),
    // The copy of the article is itself a defect: pinyin stands among its characters, and its script is mixed.
    Self(.wuzhou, "近日,《梧州日?qǐng)?bào)》報(bào)道", "garbled", ["text-garbled"]),
    Self(.wuzhou, "各政務(wù)服務(wù)部門(mén)堅(jiān)持以企業(yè)和群眾滿(mǎn)意為目標(biāo)", "mixed-script", ["text-mixed-script"]),
  ]
}
