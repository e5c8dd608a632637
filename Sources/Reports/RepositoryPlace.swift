/// Where a run stands in its repository: code hosts know files by their path below its root, whatever folder the run
/// was started in.
package struct RepositoryPlace: Hashable, Sendable {
  /// Absolute path of the repository's root.
  package var root: String
  /// Absolute path of the folder that the report's paths start from.
  package var workingDirectory: String
  /// Address below which the host shows the files of this revision, with a slash at its end.
  package var address: String?

  /// Describes a place.
  package init(root: String, workingDirectory: String, address: String? = nil) {
    self.root = root
    self.workingDirectory = workingDirectory
    self.address = address
  }

  /// A path of the report, told from the repository's root; absolute where the file lies outside.
  func path(of displayed: String) -> String {
    let absolute = displayed.utf8.first == UInt8(ascii: "/") ? displayed : workingDirectory + "/" + displayed
    let prefix = root == "/" ? root : root + "/"
    guard absolute.utf8.starts(with: prefix.utf8) else { return absolute }
    return String(decoding: absolute.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }
}

/// Addresses of files (RFC 3986).
enum FileAddress {
  /// A path with everything percent-encoded but the slash and what is never reserved: colons too, so that no first
  /// part is taken for a scheme.
  static func encoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The digits that the standard prefers.
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Letters, digits, `-._~` and the slash.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
