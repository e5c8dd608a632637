internal import Catalog
internal import Rules
internal import SourceText

/// Where a run keeps what it found out, and everything but the files that it depends on.
struct CachePlace {
  private let request: LintRequest
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares the place that a run asks for.
  init(_ request: LintRequest, _ environment: ProcessEnvironment, _ fileSystem: any FileSystem) {
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// The cache of one catalog; nil where none is wanted or none can be had.
  /// - Parameters:
  ///   - rules: the rule files that are not part of the tool.
  ///   - configurations: every configuration file that was read, by path.
  ///   - registries: the files whose `Registry` and `Catalog` documents others take values from.
  func cache(
    for context: LintContext, _ configuration: Configuration, rules: [RuleSourceFile],
    configurations: [String: SourceFile], registries: [SourceFile]
  ) -> LintCache? {
    var input = DigestInput()
    input.add(SummaryCoding.version)
    input.add(Tool.version)
    input.add(environment.build)
    input.add(context.today)
    input.add(context.textLanguage)
    input.add(configuration.file)
    for list in [request.only, request.skip, request.severities, request.parameters] { input.add(list) }
    add(configurations.sorted { $0.key < $1.key }.map(\.value), to: &input)
    input.add(rules.map(\.path))
    add(rules.map(\.source), to: &input)
    add(registries, to: &input)
    if let base = context.base {
      input.add(base.files.map(\.path))
      add(base.files.map(\.source), to: &input)
    }
    switch request.cache {
    case .off: return nil
    case .folder(let name):
      // A folder of its own, so that nothing of the user's is replaced where that folder holds other things.
      let folder = PathName.absolute(name, in: environment.workingDirectory) + "/guidelint"
      return LintCache(folder: folder, named: true, secretFolder: folder, context: input, fileSystem)
    case .besideConfiguration:
      guard let root = configuration.folder, configuration.file != nil else { return nil }
      return LintCache(
        folder: root + "/.guidelint-cache", named: false, secretFolder: environment.cacheHome.map { $0 + "/guidelint" },
        context: input, fileSystem)
    }
  }

  private func add(_ sources: [SourceFile], to input: inout DigestInput) {
    input.add(sources.count)
    for source in sources {
      input.add(source.path)
      input.add(source.bytes)
    }
  }
}

extension CatalogContext {
  /// Those of the files that values come from.
  func files(among sources: [SourceFile]) -> [SourceFile] {
    let paths = files
    return sources.filter { paths.contains($0.path) }
  }
}
