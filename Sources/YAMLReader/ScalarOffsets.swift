package import DataTree
package import SourceText

/// Maps offsets of a scalar's text to its source, through quotes, escapes, folding and indentation.
///
/// A scalar whose text stands in the source as it is costs nothing; any other is scanned once, by libyaml's rules.
package struct ScalarOffsets: Sendable {
  /// The scanned stretches; empty where text and source are the same.
  private let pieces: [ScalarPiece]
  /// Where the content begins, behind an opening quote.
  private let start: Int
  /// The scalar, beyond which no answer lies.
  private let range: SourceRange

  /// Prepares the mapping for a scalar (or key) of a tree read from `source`.
  package init(_ id: NodeID, in view: TreeView, source: SourceFile) {
    let node = view[id]
    range = node.range
    let quotes = node.style == .singleQuoted || node.style == .doubleQuoted ? 1 : 0
    let start = Int(node.range.start) + quotes
    self.start = start
    guard !node.isCollection, !node.flags.contains(.verbatim), node.style != .none else {
      pieces = []
      return
    }
    let text = view.text(id)
    pieces = source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = ScalarScanner(bytes: bytes, offset: start, end: Int(node.range.end) - quotes)
      switch node.style {
      case .literal: scanner.scanBlock(text, isFolded: false)
      case .folded: scanner.scanBlock(text, isFolded: true)
      default: scanner.scanFlow(node.style)
      }
      return scanner.pieces
    }
  }

  /// Where a byte of the text stands in the source; the end of the text is where its last byte ends.
  package func sourceOffset(_ textOffset: Int) -> Int {
    guard let last = pieces.last else { return clamp(start + textOffset) }
    if textOffset >= last.text + last.textCount { return clamp(last.source + last.sourceCount) }
    let piece = piece(at: textOffset)
    return clamp(piece.source + (piece.isCopy ? textOffset - piece.text : 0))
  }

  /// The source of a range of the text: from its first to behind its last byte, so that it never reaches over a line
  /// break that the text's range does not hold.
  package func sourceRange(_ text: Range<Int>) -> SourceRange {
    let start = sourceOffset(text.lowerBound)
    guard !text.isEmpty else { return SourceRange(start..<start) }
    guard !pieces.isEmpty else { return SourceRange(start..<max(start, sourceOffset(text.upperBound))) }
    let piece = piece(at: text.upperBound - 1)
    let end = piece.isCopy ? piece.source + text.upperBound - piece.text : piece.source + piece.sourceCount
    return SourceRange(start..<max(start, clamp(end)))
  }

  /// The stretch that holds a byte of the text.
  private func piece(at textOffset: Int) -> ScalarPiece {
    var low = 0
    var high = pieces.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if pieces[middle].text <= textOffset { low = middle } else { high = middle }
    }
    return pieces[low]
  }

  /// Keeps an answer inside the scalar.
  private func clamp(_ offset: Int) -> Int { min(max(offset, Int(range.start)), Int(range.end)) }
}

/// A stretch of a scalar's text and where it comes from.
struct ScalarPiece: Sendable {
  /// First byte of text.
  var text: Int
  /// Bytes of text.
  var textCount: Int
  /// First byte of source.
  var source: Int
  /// Bytes of source.
  var sourceCount: Int
  /// Whether the bytes are the same one by one; otherwise the stretch is an escape or a line break.
  var isCopy: Bool
}
