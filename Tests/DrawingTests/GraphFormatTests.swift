import Testing

@testable import Drawing

/// The written forms: SVG, Mermaid, DOT.
@Suite struct GraphFormatTests {
  private static let hostile = "]\"--><script>alert(1)</script>\n#;{}|`%%{init}%%\\N&lt;\u{202E}\u{0}甲"

  private static let small = GraphDrawing(
    title: ChartText(zh: "办理流程", en: "Process"), phases: GraphSample.phases,
    nodes: [
      GraphDrawing.Node(id: "start", kind: .start, label: ChartText(zh: "开始", en: "Start"), isOnLongestPath: true),
      GraphDrawing.Node(
        id: "accept", label: ChartText(zh: "受理", en: "Acceptance"),
        detail: ChartText(zh: "窗口 · 1 工作日", en: "Counter · 1 working day"), phase: 1,
        marks: [GraphDrawing.Mark(.onSite, ChartText(zh: "现场", en: "On site"))], isOnLongestPath: true),
      GraphDrawing.Node(
        id: "hear", label: ChartText(zh: "听证", en: "Hearing"),
        marks: [GraphDrawing.Mark(.special, ChartText(zh: "听证", en: "Hearing"))]),
      GraphDrawing.Node(id: "end", kind: .end, label: ChartText(zh: "办结", en: "End"), isOnLongestPath: true),
    ],
    edges: [
      GraphDrawing.Edge(0, 1, isOnLongestPath: true),
      GraphDrawing.Edge(1, 2, label: ChartText(zh: "需要听证", en: "Hearing needed")),
      GraphDrawing.Edge(1, 3, isOnLongestPath: true), GraphDrawing.Edge(2, 3), GraphDrawing.Edge(2, 1, isBack: true),
    ], key: GraphSample.key)

