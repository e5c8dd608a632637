internal import DataTree
internal import Diagnostics

extension SchemaCompiler {
  /// Reads the applicators that judge the same value: references, combinations and conditions.
  mutating func readSteps(_ node: NodeID, into code: inout SchemaCode) {
    var steps: [Step] = []
    if let value = value("$ref", of: node), let target = target(value, "$ref") {
      steps.append(Step(kind: .reference, target: target))
    }
    if let value = value("$dynamicRef", of: node) { readDynamicReference(value, into: &steps) }
    for (keyword, kind) in [("allOf", Step.Kind.allOf), ("anyOf", .anyOf), ("oneOf", .oneOf)] {
      guard let branches = subschemas(keyword, of: node) else { continue }
      steps.append(Step(kind: kind, first: branches.first, count: branches.count))
    }
    let negated = subschema("not", of: node)
    if negated >= 0 { steps.append(Step(kind: .not, target: negated)) }
    let condition = subschema("if", of: node)
    let (then, otherwise) = (subschema("then", of: node), subschema("else", of: node))
    if condition >= 0 { steps.append(Step(kind: .condition, target: condition, first: then, count: otherwise)) }
    code.firstStep = Int32(program.steps.count)
    code.stepCount = Int32(steps.count)
    program.steps += steps
  }

  /// The schema that a reference leads to; in `check` mode only its form is looked at.
  private mutating func target(_ node: NodeID, _ keyword: String) -> Int32? {
    guard view.kind(node) == .string else {
      reportValue(keyword, Messages.reference, at: node)
      return nil
    }
    guard mode == .link else { return nil }
    let written = view.string(node)
    guard let place = library.place(of: resolved(node)) else {
      reportLink(
        "schema-unknown-reference", Messages.unknownReference(written, nearest: nearestReference(to: written)), at: node
      )
      return nil
    }
    return schema(at: place)
  }

  /// The reference of a node as seen from its resource.
  private func resolved(_ node: NodeID) -> SchemaURI {
    let base = library.resources[library.resource(of: SchemaPlace(document: document, node: node))].uri
    return SchemaURI(view.string(node)).resolved(against: SchemaURI(base))
  }

  /// A known document, anchor or definition with nearly the name that a reference has.
  private func nearestReference(to written: String) -> String? {
    let parts = SchemaURI(written)
    guard parts.path.isEmpty || library.documents.contains(where: { $0.name == parts.path }) else {
      return nearestName(to: String(parts.path), among: library.documents.map(\.name))
    }
    let name = parts.path.isEmpty ? library.documents[document].name : String(parts.path)
    guard let target = library.documents.first(where: { $0.name == name }) else { return nil }
    let tree = target.tree.view
    guard let definitions = tree.value(of: .root, at: "$defs") else { return nil }
    let known = tree.entries(definitions).map { parts.path + "#/$defs/" + tree.string($0.key) }
    return nearestName(to: written, among: known)
  }

  /// Reads `$dynamicRef`, which is an ordinary reference unless its target is a dynamic anchor.
  private mutating func readDynamicReference(_ node: NodeID, into steps: inout [Step]) {
    guard let target = target(node, "$dynamicRef") else { return }
    var step = Step(kind: .dynamicReference, target: target)
    let place = places[Int(target)]
    let fragment = SchemaURI.decoded(SchemaURI(view.string(node)).fragment ?? "")
    let resource = library.resources[library.resource(of: place)]
    // Only an anchor that is itself dynamic opens the look-up; otherwise it is an ordinary reference.
    if resource.dynamicAnchors[fragment] == place.node {
      let known = anchorNames.firstIndex(of: fragment) ?? anchorNames.count
      if known == anchorNames.count { anchorNames.append(fragment) }
      step.anchor = Int32(known)
      program.usesDynamicScope = true
    }
    steps.append(step)
  }

  /// Adds the dynamic anchors of every resource that the program uses.
  mutating func linkDynamicAnchors() {
    guard !anchorNames.isEmpty else { return }
    let used = Set(places.map { library.resource(of: $0) }).sorted()
    program.dynamicAnchors = []
    for resource in used {
      for (number, name) in anchorNames.enumerated() {
        guard let node = library.resources[resource].dynamicAnchors[name] else { continue }
        let target = schema(at: SchemaPlace(document: library.resources[resource].document, node: node))
        program.dynamicAnchors.append(
          DynamicAnchor(resource: Int32(resource), anchor: Int32(number), schema: target))
      }
    }
  }

  // MARK: Loops

  /// Reports schemas that, through references, judge the same value by themselves again and would never end.
  mutating func reportLoops() {
    // 0 not seen, 1 on the path, 2 done.
    var states = Array(repeating: UInt8(0), count: program.codes.count)
    for start in program.codes.indices where states[start] == 0 {
      var path = [(schema: Int32(start), edges: edges(of: Int32(start)))]
      states[start] = 1
      while let last = path.last {
        guard let next = last.edges.last else {
          states[Int(last.schema)] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].edges.removeLast()
        if states[Int(next)] == 0 {
          states[Int(next)] = 1
          path.append((next, edges(of: next)))
        } else if states[Int(next)] == 1 {
          reportLoop(from: last.schema, to: next)
        }
      }
    }
  }

  /// Reports a loop at the reference that closes it.
  private mutating func reportLoop(from schema: Int32, to target: Int32) {
    let place = places[Int(schema)]
    open(place.document)
    let node = value("$ref", of: place.node) ?? place.node
    reportLink("schema-loop", Messages.loop(program.locations[Int(target)]), at: node)
  }

  /// The schemas that a schema applies to the same value.
  private func edges(of schema: Int32) -> [Int32] {
    let code = program.codes[Int(schema)]
    var edges: [Int32] = []
    for step in program.steps[Int(code.firstStep)..<Int(code.firstStep + code.stepCount)] {
      switch step.kind {
      case .reference, .dynamicReference, .not: edges.append(step.target)
      case .allOf, .anyOf, .oneOf: edges += program.targets[Int(step.first)..<Int(step.first + step.count)]
      case .condition: edges += [step.target, step.first, step.count].filter { $0 >= 0 }
      }
    }
    if code.objects >= 0 {
      let objects = program.objects[Int(code.objects)]
      let first = Int(objects.firstDependency)
      edges += program.dependencies[first..<(first + Int(objects.dependencyCount))].map(\.schema).filter { $0 >= 0 }
    }
    return edges
  }
}
