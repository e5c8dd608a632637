internal import Synchronization

/// The content of an object.
enum GitObject: Hashable, Sendable {
  /// Its bytes.
  case bytes([UInt8])
  /// Only its size, because it is larger than anything that is linted.
  case large(Int)

  /// Number of bytes.
  var size: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .large(let size): size
    }
  }
}

/// Gives the contents of objects by name; tests have one in memory.
protocol GitObjectSource: Sendable {
  /// The objects that are there, of those asked for.
  func contents(of names: [String]) throws(GitFailure) -> [String: GitObject]
}

/// Keeps what was read of a repository: versions of a catalog share most of their files.
final class GitObjects: Sendable {
  /// Where objects come from.
  private let source: any GitObjectSource
  /// What was read, by name.
  private let known = Mutex<[String: GitObject]>([:])

  /// Reads from a source, each object once.
  init(_ source: any GitObjectSource) { self.source = source }

  /// Reads those objects, in one go, that have not been read yet.
  func load(_ names: [String]) throws(GitFailure) {
    let missing = known.withLock { known in Set(names.filter { known[$0] == nil }) }
    guard !missing.isEmpty else { return }
    let found = try source.contents(of: missing.sorted())
    known.withLock { $0.merge(found) { known, _ in known } }
  }

  /// The content of an object; nil where the repository does not hold it.
  func object(_ name: String) throws(GitFailure) -> GitObject? {
    if let object = known.withLock({ $0[name] }) { return object }
    try load([name])
    return known.withLock { $0[name] }
  }
}

/// Reads objects by `git cat-file --batch`: one process for all of them.
struct GitObjectReader: GitObjectSource {
  /// Git itself.
  let program: GitProgram
  /// A folder of the repository.
  let folder: String
  /// A catalog is never larger; a repository may be.
  private static let largestTotal = 2 << 30

  /// Asks for sizes first, so that nothing large is read.
  func contents(of names: [String]) throws(GitFailure) -> [String: GitObject] {
    let input = Array(names.joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
    let check = try program.run(["cat-file", "--batch-check"], in: folder, input: input)
    guard check.exitCode == 0 else { throw .failed(check.talk) }
    var objects: [String: GitObject] = [:]
    var wanted: [String] = []
    var total = 0
    for line in check.bytes.split(separator: UInt8(ascii: "\n")) {
      guard let header = GitObjectReader.header(line) else { continue }
      if header.size > LintRun.largestFile {
        objects[header.name] = .large(header.size)
      } else {
        wanted.append(header.name)
        total += header.size + line.count + 2
      }
    }
    guard !wanted.isEmpty else { return objects }
    guard total <= GitObjectReader.largestTotal else { throw .tooLarge(GitObjectReader.largestTotal) }
    let list = Array(wanted.joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
    let batch = try program.run(["cat-file", "--batch"], in: folder, input: list, limit: total)
    guard batch.exitCode == 0 else { throw .failed(batch.talk) }
    objects.merge(GitObjectReader.contents(batch.bytes)) { known, _ in known }
    return objects
  }

  /// Reads `<name> blob <size>\n<content>\n…`; what is not there has no size and no content.
  static func contents(_ bytes: [UInt8]) -> [String: GitObject] {
    var objects: [String: GitObject] = [:]
    var position = 0
    while let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = bytes[position..<end]
      position = end + 1
      guard let header = header(line) else { continue }
      guard position + header.size <= bytes.count else { break }
      objects[header.name] = .bytes(Array(bytes[position..<position + header.size]))
      position = min(position + header.size + 1, bytes.count)
    }
    return objects
  }

  /// Reads `<name> blob <size>`; nil for `<name> missing` and other kinds of object.
  private static func header(_ line: ArraySlice<UInt8>) -> (name: String, size: Int)? {
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count == 3, words[1].elementsEqual("blob".utf8),
      let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0
    else { return nil }
    return (String(decoding: words[0], as: UTF8.self), size)
  }
}
