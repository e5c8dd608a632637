/// A photograph that came with a record.
package struct WalkPhoto: Hashable, Sendable {
  /// What it is.
  package enum Kind: String, Sendable {
    /// JPEG
    case jpeg = "jpg"
    /// PNG
    case png
  }

  /// The largest that is taken, in bytes.
  package static let limit = 4 << 20
  /// How many are taken with one record.
  package static let most = 60

  /// The file that the record calls it.
  package var file: String
  /// What it is, by its first bytes.
  package var kind: Kind
  /// The picture alone: where and with what it was taken is cut out.
  package var bytes: [UInt8]

  /// Reads a `data:` address of base64; nil for all that is no JPEG or PNG of bounded size.
  init?(file: String, data: some Collection<UInt8>) {
    guard let comma = data.firstIndex(of: UInt8(ascii: ",")), data[..<comma].starts(with: "data:image/".utf8),
      String(decoding: data[..<comma], as: UTF8.self).hasSuffix(";base64"), data.count < Self.limit * 4 / 3 + 100,
      let bytes = Self.decoded(data[data.index(after: comma)...])
    else { return nil }
    self.init(file: file, bytes: bytes)
  }

  /// Takes a picture.
  init?(file: String, bytes: [UInt8]) {
    self.file = file
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      kind = .jpeg
      guard let stripped = Self.strippedJPEG(bytes) else { return nil }
      self.bytes = stripped
    } else if bytes.starts(with: Self.signatureOfPNG) {
      kind = .png
      guard let stripped = Self.strippedPNG(bytes) else { return nil }
      self.bytes = stripped
    } else {
      return nil
    }
  }

  /// Decodes base64 (RFC 4648, 4) without line breaks; nil where it is something else.
  private static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.underestimatedCount * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(of: byte) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count % 4 == 0 {
        bytes.append(UInt8(bits >> 16 & 0xFF))
        bytes.append(UInt8(bits >> 8 & 0xFF))
        bytes.append(UInt8(bits & 0xFF))
        bits = 0
      }
    }
    guard padding <= 2, (count + padding) % 4 == 0 else { return nil }
    switch count % 4 {
    case 2: bytes.append(UInt8(bits >> 4 & 0xFF))
    case 3: bytes += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)]
    default: break
    }
    return bytes
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

extension WalkPhoto {
  fileprivate static let signatureOfPNG: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A JPEG without the segments of applications (Exif, XMP, maker's notes) and comments; JFIF, colour profile and Adobe's
  /// mark, without which colours are wrong, stay. Nil where the segments do not lead to a scan.
  private static func strippedJPEG(_ bytes: [UInt8]) -> [UInt8]? {
    var kept: [UInt8] = [0xFF, 0xD8]
    var index = 2
    while index + 3 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      // What follows the start of a scan is the picture; what follows its end is none.
      if marker == 0xDA {
        guard let end = endOfPicture(bytes, from: index) else { return nil }
        return kept + bytes[index..<end]
      }
      let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
      guard length >= 2, index + 2 + length <= bytes.count else { return nil }
      let segment = bytes[index..<index + 2 + length]
      let isProfile = segment.dropFirst(4).starts(with: "ICC_PROFILE".utf8)
      let isForeign = (0xE1...0xEF).contains(marker) && marker != 0xEE && !isProfile || marker == 0xFE
      if !isForeign { kept += segment }
      index += 2 + length
    }
    return nil
  }

  /// Where the picture ends: behind its last end mark, or at the end of the bytes.
  private static func endOfPicture(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == 0xFF, bytes[index + 1] == 0xD9 { return index + 2 }
      index += 1
    }
    return nil
  }

  /// A PNG with the chunks that its picture needs; nil where they do not lead to its end.
  private static func strippedPNG(_ bytes: [UInt8]) -> [UInt8]? {
    let needed = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"].map {
      Array($0.utf8)
    }
    var kept = signatureOfPNG
    var index = kept.count
    while index + 12 <= bytes.count {
      let length = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - index - 12 else { return nil }
      let name = Array(bytes[index + 4..<index + 8])
      if needed.contains(name) { kept += bytes[index..<index + 12 + length] }
      if name == Array("IEND".utf8) { return kept }
      index += 12 + length
    }
    return nil
  }
}
