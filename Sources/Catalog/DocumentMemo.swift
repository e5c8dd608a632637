import CEL
import DataTree

/// What functions found out about the documents of one evaluation, so that no rule has it worked out for each target.
final class DocumentMemo {
  // One worker uses a memo, as with the evaluation that it belongs to.
  /// Process graphs by their list of steps and the condition that rules branches out: two or three.
  @exclusivity(unchecked) private var graphs: [(list: NodeReference, when: Condition?, graph: ProcessGraph)] = []
  /// The questions of each document that was asked about.
  @exclusivity(unchecked) private var situations: [(tree: UInt32, situations: Situations)] = []
  /// Members of bundles by the bundle's tree.
  @exclusivity(unchecked) var memberGraphs: [UInt32: MemberGraph] = [:]
  /// The same with the members' items.
  @exclusivity(unchecked) var memberItems: [UInt32: MemberItems] = [:]
  /// Questions that conditions of a document name, by its tree.
  @exclusivity(unchecked) var questions: [UInt32: Set<String>] = [:]
  /// Conditions by their nodes, nil for what is none.
  @exclusivity(unchecked) private var conditions: [NodeReference: Condition?] = [:]
  /// The questions of a tree that admit several answers.
  @exclusivity(unchecked) private var multiples: [UInt32: Set<String>] = [:]
  /// Answers to whether a document is written in a language: one or two, so that a scan is the quickest look-up.
  private var languages: [(document: NodeReference, tag: [UInt8], isWritten: Bool)] = []

  /// Comparisons of two documents by their trees; one pair at a time is compared.
  private var changes: (earlier: UInt32, later: UInt32, found: [ItemChange])?
  /// Where places of one tree are found in another, as above.
  private var counterpart: (from: UInt32, to: UInt32, finder: Counterpart)?

  /// What the fields of a document state in numbers, for the page in each language.
  @exclusivity(unchecked) private var quantities: (document: NodeReference, items: [Quantity])?

  /// The localized texts of a document, for the rules that hold languages against each other.
  @exclusivity(unchecked) private var texts: (document: NodeReference, pairs: [LocalizedPair])?

  /// The memo of an evaluation, which forgets it when its trees change.
  static func of(_ evaluation: Evaluation) -> DocumentMemo {
    if let memo = evaluation.memo {
      // A cast would look the class up each time.
      if type(of: memo) == DocumentMemo.self { return unsafeDowncast(memo, to: DocumentMemo.self) }
    }
    let memo = DocumentMemo()
    evaluation.memo = memo
    return memo
  }

  /// Edges that were walked or judged for single questions, so that a hostile document does not take for ever.
  @exclusivity(unchecked) private var work = 0

  /// Whether a document may take so much more work; a guide of fifty steps takes some thousand.
  func mayTake(_ more: Int) -> Bool {
    work += more
    return work <= 200_000_000
  }

  /// The condition at a node, read at the first question; nil for what is none.
  func condition(_ node: NodeReference, in view: TreeView) -> Condition? {
    if let known = conditions[node] { return known }
    let read = Condition(node.node, in: view)
    conditions[node] = .some(read)
    return read
  }

  /// The questions of a tree that are declared with `multiple: true`, gathered at the first question.
  func multiples(ofTree tree: UInt32, in view: TreeView, _ keys: ReadingKeys) -> Set<String> {
    if let known = multiples[tree] { return known }
    let found = Condition.multiples(in: view, keys)
    multiples[tree] = found
    return found
  }

  /// The graph of a list of steps that is known for a condition.
  func known(_ list: NodeReference, when: Condition) -> ProcessGraph? {
    graphs.firstIndex { $0.list == list && $0.when == when }.map { graphs[$0].graph }
  }

  /// The graph of a list of steps, made at the first question.
  func graph(_ list: NodeReference, when: Condition? = nil, make: () -> ProcessGraph) -> ProcessGraph {
    // By position, because copying an entry counts references.
    for index in graphs.indices where graphs[index].list == list && graphs[index].when == when {
      return graphs[index].graph
    }
    let graph = make()
    // A document may have any number of variants; what all rules ask for is the graph without a condition.
    if graphs.count >= 64 { graphs.removeAll { $0.when != nil } }
    graphs.append((list, when, graph))
    return graph
  }

  /// The questions of a document, read at the first question about them.
  func situations(ofTree tree: UInt32, _ evaluation: Evaluation, _ keys: ReadingKeys) -> Situations {
    for index in situations.indices where situations[index].tree == tree { return situations[index].situations }
    let read = Situations(in: evaluation.tree(tree), keys)
    if situations.count >= 16 { situations.removeAll(keepingCapacity: true) }
    situations.append((tree, read))
    return read
  }

  /// Whether a document is written in a language, found out at the first question.
  func isWritten(_ document: NodeReference, in tag: UnsafeBufferPointer<UInt8>, findOut: () -> Bool) -> Bool {
    for index in languages.indices
    where languages[index].document == document && languages[index].tag.elementsEqual(tag) {
      return languages[index].isWritten
    }
    let isWritten = findOut()
    if languages.count >= 16 { languages.removeAll(keepingCapacity: true) }
    languages.append((document, Array(tag), isWritten))
    return isWritten
  }

  /// The changes between the documents of two trees, found out at the first question.
  func changes(from earlier: UInt32, to later: UInt32, findOut: () -> [ItemChange]) -> [ItemChange] {
    if let changes, changes.earlier == earlier, changes.later == later { return changes.found }
    let found = findOut()
    changes = (earlier, later, found)
    return found
  }

  /// What finds places of one tree in another, made at the first question.
  func counterpart(from tree: UInt32, in other: UInt32, make: () -> Counterpart) -> Counterpart {
    if let counterpart, counterpart.from == tree, counterpart.to == other { return counterpart.finder }
    let finder = make()
    counterpart = (tree, other, finder)
    return finder
  }

  /// The quantities of a document's fields, gathered at the first question.
  func quantities(of document: NodeReference, gather: () -> [Quantity]) -> [Quantity] {
    if let quantities, quantities.document == document { return quantities.items }
    let items = gather()
    quantities = (document, items)
    return items
  }

  /// The localized texts of a document, gathered at the first question.
  func texts(of document: NodeReference, gather: () -> [LocalizedPair]) -> [LocalizedPair] {
    if let texts, texts.document == document { return texts.pairs }
    let pairs = gather()
    texts = (document, pairs)
    return pairs
  }
}
