/// Units and scales behind a number.
extension QuantityReader {
  /// Takes a word that multiplies a number written in digits: 1.5万, 2 million.
  func scaled(_ thousandths: Int64, _ scanner: inout TextScanner) -> (thousandths: Int64, scale: Int64) {
    let start = scanner.position
    scanner.skipSpaces()
    var scale: Int64 = 1
    var ahead = scanner
    if ahead.take("百") {
      // 百分点 is a unit of its own, as are 千克 and 千米.
      if !ahead.take("分") { (scale, scanner) = (100, ahead) }
    } else if ahead.take("千") {
      if !ahead.take("克"), !ahead.take("米"), !ahead.take("瓦") { (scale, scanner) = (1000, ahead) }
    }
    if scanner.take("万") { scale = QuantityUnit.product(scale, 10_000) }
    if scanner.take("亿") { scale = QuantityUnit.product(scale, 100_000_000) }
    if scale == 1 {
      if scanner.take("hundred") { scale = 100 }
      if scanner.take("thousand") { scale = QuantityUnit.product(scale, 1000) }
      if scanner.take("million") { scale = QuantityUnit.product(scale, 1_000_000) }
      if scanner.take("billion") { scale = QuantityUnit.product(scale, 1_000_000_000) }
    }
    if scale == 1 { scanner.move(to: start) }
    return (thousandths, scale)
  }

  // MARK: Chinese

  /// Takes a Chinese unit or counter.
  func chineseUnit(_ scanner: inout TextScanner, isInDigits: Bool) -> QuantityUnit? {
    let start = scanner.position
    scanner.skipSpaces()
    guard let (scalar, _) = scanner.peek(), scalar >= 0x80 || scalar == 0x25 else {
      scanner.move(to: start)
      return nil
    }
    let isVague = scanner.take("余") || scanner.take("多") || scanner.take("几") || scanner.take("来")
    let isCounted = scanner.take("个") || scanner.take("個")
    if isCounted { scanner.skipSpaces() }
    let isHalf = isCounted && scanner.take("半")
    if var unit = timeUnit(&scanner, isCounted: isCounted) ?? (isCounted ? nil : measure(&scanner)) {
      unit.isDoubtful = unit.isDoubtful || isVague
      if isHalf || unit.factor == 12 && scanner.take("半") { unit.extra = 500 }
      return unit
    }
    // 压减至5个 may go on counting working days.
    if isCounted { return QuantityUnit(kind: .number, isDoubtful: !isInDigits) }
    if let unit = counter(&scanner, isInDigits: isInDigits) { return unit }
    scanner.move(to: start)
    return nil
  }

  /// Takes a Chinese unit of time.
  private func timeUnit(_ scanner: inout TextScanner, isCounted: Bool) -> QuantityUnit? {
    if isCounted, scanner.take("百分点") { return QuantityUnit(kind: .percent) }
    if scanner.take("工作日") || scanner.take("工作天") { return QuantityUnit(kind: .workingDays) }
    if scanner.take("自然日") || scanner.take("日历日") || scanner.take("自然天") || scanner.take("日历天") {
      return QuantityUnit(kind: .calendarDays)
    }
    if scanner.take("小时") || scanner.take("钟头") { return QuantityUnit(kind: .minutes, factor: 60) }
    if scanner.take("分钟") { return QuantityUnit(kind: .minutes) }
    if isCounted, scanner.take("自然月") || scanner.take("月") { return QuantityUnit(kind: .months) }
    if scanner.take("月内") || scanner.take("月以内") { return QuantityUnit(kind: .months) }
    if scanner.take("星期") || scanner.take("礼拜") { return QuantityUnit(kind: .days, factor: 7) }
    if scanner.take("季度") { return QuantityUnit(kind: .months, factor: 3, isDoubtful: true) }
    if isCounted { return nil }
    if scanner.take("周岁") || scanner.take("岁") { return QuantityUnit(kind: .age) }
    if scanner.take("周") { return QuantityUnit(kind: .days, factor: 7) }
    if scanner.take("日") || scanner.take("天") { return QuantityUnit(kind: .days) }
    if scanner.take("年级") || scanner.take("年代") || scanner.take("年度") {
      return QuantityUnit(kind: .things, isDoubtful: true)
    }
    return scanner.take("年") ? QuantityUnit(kind: .months, factor: 12) : nil
  }

