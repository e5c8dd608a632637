internal import Encoding

/// The shapes of SVG 2 that charts consist of; lengths are in user units, or in hundredths of a per cent of the width.
extension HTMLWriter {
  /// Opens a rectangle whose place and width are shares of the drawing's width; its title may follow.
  mutating func beginRectangle(x: Share, y: Int, width: Share, height: Int, style: StaticString) {
    begin("rect", class: style)
    attribute("x", x.text)
    attribute("y", y)
    attribute("width", width.text)
    attribute("height", height)
  }

  /// Writes a text once per language, cut to about `room` pixels.
  mutating func label(_ text: ChartText, x: StaticString, y: Int, style: StaticString, room: Int? = nil) {
    for variant in text.variants {
      begin("text", class: style)
      attribute("x", literal: x)
      attribute("y", y)
      if let language = variant.language { attribute("lang", literal: language) }
      self.text(room.map { TextMeasure.cut(variant.text, width: $0) } ?? variant.text)
      end()
    }
  }

  /// Writes a text once per language where a share of the width ends.
  mutating func label(_ text: ChartText, at x: Share, y: Int, style: StaticString) {
    for variant in text.variants {
      begin("text", class: style)
      attribute("x", x.text)
      attribute("y", y)
      if let language = variant.language { attribute("lang", literal: language) }
      self.text(variant.text)
      end()
    }
  }

  /// Writes what a pointer over the open shape is told.
  mutating func tooltip(_ text: String) { element("title", text) }
}

/// Part of a whole, in hundredths of a per cent, so that the same numbers give the same text everywhere.
struct Share: Comparable {
  /// 10,000 is the whole.
  var hundredths: Int

  /// None of it.
  static let none = Share(hundredths: 0)

  /// `part` of `whole`, rounded.
  init(_ part: Int, of whole: Int) { hundredths = whole > 0 ? (part * 10_000 + whole / 2) / whole : 0 }

  /// A share of so many hundredths of a per cent.
  init(hundredths: Int) { self.hundredths = hundredths }

  /// Such as `12.5`.
  var number: String {
    let cents = hundredths % 100
    guard cents > 0 else { return String(hundredths / 100) }
    let digits = cents % 10 == 0 ? String(cents / 10) : (cents < 10 ? "0" : "") + String(cents)
    return "\(hundredths / 100).\(digits)"
  }

  /// Such as `12.5%`.
  var text: String { number + "%" }

  /// Adds two shares.
  static func + (left: Share, right: Share) -> Share { Share(hundredths: left.hundredths + right.hundredths) }

  /// Orders by size.
  static func < (left: Share, right: Share) -> Bool { left.hundredths < right.hundredths }
}
