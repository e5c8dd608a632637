import Catalog
import DataTree
import Diagnostics
import Rules
import SourceText

/// Limits, visits, fees, steps, members, results.
extension GuideLines {
  /// Adds 法定 and 承诺 limits, and those of variants that have limits of their own.
  mutating func addLimits() {
    let limits: [(key: String, id: String, about: LocalizedText)] = [
      ("statutory", "limit.statutory", Messages.statutoryLimit),
      ("promised", "limit.promised", Messages.promisedLimit),
    ]
    for limit in limits {
      let own = variants.filter { self.limit(limit.key, of: $0) != nil }
      if let written = self.limit(limit.key, of: fields) {
        var line = GuideLine(id: limit.id, subject: .limit, about: limit.about, written: written)
        line.variants = rest(of: own)
        line.range = limitRange(limit.key, of: fields)
        if line.variants != [] { add(line) }
      }
      for variant in own {
        guard let id = variant.string("id") else { continue }
        let about = variant.localized("name").map { Messages.of($0, limit.about) } ?? limit.about
        var line = GuideLine(id: limit.id, subject: .limit, about: about, written: self.limit(limit.key, of: variant))
        line.variants = [id]
        line.range = limitRange(limit.key, of: variant)
        add(line)
      }
    }
  }

  /// A limit with the day from which it counts; 即办 where the handling says no more.
  private func limit(_ key: String, of owner: TreeFields) -> LocalizedText? {
    let isInstant = key == "promised" && owner.string("handling") == "instant"
    guard let limits = owner.value("timeLimit").map({ TreeFields(owner.view, $0) }) else {
      return isInstant ? words(.instant) : nil
    }
    guard let limit = words(limits.limit(key)) else { return isInstant ? words(.instant) : nil }
    return sentence([limit, limits.limit(key) == TimeLimit.none ? nil : limits.localized("from")])
  }

  private func limitRange(_ key: String, of owner: TreeFields) -> SourceRange? {
    owner.value("timeLimit").flatMap { range(of: key, in: TreeFields(owner.view, $0)) }
  }

  /// The variants that have nothing of their own; nil where that are all.
  private func rest(of own: [TreeFields]) -> [String]? {
    guard !own.isEmpty else { return nil }
    let taken = Set(own.compactMap { $0.string("id") })
    return variants.compactMap { $0.string("id") }.filter { !taken.contains($0) }
  }

  /// Adds how often one has to come: in general, by variant, and where a channel says otherwise.
  mutating func addVisits() {
    let own = variants.filter { $0.int("visits") != nil }
    var byChannel: [LocalizedText] = []
    for node in fields.elements("channels") {
      let channel = TreeFields(fields.view, node)
      guard let count = channel.int("visits"), let type = channel.string("type") else { continue }
      let words = Messages.visits(count, on: Messages.channelType(type))
      if count != fields.int("visits"), !byChannel.contains(words) { byChannel.append(words) }
    }
    if let count = fields.int("visits") {
      let parts = [Messages.visits(count), count > 0 ? fields.localized("visitReason") : nil] + byChannel
      var line = GuideLine(id: "visits", subject: .visits, about: Messages.visits, written: sentence(parts))
      line.variants = rest(of: own)
      line.range = range(of: "visits", in: fields)
      if line.variants != [] { add(line) }
    } else if !byChannel.isEmpty {
      add(GuideLine(id: "visits", subject: .visits, about: Messages.visits, written: sentence(byChannel)))
    }
    for variant in own {
      guard let id = variant.string("id"), let count = variant.int("visits") else { continue }
      let about = variant.localized("name").map { Messages.of($0, Messages.visits) } ?? Messages.visits
      var line = GuideLine(id: "visits", subject: .visits, about: about, written: Messages.visits(count))
      line.variants = [id]
      add(line)
    }
  }

  /// Adds the fees, or that there are none; nothing where the guide says nothing.
  mutating func addFees() {
    guard let list = fields.value("fees"), fields.view.kind(list) == .list else { return }
    let fees = fields.view.elements(list)
    if fees.isEmpty { add(GuideLine(id: "fees", subject: .fee, about: Messages.fee, written: Messages.free)) }
    for node in fees {
      let fee = TreeFields(fields.view, node)
      let ways = fee.texts("payment").compactMap { Messages.paymentWay($0.text) }
      add(
        "fee", fee, .fee, about: fee.localized("name") ?? Messages.fee,
        written: [
          fee.localized("standard"), fee.localized("waiver").map(Messages.waiver),
          ways.isEmpty ? nil : Messages.payment(ways),
        ])
    }
  }

  /// Adds the steps.
  mutating func addSteps() {
    for node in fields.elements("steps") {
      let step = TreeFields(fields.view, node)
      guard let name = step.localized("name") else { continue }
      add(
        "step", step, .step, about: name,
        written: [
          step.string("actor").flatMap(Messages.actor), step.localized("owner"), words(step.limit("limit")),
          step.string("special").flatMap(Messages.special), step.bool("onSite") == true ? Messages.onSite : nil,
        ])
    }
  }

  /// Adds the members of a bundle by the names of their items.
  mutating func addMembers() {
    for node in fields.elements("members") {
      let member = TreeFields(fields.view, node)
      let item = member.string("item")
      let external = member.value("external").map { TreeFields(fields.view, $0) }
      let title =
        external?.localized("name")
        ?? item.flatMap {
          document.title(of: DocumentName(kind: "ServiceItem", id: $0)) ?? LocalizedText(zh: $0, en: $0)
        }
      guard let title else { continue }
      add(
        "member", member, .member, about: title,
        written: [
          external?.named("department"), words(member.limit("promised")),
          member.bool("optional") == true ? Messages.optionalMember : nil,
        ])
    }
  }

  /// Adds the results.
  mutating func addResults() {
    for node in fields.elements("results") {
      let result = TreeFields(fields.view, node)
      guard let name = result.localized("name") else { continue }
      let ways = result.texts("delivery").compactMap { Messages.delivery($0.text) }
      let delivery = LocalizedText(
        zh: ways.map(\.zh).joined(separator: "、"), en: ways.map(\.en).joined(separator: ", "))
      add(
        "result", result, .result, about: name,
        written: [
          delivery, words(result.limit("deliveryLimit")).map(Messages.deliveredWithin),
          words(result.limit("validity")).map(Messages.validFor),
        ])
    }
  }
}
