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

  /// A function that looks beyond its document where that is not possible.
  static func lookupUnavailable(_ function: String) -> LocalizedText {
    LocalizedText(
      zh: "此处不能使用 \(function)()：这里只看得到一份文件。",
      en: "\(function)() cannot be used here, where only one document is at hand.")
  }
}
