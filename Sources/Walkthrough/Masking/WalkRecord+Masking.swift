extension WalkRecord {
  /// Masks personal data in everything that the reviewer wrote, and counts it.
  /// - Parameter guide: what was walked, whose own telephone numbers stay; nil where nobody knows it.
  package mutating func maskPersonalData(guide: Guide?) {
    let stated =
      guide?.lines.flatMap { [$0.about.zh, $0.about.en, $0.written?.zh, $0.written?.en].compactMap { $0 } } ?? []
    let data = PersonalData(stated: stated)
    var count = 0
    func mask(_ text: inout String, allowsLandlines: Bool = false) {
      let masked = data.mask(text, allowsLandlines: allowsLandlines)
      text = masked.text
      count += masked.count
    }
    func mask(_ text: inout String?, allowsLandlines: Bool = false) {
      guard var some = text else { return }
      mask(&some, allowsLandlines: allowsLandlines)
      text = some
    }
    for index in lines.indices {
      let tellsPhone = lines[index].id.hasSuffix(".phone")
      // The guide's own words are its author's matter; a record may say something else in their place.
      let own = guide?.lines.first { $0.id == lines[index].id }
      if own == nil || own?.about.zh != lines[index].about { mask(&lines[index].about, allowsLandlines: tellsPhone) }
      if own == nil || own?.written?.zh != lines[index].written {
        mask(&lines[index].written, allowsLandlines: tellsPhone)
      }
      mask(&lines[index].found, allowsLandlines: tellsPhone)
      mask(&lines[index].note, allowsLandlines: tellsPhone)
    }
    for index in extra.indices {
      mask(&extra[index].name)
      mask(&extra[index].note)
    }
    for index in answers.indices { mask(&answers[index].note) }
    for index in suggestions.indices { mask(&suggestions[index]) }
    for index in evidence.indices { mask(&evidence[index].caption) }
    mask(&place)
    mask(&cannot)
    mask(&hard)
    mask(&refused)
    mask(&conclusion)
    masked += count
  }
}
