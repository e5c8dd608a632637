internal import DataTree
internal import Diagnostics
internal import SourceText

extension SchemaCompiler {
  /// Deepest nesting of a value that a schema spells out.
  private static var maxConstantDepth: Int { 64 }

  /// Reads `type`.
  mutating func readTypes(_ node: NodeID, into code: inout SchemaCode) {
    guard let value = value("type", of: node) else { return }
    var types: TypeSet = []
    switch view.kind(value) {
    case .string: types = type(value)
    case .list:
      for element in view.elements(value) { types.formUnion(type(element)) }
    default: reportValue("type", Messages.typeNames, at: value)
    }
    code.types = types.isEmpty ? .all : types
    if types.contains(.string) { code.textTypes = TypeSet([.boolean, .number]).subtracting(types) }
  }

  /// The type that a node names; none for a name that is unknown.
  private mutating func type(_ node: NodeID) -> TypeSet {
    let name = view.string(node)
    if view.kind(node) == .string, let type = SchemaType(rawValue: name) { return TypeSet(type) }
    let near = nearestName(to: name, among: SchemaType.allCases.map(\.rawValue))
    report("schema-unknown-type", Messages.unknownType(name, nearest: near), at: node)
    return []
  }

  /// Reads `enum` and `const`.
  mutating func readValues(_ node: NodeID, into code: inout SchemaCode) {
    if let value = value("enum", of: node) {
      if view.kind(value) == .list {
        code.choices = addValues(Array(view.elements(value)))
      } else {
        reportValue("enum", Messages.list, at: value)
      }
    }
    if let value = value("const", of: node) { code.constant = addValues([value]) }
    // Without `type`, values that are all text show as well that a plain scalar is meant as text.
    guard value("type", of: node) == nil else { return }
    let given = [code.choices, code.constant].filter { $0 >= 0 }
    if !given.isEmpty, given.allSatisfy({ program.values[Int($0)].isText }) { code.textTypes = [.boolean, .number] }
  }

  /// Adds the values of one keyword to the program.
  private mutating func addValues(_ nodes: [NodeID]) -> Int32 {
    let constants = nodes.map { constant($0, depth: 0) }
    let first = Int32(program.children.count)
    program.children += constants
    let isText = constants.allSatisfy { program.constants[Int($0)].shape == .string }
    program.values.append(ValueCode(first: first, count: Int32(constants.count), isText: isText))
    return Int32(program.values.count - 1)
  }

  /// Copies a value of the schema into the program.
  private mutating func constant(_ node: NodeID, depth: Int) -> Int32 {
    var constant = Constant(shape: .null, bits: view[node].bits)
    switch view.kind(node) {
    case .null: break
    case .bool: constant.shape = .bool
    case .int: constant.shape = .int
    case .double: constant.shape = .double
    case .string, .opaque:
      constant.shape = .string
      (constant.first, constant.count) = addText(node)
    case _ where depth >= Self.maxConstantDepth:
      report("schema-too-deep", Messages.constantTooDeep(Self.maxConstantDepth), at: node)
    case .list:
      let children = view.elements(node).map { self.constant($0, depth: depth + 1) }
      constant.shape = .list
      constant.first = Int32(program.children.count)
      constant.count = Int32(children.count)
      program.children += children
    case .map:
      var children: [Int32] = []
      for entry in view.entries(node) {
        let (first, count) = addText(entry.key)
        program.constants.append(Constant(shape: .string, first: first, count: count))
        children += [Int32(program.constants.count - 1), self.constant(entry.value, depth: depth + 1)]
      }
      constant.shape = .map
      constant.first = Int32(program.children.count)
      constant.count = Int32(children.count / 2)
      program.children += children
    }
    program.constants.append(constant)
    return Int32(program.constants.count - 1)
  }

  /// Copies the text of a node into the program.
  private mutating func addText(_ node: NodeID) -> (first: Int32, count: Int32) {
    let first = Int32(program.text.count)
    program.text += view.text(node)
    return (first, Int32(program.text.count) - first)
  }

  // MARK: Text and numbers

