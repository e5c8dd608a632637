import CLibYAML

/// libyaml's parser and its current event; the only owner of libyaml's memory.
struct EventParser: ~Copyable {
  /// What libyaml says about the input that stopped it; offsets are code points after the byte order mark.
  struct Problem {
    /// What is wrong, in libyaml's words.
    var message: String
    /// What it was reading.
    var context: String
    /// Where it stopped.
    var index: Int
    /// Where what it was reading began.
    var contextIndex: Int?
  }

  /// The event that `advance` read.
  let event: UnsafeMutablePointer<yaml_event_t>
  /// libyaml's parser, at an address that it keeps.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// False when libyaml could not allocate; then nothing is read.
  private let isReady: Bool

  /// Allocates a parser that expects UTF-8.
  init() {
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    if isReady { yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING) }
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// Sets the input; `text` must stay in place until `detach` or the last `advance`.
  func start(_ text: UnsafeBufferPointer<UInt8>) {
    guard isReady else { return }
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  /// Points the parser to the same input at its present address: an array may be handed out elsewhere at each access.
  func reattach(_ text: UnsafeBufferPointer<UInt8>) {
    guard isReady, let base = text.baseAddress, let start = parser.pointee.input.string.start else { return }
    let read = parser.pointee.input.string.current - start
    parser.pointee.input.string.start = base
    parser.pointee.input.string.current = base + read
    parser.pointee.input.string.end = base + text.count
  }

  /// Reads the next event, when the last one has been released; false when the input is no YAML.
  @inline(__always)
  func advance() -> Bool { isReady && yaml_parser_parse(parser, event) == 1 }

  /// Why `advance` failed.
  var problem: Problem {
    let state = parser.pointee
    let hasContext = state.context != nil
    return Problem(
      message: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      index: Int(state.problem_mark.index),
      contextIndex: hasContext ? Int(state.context_mark.index) : nil)
  }
}
