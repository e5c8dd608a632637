extension DocumentScaffold {
  /// A guide with the fields that every item needs.
  static let itemTemplate = """
    # 办事指南。〔〕处请填写；用不到的行请删去，不要留空。 | A service guide. Fill in what stands between 〔 and 〕; delete lines that do not apply.
    kind: ServiceItem
    # 目录内唯一，发布后不要改 | unique in the catalog; never change it once published
    id: {id}
    name:                                   # 事项名称 | the item's official name
      zh: 〔事项名称〕
      en: 〔Name of the item〕
    type: licensing                         # licensing 许可、confirmation 确认、benefit 给付、public-service 公共服务等 | licensing, confirmation, benefit, public-service, ...
    status: active
    level: county                           # 行使层级：province、city、county、township | who handles it: province, city, county, township
    department:                             # 实施主体；登记簿中已有的，写它的编号 | the authority; its id where a registry has it
      name: {zh: 〔部门名称〕, en: 〔Name of the authority〕}
    audience: [natural-person]              # natural-person 自然人、enterprise 企业、individual-business 个体工商户 | natural-person, enterprise, individual-business, ...
    foreignRelated: false                   # 外国人或外资企业会办的写 true，英文须齐全 | true where foreigners use it; then English must be complete
    basis:                                  # 设定依据 | the law that it rests on
      - id: law
        law: {zh: 〔法律法规全称〕, en: 〔Title of the law〕}
        articles: [第一条]
    conditions:                             # 受理条件 | who may apply
      - text: {zh: 〔受理条件〕, en: 〔Condition〕}
        basis: law
    handling: promised                      # instant 即办件、promised 承诺件 | instant or promised
    timeLimit:
      statutory: 20 工作日                  # 法定办结时限 | the limit in the law
      promised: 10 工作日                   # 承诺办结时限 | the limit that you promise
      from: {zh: 自受理之日起, en: From acceptance}
      basis: law
    visits: 1                               # 到现场次数 | how often the applicant must come
    visitReason:                            # 为什么必须到现场；零跑动的删去 | why; delete it where nobody has to come
      zh: 〔必须到现场的原因〕
      en: 〔Why the applicant has to come〕
    materials:                              # 申请材料；没有的写 materials: [] | what to hand in; materials: [] for nothing
      - id: application
        name: {zh: 〔申请表名称〕, en: 〔Name of the form〕}
        need: required                      # required 必要、optional 非必要、deferrable 容缺后补 | required, optional, deferrable
        form: original                      # original 原件、copy 复印件、copy-checked 验原件收复印件 | original, copy, copy-checked
        medium: either                      # paper 纸质、electronic 电子、either 均可 | paper, electronic, either
        copies: 1
        source: applicant                   # 来源：applicant、government、intermediary | who provides it: applicant, government, intermediary
        basis: law
    steps:                                  # 办理流程，按先后写 | the process, in order
      - id: accept
        name: {zh: 受理, en: Acceptance}
        phase: acceptance
        owner: {zh: 〔受理科室〕, en: 〔Office that accepts〕}
        limit: 1 工作日
      - id: review
        name: {zh: 审查, en: Review}
        phase: review
        owner: {zh: 〔审查科室〕, en: 〔Office that reviews〕}
        limit: 7 工作日
      - id: decide
        name: {zh: 决定, en: Decision}
        phase: decision
        owner: {zh: 〔决定科室〕, en: 〔Office that decides〕}
        limit: 1 工作日
        output: {zh: 〔审批结果名称〕, en: 〔Name of the result〕}
      - id: deliver
        name: {zh: 送达, en: Delivery}
        phase: delivery
        owner: {zh: 〔出件窗口〕, en: 〔Counter that delivers〕}
        limit: 1 工作日
    channels:                               # 到哪里办 | where to apply
      - type: window
        name: {zh: 〔窗口名称〕, en: 〔Name of the counter〕}
        address: {zh: 〔详细地址〕, en: 〔Full address〕}
        hours: {zh: "工作日 9:00-12:00、13:30-17:00", en: "Working days 9:00-12:00, 13:30-17:00"}
        visits: 1
    fees: []                                # 不收费；收费的写名称、标准和依据 | free of charge; else name, standard and basis of each fee
    results:                                # 办成后得到什么 | what the applicant receives
      - id: result
        name: {zh: 〔审批结果名称〕, en: 〔Name of the result〕}
        type: certificate                   # certificate 证照、approval 批文、document 其他文书 | certificate, approval, document
        delivery: [window, mail]            # window 窗口、mail 邮寄、electronic 电子 | window, mail, electronic
    services:
      progress: {phone: 〔进度查询电话〕}      # 怎么查进度 | how to ask where it is
    contacts:
      consultation: {phone: 〔咨询电话〕}
      complaint: {phone: 〔投诉电话〕}        # 与咨询电话不同 | another number than for enquiries
    remedies:                               # 不服怎么办 | where to appeal
      reconsideration: [{body: {zh: 〔行政复议机关〕, en: 〔Reconsideration authority〕}}]
      litigation: [{body: {zh: 〔人民法院〕, en: 〔People's court〕}}]

    """

  /// A bundle with the six elements and two members.
  static let bundleTemplate = """
    # “一件事”。〔〕处请填写；用不到的行请删去，不要留空。 | A bundle of services. Fill in what stands between 〔 and 〕; delete lines that do not apply.
    kind: Bundle
    # 目录内唯一，发布后不要改 | unique in the catalog; never change it once published
    id: {id}
    name:                                   # 群众怎么说就怎么写 | what people call it
      zh: 〔一件事名称〕
      en: 〔Name of the bundle〕
    status: active
    level: county                           # 行使层级：province、city、county、township | who handles it: province, city, county, township
    audience: [natural-person]              # natural-person 自然人、enterprise 企业、individual-business 个体工商户 | natural-person, enterprise, individual-business, ...
    foreignRelated: false
    conditions:                             # 谁可以办、什么情形适用 | whom it is for
      - {zh: 〔适用对象和情形〕, en: 〔Whom it is for〕}
    lead: {name: {zh: 〔牵头部门〕, en: 〔Lead department〕}}
    partners:                               # 责任单位 | the departments that take part
      - {name: {zh: 〔责任单位〕, en: 〔Partner department〕}}
    members:                                # 成员事项：目录里的写 item，目录外的写 external | items of this catalog by `item`, others as `external`
      - id: first
        item: 〔成员事项的编号 / id of a member〕
      - id: second
        external:
          name: {zh: 〔目录外事项名称〕, en: 〔Item of another catalog〕}
          department: {name: {zh: 〔它的实施主体〕, en: 〔Its authority〕}}
          level: county
        needs: [first]                      # 要等哪些成员先办结 | the members that it waits for
        reason: {zh: 〔为什么要等〕, en: 〔Why it has to wait〕}
    elements:                               # 六要素 | the six elements
      filing: {zh: 〔业务申报：怎么合并申报〕, en: 〔Filing〕}
      requirements: {zh: 〔办理要素：条件和材料怎么合并〕, en: 〔Requirements〕}
      filingMethod: {zh: 〔申报方式：线上线下在哪里报〕, en: 〔Where to file〕}
      acceptance: {zh: 〔受理方式：谁统一受理〕, en: 〔Acceptance〕}
      coordination: {zh: 〔联办机制：怎么分发、并行办理〕, en: 〔Coordination〕}
      delivery: {zh: 〔出件方式：结果怎么一次送达〕, en: 〔Delivery〕}
    notice: {zh: 〔一次告知的内容〕, en: 〔What the applicant is told at once〕}
    materials:                              # 一套材料，每份只收一次 | one set of materials, each handed in once
      - id: application
        name: {zh: 〔一件事申请表名称〕, en: 〔Name of the one form〕}
        need: required
        form: original
        medium: either
        copies: 1
        source: applicant
        for: [first, second]                # 给哪些成员用 | which members use it
    timeLimit:
      promised: 10 工作日                   # 整件事的承诺时限 | the limit promised for the whole
      from: {zh: 自受理之日起, en: From acceptance}
    channels:
      - type: pc
        name: {zh: 〔网上办理入口名称〕, en: 〔Name of the website〕}
        url: https://example.cn             # 改成办理页的网址 | the address of the page
        visits: 0
      - type: window
        name: {zh: 〔综合窗口名称〕, en: 〔Name of the one counter〕}
        address: {zh: 〔详细地址〕, en: 〔Full address〕}
        hours: {zh: "工作日 9:00-12:00、13:30-17:00", en: "Working days 9:00-12:00, 13:30-17:00"}
        visits: 1
    fees: []
    results:
      - id: result
        name: {zh: 〔结果名称〕, en: 〔Name of the result〕}
        member: first
        delivery: [window, mail]
    contacts:
      consultation: {phone: 〔咨询电话〕}
      complaint: {phone: 〔投诉电话〕}

    """
}
