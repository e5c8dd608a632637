import Diagnostics
import SourceText

/// What reading has to say, in both languages.
enum CatalogMessages {
  /// Builds an error at a place.
  static func diagnostic(
    _ id: String, _ message: LocalizedText, range: SourceRange = SourceRange(0, 0)
  ) -> Diagnostic {
    Diagnostic(id: id, severity: .error, message: message, range: range)
  }
}

extension LocalizedText {
  /// An id that no registry has.
  static func referenceUnknown(_ id: String, _ part: RegistryPart, known: [String]) -> LocalizedText {
    let zhPart: String
    let enPart: String
    switch part {
    case .materials: (zhPart, enPart) = ("材料", "material")
    case .places: (zhPart, enPart) = ("地点", "place")
    case .departments: (zhPart, enPart) = ("部门", "department")
    }
    var zh = "登记簿（Registry）中没有编号为“\(id)”的\(zhPart)"
    var en = "No registry has a \(enPart) with the id \"\(id)\""
    if let nearest = nearestName(to: id, among: known) {
      zh += "，是否想写“\(nearest)”？"
      en += "; did you mean \"\(nearest)\"?"
    } else if part == .departments {
      zh += "；如果是部门名称，请写成“{name: \(id)}”。"
      en += "; to state a department's name, write \"{name: \(id)}\"."
    } else {
      zh += "。"
      en += "."
    }
    return LocalizedText(zh: zh, en: en)
  }

  /// Nesting beyond what reading follows.
  static func nestingTooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "此处嵌套超过 \(limit) 层，更深的内容无法读取，请减少嵌套。",
      en: "Nesting is deeper than \(limit) levels here and is not read any further; nest less deeply.")
  }

  /// An item with too many variants, materials and steps to be counted.
  static let itemExcessive = LocalizedText(
    zh: "业务办理项、材料、环节和情形过多，超过统计的上限。",
    en: "The item has too many variants, materials, steps and questions to be counted.")

  /// A `$ref` that leads nowhere.
  static func schemaReferenceUnknown(_ reference: String) -> LocalizedText {
    LocalizedText(
      zh: "模式文件中的引用“\(reference)”没有对应的定义。",
      en: "The schema's reference \"\(reference)\" leads to no definition.")
  }

  /// An `x-reading` that reading does not know.
  static func schemaReadingUnknown(_ reading: String) -> LocalizedText {
    let known = [
      "localized", "clause", "limit", "statutory-limit", "citation", "basis-list", "contact-list", "department",
      "edges", "condition", "file",
    ]
    let nearest = nearestName(to: reading, among: known)
    return LocalizedText(
      zh: "不认识的 x-reading 取值“\(reading)”" + (nearest.map { "，是否想写“\($0)”？" } ?? "。"),
      en: "Unknown x-reading \"\(reading)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "."))
  }

  /// Text that `limit()` cannot read.
  static func limitUnreadable(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(text)”不是可以读懂的时限，请写成“20 工作日”“2 小时”“长期”“即办”这样的形式。",
      en: "\"\(text)\" is no readable time limit; write it like \"20 working days\", \"2 hours\" or \"instant\".")
  }

  /// Text that names neither a basis of the document nor a law.
  static func citationUnreadable(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(text)”不是可以读懂的依据，请写 basis 列表中的编号，或者“《行政许可法》第四十二条”这样的引文。",
      en: "\"\(text)\" is no readable basis; write the id of an entry of `basis`, or a citation like 《行政许可法》第四十二条.")
  }

  /// A clock time that is not two digits, a colon and two digits.
  static func clockTimeUnreadable(_ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(text)”不是时刻；请按 24 小时制写成五个字符，例：09:05。",
      en: "\"\(text)\" is no clock time; write 24 hours in five characters, such as 09:05.")
  }

  /// A function that looks beyond its document where that is not possible.
  static func lookupUnavailable(_ function: String) -> LocalizedText {
    LocalizedText(
      zh: "此处不能使用 \(function)()：这里只看得到一份文件。",
      en: "\(function)() cannot be used here, where only one document is at hand.")
  }

  /// A bundle whose members come together in more ways than can be looked at.
  static var tooManyCases: LocalizedText {
    LocalizedText(
      zh: "成员事项的情形组合太多，无法逐一核对；请减少互斥的情形，或者拆成几个“一件事”。",
      en: "The members have too many combinations of cases to look at; use fewer exclusive cases or split the bundle.")
  }

  /// A count that `catalog.membersTotal()` does not know.
  static func countUnknown(_ name: String) -> LocalizedText {
    let known = MemberCount.allCases.map(\.rawValue)
    let nearest = nearestName(to: name, among: known)
    return LocalizedText(
      zh: "不认识的合计项“\(name)”，可以是 \(known.joined(separator: "、"))" + (nearest.map { "，是否想写“\($0)”？" } ?? "。"),
      en: "Unknown count \"\(name)\"; it is one of \(known.joined(separator: ", "))"
        + (nearest.map { "; did you mean \"\($0)\"?" } ?? "."))
  }

  /// More branches or answers than a function looks at.
  static var branchLimit: LocalizedText {
    LocalizedText(
      zh: "流程的分支或者答案太多，没有检查完。",
      en: "The process has too many branches or answers to look at them all.")
  }

  /// More pairs of conditions than are held against each other.
  static var comparisonLimit: LocalizedText {
    LocalizedText(
      zh: "要互相比较的条件（when）太多，没有比较完。",
      en: "There are too many conditions (`when`) to compare them all with each other.")
  }

  /// A condition with more names than are looked up.
  static var conditionLimit: LocalizedText {
    LocalizedText(
      zh: "条件（when）所列的问题和答案，或者一个接一个提出的问题，超过 \(Situations.maximumCount) 个，没有检查完。",
      en:
        "A condition (`when`) lists more than \(Situations.maximumCount) questions and answers, or depends on so many "
        + "one after another, that it was not looked at.")
  }

  /// A text with more numbers than are compared.
  static let tooManyNumbers = LocalizedText(
    zh: "一段文字里的数字超过 \(QuantityList.maximumCount) 个，没有核对。",
    en: "A text holds more than \(QuantityList.maximumCount) numbers and was not compared.")
}
