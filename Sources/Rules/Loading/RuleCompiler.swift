import CEL
import Catalog
import DataTree
import Diagnostics
import JSONPath
import SourceText
import TextPatterns
import YAMLReader

/// Compiles the declarations of a rule set against one environment.
struct RuleCompiler {
  /// Functions and opaque types that expressions may use.
  let environment: Environment
  /// Compiles what is not needed before a rule fails.
  let messages: MessageCompiler
  /// The records that expressions read; those of parameters and facts are added as rules are compiled.
  let types: RuleTypes
  /// Tells what a selector gives, and with it the type of `this`.
  let typing: PathTyping
  /// Ids of the vocabularies, by their index.
  let vocabularyNames: [String]
  /// Those of the vocabularies that are tables, whose names are found one by one.
  let tables: [Vocabulary]
  /// Collects the keys that paths and expressions name, across all rules.
  var symbols: SymbolTable.Builder
  /// Distinct selectors, which rules share.
  private(set) var selectors: [PathQuery] = []
  /// Distinct searches of `find`, which rules share.
  private(set) var finds: [TargetPattern] = []
  /// How rule files write the searches.
  private var findSources: [String] = []
  /// Faults of the rule at hand.
  var diagnostics: [Diagnostic] = []
  /// Slots of the variables that some expression reads.
  private(set) var variablesRead: Set<Int> = []

  /// The rule file at hand.
  struct File {
    /// The parsed file, in which diagnostics find their places.
    var view: TreeView
    /// The file's text, in which a place inside a scalar is found.
    var source: SourceFile
    /// Id of the pack, which is the name of the file's folder.
    var pack: String
    /// Whether the file is shipped, rather than the catalog's own.
    var isStandard: Bool
    /// Whether the rule is known to be right.
    var isTested: Bool
  }

  /// Prepares to compile the rules of one set, one after another.
  init(
    environment: Environment, types: RuleTypes, typing: PathTyping, vocabularyNames: [String],
    tables: [Vocabulary], symbols: SymbolTable.Builder
  ) {
    self.environment = environment
    messages = MessageCompiler(environment)
    self.types = types
    self.typing = typing
    self.vocabularyNames = vocabularyNames
    self.tables = tables
    self.symbols = symbols
  }

  /// The variables of the rule at hand.
  struct Names {
    /// What `let`, `when`, `groupBy` and `facts` see: the selected node and its document.
    var node: [Variable]
    /// What `require` and the message see: also the match or element, and the group.
    var judged: [Variable]
  }

  /// Compiles a rule; nil when it has an error.
  mutating func compile(_ declaration: RuleDeclaration, in file: File) -> (rule: Rule?, diagnostics: [Diagnostic]) {
    diagnostics = []
    calls = []
    variablesRead = []
    parametersRead = []
    vocabulariesRead = []
    checkStructure(declaration, in: file)
    let (selectorIndices, targetTypes, targetShapes) = compileSelectors(declaration, in: file)
    let at = declaration.at.compactMap { place($0, declaration, targetShapes, in: file) }
    let atBase = declaration.atBase.compactMap { place($0, declaration, targetShapes, in: file) }
    var names = names(of: declaration, target: RuleTypes.union(targetTypes))
    groupLets = []
    observedParts = []
    let lets = compileLets(declaration, &names, in: file)
    let when = declaration.when.flatMap { nodeExpression($0, expecting: .bool, names.node, in: file) }
    var grouping = compileGrouping(declaration, &names, in: file)
    if let own = grouping {
      grouping = own.with(lets: compileLets(declaration, &names, ofFacts: true, in: file))
    }
    let targets = compileTargets(declaration, &names, in: file)
    let require = declaration.require.flatMap { expression($0, expecting: .bool, names.judged, in: file) }
    let message = message(declaration, names.judged, in: file)
    let fix = compileFix(declaration, names.judged, targetShapes, in: file)
    checkParameters(declaration, in: file)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
    let rule = Rule(
      page: RuleCompiler.page(declaration, in: file), selectors: selectorIndices, lets: lets, when: when?.program,
      isWhenOfDocument: when.map { $0.reads.isSubset(of: RuleCompiler.documentNames) } ?? false,
      require: require?.program, targets: targets, grouping: grouping, at: at, atBase: atBase,
      message: message, fix: fix, needsCatalog: readsCatalog,
      readsIndex: variablesRead.contains(RuleVariable.index.rawValue),
      readsToday: variablesRead.contains(RuleVariable.today.rawValue),
      readsBase: !atBase.isEmpty || variablesRead.contains(RuleVariable.base.rawValue),
      isOnRemoved: declaration.isOnRemoved, observedParts: observedParts, vocabularies: vocabulariesRead)
    return (rule, diagnostics)
  }

