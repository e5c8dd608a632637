internal import Encoding
internal import Rules
internal import Workspace

/// The answers about configurations for programs.
enum ConfigurationJSON {
  /// Writes the files that a run would read.
  static func write(_ files: [ConfigurationInquiry.ListedFile], to sink: @escaping ByteSink) {
    var json = JSONWriter(sink: sink)
    json.beginArray()
    for file in files {
      json.beginObject(inline: true)
      json.member("path", file.path)
      json.member("configuration", file.configuration)
      json.member("reported", file.isReported)
      json.endObject()
    }
    json.endArray()
    json.finish()
  }

  /// Writes what holds, for each document that was asked about.
  static func write(_ effective: [EffectiveConfiguration], to sink: @escaping ByteSink) {
    var json = JSONWriter(sink: sink)
    json.beginArray()
    for configuration in effective {
      json.beginObject()
      json.member("configuration", configuration.file)
      json.key("extends")
      json.beginArray(inline: true)
      for file in configuration.extended { json.string(file) }
      json.endArray()
      json.key("document")
      if let document = configuration.document {
        json.beginObject(inline: true)
        json.member("kind", document.kind)
        json.member("id", document.id)
        json.endObject()
      } else {
        json.null()
      }
      json.key("values")
      json.beginObject()
      for value in configuration.values {
        json.key(escaping: value.key)
        json.beginObject(inline: true)
        write(value, to: &json)
        json.endObject()
      }
      json.endObject()
      json.key("rules")
      json.beginObject()
      for rule in configuration.rules { write(rule, to: &json) }
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.finish()
  }

  private static func write(_ value: EffectiveConfiguration.Value, to json: inout JSONWriter) {
    json.key("value")
    switch ConfigurationKey(rawValue: value.key) {
    case .extends, .include, .exclude:
      json.beginArray(inline: true)
      for text in value.values { json.string(text) }
      json.endArray()
    case .root: json.bool(value.values == ["true"])
    default: if let text = value.values.first { json.string(text) } else { json.null() }
    }
    write(value.origin, to: &json)
  }

  private static func write(_ rule: EffectiveConfiguration.RuleValue, to json: inout JSONWriter) {
    let draft = rule.draft
    json.key(escaping: rule.page.id)
    json.beginObject()
    json.key("on")
    json.beginObject(inline: true)
    json.member("value", draft.isOn)
    write(draft.switchOrigin, to: &json)
    json.endObject()
    json.key("severity")
    json.beginObject(inline: true)
    json.member("value", draft.severity.token)
    write(draft.severityOrigin, to: &json)
    json.endObject()
    json.key("locked")
    json.beginObject(inline: true)
    json.member("value", draft.isLocked)
    write(draft.lock ?? .builtIn, to: &json)
    json.endObject()
    json.key("params")
    json.beginObject()
    for parameter in rule.page.parameters {
      json.key(escaping: parameter.name)
      json.beginObject(inline: true)
      json.key("value")
      write(draft.parameters[parameter.name] ?? parameter.defaultValue, to: &json)
      write(draft.parameterOrigins[parameter.name] ?? .rule(rule.page.source.path), to: &json)
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }

  private static func write(_ origin: SettingOrigin, to json: inout JSONWriter) {
    json.member("file", origin.file)
    json.key("line")
    if let line = origin.line { json.int(line) } else { json.null() }
  }

  private static func write(_ value: ParameterValue?, to json: inout JSONWriter) {
    switch value {
    case .int(let number): json.int(Int(number))
    case .double, .string: json.string(value?.words ?? "")
    case .bool(let flag): json.bool(flag)
    case .list(let texts):
      json.beginArray(inline: true)
      for text in texts { json.string(text) }
      json.endArray()
    case nil: json.null()
    }
  }
}
