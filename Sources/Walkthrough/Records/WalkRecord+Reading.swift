import DataTree
package import Rules

extension WalkRecord {
  /// Reads a document of kind `Walkthrough`; nil where it does not say what was walked.
  package init?(_ document: CatalogDocuments.Document) {
    self.init(document.fields, id: document.name.id)
  }

  /// Reads the fields of a record; of localized texts the Chinese counts, in which records are written.
  package init?(_ fields: TreeFields, id: String) {
    let item = fields.string("item")
    guard let target = item ?? fields.string("bundle") else { return nil }
    self.init(id: id, document: DocumentName(kind: item == nil ? "Bundle" : "ServiceItem", id: target))
    variant = fields.string("variant")
    guideVersion = fields.int("guideVersion")
    round = fields.string("round")
    date = fields.string("date")
    mode = fields.string("mode")
    persona = fields.string("persona")
    channel = fields.string("channel")
    place = fields.localized("place")?.zh
    if let reviewer = fields.below("reviewer") {
      self.reviewer = reviewer.string("name")
      role = reviewer.string("role")
      unit = reviewer.localized("unit")?.zh
    }
    if let times = fields.below("times") {
      self.times.ticket = times.string("ticket")
      self.times.called = times.string("called")
      self.times.accepted = times.string("accepted")
      self.times.left = times.string("left")
    }
    readFindings(fields)
    readConclusion(fields)
  }

  private mutating func readFindings(_ fields: TreeFields) {
    lines = fields.list("lines").compactMap { fields in
      guard let id = fields.string("id") else { return nil }
      var line = Line(id: id)
      line.about = fields.localized("about")?.zh
      line.written = fields.localized("written")?.zh
      line.found = fields.string("found")
      line.result = fields.string("result").flatMap(Finding.init)
      line.note = fields.string("note")
      line.evidence = fields.texts("evidence").map(\.text)
      return line
    }
    extra = fields.list("extra").compactMap { fields in
      fields.string("name").map {
        Extra(name: $0, note: fields.string("note"), evidence: fields.texts("evidence").map(\.text))
      }
    }
    answers = fields.list("answers").compactMap { fields in
      guard let id = fields.string("id") else { return nil }
      var reply = Reply(id: id)
      reply.ask = fields.localized("ask")?.zh
      reply.result = fields.string("result").flatMap(Answer.init)
      reply.note = fields.string("note")
      reply.evidence = fields.texts("evidence").map(\.text)
      return reply
    }
  }

  private mutating func readConclusion(_ fields: TreeFields) {
    if let scores = fields.below("scores") {
      for aspect in Aspect.allCases { self.scores[aspect] = scores.int(aspect.rawValue) }
    }
    outcome = fields.string("outcome").flatMap(Outcome.init)
    if let obstacles = fields.below("obstacles") {
      cannot = obstacles.string("cannot")
      hard = obstacles.string("hard")
      refused = obstacles.string("refused")
    }
    suggestions = fields.texts("suggestions").map(\.text)
    conclusion = fields.string("conclusion")
    evidence = fields.list("evidence").compactMap { fields in
      fields.string("file").map {
        Evidence(file: $0, caption: fields.string("caption"), taken: fields.string("taken"))
      }
    }
    masked = fields.int("masked") ?? 0
  }
}

extension TreeFields {
  /// The fields of a map below a key; nil where there is none.
  func below(_ key: String) -> TreeFields? {
    value(key).flatMap { view.kind($0) == .map ? TreeFields(view, $0) : nil }
  }

  /// The fields of each map in a list.
  func list(_ key: String) -> [TreeFields] {
    elements(key).filter { view.kind($0) == .map }.map { TreeFields(view, $0) }
  }
}
