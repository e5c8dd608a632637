import TestSupport
import Testing

/// What a region changes, by its configuration or by its catalog.
@Suite struct ProfileRunTests {
  private let item = """
    kind: ServiceItem
    id: food-business-licence
    name: 食品经营许可
    results:
      - {id: licence, name: 食品经营许可证, type: approval}
    contacts: {consultation: {phone: 021-62341234}}

    """

  /// The rules that speak about the item under a configuration.
  private func rules(_ configuration: String, catalog: String? = nil) throws -> Set<String> {
    let folder = try TemporaryFolder()
    try folder.write(item, to: "items/food.yaml")
    try folder.write("root: true\n" + configuration, to: "guidelint.yaml")
    if let catalog { try folder.write(catalog, to: "catalog.yaml") }
    let result = try Guidelint("lint", "-f", "json").in(folder).run()
    #expect(result.exitCode < 2, "\(result.everything)")
    return Set(try result.report().diagnostics.map(\.rule))
  }

  @Test func aRegionsRuleTakesPartOnlyThere() throws {
    #expect(try !rules("").contains("result-type-mismatch"))
    #expect(try rules("profile: zhejiang\n").contains("result-type-mismatch"))
    #expect(try rules("", catalog: "kind: Catalog\nid: c\nprofile: zhejiang\n").contains("result-type-mismatch"))
  }

  @Test func theConfigurationWinsOverTheCatalog() throws {
    let catalog = "kind: Catalog\nid: c\nprofile: zhejiang\n"
    #expect(try !rules("profile: shanghai\n", catalog: catalog).contains("result-type-mismatch"))
  }

  @Test func aProfileSetsParameters() throws {
    #expect(try rules("profile: guangdong\n").contains("phone-area-code-elsewhere"))
    #expect(try !rules("profile: shanghai\n").contains("phone-area-code-elsewhere"))
    #expect(try !rules("").contains("phone-area-code-elsewhere"))
  }

  @Test func anUnknownProfileIsNoVerdict() throws {
    let folder = try TemporaryFolder()
    try folder.write(item, to: "items/food.yaml")
    try folder.write("root: true\nprofile: zhejang\n", to: "guidelint.yaml")
    let result = try Guidelint("lint").in(folder).run()
    #expect(result.exitCode == 2)
    #expect(result.text.contains("Did you mean zhejiang?"), "\(result.everything)")
  }
}
