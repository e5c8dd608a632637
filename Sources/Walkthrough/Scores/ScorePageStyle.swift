import Drawing

/// The style of the report's page.
enum ScorePageStyle {
  /// SHA-256 of `text`, by which the page's policy knows it; a test computes it anew.
  static let digest = "sha256-H01UtGPAR51m63V0v3AxyvA8m0uv0zYqafU48z0GtUE="

  /// The content of the page's `style` element.
  static let text = "\n" + PageLook.colours + PageLook.base + GraphStyle.text + layout + charts + tables + print

  private static let layout = """
    .masthead,main{max-width:76rem;margin:0 auto;padding:0 1.5rem}
    body{border-top:4px solid var(--brand);padding-bottom:3rem}
    .masthead{display:grid;grid-template-columns:1fr auto;gap:.25rem 1.5rem;align-items:start;padding-top:2rem;
    padding-bottom:1rem}
    h1{font-size:1.75rem;line-height:1.3}
    h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .75rem}
    .masthead p,.remark{color:var(--soft);font-size:.9375rem}
    .remark{margin:.5rem 0}
    .choice{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .languages{display:flex;border:1px solid var(--line);border-radius:6px;overflow:hidden;background:var(--card);
    margin-top:.35rem}
    .languages label{padding:.5rem 1rem;font-size:.875rem;cursor:pointer;color:var(--soft)}
    #lang-zh:checked~.masthead label[for=lang-zh],#lang-en:checked~.masthead label[for=lang-en]{background:var(--brand);
    color:var(--card);font-weight:600}
    #lang-zh:focus-visible~.masthead .languages,#lang-en:focus-visible~.masthead .languages{outline:3px solid var(--fi);
    outline-offset:2px}
    .verdict{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1.25rem 1.5rem}
    .verdict p{margin:.15rem 0}
    .points{display:flex;flex-wrap:wrap;align-items:baseline;gap:.6rem;color:var(--soft)}
    .points b{font-size:2.75rem;line-height:1.1;color:var(--brand);font-variant-numeric:tabular-nums}
    .sum{color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    .alert{color:var(--e);font-weight:600}

    """

  private static let charts = """
    .way{margin:1rem 0;overflow-x:auto}
    .charts{columns:2;column-gap:1rem;margin:1rem 0}
    .charts figure{break-inside:avoid;margin-bottom:1rem}
    figure,table{background:var(--card);border:1px solid var(--line);border-radius:8px}
    figure{padding:1rem 1.25rem 1.25rem;min-width:0}
    figcaption{font-weight:600;margin-bottom:.6rem}
    svg{display:block}
    .bars{font-size:13px;fill:var(--ink)}
    .bars .number{text-anchor:end;font-variant-numeric:tabular-nums;fill:var(--soft)}
    .bars .value{fill:var(--ink)}
    .bars .track{fill:var(--track)}
    .bars .e{fill:var(--fe)}.bars .w{fill:var(--fw)}.bars .i{fill:var(--fi)}.bars .v{fill:var(--fv)}
    .bars .b{fill:var(--fb)}.bars .x{fill:var(--fx)}.bars .g{fill:var(--good)}
    .split{display:flex;flex-wrap:wrap;align-items:center;gap:1rem 2rem}
    .donut{flex:none}
    .donut .track{stroke:var(--track)}
    .donut .e{stroke:var(--fe)}.donut .w{stroke:var(--fw)}.donut .i{stroke:var(--fi)}.donut .v{stroke:var(--fv)}
    .donut .b{stroke:var(--fb)}.donut .x{stroke:var(--fx)}.donut .g{stroke:var(--good)}
    .donut .sum{font-size:6.6px;font-weight:700;text-anchor:middle;fill:var(--ink)}
    .key{flex:1;min-width:9rem}
    .key li{display:flex;align-items:center;gap:.6rem;padding:.3rem 0;border-bottom:1px solid var(--line)}
    .key li:last-child{border:0}
    .key li::before{content:"";width:.8rem;height:.8rem;border-radius:2px;background:var(--fe)}
    .key .w::before{background:var(--fw)}.key .i::before{background:var(--fi)}.key .v::before{background:var(--fv)}
    .key .b::before{background:var(--fb)}.key .x::before{background:var(--fx)}.key .g::before{background:var(--good)}
    .key b{margin-left:auto;font-variant-numeric:tabular-nums}

    """

  private static let tables = """
    .wide{overflow-x:auto}
    table{width:100%;border-collapse:separate;border-spacing:0;font-size:.9375rem}
    th,td{padding:.5rem .75rem;text-align:left;border-top:1px solid var(--line);vertical-align:top}
    thead th{border:0;color:var(--soft);font-weight:600;font-size:.875rem;white-space:nowrap}
    tbody th{font-weight:400;min-width:11rem}
    td code,th code{color:var(--soft);font-size:.8125rem}
    .number,thead .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .strong{font-weight:700}
    td b{font-variant-numeric:tabular-nums}
    td small{display:block;color:var(--soft);font-size:.75rem;line-height:1.5;font-variant-numeric:tabular-nums;min-width:8.5rem}
    td small code{font-size:.6875rem;overflow-wrap:anywhere}
    @media (max-width:52rem){.charts{columns:1}.masthead,main{padding-left:1rem;padding-right:1rem}
    h1{font-size:1.375rem}.masthead{grid-template-columns:1fr}.languages{justify-self:start}}

    """

  private static let print = """
    @media print{@page{size:A4;margin:14mm 12mm}body{border:0;background:#fff;font-size:9.5pt;padding:0}
    .masthead,main{max-width:none;padding-left:0;padding-right:0}.masthead{padding-top:0}.languages{display:none}
    .wide{overflow:visible}figure,tr,.verdict{break-inside:avoid}h2{break-after:avoid;margin-top:1rem}
    thead{display:table-header-group}table{font-size:8pt}th,td{padding:.3rem .4rem}tbody th{min-width:0}
    td small{min-width:0;font-size:6.5pt}td small code{font-size:6.5pt}thead th{white-space:normal;font-size:8pt}
    figure{padding:.6rem .8rem}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

    """
}
