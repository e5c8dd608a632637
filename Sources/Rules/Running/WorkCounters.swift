/// Work that a run did, for benchmarks that do not want to measure the weather.
package struct WorkCounters: Hashable, Sendable {
  /// Documents parsed, re-reads for the catalog stage included.
  package var parses = 0
  /// Selectors evaluated.
  package var selections = 0
  /// Steps of expressions.
  package var expressionSteps = 0

  /// Time of each rule, where a clock was given; else empty.
  package var nanoseconds: [UInt64] = []

  /// Starts at zero.
  package init() {}

  /// Adds another worker's counts.
  package static func += (left: inout WorkCounters, right: WorkCounters) {
    left.parses += right.parses
    left.selections += right.selections
    left.expressionSteps += right.expressionSteps
    if left.nanoseconds.isEmpty {
      left.nanoseconds = right.nanoseconds
    } else {
      for (rule, time) in right.nanoseconds.enumerated() { left.nanoseconds[rule] += time }
    }
  }
}
