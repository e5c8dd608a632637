import DataTree
import SourceText

/// Reads a query's text into segments and filter expressions by recursive descent, with bounded depth.
struct PathParser {
  /// Bounds on the text of a query: far beyond any real one, small enough for threads with half a megabyte of stack.
  enum Bounds {
    /// Bytes of text.
    static let bytes = 65_536
    /// Parentheses, filters and function calls inside each other.
    static let depth = 32
    /// Segments of the query and of all queries in its filters together.
    static let segments = 128
    /// Selectors and operands altogether.
    static let parts = 4_096
  }

  /// The cursor.
  var scanner: PathScanner
  /// The keys met so far are added here; callers swap their own builder in and out, which copies nothing.
  var symbols = SymbolTable.Builder()
  /// Levels open at the cursor.
  private var depth = 0
  /// Segments read so far.
  private var segmentCount = 0
  /// Selectors and operands read so far.
  private var partCount = 0

  /// Starts at the beginning of a query's text.
  init(_ source: String) { scanner = PathScanner(source) }

  /// Reads the whole text as one query.
  mutating func wholeQuery(allowsRelative: Bool) throws(PathFault) -> FilterQuery {
    guard scanner.bytes.count <= Bounds.bytes else {
      throw PathFault(.limit, Messages.tooLong(Bounds.bytes), at: SourceRange(0..<scanner.bytes.count))
    }
    guard scanner.current == UInt8(ascii: "$") || (allowsRelative && scanner.current == UInt8(ascii: "@")) else {
      throw unexpectedStart(allowsRelative: allowsRelative)
    }
    let query = try query()
    guard scanner.current == nil else {
      let end = scanner.position
      scanner.skipBlanks()
      if scanner.current == nil { throw PathFault(Messages.trailingBlank, at: scanner.range(from: end)) }
      if let word = misplacedName() { throw word }
      throw scanner.unexpected(Messages.segment)
    }
    return query
  }

  /// Reads `$` or `@` and the segments after it; the cursor is left right behind the last one.
  mutating func query() throws(PathFault) -> FilterQuery {
    let start = scanner.position
    let isRelative = scanner.current == UInt8(ascii: "@")
    scanner.position += 1
    var segments: [PathSegment] = []
    while true {
      let end = scanner.position
      scanner.skipBlanks()
      guard scanner.current == UInt8(ascii: ".") || scanner.current == UInt8(ascii: "[") else {
        scanner.position = end
        return FilterQuery(isRelative: isRelative, segments: segments, range: scanner.range(from: start))
      }
      segmentCount += 1
      guard segmentCount <= Bounds.segments else {
        throw PathFault(
          .limit, Messages.tooManySegments(Bounds.segments), at: scanner.characterRange(at: scanner.position))
      }
      segments.append(try segment())
    }
  }

  /// Reads one segment, at a dot or bracket.
  private mutating func segment() throws(PathFault) -> PathSegment {
    let start = scanner.position
    var kind = PathSegment.Kind.child
    let selectors: [PathSelector]
    if scanner.take(".") {
      if scanner.take(".") { kind = .descendant }
      if kind == .descendant, scanner.current == UInt8(ascii: "[") {
        selectors = try bracketedSelectors()
      } else {
        selectors = [try shorthand(kind)]
      }
    } else {
      selectors = try bracketedSelectors()
    }
    return PathSegment(kind: kind, selectors: selectors, range: scanner.range(from: start))
  }

  /// Reads `*` or a name right behind the dots.
  private mutating func shorthand(_ kind: PathSegment.Kind) throws(PathFault) -> PathSelector {
    let start = scanner.position
    if scanner.take("*") { return PathSelector(kind: .wildcard, range: scanner.range(from: start)) }
    if let name = scanner.memberName() {
      return PathSelector(kind: .name(name, symbols.intern(name)), range: scanner.range(from: start))
    }
    throw scanner.unexpected(kind == .child ? Messages.nameAfterDot : Messages.selectorAfterDots)
  }

