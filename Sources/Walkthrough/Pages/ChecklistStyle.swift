internal import Drawing

/// The style of a checklist's page: one column of rows that a thumb reaches, a table from the width of a tablet on, and a
/// sheet of paper. Nothing in it is younger than 2018, or is missed where it is not known.
enum ChecklistStyle {
  /// SHA-256 of `text`, by which the page's policy knows it; a test computes it anew.
  static let digest = "sha256-rIWPxZ7epektjdFOoe2RITw08hMckkGjgrWHz4Qc/2g="

  /// The content of the page's `style` element.
  static let text =
    "\n" + PageLook.colours + PageLook.base + GraphStyle.text + colours + frame + rows + answers + after + bar + wide
    + print

  /// The ground of an answer that found no fault.
  private static let colours = """
    :root{--mg:#dff1e4}
    @media screen and (prefers-color-scheme:dark){:root{--mg:#173d26}}

    """

  /// Masthead, headings, fields.
  private static let frame = """
    body{border-top:4px solid var(--brand);padding-bottom:6rem;-webkit-text-size-adjust:100%}
    input:focus,textarea:focus,select:focus,button:focus,a:focus{outline:3px solid var(--fi);outline-offset:2px}
    .choice,.skip,.verdict input,.photo input{position:absolute;width:1px;height:1px;overflow:hidden;
    clip:rect(0 0 0 0);white-space:nowrap;margin:0;opacity:0}
    .skip:focus{position:static;width:auto;height:auto;clip:auto;opacity:1;display:block;padding:.5rem 0}
    .masthead,main{max-width:68rem;margin:0 auto;padding:0 1rem}
    .masthead{padding-top:.9rem;padding-bottom:.25rem;overflow:hidden}
    h1{font-size:1rem;line-height:2.75rem;float:left;color:var(--brand);letter-spacing:.04em}
    .languages{float:right;display:flex;border:1px solid var(--soft);border-radius:6px;overflow:hidden;background:var(--card)}
    .languages label{padding:0 .9rem;font-size:.875rem;line-height:2.75rem;cursor:pointer;color:var(--soft)}
    #lang-zh:checked~.masthead label[for=lang-zh],#lang-en:checked~.masthead label[for=lang-en]{background:var(--brand);
    color:var(--card);font-weight:600}
    #lang-zh:focus~.masthead .languages,#lang-en:focus~.masthead .languages{outline:3px solid var(--fi)}
    .can,noscript{clear:both;display:block}
    .can p,.warn{margin:.6rem 0 0;padding:.5rem .8rem;border-radius:6px;font-size:.875rem;line-height:1.55;
    background:var(--mg);color:var(--ink);border-left:4px solid var(--good)}
    .can .warn,.warn{background:var(--mw);border-left-color:var(--w)}
    h2{font-size:1.5rem;line-height:1.35;margin:.1rem 0 .2rem;letter-spacing:.01em}
    h3{font-size:1.0625rem;line-height:1.5;margin:0 0 .6rem}
    h3 .hint{font-weight:400;font-size:.875rem;color:var(--soft);margin-left:.6rem}
    .kicker,.facts{color:var(--soft);font-size:.875rem}
    .facts span{margin-right:1rem}
    .head{margin:1rem 0}
    .walk>section,#chooser{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem;margin:0 0 1rem}
    .fields{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);grid-gap:.7rem}
    .times{margin-top:.9rem;padding-top:.9rem;border-top:1px solid var(--line)}
    .time{display:flex;align-items:flex-end}
    .time .f{flex:1;min-width:0}
    .name{display:block;font-size:.8125rem;line-height:1.5;color:var(--soft)}
    input,select,textarea,button{font:inherit;color:var(--ink)}
    .f input,select,textarea{display:block;width:100%;min-height:2.75rem;padding:.45rem .6rem;background:var(--card);
    border:1px solid var(--soft);border-radius:6px;margin:0}
    select{padding-right:.3rem}
    textarea{resize:vertical;line-height:1.5;overflow-wrap:break-word}
    .ink{display:none}
    button{min-height:2.75rem;padding:.3rem .9rem;border:1px solid var(--brand);border-radius:6px;background:var(--card);
    color:var(--brand);cursor:pointer;line-height:1.4}
    .now{margin-left:-1px;border-radius:0 6px 6px 0;white-space:nowrap;padding:.3rem .65rem}
    .time .f input{border-radius:6px 0 0 6px}
    .main{background:var(--brand);color:var(--card);font-weight:600}
    .danger{border-color:var(--e);color:var(--e)}
    .aims li{padding:.4rem 0;border-top:1px solid var(--line);line-height:1.55}
    .aims li:first-child{border:0}
    .aims b,.annex b{font-size:.8125rem;color:var(--i);margin-right:.6rem;white-space:nowrap}
    .aims .e,.annex .e{color:var(--e)}.aims .w,.annex .w{color:var(--w)}
    .rest{display:none}
    .way summary{cursor:pointer;font-weight:600;min-height:2.75rem;padding:.6rem 0}
    .left-out{color:var(--soft);margin:.5rem 0}
    @media screen{.later{display:none}}
    .none{color:var(--soft)}
    #chooser li{border-top:1px solid var(--line)}
    #chooser a{display:flex;flex-wrap:wrap;align-items:baseline;min-height:2.75rem;padding:.6rem 0;text-decoration:none}
    #chooser .name{font-size:1rem;color:var(--brand);margin-right:1rem;font-weight:600}
    #chooser .dept{color:var(--soft);font-size:.875rem;margin-right:1rem}
    #chooser .count{margin-left:auto;color:var(--soft);font-size:.875rem}
    .annex li{padding:.5rem 0;border-top:1px solid var(--line)}
    .annex li:first-child{border:0}
    .remedy,.place{font-size:.875rem;color:var(--soft);overflow-wrap:break-word;word-wrap:break-word}

    """

