internal import DataTree
internal import Diagnostics

extension SchemaCompiler {
  /// Reads the keywords for lists.
  mutating func readLists(_ node: NodeID, into code: inout SchemaCode) {
    var lists = ListCode()
    let keywords = ["minItems", "maxItems", "uniqueItems", "prefixItems", "items", "contains"]
    guard keywords.contains(where: { value($0, of: node) != nil }) else { return }
    lists.minItems = count("minItems", of: node) ?? 0
    lists.maxItems = count("maxItems", of: node) ?? .max
    if let value = value("uniqueItems", of: node) {
      if view.kind(value) == .bool {
        lists.isUnique = view[value].bool
      } else {
        reportValue("uniqueItems", Messages.boolean, at: value)
      }
    }
    if let prefix = subschemas("prefixItems", of: node) { (lists.firstPrefix, lists.prefixCount) = prefix }
    if let items = value("items", of: node), view.kind(items) == .list {
      report("schema-keyword-value", Messages.listOfItems, at: items)
    } else {
      lists.items = subschema("items", of: node)
    }
    lists.contains = subschema("contains", of: node)
    lists.minContains = count("minContains", of: node) ?? 1
    lists.maxContains = count("maxContains", of: node) ?? .max
    code.lists = Int32(program.lists.count)
    program.lists.append(lists)
  }

  /// Reads the keywords for mappings.
  mutating func readObjects(_ node: NodeID, into code: inout SchemaCode) {
    let keywords = [
      "properties", "required", "patternProperties", "additionalProperties", "minProperties", "maxProperties",
      "propertyNames", "dependentRequired", "dependentSchemas",
    ]
    guard keywords.contains(where: { value($0, of: node) != nil }) else { return }
    var objects = ObjectCode()
    var properties = readProperties(node, into: &objects)
    readPatternProperties(node, into: &objects)
    settlePatterns(of: objects, &properties)
    properties += matchedProperties(of: objects, beside: properties)
    program.properties += properties
    addSlots(for: properties, into: &objects)
    objects.additional = subschema("additionalProperties", of: node)
    objects.minProperties = count("minProperties", of: node) ?? 0
    objects.maxProperties = count("maxProperties", of: node) ?? .max
    objects.propertyNames = subschema("propertyNames", of: node)
    readDependencies(node, into: &objects)
    objects.hasRare =
      objects.minProperties > 0 || objects.maxProperties < .max || objects.propertyNames >= 0
      || objects.dependencyCount > 0
    code.objects = Int32(program.objects.count)
    program.objects.append(objects)
  }

  /// The entries of a keyword that must be a mapping.
  private mutating func entries(_ keyword: String, of node: NodeID) -> [Entry] {
    guard let value = value(keyword, of: node) else { return [] }
    if view.kind(value) != .map { reportValue(keyword, Messages.mapping, at: value) }
    return Array(view.entries(value))
  }

  /// The symbol of a name, remembered with the name for messages.
  private mutating func symbol(_ node: NodeID) -> UInt32 {
    let name = view.string(node)
    let symbol = library.symbols[name]?.raw ?? 0
    program.symbolNames[symbol] = name
    return symbol
  }

  /// Reads `properties` and `required`, which will be one table.
  private mutating func readProperties(_ node: NodeID, into objects: inout ObjectCode) -> [PropertyCode] {
    var properties: [PropertyCode] = []
    var names: [String] = []
    for entry in entries("properties", of: node) {
      properties.append(PropertyCode(symbol: symbol(entry.key), schema: schema(at: entry.value), required: -1))
      names.append(view.string(entry.key))
    }
    for name in texts("required", value("required", of: node)) {
      let symbol = symbol(name)
      let position = properties.firstIndex { $0.symbol == symbol } ?? properties.count
      if position == properties.count {
        properties.append(PropertyCode(symbol: symbol, schema: -1, required: -1))
        names.append(view.string(name))
      }
      guard properties[position].required < 0 else { continue }
      properties[position].required = objects.requiredCount
      objects.requiredCount += 1
    }
    objects.firstProperty = Int32(program.properties.count)
    objects.propertyCount = Int32(properties.count)
    program.propertyNames += names
    return properties
  }

