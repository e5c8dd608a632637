import CEL
import DataTree
import Diagnostics
import SourceText

/// Judges groups whose members lie in several documents, from the facts that the documents contributed.
package struct CatalogGroups {
  /// A result with the document that it belongs to.
  package struct Judged: Sendable {
    /// The reported member's document.
    package var place: CatalogSummaries.Place
    /// The result; nil for a pass or not applicable, which `state` tells.
    package var result: RuleResult?
    /// What the rule said.
    package var state: ResultState
    /// The rule.
    package var rule: Int
  }

  /// Where a member is.
  private struct Member {
    /// Its document.
    var place: CatalogSummaries.Place
    /// Its position among what the document contributes.
    var fact: Int
  }

  private let context: LintContext
  private let summaries: CatalogSummaries

  /// Prepares to judge the groups of a catalog.
  package init(_ context: LintContext, _ summaries: CatalogSummaries) {
    self.context = context
    self.summaries = summaries
  }

  /// Judges all rules whose groups reach over the catalog.
  package func judge() -> [Judged] {
    var members: [[Member]] = Array(repeating: [], count: context.library.rules.count)
    for file in summaries.files.indices {
      for document in summaries.files[file].summary.documents.indices {
        let place = CatalogSummaries.Place(file: file, document: document)
        for fact in summaries.files[file].summary.documents[document].facts.indices {
          members[summaries.files[file].summary.documents[document].facts[fact].rule].append(
            Member(place: place, fact: fact))
        }
      }
    }
    return members.indices.flatMap { rule in members[rule].isEmpty ? [] : judge(rule, members[rule]) }
  }

  private func judge(_ rule: Int, _ members: [Member]) -> [Judged] {
    let content = context.library.rules[rule]
    guard let grouping = content.grouping else { return [] }
    let tree = DataTree(symbols: context.library.symbols)
    let nodes = build(tree, grouping, members)
    var keys = GroupKeys()
    for member in members { keys.add(fact(of: member).key) }
    let order = GroupOrder(keys)
    let runner = RuleRunner(context)
    var known: EffectiveSettings?
    var judged: [Judged] = []
    for index in 0..<order.count {
      let group = order[index]
      let first = members[group[group.startIndex]]
      for position in GroupOrder.reported(group.count, grouping.report) {
        let member = members[group[group.startIndex + position]]
        if position == 0, runner.holdsForFirst(rule) {
          judged.append(Judged(place: member.place, result: nil, state: .pass, rule: rule))
          continue
        }
        let settings = summaries.files[member.place.file].summary.documents[member.place.document].settings
        if known !== settings { runner.evaluation.trees = [tree.view, settings.view] }
        known = settings
        runner.prepareFacts(rule, content, nodes: group.map { nodes[$0] }, position: position, settings)
        let state = runner.concludeFacts(
          rule, content, member: fact(of: member), related: position == 0 ? [] : [label(first)])
        judged.append(Judged(place: member.place, result: state.result, state: state.state, rule: rule))
      }
    }
    return judged
  }

  /// What a member contributes.
  private func fact(of member: Member) -> GroupFact {
    summaries.files[member.place.file].summary.documents[member.place.document].facts[member.fact]
  }

  private func label(_ member: Member) -> Label {
    Label(
      file: summaries.files[member.place.file].source.path, range: fact(of: member).range, text: Messages.firstHere)
  }

  private func build(_ tree: DataTree, _ grouping: Rule.Grouping, _ members: [Member]) -> [NodeID] {
    var builder = TreeBuilder(into: tree)
    builder.begin(.list)
    let names = grouping.facts.map(\.name)
    var nodes: [NodeID] = []
    nodes.reserveCapacity(members.count)
    for member in members {
      nodes.append(builder.begin(.map))
      builder.key("id")
      builder.string(summaries.files[member.place.file].summary.documents[member.place.document].name.id)
      let values = fact(of: member).values
      for index in names.indices {
        if case .absent = values[index] { continue }
        builder.key(names[index])
        builder.add(values[index])
      }
      builder.end()
    }
    builder.end()
    return nodes
  }
}

extension TreeBuilder {
  fileprivate mutating func add(_ value: FactValue) {
    switch value {
    case .absent, .null: null()
    case .bool(let flag): bool(flag)
    case .int(let number): int(number)
    case .double(let number): double(number)
    case .string(let text): _ = text.withUnsafeBufferPointer { scalar(.string, style: .doubleQuoted, text: $0) }
    case .opaque(let bits, let words):
      _ = words.withUnsafeBufferPointer { scalar(.opaque, text: $0, bits: bits) }
    case .list(let elements):
      begin(.list)
      for element in elements { add(element) }
      end()
    }
  }
}

extension RuleRunner {
  /// Sets what a rule over the catalog sees of one group.
  func prepareFacts(
    _ rule: Int, _ content: Rule, nodes: [NodeID], position: Int, _ settings: EffectiveSettings
  ) {
    forget()
    let values = nodes.map { evaluation.value(of: NodeReference(tree: 0, node: $0)) }
    set(.this, values[position])
    set(.params, .node(NodeReference(tree: 1, node: settings.states[rule].parameters)))
    set(.vocabulary, .node(NodeReference(tree: 1, node: settings.vocabularies)))
    if content.readsToday { set(.today, evaluation.makeString(today)) }
    setGroup(values, position: position)
    for named in content.grouping?.lets ?? [] { evaluation.setLazy(named.slot, named.program) }
  }

  /// Judges the member that `prepareFacts` has set.
  func concludeFacts(_ rule: Int, _ content: Rule, member: GroupFact, related: [Label])
    -> (state: ResultState, result: RuleResult?)
  {
    records.removeAll(keepingCapacity: true)
    let place = Placement(range: member.range, path: member.path, anchor: member.anchor, related: related)
    guard let require = content.require else { return (.notApplicable, nil) }
    let value = mutation.map(Value.bool) ?? require.evaluate(in: evaluation)
    switch value {
    case .bool(true): return (.pass, nil)
    case .absent: return (.notApplicable, nil)
    case .bool(false): fail(rule, content, place)
    case .error(let error):
      record(rule, .error, Messages.evaluationFailed(evaluation.errorMessage(error)), place)
    default: record(rule, .error, Messages.notBoolean(evaluation.typeName(of: value)), place)
    }
    return (records.first?.state ?? .error, records.first)
  }
}