  /// What is compared and asked, on a telephone.
  private static let rows = """
    .columns{display:none}
    .row{padding:.65rem 0 .7rem;border-top:1px solid var(--line)}
    .row:first-child{border-top:0;padding-top:0}
    .row,.row>*{min-width:0}
    .line,.question{display:grid;grid-template-columns:minmax(0,1fr) auto;grid-gap:.45rem .5rem;
    grid-template-areas:"said said" "verdict open" "found found" "note note" "photos photos"}
    .row>.open{grid-area:open;display:none}
    .row.brief>.open{display:block;border-color:transparent;background:none;padding:.3rem .35rem;font-size:.875rem}
    .said{grid-area:said;line-height:1.5;overflow-wrap:break-word;word-wrap:break-word}
    .verdict{grid-area:verdict}.found{grid-area:found}.note{grid-area:note}.photos{grid-area:photos}
    .tag{display:inline-block;font-size:.75rem;line-height:1.5;color:var(--soft);border:1px solid var(--line);border-radius:4px;
    padding:0 .35rem;margin-right:.5rem}
    .said b{margin-right:.5rem}
    .written{color:var(--soft)}
    .written a{display:inline-block;max-width:100%;padding:.6rem 0;word-break:break-all}
    .brief>.found,.brief>.note,.brief>.photos{display:none}
    .extra{display:grid;grid-template-columns:minmax(0,1fr);grid-gap:.5rem}
    .extra>*{grid-area:auto}
    .line.brief,.question.brief{grid-template-areas:"said said" "verdict open"}
    .stages .row.question{grid-template-columns:minmax(0,1fr) 11.5rem;align-items:center;grid-template-areas:"said verdict" "note note"
    "photos photos"}
    .stages .row.question.brief{grid-template-areas:"said verdict"}
    .stages .row.brief>.open{display:none}
    .compare .lines{margin-bottom:1.2rem}
    .add{margin-top:.3rem}
    .photos{display:flex;flex-wrap:wrap;align-items:flex-start}
    .photo{position:relative;display:inline-flex;align-items:center;min-height:2.75rem;padding:.3rem .9rem;border:1px dashed var(--soft);
    border-radius:6px;color:var(--brand);cursor:pointer;margin:0 .6rem .3rem 0}
    .photos li{display:flex;flex-wrap:wrap;align-items:center;margin-bottom:.4rem}
    .photos li img{display:block;width:5.5rem;height:5.5rem;object-fit:cover;border-radius:6px;border:1px solid var(--line);
    margin-right:.6rem}
    .photos ul{flex:1 1 12rem;min-width:0}
    .photos li label{flex:1 1 9rem;min-width:0;margin-right:.6rem}
    .photos li input{display:block;width:100%;min-height:2.75rem;padding:.3rem .6rem;border:1px solid var(--soft);border-radius:6px;
    background:var(--card)}
    .evidence{margin-top:.9rem}
    .evidence b{display:block;margin-bottom:.3rem;font-weight:400;font-size:.8125rem;color:var(--soft)}

    """

  /// Radio buttons that look like keys.
  private static let answers = """
    .verdict{display:flex}
    .verdict label{position:relative;flex:1 1 0;cursor:pointer;min-width:0}
    .verdict label>span{display:flex;align-items:center;justify-content:center;min-height:2.75rem;padding:.2rem .35rem;text-align:center;
    border:1px solid var(--soft);border-left-width:0;background:var(--card);line-height:1.3;font-size:.9375rem}
    .verdict label:first-child>span{border-left-width:1px;border-radius:6px 0 0 6px}
    .verdict label:last-child>span{border-radius:0 6px 6px 0}
    .verdict input:focus+span{outline:3px solid var(--fi);outline-offset:2px;z-index:1}
    .verdict input:checked+span{background:var(--mi);font-weight:600;box-shadow:inset 0 -3px 0 var(--i)}
    .verdict .same input:checked+span,.verdict .good input:checked+span,.verdict .done input:checked+span{background:var(--mg);
    box-shadow:inset 0 -3px 0 var(--good)}
    .verdict .differs input:checked+span,.verdict .problem input:checked+span,.verdict .not-done input:checked+span{
    background:var(--me);box-shadow:inset 0 -3px 0 var(--e)}
    .verdict .untested input:checked+span{background:var(--track);box-shadow:inset 0 -3px 0 var(--v)}
    .verdict .partly input:checked+span{background:var(--mw);box-shadow:inset 0 -3px 0 var(--w)}

    """

