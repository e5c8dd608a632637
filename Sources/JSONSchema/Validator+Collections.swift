internal import DataTree

extension Validator {
  /// Applies the keywords for mappings.
  mutating func checkObject(_ index: Int32, _ node: NodeID, _ marks: Int) -> Bool {
    let code = tables.objects.base + Int(tables.codes.base[Int(index)].objects)
    let entries = view.entries(node)
    let hasPatterns = code.pointee.patternCount != 0
    var valid = true
    // Required names beyond 64 are looked up one by one afterwards.
    var seen: UInt64 = 0
    var absentCount = 0
    for position in 0..<entries.count {
      let entry = entries[position]
      let isAbsent = isWritten && view.kind(entry.value) == .null
      if isAbsent { absentCount &+= 1 }
      var isKnown = false
      var needsPatterns = hasPatterns
      if let property = property(entry.symbol, of: code) {
        if !isAbsent, property.pointee.required >= 0, property.pointee.required < 64 {
          seen |= 1 &<< UInt64(truncatingIfNeeded: property.pointee.required)
        }
        if property.pointee.schema >= 0 {
          isKnown = true
          if property.pointee.needsNoPattern { needsPatterns = false }
          if !isAbsent, !checkChild(property.pointee.schema, entry.value) { valid = false }
        }
      }
      if needsPatterns, !checkPatterns(code, entry, isAbsent, &isKnown) { valid = false }
      if !isKnown, code.pointee.additional >= 0 {
        isKnown = true
        if !checkAdditional(code.pointee.additional, entry, "additionalProperties", of: index) { valid = false }
      }
      if !valid, !isCollecting { return false }
      if isKnown, marks >= 0 { mark(position, in: marks) }
    }
    if code.pointee.requiredCount > 0, !hasRequired(code, seen), !checkRequired(index, node, seen) { valid = false }
    if code.pointee.hasRare, valid || isCollecting, !checkRare(index, node, entries.count &- absentCount, marks) {
      valid = false
    }
    return valid
  }

  /// What an object says about a key; nil when it does not name it.
  @inline(__always)
  private func property(_ symbol: Symbol, of code: UnsafePointer<ObjectCode>) -> UnsafePointer<PropertyCode>? {
    let slots = tables.slots.base + Int(code.pointee.firstSlot)
    let mask = code.pointee.slotMask
    var slot = symbol.raw & mask
    // A free slot has symbol 0, which is also the symbol of every unknown key.
    while slots[Int(slot)].symbol != symbol.raw {
      if slots[Int(slot)].symbol == 0 { return nil }
      slot = (slot &+ 1) & mask
    }
    let found = slots[Int(slot)].property
    return found < 0 ? nil : UnsafePointer(tables.properties.base + Int(code.pointee.firstProperty &+ found))
  }

