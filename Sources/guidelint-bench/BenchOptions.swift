/// What the command line asks for.
struct BenchOptions {
  private let arguments: [String]

  /// Takes the arguments of the process.
  init(_ arguments: [String]) { self.arguments = arguments }

  /// The word before all flags, if there is one.
  var verb: String? { arguments.dropFirst().first.flatMap { $0.hasPrefix("--") ? nil : $0 } }

  /// Whether a flag is given.
  func has(_ flag: String) -> Bool { arguments.contains(flag) }

  /// The text behind a flag.
  func text(_ flag: String) -> String? {
    guard let index = arguments.firstIndex(of: flag), index + 1 < arguments.count else { return nil }
    return arguments[index + 1]
  }

  /// The number behind a flag.
  func number(_ flag: String, _ fallback: Int) -> Int { text(flag).flatMap { Int($0) } ?? fallback }
}
