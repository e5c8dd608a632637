/// The candidate nearest to a misspelt name by edit distance (Damerau, adjacent swaps count one), ASCII case ignored.
/// - Returns: nil when no candidate is within a third of the name's length (at least one edit, at most three).
///   Of equally near candidates the first wins, so that the answer does not depend on a hash order.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = foldedScalars(name)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  let limit = min(3, max(1, wanted.count / 3))
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate != name {
    let scalars = foldedScalars(candidate)
    guard abs(scalars.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, scalars)
    if distance <= limit, best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  return best?.name
}

/// How many edits lead from one name to another (Damerau, adjacent swaps count one), ASCII case ignored.
public func nameDistance(from name: String, to other: String) -> Int {
  editDistance(foldedScalars(name), foldedScalars(other))
}

private func foldedScalars(_ text: String) -> [UInt32] {
  text.unicodeScalars.map { $0.value >= 0x41 && $0.value <= 0x5A ? $0.value + 0x20 : $0.value }
}

private func editDistance(_ left: [UInt32], _ right: [UInt32]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let cost = left[row] == right[column] ? 0 : 1
      var best = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