  @Test func mermaid() {
    #expect(
      GraphMermaid.text(GraphFormatTests.small, language: "zh") == """
        flowchart TD
          n1(["开始"])
          n2["受理<br/>窗口 · 1 工作日<br/>◉ 现场"]
          n3{{"听证<br/>⧗ 听证"}}
          n4(["办结"])
          n1 ==> n2
          n2 -->|"需要听证"| n3
          n2 ==> n4
          n3 --> n4
          n3 -.-> n2
          classDef main stroke-width:3px
          class n1,n2,n4 main

        """)
  }

  @Test func dot() {
    #expect(
      GraphDOT.text(GraphFormatTests.small, language: "en") == """
        digraph "Process" {
          graph [charset="UTF-8", rankdir=TB, label="Process", labelloc=t]
          node [shape=box, style=rounded, fontname="Noto Sans CJK SC"]
          edge [fontname="Noto Sans CJK SC", fontsize=11]
          n1 [label="Start", shape=oval, style="", penwidth=2.5]
          n2 [label="Acceptance\\nCounter · 1 working day\\n◉ On site", penwidth=2.5]
          n3 [label="Hearing\\n⧗ Hearing", shape=octagon, style=""]
          n4 [label="End", shape=oval, style="", penwidth=2.5]
          n1 -> n2 [penwidth=2.5]
          n2 -> n3 [label="Hearing needed"]
          n2 -> n4 [penwidth=2.5]
          n3 -> n4
          n3 -> n2 [style=dashed, constraint=false]
        }

        """)
  }

  @Test func placesOfASmallGraph() throws {
    let layout = try #require(GraphSample.layout(GraphFormatTests.small.only("zh")))
    let boxes = layout.boxes.map { "\($0.x),\($0.y) \($0.width)x\($0.height)" }
    #expect(boxes == ["86,12 84x34", "12,82 232x84", "149,231 232x64", "86,331 84x34"], "\(boxes)")
    let paths = layout.routes.map { GraphWriter.path($0.points) }
    #expect(
      paths == [
        "M128 46L128 82", "M128 166L128 172Q128 178 134 178L257 178Q265 178 265 186L265 231", "M128 166L128 331",
        "M265 295L265 302Q265 309 258 309L136 309Q128 309 128 317L128 331",
        "M381 263L389 263Q397 263 397 255L397 132Q397 124 389 124L244 124",
      ], "\(paths)")
  }

  @Test func thePictureInAPage() {
    let svg = GraphSample.svg(GraphFormatTests.small, prefix: "p1")
    for part in [
      #"role="img" aria-labelledby="p1-title" aria-describedby="p1-words""#,
      #"<title id="p1-title">办理流程 · Process</title>"#, "受理 → 听证 (需要听证), 办结",
      "Acceptance → Hearing (Hearing needed), End",
      #"<g lang="zh">"#, #"<g lang="en">"#, #"class="g-line g-back""#, #"class="g-line g-main""#, "viewBox=\"0 0 ",
      "受理 · Acceptance\n窗口 · 1 工作日 · Counter · 1 working day\n现场 · On site",
    ] {
      #expect(svg.contains(part), "\(part)")
    }
    // No id but those that begin with the prefix, no style that a page's policy would refuse, no script.
    #expect(svg.split(separator: " id=\"").dropFirst().allSatisfy { $0.hasPrefix("p1-") })
    #expect(!svg.contains("style=") && !svg.contains("<style") && !svg.contains("<script"))
  }

  @Test func theFileStandsAlone() {
    let file = GraphSample.file(GraphFormatTests.small)
    #expect(file.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
    #expect(file.contains(#"xmlns="http://www.w3.org/2000/svg" lang="zh""#) && file.contains("<style>"))
    #expect(!file.contains("Acceptance") && !file.contains("http://www.w3.org/1999") && !file.contains("lang=\"en\""))
  }

  @Test func thickLinesTellSomethingOrAreNotThere() {
    var chain = GraphFormatTests.small
    chain = GraphDrawing(
      title: chain.title, nodes: chain.nodes, edges: [GraphDrawing.Edge(0, 1, isOnLongestPath: true)], key: chain.key)
    #expect(!GraphSample.svg(chain).contains("g-main") && !GraphSample.svg(chain).contains("最长路径"))
  }

  @Test func textOfDocumentsIsNoMarkup() {
    let text = ChartText(GraphFormatTests.hostile)
    let drawing = GraphDrawing(
      title: text, phases: [text],
      nodes: [
        GraphDrawing.Node(
          id: "a", label: text, detail: text, note: text, phase: 0,
          marks: GraphDrawing.Symbol.allCases.map { GraphDrawing.Mark($0, text) }),
        GraphDrawing.Node(id: "b", kind: .external, label: text),
      ], edges: [GraphDrawing.Edge(0, 1, label: text), GraphDrawing.Edge(1, 0, label: text, isBack: true)],
      key: GraphDrawing.Key(longestPath: text, wayBack: text))
    for svg in [GraphSample.svg(drawing), GraphSample.file(drawing)] {
      #expect(!svg.contains("<script") && !svg.contains("\u{202E}") && !svg.contains("\u{0}"))
      #expect(svg.contains("&lt;script&gt;"))
    }
    let mermaid = GraphMermaid.text(drawing, language: "zh")
    // What is left of the text has no character with a meaning.
    #expect(mermaid.split(separator: "\n").count == 7, "\(mermaid)")
    for word in ["<script", "%%", "`", "{init", "\\", "&lt", "]\"--", "\u{202E}"] { #expect(!mermaid.contains(word)) }
    #expect(mermaid.contains("#60;script#62;alert(1)#60;/script#62;"))
    let dot = GraphDOT.text(drawing, language: "zh")
    #expect(dot.contains("]\\\"--><script>") && dot.contains("\\\\N&amp;lt;") && !dot.contains("\u{202E}"))
    #expect(dot.split(separator: "\n").count == 9, "\(dot)")
  }

  @Test func aListIsNoList() {
    let drawing = GraphDrawing(
      title: ChartText("x"),
      nodes: ["1. 受理", "- 审查", "0.5 日", ""].map { GraphDrawing.Node(id: "", label: ChartText($0)) }, edges: [],
      key: GraphSample.key)
    let lines = GraphMermaid.text(drawing, language: "zh").split(separator: "\n").dropFirst().map(String.init)
    #expect(lines == ["  n1[\"1#46; 受理\"]", "  n2[\"#45; 审查\"]", "  n3[\"0.5 日\"]", "  n4[\" \"]"])
  }
}
