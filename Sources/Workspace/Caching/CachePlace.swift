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
    guard let folder = folder(under: configuration) else { return nil }
    let isNamed = request.cache != .besideConfiguration
    return LintCache(
      folder: folder, named: isNamed, secretFolder: isNamed ? folder : environment.cacheHome.map { $0 + "/guidelint" },
      context: input, fileSystem)
  }

  /// Whether an earlier run over a catalog left what it came to, so that this one may have nothing to judge; only a
  /// guess, by which it is decided when the rules are compiled.
  func holdsRun(under configuration: Configuration) -> Bool {
    guard let folder = folder(under: configuration), let names = try? fileSystem.list(folder) else { return false }
    return names.contains { $0.name.utf8.starts(with: LintCache.runName.utf8) }
  }

  /// The folder of a catalog's cache; nil where none is wanted or none can be had.
  private func folder(under configuration: Configuration) -> String? {
    switch request.cache {
    case .off: return nil
    // A folder of its own, so that nothing of the user's is replaced where that folder holds other things.
    case .folder(let name): return PathName.absolute(name, in: environment.workingDirectory) + "/guidelint"
    case .besideConfiguration:
      guard let root = configuration.folder, configuration.file != nil else { return nil }
      return root + "/.guidelint-cache"
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
