/// The style of a ledger's page.
enum LedgerPageStyle {
  /// SHA-256 of `text`, by which the page's policy knows it; a test computes it anew.
  static let digest = "sha256-cTHvF6sns1wLh/9UO7BH7NSP0zO8qsJ3GRFcpfPLW5o="

  /// The content of the page's `style` element.
  static let text = """

    *{box-sizing:border-box}
    body{margin:0;padding:1.5rem;color:#1c2733;background:#fff;font:14px/1.55 system-ui,-apple-system,"Segoe UI",
    "PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",
    sans-serif}
    h1,h2{font-size:1.4rem;line-height:1.35;margin:0 0 .35rem}
    main+main{margin-top:2.5rem}
    p{margin:0 0 .9rem;color:#54616e}
    table{border-collapse:collapse;width:100%}
    th,td{border:1px solid #9aa7b3;padding:.35rem .45rem;text-align:left;vertical-align:top;overflow-wrap:anywhere;
    min-width:4.5rem}
    th{background:#e6edf5}
    td b{font-weight:400;color:#54616e;margin-right:.4em}
    td div+div{margin-top:.15rem;font-size:.92em}
    .whole{table-layout:fixed;min-width:80rem}
    .whole th:nth-child(1){width:9%}
    .whole th:nth-child(2),.whole th:nth-child(4),.whole th:nth-child(6),.whole th:nth-child(9){width:10%}
    .whole th:nth-child(3),.whole th:nth-child(5){width:16%}
    .whole th:nth-child(7),.whole th:nth-child(8){width:7%}
    .whole th:nth-child(10){width:6%}
    .closed td{background:#edf6ef}
    .overdue td{background:#fdeeec}
    @media screen and (max-width:60rem){
    body{padding:1rem}
    thead{display:none}
    table,tbody,tr,td{display:block}
    .whole{min-width:0}
    tr{border:1px solid #9aa7b3;border-radius:6px;margin-bottom:1rem;padding:.25rem .75rem}
    td{border:0;border-top:1px solid #e3e8ed;padding:.5rem 0;background:none!important}
    td:first-child{border-top:0;font-weight:600}
    td:not(:first-child)::before{content:attr(data-label);display:block;font-size:.85em;color:#54616e}
    td:empty{display:none}
    .overdue{background:#fdeeec}
    .closed{background:#edf6ef}
    }
    @media print{
    @page{size:A3 landscape;margin:12mm}
    body{padding:0;font-size:9pt;line-height:1.4}
    thead{display:table-header-group}
    tr{break-inside:avoid}
    main+main{break-before:page}
    th,td{min-width:0;padding:.2rem .3rem}
    .whole{min-width:0}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }

    """
}
