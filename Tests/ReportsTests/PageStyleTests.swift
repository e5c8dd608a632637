import Foundation
import Testing

@testable import Reports

/// What people with weak eyes need of the page's colours, computed as WCAG 2.2 (1.4.3, 1.4.11) says.
@Suite struct PageStyleTests {
  /// The colours of one scheme by name: the first block is the light one, the second changes what the dark one has.
  private func schemes() throws -> [[String: String]] {
    let blocks = PageStyle.text.components(separatedBy: ":root{").dropFirst().map { $0.components(separatedBy: "}")[0] }
    try #require(blocks.count == 2)
    var schemes: [[String: String]] = []
    for block in blocks {
      var colours = schemes.first ?? [:]
      for pair in block.replacing("\n", with: "").components(separatedBy: ";") {
        let parts = pair.components(separatedBy: ":")
        if parts.count == 2, parts[0].hasPrefix("--") { colours[String(parts[0].dropFirst(2))] = parts[1] }
      }
      schemes.append(colours)
    }
    return schemes
  }

  private func luminance(_ colour: String) -> Double {
    var digits = String(colour.dropFirst())
    if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
    let value = Int(digits, radix: 16) ?? 0
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ left: String?, _ right: String?) throws -> Double {
    let (one, other) = (luminance(try #require(left)), luminance(try #require(right)))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  @Test func textStandsOut() throws {
    for scheme in try schemes() {
      for text in ["ink", "soft", "brand", "e", "w", "i", "v", "good"] {
        for ground in ["bg", "card", "code"] {
          let ratio = try contrast(scheme[text], scheme[ground])
          #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
        }
      }
      for ground in ["me", "mw", "mi"] {
        let ratio = try contrast(scheme["ink"], scheme[ground])
        #expect(ratio >= 4.5, "ink on \(ground): \(ratio)")
      }
      let switched = try contrast(scheme["card"], scheme["brand"])
      #expect(switched >= 4.5)
    }
  }

  @Test func chartsStandOut() throws {
    for scheme in try schemes() {
      for fill in ["fe", "fw", "fi", "fv", "fb", "fx"] {
        let ratio = try contrast(scheme[fill], scheme["card"])
        #expect(ratio >= 3, "\(fill): \(ratio)")
      }
    }
  }
}
