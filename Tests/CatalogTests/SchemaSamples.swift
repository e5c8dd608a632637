import DataTree
import Diagnostics
import Testing

@testable import Catalog

/// Schemas with every annotation that reading knows.
enum SchemaSamples {
  static let common = """
    {"$defs": {
      "slug": {"type": "string"},
      "localized": {"x-reading": "localized", "type": ["string", "object"],
        "patternProperties": {"^[a-z]+$": {"type": "string"}}},
      "limit": {"x-reading": "limit", "type": "string"},
      "statutory": {"x-reading": "statutory-limit", "type": "string"},
      "citation": {"x-reading": "citation", "type": "string"},
      "file": {"x-reading": "file", "type": ["string", "object"]},
      "condition": {"x-reading": "condition", "type": ["object", "array"], "default": {}},
      "clause": {"x-type": "Clause", "x-reading": "clause", "type": ["string", "object"], "properties": {
        "text": {"$ref": "#/$defs/localized"}, "basis": {"$ref": "#/$defs/citation"},
        "when": {"$ref": "#/$defs/condition"}}},
      "basisEntry": {"x-type": "Basis", "type": ["string", "object"], "properties": {
        "id": {"$ref": "#/$defs/slug"}, "law": {"$ref": "#/$defs/localized"},
        "articles": {"type": "array", "items": {"type": "string"}}}},
      "basis": {"x-reading": "basis-list", "type": ["string", "array"], "items": {"$ref": "#/$defs/basisEntry"}},
      "contact": {"x-type": "Contact", "type": "object", "properties": {
        "phone": {"type": "string"}, "address": {"$ref": "#/$defs/localized"}}},
      "contactList": {"x-reading": "contact-list", "type": ["array", "object"], "items": {"$ref": "#/$defs/contact"},
        "properties": {"phone": {"type": "string"}}},
      "contacts": {"x-type": "Contacts", "type": "object", "properties": {
        "consultation": {"$ref": "#/$defs/contactList"}, "complaint": {"$ref": "#/$defs/contactList"}}},
      "department": {"x-type": "Department", "x-reading": "department", "x-registry": "departments",
        "type": ["string", "object"], "properties": {
          "id": {"$ref": "#/$defs/slug"}, "name": {"$ref": "#/$defs/localized"}, "code": {"type": "string"},
          "contacts": {"$ref": "#/$defs/contacts"}}},
      "material": {"x-type": "Material", "x-registry": "materials", "x-registry-key": "ref", "type": "object",
        "properties": {
          "id": {"$ref": "#/$defs/slug"}, "name": {"$ref": "#/$defs/localized"}, "ref": {"$ref": "#/$defs/slug"},
          "issuer": {"$ref": "#/$defs/localized"},
          "copies": {"x-type": "Copies", "type": ["integer", "object"],
            "properties": {"original": {"type": "integer"}, "copy": {"type": "integer"}}},
          "source": {"type": "string", "default": "applicant"}, "exempt": {"type": "string", "default": "no"},
          "blank": {"$ref": "#/$defs/file"}, "when": {"$ref": "#/$defs/condition"},
          "oneOf": {"type": "array", "items": {"$ref": "#/$defs/material"}}}},
      "step": {"x-type": "Step", "type": "object", "properties": {
        "id": {"$ref": "#/$defs/slug"}, "name": {"$ref": "#/$defs/localized"}, "phase": {"type": "string"},
        "actor": {"type": "string", "default": "authority"}, "limit": {"$ref": "#/$defs/limit"},
        "special": {"type": "string"}, "basis": {"$ref": "#/$defs/citation"},
        "next": {"x-reading": "edges", "type": ["string", "array"], "items": {"x-type": "Edge",
          "type": ["string", "object"], "properties": {"to": {"$ref": "#/$defs/slug"},
          "when": {"$ref": "#/$defs/condition"}, "label": {"$ref": "#/$defs/localized"}}}}}},
      "channel": {"x-type": "Channel", "x-registry": "places", "x-registry-key": "place", "type": "object",
        "properties": {"type": {"type": "string"}, "place": {"type": "string"},
          "name": {"$ref": "#/$defs/localized"}, "address": {"$ref": "#/$defs/localized"},
          "hours": {"$ref": "#/$defs/localized"}}},
      "shared": {"properties": {"kind": true, "id": {"$ref": "#/$defs/slug"}, "name": {"$ref": "#/$defs/localized"},
        "contacts": {"$ref": "#/$defs/contacts"}}}
    }}
    """