  /// Whether all required names were seen, where there are few enough to note.
  @inline(__always)
  private func hasRequired(_ code: UnsafePointer<ObjectCode>, _ seen: UInt64) -> Bool {
    let count = code.pointee.requiredCount
    return count <= 64 && seen == UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- count)
  }

  /// Applies `patternProperties` to one entry and notes whether any pattern matched.
  private mutating func checkPatterns(
    _ code: UnsafePointer<ObjectCode>, _ entry: Entry, _ isAbsent: Bool, _ isKnown: inout Bool
  ) -> Bool {
    var valid = true
    for offset in 0..<code.pointee.patternCount {
      let property = tables.patternProperties[code.pointee.firstPattern + offset]
      guard matches(property.pattern, view.text(entry.key)) else { continue }
      isKnown = true
      if !isAbsent, !check(property.schema, entry.value, -1) { valid = false }
    }
    return valid
  }

  /// Applies `additionalProperties` or `unevaluatedProperties`; a key that `false` refuses is an unknown key.
  mutating func checkAdditional(_ target: Int32, _ entry: Entry, _ keyword: String, of index: Int32) -> Bool {
    if tables.codes[target].types.isEmpty {
      if isCollecting { reportUnknownKey(entry, keyword, of: index) }
      return false
    }
    if isWritten, view.kind(entry.value) == .null { return true }
    return check(target, entry.value, -1)
  }

  /// Compares the required names with those seen.
  @inline(never)
  private mutating func checkRequired(_ index: Int32, _ node: NodeID, _ seen: UInt64) -> Bool {
    let code = tables.objects[tables.codes[index].objects]
    var valid = true
    for offset in 0..<code.propertyCount {
      let property = tables.properties[code.firstProperty + offset]
      guard property.required >= 0 else { continue }
      if property.required < 64 ? seen >> UInt64(property.required) & 1 == 1 : isPresent(property.symbol, in: node) {
        continue
      }
      valid = false
      guard isCollecting else { return false }
      let name = schema.propertyNames[Int(code.firstProperty + offset)]
      report(.missing(name: name), "required", index, node)
    }
    return valid
  }

  /// Whether a mapping has a property, with a value if documents are read as written.
  private func isPresent(_ symbol: UInt32, in node: NodeID) -> Bool {
    guard let value = view.value(of: node, at: Symbol(raw: symbol)) else { return false }
    return !isWritten || view.kind(value) != .null
  }

  /// Applies sizes, `propertyNames` and dependencies.
  /// - Parameter count: number of entries that are not absent.
  @inline(never)
  private mutating func checkRare(_ index: Int32, _ node: NodeID, _ count: Int, _ marks: Int) -> Bool {
    let code = tables.objects[tables.codes[index].objects]
    var valid = checkSize(code, index, node, count)
    if code.propertyNames >= 0 {
      for entry in view.entries(node) where valid || isCollecting {
        let before = faults.count
        if !check(code.propertyNames, entry.key, -1) {
          valid = false
          markKeyFaults(from: before, entry)
        }
      }
    }
    for offset in 0..<code.dependencyCount where valid || isCollecting {
      if !checkDependency(tables.dependencies[code.firstDependency + offset], index, node, marks) { valid = false }
    }
    return valid
  }

  /// Applies `minProperties` and `maxProperties`.
  @inline(__always)
  private mutating func checkSize(_ code: ObjectCode, _ index: Int32, _ node: NodeID, _ count: Int) -> Bool {
    var valid = true
    if count < Int(code.minProperties) {
      report(.tooFewProperties(minimum: Int(code.minProperties), found: count), "minProperties", index, node)
      valid = false
    }
    if count > Int(code.maxProperties) {
      report(.tooManyProperties(maximum: Int(code.maxProperties), found: count), "maxProperties", index, node)
      valid = false
    }
    return valid
  }

  /// Applies one entry of `dependentSchemas` or `dependentRequired`.
  private mutating func checkDependency(_ dependency: Dependency, _ index: Int32, _ node: NodeID, _ marks: Int) -> Bool
  {
    guard isPresent(dependency.trigger, in: node) else { return true }
    if dependency.schema >= 0 { return check(dependency.schema, node, marks) }
    var valid = true
    for offset in 0..<dependency.count {
      let symbol = UInt32(bitPattern: tables.targets[dependency.first + offset])
      if isPresent(symbol, in: node) { continue }
      valid = false
      guard isCollecting else { return false }
      let detail = SchemaFault.Detail.missingBeside(
        name: schema.symbolNames[symbol] ?? "", present: schema.symbolNames[dependency.trigger] ?? "")
      report(detail, "dependentRequired", index, node)
    }
    return valid
  }

  // MARK: Lists

  /// Applies the keywords for lists.
  mutating func checkList(_ index: Int32, _ node: NodeID, _ marks: Int) -> Bool {
    let code = tables.lists.base + Int(tables.codes[index].lists)
    let elements = view.elements(node)
    var valid = true
    if elements.count < Int(code.pointee.minItems) {
      report(.tooFewItems(minimum: Int(code.pointee.minItems), found: elements.count), "minItems", index, node)
      valid = false
    }
    if elements.count > Int(code.pointee.maxItems) {
      report(.tooManyItems(maximum: Int(code.pointee.maxItems), found: elements.count), "maxItems", index, node)
      valid = false
    }
    for position in 0..<elements.count {
      if !valid, !isCollecting { return false }
      let isPrefix = position < Int(code.pointee.prefixCount)
      let target = isPrefix ? tables.targets[code.pointee.firstPrefix + Int32(position)] : code.pointee.items
      guard target >= 0 else { break }
      let passes =
        isPrefix ? check(target, elements[position], -1) : checkItem(target, elements[position], "items", of: index)
      if !passes { valid = false }
      if marks >= 0 { mark(position, in: marks) }
    }
    if !valid, !isCollecting { return false }
    if code.pointee.isUnique, let (first, second) = duplicates(elements) {
      report(.notUnique(first: first, second: second), "uniqueItems", index, elements[second])
      valid = false
    }
    if code.pointee.contains >= 0, !checkContains(index, node, marks) { valid = false }
    return valid
  }

  /// Applies `items` or `unevaluatedItems`; an element that `false` refuses is one too many.
  mutating func checkItem(_ target: Int32, _ element: NodeID, _ keyword: String, of index: Int32) -> Bool {
    if tables.codes[target].types.isEmpty {
      report(.unexpectedItem, keyword, index, element)
      return false
    }
    return check(target, element, -1)
  }

  /// Counts the elements that `contains` matches.
  private mutating func checkContains(_ index: Int32, _ node: NodeID, _ marks: Int) -> Bool {
    let code = tables.lists[tables.codes[index].lists]
    var count = 0
    for (position, element) in view.elements(node).enumerated() {
      guard checkQuietly(code.contains, element, -1) else { continue }
      count += 1
      if marks >= 0 { mark(position, in: marks) }
    }
    if count < Int(code.minContains) {
      report(.tooFewMatching(minimum: Int(code.minContains), found: count), "contains", index, node)
      return false
    }
    if count > Int(code.maxContains) {
      report(.tooManyMatching(maximum: Int(code.maxContains), found: count), "maxContains", index, node)
      return false
    }
    return true
  }
}
