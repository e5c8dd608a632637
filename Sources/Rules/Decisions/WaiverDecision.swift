import Diagnostics
import SourceText

/// Applies a catalog's waivers to what comments left, and says how each waiver stands.
struct WaiverDecision {
  private let catalog: ReviewedCatalog
  private let file: WaiverFile
  private let today: CalendarDay
  private let selected: [SelectedRules]
  private let globs: [Glob?]

  /// Prepares to judge a catalog on a day.
  init(_ catalog: ReviewedCatalog, _ file: WaiverFile, today: CalendarDay) {
    self.catalog = catalog
    self.file = file
    self.today = today
    selected = file.waivers.map { catalog.library.selected(by: $0.rule.value) }
    globs = file.waivers.map { waiver in
      waiver.item.value.utf8.contains { "*?[".utf8.contains($0) } ? Glob(waiver.item.value) : nil
    }
  }

  /// Accepts what waivers in force cover, and notes on the rest which of them is over.
  /// - Returns: how each waiver stands, and the positions of the diagnostics that fail again.
  func apply(to found: inout [ReportedDiagnostic]) -> (statuses: [WaiverStatus], failing: Set<Int>) {
    var byRule: [String: [Int]] = [:]
    for position in file.waivers.indices {
      for id in selected[position].ids { byRule[id, default: []].append(position) }
    }
    var covered = [[DiagnosticKey]](repeating: [], count: file.waivers.count)
    var hasErrors = [Bool](repeating: false, count: file.waivers.count)
    var failing: Set<Int> = []
    for index in found.indices where found[index].isAcceptable(in: catalog, errorsToo: true) {
      let matching = (byRule[found[index].rule] ?? []).filter { covers($0, found[index]) }
      guard found[index].state == .fail else {
        for position in matching { hasErrors[position] = true }
        continue
      }
      if let position = matching.first(where: isInForce) {
        covered[position].append(found[index].key)
        let waiver = file.waivers[position]
        found[index].accept(
          Acceptance(
            kind: .waiver, reason: waiver.reason, owner: waiver.owner, expires: waiver.expires.value.text,
            file: file.source.path, range: waiver.range))
      } else if let position = matching.last(where: isOver) {
        covered[position].append(found[index].key)
        failing.insert(index)
        let waiver = file.waivers[position]
        found[index].related.append(
          Label(
            file: file.source.path, range: waiver.expires.range,
            text: Messages.waiverOver(waiver.expires.value.text, owner: waiver.owner)))
      }
    }
    return (file.waivers.indices.map { status($0, covered[$0], hasErrors: hasErrors[$0]) }, failing)
  }

  /// What is to be said of the waivers themselves.
  func diagnostics(_ statuses: [WaiverStatus], known found: [ReportedDiagnostic]) -> [ReportedDiagnostic] {
    let names = catalog.documentNames.union(found.lazy.map(\.key.document))
    var said: [Diagnostic] = []
    for (position, status) in statuses.enumerated() where !selected[position].isEmpty {
      let waiver = status.waiver
      if let fault = unknownItem(position, among: names) {
        said.append(fault)
      } else if isLocked(position) {
        let message = Messages.ruleLocked(waiver.rule.value)
        said.append(Diagnostic(id: "waiver-locked", message: message, range: waiver.rule.range))
      } else if status.covered.isEmpty, status.state == .unused || status.state == .expired && isJudged(position) {
        said.append(
          Diagnostic(id: "waiver-unused", severity: .info, message: Messages.waiverUnused, range: waiver.range))
      } else if status.state == .nearExpiry {
        let message = Messages.waiverEnding(
          waiver.expires.value.text, days: status.daysLeft, covered: status.covered.count, owner: waiver.owner)
        said.append(Diagnostic(id: "waiver-ending", severity: .info, message: message, range: waiver.expires.range))
      }
    }
    return said.map { ReportedDiagnostic($0, in: file.source.path) }
  }

  private func status(_ position: Int, _ covered: [DiagnosticKey], hasErrors: Bool) -> WaiverStatus {
    let waiver = file.waivers[position]
    let daysLeft = waiver.expires.value.number - today.number
    let state: WaiverState
    if daysLeft < 0 {
      state = .expired
    } else if today < waiver.granted.value {
      state = .pending
    } else if covered.isEmpty, selected[position].isEmpty || !hasErrors && isJudged(position) {
      state = .unused
    } else {
      state = daysLeft <= file.warnDays ? .nearExpiry : .active
    }
    return WaiverStatus(waiver: waiver, source: file.source, state: state, daysLeft: daysLeft, covered: covered)
  }

  private func isInForce(_ position: Int) -> Bool {
    file.waivers[position].granted.value <= today && today <= file.waivers[position].expires.value
  }

  private func isOver(_ position: Int) -> Bool { file.waivers[position].expires.value < today }

  private func covers(_ position: Int, _ diagnostic: ReportedDiagnostic) -> Bool {
    guard takes(position, diagnostic.key.document) else { return false }
    guard let path = file.waivers[position].path?.value else { return true }
    return WaiverDecision.isAt(diagnostic.key.place.path, path)
      || diagnostic.path.map { WaiverDecision.isAt($0, path) } ?? false
  }

  private func takes(_ position: Int, _ document: String) -> Bool {
    globs[position]?.matches(file: document) ?? (file.waivers[position].item.value == document)
  }

  /// Whether a path is another one or lies below it.
  private static func isAt(_ path: String, _ upper: String) -> Bool {
    guard path.utf8.starts(with: upper.utf8) else { return false }
    let rest = path.utf8.dropFirst(upper.utf8.count).first
    return rest == nil || rest == UInt8(ascii: ".") || rest == UInt8(ascii: "[")
  }

  /// Whether all that the waiver speaks of was looked at.
  private func isJudged(_ position: Int) -> Bool {
    let names = documents(of: position)
    let reported = names.map(catalog.documents(named:))
    guard catalog.isReportedWhole || !names.isEmpty && globs[position] == nil && !reported.contains(where: \.isEmpty)
    else { return false }
    return catalog.isJudged(selected[position], on: reported.flatMap { $0 })
  }

  private func isLocked(_ position: Int) -> Bool {
    let documents = documents(of: position).flatMap(catalog.documents(named:))
    if documents.isEmpty { return selected[position].isLocked(under: catalog.settings) }
    return documents.allSatisfy { selected[position].isLocked(under: $0.settings) }
  }

  private func documents(of position: Int) -> [String] {
    if globs[position] == nil {
      let name = file.waivers[position].item.value
      return catalog.documentNames.contains(name) ? [name] : []
    }
    return catalog.documentNames.filter { takes(position, $0) }.sorted()
  }

  private func unknownItem(_ position: Int, among names: Set<String>) -> Diagnostic? {
    let item = file.waivers[position].item
    let isKnown = globs[position] == nil ? names.contains(item.value) : names.contains { takes(position, $0) }
    guard catalog.isLoadedWhole, !isKnown else { return nil }
    let nearest = nearestName(to: item.value, among: catalog.documentNames.sorted())
    return Diagnostic(
      id: "waiver-unknown-item", severity: .warning, message: Messages.waiverUnknownItem(item.value, nearest: nearest),
      range: item.range)
  }
}
