internal import DataTree
internal import Diagnostics
internal import SourceText

/// Turns schema documents into a program: reads each schema object once and gives it a number.
struct SchemaCompiler {
  /// What a compilation is for.
  enum Mode {
    /// To report what is wrong inside one document, references aside.
    case check
    /// To make a program; only faults of references are reported.
    case link
  }

  /// Where schemas and references are looked up.
  let library: SchemaLibrary
  /// What is reported.
  let mode: Mode
  /// The program so far.
  var program = SchemaProgram()
  /// What was found wrong.
  private(set) var diagnostics: [SchemaDiagnostic] = []
  /// The place of each schema of the program.
  private(set) var places: [SchemaPlace] = []
  /// Numbers of schemas by place.
  private var indices: [SchemaPlace: Int32] = [:]
  /// Number of schemas that have been read.
  private var compiled = 0
  /// Names of `$dynamicRef` anchors, numbered.
  var anchorNames: [String] = []
  /// Patterns compiled so far, by source.
  var patternIndices: [String: Int32] = [:]
  /// The document that is being read.
  private(set) var document = 0
  /// The tree that is being read.
  private(set) var view: TreeView

  /// Starts with an empty program; the library must hold a document.
  init(library: SchemaLibrary, mode: Mode) {
    self.library = library
    self.mode = mode
    view = library.documents.last?.tree.view ?? DataTree(symbols: .empty).view
  }

  /// Reads every schema of a document, whether or not a reference leads to it.
  mutating func compileAll(of document: Int) {
    let flags = library.documents[document].isSchema
    for index in flags.indices where flags[index] {
      _ = schema(at: SchemaPlace(document: document, node: NodeID(UInt32(index))))
    }
    drain()
  }

  /// Reads the schema at a place and all that it refers to.
  /// - Returns: the number of the schema.
  mutating func compileReachable(from root: SchemaPlace) -> Int32 {
    let index = schema(at: root)
    drain()
    // A dynamic anchor may only be found in resources that are used; reading it may bring further ones.
    var known = -1
    while known != places.count {
      known = places.count
      linkDynamicAnchors()
      drain()
    }
    reportLoops()
    program.shortenReferences()
    return index
  }

  /// The number of the schema at a place, which is read later if it is new.
  mutating func schema(at place: SchemaPlace) -> Int32 {
    if let index = indices[place] { return index }
    let index = Int32(places.count)
    indices[place] = index
    places.append(place)
    program.codes.append(SchemaCode())
    let document = library.documents[place.document]
    program.locations.append(mode == .link ? document.name + document.pointer(to: place.node) : "")
    return index
  }

  /// The number of a schema in the document being read.
  mutating func schema(at node: NodeID) -> Int32 { schema(at: SchemaPlace(document: document, node: node)) }

  // MARK: Reports

  /// Reports a fault of the document itself.
  mutating func report(
    _ id: String, _ message: LocalizedText, severity: Severity = .error, at node: NodeID, range: SourceRange? = nil
  ) {
    guard mode == .check else { return }
    append(id, message, severity, range ?? view[node].range)
  }

  /// Reports a fault that needs the other documents to be seen.
  mutating func reportLink(_ id: String, _ message: LocalizedText, at node: NodeID) {
    guard mode == .link else { return }
    append(id, message, .error, view[node].range)
  }

  /// Adds a diagnostic about the document being read.
  private mutating func append(_ id: String, _ message: LocalizedText, _ severity: Severity, _ range: SourceRange) {
    let diagnostic = Messages.diagnostic(id, message, range, severity: severity)
    diagnostics.append(SchemaDiagnostic(document: library.documents[document].name, diagnostic: diagnostic))
  }

  /// Reports that a keyword's value is of the wrong kind.
  mutating func reportValue(_ keyword: String, _ expected: LocalizedText, at node: NodeID) {
    let found = view[node].isCollection ? "" : view.string(node)
    report("schema-keyword-value", Messages.keywordValue(keyword, expected, found: found), at: node)
  }

  // MARK: Reading

  /// Reads schemas until none waits; reading one may bring others.
  private mutating func drain() {
    while compiled < places.count {
      let place = places[compiled]
      open(place.document)
      var code = SchemaCode()
      code.resource = Int32(library.resource(of: place))
      read(place.node, into: &code)
      program.codes[compiled] = code
      compiled += 1
    }
  }

  /// Makes a document the one that is being read.
  mutating func open(_ index: Int) {
    document = index
    view = library.documents[index].tree.view
  }

  /// Reads one schema object.
  private mutating func read(_ node: NodeID, into code: inout SchemaCode) {
    switch view.kind(node) {
    case .bool: code.types = view[node].bool ? .all : []
    case .map:
      if mode == .check {
        for entry in view.entries(node) where SchemaKeyword.shapes[view.string(entry.key)] == nil {
          reportUnknownKeyword(entry.key)
        }
      }
      readTypes(node, into: &code)
      readValues(node, into: &code)
      readStrings(node, into: &code)
      readNumbers(node, into: &code)
      readLists(node, into: &code)
      readObjects(node, into: &code)
      readSteps(node, into: &code)
      code.unevaluatedItems = subschema("unevaluatedItems", of: node)
      code.unevaluatedProperties = subschema("unevaluatedProperties", of: node)
      code.isSimple =
        max(code.choices, code.constant, code.strings, code.numbers, code.lists, code.objects) < 0
        && max(code.unevaluatedItems, code.unevaluatedProperties) < 0 && code.stepCount == 0
    default: report("schema-not-a-schema", Messages.notASchema, at: node)
    }
  }

  /// Warns of a key that is nearly a keyword.
  private mutating func reportUnknownKeyword(_ key: NodeID) {
    let name = view.string(key)
    // Keywords of one's own are annotations; only a probable slip is worth a word.
    guard !name.hasPrefix("x-"), let near = nearestName(to: name, among: SchemaKeyword.shapes.keys.sorted()) else {
      return
    }
    report("schema-unknown-keyword", Messages.unknownKeyword(name, nearest: near), severity: .warning, at: key)
  }

  /// The value of a keyword.
  func value(_ keyword: String, of node: NodeID) -> NodeID? { view.value(of: node, at: keyword) }

  /// The schema that a keyword holds; -1 when it is absent.
  mutating func subschema(_ keyword: String, of node: NodeID) -> Int32 {
    guard let value = value(keyword, of: node) else { return -1 }
    return schema(at: value)
  }

  /// The schemas that a keyword lists, as a part of the run of targets.
  mutating func subschemas(_ keyword: String, of node: NodeID) -> (first: Int32, count: Int32)? {
    guard let value = value(keyword, of: node) else { return nil }
    guard view.kind(value) == .list, view[value].count > 0 else {
      reportValue(keyword, Messages.listOfSchemas, at: value)
      return nil
    }
    let targets = view.elements(value).map { schema(at: $0) }
    let first = Int32(program.targets.count)
    program.targets += targets
    return (first, Int32(targets.count))
  }

  /// A keyword's whole number of at least 0, cut off at what 32 bits hold.
  mutating func count(_ keyword: String, of node: NodeID) -> Int32? {
    guard let value = value(keyword, of: node) else { return nil }
    let number = view[value]
    if number.kind == .int, number.int >= 0 { return Int32(clamping: number.int) }
    if number.kind == .double, number.double >= 0, number.double.rounded() == number.double {
      return Int32(min(number.double, Double(Int32.max)))
    }
    reportValue(keyword, Messages.wholeNumber, at: value)
    return nil
  }
}
