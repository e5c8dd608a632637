extension ChecklistStyle {
  /// Paper: A4, the checklist on one sheet (`SheetFit` chooses how closely it is set), boxes to tick and lines to write on.
  ///
  /// Controls are not printed but what was typed into them, for a field cuts what is longer than itself.
  static let print = """
    @media print{
    @page{size:A4;margin:9mm 10mm}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    html,body{height:auto}
    body{background:none;border:0;padding:0;line-height:1.35;color:#000}
    .masthead,.bar,#chooser,.choice,.finish,button,.photos,.skip,.evidence,.anchor,.hint,.left-out,.aims .screen{display:none!important}
    main{max-width:none;padding:0;margin:0}
    .walk[hidden].walk{display:none!important}
    .walk{font-size:8pt;break-after:page;page-break-after:always}
    .walk:last-child{break-after:auto;page-break-after:auto}
    #lang-zh:checked~main .walk[data-zh="0"],#lang-en:checked~main .walk[data-en="0"]{font-size:9.5pt;--r:9.6mm;--u:12mm}
    #lang-zh:checked~main .walk[data-zh="1"],#lang-en:checked~main .walk[data-en="1"]{font-size:9pt;--r:8mm;--u:10mm}
    #lang-zh:checked~main .walk[data-zh="2"],#lang-en:checked~main .walk[data-en="2"]{font-size:8.5pt;--r:6.6mm;--u:8mm}
    #lang-zh:checked~main .walk[data-zh="3"],#lang-en:checked~main .walk[data-en="3"]{font-size:8pt;--r:5.6mm;--u:7mm}
    #lang-zh:checked~main .walk[data-zh="4"],#lang-en:checked~main .walk[data-en="4"]{font-size:7.5pt;--r:5mm;--u:6mm}
    #lang-zh:checked~main .walk[data-zh="5"],#lang-en:checked~main .walk[data-en="5"]{font-size:7pt;--r:4.5mm;--u:5.4mm}
    #lang-zh:checked~main .walk[data-zh="6"],#lang-en:checked~main .walk[data-en="6"]{font-size:6.5pt;--r:4.1mm;--u:5mm}
    #lang-zh:checked~main .walk[data-zh="7"],#lang-en:checked~main .walk[data-en="7"]{font-size:6pt;--r:3.7mm;--u:4.4mm}
    #lang-zh:checked~main .walk[data-zh="8"],#lang-en:checked~main .walk[data-en="8"]{font-size:5.6pt;--r:3.4mm;--u:4mm}
    .walk>section{background:none;border:0;border-radius:0;padding:0;margin:0}
    .head{margin:0 0 1mm;display:flex;flex-wrap:wrap;align-items:baseline;border-bottom:1.2pt solid #000;padding-bottom:1mm}
    .kicker,.facts,.name,.tag,.written,.anchors,.columns{color:#333;font-size:1em}
    .kicker{font-size:1em;margin-right:4mm}
    h2{font-size:15pt;line-height:1.25;margin:0 4mm 0 0}
    .facts{margin-left:auto}
    .facts span{margin:0 0 0 3mm}
    h3{font-size:1.12em;line-height:1.2;margin:1.3mm 0 .4mm;break-after:avoid;page-break-after:avoid}
    .who h3{display:none}
    .fields{grid-template-columns:repeat(4,minmax(0,1fr));grid-gap:0 4mm}
    .times{margin:0;padding:0;border:0}
    .f{display:flex;align-items:flex-end;margin-top:1mm}
    .f .name,.long .name{white-space:nowrap;margin-right:1.5mm;line-height:1.3}
    .f input,select,textarea{display:none}
    .ink{display:block;flex:1;min-width:0;min-height:1.35em;border-bottom:.5pt solid #777;white-space:pre-wrap;overflow-wrap:break-word;
    word-wrap:break-word;line-height:1.3}
    .aims li{padding:0;border:0;line-height:1.35}
    .aims b{font-size:1em;margin-right:1.5mm}
    .aims .rest,.rest{display:block;color:#333}
    .walk .aims b,.walk .annex b{color:#000}
    .lines{border-bottom:.8pt solid #000;margin:0!important}
    .columns,.row.line{display:grid;grid-template-columns:40% 23% 19.5% 17.5%;grid-gap:0;margin:0}
    #lang-en:checked~main .columns,#lang-en:checked~main .row.line{grid-template-columns:48% 19% 18.5% 14.5%}
    #lang-zh:checked~main .row[data-off~=zh],#lang-en:checked~main .row[data-off~=en]{display:none!important}
    .columns{border-bottom:.8pt solid #000;padding:0 0 .4mm}
    .row,.row:first-child{padding:0;border-top:.4pt solid #aaa;break-inside:avoid;page-break-inside:avoid}
    .row:first-child{border-top:0}
    .row.line{grid-template-areas:"said found verdict note";min-height:var(--r,6mm);align-items:stretch}
    .row.line>*,.columns>*{padding:.25mm 1.2mm}
    .row.line>.said,.columns>:first-child,.columns>:nth-child(2){padding-left:0}
    .line.brief>.found,.line.brief>.note,.found,.note{display:block}
    .row.line>.found,.row.line>.note,.row.line>.verdict{border-left:.4pt solid #aaa}
    .line .name,.row>.open{display:none!important}
    .line .ink,.question .ink{border:0;min-height:0}
    .said{line-height:1.3}
    .said b{margin-right:1.2mm}
    .tag{border:0;padding:0;font-size:1em;margin-right:1.2mm}
    .written a{display:inline;padding:0;color:inherit;text-decoration:none}
    .verdict{display:flex;align-items:center;justify-content:space-between}
    .verdict label{flex:0 0 auto;display:flex;align-items:center}
    .verdict label>span{display:inline;min-height:0;padding:0;border:0!important;background:none!important;box-shadow:none!important;
    font-size:1em;line-height:1.2;white-space:nowrap;border-radius:0}
    .verdict label>span::before{content:"";display:inline-block;vertical-align:-.12em;width:.95em;height:.95em;
    border:.7pt solid #000;margin-right:.7mm}
    .verdict input:checked+span{font-weight:700}
    .verdict input:checked+span::before{background:#000;box-shadow:inset 0 0 0 .14em #fff}
    .verdict label:first-child>span,.verdict label:last-child>span{border-radius:0}
    .row.extra{display:grid;grid-template-columns:50% 50%;grid-template-areas:none;grid-gap:0;
    min-height:var(--r,6mm);align-items:end}
    .extra>label{display:flex;align-items:flex-end;padding-right:4mm}
    .extra .name{white-space:nowrap;margin-right:1.5mm}
    .extra{border:0!important}
    .ask ol{display:block}
    .row.question{display:grid;grid-template-columns:minmax(0,1fr) 50mm;grid-template-areas:"said verdict" "note note";grid-gap:0;
    min-height:calc(var(--r,6mm)*.75);align-items:center}
    .question .note .name{display:none}
    .stages ol{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));grid-gap:0 5mm}
    .stages .row.question{grid-template-columns:minmax(0,1fr) auto;grid-template-areas:"said verdict" "note note";border:0}
    .stages .verdict label{margin-left:2.5mm}
    .scores{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));grid-gap:0 4mm;border-top:.8pt solid #000;padding-top:.8mm}
    .score,.score:first-child{padding:0;border:0}
    .score{display:flex;flex-wrap:wrap;align-items:baseline}
    .score b,.outcome b{display:block;margin:0 1.5mm 0 0}
    .score .verdict{flex:1;margin:0}
    .score .anchors{width:100%}
    .anchors{line-height:1.25;font-size:.85em;margin-top:.4mm}
    .anchors span{display:block;margin:0}
    .outcome{display:flex;padding:0;margin-top:1.5mm;border:0}
    .outcome b{margin-right:6mm}
    .outcome .verdict label{margin-right:6mm}
    .obstacles{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));grid-gap:0 4mm}
    .long{margin:.8mm 0 0}
    .obstacles .ink{min-height:var(--u,7mm)}
    .suggestions{border:0;margin:0;padding:0}
    .suggestions .long,.after>.long{display:flex;align-items:flex-end}
    .suggestions .ink{min-height:calc(var(--u,7mm)*.8)}
    .after>.long .ink{min-height:calc(var(--u,7mm)*.8)}
    .way:not(.annex){display:none!important}
    .way summary{list-style:none;font-weight:600}
    .annex{break-before:page;page-break-before:always}
    .annex li{padding:1mm 0;break-inside:avoid;page-break-inside:avoid}
    .remedy,.place{color:#333;font-size:1em}
    }

    """
}