  // MARK: Expressions

  /// Names of functions and parameters that the rule at hand uses.
  private var calls: Set<String> = []
  /// Parameters that the rule at hand reads; a declared one that is not among them is reported.
  private(set) var parametersRead: Set<String> = []
  /// Vocabularies that the rule at hand names.
  private var vocabulariesRead: Set<String> = []
  /// Names of the `let` values that read `group`, `earlier` or `first`.
  private var groupLets: Set<String> = []
  /// Parts of the expressions so far that tell what they come to.
  private var observedParts: [Rule.ObservedPart] = []
  private var readsCatalog: Bool { calls.contains { $0.hasPrefix("catalog.") } }

  /// Variables that are the same for every node of a document.
  private static let documentNames: Set<String> = ["item", "bundle", "doc", "params", "vocabulary", "today", "base"]

  /// A compiled expression with its type.
  struct Compiled {
    /// What runs.
    var program: Program
    /// Type of the result; `dyn` where only a document can tell.
    var type: ExpressionType
    /// Names of the variables that it reads.
    var reads: Set<String>
  }

  /// Compiles one expression; faults are placed on the exact characters of the rule file.
  mutating func expression(
    _ written: WrittenText, part: Range<Int>? = nil, expecting: ExpressionType? = nil, _ variables: [Variable],
    in file: File
  ) -> Compiled? {
    let source = part.map { String(decoding: Array(written.text.utf8)[$0], as: UTF8.self) } ?? written.text
    let compilation = environment.compile(source, expecting: expecting, variables: variables, symbols: &symbols)
    if !compilation.diagnostics.isEmpty {
      let offsets = ScalarOffsets(written.node, in: file.view, source: file.source)
      let start = part?.lowerBound ?? 0
      for var diagnostic in compilation.diagnostics {
        diagnostic.range = offsets.sourceRange(
          Int(diagnostic.range.start) + start..<Int(diagnostic.range.end) + start)
        diagnostics.append(diagnostic)
      }
    }
    calls.formUnion(compilation.calls)
    for variable in variables where compilation.readsVariables.contains(variable.name) {
      variablesRead.insert(variable.slot)
    }
    noteNames(in: source)
    guard let program = compilation.program else { return nil }
    if !program.observationPoints.isEmpty {
      let offsets = ScalarOffsets(written.node, in: file.view, source: file.source)
      let start = part?.lowerBound ?? 0
      for point in program.observationPoints {
        let range = offsets.sourceRange(Int(point.range.start) + start..<Int(point.range.end) + start)
        observedParts.append(Rule.ObservedPart(program: program, point: point, range: range))
      }
    }
    return Compiled(program: program, type: compilation.type, reads: compilation.readsVariables)
  }

  /// Notes which parameters and vocabularies a text names.
  mutating func noteNames(in source: String) {
    parametersRead.formUnion(ExpressionWords.names(behind: "params.", in: source))
    vocabulariesRead.formUnion(ExpressionWords.names(behind: "vocabulary.", in: source))
  }

  // MARK: Paths

  private mutating func compileSelectors(_ declaration: RuleDeclaration, in file: File)
    -> (indices: [Int], types: [ExpressionType], shapes: [ShapeID])
  {
    var indices: [Int] = []
    var targetTypes: [ExpressionType] = []
    var shapes: [[ShapeID]] = []
    let written = declaration.select.isEmpty ? [nil] : declaration.select.map(Optional.some)
    for text in written {
      guard let query = path(text, allowsRelative: false, in: file) else { continue }
      let typed = typing.types(of: query, kinds: declaration.kinds.map(\.text))
      targetTypes += typed.types
      shapes.append(typed.shapes)
      if let text, let fault = typed.fault {
        let offsets = ScalarOffsets(text.node, in: file.view, source: file.source)
        diagnostics.append(
          Diagnostic(
            id: "rule-selector", message: fault.message, range: offsets.sourceRange(fault.range.offsets)))
      }
      if let known = selectors.firstIndex(where: { $0.source == query.source }) {
        indices.append(known)
      } else {
        indices.append(selectors.count)
        selectors.append(query)
      }
    }
    return (indices, targetTypes, shapes.contains([]) ? [] : shapes.flatMap { $0 })
  }

