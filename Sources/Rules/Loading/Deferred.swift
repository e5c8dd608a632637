import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks.
final class Deferred<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// Keeps how the value is made.
  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value; other threads wait while it is made.
  var value: Value {
    known.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }
}