  /// Reads the keywords for text.
  mutating func readStrings(_ node: NodeID, into code: inout SchemaCode) {
    var strings = StringCode()
    strings.minLength = count("minLength", of: node) ?? 0
    strings.maxLength = count("maxLength", of: node) ?? .max
    if let value = value("pattern", of: node) { strings.pattern = pattern(value) }
    if let value = value("format", of: node) { strings.format = format(value) }
    let isEmpty =
      strings.minLength == 0 && strings.maxLength == .max && strings.pattern < 0 && strings.format < 0
    guard !isEmpty else { return }
    code.strings = Int32(program.strings.count)
    program.strings.append(strings)
  }

  /// Compiles the pattern that a node (a value or a key) holds; -1 when it is refused.
  mutating func pattern(_ node: NodeID) -> Int32 {
    guard view.kind(node) == .string else {
      reportValue("pattern", Messages.regularExpression, at: node)
      return -1
    }
    let source = view.string(node)
    if let known = patternIndices[source] { return known }
    do {
      program.patterns.append(try SchemaPattern(source, isChecked: mode == .link))
      let index = Int32(program.patterns.count - 1)
      patternIndices[source] = index
      return index
    } catch {
      report(
        "schema-pattern", Messages.refusedPattern(source, error), at: node, range: range(of: error, in: node))
      return -1
    }
  }

  /// The refused part of a pattern, where the source has it letter by letter; else the whole text.
  private func range(of failure: ECMAPattern.Failure, in node: NodeID) -> SourceRange {
    let written = view[node]
    let quote = written.style == .singleQuoted || written.style == .doubleQuoted ? 1 : 0
    let start = Int(written.range.start) + quote + failure.offset
    let end = start + failure.part.utf8.count
    let isExact = written.flags.contains(.verbatim) && failure.reason != .malformed && end <= Int(written.range.end)
    return isExact ? SourceRange(start..<end) : written.range
  }

  /// The number of an asserted format; -1 for an annotation.
  private mutating func format(_ node: NodeID) -> Int32 {
    guard view.kind(node) == .string else {
      reportValue("format", Messages.text, at: node)
      return -1
    }
    let name = view.string(node)
    if let known = program.formats.firstIndex(where: { $0.name == name }) { return Int32(known) }
    guard let test = library.formats[name] else { return -1 }
    program.formats.append((name, test))
    return Int32(program.formats.count - 1)
  }

  /// Reads the keywords for numbers.
  mutating func readNumbers(_ node: NodeID, into code: inout SchemaCode) {
    var numbers = NumberCode()
    numbers.minimum = limit("minimum", of: node)
    numbers.maximum = limit("maximum", of: node)
    numbers.exclusiveMinimum = limit("exclusiveMinimum", of: node)
    numbers.exclusiveMaximum = limit("exclusiveMaximum", of: node)
    if let value = value("multipleOf", of: node) { readDivisor(value, into: &numbers) }
    let isEmpty =
      !numbers.minimum.isPresent && !numbers.maximum.isPresent && !numbers.exclusiveMinimum.isPresent
      && !numbers.exclusiveMaximum.isPresent && numbers.multipleOfDouble == 0
    guard !isEmpty else { return }
    code.numbers = Int32(program.numbers.count)
    program.numbers.append(numbers)
  }

  /// Reads one bound of a number.
  private mutating func limit(_ keyword: String, of node: NodeID) -> NumberLimit {
    guard let value = value(keyword, of: node) else { return NumberLimit() }
    guard let number = view.number(value) else {
      reportValue(keyword, Messages.number, at: value)
      return NumberLimit()
    }
    return NumberLimit(isPresent: true, value: number)
  }

  /// Reads `multipleOf`, in decimal where its digits allow.
  private mutating func readDivisor(_ node: NodeID, into numbers: inout NumberCode) {
    guard let number = view.number(node), NumberValue.int(0).isLess(than: number) else {
      return reportValue("multipleOf", Messages.positiveNumber, at: node)
    }
    switch number {
    case .int(let value):
      numbers.multipleOf = DecimalNumber(value)
      numbers.multipleOfDouble = Double(value)
    case .double(let value):
      numbers.multipleOf = DecimalNumber(view.text(node)) ?? numbers.multipleOf
      numbers.multipleOfDouble = value
    }
  }
}

extension TreeView {
  /// The value of a number; nil for any other node.
  func number(_ id: NodeID) -> NumberValue? {
    let node = self[id]
    switch node.kind {
    case .int: return .int(node.int)
    case .double: return .double(node.double)
    default: return nil
    }
  }
}