  /// A path of `at`: singular, and possible under the schema.
  private mutating func place(
    _ written: WrittenText, _ declaration: RuleDeclaration, _ targets: [ShapeID], in file: File
  ) -> PathQuery? {
    guard let query = path(written, allowsRelative: true, in: file) else { return nil }
    let offsets = ScalarOffsets(written.node, in: file.view, source: file.source)
    if !query.isSingular {
      diagnostics.append(
        Diagnostic(id: "rule-place", message: Messages.placeNotSingular, range: file.view[written.node].range))
    }
    let documents = declaration.kinds.compactMap { typing.shape(ofKind: $0.text) }
    if let fault = typing.trace(query, from: query.isRelative ? targets : documents).fault {
      diagnostics.append(
        Diagnostic(id: "rule-place", message: fault.message, range: offsets.sourceRange(fault.range.offsets)))
    }
    return query
  }

  private mutating func path(_ written: WrittenText?, allowsRelative: Bool, in file: File) -> PathQuery? {
    let (query, faults) = PathQuery.parse(written?.text ?? "$", symbols: &symbols, allowsRelative: allowsRelative)
    guard let written, !faults.isEmpty else { return query }
    let offsets = ScalarOffsets(written.node, in: file.view, source: file.source)
    for var fault in faults {
      fault.range = offsets.sourceRange(fault.range.offsets)
      diagnostics.append(fault)
    }
    return query
  }

  // MARK: Names

  private func names(of declaration: RuleDeclaration, target: ExpressionType) -> Names {
    let kinds = declaration.kinds.map(\.text)
    let document = RuleTypes.union(kinds.map { typing.type(ofKind: $0) })
    var common = [
      Variable("params", .record(RuleCompiler.parameterRecord(declaration)), slot: RuleVariable.params.rawValue),
      Variable("vocabulary", .record(RuleTypes.vocabularies), slot: RuleVariable.vocabulary.rawValue),
      Variable("today", .string, slot: RuleVariable.today.rawValue),
    ]
    let whole = RuleVariable.item.rawValue
    var documentNames = [Variable("doc", document, slot: whole)]
    if kinds.contains("ServiceItem") { documentNames.append(Variable("item", document, slot: whole)) }
    if kinds.contains("Bundle") { documentNames.append(Variable("bundle", document, slot: whole)) }
    documentNames.append(Variable("base", .optional(document), slot: RuleVariable.base.rawValue))
    let this = Variable("this", declaration.find == nil ? target : .string, slot: RuleVariable.this.rawValue)
    common.append(Variable("index", .int, slot: RuleVariable.index.rawValue))
    let node = common + documentNames + [this]
    return Names(node: node, judged: node)
  }

  /// Name of the record of a rule's parameters.
  static func parameterRecord(_ declaration: RuleDeclaration) -> String { "params of \(declaration.id.text)" }

  /// Compiles the `let` values that are about nodes, or about the facts of a group over the catalog.
  private mutating func compileLets(
    _ declaration: RuleDeclaration, _ names: inout Names, ofFacts: Bool = false, in file: File
  ) -> [(slot: Int, program: Program)] {
    var compiled: [(slot: Int, program: Program)] = []
    var group: [Variable] = []
    if declaration.groupBy != nil, !declaration.isOverCatalog {
      group = RuleCompiler.groupVariables(names.node.first { $0.name == "this" }?.type ?? .dyn)
    }
    let aboutFacts = declaration.isOverCatalog ? RuleCompiler.letsAboutGroups(declaration.lets) : []
    for (offset, named) in declaration.lets.enumerated() where aboutFacts.contains(named.name.text) == ofFacts {
      let slot = RuleVariable.firstLet + offset
      let visible = ofFacts ? names.judged : names.node + group
      guard let value = expression(named.expression, visible, in: file) else { continue }
      compiled.append((slot, value.program))
      if !value.reads.isDisjoint(with: groupLets.union(group.map(\.name))) { groupLets.insert(named.name.text) }
      if !ofFacts { names.node.append(Variable(named.name.text, value.type, slot: slot)) }
      names.judged.append(Variable(named.name.text, value.type, slot: slot))
    }
    return compiled
  }

