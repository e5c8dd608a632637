import Foundation
import TestSupport
import Testing

/// `guidelint graph` with the real binary.
@Suite struct GraphTests {
  private static let item = """
    kind: ServiceItem
    id: licence
    name: {zh: 许可, en: Licence}
    variants: [{id: new, name: 新办}, {id: cancel, name: 注销}]
    steps:
      - {id: submit, name: {zh: 申请, en: Application}, next: [{to: accept, when: {variant: new}}, {to: close, when: {variant: cancel}}]}
      - {id: accept, name: {zh: 受理, en: Acceptance}, limit: 1 工作日, next: end}
      - {id: close, name: {zh: 注销, en: Cancellation}, next: end}
    ---
    kind: Bundle
    id: opening
    name: 开店
    members: [{id: a, item: licence}, {id: b, external: {name: 税务登记}, needs: [a]}]
    steps: [{id: one, name: 一次申请}]
    ---
    kind: ServiceItem
    id: empty
    name: 空

    """

  private func folder(_ text: String = item) throws -> TemporaryFolder {
    try TemporaryFolder(["guidelint.yaml": "root: true\n", "items/a.yaml": text])
  }

  @Test func itemsAndBundles() throws {
    let folder = try folder()
    let item = try Guidelint("graph", "licence").in(folder).run()
    #expect(item.exitCode == 0 && item.text.hasPrefix("flowchart TD\n"), "\(item.everything)")
    #expect(item.text.contains("[\"Acceptance<br/>1 working day\"]") && item.text.contains("Cancellation"))
    let variant = try Guidelint("graph", "licence", "--variant", "new", "--lang", "zh").in(folder).run()
    #expect(variant.text.contains("受理") && !variant.text.contains("注销"), "\(variant.everything)")
    let bundle = try Guidelint("graph", "opening", "-f", "dot").in(folder).run()
    #expect(bundle.text.hasPrefix("digraph ") && bundle.text.contains("n1 -> n2"), "\(bundle.everything)")
    let steps = try Guidelint("graph", "opening", "--steps", "--catalog", folder.path).run()
    #expect(steps.exitCode == 0 && steps.text.contains("一次申请"), "\(steps.everything)")
  }

  @Test func filesAreNamedAfterTheirDocuments() throws {
    let folder = try folder()
    let outcome = try Guidelint("graph", "licence", "opening", "-f", "svg=*.svg", "-f", "dot=out-*.dot").in(folder)
      .run()
    #expect(outcome.exitCode == 0 && outcome.output.isEmpty, "\(outcome.everything)")
    for name in ["licence.svg", "opening.svg"] {
      let svg = folder.text(name) ?? ""
      #expect(svg.hasPrefix("<?xml ") && svg.hasSuffix("</svg>\n"), "\(name)")
      #expect(folder.isXML(name), "\(name) is no XML")
    }
    #expect(folder.text("out-licence.dot")?.hasPrefix("digraph") == true)
    let several = try Guidelint("graph", "licence", "opening", "-f", "svg=one.svg").in(folder).run()
    #expect(several.exitCode == 2 && folder.text("one.svg") == nil, "\(several.everything)")
    #expect(try Guidelint("graph", "licence", "opening").in(folder).run().exitCode == 2)
    #expect(try Guidelint("graph", "licence", "opening", "-f", "dot").in(folder).run().exitCode == 0)
  }

  @Test func whatCannotBeDrawnIsSaid() throws {
    let folder = try folder()
    let cases: [(arguments: [String], words: String)] = [
      (["licnece"], "“licence”"), (["licence", "--variant", "canel"], "“cancel”"), (["empty"], "states no steps"),
      (["opening", "--variant", "x"], "no variants"), (["licence", "-f", "png"], "mermaid, dot, svg"),
      (["licence", "-f", "mermaid,dot"], "one place"), (["licence", "-f", "svg=items/a.yaml"], "items/a.yaml"),
      (["licence", "--catalog", "nowhere"], "nowhere"), ([], "<id>"),
    ]
    for (arguments, words) in cases {
      let outcome = try Guidelint(arguments: ["graph"] + arguments).in(folder).run()
      #expect(outcome.exitCode == 2 && outcome.output.isEmpty, "\(arguments) \(outcome.everything)")
      #expect(outcome.talk.contains(words), "\(arguments) \(outcome.talk)")
    }
    #expect(folder.text("items/a.yaml") == GraphTests.item)
  }

  @Test func largeProcessesAreRefusedAsPicturesOnly() throws {
    let steps = (0..<250).map { "  - {id: s\($0), name: 环节\($0)}" }.joined(separator: "\n")
    let folder = try folder("kind: ServiceItem\nid: long\nname: 长\nsteps:\n\(steps)\n")
    let svg = try Guidelint("graph", "long", "-f", "svg").in(folder).run()
    #expect(svg.exitCode == 2 && svg.output.isEmpty && svg.talk.contains("252 nodes"), "\(svg.everything)")
    #expect(try Guidelint("graph", "long").in(folder).run().exitCode == 0)
  }

  @Test func hostileNames() throws {
    let name = "</text><script>alert(1)</script>\"]; click n1 \\N `%%{init}%% &lt; ${HOME}"
    let quoted = "'" + name + "'"
    let folder = try folder(
      """
      kind: ServiceItem
      id: '../../up'
      name: \(quoted)
      steps:
        - {id: 'a b', name: \(quoted), owner: \(quoted), next: [{to: c, label: \(quoted)}, {to: end, label: \(quoted)}]}
        - {id: c, name: "x\\u202Ey\\u0000z"}

      """)
    let outcome = try Guidelint("graph", "../../up", "-f", "svg=*.svg,dot=*.dot,mermaid=*.mmd").in(folder).run()
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    // The id chooses no folder.
    let svg = try #require(folder.text("______up.svg"))
    #expect(!svg.contains("<script") && !svg.contains("\u{202E}") && folder.isXML("______up.svg"))
    let dot = try #require(folder.text("______up.dot"))
    #expect(dot.contains("\\\"]; click") && dot.contains("\\\\N") && dot.contains("&amp;lt;"))
    let mermaid = try #require(folder.text("______up.mmd"))
    #expect(!mermaid.contains("<script") && !mermaid.contains("%%") && !mermaid.contains("`"))
    #expect(!mermaid.split(separator: "\n").contains { $0.hasPrefix("click") })
  }
}

extension TemporaryFolder {
  /// Whether somebody else's parser takes a file for XML; true where that parser is not installed.
  fileprivate func isXML(_ name: String) -> Bool {
    guard let tool = ExternalTool("xmllint") else { return true }
    return (try? tool.run(["--noout", "\(path)/\(name)"]))?.exitCode == 0
  }
}
