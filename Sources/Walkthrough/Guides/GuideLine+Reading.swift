import Catalog
import DataTree
import Diagnostics
import Rules
import SourceText

extension GuideLine {
  /// What an item or bundle says, line by line.
  static func all(of document: CatalogDocuments.Document) -> [GuideLine] {
    var lines = GuideLines(document)
    lines.addMaterials()
    lines.addLimits()
    lines.addVisits()
    lines.addFees()
    lines.addChannels()
    lines.addContacts()
    lines.addMembers()
    lines.addSteps()
    lines.addResults()
    return lines.lines
  }
}

/// Collects the lines of a guide; each gets an id that changes elsewhere in the document do not rename.
struct GuideLines {
  /// What was collected.
  private(set) var lines: [GuideLine] = []
  /// The document.
  let document: CatalogDocuments.Document
  /// Its fields.
  let fields: TreeFields
  /// What is counted of it.
  private let measured: MeasuredItem
  /// Its variants.
  let variants: [TreeFields]
  /// The types of its channels, each once.
  private let channelTypes: [String]
  /// Its questions by id, with the words of their answers.
  private let questions: [String: (ask: LocalizedText, answers: [String: LocalizedText])]
  private var counts: [String: Int] = [:]

  /// Starts with nothing.
  init(_ document: CatalogDocuments.Document) {
    self.document = document
    let fields = document.fields
    self.fields = fields
    measured = document.measured
    variants = fields.elements("variants").map { TreeFields(fields.view, $0) }
    var types: [String] = []
    for node in fields.elements("channels") {
      if let type = TreeFields(fields.view, node).string("type"), !types.contains(type) { types.append(type) }
    }
    channelTypes = types
    questions = GuideLines.questions(fields)
  }

  /// Adds a line; one whose id is taken is told apart by a number.
  mutating func add(_ line: GuideLine) {
    var line = line
    let count = counts[line.id, default: 0] + 1
    counts[line.id] = count
    if count > 1 { line.id += "-\(count)" }
    lines.append(line)
  }

  /// Adds a line about an element of a list, with the variants, channels and situations to which the element applies.
  mutating func add(
    _ prefix: String, _ element: TreeFields, _ subject: GuideLine.Subject, about name: LocalizedText,
    written parts: [LocalizedText?]
  ) {
    var line = GuideLine(id: id(prefix, of: element, name), subject: subject, about: name)
    line.variants = measured.variantIDs(of: element.node)
    line.channels = measured.channelTypes(of: element.node, among: channelTypes)
    line.written = sentence(parts + [situation(of: element)])
    line.range = element.view[element.node].range
    add(line)
  }

  /// Parts in one sentence; nil where there are none.
  func sentence(_ parts: [LocalizedText?]) -> LocalizedText? {
    let parts = parts.compactMap(\.self).filter { !$0.zh.isEmpty || !$0.en.isEmpty }
    guard !parts.isEmpty else { return nil }
    return LocalizedText(
      zh: GuideLines.joined(parts.map(\.zh), "；", fullStop: "。"),
      en: GuideLines.joined(parts.map(\.en), "; ", fullStop: "."))
  }

  /// Puts parts into one sentence; full stops between them are left out.
  private static func joined(_ parts: [String], _ separator: String, fullStop: Character) -> String {
    parts.enumerated().map { index, part in
      index + 1 < parts.count && part.last == fullStop ? String(part.dropLast()) : part
    }
    .joined(separator: separator)
  }

  /// Where a field is written; nil where it is not, or where a registry or default supplies it.
  func range(of key: String, in owner: TreeFields) -> SourceRange? {
    owner.value(key).flatMap { node in
      owner.view[node].flags.contains(.supplied) ? nil : owner.view[node].range
    }
  }

  /// A time limit in words.
  func words(_ limit: TimeLimit?) -> LocalizedText? {
    limit.map { LocalizedText(zh: $0.describe(inChinese: true), en: $0.describe(inChinese: false)) }
  }

  /// The situation in which an element applies, as far as it is one of one question that the guide asks.
  private func situation(of element: TreeFields) -> LocalizedText? {
    guard let when = element.value("when"), element.view.kind(when) == .map else { return nil }
    let entries = element.view.entries(when).filter {
      let key = element.view.string($0.key)
      return key != "variant" && key != "channel"
    }
    guard entries.count == 1, let question = questions[element.view.string(entries[0].key)] else { return nil }
    let value = entries[0].value
    let nodes = element.view.kind(value) == .list ? Array(element.view.elements(value)) : [value]
    let answers = nodes.compactMap { node -> LocalizedText? in
      if element.view.kind(node) == .bool { return Messages.answer(element.view[node].bool) }
      return element.view[node].isCollection ? nil : question.answers[element.view.string(node)]
    }
    return answers.isEmpty ? nil : Messages.situation(question.ask, answers)
  }

  /// `material.id-card`; an element without an id is told by a hash of its name.
  private func id(_ prefix: String, of element: TreeFields, _ name: LocalizedText) -> String {
    prefix + "." + (element.string("id") ?? "~" + StablePlace.digits(StablePlace.hash(of: name.zh.utf8)).suffix(8))
  }

  private static func questions(
    _ fields: TreeFields
  ) -> [String: (ask: LocalizedText, answers: [String: LocalizedText])] {
    var questions: [String: (ask: LocalizedText, answers: [String: LocalizedText])] = [:]
    for node in fields.elements("questions") {
      let question = TreeFields(fields.view, node)
      guard let id = question.string("id"), let ask = question.localized("ask"), questions[id] == nil else { continue }
      var answers: [String: LocalizedText] = [:]
      for node in question.elements("answers") {
        let answer = TreeFields(fields.view, node)
        if let id = answer.string("id"), let text = answer.localized("text") { answers[id] = text }
      }
      questions[id] = (ask, answers)
    }
    return questions
  }
}
