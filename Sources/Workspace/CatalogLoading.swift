internal import Catalog
internal import Rules
internal import SourceText

/// A file of a catalog with its bytes.
struct LoadedFile: Sendable {
  /// Its bytes; none where the file is too large to be read.
  var source: SourceFile
  /// Its path relative to the configuration's folder.
  var relativePath: String
  /// Whether diagnostics in it are reported.
  var isReported: Bool
  /// Size of a file that is too large to be read.
  var refusedSize: Int?
  /// Whether it may hold a document that others take values from; asked while its bytes are at hand.
  var mayDefine = false
}

/// Reads the files of a catalog.
struct CatalogLoading {
  /// Where the files are.
  let fileSystem: any FileSystem
  /// The surroundings; paths are shown relative to its working directory.
  let environment: ProcessEnvironment
  /// Number of workers.
  let jobs: Int

  /// Reads all files; a file that cannot be read is a failure where it was asked for.
  func read(_ files: [CatalogFile]) -> (files: [LoadedFile], failures: [FileFailure]) {
    let workingDirectory = environment.workingDirectory
    let fileSystem = fileSystem
    fileSystem.prepare(files.map(\.path))
    let outcomes = parallelMap(count: files.count, jobs: jobs, makeState: { () }, finish: { _ in 0 }) { _, index in
      CatalogLoading.load(files[index], fileSystem, workingDirectory)
    }.results
    var loaded: [LoadedFile] = []
    var failures: [FileFailure] = []
    for outcome in outcomes {
      switch outcome {
      case .success(let file): loaded.append(file)
      case .failure(let failure): failures.append(failure)
      }
    }
    return (loaded, failures)
  }

  private static func load(_ file: CatalogFile, _ fileSystem: any FileSystem, _ workingDirectory: String)
    -> Result<LoadedFile, FileFailure>
  {
    let displayed = PathName.displayed(file.path, in: workingDirectory)
    do throws(FileFailure) {
      let (bytes, refusedSize): ([UInt8], Int?) =
        switch try fileSystem.read(file.path, upTo: LintRun.largestFile) {
        case .bytes(let bytes): (bytes, nil)
        case .tooLarge(let size): ([], size)
        }
      let source = SourceFile(path: displayed, bytes: bytes)
      return .success(
        LoadedFile(
          source: source, relativePath: file.relativePath, isReported: file.isReported, refusedSize: refusedSize,
          mayDefine: CatalogContext.mayDefine(source)))
    } catch {
      return .failure(FileFailure(path: displayed, reason: error.reason))
    }
  }
}
