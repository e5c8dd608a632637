import DataTree

/// What the conditions of a document make of each answer: answers that all conditions treat alike lead to one guide.
struct AnswerEffects {
  /// For each question, whether a condition names it outside its own.
  private(set) var isNamed: [Bool]
  /// Whether some condition is too large to be looked at, so that an answer may have an effect nobody knows of.
  private(set) var isCut = false
  /// For each question and answer, a number that depends on which conditions name the answer; 0 for none.
  private var signatures: [[UInt64]]

  /// Reads all conditions of the document.
  init(_ situations: Situations) {
    isNamed = [Bool](repeating: false, count: situations.questions.count)
    signatures = situations.questions.map { [UInt64](repeating: 0, count: $0.answers.count) }
    let view = situations.view
    for index in 0..<view.nodeCount {
      let map = NodeID(UInt32(index))
      guard view.kind(map) == .map, let when = view.value(of: map, at: situations.keys.when), !view.isEmpty(when) else {
        continue
      }
      let maps = view.kind(when) == .list ? Array(view.elements(when)) : [when]
      let compiled = situations.compile(when)
      if compiled.isCut { isCut = true }
      for (alternative, demands) in compiled.alternatives.enumerated() {
        let mark = AnswerEffects.mark(maps[alternative].index)
        for demand in demands where situations.questions[demand.question].node != map {
          isNamed[demand.question] = true
          for answer in demand.answers { signatures[demand.question][answer] &+= mark }
        }
      }
    }
  }

  /// An earlier answer of the question that every condition treats alike; nil where there is none.
  func twin(ofAnswer answer: Int, question: Int) -> Int? {
    let all = signatures[question]
    return all[..<answer].firstIndex(of: all[answer])
  }

  /// A number for a condition, such that sums of different ones differ but for chance.
  private static func mark(_ index: UInt32) -> UInt64 {
    var mark = (UInt64(index) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mark = (mark ^ mark >> 30) &* 0xBF58_476D_1CE4_E5B9
    mark = (mark ^ mark >> 27) &* 0x94D0_49BB_1331_11EB
    return mark ^ mark >> 31
  }
}
