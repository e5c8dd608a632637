package import Encoding

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The disk, through the system's calls: opening and reading 5,000 small files must not cost more than parsing them.
package struct DiskFileSystem: FileSystem {
  /// Opens the disk.
  package init() {}

  /// What a path leads to.
  package func status(_ path: String, followsLinks: Bool) throws(FileFailure) -> FileStatus {
    var buffer = stat()
    let result = followsLinks ? stat(path, &buffer) : lstat(path, &buffer)
    guard result == 0 else { throw failure(path, errno) }
    let identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: buffer.st_dev), number: UInt64(truncatingIfNeeded: buffer.st_ino))
    return FileStatus(
      kind: kind(buffer.st_mode), size: Int(buffer.st_size), identity: identity,
      isWritable: buffer.st_mode & 0o222 != 0)
  }

  /// The path of what a path leads to.
  package func resolved(_ path: String) throws(FileFailure) -> String {
    guard let found = realpath(path, nil) else { throw failure(path, errno) }
    defer { free(found) }
    return String(cString: found)
  }

  /// The whole content of a regular file.
  package func read(_ path: String) throws(FileFailure) -> [UInt8] {
    switch try read(path, upTo: .max) {
    case .bytes(let bytes): bytes
    case .tooLarge: []
    }
  }

  /// The same with a bound, which the size of the open file is held against: one question less for each file.
  package func read(_ path: String, upTo limit: Int) throws(FileFailure) -> FileContent {
    // Without O_NONBLOCK, opening a pipe would wait for its other end.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var buffer = stat()
    guard fstat(descriptor, &buffer) == 0 else { throw failure(path, errno) }
    guard kind(buffer.st_mode) == .file else { throw FileFailure(path: path, reason: .notRegular) }
    guard buffer.st_size <= limit else { return .tooLarge(Int(buffer.st_size)) }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(buffer.st_size)) { target, count in
      while count < target.count {
        let part = posixRead(descriptor, target.baseAddress.map { $0 + count }, target.count - count)
        if part < 0, errno == EINTR { continue }
        if part < 0 { code = errno }
        if part <= 0 { break }
        count += part
      }
    }
    guard code == 0 else { throw failure(path, code) }
    return .bytes(bytes)
  }

  /// The names in a folder.
  package func list(_ path: String) throws(FileFailure) -> [(name: String, kind: FileStatus.Kind)] {
    guard let folder = opendir(path) else { throw failure(path, errno) }
    defer { closedir(folder) }
    var names = NameList()
    while let entry = readdir(folder) {
      let type = entry.pointee.d_type
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: UInt8.self, capacity: Int(NAME_MAX) + 1) {
          names.add(UnsafeBufferPointer(start: $0, count: strlen($0)), type: type)
        }
      }
    }
    return try names.sorted().map { name, type throws(FileFailure) in
      switch Int32(type) {
      case Int32(DT_REG): (name, .file)
      case Int32(DT_DIR): (name, .folder)
      case Int32(DT_LNK): (name, .link)
      // Some file systems do not say: ask for this one.
      default: (name, try status(path + "/" + name, followsLinks: false).kind)
      }
    }
  }

  /// Writes a file at once.
  package func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    try stream(to: path) { sink in bytes.withUnsafeBytes { sink($0) } }
  }

  /// Writes as `write` does, without waiting for the disk, and in the place of a link: it may have come with a catalog.
  package func replace(_ path: String, with bytes: [UInt8], isPrivate: Bool) throws(FileFailure) {
    try stream(to: path, mode: isPrivate ? 0o600 : 0o644, isSynced: false) { sink in bytes.withUnsafeBytes { sink($0) }
    }
  }

  /// Writes piece by piece beside the target and renames; a link stays a link to what is written.
  package func stream(to path: String, _ body: (@escaping ByteSink) -> Void) throws(FileFailure) {
    try stream(to: (try? resolved(path)) ?? path, mode: 0o644, isSynced: true, body)
  }

  /// Writes beside the target and renames, so that the old file or the new one is there, never half of one.
  private func stream(
    to path: String, mode: mode_t, isSynced: Bool, _ body: (@escaping ByteSink) -> Void
  ) throws(FileFailure) {
    // Renaming onto a device would put a file in its place.
    if let there = try? status(path, followsLinks: true), there.kind != .file {
      throw FileFailure(path: path, reason: .notRegular)
    }
    let draft = "\(path).guidelint-\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path, errno) }
    var code: Int32 = 0
    var known = stat()
    if stat(path, &known) == 0 {
      // Another owner's file stays that owner's where the system lets us; the permissions are set afterwards.
      _ = fchown(descriptor, known.st_uid, known.st_gid)
      if fchmod(descriptor, known.st_mode & 0o7777) != 0 { code = errno }
    }
    body { piece in if code == 0 { code = writeWhole(piece, to: descriptor) } }
    if code == 0, isSynced, fsync(descriptor) != 0 { code = errno }
    close(descriptor)
    if code == 0, rename(draft, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(draft)
      throw failure(path, code)
    }
  }

  /// Makes a file of a name that nobody knows, so that no link can lie in wait for it, and reads what was written there.
  package func scratch(in folder: String, _ fill: (String) -> Void) throws(FileFailure) -> [UInt8] {
    var name = Array((folder + "/.guidelint-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw failure(folder, errno) }
    close(descriptor)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    fill(path)
    return try read(path)
  }

  /// Adds to a file that others may be adding to.
  package func append(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    let code = bytes.withUnsafeBytes { writeWhole($0, to: descriptor) }
    if code != 0 { throw failure(path, code) }
  }

  /// Makes a folder and those above it.
  package func makeFolder(_ path: String) throws(FileFailure) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, path != "/" else { throw failure(path, errno) }
    try makeFolder(PathName.folder(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path, errno) }
  }

  private func kind(_ mode: mode_t) -> FileStatus.Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  private func failure(_ path: String, _ code: Int32) -> FileFailure {
    let reason: FileFailure.Reason
    switch code {
    case ENOENT:
      var buffer = stat()
      reason = lstat(path, &buffer) == 0 ? .danglingLink : .missing
    case ENOTDIR: reason = .missing
    case ELOOP: reason = .linkLoop
    case EACCES, EPERM: reason = .denied
    default: reason = .system(String(cString: strerror(code)))
    }
    return FileFailure(path: path, reason: reason)
  }
}

// The methods above shadow the system's names.
private func posixRead(_ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, target, count)
}

private func posixWrite(_ descriptor: Int32, _ source: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, source, count)
}

/// Writes all bytes; the code of the failure that stopped it, else 0.
private func writeWhole(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
  var written = 0
  while written < bytes.count {
    let part = posixWrite(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
    if part < 0, errno == EINTR { continue }
    guard part > 0 else { return part < 0 ? errno : EIO }
    written += part
  }
  return 0
}
