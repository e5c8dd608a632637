internal import Dispatch
internal import Synchronization

/// Runs `body` for each index on some workers, each with a state of its own; results keep the order of the indices, so
/// that nothing depends on the number of workers.
/// - Returns: the results, and what `finish` makes of each worker's state.
func parallelMap<State, Output: Sendable, Summary: Sendable>(
  count: Int, jobs: Int, makeState: @Sendable () -> State, finish: @Sendable (State) -> Summary,
  body: @Sendable (State, Int) -> Output
) -> (results: [Output], summaries: [Summary]) {
  let workers = max(1, min(jobs, count))
  // A worker takes some neighbours at a time, few enough that all workers come to their end together.
  let stretch = max(1, count / (workers * 256))
  let next = Atomic<Int>(0)
  let collected = Mutex<(stretches: [[Output]], summaries: [Summary])>(
    (Array(repeating: [], count: (count + stretch - 1) / stretch), []))
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    let state = makeState()
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      let first = number * stretch
      guard first < count else { break }
      let outputs = (first..<min(count, first + stretch)).map { body(state, $0) }
      collected.withLock { $0.stretches[number] = outputs }
    }
    let summary = finish(state)
    collected.withLock { $0.summaries.append(summary) }
  }
  return collected.withLock { (Array($0.stretches.joined()), $0.summaries) }
}
