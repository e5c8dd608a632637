/// The style of pictures of graphs; pages put it into theirs, files have it inside.
///
/// Colours are those of the page where it names them. Nothing is told by colour alone: phases have digits, lines are thick
/// or dashed, special steps have cut corners.
package enum GraphStyle {
  /// For pages: screens, telephones, which scroll wide pictures, and paper.
  package static let text = """
    .graph{display:block;max-width:100%;height:auto;margin:0 auto}
    .graph-frame{overflow-x:auto}
    @media screen{.g-wide{min-width:30rem}.g-wider{min-width:44rem}}
    @media print{.graph{max-height:240mm;break-inside:avoid}}
    .graph text{font-size:12px;fill:var(--ink,#1c2733);text-anchor:middle}
    .graph .g-label{font-size:14px;font-weight:600}
    .graph .g-small{fill:var(--soft,#4d5a67)}
    .graph .g-tiny{text-anchor:start;font-size:11px}
    .graph .g-key .g-tiny{font-size:12px}
    .graph .g-digit{font-size:11px;font-weight:700;fill:#fff}
    .g-paper{fill:var(--card,#fff)}
    .g-box{fill:var(--card,#fff);stroke:var(--soft,#4d5a67);stroke-width:1.2}
    .g-bar{fill:none;stroke:var(--soft,#4d5a67);stroke-width:1.2}
    .g-start,.g-end{fill:var(--track,#e9edf1)}
    .g-end{stroke-width:3}
    .g-optional{stroke-dasharray:6 3}
    .g-main>.g-box,.g-main>.g-bar{stroke:var(--brand,#1d4f7c);stroke-width:2.4}
    .g-line{fill:none;stroke:var(--soft,#4d5a67);stroke-width:1.4}
    .g-line.g-back{stroke-dasharray:5 4}
    .g-line.g-main{stroke:var(--brand,#1d4f7c);stroke-width:3}
    .g-head{fill:var(--soft,#4d5a67)}
    .g-head.g-main{fill:var(--brand,#1d4f7c)}
    .g-mark{fill:none;stroke:var(--soft,#4d5a67);stroke-width:.8}
    .g-symbol{fill:none;stroke:var(--ink,#1c2733);stroke-width:1.1;stroke-linejoin:round;stroke-linecap:round}
    .g-p1{fill:#4a6785}.g-p2{fill:#1d6fa5}.g-p3{fill:#75509a}.g-p4{fill:#a03a6b}
    .g-p5{fill:#2c7549}.g-p6{fill:#86600a}.g-p7{fill:#5c6873}

    """

  /// For files, which have no page around them.
  static let file =
    """

    .graph{font-family:system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei",
    "Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif}

    """ + text
}
