package import Diagnostics
internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A line on the terminal that tells how far a run is; work that takes less than a second never shows it.
package final class ProgressLine: Sendable {
  private let total = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  /// Nil where nobody watches.
  private let queue: DispatchQueue?
  private let state = Mutex(State())
  private static let erase = "\r\u{1B}[2K"

  /// What the watching thread and the end of the run share.
  private struct State {
    /// Whether the line stands on the terminal.
    var isShown = false
    /// Whether the run is over.
    var hasEnded = false
  }

  /// Starts to count, and to show it where a person watches standard error.
  package init(_ environment: ProcessEnvironment, language: Language, isQuiet: Bool) {
    let isWatched = environment.errorIsTerminal && !environment.isAutomated && !isQuiet
    // A queue of its own has a thread even while the workers hold all others.
    queue = isWatched ? DispatchQueue(label: "progress") : nil
    tick(after: .seconds(1), language)
  }

  /// Announces files.
  func expect(_ count: Int) { total.add(count, ordering: .relaxed) }

  /// Notes that so many more files are done.
  func advance(by count: Int = 1) { done.add(count, ordering: .relaxed) }

  /// Takes the line away; nothing is shown from then on.
  package func end() {
    state.withLock { state in
      if state.isShown { ProgressLine.write(ProgressLine.erase) }
      state = State(isShown: false, hasEnded: true)
    }
  }

  private func tick(after interval: DispatchTimeInterval, _ language: Language) {
    queue?.asyncAfter(deadline: .now() + interval) { [weak self] in
      guard let self, show(language) else { return }
      tick(after: .milliseconds(200), language)
    }
  }

  /// Shows where the run stands, unless it is over.
  private func show(_ language: Language) -> Bool {
    state.withLock { state in
      guard !state.hasEnded else { return false }
      let words = Messages.progress(done.load(ordering: .relaxed), of: total.load(ordering: .relaxed))
      ProgressLine.write(ProgressLine.erase + words[language])
      state.isShown = true
      return true
    }
  }

  private static func write(_ text: String) {
    var text = text
    // A terminal that is gone is no reason to fail.
    text.withUTF8 { _ = posixWrite(2, $0.baseAddress, $0.count) }
  }
}

/// The method above shadows the system's name.
private func posixWrite(_ descriptor: Int32, _ source: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, source, count)
}
