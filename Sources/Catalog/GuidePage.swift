/// The outline of a guide page in Markdown: its headings with the lists and tables below each.
struct GuidePage {
  /// A heading with what stands below it; the first section of a page is what comes before any heading.
  struct Section {
    /// The words of the heading.
    var heading: Range<Int>
    /// How many `#` it has; 0 for the first section.
    var level: Int
    /// Items of lists and rows of tables up to the next heading.
    var items: Int
  }

  /// A part in which two pages differ.
  struct Difference {
    /// Whether the headings differ, not what stands below one of them.
    var isOfSections: Bool
    /// The heading of the Chinese page; nil where it has none there.
    var chinese: Range<Int>?
    /// The heading of the English page; nil where it has none there.
    var english: Range<Int>?
    /// How many headings or items the Chinese page has.
    var chineseCount: Int
    /// How many headings or items the English page has.
    var englishCount: Int
  }

  /// The sections in order.
  private(set) var sections = [Section(heading: 0..<0, level: 0, items: 0)]
  /// Whether the line at hand is inside a fenced block.
  private var isFenced = false
  /// Whether the line before was a row of a table.
  private var isInTable = false

  /// Reads a page.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      read(bytes, start..<end)
      start = end + 1
    }
  }

  /// Where the English page has other headings, or under the same heading another number of items.
  static func differences(chinese: GuidePage, english: GuidePage) -> [Difference] {
    let (left, right) = (chinese.sections, english.sections)
    if left.map(\.level) != right.map(\.level) {
      let place = zip(left, right).prefix { $0.level == $1.level }.count
      return [
        Difference(
          isOfSections: true, chinese: left[min(place, left.count - 1)].heading,
          english: right[min(place, right.count - 1)].heading, chineseCount: left.count - 1,
          englishCount: right.count - 1)
      ]
    }
    return zip(left, right).filter { $0.items != $1.items }.map {
      Difference(
        isOfSections: false, chinese: $0.heading, english: $1.heading, chineseCount: $0.items, englishCount: $1.items)
    }
  }

  /// Reads one line.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    var scanner = TextScanner(bytes, in: start..<line.upperBound)
    if scanner.take("```") || scanner.take("~~~") {
      isFenced.toggle()
      return
    }
    guard !isFenced, start < line.upperBound else {
      isInTable = false
      return
    }
    let first = bytes[start]
    if first == 0x7C { return row(bytes, start..<line.upperBound) }
    isInTable = false
    if first == 0x23 {
      heading(bytes, start..<line.upperBound)
    } else if isItem(bytes, start..<line.upperBound) {
      sections[sections.count - 1].items += 1
    }
  }

  /// Notes a heading: `#` to `######` with a space.
  private mutating func heading(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x23 { start += 1 }
    let level = start - line.lowerBound
    guard level <= 6, start < line.upperBound, bytes[start] == 0x20 else { return }
    while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
    var end = line.upperBound
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D || bytes[end - 1] == 0x23 { end -= 1 }
    sections.append(Section(heading: start..<end, level: level, items: 0))
  }

  /// Counts a row of a table, but not its head: that is the row before the rule of hyphens.
  private mutating func row(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    let isRule = bytes[line].allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 || $0 == 0x0D }
    if !isRule {
      sections[sections.count - 1].items += 1
    } else if isInTable {
      sections[sections.count - 1].items -= 1
    }
    isInTable = true
  }

  /// Whether a line begins with a bullet or a number and a space.
  private func isItem(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var offset = line.lowerBound
    if bytes[offset] == 0x2D || bytes[offset] == 0x2A || bytes[offset] == 0x2B {
      offset += 1
    } else {
      while offset < line.upperBound, bytes[offset] >= 0x30 && bytes[offset] <= 0x39 { offset += 1 }
      guard offset > line.lowerBound, offset < line.upperBound, bytes[offset] == 0x2E || bytes[offset] == 0x29 else {
        return false
      }
      offset += 1
    }
    return offset < line.upperBound && bytes[offset] == 0x20
  }
}
