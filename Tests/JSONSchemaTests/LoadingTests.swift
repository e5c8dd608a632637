import DataTree
import Diagnostics
import JSONSchema
import SourceText
import Testing

@Suite struct LoadingTests {
  /// schema, ids of the diagnostics
  static let table: [(String, [String])] = [
    (#"{"type":"strin"}"#, ["schema-unknown-type"]),
    (#"{"type":7}"#, ["schema-keyword-value"]),
    (#"{"requird":["a"]}"#, ["schema-unknown-keyword"]),
    (#"{"x-note":1,"colour":2,"title":"a"}"#, []),
    (#"{"required":"a"}"#, ["schema-keyword-value"]),
    (#"{"required":["a",1]}"#, ["schema-keyword-value"]),
    (#"{"minLength":-1}"#, ["schema-keyword-value"]),
    (#"{"minLength":2.0}"#, []),
    (#"{"multipleOf":0}"#, ["schema-keyword-value"]),
    (#"{"minimum":"1"}"#, ["schema-keyword-value"]),
    (#"{"uniqueItems":1}"#, ["schema-keyword-value"]),
    (#"{"enum":{}}"#, ["schema-keyword-value"]),
    (#"{"allOf":[]}"#, ["schema-keyword-value"]),
    (#"{"items":[{}]}"#, ["schema-keyword-value"]),
    (#"{"properties":[]}"#, ["schema-keyword-value"]),
    (#"{"properties":{"a":3}}"#, ["schema-not-a-schema"]),
    (#"{"format":1}"#, ["schema-keyword-value"]),
    (#"{"$ref":1}"#, ["schema-keyword-value"]),
    (##"{"$id":"a#b"}"##, ["schema-fragment-in-id"]),
    (#"{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}"#, ["schema-duplicate-anchor"]),
    (#"{"pattern":"a(?=b)"}"#, ["schema-pattern"]),
    (#"{"pattern":"a(?<!b)"}"#, ["schema-pattern"]),
    (#"{"pattern":"(a)\\1"}"#, ["schema-pattern"]),
    (#"{"pattern":"\\a"}"#, ["schema-pattern"]),
    (#"{"pattern":"[a"}"#, ["schema-pattern"]),
    (#"{"pattern":"(a"}"#, ["schema-pattern"]),
    (#"{"pattern":"\\p{Klingon}"}"#, ["schema-pattern"]),
    (#"{"patternProperties":{"(?!x)":{}}}"#, ["schema-pattern"]),
    (#"{"pattern":"^\\p{Script=Han}\\p{Lu}[\\p{Letter}\\S]\\u{1F600}(?<n>x)$"}"#, []),
    ("3", ["schema-not-a-schema"]),
    (#"{"$schema":"http://json-schema.org/draft-07/schema#"}"#, ["schema-draft"]),
    (#"{"$schema":"https://json-schema.org/draft/2020-12/schema"}"#, []),
    (#"{"$id":"a","$defs":{"x":{"$id":"b"},"y":{"$id":"b"}}}"#, ["schema-duplicate-id"]),
  ]

  @Test func faultsOfSchemasAreFoundWhenTheyAreAdded() {
    for (schema, ids) in Self.table { #expect(Fixture(schema).loading.map(\.id) == ids, "\(schema)") }
  }

  @Test func lookAroundIsRefusedAtItsPlace() {
    var builder = TreeBuilder(into: DataTree(symbols: .empty))
    builder.begin(.map, range: SourceRange(0, 30))
    builder.key("pattern")
    let text = "a(?=b)c"
    var copy = text
    copy.withUTF8 {
      _ = builder.scalar(.string, style: .doubleQuoted, flags: .verbatim, range: SourceRange(12, 21), text: $0)
    }
    builder.end()
    var library = SchemaLibrary()
    var symbols = SymbolTable.Builder()
    let diagnostics = library.add(builder.tree, name: "a.json", symbols: &symbols)
    #expect(diagnostics.map(\.range) == [SourceRange(14, 17)])
    #expect(
      diagnostics.map(\.message.en) == [
        #""(?=" in the pattern "a(?=b)c" is look-around, which cannot be matched in linear time; rewrite it"#
      ])
  }

  @Test func referencesReachOtherFiles() {
    let files = [
      "common.schema.json":
        ##"{"$defs":{"slug":{"type":"string","pattern":"^[a-z]+$"},"two":{"$ref":"#/$defs/slug"},"three":{"$anchor":"far","$ref":"main.json#/$defs/n"}}}"##,
      "named.json": #"{"$id":"https://example.org/schemas/named","$ref":"other"}"#,
      "other.json": #"{"$id":"https://example.org/schemas/other","maximum":3}"#,
    ]
    let fixture = Fixture(
      #"{"properties":{"a":{"$ref":"common.schema.json#/$defs/two"},"b":{"$ref":"./common.schema.json#far"},"c":{"$ref":"named.json"}},"$defs":{"n":{"type":"integer"}}}"#,
      files: files)
    #expect(fixture.linking == [])
    #expect(fixture.faults(#"{"a":"x","b":1,"c":3}"#) == [])
    #expect(fixture.faults(#"{"a":"X","b":"x","c":4}"#)?.map(\.keyword) == ["pattern", "type", "maximum"])
  }

  @Test func referencesThatLeadNowhereAreRefused() {
    let missing = Fixture(##"{"properties":{"a":{"$ref":"#/$defs/slag"}},"$defs":{"slug":{}}}"##)
    #expect(missing.schema == nil)
    #expect(missing.linking.map(\.diagnostic.id) == ["schema-unknown-reference"])
    #expect(
      missing.linking.map(\.diagnostic.message.zh) == ["找不到“#/$defs/slag”所指的模式，是否想写“#/$defs/slug”？"])
    #expect(Fixture(#"{"$ref":"https://example.org/none"}"#).schema == nil)
    let near = Fixture(#"{"$ref":"comon.json"}"#, files: ["common.json": "{}"])
    #expect(
      near.linking.map(\.diagnostic.message.en) == [#"There is no schema at "comon.json"; did you mean "common.json"?"#]
    )
  }

  @Test func loopsOfReferencesAreRefused() {
    #expect(Fixture(##"{"$ref":"#"}"##).linking.map(\.diagnostic.id) == ["schema-loop"])
    let long = Fixture(
      ##"{"allOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"anyOf":[{"$ref":"#/$defs/b"}]},"b":{"$ref":"#/$defs/a"}}}"##)
    #expect(long.schema == nil)
    #expect(Fixture(##"{"properties":{"next":{"$ref":"#"}}}"##).faults(#"{"next":{"next":{}}}"#) == [])
  }

  @Test func theMetaschemaJudgesSchemas() {
    let fixture = Fixture(#"{"$ref":"https://json-schema.org/draft/2020-12/schema"}"#)
    #expect(fixture.linking == [])
    #expect(fixture.faults(#"{"properties":{"a":{"type":"string","items":{"minLength":2}}}}"#) == [])
    #expect(
      fixture.messages(#"{"properties":{"a":{"type":"string","items":{"minLength":-2}}}}"#) == [
        "-2 is too small; at least 0 is expected"
      ])
  }
}
