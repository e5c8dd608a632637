/// The style of a ledger's page.
enum LedgerPageStyle {
  /// SHA-256 of `text`, by which the page's policy knows it; a test computes it anew.
  static let digest = "sha256-i+P3ju1N2cIjRQg8yTPUtZWXi4CgORA8IN8UrfDSqYE="

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
    td b{display:block;font-weight:400;font-size:.85em;color:#54616e}
    td div+div{margin-top:.25rem}
    .closed td{background:#edf6ef}
    .overdue td{background:#fdeeec}
    @media screen and (max-width:60rem){
    body{padding:1rem}
    thead{display:none}
    table,tbody,tr,td{display:block}
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
    th,td{min-width:0}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }

    """
}
