import Testing

@testable import JSONSchema

@Suite struct SchemaURITests {
  /// base, reference, resolved reference without its fragment (RFC 3986, section 5.4, and our file names)
  static let table = [
    ("http://a/b/c/d;p?q", "g:h", "g:h"), ("http://a/b/c/d;p?q", "g", "http://a/b/c/g"),
    ("http://a/b/c/d;p?q", "./g", "http://a/b/c/g"), ("http://a/b/c/d;p?q", "g/", "http://a/b/c/g/"),
    ("http://a/b/c/d;p?q", "/g", "http://a/g"), ("http://a/b/c/d;p?q", "//g", "http://g"),
    ("http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y"), ("http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q"),
    ("http://a/b/c/d;p?q", ".", "http://a/b/c/"), ("http://a/b/c/d;p?q", "..", "http://a/b/"),
    ("http://a/b/c/d;p?q", "../..", "http://a/"), ("http://a/b/c/d;p?q", "../../../g", "http://a/g"),
    ("http://a/b/c/d;p?q", "g;x=1/../y", "http://a/b/c/y"), ("http://a", "g", "http://a/g"),
    ("main.json", "common.json#/x", "common.json"), ("main.json", "./common.json", "common.json"),
    ("folder/main.json", "../common.json", "common.json"), ("main.json", "#/x", "main.json"),
    ("urn:uuid:1", "#x", "urn:uuid:1"),
  ]

  @Test func referencesResolveAsTheStandardSays() {
    for (base, reference, expected) in Self.table {
      #expect(SchemaURI(reference).resolved(against: SchemaURI(base)).resource == expected, "\(base) \(reference)")
    }
  }
}
