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
  let next = Atomic<Int>(0)
  let collected = Mutex<(results: [Output?], summaries: [Summary])>((Array(repeating: nil, count: count), []))
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    let state = makeState()
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      let output = body(state, index)
      collected.withLock { $0.results[index] = output }
    }
    let summary = finish(state)
    collected.withLock { $0.summaries.append(summary) }
  }
  return collected.withLock { ($0.results.compactMap { $0 }, $0.summaries) }
}
