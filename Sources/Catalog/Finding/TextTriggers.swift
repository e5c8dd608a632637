internal import TextPatterns

/// Tells in one pass over a text which of many searches may find something in it.
///
/// A rule looks at hundreds of texts of which next to none holds a match; each search on its own would cost a call per
/// text, and all of them together cost about a nanosecond per byte here.
package struct TextTriggers: Sendable {
  /// One search: what must be there for it to find anything.
  package enum Search: Sendable {
    /// A pattern as written; nil never matches.
    case pattern(String?)
    /// A search of the domain.
    case finder(TextFinder)
  }

  /// What makes a text worth looking at, given its first code point.
  private struct Suspicion {
    /// The search, or several.
    var bit: UInt64
    /// The UTF-8 of the whole word, ASCII letters in lower case; empty where the code point is enough.
    var word: [UInt8] = []
    /// Whether a code point beyond ASCII must stand beside it.
    var isBesideText = false
  }

  /// How many searches can be told apart; further ones look at every text.
  package static let capacity = 64
  /// For each code point of the basic plane the index of its suspicions; 0 = none.
  private var groups: [UInt8] = Array(repeating: 0, count: 0x10000)
  private var suspicions: [[Suspicion]] = [[]]
  private var digits: [(count: Int, bit: UInt64)] = []
  private var lengths: [(bytes: Int, bit: UInt64)] = []
  private var endings: [(word: [UInt8], bit: UInt64)] = []
  /// The last bytes of `endings`.
  private var lastBytes: [UInt8] = []
  /// Searches that look at every text.
  private var always: UInt64 = 0

  /// Prepares for searches, of which the first has the lowest bit.
  package init(_ searches: [Search]) {
    var clues = Clues()
    for (index, search) in searches.prefix(TextTriggers.capacity).enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      switch search {
      case .pattern(let pattern):
        guard let pattern else { continue }
        let words = TextPattern.requiredWords(of: pattern)
        if words.isEmpty { always |= bit }
        for word in words { add(word, bit, to: &clues) }
      case .finder(let finder): for trigger in finder.triggers { add(trigger, bit, to: &clues) }
      }
    }
    number(clues)
  }

  /// What the searches look out for, by the first code point.
  private struct Clues {
    /// Searches for which the code point is enough.
    var scalars: [UInt64] = Array(repeating: 0, count: 0x10000)
    /// Searches that look further.
    var suspicions: [UInt32: [Suspicion]] = [:]
  }

  private mutating func add(_ trigger: TextFinder.Trigger, _ bit: UInt64, to clues: inout Clues) {
    switch trigger {
    case .scalars(let ranges): for range in ranges { for scalar in range { clues.scalars[Int(scalar)] |= bit } }
    case .words(let words): for word in words { add(word, bit, to: &clues) }
    case .marks(let marks):
      for index in 0..<marks.utf8CodeUnitCount {
        clues.suspicions[UInt32(marks.utf8Start[index]), default: []].append(Suspicion(bit: bit, isBesideText: true))
      }
    case .digits(let count): digits.append((count, bit))
    case .length(let bytes): lengths.append((bytes, bit))
    case .endings(let words):
      endings += words.map { ($0, bit) }
      lastBytes += words.compactMap(\.last)
    }
  }

  private mutating func add(_ word: [UInt8], _ bit: UInt64, to clues: inout Clues) {
    let scalar = word.withUnsafeBufferPointer { decodeScalar($0, at: 0, end: $0.count).scalar }
    // Beyond the basic plane there is no table.
    guard scalar < 0x10000 else {
      always |= bit
      return
    }
    let suspicion = Suspicion(bit: bit, word: word)
    clues.suspicions[scalar, default: []].append(suspicion)
    if scalar >= 0x61, scalar <= 0x7A { clues.suspicions[scalar - 0x20, default: []].append(suspicion) }
  }

  /// Gives each code point a group of suspicions; those for which nothing more is asked share one by their searches.
  private mutating func number(_ clues: Clues) {
    for (scalar, found) in clues.suspicions.sorted(by: { $0.key < $1.key }) {
      let bits = clues.scalars[Int(scalar)]
      groups[Int(scalar)] = group(of: bits == 0 ? found : found + [Suspicion(bit: bits)])
    }
    var known: [UInt64: UInt8] = [:]
    for scalar in 0..<clues.scalars.count where groups[scalar] == 0 && clues.scalars[scalar] != 0 {
      let bits = clues.scalars[scalar]
      let number = known[bits] ?? group(of: [Suspicion(bit: bits)])
      known[bits] = number
      groups[scalar] = number
    }
  }

  /// A new group. What has no room joins the last one, whose suspicions are then looked at in vain.
  private mutating func group(of wanted: [Suspicion]) -> UInt8 {
    if suspicions.count <= 255 {
      suspicions.append(wanted)
    } else {
      suspicions[255] += wanted
    }
    return UInt8(suspicions.count - 1)
  }

  /// The bits of the searches that may find something in a text; a search beyond the capacity has none.
  package func mask(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var mask = always
    for length in lengths where text.count > length.bytes { mask |= length.bit }
    if let last = text.last, lastBytes.contains(last) {
      for ending in endings where isEnding(ending.word, of: text) { mask |= ending.bit }
    }
    var run = 0
    var offset = 0
    groups.withUnsafeBufferPointer { groups in
      while offset < text.count {
        let byte = text[offset]
        if byte < 0x80 {
          if groups[Int(byte)] != 0 { mask |= check(Int(groups[Int(byte)]), text, offset) }
          run = byte &- 0x30 < 10 ? run + 1 : 0
          if run > 0 { for wanted in digits where run == wanted.count { mask |= wanted.bit } }
          offset += 1
        } else {
          let (scalar, length) = decodeScalar(text, at: offset, end: text.count)
          let group = scalar < 0x10000 ? groups[Int(scalar)] : 0
          if group != 0 { mask |= check(Int(group), text, offset) }
          run = 0
          offset += length
        }
      }
    }
    return mask
  }

  /// The searches whose suspicion about a code point holds at an offset.
  private func check(_ group: Int, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    var mask: UInt64 = 0
    for suspicion in suspicions[group] {
      if suspicion.isBesideText {
        let isBeside =
          offset > 0 && text[offset - 1] >= 0x80 || offset + 1 < text.count && text[offset + 1] >= 0x80
        if isBeside { mask |= suspicion.bit }
      } else if continues(text, offset, suspicion.word) {
        mask |= suspicion.bit
      }
    }
    return mask
  }

  /// Whether a text goes on with a word at an offset, ASCII letters in either case.
  private func continues(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ word: [UInt8]) -> Bool {
    guard offset + word.count <= text.count else { return false }
    for index in word.indices {
      let byte = text[offset + index]
      let lowered = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lowered != word[index] { return false }
    }
    return true
  }

  private func isEnding(_ word: [UInt8], of text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= word.count && continues(text, text.count - word.count, word)
  }
}
