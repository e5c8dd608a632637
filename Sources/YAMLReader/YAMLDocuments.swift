import CLibYAML
package import DataTree
package import Diagnostics
package import SourceText

/// One document of a file, whose tree the caller holds.
package struct YAMLDocument: Sendable {
  /// Position among the documents of the file that have content, from 0.
  package let index: Int
  /// From the end of the document before (or the start of the file) to its own end, comments included.
  package let range: SourceRange
  /// False when an error belongs to the document, so that rules would judge what its author did not mean.
  package let isUsable: Bool
}

/// One pass over one file, one document at a time into a caller's reusable tree.
///
/// Input never stops the program: what is wrong becomes a diagnostic. libyaml cannot go on behind a syntax error, so the
/// documents before it remain, its own is returned as far as it was read, and the file ends there.
package struct YAMLDocuments: ~Copyable {
  /// How far the file has been read.
  private enum State { case new, reading, ended }
  /// Lines with `%` that one document may begin with.
  private static let directiveLimit = 64

  /// The file.
  private let source: SourceFile
  /// The bounds.
  private let limits: YAMLLimits
  /// libyaml, one for the file.
  private let parser = EventParser()
  /// What has been found so far.
  private var log = DiagnosticLog()
  /// How far reading has come.
  private var state = State.new
  /// Whether bytes and code points are the same.
  private var isASCII = false
  /// Bytes of byte order mark.
  private var markLength = 0
  /// Where the last event ended.
  private var place = MarkCursor.Place()
  /// Where the next document's range begins.
  private var documentStart = 0
  /// Documents returned so far.
  private var count = 0
  /// Copies behind aliases so far, bounded per file.
  private var aliasNodes = 0

  /// Prepares to read; nothing is read before the first `next`.
  package init(_ source: SourceFile, limits: YAMLLimits = .standard) {
    self.source = source
    self.limits = limits
  }

  /// All diagnostics so far, in order of offset within each document.
  package var diagnostics: [Diagnostic] { log.all }

  /// Empties `tree` and reads the next document into it; nil at the end of the file.
  package mutating func next(into tree: DataTree) -> YAMLDocument? {
    tree.removeAll()
    guard state != .ended else { return nil }
    return source.bytes.withUnsafeBufferPointer { bytes in
      if state == .new, !start(bytes) {
        state = .ended
        log.finishDocument()
        return nil
      }
      parser.reattach(UnsafeBufferPointer(rebasing: bytes[markLength...]))
      return read(bytes, into: tree)
    }
  }

  /// Checks size and encoding and hands the text to libyaml.
  private mutating func start(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    state = .reading
    let firstLine = 0..<min(max(bytes.lineEnd(of: 0), 1), bytes.count, 200)
    guard bytes.count <= limits.fileSize else {
      log.report("yaml-size-limit", .error, firstLine, Messages.sizeLimit(bytes.count, limit: limits.fileSize))
      return false
    }
    switch TextEncoding.detect(bytes) {
    case .utf8(let isASCII): self.isASCII = isASCII
    case .utf16: log.report("yaml-encoding", .error, firstLine, Messages.utf16)
    case .binary: log.report("yaml-encoding", .error, firstLine, Messages.binary)
    case .gb18030(let range): log.report("yaml-encoding", .error, range, Messages.gb18030)
    case .invalid(let range): log.report("yaml-encoding", .error, range, Messages.invalidUTF8(Array(bytes[range])))
    case .unprintable(let range): log.report("yaml-encoding", .error, range, Messages.unprintable(bytes.string(range)))
    }
    guard !log.hasError else { return false }
    markLength = TextEncoding.markLength(bytes)
    place = MarkCursor.Place(index: 0, offset: markLength)
    parser.start(UnsafeBufferPointer(rebasing: bytes[markLength...]))
    return true
  }

  /// Reads up to the end of the next document that has content.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, into tree: DataTree) -> YAMLDocument? {
    while state == .reading {
      let cursor = MarkCursor(bytes: bytes, isASCII: isASCII, at: place)
      // Moved, not copied: the array of diagnostics must stay uniquely referenced.
      var moved = DiagnosticLog()
      swap(&moved, &log)
      var builder = DocumentBuilder(tree: tree, cursor: cursor, limits: limits, log: moved, aliasNodes: aliasNodes)
      let isEmpty = readEvents(&builder)
      place = builder.cursor.place
      aliasNodes = builder.aliasNodes
      log = builder.log
      if state == .ended, count == 0, tree.isEmpty, !log.hasError {
        let line = 0..<min(max(bytes.lineEnd(of: 0), 1), bytes.count)
        log.report("yaml-empty", .warning, line, Messages.empty)
      }
      let isUsable = !log.hasError
      log.finishDocument()
      if state == .ended { log.finishFile() }
      if tree.isEmpty || isEmpty {
        tree.removeAll()
        continue
      }
      let start = documentStart
      documentStart = state == .ended ? bytes.count : max(start, place.offset)
      count += 1
      return YAMLDocument(
        index: count - 1, range: SourceRange(start..<max(start, documentStart)), isUsable: isUsable)
    }
    return nil
  }

  /// Feeds the events of one document to the builder, and returns whether the document holds nothing at all.
  private mutating func readEvents(_ builder: inout DocumentBuilder) -> Bool {
    var isEmpty = false
    if let excess = excessDirective(builder.bytes) {
      builder.log.report("yaml-node-limit", .error, excess, Messages.directiveLimit(YAMLDocuments.directiveLimit))
      state = .ended
      return false
    }
    reading: while true {
      guard parser.advance() else {
        builder.explain(parser.problem, markLength: markLength)
        break
      }
      let event = parser.event
      switch event.pointee.type {
      case YAML_SCALAR_EVENT:
        if builder.tree.isEmpty { isEmpty = isNothing(event) }
        builder.takeScalar(event)
        guidelint_scalar_release(event)
        if builder.isAbandoned { break reading }
      case YAML_ALIAS_EVENT, YAML_SEQUENCE_START_EVENT, YAML_SEQUENCE_END_EVENT, YAML_MAPPING_START_EVENT,
        YAML_MAPPING_END_EVENT:
        builder.takeOther(event)
        guidelint_event_release(event)
        if builder.isAbandoned { break reading }
      case YAML_DOCUMENT_END_EVENT:
        _ = builder.cursor.offset(of: Int(event.pointee.end_mark.index))
        return isEmpty
      case YAML_STREAM_END_EVENT, YAML_NO_EVENT:
        state = .ended
        return isEmpty
      default: guidelint_event_release(event)
      }
    }
    builder.closeAll()
    state = .ended
    return false
  }

  /// The directive before the next document that is one too many: libyaml compares each with all before it.
  private func excessDirective(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var index = place.offset
    var directives = 0
    while index < bytes.count {
      while isBlank(bytes.at(index)) || isLineEnd(bytes.at(index)) { index += 1 }
      let isDirective = bytes.at(index) == UInt8(ascii: "%")
      guard isDirective || bytes.at(index) == UInt8(ascii: "#") || bytes.has("...", at: index) else { return nil }
      let end = bytes.lineEnd(of: index)
      if isDirective { directives += 1 }
      if directives > YAMLDocuments.directiveLimit { return index..<end }
      index = end
    }
    return nil
  }

  /// Whether a root scalar is not written at all.
  private func isNothing(_ event: UnsafePointer<yaml_event_t>) -> Bool {
    guidelint_scalar_length(event) == 0 && guidelint_scalar_style(event) == YAML_PLAIN_SCALAR_STYLE
      && guidelint_event_anchor(event) == nil && guidelint_event_tag(event) == nil
      && event.pointee.start_mark.index == event.pointee.end_mark.index
  }
}
