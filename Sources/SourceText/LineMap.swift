/// A place as people and protocols name it.
public struct Position: Hashable, Sendable {
  /// Line, from 1.
  public var line: Int
  /// Column, from 1, in the unit that was asked for.
  public var column: Int

  /// Makes a position from a line and a column that count from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The unit in which columns are counted.
public enum ColumnUnit: Sendable {
  /// UTF-8 bytes.
  case utf8
  /// UTF-16 code units, as LSP and SARIF count by default.
  case utf16
  /// Unicode code points, as our text and JSON reports count.
  case codePoints
}

/// Where the lines of one text begin. Lines end at LF, CRLF or CR only, unlike libyaml's.
public struct LineMap: Sendable {
  /// Offset of the first byte of each line that has been found; the first is 0.
  public private(set) var starts: [UInt32] = [0]
  private let length: UInt32
  /// How many bytes have been looked at.
  private var scanned = 0

  /// Finds the lines of `bytes`.
  public init(_ bytes: [UInt8]) {
    self.init(unread: bytes)
    read(past: .max, in: bytes)
  }

  /// Prepares to find the lines of `bytes`, each when `read(past:in:)` asks for it.
  public init(unread bytes: [UInt8]) {
    length = UInt32(bytes.count)
    starts.reserveCapacity(bytes.count / 24)
  }

  /// Finds the lines up to the one that begins behind an offset, so that the one of the offset is known whole.
  public mutating func read(past offset: UInt32, in bytes: [UInt8]) {
    guard scanned < bytes.count, starts[starts.count - 1] <= offset else { return }
    bytes.withUnsafeBytes { read(past: offset, in: $0) }
  }

  private mutating func read(past offset: UInt32, in bytes: UnsafeRawBufferPointer) {
    var index = scanned
    while index &+ 8 <= bytes.count, starts[starts.count - 1] <= offset {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // Neither LF nor CR in most words.
      if ByteWord.holdsByte(below: 0x0E, word) {
        // CR is rare; without it, each LF ends a line.
        guard ByteWord.places(of: 0x0D, in: word) == 0 else {
          index = LineMap.addStarts(bytes, from: index, to: index + 8, &starts)
          continue
        }
        var feeds = ByteWord.places(of: 0x0A, in: word)
        while feeds != 0 {
          starts.append(UInt32(truncatingIfNeeded: index &+ feeds.trailingZeroBitCount &>> 3 &+ 1))
          feeds &= feeds &- 1
        }
      }
      index &+= 8
    }
    if index &+ 8 > bytes.count { index = LineMap.addStarts(bytes, from: index, to: bytes.count, &starts) }
    scanned = index
  }

  /// Looks at one byte after the other; returns where to go on, which is behind the end after a CRLF across it.
  private static func addStarts(
    _ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, _ starts: inout [UInt32]
  ) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(UInt32(index))
      } else if byte == 0x0D {
        if index < bytes.count && bytes[index] == 0x0A { index += 1 }
        starts.append(UInt32(index))
      }
    }
    return index
  }

  /// Number of lines found; a text that ends in a line break has an empty last line.
  public var count: Int { starts.count }

  /// Line of an offset, from 1.
  public func line(at offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Byte range of a line (from 1) without its line break; empty for a line that does not exist.
  public func range(ofLine line: Int, in bytes: [UInt8]) -> SourceRange {
    guard line >= 1, line <= starts.count else { return SourceRange(length, length) }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : length
    while end > start, bytes[Int(end) - 1] == 0x0A || bytes[Int(end) - 1] == 0x0D { end -= 1 }
    return SourceRange(start, end)
  }

  /// Line and column of an offset. A byte order mark at the start of the file counts as no column.
  public func position(at offset: UInt32, in bytes: [UInt8], unit: ColumnUnit = .codePoints) -> Position {
    let line = line(at: offset)
    var index = Int(starts[line - 1])
    if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    let end = min(Int(offset), bytes.count)
    var column = 1
    while index < end {
      let byte = bytes[index]
      index += 1
      switch unit {
      case .utf8: column += 1
      case .codePoints: column += byte & 0xC0 == 0x80 ? 0 : 1
      // A four-byte sequence is a surrogate pair in UTF-16.
      case .utf16: column += byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
      }
    }
    return Position(line: line, column: column)
  }
}
