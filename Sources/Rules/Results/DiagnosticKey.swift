/// What makes a diagnostic the same one in another run, whatever was inserted above it.
package struct DiagnosticKey: Hashable, Sendable {
  /// Rule id or id of a built-in fault.
  package var rule: String
  /// Id of the document; path of the file where it has none.
  package var document: String
  /// Where in the document.
  package var place: StablePlace
  /// Position among the diagnostics that are alike in all of this, in order of offset, from 1.
  package var ordinal: Int

  /// Makes a key.
  package init(rule: String, document: String, place: StablePlace, ordinal: Int = 1) {
    self.rule = rule
    self.document = document
    self.place = place
    self.ordinal = ordinal
  }

  /// The key in 32 hexadecimal digits.
  package var fingerprint: String {
    var seeds: [UInt64] = [0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15]
    for index in seeds.indices {
      for part in [rule, document, place.path] {
        seeds[index] = StablePlace.hash(of: part.utf8, seed: seeds[index])
        seeds[index] = StablePlace.hash(of: CollectionOfOne(0xFF), seed: seeds[index])
      }
      for number in [place.value, UInt64(ordinal)] {
        seeds[index] = StablePlace.hash(
          of: (0..<8).lazy.map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }, seed: seeds[index])
      }
    }
    return seeds.map(StablePlace.digits).joined()
  }

  /// Numbers the diagnostics that are alike in everything else; `diagnostics` are in order of file and offset.
  package static func number(_ diagnostics: inout [ReportedDiagnostic]) {
    var counts: [DiagnosticKey: Int] = [:]
    counts.reserveCapacity(diagnostics.count)
    for index in diagnostics.indices {
      let ordinal = counts[diagnostics[index].key, default: 0] + 1
      counts[diagnostics[index].key] = ordinal
      diagnostics[index].key.ordinal = ordinal
    }
  }
}