  /// Reads `[…]` with at least one selector.
  private mutating func bracketedSelectors() throws(PathFault) -> [PathSelector] {
    let open = scanner.position
    scanner.position += 1
    var selectors: [PathSelector] = []
    repeat {
      scanner.skipBlanks()
      try countPart()
      selectors.append(try selector())
      scanner.skipBlanks()
    } while scanner.take(",")
    guard scanner.take("]") else {
      if scanner.current == nil {
        throw PathFault(Messages.unclosed("[", "]"), at: scanner.characterRange(at: open))
      }
      throw scanner.unexpected(Messages.commaOrBracket)
    }
    return selectors
  }

  /// Reads one selector inside brackets.
  private mutating func selector() throws(PathFault) -> PathSelector {
    let start = scanner.position
    let kind: PathSelector.Kind
    switch scanner.current {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let name = try scanner.stringLiteral()
      kind = .name(name, symbols.intern(name))
    case UInt8(ascii: "*"):
      scanner.position += 1
      kind = .wildcard
    case UInt8(ascii: "?"):
      scanner.position += 1
      scanner.skipBlanks()
      kind = .filter(PathFilter(expression: try nested { parser throws(PathFault) in try parser.expression() }))
    case let byte? where isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":"):
      kind = try indexOrSlice()
    default:
      if let word = misplacedName() { throw word }
      throw scanner.unexpected(Messages.selector)
    }
    return PathSelector(kind: kind, range: scanner.range(from: start))
  }

  /// Reads an integer and, where a colon follows, the rest of a slice.
  private mutating func indexOrSlice() throws(PathFault) -> PathSelector.Kind {
    var slice = PathSlice()
    if scanner.current != UInt8(ascii: ":") { slice.start = try scanner.integer() }
    let afterStart = scanner.position
    scanner.skipBlanks()
    guard scanner.take(":") else {
      scanner.position = afterStart
      return slice.start.map { .index($0) } ?? .slice(slice)
    }
    slice.end = try sliceBound()
    let afterEnd = scanner.position
    scanner.skipBlanks()
    guard scanner.take(":") else {
      scanner.position = afterEnd
      return .slice(slice)
    }
    slice.step = try sliceBound()
    return .slice(slice)
  }

  /// Reads a bound after a colon; nil where none is written.
  private mutating func sliceBound() throws(PathFault) -> Int? {
    let start = scanner.position
    scanner.skipBlanks()
    guard let byte = scanner.current, isDigit(byte) || byte == UInt8(ascii: "-") else {
      scanner.position = start
      return nil
    }
    return try scanner.integer()
  }

  /// Runs a part of the grammar one level deeper.
  mutating func nested<Result>(
    _ body: (inout PathParser) throws(PathFault) -> Result
  ) throws(PathFault) -> Result {
    guard depth < Bounds.depth else {
      throw PathFault(.limit, Messages.tooDeep(Bounds.depth), at: scanner.characterRange(at: scanner.position))
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Counts one selector or operand against the bound.
  mutating func countPart() throws(PathFault) {
    partCount += 1
    guard partCount <= Bounds.parts else {
      throw PathFault(.limit, Messages.tooManyParts(Bounds.parts), at: scanner.characterRange(at: scanner.position))
    }
  }

  /// A fault for a bare name where a quoted or dotted one belongs; nil when no name stands at the cursor.
  private func misplacedName() -> PathFault? {
    if let fault = scanner.fullWidthFault() { return fault }
    var ahead = scanner
    guard let word = ahead.word() else { return nil }
    return PathFault(Messages.bareName(word.text), at: word.range)
  }

  /// The fault of a text that does not begin as a query does.
  private mutating func unexpectedStart(allowsRelative: Bool) -> PathFault {
    let start = scanner.position
    scanner.skipBlanks()
    if scanner.position > start, scanner.current != nil {
      return PathFault(Messages.leadingBlank, at: scanner.range(from: start))
    }
    if scanner.fullWidthFault() == nil, let word = scanner.word() {
      return PathFault(Messages.missingRoot(word.text, allowsRelative: allowsRelative), at: word.range)
    }
    if scanner.current == UInt8(ascii: "@") {
      return PathFault(Messages.relativeNotAllowed, at: scanner.characterRange(at: scanner.position))
    }
    return scanner.unexpected(Messages.root(allowsRelative: allowsRelative))
  }
}
