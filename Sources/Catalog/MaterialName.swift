/// The name of a material as a key: what tells two names apart once spelling is set aside.
package enum MaterialName {
  /// NFKC of a text; handed in because no lower layer may have Unicode tables.
  package typealias Normalization = @Sendable (String) -> String

  /// The name in NFKC without spaces, 《》 and bracket characters; what brackets hold stays.
  package static func key(_ name: UnsafeBufferPointer<UInt8>, normalize: Normalization?) -> [UInt8] {
    folded(name, normalize: normalize) { _ in nil }
  }

  /// Whether a name is its own key, as one of nothing but letters, digits and common ideographs is.
  static func isKey(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < name.count {
      let byte = name[index]
      if byte >= 0xE5, byte <= 0xE9 {
        // U+5000 to U+9FFF; the text is UTF-8, so that two more bytes follow.
        index += 3
        continue
      }
      let isPlain =
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
      if !isPlain, byte != 0xE4 || index + 1 >= name.count || name[index + 1] < 0xB8 { return false }
      index += isPlain ? 1 : 3
    }
    return true
  }

  /// The same with every round or square bracket as `(` or `)`, for finding remarks.
  static func keyWithBrackets(_ name: UnsafeBufferPointer<UInt8>, normalize: Normalization?) -> [UInt8] {
    folded(name, normalize: normalize) { bracket in
      switch bracket {
      case 0x28, 0x5B, 0x3010, 0x3014, 0x3016, 0x3018: 0x28
      case 0x29, 0x5D, 0x3011, 0x3015, 0x3017, 0x3019: 0x29
      default: nil
      }
    }
  }

  /// What folding does with one code point.
  private enum Treatment {
    /// It stays, as this code point.
    case keep(UInt32)
    /// It is this bracket.
    case bracket(UInt32)
    /// It goes.
    case drop
    /// Only NFKC knows.
    case unknown
  }

  /// Folds a name; `bracket` says what a bracket becomes, nil to drop it.
  private static func folded(
    _ name: UnsafeBufferPointer<UInt8>, normalize: Normalization?, bracket: (UInt32) -> UInt32?
  ) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(name.count)
    var scanner = TextScanner(name)
    while let scalar = scanner.next() {
      switch treatment(scalar) {
      case .keep(let scalar): appendScalar(scalar, to: &key)
      case .bracket(let scalar): if let kept = bracket(scalar) { appendScalar(kept, to: &key) }
      case .drop: break
      case .unknown:
        guard let normalize else {
          appendScalar(scalar, to: &key)
          continue
        }
        var normalized = normalize(String(decoding: name, as: UTF8.self))
        // The second pass has no normalization: what it does not know is in NFKC already.
        return normalized.withUTF8 { folded($0, normalize: nil, bracket: bracket) }
      }
    }
    return key
  }

  /// What becomes of a code point, as far as that can be said without Unicode tables.
  private static func treatment(_ scalar: UInt32) -> Treatment {
    let folded = foldedWidth(scalar)
    if isSpace(folded) { return .drop }
    switch folded {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: return .bracket(folded)
    case 0x21...0x7E: return .keep(folded)
    // CJK ideographs are their own NFKC.
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: return .keep(folded)
    case 0x3008...0x3011, 0x3014...0x301B: return .bracket(folded)
    case 0x3001...0x3007: return .keep(folded)
    // Quotes, dashes and the middle dot, none of which has a compatibility form.
    case 0x2012...0x2016, 0x2018...0x2023, 0xB7, 0xD7: return .keep(folded)
    default: return .unknown
    }
  }
}
