import DataTree
import Diagnostics
import Rules
import SourceText
import StandardRules
import Testing
import Walkthrough

struct GuideTests {
  /// The shipped schemas, without rules.
  static let library = Samples.library

  @Test func aGuideIsReadUnderItsSchema() throws {
    let guide = try #require(
      Samples.guide(
        """
        kind: ServiceItem
        id: shop
        name: {zh: 开店, en: Opening a shop}
        department: {name: 市监局}
        highFrequency: true
        variants: [{id: new, name: 新办}]
        materials:
          - {id: form, name: 申请书}
          - {name: 营业执照}
          - {name: 营业执照}
        before: {steps: 7, promised: 10 工作日}
        """))
    #expect(guide.title == LocalizedText(zh: "开店", en: "Opening a shop"))
    #expect(guide.department?.zh == "市监局")
    #expect(guide.isHighFrequency)
    #expect(guide.variants.map(\.id) == ["new"])
    let materials = guide.lines.filter { $0.subject == .material }.map(\.id)
    #expect(materials.first == "material.form")
    #expect(materials.count == 3 && Set(materials).count == 3)
    #expect(guide.before?.steps == 7)
    #expect(guide.before?.promised?.describe(inChinese: true) == "10 工作日")
  }
}

/// Documents for tests, read as the product reads them.
enum Samples {
  /// The shipped schemas, without rules.
  static let library: RuleLibrary = {
    let files = StandardRules.files.filter {
      !$0.path.description.hasSuffix(".yaml") || $0.path.description.contains("/kit/")
    }
    .map { path, text in
      RuleSourceFile(
        path: path.description,
        source: SourceFile(path: "rules/\(path)", bytes: text.withUTF8Buffer { Array($0) }), isStandard: true,
        isTested: true)
    }
    return RuleLibrary.load(files, authoring: AuthoringSchemas(files), normalize: nil)
  }()

  /// A catalog of some files.
  static func catalog(_ texts: [String: String]) -> BaseCatalog {
    let files = texts.sorted { $0.key < $1.key }.map { path, text in
      BaseCatalog.File(SourceFile(path: path, bytes: Array(text.utf8)), path: path, library: library)
    }
    return BaseCatalog(files, library: library, textLanguage: "zh")
  }

  /// The first item or bundle of a text.
  static func guide(_ text: String) -> Guide? {
    let catalog = catalog(["items/a.yaml": text])
    guard let name = catalog.names(ofKinds: ["ServiceItem", "Bundle"]).first else { return nil }
    return CatalogDocuments(catalog, library: library).read(name) { Guide($0) }
  }
}
