internal import Drawing

/// The style of the HTML page.
enum PageStyle {
  /// SHA-256 of `text`, by which the page's policy knows it; a test computes it anew.
  static let digest = "sha256-oHaQ5L5i/Y/L6Md12Igs65jRIdn9oNy0qQW7ER8CoUY="

  /// The content of the page's `style` element.
  static let text = "\n" + PageLook.colours + PageLook.base + layout + overview + findings + rules + narrow + print

  /// The page as a whole, its masthead and the language switch.
  private static let layout = """
    .masthead,main,footer{max-width:72rem;margin:0 auto;padding:0 1.5rem}
    .masthead{display:grid;grid-template-columns:1fr auto;gap:.25rem 1.5rem;align-items:start;padding-top:2.25rem;
    padding-bottom:1rem}
    body{border-top:4px solid var(--brand)}
    h1{font-size:1.75rem;line-height:1.3;letter-spacing:.02em}
    .masthead p{color:var(--soft)}
    .choice,.skip{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip:focus{position:static;width:auto;height:auto;clip-path:none;display:block;padding:.5rem 1.5rem}
    .languages{display:flex;border:1px solid var(--line);border-radius:6px;overflow:hidden;background:var(--card);
    margin-top:.35rem}
    .languages label{padding:.2rem .9rem;font-size:.875rem;cursor:pointer;color:var(--soft)}
    #lang-zh:checked~.masthead label[for=lang-zh],#lang-en:checked~.masthead label[for=lang-en]{background:var(--brand);
    color:var(--card);font-weight:600}
    #lang-zh:focus-visible~.masthead .languages,#lang-en:focus-visible~.masthead .languages{outline:3px solid var(--fi);
    outline-offset:2px}
    nav{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-top:.75rem;padding-top:.75rem;
    border-top:1px solid var(--line)}
    nav a{text-decoration:none;font-weight:600;font-size:.9375rem}
    nav a:hover{text-decoration:underline}
    h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .75rem}
    #overview h2{margin-top:.5rem}
    footer{color:var(--soft);font-size:.875rem;padding-top:2rem;padding-bottom:3rem}

    """

  /// Verdict, charts and tables.
  private static let overview = """
    .verdict{font-size:1.125rem;font-weight:600}
    .good{color:var(--good)}
    .alert{margin:.75rem 0;padding:.75rem 1rem;border:1px solid var(--e);border-left-width:4px;border-radius:6px;
    background:var(--card)}
    .alert>p{color:var(--e);font-weight:600}
    .alert ul{list-style:disc;padding-left:1.25rem}
    .charts{display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin:1rem 0}
    figure,table{background:var(--card);border:1px solid var(--line);border-radius:8px}
    figure{padding:1rem 1.25rem 1.25rem;min-width:0}
    figcaption,caption{font-weight:600;margin-bottom:.6rem;text-align:left}
    svg{display:block}
    .bars{font-size:13px;fill:var(--ink)}
    .bars .number{text-anchor:end;font-variant-numeric:tabular-nums;fill:var(--soft)}
    .bars .rest text{fill:var(--soft)}
    .bars .track{fill:var(--track)}
    .bars .e{fill:var(--fe)}.bars .w{fill:var(--fw)}.bars .i{fill:var(--fi)}.bars .v{fill:var(--fv)}.bars .b{fill:var(--fb)}.bars .x{fill:var(--fx)}
    .split{display:flex;align-items:center;gap:2rem;padding:.5rem 0}
    .donut{flex:none}
    .donut .track{stroke:var(--track)}
    .donut .e{stroke:var(--fe)}.donut .w{stroke:var(--fw)}.donut .i{stroke:var(--fi)}.donut .v{stroke:var(--fv)}.donut .b{stroke:var(--fb)}.donut .x{stroke:var(--fx)}
    .donut .sum{font-size:6.6px;font-weight:700;text-anchor:middle;fill:var(--ink)}
    .key{flex:1;min-width:0}
    .key li{display:flex;align-items:center;gap:.6rem;padding:.3rem 0;border-bottom:1px solid var(--line)}
    .key li:last-child{border:0}
    .key li::before{content:"";width:.8rem;height:.8rem;border-radius:2px;background:var(--fe)}
    .key .w::before{background:var(--fw)}.key .i::before{background:var(--fi)}.key .v::before{background:var(--fv)}.key .b::before{background:var(--fb)}.key .x::before{background:var(--fx)}
    .key b{margin-left:auto;font-variant-numeric:tabular-nums}
    table{width:100%;border-collapse:separate;border-spacing:0;margin:0 0 1.25rem;font-size:.9375rem}
    caption{padding-top:.75rem}
    th,td{padding:.45rem 1rem;text-align:left;border-top:1px solid var(--line);vertical-align:top}
    thead th{border:0;color:var(--soft);font-weight:600;font-size:.875rem}
    tbody th{font-weight:400}
    th+th,td+td,th+td{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
    td a{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.8125rem;margin-left:.35rem;overflow-wrap:anywhere}

    """

