#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Pure work on `/`-separated paths; nothing here looks at the disk.
package enum PathName {
  /// Joins a folder and a path, which wins when it is absolute; resolves `.` and `..` by name.
  package static func absolute(_ path: String, in folder: String) -> String {
    normalized(path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path)
  }

  /// Resolves `.`, `..` and repeated slashes of an absolute path by name.
  package static func normalized(_ path: String) -> String {
    if isNormalized(path) { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether nothing in a path is to be resolved, as in nearly all; names that begin with a dot are looked at closely.
  private static func isNormalized(_ path: String) -> Bool {
    let slash = UInt8(ascii: "/")
    var follows = false
    var isFirst = true
    for byte in path.utf8 {
      if isFirst ? byte != slash : follows && (byte == slash || byte == UInt8(ascii: ".")) { return false }
      follows = byte == slash
      isFirst = false
    }
    return !isFirst && !follows
  }

  /// The folder of an absolute path; `/` is its own.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.utf8.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The path below a folder, without a leading slash; nil when it is not below (or is the folder itself).
  package static func relative(_ path: String, to folder: String) -> String? {
    let prefix = folder == "/" ? "/" : folder + "/"
    var path = path
    return path.withUTF8 { bytes in
      guard bytes.count > prefix.utf8.count, starts(bytes, with: prefix) else { return nil }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[prefix.utf8.count...]), as: UTF8.self)
    }
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with prefix: String) -> Bool {
    var prefix = prefix
    return prefix.withUTF8 { prefix in
      guard let first = bytes.baseAddress, let second = prefix.baseAddress else { return false }
      return bytes.count >= prefix.count && memcmp(first, second, prefix.count) == 0
    }
  }

  /// Whether a path is a folder or lies below it.
  package static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || relative(path, to: folder) != nil
  }

  /// The deepest folder that some absolute folders are or lie below; `/` for none.
  package static func common(_ folders: [String]) -> String {
    guard var common = folders.first else { return "/" }
    while !folders.allSatisfy({ isInside($0, common) }) { common = folder(of: common) }
    return common
  }

  /// The path as reports print it: relative to the working directory, absolute outside it.
  package static func displayed(_ path: String, in workingDirectory: String) -> String {
    if path == workingDirectory { return "." }
    return relative(path, to: workingDirectory) ?? path
  }

  /// The order of paths by their bytes, which thousands of paths with one beginning are sorted by.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let order =
          if let first = left.baseAddress, let second = right.baseAddress {
            memcmp(first, second, min(left.count, right.count))
          } else {
            Int32(0)
          }
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }

  /// Whether a name is one that a walk reads: YAML, no dot name, none of the tool's own files.
  package static func isDocument(_ name: String) -> Bool {
    guard name.utf8.first != UInt8(ascii: ".") else { return false }
    return isYAML(name) && !ownNames.contains(name)
  }

  /// Whether a name has one of the endings of YAML files.
  package static func isYAML(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      endings.contains { ending in
        bytes.count >= ending.utf8CodeUnitCount
          && bytes[(bytes.count - ending.utf8CodeUnitCount)...].elementsEqual(
            UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
      }
    }
  }

  private static let endings: [StaticString] = [".yaml", ".yml"]

  /// The tool's own files beside a catalog.
  package static let ownNames: Set<String> = ["guidelint.yaml", "guidelint-waivers.yaml"]

  /// The baseline beside a catalog.
  package static let baselineName = "guidelint-baseline.jsonl"
}