  /// Scores, and what is written at the end.
  private static let after = """
    .score{padding:.7rem 0;border-top:1px solid var(--line)}
    .score:first-child{border-top:0;padding-top:0}
    .score b,.outcome b{display:block;margin-bottom:.35rem}
    .anchors,.anchor{font-size:.8125rem;line-height:1.5;color:var(--soft);margin-top:.3rem}
    .anchors span{margin-right:1rem}
    .anchor:not(:empty){color:var(--ink)}
    .outcome{padding:.7rem 0;border-top:1px solid var(--line)}
    .long{display:block;margin-top:.7rem}
    .suggestions{border-top:1px solid var(--line);margin-top:.9rem;padding-top:.2rem}
    .after>.add{margin-top:.6rem}
    .finish p{font-size:.9375rem;max-width:46rem}
    .actions{display:flex;flex-wrap:wrap;margin:.8rem 0 0}
    .actions button{margin:0 .6rem .6rem 0;flex:1 1 9rem;max-width:16rem}
    .said-done:not(:empty){padding:.5rem .8rem;border-left:4px solid var(--good);background:var(--mg);border-radius:6px;
    overflow-wrap:break-word;word-wrap:break-word}
    .text{display:block;margin-top:.6rem}
    .text textarea{font-size:.8125rem}

    """

  /// The bar at the foot of the window.
  private static let bar = """
    .bar{position:fixed;left:0;right:0;bottom:0;background:var(--card);border-top:1px solid var(--line);
    display:flex;align-items:center;padding:.55rem 1rem;padding-bottom:calc(.55rem + env(safe-area-inset-bottom,0px));z-index:3;
    box-shadow:0 -2px 8px rgba(0,0,0,.08)}
    .progress{position:absolute;left:0;right:0;top:-1px;height:4px;background:var(--track)}
    .progress i{display:block;height:4px;width:0;background:var(--good)}
    .bar p{font-size:.875rem;line-height:1.35;color:var(--soft);margin-right:1rem}
    .bar #done-count{color:var(--ink);white-space:nowrap}
    .bar .kept{flex:1;min-width:0}
    .bar .kept.warn{margin:0 1rem 0 0;padding:.2rem .6rem;color:var(--ink);font-weight:600}
    .bar button{white-space:nowrap;margin-left:.5rem}

    """

  /// From the width of a tablet on.
  private static let wide = """
    @media screen and (min-width:720px){
    .masthead,main{padding-left:1.5rem;padding-right:1.5rem}
    .walk>section,#chooser{padding:1.25rem 1.5rem}
    h2{font-size:1.75rem}
    .fields{grid-template-columns:repeat(4,minmax(0,1fr))}
    .row.question{grid-template-columns:minmax(0,1fr) 17rem 5.5rem;grid-template-areas:"said verdict open" "note photos photos"}
    .row.line{grid-template-columns:minmax(0,1fr) 17rem 5.5rem;grid-template-areas:"said verdict open" "found note note"
    "photos photos photos"}
    .row.line.brief,.row.question.brief{grid-template-areas:"said verdict open"}
    .row>.said{align-self:center}
    .scores{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));grid-gap:1rem 2rem}
    .score,.score:first-child{border:0;padding:0}
    .outcome{margin-top:.9rem}
    .outcome .verdict{max-width:24rem}
    .obstacles{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));grid-gap:1rem}
    .extra{grid-template-columns:minmax(0,1fr) minmax(0,1fr) auto}
    .extra .photos{align-self:end}
    .bar{padding-left:calc(50% - 34rem + 1.5rem);padding-right:calc(50% - 34rem + 1.5rem)}
    }
    @media screen and (min-width:720px) and (max-width:68rem){.bar{padding-left:1.5rem;padding-right:1.5rem}}
    @media screen and (min-width:960px){
    .columns,.row.line{display:grid;grid-template-columns:minmax(0,1fr) 12rem 13.5rem 11rem 4.2rem;grid-gap:.3rem .7rem}
    .columns{font-size:.8125rem;color:var(--soft);border-bottom:1px solid var(--soft);padding-bottom:.35rem;margin-bottom:.7rem}
    .row.line{grid-template-areas:"said found verdict note open" "photos photos photos photos photos"}
    .row.line.brief{grid-template-areas:"said found verdict note open"}
    .line .found .name,.line .note .name{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
    .line.brief>.found,.line.brief>.note{display:block}
    .line>.said{align-self:center}
    .stages ol{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));grid-gap:.6rem 2rem}
    .stages .row.question{grid-template-columns:minmax(0,1fr) 14rem;border:0;padding:0;grid-template-areas:"said verdict" "note note"
    "photos photos"}
    .stages .row.question.brief{grid-template-areas:"said verdict"}
    }

    """
}
