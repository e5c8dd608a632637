internal import Rules

/// What earlier runs found out, kept by content: a file that did not change, under rules and settings that did not
/// change, is not looked at again; a catalog in which nothing changed is not looked at at all.
///
/// A cache that is missing, damaged, read-only or not ours is no cache: no result, message or exit code depends on it.
struct LintCache: Sendable {
  /// Folder of the packs, absolute.
  private let folder: String
  /// Whether the user named the folder, who may then have it behind a link.
  private let isNamed: Bool
  private let secret: CacheSecret
  private let fileSystem: any FileSystem
  /// Digest of everything but the files that results depend on.
  private let context: ContentDigest
  // Runs with other flags or another configuration have packs of their own, as long as there are not too many.
  private static let slots: UInt64 = 8
  /// How the packs of whole runs begin.
  static let runName = "run"
  private static let largestPack = 1 << 30

  /// Opens a cache; nil where no secret can be had.
  /// - Parameter context: everything but the files that results depend on.
  init?(folder: String, named: Bool, secretFolder: String?, context: DigestInput, _ fileSystem: any FileSystem) {
    guard named || LintCache.isOwnFolder(folder, fileSystem), let secretFolder,
      let secret = CacheSecret.inFolder(secretFolder, fileSystem)
    else { return nil }
    self.folder = folder
    isNamed = named
    self.secret = secret
    self.fileSystem = fileSystem
    self.context = ContentDigest(of: context.bytes, under: secret)
  }

  /// Whether a folder in a catalog is one, or can become one: behind a link, what is written would lie elsewhere.
  private static func isOwnFolder(_ folder: String, _ fileSystem: any FileSystem) -> Bool {
    guard let status = try? fileSystem.status(folder, followsLinks: false) else { return true }
    return status.kind == .folder
  }

  /// The digest of each file: its bytes, its names, and whether it was read at all.
  func digests(of files: [LoadedFile], jobs: Int) -> [ContentDigest] {
    let secret = secret
    return parallelMap(count: files.count, jobs: jobs, makeState: { () }, finish: { _ in 0 }) { _, index in
      let file = files[index]
      var input = DigestInput()
      input.add(file.relativePath)
      input.add(file.source.path)
      input.add(file.refusedSize ?? -1)
      input.add(ContentDigest(of: file.source.bytes, under: secret))
      return ContentDigest(of: input.bytes, under: secret)
    }.results
  }

  /// What the last run over exactly these files came to, in their order, and what each worker was left with; nil where
  /// there was none.
  func lastRun<State, Rest: Sendable>(
    over digests: [ContentDigest], jobs: Int, makeState: @Sendable () -> State, finish: @Sendable (State) -> Rest,
    decode: @Sendable (State, Int, UnsafeRawBufferPointer) -> FileSummary?
  ) -> ([FileSummary], [Rest])? {
    guard let pack = pack(LintCache.runName, context: runContext(digests)), pack.entries.count == digests.count else {
      return nil
    }
    let (decoded, rest) = parallelMap(count: digests.count, jobs: jobs, makeState: makeState, finish: finish) {
      state, index in pack.withContent(of: pack.entries[index]) { decode(state, index, $0) }
    }
    let summaries = decoded.compactMap { $0 }
    return summaries.count == digests.count ? (summaries, rest) : nil
  }

  /// What is known of files by their digests.
  func documents() -> (pack: CachePack, places: [ContentDigest: Int])? {
    guard let pack = pack("documents", context: context) else { return nil }
    let places = Dictionary(pack.entries.indices.map { (pack.entries[$0].digest, $0) }) { first, _ in first }
    return (pack, places)
  }

  /// Keeps what the document stage made of each file.
  func keepDocuments(_ contents: [(digest: ContentDigest, content: [UInt8])]) {
    keep("documents", CachePack.bytes(of: contents, context: context, secret: secret))
  }

  /// Keeps what the whole run made of each file.
  func keepRun(_ contents: [(digest: ContentDigest, content: [UInt8])]) {
    let digests = contents.map(\.digest)
    keep(LintCache.runName, CachePack.bytes(of: contents, context: runContext(digests), secret: secret))
  }

  private func runContext(_ digests: [ContentDigest]) -> ContentDigest {
    var input = DigestInput()
    input.add(context)
    for digest in digests { input.add(digest) }
    return ContentDigest(of: input.bytes, under: secret)
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)-\(context.low % LintCache.slots)" }

  private func pack(_ name: String, context: ContentDigest) -> CachePack? {
    let path = path(name)
    guard let status = try? fileSystem.status(path, followsLinks: false), status.kind == .file,
      status.size <= LintCache.largestPack, let bytes = try? fileSystem.read(path)
    else { return nil }
    return CachePack(bytes, context: context, secret: secret)
  }

  /// Writes a pack; where that cannot be done, the next run works as if there had been none.
  private func keep(_ name: String, _ bytes: [UInt8]) {
    do throws(FileFailure) {
      if (try? fileSystem.status(folder, followsLinks: isNamed)) == nil {
        try fileSystem.makeFolder(folder)
      }
      if (try? fileSystem.status(folder + "/.gitignore", followsLinks: false)) == nil {
        try fileSystem.replace(folder + "/.gitignore", with: Array("*\n".utf8), isPrivate: false)
        try fileSystem.replace(folder + "/CACHEDIR.TAG", with: LintCache.tag, isPrivate: false)
      }
      try fileSystem.replace(path(name), with: bytes, isPrivate: true)
    } catch {}
  }

  // The signature by which backup programs know a folder that they may leave out.
  private static let tag = Array(
    "Signature: 8a477f597d28d172789f06886806bc55\n# Made by guidelint; it can be deleted at any time.\n".utf8)
}
