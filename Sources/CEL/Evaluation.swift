public import DataTree

/// Finds documents by id for expressions that look beyond their own document.
public protocol DocumentLookup: AnyObject {
  /// The root of the document with an id, its tree added to the evaluation's trees; nil when there is none.
  func document(withID id: UnsafeBufferPointer<UInt8>, in evaluation: Evaluation) -> NodeReference?
}

/// The memory and the variables of evaluations by one worker: reset for each evaluation, kept between them.
public final class Evaluation {
  /// The trees that values may refer to; 0 is the document at hand.
  public var trees: [TreeView] = []
  /// Finds other documents; nil where an expression may not.
  public weak var lookup: (any DocumentLookup)?

  /// Makes an evaluation without variables.
  public init() {}
}
