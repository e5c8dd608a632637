import CLibYAML
import DataTree
import Diagnostics
import SourceText

extension DocumentBuilder {
  /// The value of a scalar with a tag; tags beyond YAML's own change nothing and are named.
  mutating func taggedValue(_ tag: UnsafePointer<yaml_char_t>, _ placed: PlacedScalar) -> CoreSchema.Value {
    let name = String(cString: tag)
    let plain =
      placed.style == .plain ? CoreSchema.resolve(placed.text) : CoreSchema.Value(kind: .string)
    let read = placed.text.isEmpty ? CoreSchema.Value(kind: .null) : CoreSchema.resolve(placed.text)
    switch name {
    // A lone `!` makes any scalar a text.
    case "!", "tag:yaml.org,2002:str": return CoreSchema.Value(kind: .string)
    case "tag:yaml.org,2002:int" where read.kind == .int: return read
    case "tag:yaml.org,2002:float" where read.kind == .double: return read
    case "tag:yaml.org,2002:float" where read.kind == .int:
      return CoreSchema.Value(kind: .double, bits: Double(Int64(bitPattern: read.bits)).bitPattern)
    case "tag:yaml.org,2002:bool" where read.kind == .bool: return read
    case "tag:yaml.org,2002:null" where read.kind == .null: return read
    default:
      reportTag(name, mark: placed.mark, end: max(placed.range.lowerBound, placed.mark))
      return plain
    }
  }

  /// Names a tag on a collection that says something else than what the collection is.
  mutating func checkCollectionTag(_ tag: UnsafePointer<yaml_char_t>, _ kind: NodeKind, mark: Int, end: Int) {
    let name = String(cString: tag)
    guard name != (kind == .map ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq"), name != "!" else { return }
    reportTag(name, mark: mark, end: end)
  }

  /// Names a tag that changes nothing.
  private mutating func reportTag(_ name: String, mark: Int, end: Int) {
    var start = mark
    while start < end, bytes[start] != UInt8(ascii: "!") { start += 1 }
    let stop = max(start, min(bytes.propertyEnd(start), max(end, start)))
    log.report("yaml-tag", .info, start..<stop, Messages.unknownTag(bytes.string(start..<stop)))
  }
}

/// In the bytes rather than in the builder: a call of a method that does not change the builder copies it.
extension UnsafeBufferPointer<UInt8> {
  /// Where a node's own text begins: libyaml's start includes anchor and tag.
  @inline(__always)
  func contentStart(after mark: Int) -> Int {
    let first = at(mark)
    guard first == UInt8(ascii: "&") || first == UInt8(ascii: "!") else { return mark }
    return skipProperties(from: mark)
  }

  /// Passes over anchors, tags and what stands between them.
  private func skipProperties(from mark: Int) -> Int {
    var index = mark
    while at(index) == UInt8(ascii: "&") || at(index) == UInt8(ascii: "!") {
      index = propertyEnd(index)
      while index < count {
        if self[index] == UInt8(ascii: "#") {
          while index < count, breakLength(at: index) == 0 { index += 1 }
        }
        let length = isBlank(at(index)) ? 1 : breakLength(at: index)
        if length == 0 { break }
        index += length
      }
    }
    return index
  }

  /// Where an anchor or tag ends.
  func propertyEnd(_ start: Int) -> Int {
    var index = start + 1
    if self[start] == UInt8(ascii: "&") {
      // libyaml's anchors are of these bytes only.
      while isWordByte(at(index)) { index += 1 }
      return index
    }
    if has("!<", at: start) {
      while index < count, self[index] != UInt8(ascii: ">") { index += 1 }
      return Swift.min(index + 1, count)
    }
    while index < count, !isBlank(self[index]), breakLength(at: index) == 0 {
      let byte = self[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { break }
      index += 1
    }
    return index
  }
}
