import Foundation

/// What the operating system counts for this process.
enum Measure {
  /// CPU seconds so far, all threads.
  static func processSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Highest memory so far, in MB.
  static func peakMegabytes() -> Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss >> 20
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss >> 10
    #endif
  }

  /// CPU microseconds of one call: the best of `rounds` rounds of at least 50 ms each.
  static func microseconds(rounds: Int = 7, _ work: () -> Void) -> Double {
    var best = Double.infinity
    var calls = 1
    var done = 0
    while done < rounds {
      let start = processSeconds()
      for _ in 0..<calls { work() }
      let seconds = processSeconds() - start
      // Calls that are too few for the clock are no round.
      if seconds < 0.05 {
        calls *= 2
        continue
      }
      best = min(best, seconds * 1e6 / Double(calls))
      done += 1
    }
    return best
  }

  /// A figure with three decimals.
  static func figure(_ value: Double) -> String { String(format: "%.3f", value) }
}
