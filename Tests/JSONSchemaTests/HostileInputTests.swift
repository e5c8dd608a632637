import ConformanceCases
import DataTree
import Foundation
import JSONSchema
import Testing

/// What a thread hands back.
private final class Box: @unchecked Sendable {
  let done = DispatchSemaphore(value: 0)
  var details: [SchemaFault.Detail] = []
}

@Suite struct HostileInputTests {
  private func nested(_ depth: Int, key: String?, symbols: SymbolTable) -> DataTree {
    var builder = TreeBuilder(into: DataTree(symbols: symbols))
    for _ in 0..<depth {
      builder.begin(key == nil ? .list : .map)
      if let key { builder.key(key) }
    }
    builder.bool(true)
    for _ in 0..<depth { builder.end() }
    return builder.tree
  }

  /// Runs `work` on a thread with 512 KB of stack, the least that platforms give; code that is not optimised needs more.
  private func onSmallStack(_ work: @escaping @Sendable () -> [SchemaFault.Detail]) -> [SchemaFault.Detail] {
    let result = Box()
    let thread = Thread {
      result.details = work()
      result.done.signal()
    }
    #if DEBUG
      thread.stackSize = 4 << 20
    #else
      thread.stackSize = 512 << 10
    #endif
    thread.start()
    result.done.wait()
    return result.details
  }

  @Test func deepDocumentsAreGivenUpNotCrashed() {
    for schema in [
      ##"{"items":{"$ref":"#"}}"##, ##"{"anyOf":[{"items":{"$ref":"#"}},{"items":{"$ref":"#"}}],"uniqueItems":true}"##,
      ##"{"unevaluatedItems":{"$ref":"#"},"not":{"items":false,"minItems":2}}"##,
    ] {
      let fixture = Fixture(schema)
      let tree = nested(10_000, key: nil, symbols: fixture.symbols)
      let schema = fixture.schema
      let view = tree.view
      let details = onSmallStack {
        var faults: [SchemaFault] = []
        _ = schema?.validate(view, reading: .written, into: &faults)
        return faults.map(\.detail)
      }
      withExtendedLifetime(tree) { #expect(details.contains(.limitReached)) }
    }
  }

  @Test func deepValuesAreComparedWithinBounds() {
    let fixture = Fixture(#"{"uniqueItems":true,"enum":[[[[1]]]]}"#)
    let tree = nested(10_000, key: nil, symbols: fixture.symbols)
    #expect(fixture.schema?.isValid(tree.view) == false)
  }

  @Test func deepSchemasAreRefused() {
    for key in ["not", "items", "enum", "const", "x-own"] {
      var library = SchemaLibrary()
      var symbols = SymbolTable.Builder()
      let diagnostics = library.add(nested(10_000, key: key, symbols: .empty), name: "a.json", symbols: &symbols)
      #expect(diagnostics.map(\.id) == ["schema-too-deep"])
      #expect(library.compile("a.json").schema == nil)
    }
  }

  @Test func doublingReferencesEnd() {
    var definitions = #""d0":{"type":"object"}"#
    for level in 1...40 {
      definitions +=
        ##","d\##(level)":{"allOf":[{"$ref":"#/$defs/d\##(level - 1)"},{"$ref":"#/$defs/d\##(level - 1)"}]}"##
    }
    let fixture = Fixture(##"{"$ref":"#/$defs/d40","$defs":{\##(definitions)}}"##)
    #expect(fixture.faults("{}")?.map(\.detail) == [.limitReached])
  }

  @Test func longListsOfEqualHashesEnd() {
    let fixture = Fixture(#"{"uniqueItems":true}"#)
    let distinct = (0..<20_000).map { #"{"a":\#($0)}"# }.joined(separator: ",")
    #expect(fixture.faults("[\(distinct)]") == [])
    #expect(fixture.faults("[\(distinct),{\"a\":7.0}]")?.map(\.detail) == [.notUnique(first: 7, second: 20_000)])
  }

  @Test func garbageNeverCrashes() throws {
    let seeds = [
      #"{"type":["object","string"],"properties":{"a":{"items":{"minLength":2}}},"oneOf":[{"minProperties":1},{"const":7}]}"#,
      ##"{"$id":"http://a/b","$ref":"c#/d","type":["x",1,null],"properties":{"a":1,"b":[],"":{"$dynamicRef":"#q"}}}"##,
      ##"{"$dynamicAnchor":5,"enum":null,"const":{"a":[1.5,{}]},"items":{"$ref":"#/items"},"pattern":"[[^]](?"}"##,
      ##"{"patternProperties":{"(":true,"^a{2,1}$":{}},"if":3,"then":{"$ref":"#"},"dependentRequired":{"a":"b"}}"##,
      #"{"$ref":"%zz#%/~","$anchor":"","multipleOf":-1,"maximum":1e400,"prefixItems":{},"contains":[]}"#,
    ]
    var state: UInt64 = 42
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var compiled = 0
    for seed in seeds {
      for _ in 0..<400 {
        var bytes = Array(seed.utf8)
        for _ in 0..<random(4) { bytes[random(bytes.count)] = Array(##"{}[]",:0a$#\/^"##.utf8)[random(14)] }
        let text = String(decoding: bytes, as: UTF8.self)
        let fixture = Fixture(text)
        if fixture.faults(text) != nil { compiled += 1 }
        if fixture.faults(#"{"a":[1,"x",{"b":null}]}"#, .written) != nil { compiled += 1 }
      }
    }
    #expect(compiled > 0)
  }
}