  /// Notes the stated names that no pattern matches.
  private func settlePatterns(of objects: ObjectCode, _ properties: inout [PropertyCode]) {
    guard objects.patternCount > 0, mode == .link else { return }
    let patterns = program.patternProperties.suffix(Int(objects.patternCount))
    for index in properties.indices {
      var name = program.propertyNames[Int(objects.firstProperty) + index]
      properties[index].needsNoPattern = name.withUTF8 { text in
        !patterns.contains { program.patterns[Int($0.pattern)].matches(text) }
      }
    }
  }

  /// Frequent keys of documents that exactly one pattern matches; they come after the names that a schema states.
  private mutating func matchedProperties(of objects: ObjectCode, beside stated: [PropertyCode]) -> [PropertyCode] {
    guard objects.patternCount > 0, mode == .link else { return [] }
    let first = Int(objects.firstPattern)
    let patterns = program.patternProperties[first..<first + Int(objects.patternCount)]
    return library.frequentKeys.compactMap { name in
      var name = name
      guard let symbol = library.symbols[name]?.raw, !stated.contains(where: { $0.symbol == symbol }) else {
        return nil
      }
      let matching = patterns.filter { property in
        name.withUTF8 { program.patterns[Int(property.pattern)].matches($0) }
      }
      guard let only = matching.first, matching.count == 1 else { return nil }
      program.propertyNames.append(name)
      return PropertyCode(symbol: symbol, schema: only.schema, required: -1, needsNoPattern: true)
    }
  }

  /// Symbols of one schema are mostly consecutive numbers, so their low bits make a nearly perfect hash.
  private mutating func addSlots(for properties: [PropertyCode], into objects: inout ObjectCode) {
    var capacity = 2
    while capacity < properties.count * 2 { capacity *= 2 }
    let mask = UInt32(capacity - 1)
    var slots = Array(repeating: PropertySlot(), count: capacity)
    for (index, property) in properties.enumerated() where property.symbol != 0 {
      var slot = Int(property.symbol & mask)
      while slots[slot].symbol != 0 { slot = (slot + 1) & Int(mask) }
      slots[slot] = PropertySlot(symbol: property.symbol, property: Int32(index))
    }
    objects.firstSlot = Int32(program.slots.count)
    objects.slotMask = mask
    program.slots += slots
  }

  /// Reads `patternProperties`; refused patterns are left out.
  private mutating func readPatternProperties(_ node: NodeID, into objects: inout ObjectCode) {
    var patterns: [PatternProperty] = []
    for entry in entries("patternProperties", of: node) {
      let schema = schema(at: entry.value)
      let pattern = pattern(entry.key)
      if pattern >= 0 { patterns.append(PatternProperty(pattern: pattern, schema: schema)) }
    }
    objects.firstPattern = Int32(program.patternProperties.count)
    objects.patternCount = Int32(patterns.count)
    program.patternProperties += patterns
  }

  /// Reads `dependentSchemas` and `dependentRequired`.
  private mutating func readDependencies(_ node: NodeID, into objects: inout ObjectCode) {
    var dependencies: [Dependency] = []
    for entry in entries("dependentSchemas", of: node) {
      dependencies.append(
        Dependency(trigger: symbol(entry.key), schema: schema(at: entry.value), first: 0, count: 0))
    }
    for entry in entries("dependentRequired", of: node) {
      let names = texts("dependentRequired", entry.value).map { Int32(bitPattern: symbol($0)) }
      let first = Int32(program.targets.count)
      program.targets += names
      dependencies.append(
        Dependency(trigger: symbol(entry.key), schema: -1, first: first, count: Int32(names.count)))
    }
    objects.firstDependency = Int32(program.dependencies.count)
    objects.dependencyCount = Int32(dependencies.count)
    program.dependencies += dependencies
  }

  /// The texts of a list; whatever else it holds is reported.
  private mutating func texts(_ keyword: String, _ list: NodeID?) -> [NodeID] {
    guard let list else { return [] }
    guard view.kind(list) == .list else {
      reportValue(keyword, Messages.listOfNames, at: list)
      return []
    }
    var texts: [NodeID] = []
    for element in view.elements(list) {
      if view.kind(element) == .string {
        texts.append(element)
      } else {
        reportValue(keyword, Messages.listOfNames, at: element)
      }
    }
    return texts
  }
}
