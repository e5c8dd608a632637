import Testing

@testable import Catalog

/// Pairs as guides write them, one a line, with `|` between Chinese and English; none of them differs.
private let corpus = """
  投资三年以上，纳税记录良好|has invested for three or more consecutive years with a good tax record
  《公司法》（2023年修订）第二十九条第二款|Article 29(2) of the Company Law (2023 revision)
  一式四份|in quadruplicate
  承诺时限从20个工作日压缩到5个工作日|cut from 20 working days to five
  由20个工作日压减至5个|cut from 20 to 5 working days
  每半年一次|twice a year
  万元以下|below RMB 10,000
  受理（1个工作日）→审查（3个工作日）→决定（1个工作日）|Acceptance (1 working day) → review (3 working days) → decision (1 working day)
  1. 受理：1个工作日；2. 审查：3个工作日|1. Acceptance: 1 working day; 2. Review: 3 working days
  网上申请的，3个工作日内反馈预审结果|Online applications get a preliminary answer in 3 working days' time
  三日内补正|to be corrected within 3 days' notice
  二十四小时|24 hours
  三个月内未使用的|unused for three consecutive months
  第1至3项材料|Documents 1 to 3
  第一至三项材料|Documents 1-3
  申请人应当自收到之日起60日内，向人民政府申请行政复议，或者自收到之日起6个月内起诉|Within 60 days of receipt apply for review, or bring a lawsuit within six months of receipt
  15日（特殊情况30日）|15 days (30 in special cases)
  15日，特殊情况可延长至30日|15 days, or up to 30 in special cases
  2年内有效，期满前30日申请延续|Valid for two years; apply for renewal 30 days before it expires
  5年（60个月）|5 years (60 months)
  两个月零五天|two months and five days
  9:00-12:00，14:00-17:00|9–12 a.m. and 2–5 p.m.
  9:00-17:00|9 a.m. to 5 p.m.
  上午九点到下午五点|9 a.m. to 5 p.m.
  每周一、三、五|every Monday, Wednesday and Friday
  每周一至周四全天，周五上午|Monday to Thursday all day, Friday morning
  50元/人|RMB 50 per head
  ￥50.00|¥50
  人民币50元整|fifty yuan
  100元（人民币壹佰元整）|RMB 100 (one hundred yuan)
  美元100元|USD 100
  200美元|$200
  三千五百元|RMB 3,500
  两万五千元|RMB 25,000
  12.5万元|RMB 125,000
  12.5万元|125 thousand yuan
  0.6%|0.6 per cent
  百分之零点六|0.6 per cent
  增值税3%|3% VAT
  不低于60分|at least 60 points
  学分不少于15|at least 15 credits
  3门科目|three subjects
  申请表1份、照片2张、复印件1份|One application form, two photographs, one copy
  各提交一式三份|three copies of each
  原件2份、复印件1份，共3份|Two originals and one copy, three in all
  A4纸打印|printed on A4 paper
  PDF格式，300dpi|PDF, 300 dpi
  10兆以内|within 10 MB
  距离学校200米以上|more than 200 metres from a school
  直线距离不少于50米|at least 50 m in a straight line
  1.5米|1.5 metres
  10公里内|within 10 km
  建筑面积 1,200 平方米|1200 square metres
  占地3亩|0.2 hectares
  2022年12月|December 2022
  2022.12.31前|before 31 Dec. 2022
  2022/12/31|31/12/2022
  12月31日|31 December
  12月31日前|by December 31st
  每年3月至5月|every year from March to May
  每年三月至五月|every March to May
  3月1日—3月31日|1–31 March
  2024年1月至3月|January to March 2024
  截至2024年底|by the end of 2024
  “十四五”期间|during the 14th Five-Year Plan
  五年规划|five-year plan
  二十大|the 20th National Congress
  国办函〔2022〕62号|Letter No. 62 [2022] of the General Office
  第十三届全国人民代表大会|the 13th National People's Congress
  （2021）京01民终123号|(2021) Jing 01 Min Zhong No. 123
  身份证号18位|an 18-digit identity number
  31位编码|31-character code
  统一社会信用代码12345678901234567X|unified code 12345678901234567X
  010-12345|010-12345
  010-88886666、88886667|010-88886666 or 88886667
  010-88886666/6667|010-88886666/6667
  400-820-8820|400 820 8820
  (86-21)5288 1234|+86 21 5288 1234
  021-52881234|(021) 5288 1234
  13800001234（微信同号）|138-0000-1234 (also WeChat)
  邮箱 a2024@163.com|a2024@163.com
  分机号 8001|extension 8001
  见 https://a.cn/2024/12?id=20|see https://a.cn/en/2024?id=7
  三方协议|tripartite agreement
  双方当事人各执一份|each party keeps one
  一式两份，双方各执一份|in duplicate, one for each party
  正反面复印在一张A4纸上|both sides copied onto one A4 page
  两面|both sides
  二者之一|either of the two
  其中之一|one of them
  一处|one place
  唯一|the only
  一般5个工作日，最长不超过10个工作日|normally 5 and at most 10 working days
  1-3天|one to three days
  1—3个工作日内|in 1 to 3 working days
  三至六个月|three to six months
  不少于6学时|no fewer than six class hours
  从业人员100人以上300人以下|100 to 300 employees
  100人（含）以上|100 people or more
  一百人以上|100 or more people
  三十人|thirty persons
  有3名以上持证人员|with three or more licensed staff
  5名技术人员，其中2名高级职称|five technical staff, two of them senior
  一名法定代表人|one legal representative
  3台设备|three machines
  第二、三类医疗器械|Class II and Class III medical devices
  六类人群|six groups of people
  七个工作日|seven working days
  2小时内|inside two hours
  两小时|120 minutes
  半小时|30 minutes
  半小时|half an hour
  半个小时|half-hour
  一个半小时|an hour and a half
  一个半小时|1.5 hours
  一个半月|one and a half months
  一年半|18 months
  一年半|eighteen months
  2.5个工作日|two and a half working days
  0.5天|half a day
  半天|half a day
  当天|the same day
  第3个工作日|the third working day
  受理后第三日|the third day after acceptance
  第二个工作日|the next working day
  两个工作日后|after two working days
  隔天|the day after
  外国人在中国工作满五年，且每年居住不少于九个月|The foreigner has worked in China for five years and lived there for at least nine months of each year
  年龄18-60周岁|aged between 18 and 60
  年龄在18周岁以上、60周岁以下|Between the ages of 18 and 60
  护照有效期在6个月以上|Passport valid for at least six more months
  护照剩余有效期6个月以上，有2页以上空白签证页|Passport with six months' validity remaining and at least two blank visa pages
  近期二寸免冠彩色照片2张|Two recent full-face colour photos (2 inch)
  近期正面免冠照片（48mm×33mm）一张|One recent photograph, 48 × 33 mm
  1000字以内|up to 1,000 characters
  工作许可通知90日内有效|The notice is valid for 90 days
  入境后15日内申领工作许可证，30日内申请居留证件|Apply for the work permit within 15 days of entry and for the residence permit within 30 days
  在签证注明的停留期限届满7日前提出|at least seven days before the authorised stay ends
  24小时内办理住宿登记|Register your lodging within 24 hours
  每次延期不超过180日|Each extension is for no more than 180 days
  签证费160元，零次签证每增加一次加收|Visa fee: RMB 160
  A类加1分|Category A: one additional point
  （一）护照；（二）照片|(1) passport; (2) photograph
  一、申请材料 二、办理流程|I. Documents II. Procedure
  见附件1、附件2|See Annexes 1 and 2
  二维码|QR code
  二手车|used car
  三资企业|foreign-invested enterprise
  第一次申请|First application
  首次申请|First-time application
  上一年度|the previous year
  前三年|the previous three years
  近3年无犯罪记录|no criminal record in the past three years
  半年以上|six months or more
  两年以上工作经验|at least 2 years' experience
  10余名工作人员|more than ten staff
  约20分钟|about 20 minutes
  立等可取，10分钟办结|Issued while you wait, in ten minutes
  全年无休|Open all year round
  工作日9:00-12:00、13:30-17:30（周六9:00-12:00）|Working days 9:00–12:00 and 13:30–17:30 (Saturdays 9:00–12:00)
  星期一至星期五（法定节假日除外）|Monday through Friday, except public holidays
  周一至周五|weekdays
  逢周二、周四下午|Tuesday and Thursday afternoons
  上午8点半至11点半|8:30 to 11:30 a.m.
  地址：江西省南昌市红谷滩区丰和中大道1318号2楼B区|2nd floor, Area B, 1318 Fenghe Middle Avenue, Honggutan District, Nanchang, Jiangxi
  1号楼3层305室|Room 305, 3/F, Building 1
  邮编330038|Postcode 330038
  传真：（0791）8388 1234转801|Fax: 0791-83881234 ext. 801
  注册资本不低于人民币五千万元|a registered capital of at least RMB 50 million
  注册资本不低于5000万元|registered capital not less than RMB 50,000,000
  投资总额1亿美元以下|a total investment below US$100 million
  罚款1万元以上10万元以下|a fine of RMB 10,000 to RMB 100,000
  处5000元以上2万元以下罚款|a fine of between 5,000 and 20,000 yuan
  外方出资比例不超过49%|foreign ownership may not exceed 49 percent
  持股比例超过三分之二|holding more than two-thirds of the shares
  股东人数为50人以下|no more than 50 shareholders
  董事会成员3至13人|a board of three to thirteen members
  设董事一名|one director
  两名以上合伙人|at least two partners
  不超过10%（含10%）|no more than 10% (inclusive)
  一户一宅|one household, one homestead
  三级医院|a Grade 3 hospital
  二类医疗器械|Class II medical device
  一次性告知全部补正内容|Everything to be corrected is notified at one time
  最多跑一次|at most one visit
  零跑动|no visit
  只跑一次|One visit only
  即来即办，当日办结|Done the same day
  次日起|from the following day
  自2021年1月1日起至2023年12月31日止|from 1 January 2021 to 31 December 2023
  2023年第三季度|the third quarter of 2023
  《外商投资法》（2019年3月15日通过）|the Foreign Investment Law (adopted on March 15, 2019)
  根据第十二条第一款第三项|under item 3 of the first paragraph of Article 12
  依据第七十四条之一|under Article 74-1
  国务院令第 412 号公布|promulgated by State Council Decree No. 412
  正本1份，副本2份|one original and two duplicates
  原件1份，复印件3份|1 original and 3 photocopies
  提供原件及复印件一份|Original and one photocopy
  一式五份|five copies
  3×4厘米照片|3 × 4 cm photo
  不少于2人|no fewer than two people
  三人以上单数|an odd number of three or more
  月均不超过15次|no more than 15 times a month
  提前一个月|one month in advance
  提前三十日|thirty days in advance
  满一年的|for a full year
  五个工作日（遇节假日顺延）|five working days, not counting public holidays
  延长不超过十日|may be extended by up to ten days
  20日内不能作出决定的，可以延长10日|If no decision can be made within 20 days, 10 more days may be added
  自受理申请之日起二十日内（不包括听证时间）|within twenty days of acceptance, hearings excluded
  公示7天|7-day public notice
  材料由12份减至5份|documents reduced from 12 to 5
  减材料50%以上|over 50% fewer documents
  4个环节|four steps
  三步：申请、受理、领证|Three steps: apply, be accepted, collect
  一网通办、一窗受理|one website, one counter
  12345热线24小时服务|12345 hotline, round the clock
  拨打12345转外语服务|Call 12345 for English
  一类变更|Type 1 change
  面积在1000㎡以上的|over 1,000 m²
  500平方米（含）以下|500 sq m or less
  租期不少于一年|a lease of at least one year
  续签3次|renewed three times
  五年一次|once every five years
  每两年检验一次|Inspected every two years
  百年老店|century-old shop
  千余家|over a thousand
  数十名|dozens of
  成立满2年|established for two years or more
  二○二四年|2024
  凭一张身份证|with one identity card
  一人公司|one-person company
  一照多址|one licence, several addresses
  四至清楚|clear boundaries
  两证合一|two certificates in one
  双随机、一公开|random inspections
  十二生肖|twelve zodiac signs
  5G基站|5G base station
  第5号公告|Announcement No. 5
  GB 2760-2014 标准|standard GB 2760-2014
  ISO9001认证|ISO 9001 certification
  3A级景区|AAA scenic area
  1:500地形图|1:500 topographic map
  电压380V|380 V
  高度24米以下|under 24 m high
  5吨以上|5 tonnes or more
  文件大小不超过10M|no larger than 10 MB
  共12页|12 pages
  三、四级|Levels 3 and 4
  每人每天100元|RMB 100 per person per day
  10元/本|10 yuan per booklet
  首证免费，补办10元|The first one is free, a replacement costs RMB 10
  80元/件·次|80 yuan per item and time
  0.05元/条|RMB 0.05 each
  千分之三|0.3%
  1‰|0.1%
  四分之一|a quarter
  过半数|more than half
  一半以上|more than half
  120急救|Call 120
  满60岁|aged sixty
  未满14周岁|under 14
  未成年人|persons under 18
  十六周岁以上|16 or older
  """

@Test func guidesThatAgreeAreNotReported() throws {
  for line in corpus.split(separator: "\n") {
    let parts = line.split(separator: "|").map(String.init)
    try #require(parts.count == 2, "\(line)")
    var (zh, en) = (parts[0], parts[1])
    let comparison = QuantityComparison(
      chinese: zh.withUTF8 { QuantityReader.read($0) }, english: en.withUTF8 { QuantityReader.read($0) })
    let differences = comparison.differences.map {
      ($0.chinese?.description ?? "") + "|" + ($0.english?.description ?? "")
    }
    #expect(differences == [], "\(line)")
  }
}