  static let item = """
    {"x-type": "ServiceItem", "type": "object", "required": ["kind", "id"],
     "allOf": [{"$ref": "common.schema.json#/$defs/shared"}],
     "properties": {
       "kind": {"const": "ServiceItem"}, "id": true, "name": true, "contacts": true,
       "code": {"type": "string"}, "type": {"type": "string"}, "version": {"type": "integer"},
       "weight": {"type": "number"}, "highFrequency": {"type": "boolean"},
       "department": {"$ref": "common.schema.json#/$defs/department"},
       "basis": {"$ref": "common.schema.json#/$defs/basis"},
       "conditions": {"type": "array", "items": {"$ref": "common.schema.json#/$defs/clause"}},
       "timeLimit": {"x-type": "TimeLimits", "type": "object", "properties": {
         "statutory": {"$ref": "common.schema.json#/$defs/statutory"},
         "promised": {"$ref": "common.schema.json#/$defs/limit"},
         "correction": {"$ref": "common.schema.json#/$defs/limit"}}},
       "visits": {"type": "integer"},
       "variants": {"type": "array", "items": {"x-type": "Variant", "type": "object", "properties": {
         "id": {"type": "string"}, "visits": {"type": "integer"}, "timeLimit": {"x-type": "VariantLimits",
           "type": "object", "properties": {"promised": {"$ref": "common.schema.json#/$defs/limit"}}}}}},
       "results": {"type": "array", "items": {"x-type": "Result", "type": "object", "properties": {
         "name": {"$ref": "common.schema.json#/$defs/localized"}, "type": {"type": "string"},
         "when": {"$ref": "common.schema.json#/$defs/condition"}}}},
       "inHall": {"x-type": "Hall", "type": ["boolean", "object"], "properties": {"entered": {"type": "boolean"},
         "reason": {"$ref": "common.schema.json#/$defs/localized"}}},
       "materials": {"type": "array", "items": {"$ref": "common.schema.json#/$defs/material"}},
       "steps": {"type": "array", "items": {"$ref": "common.schema.json#/$defs/step"}},
       "channels": {"type": "array", "items": {"$ref": "common.schema.json#/$defs/channel"}},
       "questions": {"type": "array", "items": {"x-type": "Question", "type": "object", "properties": {
         "id": {"type": "string"}, "multiple": {"type": "boolean"}, "answers": {"type": "array", "items": {
           "x-type": "Answer", "type": "object", "properties": {"id": {"type": "string"}}}}}}},
       "visits": {"type": "integer"}, "handling": {"type": "string"},
       "variants": {"type": "array", "items": {"x-type": "Variant", "type": "object", "properties": {
         "id": {"$ref": "common.schema.json#/$defs/slug"}, "name": {"$ref": "common.schema.json#/$defs/localized"},
         "visits": {"type": "integer"}, "handling": {"type": "string"},
         "timeLimit": {"x-type": "VariantLimits", "type": "object", "properties": {
           "promised": {"$ref": "common.schema.json#/$defs/limit"}}}}}},
       "fees": {"type": "array", "items": {"x-type": "Fee", "type": "object", "properties": {
         "name": {"$ref": "common.schema.json#/$defs/localized"},
         "standard": {"$ref": "common.schema.json#/$defs/localized"},
         "when": {"$ref": "common.schema.json#/$defs/condition"}}}},
       "topics": {"type": "array", "items": {"type": "string"}}},
     "patternProperties": {"^x-": true}, "additionalProperties": false}
    """

