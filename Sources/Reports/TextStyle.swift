internal import Diagnostics

/// How a piece of text stands out on a terminal.
enum TextStyle {
  /// As other text.
  case plain
  /// What the eye should find first.
  case strong
  /// Line numbers, rulers and arrows.
  case frame
  /// What matters least.
  case faint
  /// An error and what it underlines.
  case error
  /// A warning and what it underlines.
  case warning
  /// A remark and what it underlines.
  case info
  /// That all is well.
  case success

  /// The style of a severity.
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .info: self = .info
    }
  }

  /// `text` between ANSI sequences (ECMA-48, select graphic rendition), or as it is where there is no colour.
  func apply(to text: String, color: Bool) -> String {
    guard color, !text.isEmpty, let code else { return text }
    return "\u{1B}[" + code + "m" + text + "\u{1B}[0m"
  }

  /// Parameters of the ANSI sequence; nil where none is needed.
  private var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .frame: "34"
    case .faint: "2"
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;36"
    case .success: "1;32"
    }
  }
}
