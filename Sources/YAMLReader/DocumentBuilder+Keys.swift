import CLibYAML
import DataTree
import Diagnostics
import SourceText

extension DocumentBuilder {
  /// Takes a scalar as the key of the next value.
  mutating func key(_ placed: PlacedScalar) -> NodeID {
    let symbol = symbol(for: placed.text)
    if symbol == .unknown, placed.style == .plain { checkKey(placed.range) }
    let flags: NodeFlags = placed.isVerbatim ? [.key, .verbatim] : .key
    let id = append(CoreSchema.Value(kind: .string), placed, flags: flags)
    setKey(Entry(symbol: symbol, key: id, value: id), placed.text, range: placed.range)
    if placed.style == .plain { noteMergeKey(placed.text) }
    return id
  }

  /// Takes a plain text on one line as the key of the next value.
  @inline(never)
  mutating func plainKey(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, readable: Int) {
    guard let base = text.baseAddress else { return }
    let ends = readable >= 8 ? KeyEnds(readable: base, count: text.count) : KeyEnds(text)
    let symbol = symbol(for: text, ends)
    if symbol == .unknown { checkKey(range) }
    let id = append(
      CoreSchema.Value(kind: .string), .plain, range, base, count: text.count, readable: readable,
      flags: [.key, .verbatim])
    setKey(Entry(symbol: symbol, key: id, value: id), text, ends, range: range)
    if text.count == 2 { noteMergeKey(text) }
  }

  /// Makes `entry` the waiting key, and reports it when the mapping has it already.
  mutating func setKey(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    setKey(entry, text, KeyEnds(text), range: range)
  }

  /// The same where the ends of the key are at hand.
  @inline(__always)
  private mutating func setKey(
    _ entry: Entry, _ text: UnsafeBufferPointer<UInt8>, _ ends: KeyEnds, range: Range<Int>
  ) {
    let frame = frames.at(frames.count &- 1)
    frame.pointee.hasKey = true
    frame.pointee.keySymbol = entry.symbol
    frame.pointee.key = entry.key
    let bit = ends.bit(count: text.count)
    let mayBeKnown = frame.pointee.keyBits & bit != 0 || entries.count &- frame.pointee.firstEntry >= KeyIndex.threshold
    frame.pointee.keyBits |= bit
    if mayBeKnown { checkRepetition(entry.symbol, text, range) }
  }

  /// Notes a merge key.
  @inline(__always)
  private mutating func noteMergeKey(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 2, text[0] == UInt8(ascii: "<"), text[1] == UInt8(ascii: "<") else { return }
    frames.at(frames.count - 1).pointee.merges = true
  }

  /// Reports a key that the mapping has already, and leaves its value out.
  @inline(never)
  private mutating func checkRepetition(_ symbol: Symbol, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let first = earlierKey(symbol, text) else { return }
    frames.at(frames.count - 1).pointee.dropsValue = true
    let firstRange = tree.view[first.key].range
    var shown = range
    if range.isEmpty {
      // An empty key is shown by its colon, or else by the question mark before it.
      let isColon = bytes.at(range.lowerBound) == UInt8(ascii: ":")
      shown = isColon ? range.lowerBound..<range.lowerBound + 1 : max(0, range.lowerBound - 1)..<range.lowerBound
    }
    log.report(
      "yaml-duplicate-key", .error, shown, related: [Label(range: firstRange, text: Messages.firstKeyHere)],
      Messages.duplicateKey(String(decoding: text, as: UTF8.self)), remedy: Messages.duplicateKeyRemedy)
  }

  /// The entry of the innermost mapping that has a key already; notes the key in an index where there is one.
  @inline(__always)
  private mutating func earlierKey(_ symbol: Symbol, _ text: UnsafeBufferPointer<UInt8>) -> Entry? {
    let last = frames.count - 1
    let first = frames.at(last).pointee.firstEntry
    let count = entries.count - first
    if count >= KeyIndex.threshold { return indexedKey(text) }
    for index in first..<first + count where entries.at(index).pointee.symbol == symbol {
      // Keys without a symbol are told apart by their text.
      if symbol != .unknown || equalBytes(tree.view.text(entries.at(index).pointee.key), text) {
        return entries.at(index).pointee
      }
    }
    return nil
  }

  /// The same through the mapping's index, which is made at the first need.
  private mutating func indexedKey(_ text: UnsafeBufferPointer<UInt8>) -> Entry? {
    let last = frames.count - 1
    let own = entries.from(frames.at(last).pointee.firstEntry)
    let view = tree.view
    if frames.at(last).pointee.keyIndex < 0 {
      var index = KeyIndex()
      for position in 0..<own.count {
        _ = index.insert(view.text(own[position].key), at: position, in: own, view: view)
      }
      frames.at(last).pointee.keyIndex = Int32(keyIndexes.count)
      keyIndexes.append(index)
    }
    // The present key is not among the entries yet: it will take the next position.
    return keyIndexes[Int(frames.at(last).pointee.keyIndex)].insert(text, at: own.count, in: own, view: view)
  }

  // MARK: Keys that are collections

  /// Passes over an event inside a key that is a collection; the key then is its written text.
  mutating func skip(_ event: UnsafePointer<yaml_event_t>) {
    guard var skipped = skippedKey else { return }
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      lastEnd = cursor.offset(of: Int(event.pointee.end_mark.index))
      noteSkippedAnchor(guidelint_event_anchor(event))
    case YAML_ALIAS_EVENT: lastEnd = cursor.offset(of: Int(event.pointee.end_mark.index))
    case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
      skipped.depth += 1
      let start = cursor.offset(of: Int(event.pointee.start_mark.index))
      if frames.count + skipped.depth > limits.depth { return abandonDepth(at: start) }
      noteSkippedAnchor(guidelint_event_anchor(event))
    default:
      skipped.depth -= 1
      if event.pointee.end_mark.index > event.pointee.start_mark.index {
        lastEnd = cursor.offset(of: Int(event.pointee.end_mark.index))
      }
    }
    skippedKey = skipped
    if skipped.depth == 0 { finishSkippedKey(skipped) }
  }

  /// Remembers an anchor whose node is not in the tree, so that an alias to it is not called unknown.
  private mutating func noteSkippedAnchor(_ anchor: UnsafePointer<yaml_char_t>?) {
    if let anchor { _ = anchors.add(String(cString: anchor), AnchorTable.Anchor(node: nil)) }
  }

  /// Makes the key's written text the key.
  private mutating func finishSkippedKey(_ skipped: SkippedKey) {
    skippedKey = nil
    complexKey(skipped.start..<max(skipped.start, lastEnd))
  }

  /// Reports a key that is no scalar and goes on with its written text as the key.
  mutating func complexKey(_ range: Range<Int>) {
    let isTemplate =
      bytes.at(range.lowerBound) == UInt8(ascii: "{") && bytes.at(range.lowerBound - 1) == UInt8(ascii: "{")
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    // Looked for inside the key only: a hostile file may be one long line.
    let stop = range.first { isLineEnd(bytes[$0]) } ?? range.upperBound
    let shown = max(range.lowerBound + 1, stop)
    log.report(
      "yaml-complex-key", .error, range.lowerBound..<min(shown, bytes.count),
      isTemplate
        ? Messages.templateBraces
        : Messages.complexKey(bytes.string(range.lowerBound..<min(shown, range.lowerBound + 200))))
    let symbol = symbol(for: text)
    let id = tree.appendScalar(
      .string, style: .plain, flags: [.key, .verbatim], parent: parent, range: SourceRange(range), text: text)
    setKey(Entry(symbol: symbol, key: id, value: id), text, range: range)
  }
}
