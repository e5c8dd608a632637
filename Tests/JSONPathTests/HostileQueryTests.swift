import ConformanceCases
import DataTree
import JSONPath
import Testing

private func nested(_ open: String, _ core: String, _ close: String, times: Int) -> String {
  String(repeating: open, count: times) + core + String(repeating: close, count: times)
}

@Test func deepNestingIsRefused() throws {
  let count = 10_000
  #expect(faults("$[?" + nested("(", "@", ")", times: count) + "]") == ["path-limit: ("])
  #expect(faults("$" + nested("[?@", "", "]", times: count)) == ["path-limit: @"])
  #expect(faults("$[?" + nested("length(", "@", ")", times: count / 2) + " > 1]") == ["path-limit: l"])
  #expect(faults("$[?" + String(repeating: "!", count: count) + "@]") == ["path-syntax: !"])
  #expect(faults("$" + String(repeating: "[", count: count)) == ["path-syntax: ["])
  #expect(faults("$" + String(repeating: ".a", count: count)) == ["path-limit: ."])
  #expect(faults("$[" + String(repeating: "0,", count: count) + "0]") == ["path-limit: 0"])
  #expect(faults("$[?" + String(repeating: "@.a && ", count: 5_000) + "@]").first?.hasPrefix("path-limit") == true)
  #expect(faults("$." + String(repeating: "a", count: 70_000)).first?.hasPrefix("path-limit") == true)
}

@Test func theDeepestQueriesAndTreesRun() throws {
  let chain = String(repeating: "[0]", count: 128)
  let document = try tree(nested("[", "1", "]", times: 500))
  for source in [
    "$" + chain, "$" + String(repeating: "[*]", count: 128), "$[?@" + String(repeating: "[*]", count: 127) + "]",
  ] {
    var nodes: [NodeID] = []
    #expect(try query(source).select(in: document.view, into: &nodes) == nil)
    #expect(nodes.count == 1)
  }
  var nodes: [NodeID] = []
  #expect(try query("$" + nested("[?@", "", "]", times: 31)).select(in: document.view, into: &nodes) == nil)
  #expect(nodes.count == 1)
  let twins = try tree("[" + nested("[", "1", "]", times: 400) + "," + nested("[", "1", "]", times: 400) + "]")
  #expect(try query("$[?@ == $[1]]").select(in: twins.view, into: &nodes) == .limitReached)
}

@Test func descendantBombsReachTheLimit() throws {
  var json = "[1]"
  for _ in 0..<12 { json = "[\(json),\(json)]" }
  let document = try tree(json)
  for source in ["$..*..*..*..*", "$..[?count(@..*..*) > 100000]", "$..[?$..[?@ == $]]"] {
    var nodes: [NodeID] = [.root]
    #expect(try query(source).select(in: document.view, into: &nodes) == .limitReached)
    #expect(nodes == [.root])
  }
  var nodes: [NodeID] = []
  #expect(try query("$.a").select(in: document.view, limits: PathLimits(steps: 0), into: &nodes) == .limitReached)
}

@Test func garbledSelectorsNeverCrash() throws {
  let document = try tree(#"{"a": [1, {"b": "x", "c": [null, true, 2.5]}], "é": {"a": "a.*"}}"#)
  let selectors =
    JSONPathSuite.selectors(directory: suiteDirectory)
    + ["$..[?match(@.a, '[^a-c](x|y){2,3}\\\\p{Lu}')]", "$[?count(@..*) > 1 && !(@.a == 'b')][1:2:-1]"]
  let pieces = Array("$@.[]()?!&|=<>*:,'\"\\ \n0129-eE+uaé{}^".unicodeScalars)
  var seed: UInt64 = 42
  func random(_ bound: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(seed >> 33) % max(1, bound)
  }
  var valid = 0
  for selector in selectors {
    for _ in 0..<40 {
      var scalars = Array(selector.unicodeScalars)
      for _ in 0...random(3) {
        let place = random(scalars.count)
        switch random(4) {
        case 0 where !scalars.isEmpty: scalars.remove(at: place)
        case 1 where !scalars.isEmpty: scalars[place] = pieces[random(pieces.count)]
        case 2: scalars.insert(pieces[random(pieces.count)], at: place)
        default: scalars += scalars[place...].prefix(random(8))
        }
      }
      var source = String.UnicodeScalarView()
      source.append(contentsOf: scalars)
      let text = String(source)
      var symbols = SymbolTable.Builder()
      let (query, diagnostics) = PathQuery.parse(text, symbols: &symbols)
      #expect(query != nil || !diagnostics.isEmpty)
      #expect(diagnostics.allSatisfy { Int($0.range.end) <= text.utf8.count }, "\(text)")
      guard let query else { continue }
      valid += 1
      var nodes: [NodeID] = []
      _ = query.select(in: document.view, into: &nodes)
      _ = query.deepest(in: document.view)
    }
  }
  #expect(valid > 10)
}
