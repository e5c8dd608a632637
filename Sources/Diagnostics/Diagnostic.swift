public import SourceText

/// How grave a diagnostic is.
public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  /// A remark that never fails a run by default.
  case info
  /// A fault that law or practice asks to be mended.
  case warning
  /// A fault that fails a run.
  case error

  /// The token used in rule files, configuration and reports.
  public var token: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Reads a token; nil for any other text.
  public init?(token: String) {
    guard let severity = Severity.allCases.first(where: { $0.token == token }) else { return nil }
    self = severity
  }

  /// Orders by gravity, info first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// A language in which messages are written.
public enum Language: String, Sendable, CaseIterable {
  /// Simplified Chinese.
  case zh
  /// English.
  case en
}

/// A message in every language that the tool speaks.
public struct LocalizedText: Hashable, Sendable {
  /// Simplified Chinese.
  public var zh: String
  /// English.
  public var en: String

  /// Holds both wordings.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The wording in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// A range with what is to be said about it.
public struct Label: Hashable, Sendable {
  /// Path of the file that the range is in; nil means the file of the diagnostic.
  public var file: String?
  /// What is underlined.
  public var range: SourceRange
  /// What is said there; nil for a primary label, which the message explains.
  public var text: LocalizedText?

  /// Labels a range.
  public init(file: String? = nil, range: SourceRange, text: LocalizedText? = nil) {
    self.file = file
    self.range = range
    self.text = text
  }
}

/// Something wrong at an exact place, said so that its reader can act.
public struct Diagnostic: Hashable, Sendable {
  /// Kebab-case name of the fault, such as `yaml-duplicate-key`.
  public var id: String
  /// How grave it is.
  public var severity: Severity
  /// What is wrong, quoting the user's text.
  public var message: LocalizedText
  /// Where; the primary label.
  public var range: SourceRange
  /// Further places that explain the fault.
  public var related: [Label]
  /// What to do about it; nil where the message says it.
  public var remedy: LocalizedText?
  /// How it can be repaired by machine; nil where a person must decide.
  public var fix: Fix?

  /// Describes a fault at `range`.
  public init(
    id: String, severity: Severity = .error, message: LocalizedText, range: SourceRange, related: [Label] = [],
    remedy: LocalizedText? = nil, fix: Fix? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.range = range
    self.related = related
    self.remedy = remedy
    self.fix = fix
  }
}
