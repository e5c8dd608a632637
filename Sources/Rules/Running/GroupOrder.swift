/// Keys one after another, so that a member costs no array of its own.
struct GroupKeys {
  private var bytes: [UInt8] = []
  /// Where each key ends.
  private var ends: [Int] = []

  /// Number of keys.
  var count: Int { ends.count }

  /// Adds the key that `append` appends; false, with nothing added, where it says so.
  mutating func add(_ append: (inout [UInt8]) -> Bool) -> Bool {
    let start = bytes.count
    guard append(&bytes) else {
      bytes.removeSubrange(start...)
      return false
    }
    ends.append(bytes.count)
    return true
  }

  /// Adds a key.
  mutating func add(_ key: [UInt8]) {
    bytes += key
    ends.append(bytes.count)
  }

  /// Whether no two keys are equal, as far as that is quickly told: a guide lists a handful of materials.
  var areDistinct: Bool {
    guard count <= 24 else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for position in 1..<max(count, 1) {
        let own = key(position, bytes)
        for other in 0..<position where key(other, bytes) == own { return false }
      }
      return true
    }
  }

  /// Forgets the keys and keeps the memory.
  mutating func removeAll() {
    if bytes.isEmpty { return }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Takes the last key away.
  mutating func takeLast() -> [UInt8] {
    guard ends.popLast() != nil else { return [] }
    let start = ends.last ?? 0
    let key = Array(bytes[start...])
    bytes.removeLast(key.count)
    return key
  }

  /// For each key the number of its group, counted in the order in which the groups begin.
  fileprivate func groupNumbers() -> (numbers: [Int], groupCount: Int) {
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    var firsts: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      // A guide lists a handful of materials: comparing with each group's first key beats hashing them all.
      if count <= 24 {
        for position in 0..<count {
          let own = key(position, bytes)
          let group = firsts.firstIndex { key($0, bytes) == own }
          if group == nil { firsts.append(position) }
          numbers.append(group ?? firsts.count - 1)
        }
      } else {
        var known: [Key: Int] = [:]
        for position in 0..<count {
          let own = key(position, bytes)
          let group = known[own] ?? known.count
          if group == known.count { known[own] = group }
          numbers.append(group)
        }
      }
    }
    return (numbers, (numbers.max() ?? -1) + 1)
  }

  /// A key among the bytes of all.
  private func key(_ position: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Key {
    let start = position == 0 ? 0 : ends[position - 1]
    return Key(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<ends[position]]))
  }

  /// A key while the bytes stay where they are.
  private struct Key: Hashable {
    /// Its bytes.
    var bytes: UnsafeRawBufferPointer

    /// Compares the bytes.
    static func == (left: Key, right: Key) -> Bool {
      guard left.bytes.count == right.bytes.count else { return false }
      for index in 0..<left.bytes.count where left.bytes[index] != right.bytes[index] { return false }
      return true
    }

    /// Feeds the bytes as one run.
    func hash(into hasher: inout Hasher) { hasher.combine(bytes: bytes) }
  }
}

/// Which members make a group, and which of them are reported.
struct GroupOrder {
  /// Positions of the members, group by group.
  private let members: [Int]
  /// Where each group begins, and where the last one ends.
  private let starts: [Int]

  /// Puts equal keys together, groups in order of their first member.
  init(_ keys: GroupKeys) {
    let (numbers, groupCount) = keys.groupNumbers()
    var next = [Int](repeating: 0, count: groupCount + 1)
    for number in numbers { next[number + 1] += 1 }
    for group in 0..<groupCount { next[group + 1] += next[group] }
    starts = next
    var members = [Int](repeating: 0, count: numbers.count)
    for (position, number) in numbers.enumerated() {
      members[next[number]] = position
      next[number] += 1
    }
    self.members = members
  }

  /// Number of groups.
  var count: Int { starts.count - 1 }

  /// The positions of a group's members.
  subscript(group: Int) -> ArraySlice<Int> { members[starts[group]..<starts[group + 1]] }

  /// Positions inside a group of `count` members that are judged.
  static func reported(_ count: Int, _ report: GroupReport) -> Range<Int> {
    switch report {
    case .later: count == 1 ? 0..<1 : 1..<count
    case .each: 0..<count
    case .once: 0..<1
    }
  }
}
