import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks; afterwards no thread waits for another.
final class Deferred<Value: Sendable>: Sendable {
  /// The value, once it is made.
  private final class Made: Sendable {
    /// The value.
    let value: Value

    /// Keeps it.
    init(_ value: Value) { self.value = value }
  }

  private let kept = AtomicLazyReference<Made>()
  private let making = Mutex<Void>(())
  private let make: @Sendable () -> Value

  /// Keeps how the value is made.
  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value where it is made already.
  var known: Value? { kept.load()?.value }

  /// The value; other threads wait while it is made.
  var value: Value {
    if let made = kept.load() { return made.value }
    return making.withLock { _ in
      if let made = kept.load() { return made.value }
      return kept.storeIfNil(Made(make())).value
    }
  }
}
