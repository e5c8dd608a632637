// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// A Swift module: its name and the modules that the table in CONTRIBUTING.md lets it import.
func module(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(_ name: String, _ imports: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: imports, swiftSettings: strict)
}

let package = Package(
  name: "guidelint",
  platforms: [.macOS(.v15)],
  targets: [
    // Layer 0
    .target(name: "CLibYAML", linkerSettings: [.linkedLibrary("yaml")]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    module("SourceText"),
    module("Diagnostics", ["SourceText"]),
    module("TextPatterns", ["CRE2"]),
    module("Encoding"),
    // Layer 1
    module("DataTree", ["SourceText"]),
    module("YAMLReader", ["CLibYAML", "SourceText", "Diagnostics", "DataTree"]),
    // Layer 2
    module("JSONPath", ["SourceText", "Diagnostics", "DataTree", "TextPatterns"]),
    module("JSONSchema", ["SourceText", "Diagnostics", "DataTree", "TextPatterns"]),
    module("CEL", ["SourceText", "Diagnostics", "DataTree", "TextPatterns"]),
    // Layer 3
    module(
      "Catalog",
      [
        "SourceText", "Diagnostics", "TextPatterns", "Encoding", "DataTree", "YAMLReader", "JSONPath",
        "JSONSchema", "CEL",
      ]),
    // Tests
    tests("DataTreeTests", ["DataTree", "SourceText", "Diagnostics"]),
    tests("TextPatternsTests", ["TextPatterns"]),
    tests("YAMLReaderTests", ["YAMLReader", "DataTree", "SourceText", "Diagnostics"]),
    tests("JSONPathTests", ["JSONPath", "DataTree", "SourceText", "Diagnostics"]),
    tests("JSONSchemaTests", ["JSONSchema", "DataTree", "SourceText", "Diagnostics"]),
    tests("CELTests", ["CEL", "DataTree", "SourceText", "Diagnostics"]),
    tests("CatalogTests", ["Catalog", "CEL", "YAMLReader", "JSONSchema", "DataTree", "SourceText", "Diagnostics"]),
  ],
  cxxLanguageStandard: .cxx17
)
