/// The keywords of draft 2020-12, and where each holds schemas of its own.
enum SchemaKeyword {
  /// How the value of a keyword holds schemas.
  enum Shape {
    /// It holds none.
    case plain
    /// It is one schema.
    case schema
    /// It is a list of schemas.
    case list
    /// It is a mapping from names to schemas.
    case map
  }

  /// Every keyword that the specification names, with its shape.
  static let shapes: [String: Shape] = {
    var shapes: [String: Shape] = [:]
    for name in plain { shapes[name] = .plain }
    for name in schema { shapes[name] = .schema }
    for name in ["allOf", "anyOf", "oneOf", "prefixItems"] { shapes[name] = .list }
    for name in ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"] { shapes[name] = .map }
    return shapes
  }()

  /// Keywords whose value is one schema.
  private static let schema = [
    "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then",
    "unevaluatedItems", "unevaluatedProperties",
  ]

  /// Keywords whose value holds no schema.
  private static let plain = [
    "$anchor", "$comment", "$dynamicAnchor", "$dynamicRef", "$id", "$ref", "$schema", "$vocabulary", "const",
    "contentEncoding", "contentMediaType", "default", "dependentRequired", "deprecated", "description", "enum",
    "examples", "exclusiveMaximum", "exclusiveMinimum", "format", "maxContains", "maxItems", "maxLength",
    "maxProperties", "maximum", "minContains", "minItems", "minLength", "minProperties", "minimum", "multipleOf",
    "pattern", "readOnly", "required", "title", "type", "uniqueItems", "writeOnly",
  ]
}
