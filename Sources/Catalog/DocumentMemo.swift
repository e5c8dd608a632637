import CEL
import DataTree

/// What functions found out about the documents of one evaluation, so that no rule has it worked out for each target.
final class DocumentMemo {
  /// Process graphs by their list of steps.
  var graphs: [NodeReference: ProcessGraph] = [:]
  /// Answers to whether a document is written in a language: one or two, so that a scan is the quickest look-up.
  private var languages: [(document: NodeReference, tag: [UInt8], isWritten: Bool)] = []

  /// The memo of an evaluation, which forgets it when its trees change.
  static func of(_ evaluation: Evaluation) -> DocumentMemo {
    if let memo = evaluation.memo as? DocumentMemo { return memo }
    let memo = DocumentMemo()
    evaluation.memo = memo
    return memo
  }

  /// Whether a document is written in a language, found out at the first question.
  func isWritten(_ document: NodeReference, in tag: UnsafeBufferPointer<UInt8>, findOut: () -> Bool) -> Bool {
    for known in languages where known.document == document && known.tag.elementsEqual(tag) { return known.isWritten }
    let isWritten = findOut()
    if languages.count >= 16 { languages.removeAll(keepingCapacity: true) }
    languages.append((document, Array(tag), isWritten))
    return isWritten
  }
}
