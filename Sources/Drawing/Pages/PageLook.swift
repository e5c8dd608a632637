/// What all pages of ours look like: colours for light and dark screens, fonts, and which language is shown.
package enum PageLook {
  /// Colours for light and dark screens. Every text colour stands out from its background by 4.5:1 or more, every
  /// shape of a chart by 3:1.
  package static let colours = """
    :root{color-scheme:light dark;--bg:#f3f5f7;--card:#fff;--ink:#1c2733;--soft:#54616e;--line:#d8dfe6;--brand:#1d4f7c;
    --code:#f4f6f9;--track:#e9edf1;--e:#b3261e;--w:#855400;--i:#1d5f8f;--v:#56636f;--x:#6a3d9e;--good:#1c6b3a;
    --fe:#c4473c;--fw:#c27c17;--fi:#3c7db3;--fv:#8290a0;--fb:#968771;--fx:#8a5cc0;--me:#fbe3e0;--mw:#fbecd0;--mi:#dcebf7}
    @media screen and (prefers-color-scheme:dark){:root{--bg:#10151b;--card:#181f27;--ink:#e3e8ed;--soft:#a2aeba;
    --line:#2f3945;--brand:#8dbbe8;--code:#131920;--track:#28313b;--e:#f39a91;--w:#e5b863;--i:#8abbe6;--v:#a9b4bf;
    --x:#c6a8ee;--good:#82d2a0;--fe:#dc6c61;--fw:#d69c3c;--fi:#5c9bd0;--fv:#7c8997;--fb:#8d8068;--fx:#a782d8;--me:#4d2522;
    --mw:#463411;--mi:#1c3a52}}

    """

  /// Measures, fonts and the language switch, which needs no script.
  package static let base = """
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    #lang-zh:checked~* [lang=en],#lang-zh:checked~[lang=en],#lang-en:checked~* [lang=zh],#lang-en:checked~[lang=zh]{display:none!important}
    body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.65 system-ui,-apple-system,"Segoe UI","PingFang SC",
    "Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif}
    h1,h2,h3,p,ol,ul,dl,dd,figure,pre{margin:0;padding:0}
    ol,ul{list-style:none}
    a{color:var(--brand)}
    code,pre{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"Liberation Mono","Noto Sans Mono CJK SC",
    "PingFang SC","Microsoft YaHei",monospace}
    code{font-size:.88em;overflow-wrap:anywhere}
    :focus-visible{outline:3px solid var(--fi);outline-offset:2px;border-radius:3px}

    """
}
