internal import Rules
internal import SourceText
internal import Synchronization
internal import Walkthrough

/// The folder of a catalog that holds its walks: one file for each record, one folder for its photographs.
final class WalkStore: Sendable {
  /// What became of a record.
  enum Fate {
    /// The catalog has it at this path.
    case known(String)
    /// It was written to this path, with so many photographs.
    case written(String, photos: Int)
    /// It was written under another id, because its own is another record's.
    case renamed(String, id: String, photos: Int)
  }

  /// Ids that are tried for one record.
  private static let tries = 1000

  private let files: any FileSystem
  /// Absolute path of the catalog's folder, without links in it.
  private let root: String
  /// Absolute path of the folder of records.
  private let folder: String
  /// The records of the catalog, and those that this run has added, by id.
  private let records: Mutex<[String: WalkRecord]>

  /// Opens the folder; it need not be there yet, but has to lie below the catalog's.
  init(_ catalog: WalkCatalog, target: String, files: any FileSystem) throws(FileFailure) {
    self.files = files
    root = try files.resolved(catalog.folder)
    folder = PathName.absolute(target, in: root)
    let reader = catalog.reader()
    var records: [String: WalkRecord] = [:]
    for name in catalog.documents.names(ofKinds: ["Walkthrough"]) {
      records[name.id] = reader.read(name) { WalkRecord($0) } ?? nil
    }
    self.records = Mutex(records)
    try check(folder)
  }

  /// Writes a record and its photographs; what is there is never replaced.
  func add(_ walk: SavedWalks.Walk) throws(FileFailure) -> Fate {
    var id = walk.record.id
    for _ in 0..<Self.tries {
      let record = named(id, walk)
      let path = "\(folder)/\(id).yaml"
      if let other = records.withLock({ $0[id] }) ?? stored(path) {
        if other == record { return .known(displayed(path)) }
      } else if try isFree(path), try isFree("\(folder)/evidence/\(id)") {
        try write(record, pictures(walk), id: id, to: path)
        records.withLock { $0[id] = record }
        let count = pictures(walk).count
        let shown = displayed(path)
        return id == walk.record.id ? .written(shown, photos: count) : .renamed(shown, id: id, photos: count)
      }
      id = Self.next(after: id)
    }
    throw FileFailure(path: displayed(folder), reason: .system("too many records of one id"))
  }

  /// The record in a file that the catalog's configuration leaves out.
  private func stored(_ path: String) -> WalkRecord? {
    guard (try? files.status(path, followsLinks: false))?.kind == .file,
      case .bytes(let bytes)? = try? files.read(path, upTo: 16 << 20)
    else { return nil }
    return SavedWalks(SourceFile(path: path, bytes: bytes)).walks.first?.record
  }

  /// The record under an id, with the photographs where they will lie.
  private func named(_ id: String, _ walk: SavedWalks.Walk) -> WalkRecord {
    var record = walk.record
    record.id = id
    var names: [String: String] = [:]
    for (index, photo) in pictures(walk).enumerated() {
      names[photo.file] = "evidence/\(id)/\(index + 1).\(photo.kind.rawValue)"
    }
    func renamed(_ list: [String]) -> [String] { list.map { names[$0] ?? $0 } }
    for index in record.lines.indices { record.lines[index].evidence = renamed(record.lines[index].evidence) }
    for index in record.extra.indices { record.extra[index].evidence = renamed(record.extra[index].evidence) }
    for index in record.answers.indices { record.answers[index].evidence = renamed(record.answers[index].evidence) }
    for index in record.evidence.indices {
      record.evidence[index].file = names[record.evidence[index].file] ?? record.evidence[index].file
    }
    return record
  }

  /// The photographs that the record speaks of, each once.
  private func pictures(_ walk: SavedWalks.Walk) -> [WalkPhoto] {
    let named = Set(walk.record.evidence.map(\.file))
    var seen: Set<String> = []
    return walk.photos.filter { named.contains($0.file) && seen.insert($0.file).inserted }
  }

  /// Photographs first: a record that is there never names one that is not.
  private func write(
    _ record: WalkRecord, _ photos: [WalkPhoto], id: String, to path: String
  ) throws(FileFailure) {
    let place = "\(folder)/evidence/\(id)"
    try check(folder)
    try files.makeFolder(folder)
    try check(folder)
    if !photos.isEmpty {
      try check(place)
      try files.makeFolder(place)
      try check(place)
      for (index, photo) in photos.enumerated() {
        try files.write(photo.bytes, to: "\(place)/\(index + 1).\(photo.kind.rawValue)")
      }
    }
    try files.write(Array(record.yaml.utf8), to: path)
  }

  /// Whether nothing is at a path, not even a link.
  private func isFree(_ path: String) throws(FileFailure) -> Bool {
    do throws(FileFailure) {
      _ = try files.status(path, followsLinks: false)
      return false
    } catch {
      guard error.reason == .missing else { throw error }
      return true
    }
  }

  /// Refuses a folder that is not below the catalog's, be it by name or by a link.
  private func check(_ path: String) throws(FileFailure) {
    var existing = path
    while existing != "/", (try? files.status(existing, followsLinks: false)) == nil {
      existing = PathName.folder(of: existing)
    }
    guard PathName.isInside(path, root), PathName.isInside(try files.resolved(existing), root) else {
      throw FileFailure(path: path, reason: .denied)
    }
  }

  private func displayed(_ path: String) -> String { PathName.displayed(path, in: root) }

  /// The id that follows: 2026-10-15-shop-1 is followed by …-2, and one without number gets one.
  private static func next(after id: String) -> String {
    let digits = id.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    let head = String(decoding: id.utf8.dropLast(digits), as: UTF8.self)
    guard (1...4).contains(digits), head.hasSuffix("-"),
      let number = Int(String(decoding: id.utf8.suffix(digits), as: UTF8.self))
    else { return id + "-2" }
    return head + String(number + 1)
  }
}