  /// The filter and the diagnostics.
  private static let findings = """
    .filter{display:grid;grid-template-columns:1.4fr 1.4fr .7fr .7fr 1.2fr auto;gap:.75rem;align-items:end;padding:.75rem 1rem;
    background:var(--card);border:1px solid var(--line);border-radius:8px;margin-bottom:1rem;position:sticky;top:0;z-index:2}
    .filter label{display:block;font-size:.8125rem;color:var(--soft);min-width:0}
    .filter input,.filter select,.filter button,.only{font:inherit;font-size:.9375rem;color:var(--ink);background:var(--card);
    border:1px solid var(--soft);border-radius:5px;height:2.25rem;padding:0 .6rem}
    .filter input,.filter select{display:block;width:100%;margin-top:.15rem}
    .filter button,.only{cursor:pointer;color:var(--brand);border-color:var(--brand)}
    .filter output{grid-column:1/-1;font-size:.875rem;color:var(--soft)}
    output code{font:inherit;font-weight:700;color:var(--ink)}
    .nothing{padding:2rem;text-align:center;color:var(--soft)}
    .doc{background:var(--card);border:1px solid var(--line);border-radius:8px;margin-bottom:1rem;content-visibility:auto;
    contain-intrinsic-size:auto 28rem}
    .doc>header{padding:.75rem 1.25rem .6rem}
    .doc h3{font-size:1.0625rem;line-height:1.45}
    .doc header p{display:flex;flex-wrap:wrap;gap:0 1rem;color:var(--soft);font-size:.875rem}
    .doc>ol>li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.1rem 1rem;padding:.6rem 1.25rem .7rem calc(1.25rem - 4px);
    border-top:1px solid var(--line);border-left:4px solid var(--fe);scroll-margin-top:9rem}
    .doc>ol>.w{border-left-color:var(--fw)}.doc>ol>.i{border-left-color:var(--fi)}
    .doc>ol>.v{border-left-color:var(--fv)}.doc>ol>.b{border-left-color:var(--fb)}.doc>ol>.x{border-left-color:var(--fx)}
    .doc>ol>li:last-child{border-bottom-left-radius:7px}
    li>*{grid-column:1/-1}
    li>p{grid-column:1;overflow-wrap:anywhere}
    li>p>b{color:var(--e);font-size:.875rem;margin-right:.6rem}
    .w>p>b{color:var(--w)}.i>p>b{color:var(--i)}.v>p>b,.b>p>b{color:var(--v)}
    .doc>ol>li>a{grid-column:2;grid-row:1;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.8125rem;line-height:1.65rem;
    text-decoration:none}
    #lang-zh:checked~main .doc>ol>li>a[href]::before{content:"怎么改 · "}
    #lang-en:checked~main .doc>ol>li>a[href]::before{content:"How to fix · "}
    .doc>ol>li>a:hover{text-decoration:underline}
    p code,dd code{background:var(--code);border:1px solid var(--line);border-radius:3px;padding:0 .25em}
    header p code{background:none;border:0;padding:0}
    pre{background:var(--code);border-radius:4px;font-size:.8125rem;line-height:1.75;padding:.2rem .75rem .25rem 4rem;text-indent:-3.25rem;
    white-space:pre-wrap;overflow-wrap:anywhere;margin-top:.3rem}
    pre>b{display:inline-block;width:2.5rem;margin-right:.75rem;text-align:right;text-indent:0;color:var(--soft);font-weight:400;
    user-select:none}
    pre small{color:var(--soft);font-size:.75rem}
    mark{color:inherit;background:var(--me);text-decoration:underline 2px var(--fe);text-underline-offset:.22em;
    text-decoration-skip-ink:none}
    .w mark{background:var(--mw);text-decoration-color:var(--fw)}.i mark{background:var(--mi);text-decoration-color:var(--fi)}
    .v mark,.b mark,.related mark{background:none;text-decoration-color:var(--fv)}
    mark:empty::before{content:"‸";color:var(--e)}
    .note,.related{grid-column:1/-1;font-size:.875rem;color:var(--soft);margin-top:.3rem}
    .waiver{border-left:3px solid var(--fv);padding-left:.6rem}
    .related code{margin-left:.6rem}

    """

