// swift-tools-version: 6.2
import PackageDescription

/// Set by `make fuzz` only: the fuzzer's instrumentation slows everything else, and needs Clang's runtime.
let isFuzzing = Context.environment["GUIDELINT_FUZZ"] == "1"
let sanitizers = ["-sanitize=fuzzer,address"]

/// Set by `make dist` only: the archives of libyaml and RE2 go into the binary, so that it needs neither where it runs.
let isDistribution = Context.environment["GUIDELINT_DIST"] == "1"

/// Links a system library; not every distribution of Linux has the archive, so only `make dist` asks for it.
func system(_ library: String) -> [LinkerSetting] {
  [.linkedLibrary(isDistribution ? ":lib\(library).a" : library)]
}

let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
  ] + (isFuzzing ? [.unsafeFlags(sanitizers)] : [])

/// A Swift module: its name and the modules that the table in CONTRIBUTING.md lets it import.
func module(_ name: String, _ imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "guidelint",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "guidelint", targets: ["guidelint"]),
    // Each with the modules whose types its interface shows.
    .library(name: "CEL", targets: ["CEL", "DataTree", "SourceText", "Diagnostics", "TextPatterns"]),
    .library(name: "JSONPath", targets: ["JSONPath", "DataTree", "SourceText", "Diagnostics", "TextPatterns"]),
    .library(name: "JSONSchema", targets: ["JSONSchema", "DataTree", "SourceText", "Diagnostics", "TextPatterns"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // Without its trait for Foundation, which nothing here needs.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Layer 0
    .target(name: "CLibYAML", linkerSettings: system("yaml")),
    .target(name: "CRE2", linkerSettings: system("re2")),
    .target(name: "CXXHash"),
    .target(name: "CMalloc"),
    // Not linked: the library is loaded when a spreadsheet is written, and missed by nobody else.
    .target(name: "CXLSXWriter", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    module("SourceText"),
    module("Diagnostics", ["SourceText"]),
    module("TextPatterns", ["CRE2"]),
    module("Encoding"),
    // Layer 1
    module("DataTree", ["SourceText"]),
    module("YAMLReader", ["CLibYAML", "SourceText", "Diagnostics", "DataTree"]),
    // Layer 2
    module("JSONPath", ["SourceText", "Diagnostics", "DataTree", "TextPatterns"], exclude: ["README.md"]),
    module("JSONSchema", ["SourceText", "Diagnostics", "DataTree", "TextPatterns"], exclude: ["README.md"]),
    module("CEL", ["SourceText", "Diagnostics", "DataTree", "TextPatterns"], exclude: ["README.md"]),
    // Layer 3
    module(
      "Catalog",
      [
        "SourceText", "Diagnostics", "TextPatterns", "Encoding", "DataTree", "YAMLReader", "JSONPath",
        "JSONSchema", "CEL",
      ]),
    // Layer 4
    module(
      "Rules",
      [
        "SourceText", "Diagnostics", "TextPatterns", "Encoding", "DataTree", "YAMLReader", "JSONPath", "JSONSchema",
        "CEL", "Catalog",
      ]),
    module("Drawing", ["Encoding"]),
    .target(name: "StandardRules", exclude: ["rules"], swiftSettings: strict, plugins: ["EmbedRules"]),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"], path: "Sources/EmbedRules"),
    .executableTarget(name: "embed-rules", swiftSettings: [.swiftLanguageMode(.v6)]),
    // Layer 5
    module("Reports", ["SourceText", "Diagnostics", "Encoding", "DataTree", "Catalog", "Rules", "Drawing"]),
    module(
      "Walkthrough",
      [
        "SourceText", "Diagnostics", "TextPatterns", "Encoding", "DataTree", "YAMLReader", "JSONPath", "JSONSchema",
        "CEL", "Catalog", "Rules", "Drawing",
      ]),
    // Layer 6
    module(
      "Workspace",
      [
        "CMalloc", "CXXHash", "CXLSXWriter", "SourceText", "Diagnostics", "TextPatterns", "Encoding", "DataTree",
        "YAMLReader",
        "JSONPath", "JSONSchema", "CEL", "Catalog", "Rules", "StandardRules", "Reports", "Walkthrough",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    // Layer 7
    .executableTarget(
      name: "guidelint",
      dependencies: [
        "SourceText", "Diagnostics", "Encoding", "Rules", "Reports", "Walkthrough", "Workspace", "StandardRules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Layer 7, not shipped
    .executableTarget(
      name: "guidelint-bench",
      dependencies: [
        "CLibYAML", "SourceText", "Diagnostics", "DataTree", "YAMLReader", "JSONPath", "JSONSchema", "CEL", "Catalog",
        "Rules", "StandardRules", "Reports", "Workspace",
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    module(
      "ConformanceCases", ["SourceText", "Diagnostics", "DataTree", "YAMLReader", "JSONPath", "JSONSchema", "CEL"]),
    .executableTarget(
      name: "conformance", dependencies: ["ConformanceCases"], swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "examples", dependencies: ["CEL", "JSONPath", "JSONSchema", "DataTree", "SourceText", "Diagnostics"],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("DataTreeTests", ["DataTree", "SourceText", "Diagnostics"]),
    tests("TextPatternsTests", ["TextPatterns"]),
    tests("ConformanceTests", ["ConformanceCases", "TestSupport"]),
    tests("ExampleTests", ["TestSupport"]),
    tests("YAMLReaderTests", ["YAMLReader", "ConformanceCases", "DataTree", "SourceText", "Diagnostics"]),
    tests("JSONPathTests", ["JSONPath", "ConformanceCases", "DataTree", "SourceText", "Diagnostics"]),
    tests("JSONSchemaTests", ["JSONSchema", "ConformanceCases", "DataTree", "SourceText", "Diagnostics"]),
    tests("CELTests", ["CEL", "DataTree", "SourceText", "Diagnostics"]),
    tests("EncodingTests", ["Encoding"]),
    tests("DrawingTests", ["Drawing", "Encoding"]),
    tests(
      "RulesTests",
      ["Rules", "StandardRules", "Catalog", "CEL", "JSONPath", "DataTree", "SourceText", "Diagnostics"]),
    tests("RuleExampleTests", ["Rules", "StandardRules", "SourceText", "Diagnostics"]),
    tests(
      "ReportsTests", ["Reports", "Rules", "Catalog", "Encoding", "SourceText", "Diagnostics", "TestSupport"],
      exclude: ["Goldens"]),
    tests(
      "CatalogTests",
      ["Catalog", "CEL", "YAMLReader", "JSONSchema", "TextPatterns", "DataTree", "SourceText", "Diagnostics"]),
    tests(
      "WalkthroughTests",
      [
        "Walkthrough", "Rules", "StandardRules", "Catalog", "DataTree", "Encoding", "SourceText", "Diagnostics",
        "YAMLReader", "Drawing", "TestSupport",
      ], exclude: ["Browser", "Goldens"]),
    tests("WorkspaceTests", ["Workspace", "Walkthrough", "Rules", "SourceText", "Diagnostics", "TestSupport"]),
    tests("TidyTests", []),
    // The binary is run, not linked; `swift test` builds it with everything else.
    tests("EndToEndTests", ["TestSupport"], exclude: ["SourceSentences", "Browser"]),
  ],
  cxxLanguageStandard: .cxx17
)

if isFuzzing {
  // Layer 7, not shipped
  package.targets.append(
    .executableTarget(
      name: "guidelint-fuzz",
      dependencies: [
        "SourceText", "Diagnostics", "DataTree", "YAMLReader", "JSONPath", "JSONSchema", "CEL", "Catalog", "Rules",
        "StandardRules", "ConformanceCases",
      ],
      swiftSettings: strict,
      // gold stops at the debug information of the sanitizers.
      linkerSettings: [.unsafeFlags(sanitizers), .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux]))]))
}
