/// Which extension libraries an environment has besides the standard one.
public struct Library: OptionSet, Sendable {
  /// The bits.
  public let rawValue: Int

  /// Makes a set from bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// `charAt`, `split`, `format`, `strings.quote` …
  public static let strings = Library(rawValue: 1)
  /// `math.greatest`, `math.abs`, `math.bitAnd` …
  public static let math = Library(rawValue: 2)
  /// `slice`, `flatten`, `distinct`, `sort`, `lists.range` …
  public static let lists = Library(rawValue: 4)
  /// `sets.contains`, `sets.equivalent`, `sets.intersects`
  public static let sets = Library(rawValue: 8)
  /// `base64.encode`, `base64.decode`
  public static let encoders = Library(rawValue: 16)
  /// `cel.bind`
  public static let bindings = Library(rawValue: 32)
  /// `a.?b`, `a[?i]`, `optional.of`, `optMap` …
  public static let optionals = Library(rawValue: 64)
  /// `all`, `exists`, `existsOne`, `transformList`, `transformMap`, `transformMapEntry` with two variables.
  public static let twoVariableComprehensions = Library(rawValue: 128)
  /// All of them.
  public static let all = Library(rawValue: 255)
}