  static let bundle = """
    {"x-type": "Bundle", "type": "object", "allOf": [{"$ref": "common.schema.json#/$defs/shared"}], "properties": {
      "kind": {"const": "Bundle"},
      "questions": {"type": "array", "items": {"x-type": "BundleQuestion", "type": "object", "properties": {
        "id": {"type": "string"}, "multiple": {"type": "boolean"}}}},
      "members": {"type": "array", "items": {"x-type": "Member", "type": "object", "properties": {
        "id": {"type": "string", "x-default-from": "item"}, "item": {"type": "string"}, "variant": {"type": "string"},
        "external": {"x-type": "External", "type": "object"}, "when": {"x-reading": "condition", "type": ["object", "array"]},
        "needs": {"type": "array", "items": {"type": "string"}},
        "promised": {"$ref": "common.schema.json#/$defs/limit"}}}},
      "materials": {"type": "array", "items": {"x-type": "BundleMaterial", "type": "object", "properties": {
        "name": {"$ref": "common.schema.json#/$defs/localized"},
        "for": {"type": "array", "items": {"type": "string"}}}}},
      "results": {"type": "array", "items": {"x-type": "BundleResult", "type": "object", "properties": {
        "name": {"$ref": "common.schema.json#/$defs/localized"}, "member": {"type": "string"}}}}}}
    """

  static let registry = """
    {"x-type": "Registry", "type": "object", "properties": {"kind": {"const": "Registry"}, "id": {"type": "string"},
      "materials": {"type": "array", "items": {"x-type": "RegisteredMaterial", "type": "object", "properties": {
        "id": {"type": "string"}, "name": {"$ref": "common.schema.json#/$defs/localized"},
        "aliases": {"type": "array", "items": {"type": "string"}}, "source": {"type": "string"},
        "issuer": {"$ref": "common.schema.json#/$defs/localized"}}}},
      "places": {"type": "array", "items": {"x-type": "Place", "type": "object", "properties": {
        "id": {"type": "string"}, "name": {"$ref": "common.schema.json#/$defs/localized"},
        "address": {"$ref": "common.schema.json#/$defs/localized"},
        "hours": {"$ref": "common.schema.json#/$defs/localized"}}}},
      "departments": {"type": "array", "items": {"x-type": "RegisteredDepartment", "type": "object", "properties": {
        "id": {"type": "string"}, "name": {"$ref": "common.schema.json#/$defs/localized"},
        "code": {"type": "string"}}}}}}
    """

  static let catalog = """
    {"x-type": "Catalog", "type": "object", "properties": {"kind": {"const": "Catalog"}, "id": {"type": "string"},
      "defaults": {"x-type": "Defaults", "type": "object", "properties": {
        "contacts": {"$ref": "common.schema.json#/$defs/contacts"},
        "timeLimit": {"x-type": "SharedLimits", "type": "object", "properties": {
          "correction": {"$ref": "common.schema.json#/$defs/limit"}}}}}}}
    """

  static var all: [SchemaSource] {
    [
      SchemaSource(name: "common.schema.json", tree: FlowText.tree(common)),
      SchemaSource(name: "service-item.schema.json", tree: FlowText.tree(item)),
      SchemaSource(name: "bundle.schema.json", tree: FlowText.tree(bundle)),
      SchemaSource(name: "registry.schema.json", tree: FlowText.tree(registry)),
      SchemaSource(name: "catalog.schema.json", tree: FlowText.tree(catalog)),
    ]
  }
}

/// Shapes of the sample schemas with their symbols, and documents read under them.
struct SampleCatalog {
  let shapes: Shapes
  let symbols: SymbolTable
  var context = CatalogContext.empty

  init(_ documents: [(file: String, text: String)] = []) {
    var builder = SymbolTable.Builder()
    for name in ["zh", "en"] { _ = builder.intern(name) }
    shapes = Shapes.compile(SchemaSamples.all, symbols: &builder).shapes
    symbols = builder.freeze()
    var added = CatalogContext.Builder(shapes: shapes, symbols: symbols)
    for document in documents { added.add(read(document.text).tree, file: document.file) }
    context = added.build()
  }

  func read(_ text: String) -> (tree: DataTree, diagnostics: [Diagnostic]) {
    let tree = FlowText.tree(text, symbols: symbols)
    let reading = DocumentReading(shapes: shapes, context: context, symbols: symbols)
    return (tree, reading.read(tree))
  }

  /// One field of an item after reading, printed.
  func field(_ name: String, of text: String) -> String {
    let tree = read(text).tree
    return tree.view.value(of: .root, at: name).map { printed(tree, $0) } ?? "absent"
  }

  func item(_ fields: String, _ name: String) -> String { field(name, of: "{kind: ServiceItem, \(fields)}") }
}
