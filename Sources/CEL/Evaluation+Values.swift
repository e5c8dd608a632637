public import DataTree
public import Diagnostics
public import SourceText

/// What functions and callers do with values.
extension Evaluation {
  /// The bytes of a text; valid until the evaluation makes more text.
  public func bytes(of text: TextReference) -> UnsafeBufferPointer<UInt8> { memory.bytes(text) }

  /// The text of a string value; nil for other values.
  public func string(of value: Value) -> String? {
    guard case .string(let text) = value else { return nil }
    return String(decoding: memory.bytes(text), as: UTF8.self)
  }

  /// Makes a string value.
  public func makeString(_ text: String) -> Value { memory.makeString(text) }

  /// Makes a string value from UTF-8.
  public func makeString(_ bytes: [UInt8]) -> Value { memory.makeString(bytes) }

  /// Makes a bytes value.
  public func makeBytes(_ bytes: [UInt8]) -> Value { memory.makeBytes(bytes) }

  /// Makes a list.
  public func makeList(_ elements: [Value]) -> Value { memory.makeList(elements) }

  /// Makes a map; of entries with equal keys the first is found.
  public func makeMap(_ entries: [(key: Value, value: Value)]) -> Value {
    guard case .list(let run) = memory.makeList(entries.flatMap { [$0.key, $0.value] }) else {
      return memory.limit(Messages.valueLimit)
    }
    return .map(run)
  }

  /// Makes an optional; nil makes `optional.none()`.
  public func makeOptional(_ content: Value?) -> Value {
    content.map { memory.makeOptional($0) } ?? .optional(.none)
  }

  /// The content of an optional; nil for `optional.none()`.
  public func content(of optional: OptionalReference) -> Value? { memory.content(of: optional) }

  /// A node as a value: scalars as such, lists and maps by reference.
  public func value(of node: NodeReference) -> Value { memory.value(of: node.node, tree: node.tree) }

  /// Number of elements or entries; nil when the value is no list or map.
  public func count(of value: Value) -> Int? { memory.count(of: value) }

  /// An element of a list; nil when there is none at the index.
  public func element(of list: Value, at index: Int) -> Value? {
    guard memory.kind(of: list) == .list, index >= 0, let count = count(of: list), index < count else { return nil }
    return memory.element(of: list, at: index)
  }

  /// A key and its value, in the map's order; nil when there is none at the index.
  public func entry(of map: Value, at index: Int) -> (key: Value, value: Value)? {
    guard memory.kind(of: map) == .map, index >= 0, let count = count(of: map), index < count else { return nil }
    return (memory.key(of: map, at: index), memory.value(of: map, at: index))
  }

  /// A field of a map by its symbol; absent when a document does not have it, and for values that are no maps.
  public func field(of value: Value, _ symbol: Symbol) -> Value {
    guard case .node(let node) = value else {
      return symbols?.name(of: symbol).map { field(of: value, $0) } ?? .absent
    }
    guard let found = memory.tree(node.tree).value(of: node.node, at: symbol) else { return .absent }
    return memory.value(of: found, tree: node.tree)
  }

  /// A field of a map by its name; absent when the map does not have it, and for values that are no maps.
  public func field(of value: Value, _ name: String) -> Value {
    var name = name
    return name.withUTF8 { bytes in
      switch value {
      case .node(let node):
        return memory.find(bytes, in: node).map { memory.value(of: $0, tree: node.tree) } ?? .absent
      case .map(let reference):
        let entries = memory.run(reference)
        for index in stride(from: 0, to: Int(reference.count), by: 2) {
          if case .string(let key) = entries[index], equalBytes(memory.bytes(key), bytes) { return entries[index + 1] }
        }
        return .absent
      default: return .absent
      }
    }
  }

  /// Whether two values are equal; nil when the domain does not know.
  public func equals(_ left: Value, _ right: Value) -> Bool? {
    switch memory.equals(left, right) {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }

  /// -1, 0 or 1; nil when the values have no order.
  public func compare(_ left: Value, _ right: Value) -> Int? {
    switch memory.compare(left, right) {
    case .less: -1
    case .equal: 0
    case .greater: 1
    case .unordered, nil: nil
    }
  }

  /// The name of a value's type, such as `int`.
  public func typeName(of value: Value) -> String { typeName(type(of: value)) }

  /// The name of a type.
  public func typeName(_ type: TypeReference) -> String {
    TypeReference.names.indices.contains(Int(type.index))
      ? TypeReference.names[Int(type.index)]
      : runtime?.opaqueName(Int(type.index) - TypeReference.names.count) ?? "dyn"
  }

  /// The type of a value.
  func type(of value: Value) -> TypeReference {
    if case .opaque(let opaque) = value { return .opaque(runtime?.opaqueIndex(opaque.bits) ?? 0) }
    return TypeReference(index: UInt32(memory.kind(of: value).rawValue.trailingZeroBitCount))
  }

  // MARK: Errors

  /// Makes an error value.
  public func fail(_ message: LocalizedText) -> Value { fail(message, isLimit: false) }

  /// Makes an error value with one wording for both languages.
  public func fail(_ message: String) -> Value { fail(LocalizedText(zh: message, en: message)) }

  /// Makes the error value that a bound was reached.
  public func limitReached(_ message: LocalizedText) -> Value {
    if let reachedLimit { return reachedLimit }
    let error = fail(message, isLimit: true)
    reachedLimit = error
    return error
  }

  /// Whether a bound was reached since the values were last forgotten.
  public var hasReachedLimit: Bool { reachedLimit != nil }

  /// Notes where an error happened, unless that is known.
  func setRange(_ range: SourceRange, of error: ErrorReference) {
    guard failure(error) != nil, failures[Int(error.index)].range == nil else { return }
    failures[Int(error.index)].range = range
  }

  /// Keeps an error, unless a bound was reached before.
  private func fail(_ message: LocalizedText, isLimit: Bool) -> Value {
    if let reachedLimit { return reachedLimit }
    // Expressions that absorb errors would pile them up; the last one stands for the rest.
    if failures.count >= 1024 { failures.removeLast() }
    failures.append(Failure(message: message, isLimit: isLimit, range: nil))
    return .error(ErrorReference(index: UInt32(failures.count - 1)))
  }

  /// What went wrong.
  public func errorMessage(_ error: ErrorReference) -> LocalizedText {
    failure(error)?.message ?? Messages.unknownError
  }

  /// The part of the expression that failed, as UTF-8 offsets; nil when it is not known.
  public func errorRange(_ error: ErrorReference) -> SourceRange? { failure(error)?.range }

  /// Whether a value is the error that a bound was reached.
  public func isLimit(_ value: Value) -> Bool {
    guard case .error(let error) = value else { return false }
    return failure(error)?.isLimit ?? false
  }

  /// The error of a reference; nil for one of an earlier evaluation.
  private func failure(_ error: ErrorReference) -> Failure? {
    Int(error.index) < failures.count ? failures[Int(error.index)] : nil
  }
}

extension TypeReference {
  /// Names of the built-in types, in the order of `ValueKind`'s bits.
  static let names = [
    "null_type", "bool", "int", "uint", "double", "string", "bytes", "list", "map", "google.protobuf.Timestamp",
    "google.protobuf.Duration", "type", "optional_type",
  ]

  /// A domain type by its index.
  static func opaque(_ index: Int) -> TypeReference { TypeReference(index: UInt32(names.count + index)) }
}
