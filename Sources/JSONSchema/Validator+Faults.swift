internal import DataTree
internal import Diagnostics

extension Validator {
  /// Most faults that one document may have; more help nobody.
  private static var maxFaults: Int { 10_000 }

  /// Takes note of a fault, unless only a yes or no is wanted.
  mutating func report(
    _ detail: @autoclosure () -> SchemaFault.Detail, _ keyword: String, _ index: Int32, _ node: NodeID,
    key: NodeID? = nil
  ) {
    guard isCollecting, faults.count < Self.maxFaults else { return }
    faults.append(
      SchemaFault(
        keyword: keyword, node: node, key: key, schemaLocation: schema.locations[Int(index)], detail: detail()))
  }

  /// Reports a value whose type is not admitted; the schema `false` admits none.
  mutating func reportType(_ index: Int32, _ node: NodeID, _ type: TypeSet) {
    let expected = tables.codes[index].types
    guard !expected.isEmpty else { return report(.forbidden, "", index, node) }
    let text = view[node].isCollection ? "" : view.string(node)
    let found = type == .fraction ? SchemaType.number : type.names.first ?? .null
    report(.wrongType(expected: expected.names, found: found, text: text), "type", index, node)
  }

  /// Reports a key that the schema, together with what it refers to, does not have.
  mutating func reportUnknownKey(_ entry: Entry, _ keyword: String, of index: Int32) {
    var known: [String] = []
    var seen: Set<Int32> = []
    collectNames(of: index, into: &known, &seen)
    let name = view.string(entry.key)
    let near = nearestName(to: name, among: known)
    report(.unknownKey(name: name, nearest: near, known: known), keyword, index, entry.value, key: entry.key)
  }

  /// The property names of a schema and of those that judge the same value.
  private func collectNames(of index: Int32, into names: inout [String], _ seen: inout Set<Int32>) {
    guard index >= 0, seen.count < 200, seen.insert(index).inserted else { return }
    let code = tables.codes[index]
    if code.objects >= 0 {
      let objects = tables.objects[code.objects]
      for offset in 0..<objects.propertyCount {
        let name = schema.propertyNames[Int(objects.firstProperty + offset)]
        if !names.contains(name) { names.append(name) }
      }
    }
    for offset in 0..<code.stepCount {
      let step = tables.steps[code.firstStep + offset]
      switch step.kind {
      case .reference, .dynamicReference: collectNames(of: step.target, into: &names, &seen)
      case .allOf, .anyOf, .oneOf:
        for branch in 0..<step.count { collectNames(of: tables.targets[step.first + branch], into: &names, &seen) }
      case .condition:
        for target in [step.target, step.first, step.count] { collectNames(of: target, into: &names, &seen) }
      case .not: break
      }
    }
  }

  /// Reports a value that `enum` or `const` does not list.
  mutating func reportNotAllowed(_ values: Int32, _ keyword: String, _ index: Int32, _ node: NodeID) {
    let code = tables.values[values]
    let allowed = (0..<code.count).map { description(of: tables.children[code.first + $0]) }
    let isCollection = view[node].isCollection
    let value = isCollection ? "" : view.string(node)
    let near = isCollection ? nil : nearestName(to: value, among: allowed)
    report(.notAllowed(value: value, allowed: allowed, nearest: near), keyword, index, node)
  }

  /// A constant as messages print it.
  private func description(of index: Int32) -> String {
    let constant = tables.constants[index]
    switch constant.shape {
    case .null: return "null"
    case .bool: return constant.bits != 0 ? "true" : "false"
    case .int: return String(Int64(bitPattern: constant.bits))
    case .double: return NumberValue.double(Double(bitPattern: constant.bits)).description
    case .string: return String(decoding: text(of: constant), as: UTF8.self)
    case .list: return constant.count == 0 ? "[]" : "[…]"
    case .map: return constant.count == 0 ? "{}" : "{…}"
    }
  }

  /// Makes the faults found by `propertyNames` faults of the key, placed where unknown keys are.
  mutating func markKeyFaults(from start: Int, _ entry: Entry) {
    for index in start..<max(start, faults.count) {
      faults[index].key = entry.key
      faults[index].node = entry.value
    }
  }
}
