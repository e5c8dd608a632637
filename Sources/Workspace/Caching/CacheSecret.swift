/// What only this machine knows, so that a cache that came with a catalog is not believed.
///
/// A folder `.guidelint-cache` may be committed by whoever sends a change. Were its digests plain, it could say that a
/// faulty file is clean. So every digest is made under a secret that lies outside the catalog, in the user's folder for
/// caches; in a folder that the user names, it lies in that folder, which can then move with it.
struct CacheSecret: Sendable {
  /// XXH3 asks for 136 at least, and hashes best with 192.
  static let size = 192
  /// Random bytes.
  let bytes: [UInt8]

  /// Takes bytes as they are, which must be enough.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == CacheSecret.size else { return nil }
    self.bytes = bytes
  }

  /// Reads the secret in a folder, or makes one there; nil where neither can be done.
  static func inFolder(_ folder: String, _ fileSystem: any FileSystem) -> CacheSecret? {
    let path = folder + "/key"
    if let known = try? fileSystem.read(path), let secret = CacheSecret(known) { return secret }
    var generator = SystemRandomNumberGenerator()
    let fresh = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
    do throws(FileFailure) {
      try fileSystem.makeFolder(folder)
      try fileSystem.replace(path, with: fresh, isPrivate: true)
    } catch {
      return nil
    }
    return CacheSecret(fresh)
  }
}
