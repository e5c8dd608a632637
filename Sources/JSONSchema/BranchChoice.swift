internal import DataTree

/// Chooses, where no branch of `anyOf` or `oneOf` holds, whose faults to show: those of the branch that was meant.
struct BranchChoice {
  /// The document.
  let view: TreeView
  /// The value that no branch fits.
  let node: NodeID
  /// `anyOf` or `oneOf`.
  let keyword: String
  /// The schema object that holds the keyword.
  let location: String

  /// The faults to show for the faults of each branch.
  func faults(of branches: [[SchemaFault]]) -> [SchemaFault] {
    if let merged = mergedTypes(branches) ?? mergedValues(branches) { return [merged] }
    let best = branches.enumerated().min {
      score($0.element, $0.offset).lexicographicallyPrecedes(score($1.element, $1.offset))
    }
    guard let best, !best.element.isEmpty else {
      return [SchemaFault(keyword: keyword, node: node, key: nil, schemaLocation: location, detail: .forbidden)]
    }
    return best.element
  }

  /// Lower is better: the right type, then the right distinguishing field, then few faults, then the first written.
  private func score(_ faults: [SchemaFault], _ position: Int) -> [Int] {
    var missesType = 0
    var missesToken = 0
    for fault in faults {
      switch fault.detail {
      case .wrongType where fault.node == node, .forbidden where fault.node == node: missesType = 1
      // A field with a fixed value, such as `kind`, tells branches apart.
      case .notAllowed(_, let allowed, _) where allowed.count == 1 && view[fault.node].parent == node: missesToken = 1
      default: break
      }
    }
    return [missesType, missesToken, faults.count, position]
  }

  /// One fault that names all types, when each branch wants another type.
  private func mergedTypes(_ branches: [[SchemaFault]]) -> SchemaFault? {
    var types: [SchemaType] = []
    var merged: SchemaFault?
    for branch in branches {
      guard branch.count == 1, branch[0].node == node,
        case .wrongType(let expected, let found, let text) = branch[0].detail
      else { return nil }
      types += expected.filter { !types.contains($0) }
      if types.contains(.number) { types.removeAll { $0 == .integer } }
      merged = fault(.wrongType(expected: types, found: found, text: text))
    }
    return merged
  }

  /// One fault that lists all values, when each branch of the right type lists some.
  private func mergedValues(_ branches: [[SchemaFault]]) -> SchemaFault? {
    var values: [String] = []
    var value = ""
    var nearest: String?
    for branch in branches {
      guard branch.count == 1, branch[0].node == node else { return nil }
      switch branch[0].detail {
      case .wrongType: continue
      case .notAllowed(let given, let allowed, let near):
        values += allowed.filter { !values.contains($0) }
        value = given
        nearest = nearest ?? near
      default: return nil
      }
    }
    return values.isEmpty ? nil : fault(.notAllowed(value: value, allowed: values, nearest: nearest))
  }

  /// A fault of the keyword itself.
  private func fault(_ detail: SchemaFault.Detail) -> SchemaFault {
    SchemaFault(keyword: keyword, node: node, key: nil, schemaLocation: location, detail: detail)
  }
}
