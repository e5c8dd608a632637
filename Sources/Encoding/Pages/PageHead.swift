/// What a page for a browser without network says of itself before its content: title, policy, style.
package struct PageHead: Sendable {
  /// Whether Chinese is shown first.
  package var isChinese: Bool
  /// Title in Chinese.
  package var titleZH: String
  /// Title in English.
  package var titleEN: String
  /// By which version the page was made.
  package var version: String
  /// Content of the page's one `style` element, with its SHA-256 as a policy writes it.
  package var style: (text: String, digest: String)
  /// Content of the page's one `script` element that runs, with its SHA-256; nil where nothing runs.
  package var script: (text: String, digest: String)?

  /// Collects what a head says.
  package init(
    isChinese: Bool, titleZH: String, titleEN: String, version: String, style: (text: String, digest: String),
    script: (text: String, digest: String)?
  ) {
    self.isChinese = isChinese
    self.titleZH = titleZH
    self.titleEN = titleEN
    self.version = version
    self.style = style
    self.script = script
  }
}

extension HTMLWriter {
  /// Begins a document and writes its head; `html` stays open.
  package mutating func beginPage(_ head: PageHead) {
    beginDocument()
    begin("html")
    // The page as a whole; single texts say `zh`, by which they are shown or hidden.
    attribute("lang", literal: head.isChinese ? "zh-Hans" : "en")
    endLine()
    begin("head")
    endLine()
    meta("charset", "utf-8")
    // Nothing is loaded from anywhere; the page's own style and script are known by their digests.
    void("meta")
    attribute("http-equiv", literal: "Content-Security-Policy")
    attribute(
      "content",
      "default-src 'none'; img-src data:; style-src '\(head.style.digest)'; "
        + (head.script.map { "script-src '\($0.digest)'; " } ?? "") + "base-uri 'none'; form-action 'none'")
    endLine()
    meta(named: "viewport", "width=device-width, initial-scale=1")
    meta(named: "generator", "guidelint \(head.version)")
    // Without an icon of its own, a browser asks the server for one.
    void("link")
    attribute("rel", literal: "icon")
    attribute("href", literal: "data:,")
    endLine()
    begin("title")
    attribute("data-zh", head.titleZH)
    attribute("data-en", head.titleEN)
    text(head.isChinese ? head.titleZH : head.titleEN)
    end()
    endLine()
    begin("style")
    raw(head.style.text)
    end()
    endLine()
    end()
    endLine()
  }

  /// Writes the two switches that show a language; they stand before everything that they switch, their labels wherever
  /// `languageLabels` is called.
  package mutating func languageChoice(isChinese: Bool) {
    for (id, name, isFirst) in [("lang-zh", "中文", isChinese), ("lang-en", "English", !isChinese)] {
      void("input")
      attribute("type", literal: "radio")
      attribute("name", literal: "lang")
      attribute("class", literal: "choice")
      attribute("id", id)
      attribute("aria-label", name)
      if isFirst { flag("checked") }
      endLine()
    }
  }

  /// Writes the labels of the language switches.
  package mutating func languageLabels() {
    begin("p", class: "languages")
    for (id, name) in [("lang-zh", "中文"), ("lang-en", "English")] {
      begin("label")
      attribute("for", id)
      text(name)
      end()
    }
    end()
  }

  /// Writes a text in both languages, of which the page shows one.
  package mutating func both(
    zh: String, en: String, in name: StaticString = "span", class style: StaticString? = nil
  ) {
    for (tag, words) in [("zh" as StaticString, zh), ("en", en)] {
      begin(name, class: style)
      attribute("lang", literal: tag)
      visible(words)
      end()
    }
  }

  /// Writes a name or other text of a document as it is; what would hide from the reader or turn the direction of text
  /// is shown by its number.
  package mutating func visible(_ words: String) {
    withUTF8(of: words) { visible($0) }
  }

  /// Writes bytes of a document in the same way.
  package mutating func visible(_ bytes: UnsafeBufferPointer<UInt8>) {
    if PlainText.width(of: bytes) != nil {
      text(utf8: bytes)
    } else {
      text(VisibleText.line(String(decoding: bytes, as: UTF8.self), tab: "    "))
    }
  }

  /// Writes a `meta` with one attribute.
  private mutating func meta(_ name: StaticString, _ value: String) {
    void("meta")
    attribute(name, value)
    endLine()
  }

  /// Writes a `meta` with a name and content.
  private mutating func meta(named name: StaticString, _ content: String) {
    void("meta")
    attribute("name", literal: name)
    attribute("content", content)
    endLine()
  }
}
