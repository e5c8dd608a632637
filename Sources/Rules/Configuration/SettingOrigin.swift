package import SourceText

/// Where an effective value was written.
package enum SettingOrigin: Sendable {
  /// Nowhere: the tool's own default.
  case builtIn
  /// In the file of the rule itself.
  case rule(String)
  /// In the `Catalog` document, which chooses the profile.
  case catalogDocument
  /// At a place in a configuration or profile.
  case place(SourceFile, SourceRange)
}

extension SettingOrigin {
  /// `file:line`, the file, or nothing.
  package var words: String {
    switch self {
    case .builtIn, .catalogDocument: ""
    case .rule(let path): path
    case .place(let source, _): "\(source.path):\(line ?? 1)"
    }
  }

  /// The file; nil where there is none.
  package var file: String? {
    switch self {
    case .builtIn, .catalogDocument: nil
    case .rule(let path): path
    case .place(let source, _): source.path
    }
  }

  /// The line, counted from 1; nil where only the file is known.
  package var line: Int? {
    guard case .place(let source, let range) = self else { return nil }
    return LineMap(source.bytes).position(at: range.start, in: source.bytes).line
  }
}

/// One key of a configuration that is no rule.
package enum ConfigurationKey: String, CaseIterable, Sendable {
  case root
  case requiredVersion = "required-version"
  case extends
  case language
  case textLanguage
  case profile
  case include = "files.include"
  case exclude = "files.exclude"
}
