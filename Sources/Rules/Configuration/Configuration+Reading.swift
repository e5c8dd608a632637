import DataTree
import Diagnostics
import SourceText

extension Configuration {
  /// Reads a configuration whose shape is valid.
  init(_ view: TreeView, source: SourceFile, folder: String) {
    let fields = TreeFields(view)
    let files = fields.value("files").map { TreeFields(view, $0) }
    self.init(
      file: source.path, folder: folder, source: source,
      extends: fields.value("extends") == nil
        ? Configuration.builtIn.extends : fields.texts("extends").map { ($0.text, view[$0.node].range) },
      language: fields.string("language").flatMap(Language.init(rawValue:)),
      textLanguage: fields.string("textLanguage") ?? "zh",
      profile: fields.text("profile").map { ($0.text, view[$0.node].range) },
      include: PlacedGlobs(GlobList(files?.texts("include").map(\.text) ?? []), in: folder),
      exclude: PlacedGlobs(GlobList(files?.texts("exclude").map(\.text) ?? []), in: folder),
      rules: Configuration.settings(fields), overrides: [])
    overrides = fields.elements("overrides").map { node in
      let override = TreeFields(view, node)
      return ConfigurationOverride(
        files: PlacedGlobs(GlobList(override.texts("files").map(\.text)), in: folder),
        kinds: override.texts("kinds").map(\.text),
        items: override.texts("items").map(\.text), rules: Configuration.settings(override))
    }
    var written = (files?.texts("include") ?? []) + (files?.texts("exclude") ?? [])
    for node in fields.elements("overrides") { written += TreeFields(view, node).texts("files") }
    patterns = written.map { (Glob($0.text), view[$0.node].range) }
    requiredVersion = fields.text("required-version").map { ($0.text, view[$0.node].range) }
    isRoot = fields.bool("root") ?? false
    noteOrigins(fields, files, source)
  }

  /// Notes which keys the file states, and where.
  private mutating func noteOrigins(_ fields: TreeFields, _ files: TreeFields?, _ source: SourceFile) {
    for key in ConfigurationKey.allCases {
      let value =
        switch key {
        case .include: files?.value("include")
        case .exclude: files?.value("exclude")
        default: fields.value(key.rawValue)
        }
      if let value { origins[key] = .place(source, fields.view[value].range) }
    }
  }

  /// Takes what the file itself does not state from those that it extends, the later ones first.
  package mutating func inherit(_ others: [Configuration], packs: [String]) {
    inherited = others
    packPaths = packs
    for other in others.reversed() {
      for (key, origin) in other.origins where origins[key] == nil {
        switch key {
        case .language: language = other.language
        case .textLanguage: textLanguage = other.textLanguage
        case .profile: profile = other.profile
        case .include: include = other.include
        case .exclude: exclude = other.exclude
        // These say something of their own file alone.
        case .root, .requiredVersion, .extends: continue
        }
        origins[key] = origin
      }
    }
  }

  /// The `rules` of a configuration, override or profile.
  static func settings(_ fields: TreeFields) -> [(name: String, setting: RuleSetting)] {
    fields.entries("rules").map { ($0.key.text, RuleSetting(fields.view, key: $0.key.node, value: $0.value)) }
  }
}

extension RuleSetting {
  /// Reads the short form (`off`, `warning`) and the long one (a map) alike.
  init(_ view: TreeView, key: NodeID, value: NodeID) {
    self.init(range: view[key].range)
    guard view.kind(value) == .map else {
      apply(token: view.string(value))
      severityRange = view[value].range
      return
    }
    let fields = TreeFields(view, value)
    if let severity = fields.text("severity") {
      apply(token: severity.text)
      severityRange = view[severity.node].range
    }
    isOn = isOn ?? true
    isLocked = fields.bool("locked") ?? false
    if isLocked { lockRange = fields.value("locked").map { view[$0].range } }
    parameters = fields.entries("params").compactMap { name, node in
      fields.parameterValue(node).map { (name.text, $0, view[name.node].range) }
    }
  }

  // YAML 1.2 reads `off` as text and `false` as a boolean; people write both.
  private mutating func apply(token: String) {
    if token == "off" || token == "false" {
      isOn = false
    } else {
      isOn = true
      severity = Severity(token: token)
    }
  }
}
