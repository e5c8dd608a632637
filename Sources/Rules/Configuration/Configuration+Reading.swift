import DataTree
import Diagnostics
import SourceText

extension Configuration {
  /// Reads a configuration whose shape is valid.
  init(_ view: TreeView, file: String, folder: String) {
    let fields = TreeFields(view)
    let files = fields.value("files").map { TreeFields(view, $0) }
    self.init(
      file: file, folder: folder,
      extends: fields.value("extends") == nil
        ? Configuration.builtIn.extends : fields.texts("extends").map { ($0.text, view[$0.node].range) },
      language: fields.string("language").flatMap(Language.init(rawValue:)),
      textLanguage: fields.string("textLanguage") ?? "zh",
      profile: fields.text("profile").map { ($0.text, view[$0.node].range) },
      include: GlobList(files?.texts("include").map(\.text) ?? []),
      exclude: GlobList(files?.texts("exclude").map(\.text) ?? []),
      rules: Configuration.settings(fields), overrides: [])
    overrides = fields.elements("overrides").map { node in
      let override = TreeFields(view, node)
      return ConfigurationOverride(
        files: GlobList(override.texts("files").map(\.text)), kinds: override.texts("kinds").map(\.text),
        items: override.texts("items").map(\.text), rules: Configuration.settings(override))
    }
    var written = (files?.texts("include") ?? []) + (files?.texts("exclude") ?? [])
    for node in fields.elements("overrides") { written += TreeFields(view, node).texts("files") }
    patterns = written.map { (Glob($0.text), view[$0.node].range) }
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
      return
    }
    let fields = TreeFields(view, value)
    if let severity = fields.string("severity") { apply(token: severity) }
    isOn = isOn ?? true
    isLocked = fields.bool("locked") ?? false
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
