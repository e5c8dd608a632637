/// A search that a pattern cannot express, which rules name as `find: finder.<name>`.
package enum TextFinder: String, CaseIterable, Sendable {
  /// Text that lost its encoding, or was taken over with its pinyin: U+FFFD, `報(bào)`, 锟斤拷, `ä¸­`.
  case garbled
  /// Runs in the Chinese script, simplified or traditional, that the rest of the document does not use.
  case otherScript
  /// A half-width mark between Chinese characters.
  case halfWidthMark
  /// A sentence of more than forty characters, without its stop.
  case longSentence
  /// The title of a law in 《》, or a whole text without them, that the text does not call a former one.
  case lawTitle
  /// A citizen's identity number with a valid check character.
  case identityNumber
  /// A mobile telephone number.
  case mobileNumber

  /// What decides, without looking closely, that a text may hold a match.
  enum Trigger {
    /// One of these code points.
    case scalars([ClosedRange<UInt32>])
    /// One of these words, in which ASCII letters count in either case.
    case words([[UInt8]])
    /// One of these ASCII marks, with a code point beyond ASCII beside it.
    case marks(StaticString)
    /// At least so many digits in a row.
    case digits(Int)
    /// More bytes than this.
    case length(Int)
    /// One of these words at the end.
    case endings([[UInt8]])
  }

  /// What to look out for.
  var triggers: [Trigger] {
    switch self {
    case .garbled: [.scalars(Garble.suspects), .words(Garble.phrases), .marks("?!")]
    case .otherScript: [.scalars(ChineseScript.traditionalScalars)]
    // A bracket may be apart from the Chinese text that it holds.
    case .halfWidthMark: [.marks(",;:?!"), .scalars([0x28...0x28])]
    case .longSentence: [.length(LongSentence.floor)]
    case .lawTitle: [.words([Array("《".utf8)]), .endings(LawTitle.endings)]
    case .identityNumber: [.digits(PersonalNumber.identityDigits)]
    case .mobileNumber: [.digits(PersonalNumber.mobileDigits)]
    }
  }

  /// Every match in a text, as byte offsets; `script` is the one that the document uses less.
  package func matches(in text: UnsafeBufferPointer<UInt8>, script: ChineseScript?) -> [Range<Int>] {
    switch self {
    case .garbled: Garble.spots(in: text)
    case .otherScript: script.map { $0.runs(in: text) } ?? []
    case .halfWidthMark: HalfWidthMarks.marks(in: text)
    case .longSentence: LongSentence.sentences(in: text)
    case .lawTitle: LawTitle.titles(in: text)
    case .identityNumber: PersonalNumber.identityNumbers(in: text)
    case .mobileNumber: PersonalNumber.mobileNumbers(in: text)
    }
  }
}

/// Whether a code point is a Chinese character.
func isIdeograph(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
  default: false
  }
}
