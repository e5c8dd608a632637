internal import DataTree

/// The metaschema of draft 2020-12 and its vocabularies, so that schemas may refer to them without a network.
enum Metaschema {
  /// What all its URIs begin with.
  static let base = "https://json-schema.org/draft/2020-12/"

  /// The documents by the rest of their URI.
  static var documents: [(String, SchemaLiteral)] {
    [
      ("schema", schema), ("meta/core", core), ("meta/applicator", applicator),
      ("meta/unevaluated", ["unevaluatedItems", "unevaluatedProperties"].vocabulary("unevaluated")),
      ("meta/validation", validation), ("meta/meta-data", metadata),
      ("meta/format-annotation", vocabulary("format-annotation", ["format": string])),
      ("meta/content", content),
    ]
  }

  /// The schema of text.
  private static let string: SchemaLiteral = ["type": "string"]
  /// The schema of a switch.
  private static let boolean: SchemaLiteral = ["type": "boolean", "default": false]
  /// The schema of schemas, extensible as the specification asks.
  private static let meta: SchemaLiteral = ["$dynamicRef": "#meta"]
  /// The schema of named schemas.
  private static let metaMap: SchemaLiteral = ["type": "object", "additionalProperties": meta, "default": [:]]
  /// The schema of limits.
  private static let number: SchemaLiteral = ["type": "number"]
  /// The schema of sizes.
  private static let count: SchemaLiteral = ["$ref": "#/$defs/nonNegativeInteger"]
  /// The schema of name lists.
  private static let strings: SchemaLiteral = ["$ref": "#/$defs/stringArray"]

  /// A vocabulary: its keywords and shared definitions.
  fileprivate static func vocabulary(
    _ name: String, _ properties: SchemaLiteral, definitions: SchemaLiteral? = nil
  ) -> SchemaLiteral {
    var entries: [(String, SchemaLiteral)] = [
      ("$schema", .text(base + "schema")), ("$id", .text(base + "meta/" + name)), ("$dynamicAnchor", "meta"),
      ("type", ["object", "boolean"]), ("properties", properties),
    ]
    if let definitions { entries.append(("$defs", definitions)) }
    return .map(entries)
  }

  /// The document that joins the vocabularies.
  private static var schema: SchemaLiteral {
    let parts = ["core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content"]
    return [
      "$schema": .text(base + "schema"), "$id": .text(base + "schema"), "$dynamicAnchor": "meta",
      "$vocabulary": .map(parts.map { ("https://json-schema.org/draft/2020-12/vocab/" + $0, true) }),
      "allOf": .list(parts.map { ["$ref": .text("meta/" + $0)] }), "type": ["object", "boolean"],
      "properties": [
        "definitions": metaMap,
        "dependencies": [
          "type": "object", "default": [:],
          "additionalProperties": ["anyOf": [meta, ["$ref": "meta/validation#/$defs/stringArray"]]],
        ],
        "$recursiveAnchor": ["$ref": "meta/core#/$defs/anchorString"],
        "$recursiveRef": ["$ref": "meta/core#/$defs/uriReferenceString"],
      ],
    ]
  }

  /// Identifiers and references.
  private static var core: SchemaLiteral {
    let anchor: SchemaLiteral = ["$ref": "#/$defs/anchorString"]
    let reference: SchemaLiteral = ["$ref": "#/$defs/uriReferenceString"]
    return vocabulary(
      "core",
      [
        "$id": ["$ref": "#/$defs/uriReferenceString", "pattern": "^[^#]*#?$"],
        "$schema": ["$ref": "#/$defs/uriString"], "$ref": reference, "$anchor": anchor, "$dynamicRef": reference,
        "$dynamicAnchor": anchor, "$comment": string, "$defs": ["type": "object", "additionalProperties": meta],
        "$vocabulary": [
          "type": "object", "propertyNames": ["$ref": "#/$defs/uriString"],
          "additionalProperties": ["type": "boolean"],
        ],
      ],
      definitions: [
        "anchorString": ["type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"],
        "uriString": ["type": "string", "format": "uri"],
        "uriReferenceString": ["type": "string", "format": "uri-reference"],
      ])
  }

  /// Keywords that apply schemas.
  private static var applicator: SchemaLiteral {
    let list: SchemaLiteral = ["$ref": "#/$defs/schemaArray"]
    return vocabulary(
      "applicator",
      [
        "prefixItems": list, "items": meta, "contains": meta, "additionalProperties": meta, "properties": metaMap,
        "patternProperties": [
          "type": "object", "additionalProperties": meta, "propertyNames": ["format": "regex"], "default": [:],
        ],
        "dependentSchemas": metaMap, "propertyNames": meta, "if": meta, "then": meta, "else": meta, "allOf": list,
        "anyOf": list, "oneOf": list, "not": meta,
      ],
      definitions: ["schemaArray": ["type": "array", "minItems": 1, "items": meta]])
  }

  /// Keywords that judge values.
  private static var validation: SchemaLiteral {
    let zero: SchemaLiteral = ["$ref": "#/$defs/nonNegativeIntegerDefault0"]
    let types: SchemaLiteral = ["$ref": "#/$defs/simpleTypes"]
    return vocabulary(
      "validation",
      [
        "type": ["anyOf": [types, ["type": "array", "items": types, "minItems": 1, "uniqueItems": true]]],
        "const": true, "enum": ["type": "array", "items": true],
        "multipleOf": ["type": "number", "exclusiveMinimum": 0], "maximum": number, "exclusiveMaximum": number,
        "minimum": number, "exclusiveMinimum": number, "maxLength": count, "minLength": zero,
        "pattern": ["type": "string", "format": "regex"], "maxItems": count, "minItems": zero, "uniqueItems": boolean,
        "maxContains": count, "minContains": ["$ref": "#/$defs/nonNegativeInteger", "default": 1],
        "maxProperties": count, "minProperties": zero, "required": strings,
        "dependentRequired": ["type": "object", "additionalProperties": strings],
      ],
      definitions: [
        "nonNegativeInteger": ["type": "integer", "minimum": 0],
        "nonNegativeIntegerDefault0": ["$ref": "#/$defs/nonNegativeInteger", "default": 0],
        "simpleTypes": ["enum": ["array", "boolean", "integer", "null", "number", "object", "string"]],
        "stringArray": ["type": "array", "items": string, "uniqueItems": true, "default": []],
      ])
  }

  /// Annotations for people.
  private static var metadata: SchemaLiteral {
    vocabulary(
      "meta-data",
      [
        "title": string, "description": string, "default": true, "deprecated": boolean, "readOnly": boolean,
        "writeOnly": boolean, "examples": ["type": "array", "items": true],
      ])
  }

  /// Annotations of text that encodes something else.
  private static var content: SchemaLiteral {
    vocabulary("content", ["contentEncoding": string, "contentMediaType": string, "contentSchema": meta])
  }
}

extension [String] {
  /// A vocabulary in which each of these keywords is a schema.
  fileprivate func vocabulary(_ name: String) -> SchemaLiteral {
    Metaschema.vocabulary(name, .map(map { ($0, ["$dynamicRef": "#meta"]) }))
  }
}
