public import DataTree
public import Diagnostics

/// Something in a document that its schema does not allow.
public struct SchemaFault: Sendable, Hashable {
  /// The keyword that failed; empty where a bound of validation was reached.
  public var keyword: String
  /// The value at fault; for a missing field its parent, for an unknown key the value under it.
  public var node: NodeID
  /// The key at fault; nil where the value is.
  public var key: NodeID?
  /// File and pointer of the schema object that holds the keyword.
  public var schemaLocation: String
  /// What is wrong, as data.
  public var detail: Detail

  /// How a number should stand to its limit.
  public enum Relation: Sendable, Hashable {
    /// Not below it.
    case atLeast
    /// Not above it.
    case atMost
    /// Above it.
    case moreThan
    /// Below it.
    case lessThan
  }

  /// What can be wrong with a value.
  public enum Detail: Sendable, Hashable {
    /// A key that the schema does not have; the nearest it has, and all it has in its order.
    case unknownKey(name: String, nearest: String?, known: [String])
    /// A required field that is not there.
    case missing(name: String)
    /// A field that must be there because another one is.
    case missingBeside(name: String, present: String)
    /// A value of another type than those expected; its text is empty for collections.
    case wrongType(expected: [SchemaType], found: SchemaType, text: String)
    /// A value that is none of those listed.
    case notAllowed(value: String, allowed: [String], nearest: String?)
    /// Text that a pattern does not match.
    case pattern(value: String, pattern: String)
    /// Text that is not in the form asked for.
    case format(name: String, value: String)
    /// Too few characters.
    case tooShort(minimum: Int, found: Int)
    /// Too many characters.
    case tooLong(maximum: Int, found: Int)
    /// A number beyond its limit.
    case outOfRange(value: String, relation: Relation, limit: String)
    /// A number that is not a whole multiple.
    case notMultiple(value: String, divisor: String)
    /// Too few elements.
    case tooFewItems(minimum: Int, found: Int)
    /// Too many elements.
    case tooManyItems(maximum: Int, found: Int)
    /// An element beyond those that the schema describes.
    case unexpectedItem
    /// Two equal elements, by position from 0.
    case notUnique(first: Int, second: Int)
    /// Too few elements of the kind that `contains` asks for.
    case tooFewMatching(minimum: Int, found: Int)
    /// Too many elements of the kind that `contains` describes.
    case tooManyMatching(maximum: Int, found: Int)
    /// Too few fields.
    case tooFewProperties(minimum: Int, found: Int)
    /// Too many fields.
    case tooManyProperties(maximum: Int, found: Int)
    /// A value that fits several forms of which only one may fit.
    case matchesSeveral(branches: Int)
    /// A value that may not be given here at all.
    case forbidden
    /// Validation was given up: the value nests too deep or takes too much work.
    case limitReached
  }

  /// Where the fault stands in the document.
  var place: NodeID { key ?? node }

  /// The fault in words; a fault of a key speaks of the key.
  public var message: LocalizedText { Messages.fault(detail, ofKey: key != nil) }
}
