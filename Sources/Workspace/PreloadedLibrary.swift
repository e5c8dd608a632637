internal import Dispatch
internal import Rules
internal import Synchronization

/// A rule set that is loaded while its run does other work.
final class PreloadedLibrary: Sendable {
  private let group = DispatchGroup()
  private let loaded = Mutex<RuleLibrary?>(nil)

  /// Begins to load.
  init(_ load: @escaping @Sendable () -> RuleLibrary) {
    DispatchQueue.global().async(group: group) { [self] in
      let library = load()
      loaded.withLock { $0 = library }
    }
  }

  /// Compiles the set behind its loading; whoever needs it compiled meanwhile waits for that.
  func compile() {
    DispatchQueue.global().async { [self] in library?.compile() }
  }

  /// The set, waited for.
  var library: RuleLibrary? {
    group.wait()
    return loaded.withLock { $0 }
  }
}
