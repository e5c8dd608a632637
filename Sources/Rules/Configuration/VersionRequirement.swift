/// Which versions of the tool a configuration accepts, such as `>=0.1, <1`.
package struct VersionRequirement: Hashable, Sendable {
  /// A relation between the tool's version and a stated one.
  private enum Relation: String, CaseIterable {
    // The longer ones first, since they are looked for in this order.
    case atLeast = ">="
    case atMost = "<="
    case over = ">"
    case under = "<"
    case equal = "="
  }

  /// One condition of the list; all of them must hold.
  private struct Condition: Hashable {
    /// How the two versions must stand to each other.
    var relation: Relation
    /// Up to three numbers.
    var version: [Int]
  }

  private let conditions: [Condition]

  /// Reads conditions parted by commas; nil where one is none.
  package init?(_ text: String) {
    var conditions: [Condition] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.filter { $0 != " " }
      guard let relation = Relation.allCases.first(where: { words.hasPrefix($0.rawValue) }),
        let version = VersionRequirement.numbers(words.dropFirst(relation.rawValue.utf8.count))
      else { return nil }
      conditions.append(Condition(relation: relation, version: version))
    }
    self.conditions = conditions
  }

  /// Whether a version meets every condition; one that is no version meets none.
  package func accepts(_ version: String) -> Bool {
    guard let actual = VersionRequirement.numbers(version[...]) else { return false }
    return conditions.allSatisfy { condition in
      let stated = condition.version + Array(repeating: 0, count: 3 - condition.version.count)
      let full = actual + Array(repeating: 0, count: 3 - actual.count)
      switch condition.relation {
      case .atLeast: return !full.lexicographicallyPrecedes(stated)
      case .atMost: return !stated.lexicographicallyPrecedes(full)
      case .over: return stated.lexicographicallyPrecedes(full)
      case .under: return full.lexicographicallyPrecedes(stated)
      // `=0.1` takes every 0.1.x.
      case .equal: return full.starts(with: condition.version)
      }
    }
  }

  private static func numbers(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && part.utf8.count <= 9 ? Int(part) : nil
    }
    return numbers.count == parts.count ? numbers : nil
  }
}
