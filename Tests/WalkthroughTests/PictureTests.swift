import Diagnostics
import Drawing
import Foundation
import Rules
import SourceText
import Testing

@testable import Walkthrough

/// Pictures of the example catalog.
@Suite struct PictureTests {
  /// The catalog in the repository.
  private static let catalog: [String: String] = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    var texts: [String: String] = [:]
    for folder in ["items", "bundles", "."] {
      let place = "\(root)/catalog/\(folder)"
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [] where name.hasSuffix(".yaml") {
        guard name != "guidelint.yaml" else { continue }
        texts["\(folder)/\(name)"] = FileManager.default.contents(atPath: "\(place)/\(name)")
          .map { String(decoding: $0, as: UTF8.self) }
      }
    }
    return texts
  }()

  private let documents = CatalogDocuments(Samples.catalog(catalog), library: Samples.library)

  private func process(in text: String) -> GraphDrawing? {
    let catalog = Samples.catalog(["items/a.yaml": text])
    guard let name = catalog.names(ofKinds: ["ServiceItem", "Bundle"]).first else { return nil }
    return CatalogDocuments(catalog, library: Samples.library).read(name) { ProcessPicture.drawing(of: $0) } ?? nil
  }

  @Test func everyDocumentOfTheCatalogHasAPicture() {
    let names = documents.catalog.names(ofKinds: ["ServiceItem", "Bundle"])
    #expect(names.count > 30)
    for name in names {
      let process = documents.read(name) { ProcessPicture.drawing(of: $0) } ?? nil
      #expect(process?.nodes.first?.kind == .start && process?.nodes.last?.kind == .end, "\(name.id)")
      let drawings = [process] + (name.kind == "Bundle" ? [MemberPicture.drawing(of: name, in: documents)] : [])
      for drawing in drawings {
        guard let drawing, case .laidOut = GraphPicture(drawing) else {
          Issue.record("no picture of \(name.id)")
          continue
        }
        // No name is only an id, in no language.
        for node in drawing.nodes {
          #expect(node.label.text(in: "zh") != node.id && node.label.text(in: "en") != node.id, "\(name.id) \(node.id)")
        }
      }
    }
  }

  @Test func whatAStepSays() throws {
    let drawing = try #require(
      process(
        in: """
          kind: ServiceItem
          id: a
          name: {zh: 许可, en: Licence}
          steps:
            - {id: ask, name: 申请, actor: applicant, onSite: true, phase: application}
            - {id: check, name: 核查, owner: {zh: 市监所, en: Office}, limit: 2 工作日, onSite: true, special: site-check, phase: review}
            - {id: hear, name: 听证, special: hearing, actor: third-party}
          """))
    #expect(drawing.title.text(in: "zh") == "许可：办理流程" && drawing.title.text(in: "en") == "Licence: process")
    let details = drawing.nodes.map { [$0.detail?.text(in: "zh"), $0.detail?.text(in: "en")] }
    #expect(details[1] == ["申请人", "Applicant"] && details[2] == ["市监所 · 2 工作日", "Office · 2 working days"])
    #expect(details[3] == ["第三方机构", "Third party"])
    #expect(drawing.nodes.map { $0.marks.map(\.symbol) } == [[], [.onSite], [.special], [.special], []])
    #expect(drawing.nodes[1].marks[0].text.text(in: "zh") == "到场办理")
    #expect(drawing.nodes.map(\.phase) == [nil, 0, 2, nil, nil])
    #expect(drawing.edges.map { [$0.source, $0.target] } == [[0, 1], [1, 2], [2, 3], [3, 4]])
  }

  @Test func membersOfABundle() throws {
    let drawing = try #require(
      MemberPicture.drawing(of: DocumentName(kind: "Bundle", id: "restaurant-opening"), in: documents))
    #expect(drawing.nodes.map(\.kind) == [.external, .member, .member, .member, .member, .member])
    let food = drawing.nodes[1]
    #expect(food.label.text(in: "zh") == "食品经营许可" && food.detail?.text(in: "zh").hasSuffix("5 工作日") == true)
    #expect(food.detail?.text(in: "zh").hasPrefix("新办 · ") == true)
    #expect(drawing.nodes[4].note?.text(in: "zh").hasPrefix("◇ ") == true)
    #expect(drawing.nodes[4].marks.map(\.symbol) == [.optional])
    #expect(drawing.edges.map { [$0.source, $0.target] } == [[0, 1], [0, 5]])
  }

  @Test func outcomes() {
    let bundle = DocumentName(kind: "Bundle", id: "newborn")
    let item = DocumentName(kind: "ServiceItem", id: "food-business-licence")
    func find(_ name: DocumentName, variant: String? = nil) -> String {
      switch DocumentPicture.find(name, variant: variant, showsSteps: false, in: documents) {
      case .picture: "picture"
      case .nothingToDraw: "nothing"
      case .variantUnknown(let nearest): nearest ?? "none"
      case .unreadable: "unreadable"
      }
    }
    #expect(find(bundle) == "picture" && find(item) == "picture" && find(item, variant: "cancel") == "picture")
    #expect(find(item, variant: "cancle") == "cancel" && find(bundle, variant: "x") == "none")
    #expect(find(DocumentName(kind: "Bundle", id: "nowhere")) == "unreadable")
  }

  @Test func theSameDocumentGivesTheSameBytes() {
    for format in PictureFormat.allCases {
      func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        let name = DocumentName(kind: "ServiceItem", id: "mass-event-permit")
        if case .picture(let picture) = DocumentPicture.find(name, variant: nil, showsSteps: false, in: documents) {
          picture.write(as: format, .en) { bytes.append(contentsOf: $0) }
        }
        return bytes
      }
      #expect(!bytes().isEmpty && bytes() == bytes())
    }
  }
}