  /// Takes a unit of money, area, length, mass or share.
  private func measure(_ scanner: inout TextScanner) -> QuantityUnit? {
    if scanner.take("%") || scanner.take("％") { return QuantityUnit(kind: .percent) }
    if scanner.take("‰") { return QuantityUnit(kind: .percent, divisor: 10) }
    if scanner.take("元") || scanner.take("圆") || scanner.take("人民币") || scanner.take("美元") || scanner.take("欧元")
      || scanner.take("港元") || scanner.take("港币") || scanner.take("日元")
    {
      return QuantityUnit(kind: .money)
    }
    if scanner.take("角") { return QuantityUnit(kind: .money, divisor: 10, isDoubtful: true) }
    if scanner.take("平方公里") || scanner.take("平方千米") { return QuantityUnit(kind: .area, factor: 1_000_000) }
    if scanner.take("平方米") || scanner.take("平米") || scanner.take("㎡") { return QuantityUnit(kind: .area) }
    if scanner.take("公顷") { return QuantityUnit(kind: .area, factor: 10_000) }
    // An area in mu is turned into hectares in many ways.
    if scanner.take("亩") { return QuantityUnit(kind: .number, isDoubtful: true) }
    if scanner.take("立方米") || scanner.take("m³") { return QuantityUnit(kind: .volume) }
    if scanner.take("公里") || scanner.take("千米") { return QuantityUnit(kind: .length, factor: 1000) }
    if scanner.take("厘米") { return QuantityUnit(kind: .length, divisor: 100) }
    if scanner.take("毫米") { return QuantityUnit(kind: .length, divisor: 1000) }
    if scanner.take("米") { return QuantityUnit(kind: .length) }
    if scanner.take("公斤") || scanner.take("千克") { return QuantityUnit(kind: .mass) }
    if scanner.take("吨") { return QuantityUnit(kind: .mass, factor: 1000) }
    if scanner.take("英寸") || scanner.take("寸") { return QuantityUnit(kind: .inches) }
    if scanner.take("折") { return QuantityUnit(kind: .percent, factor: 10, isDoubtful: true) }
    return nil
  }

  /// Takes a counter of papers, persons, times or things.
  private func counter(_ scanner: inout TextScanner, isInDigits: Bool) -> QuantityUnit? {
    if scanner.take("份") { return QuantityUnit(kind: .copies) }
    // 一次性, 二次装修
    if scanner.take("次性") { return QuantityUnit(kind: .times, isDoubtful: true) }
    if scanner.take("次") { return QuantityUnit(kind: .times) }
    if scanner.take("人") || scanner.take("名") { return QuantityUnit(kind: .persons, isDoubtful: !isInDigits) }
    let isCounter =
      scanner.take("位") || scanner.take("家") || scanner.take("项") || scanner.take("种") || scanner.take("类")
      || scanner.take("处") || scanner.take("台") || scanner.take("辆") || scanner.take("间") || scanner.take("张")
      || scanner.take("页") || scanner.take("套") || scanner.take("本") || scanner.take("册") || scanner.take("枚")
      || scanner.take("联") || scanner.take("件") || scanner.take("户") || scanner.take("款") || scanner.take("条")
    return isCounter ? QuantityUnit(kind: .things, isDoubtful: !isInDigits) : nil
  }

  // MARK: English

  /// Takes an English unit with the words that may stand before it (`3 more working days`).
  func englishUnit(_ scanner: inout TextScanner, isInDigits: Bool) -> QuantityUnit? {
    let start = scanner.position
    scanner.skipSpaces()
    _ = scanner.take("-")
    skipQualifiers(&scanner)
    if let unit = englishTime(&scanner) ?? englishMeasure(&scanner, isInDigits: isInDigits) ?? englishNoun(&scanner) {
      if !isLetter(at: scanner.position) { return unit }
    }
    scanner.move(to: start)
    return nil
  }

  /// Skips adjectives between a number and its unit.
  private func skipQualifiers(_ scanner: inout TextScanner) {
    while scanner.take("more ") || scanner.take("or more ") || scanner.take("or fewer ") || scanner.take("or less ")
      || scanner.take("full ") || scanner.take("additional ") || scanner.take("further ")
      || scanner.take("extra ") || scanner.take("consecutive ") || scanner.take("certified ")
      || scanner.take("identical ") || scanner.take("separate ") || scanner.take("other ") || scanner.take("whole ")
      || scanner.take("clear ") || scanner.take("signed ") || scanner.take("stamped ") || scanner.take("paper ")
    {
      scanner.skipSpaces()
    }
  }

  /// Takes an English unit of time, in the singular or plural.
  private func englishTime(_ scanner: inout TextScanner) -> QuantityUnit? {
    if scanner.take("working") || scanner.take("business") || scanner.take("work") {
      skipGap(&scanner)
      return scanner.take("day") ? plural(QuantityUnit(kind: .workingDays), &scanner) : nil
    }
    if scanner.take("weekday") { return plural(QuantityUnit(kind: .workingDays), &scanner) }
    if scanner.take("natural") || scanner.take("calendar") {
      skipGap(&scanner)
      if scanner.take("month") { return plural(QuantityUnit(kind: .months), &scanner) }
      return scanner.take("day") ? plural(QuantityUnit(kind: .calendarDays), &scanner) : nil
    }
    if scanner.take("day") { return plural(QuantityUnit(kind: .days), &scanner) }
    if scanner.take("week") { return plural(QuantityUnit(kind: .days, factor: 7), &scanner) }
    if scanner.take("month") { return plural(QuantityUnit(kind: .months), &scanner) }
    if scanner.take("quarter") { return plural(QuantityUnit(kind: .months, factor: 3, isDoubtful: true), &scanner) }
    if scanner.take("year") {
      let unit = plural(QuantityUnit(kind: .months, factor: 12), &scanner)
      let end = scanner.position
      if scanner.take(" of age") || scanner.take(" old") || scanner.take("-old") { return QuantityUnit(kind: .age) }
      // The fourteenth five-year plan is a name.
      let isPlan = scanner.take(" plan")
      scanner.move(to: end)
      return QuantityUnit(kind: unit.kind, factor: unit.factor, isDoubtful: isPlan)
    }
    if scanner.take("hour") || scanner.take("hr") {
      return plural(QuantityUnit(kind: .minutes, factor: 60), &scanner)
    }
    return scanner.take("minute") || scanner.take("min") ? plural(QuantityUnit(kind: .minutes), &scanner) : nil
  }