  /// The cards of rules, in their list and opened below a diagnostic.
  private static let rules = """
    .rule{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem 1.25rem 1.1rem;margin-bottom:1rem;
    scroll-margin-top:1rem}
    .rule:target{border-color:var(--brand);box-shadow:0 0 0 2px var(--brand)}
    .rule h3{font-size:1.0625rem;line-height:1.45}
    .facts{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem 1rem;font-size:.875rem;color:var(--soft);margin:.15rem 0 .6rem}
    .facts b{color:var(--e)}.facts .w{color:var(--w)}.facts .i{color:var(--i)}
    dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.3rem 1rem}
    dt{color:var(--soft);font-size:.875rem;line-height:1.65rem;white-space:nowrap;grid-column:1}
    dd{grid-column:2;overflow-wrap:anywhere}
    .only{margin-top:.75rem;height:2rem;font-size:.875rem}
    li>.rule{margin:.5rem 0 .3rem;background:var(--code);padding:.75rem 1rem}
    li>.rule h3{font-size:.9375rem}
    li>.rule dd{font-size:.9375rem}

    """

  /// Windows beside other windows, and telephones.
  private static let narrow = """
    @media screen and (max-width:960px){.filter{grid-template-columns:1fr 1fr 1fr}}
    @media screen and (max-width:720px){
    .masthead,main,footer{padding-left:1rem;padding-right:1rem}
    .masthead{padding-top:1.25rem;grid-template-columns:minmax(0,1fr)}
    .languages{justify-self:start}
    h1{font-size:1.4rem}
    .charts{grid-template-columns:minmax(0,1fr)}
    .split{gap:1rem}
    .donut{width:120px;height:120px}
    .filter{position:static;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
    .doc>header,.rule{padding-left:1rem;padding-right:1rem}
    .doc>ol>li{grid-template-columns:minmax(0,1fr);padding-left:calc(1rem - 4px);padding-right:1rem}
    .doc>ol>li>a{grid-column:1;grid-row:auto;overflow-wrap:anywhere}
    pre{padding-left:3.25rem;text-indent:-2.75rem;padding-right:.5rem}
    pre>b{width:2.1rem;margin-right:.65rem}
    dl{grid-template-columns:minmax(0,1fr);gap:0}
    dt,dd{grid-column:1}
    dd{margin-bottom:.4rem}
    th,td{padding:.45rem .6rem}
    td a{display:block;margin:0}
    th:first-child,td:first-child{padding-left:1rem}
    }

    """

  /// Paper: A4, nothing cut, no finding torn apart, and the name of the document again on each of its pages.
  private static let print = """
    @media print{
    @page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:9pt;color:#54616e}}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    body{background:none;border:0;font-size:10.5pt;line-height:1.55}
    nav,.languages,.filter,.skip,.choice,.only,template{display:none!important}
    .masthead,main,footer{max-width:none;padding-left:0;padding-right:0}
    .masthead{padding-top:0}
    .charts{grid-template-columns:1fr 1fr}
    figure,table,tr,.rule,.alert{break-inside:avoid}
    h2,h3,caption,figcaption{break-after:avoid}
    td,th{padding-top:.3rem;padding-bottom:.3rem}
    .doc{display:table;width:100%;content-visibility:visible;border:0;border-radius:0;margin:0 0 5mm}
    .doc>header{display:table-header-group;break-inside:avoid;break-after:avoid}
    .doc h3{padding-top:2mm;border-top:1.5pt solid var(--ink)}
    .doc header p{display:block;padding-bottom:2mm}
    .doc header p>*{margin-right:1rem}
    .doc>ol{display:table-row-group}
    .doc>ol>li{break-inside:avoid;border-radius:0!important;padding-right:0}
    .doc>ol>li>a{color:var(--soft)}
    .doc>ol>li>a::before{content:none!important}
    .doc>ol>li>a[href]::after{content:" " attr(href)}
    #rules>.rule{counter-increment:rule}
    #rules>.rule h3::before{content:"#r" counter(rule) " ";color:var(--soft);font-weight:400}
    .rule{border:0;border-top:1px solid var(--line);border-radius:0;padding:3mm 0}
    #rules{break-before:page}
    a{color:inherit;text-decoration:none}
    }

    """
}
