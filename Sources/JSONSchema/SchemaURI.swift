/// A URI reference in its five parts (RFC 3986, appendix B), for finding schemas by their names.
struct SchemaURI {
  /// Without the colon; nil for a relative reference.
  var scheme: Substring?
  /// Without the slashes.
  var authority: Substring?
  /// The path, possibly empty.
  var path: Substring
  /// Without the question mark.
  var query: Substring?
  /// Without the number sign, percent-encoding kept.
  var fragment: Substring?

  /// Splits a reference; every text is one.
  init(_ text: String) {
    var rest = Substring(text)
    if let mark = rest.utf8.firstIndex(of: 0x23) {
      fragment = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let mark = rest.utf8.firstIndex(of: 0x3F) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.utf8.firstIndex(of: 0x3A), !rest[..<colon].utf8.contains(0x2F), colon > rest.startIndex {
      scheme = rest[..<colon]
      rest = rest[rest.utf8.index(after: colon)...]
    }
    if rest.utf8.starts(with: [0x2F, 0x2F]) {
      rest = rest.dropFirst(2)
      let end = rest.utf8.firstIndex(of: 0x2F) ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = rest
  }

  /// The reference without its fragment, which names a schema resource.
  var resource: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
  }

  /// The reference as seen from a base (RFC 3986, section 5.2.2); a base may itself be relative, such as a file name.
  func resolved(against base: SchemaURI) -> SchemaURI {
    var result = self
    if scheme != nil {
      result.path = SchemaURI.withoutDots(path)
      return result
    }
    result.scheme = base.scheme
    if authority != nil {
      result.path = SchemaURI.withoutDots(path)
      return result
    }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      if query == nil { result.query = base.query }
    } else if path.utf8.first == 0x2F {
      result.path = SchemaURI.withoutDots(path)
    } else {
      result.path = SchemaURI.withoutDots(merged(with: base))
    }
    return result
  }

  /// The path in the folder of the base's path.
  private func merged(with base: SchemaURI) -> Substring {
    if base.authority != nil, base.path.isEmpty { return "/" + path }
    guard let slash = base.path.utf8.lastIndex(of: 0x2F) else { return path }
    return base.path[...slash] + path
  }

  /// Removes `.` and `..` segments.
  private static func withoutDots(_ path: Substring) -> Substring {
    guard path.utf8.contains(0x2E) else { return path }
    var output: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".":
        if isLast { output.append("") }
      case "..":
        if output.count > 1 || (output.count == 1 && output[0] != "") { output.removeLast() }
        if isLast { output.append("") }
      default: output.append(segment)
      }
    }
    return Substring(output.joined(separator: "/"))
  }

  /// Decodes `%41`; an incomplete escape stays as it is.
  static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(0x25) else { return String(text) }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
        let low = hexValue(bytes[index + 2])
      {
        output.append(UInt8(high * 16 + low))
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// The value of a hexadecimal digit; nil for any other byte.
func hexValue(_ byte: UInt8) -> Int? {
  switch byte {
  case 0x30...0x39: Int(byte) - 0x30
  case 0x41...0x46: Int(byte) - 0x41 + 10
  case 0x61...0x66: Int(byte) - 0x61 + 10
  default: nil
  }
}