  /// Names of the values that name the group, or another such value.
  private static func letsAboutGroups(_ lets: [(name: WrittenText, expression: WrittenText)]) -> Set<String> {
    var names: Set<String> = ["group", "earlier", "first"]
    for named in lets
    where names.contains(where: { ExpressionWords.mention(of: $0, in: named.expression.text) != nil }) {
      names.insert(named.name.text)
    }
    return names
  }

  /// What `require` of a group rule sees besides its node.
  private static func groupVariables(_ member: ExpressionType) -> [Variable] {
    [
      Variable("group", .list(member), slot: RuleVariable.group.rawValue),
      Variable("earlier", .list(member), slot: RuleVariable.earlier.rawValue),
      Variable("first", member, slot: RuleVariable.first.rawValue),
    ]
  }

  /// Compiles an expression that is evaluated before there are groups, so that it may read no `let` about one.
  private mutating func nodeExpression(
    _ written: WrittenText, expecting: ExpressionType? = nil, _ variables: [Variable], in file: File
  ) -> Compiled? {
    guard let compiled = expression(written, expecting: expecting, variables, in: file) else { return nil }
    guard let name = compiled.reads.intersection(groupLets).min() else { return compiled }
    let place = ExpressionWords.range(of: name, in: written.text)
    let offsets = ScalarOffsets(written.node, in: file.view, source: file.source)
    diagnostics.append(
      Diagnostic(id: "rule-let", message: Messages.letReadsGroup(name), range: offsets.sourceRange(place)))
    return nil
  }

  private mutating func compileGrouping(_ declaration: RuleDeclaration, _ names: inout Names, in file: File)
    -> Rule.Grouping?
  {
    guard let groupBy = declaration.groupBy else { return nil }
    let key = nodeExpression(groupBy, names.node, in: file)
    var facts: [(name: String, program: Program)] = []
    var member = names.node.first { $0.name == "this" }?.type ?? .dyn
    if declaration.isOverCatalog {
      var fields: [(name: String, type: ExpressionType)] = [("id", .string)]
      for fact in declaration.facts {
        guard let value = nodeExpression(fact.expression, names.node, in: file) else { continue }
        facts.append((fact.name.text, value.program))
        fields.append((fact.name.text, value.type))
      }
      let record = "facts of \(declaration.id.text)"
      types.add(record, fields: fields)
      member = .record(record)
      names.judged = names.node.filter { ["params", "vocabulary", "today"].contains($0.name) }
      names.judged.append(Variable("this", member, slot: RuleVariable.this.rawValue))
    }
    names.judged += RuleCompiler.groupVariables(member)
    return key.map {
      Rule.Grouping(
        key: $0.program, isOverCatalog: declaration.isOverCatalog, report: declaration.report, facts: facts)
    }
  }

  private mutating func compileTargets(_ declaration: RuleDeclaration, _ names: inout Names, in file: File)
    -> Rule.Targets
  {
    if let each = declaration.each {
      guard let list = expression(each, names.judged, in: file) else { return .node }
      var element = ExpressionType.dyn
      if case .list(let type) = list.type { element = type }
      names.judged.append(Variable("each", element, slot: RuleVariable.each.rawValue))
      return .elements(list.program)
    }
    guard let find = declaration.find else { return .node }
    names.judged.append(Variable("match", .string, slot: RuleVariable.match.rawValue))
    if find.text.hasPrefix("vocabulary.") { vocabulariesRead.insert(String(find.text.dropFirst("vocabulary.".count))) }
    if let known = findSources.firstIndex(of: find.text) { return .matches(known) }
    switch search(find.text) {
    case .success(let pattern):
      findSources.append(find.text)
      finds.append(pattern)
      return .matches(finds.count - 1)
    case .failure(let fault):
      diagnostics.append(
        Diagnostic(id: fault.id, message: fault.message, range: file.view[find.node].range))
      return .node
    }
  }
}