  /// Takes an English unit of money, share, area, length or mass.
  private func englishMeasure(_ scanner: inout TextScanner, isInDigits: Bool) -> QuantityUnit? {
    if scanner.take("percentage point") { return plural(QuantityUnit(kind: .percent), &scanner) }
    if scanner.take("per cent") || scanner.take("percent") { return QuantityUnit(kind: .percent) }
    if scanner.take("yuan") || scanner.take("rmb") || scanner.take("cny") || scanner.take("renminbi")
      || scanner.take("usd") || scanner.take("euros") || scanner.take("euro") || scanner.take("us dollar")
      || scanner.take("dollar") || scanner.take("hong kong dollar") || scanner.take("us$")
    {
      return plural(QuantityUnit(kind: .money), &scanner)
    }
    if scanner.take("square kilomet") { return metre(QuantityUnit(kind: .area, factor: 1_000_000), &scanner) }
    if scanner.take("square met") { return metre(QuantityUnit(kind: .area), &scanner) }
    if scanner.take("sq. m") || scanner.take("sq m") || scanner.take("sqm") || scanner.take("m²")
      || scanner.take("m2") || scanner.take("㎡")
    {
      return QuantityUnit(kind: .area)
    }
    if scanner.take("hectare") { return plural(QuantityUnit(kind: .area, factor: 10_000), &scanner) }
    if scanner.take("cubic met") { return metre(QuantityUnit(kind: .volume), &scanner) }
    if scanner.take("kilomet") { return metre(QuantityUnit(kind: .length, factor: 1000), &scanner) }
    if scanner.take("km") { return QuantityUnit(kind: .length, factor: 1000) }
    if scanner.take("centimet") { return metre(QuantityUnit(kind: .length, divisor: 100), &scanner) }
    if scanner.take("cm") { return QuantityUnit(kind: .length, divisor: 100) }
    if scanner.take("millimet") { return metre(QuantityUnit(kind: .length, divisor: 1000), &scanner) }
    if scanner.take("mm") { return QuantityUnit(kind: .length, divisor: 1000) }
    if scanner.take("met") { return metre(QuantityUnit(kind: .length), &scanner) }
    if scanner.take("kilogram") || scanner.take("kg") { return plural(QuantityUnit(kind: .mass), &scanner) }
    if scanner.take("tonne") || scanner.take("ton") { return plural(QuantityUnit(kind: .mass, factor: 1000), &scanner) }
    if scanner.take("inches") || scanner.take("inch") { return QuantityUnit(kind: .inches) }
    if scanner.take("mb") { return QuantityUnit(kind: .storage, factor: 1024) }
    if scanner.take("kb") { return QuantityUnit(kind: .storage) }
    return isInDigits && scanner.take("m") ? QuantityUnit(kind: .length) : nil
  }

  /// Takes an English noun for papers, persons or times.
  private func englishNoun(_ scanner: inout TextScanner) -> QuantityUnit? {
    if scanner.take("copies") || scanner.take("copy") || scanner.take("photocopies") || scanner.take("photocopy")
      || scanner.take("original") || scanner.take("duplicate") || scanner.take("set")
    {
      return plural(QuantityUnit(kind: .copies), &scanner)
    }
    if scanner.take("time") { return plural(QuantityUnit(kind: .times), &scanner) }
    if scanner.take("people") || scanner.take("person") || scanner.take("individual") || scanner.take("shareholder")
      || scanner.take("applicant") || scanner.take("employee") || scanner.take("witness")
    {
      return plural(QuantityUnit(kind: .persons), &scanner)
    }
    return nil
  }

  /// Takes re, res, er or ers at the end of a metre.
  private func metre(_ unit: QuantityUnit, _ scanner: inout TextScanner) -> QuantityUnit? {
    guard scanner.take("re") || scanner.take("er") else { return nil }
    return plural(unit, &scanner)
  }

  /// Takes the ending of a plural.
  private func plural(_ unit: QuantityUnit, _ scanner: inout TextScanner) -> QuantityUnit {
    _ = scanner.take("(s)") || scanner.take("es") || scanner.take("s")
    return unit
  }

  /// Skips the space or hyphen inside a unit.
  private func skipGap(_ scanner: inout TextScanner) {
    scanner.skipSpaces()
    _ = scanner.take("-")
  }
}
