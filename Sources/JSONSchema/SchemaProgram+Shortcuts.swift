/// Leads past schemas that hold nothing but a `$ref`, as most fields of a schema with shared definitions do.
extension SchemaProgram {
  /// Replaces each mention of such a schema by what it refers to; faults are reported there in any case.
  ///
  /// A program with a dynamic scope stays as it is, because the resources that evaluation enters count in it.
  mutating func shortenReferences() {
    guard !usesDynamicScope else { return }
    let ends = codes.indices.map { end(of: Int32($0)) }
    func shorten(_ index: inout Int32) { if index >= 0 { index = ends[Int(index)] } }
    for index in codes.indices {
      shorten(&codes[index].unevaluatedItems)
      shorten(&codes[index].unevaluatedProperties)
    }
    for index in properties.indices { shorten(&properties[index].schema) }
    for index in patternProperties.indices { shorten(&patternProperties[index].schema) }
    for index in dependencies.indices { shorten(&dependencies[index].schema) }
    for index in objects.indices {
      shorten(&objects[index].additional)
      shorten(&objects[index].propertyNames)
    }
    for index in lists.indices {
      shorten(&lists[index].items)
      shorten(&lists[index].contains)
      shortenTargets(lists[index].firstPrefix, lists[index].prefixCount, shorten)
    }
    for index in steps.indices {
      shorten(&steps[index].target)
      switch steps[index].kind {
      case .allOf, .anyOf, .oneOf: shortenTargets(steps[index].first, steps[index].count, shorten)
      case .condition:
        shorten(&steps[index].first)
        shorten(&steps[index].count)
      case .reference, .dynamicReference, .not: break
      }
    }
  }

  /// Shortens a run of targets; others hold symbols.
  private mutating func shortenTargets(_ first: Int32, _ count: Int32, _ shorten: (inout Int32) -> Void) {
    for offset in 0..<count { shorten(&targets[Int(first + offset)]) }
  }

  /// The schema at the end of a chain of mere references.
  private func end(of index: Int32) -> Int32 {
    var index = index
    // A circle is an error that was reported; it must only come to an end here.
    for _ in codes.indices {
      let code = codes[Int(index)]
      guard code.isReferenceAlone, steps[Int(code.firstStep)].kind == .reference else { return index }
      let target = steps[Int(code.firstStep)].target
      // Where a field or an element has the schema `false`, the field or element itself is at fault.
      if codes[Int(target)].types.isEmpty { return index }
      index = target
    }
    return index
  }
}

extension SchemaCode {
  /// Whether it does nothing but apply one step.
  fileprivate var isReferenceAlone: Bool {
    stepCount == 1 && types == .all && textTypes.isEmpty && unevaluatedItems < 0 && unevaluatedProperties < 0
      && max(choices, constant, strings, numbers, lists, objects) < 0
  }
}
