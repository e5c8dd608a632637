import Diagnostics
import Rules

extension LedgerUpdateDraft {
  /// Holds what walks found against the rows.
  mutating func judgeWalks() {
    var order: [String] = []
    var byKey: [String: [WalkObservation]] = [:]
    for observation in update.observations {
      if byKey[observation.key] == nil { order.append(observation.key) }
      byKey[observation.key, default: []].append(observation)
    }
    var alike: [String: Int] = [:]
    for key in order {
      if let last = byKey[key]?.last, !last.isGood { alike[last.line, default: 0] += 1 }
    }
    for key in order {
      guard let observations = byKey[key], let last = observations.last,
        update.isWanted(document: last.walk.document.id, rule: last.rule)
      else { continue }
      guard let place = rows[key] else {
        guard !last.isGood else { continue }
        // The first walk that met it since it was last in order.
        let start = observations.lastIndex { $0.isGood }.map { $0 + 1 } ?? 0
        add(row(of: observations[start], alike: alike[last.line] ?? 1))
        continue
      }
      guard update.ledger.rows.indices.contains(place) else { continue }
      judge(update.ledger.rows[place], last, alike: alike[last.line])
    }
  }

  private mutating func judge(_ row: LedgerRow, _ last: WalkObservation, alike: Int?) {
    guard row.state != .rejected else { return }
    let walk = last.walk
    let language = update.options.language
    if update.subjects[walk.document.id] == nil, row.state.isPending {
      outcome.gone.append((row.id, walk.document.id))
      return
    }
    if last.isGood {
      // A person who sent the row back knew this walk; only another one is news.
      guard row.state.isPending, !row.proof.contains(where: { LedgerFinding.isNamed(walk.id, in: $0) }) else { return }
      putUpForReview(
        row, proof: Messages.walkProof(walk.id, on: walk.date ?? "")[language],
        note: Messages.walkFindsGood(walk.id)[language])
      return
    }
    if isNews(walk, to: row), row.state.afterReturn != row.state {
      let words = Messages.walkFindsAgain(walk.id)[language]
      reopen(row, words)
      note(row, row.state.afterReturn, words)
    }
    refresh(row, alike: alike)
  }

  /// Whether a walk was made after the row was held for solved, so that it can speak against that.
  private func isNews(_ walk: WalkRecord, to row: LedgerRow) -> Bool {
    let isKnown = row.history.contains { LedgerFinding.isNamed(walk.id, in: $0.note ?? "") }
    guard let date = walk.date, !isKnown else { return false }
    let settled = max(row.closedOn ?? "", row.history.last { $0.state == row.state.rawValue }?.date ?? "")
    return date >= settled
  }

  // MARK: New rows of walks

  private func row(of found: WalkObservation, alike: Int) -> LedgerRow {
    let options = update.options
    let walk = found.walk
    var row = LedgerRow(id: "")
    row.source = .walk
    row.key = found.key
    row.problem = found.masked(found.problem[options.language])
    row.severity = found.severity
    row.defect = found.defect
    row.alike = alike
    if case .suggestion(let text) = found.subject { row.advice = found.masked(text) }
    describe(&row, document: walk.document.id)
    row.place = Messages.walkPlace(channel: walk.channel, walk.place)?[options.language]
    row.type = found.pace
    switch found.pace {
    case .immediate: row.due = options.today.adding(options.immediateDays).text
    case .dated: row.due = options.today.adding(options.dueDays).text
    case .standing: break
    }
    let evidence = found.evidence
    if !evidence.isEmpty { row.note = Messages.evidence(evidence)[options.language] }
    begin(
      &row, on: walk.date ?? options.today.text, by: finder(of: walk), Messages.walkFinds(walk.id)[options.language])
    return row
  }

  /// 体验人/方式: role, unit and mode; the name stays in the record of the walk.
  private func finder(of walk: WalkRecord) -> String {
    let language = update.options.language
    func name(_ kit: String, _ id: String?) -> String? {
      id.map { update.kits[kit]?.entry($0)?.name[language] ?? $0 }
    }
    let parts = [walk.unit, name("roles", walk.role), name("modes", walk.mode)].compactMap(\.self)
    return parts.isEmpty ? LedgerRow.Source.walk.label[language] : parts.joined(separator: language == .zh ? "，" : ", ")
  }
}

extension WalkObservation {
  /// The rule that asks the question; nil for what no rule asks.
  var rule: String? {
    guard line.utf8.starts(with: "ask.".utf8) else { return nil }
    return String(decoding: line.utf8.dropFirst(4), as: UTF8.self)
  }

  /// What is wrong, in one sentence.
  fileprivate var problem: LocalizedText {
    switch subject {
    case .line(let line):
      Messages.differs(line.about ?? line.id, written: line.written, found: line.found, note: line.note)
    case .extra(let extra): Messages.asksForMore(extra.name, note: extra.note)
    case .answer(let reply): Messages.answeredBadly(reply.ask ?? reply.id, note: reply.note)
    case .obstacle(.cannot, let text): Messages.cannot(text)
    case .obstacle(.hard, let text): Messages.hard(text)
    case .obstacle(.refused, let text): Messages.refused(text)
    case .suggestion(let text): LocalizedText(zh: text, en: text)
    }
  }

  /// A text without what tells who an applicant is, for a record that nobody imported; what the guide says stays.
  fileprivate func masked(_ text: String) -> String {
    PersonalData(stated: walk.lines.compactMap(\.written)).mask(text, allowsLandlines: line.hasSuffix(".phone")).text
  }

  /// Files that prove it.
  fileprivate var evidence: [String] {
    switch subject {
    case .line(let line): line.evidence
    case .extra(let extra): extra.evidence
    case .answer(let reply): reply.evidence
    case .obstacle, .suggestion: []
    }
  }

  /// How grave it is: what keeps the applicant from the result is an error, advice a remark.
  fileprivate var severity: Severity {
    switch subject {
    case .extra, .obstacle(.cannot, _), .obstacle(.refused, _): .error
    case .line, .answer, .obstacle(.hard, _): .warning
    case .suggestion: .info
    }
  }

  /// A paper that nobody may ask for is to be given up at once; advice has no end.
  fileprivate var pace: LedgerRow.Pace {
    switch subject {
    case .extra: .immediate
    case .line, .answer, .obstacle: .dated
    case .suggestion: .standing
    }
  }

  /// The class of a line that differs follows from what it is about.
  fileprivate var defect: Defect? {
    switch subject {
    case .extra: return .unclearDisclosure
    case .line(let line):
      let kind = line.id.utf8.prefix { $0 != UInt8(ascii: ".") }
      switch String(Substring(kind)) {
      case "step", "limit", "visits", "stage", "member": return .opaqueProcess
      case "contact": return .noGuidance
      case "channel": return .channelMismatch
      case "material", "fee", "fees", "result": return .unclearDisclosure
      default: return nil
      }
    case .answer, .obstacle, .suggestion: return nil
    }
  }
}
