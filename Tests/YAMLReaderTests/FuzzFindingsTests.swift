import DataTree
import Testing
import YAMLReader

/// Inputs of the fuzzer that once left a child outside its parent.
@Test func childrenLieInsideTheirParents() {
  let texts = [
    "- ! !!null : a\n", "- a\n- ! !!null : a\n  b: c\n", "- !!str\n-\n  !- !!str : !!null\n",
    "--- \n&a4 !!map&a8 !!str key8: value7\n", "a: &a 1\nb:\n  *a : }c\n", "a: &a 1\nb: {*a : ]\n",
  ]
  for text in texts {
    let reading = Reading(text)
    for tree in reading.trees { checkPlaces(tree.view, reading.file) }
    #expect(reading.diagnostics.allSatisfy { Int($0.range.end) <= text.utf8.count })
  }
}

@Test func nestedSignsEndWithADiagnostic() {
  for sign in ["[", "{", "!", "! ", "- ", "? ", "&a ", "[!x ", "{? ", "\"", "|", "> "] {
    let reading = Reading(String(repeating: sign, count: 10_000))
    #expect(!reading.diagnostics.isEmpty, "10,000 times \(sign)")
  }
}
