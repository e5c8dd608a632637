/// Pass and not applicable by rule, added up over thousands of documents by one worker.
package final class TallySums {
  /// Both of each rule, side by side so that they are added at once.
  package private(set) var sums: [SIMD2<UInt64>]

  /// Starts at zero for so many rules.
  package init(count: Int) { sums = Array(repeating: SIMD2(), count: count) }

  /// Adds a document's.
  package func add(_ tallies: [RuleTally]) {
    sums.withUnsafeMutableBufferPointer { sums in
      tallies.withUnsafeBufferPointer { tallies in
        for rule in 0..<min(sums.count, tallies.count) {
          sums[rule] &+= SIMD2(UInt64(tallies[rule].pass), UInt64(tallies[rule].notApplicable))
        }
      }
    }
  }

  /// Adds a document's of which each number takes one byte, pass before not applicable.
  func add(small tallies: UnsafeRawBufferPointer) {
    sums.withUnsafeMutableBufferPointer { sums in
      for rule in 0..<min(sums.count, tallies.count / 2) {
        sums[rule] &+= SIMD2(UInt64(tallies[2 * rule]), UInt64(tallies[2 * rule + 1]))
      }
    }
  }

  /// Adds what another worker has added up.
  package func add(_ others: [SIMD2<UInt64>]) {
    for rule in 0..<min(sums.count, others.count) { sums[rule] &+= others[rule] }
  }

  /// The sums as counts of results.
  package var counts: [ResultCounts] {
    sums.map { sum in
      var counts = ResultCounts()
      counts.pass = Int(clamping: sum[0])
      counts.notApplicable = Int(clamping: sum[1])
      return counts
    }
  }
}
