internal import Diagnostics
internal import Rules
internal import SourceText

/// The configurations and packs that one configuration extends by path, and those that they extend.
struct ExtendedConfigurations {
  /// How deep configurations may extend each other.
  static let deepest = 16
  /// How many of them may stand behind one.
  static let most = 64

  /// Reads each file once.
  let reader: ConfigurationReader
  /// Where they are.
  let fileSystem: any FileSystem
  /// The configurations, weaker ones first.
  private(set) var configurations: [Configuration] = []
  /// Absolute paths of the folders of own packs.
  private(set) var packs: [String] = []
  /// What is wrong with the paths.
  private(set) var faults: [ReportedDiagnostic] = []
  private var visited: Set<String> = []

  /// Starts without a configuration.
  init(reader: ConfigurationReader, fileSystem: any FileSystem) {
    self.reader = reader
    self.fileSystem = fileSystem
  }

  /// What an entry of `extends` leads to.
  private enum Target {
    /// The file of a configuration.
    case configuration(String)
    /// A folder of rules.
    case pack(String)
  }

  /// Collects what a configuration extends; one that is reached twice counts where it is reached first.
  /// - Parameter trail: the files that lead here, the configuration's own last.
  mutating func collect(_ configuration: Configuration, trail: [String]) {
    guard let folder = configuration.folder, let source = configuration.source else { return }
    for (name, range) in configuration.extends where Configuration.isPath(name) {
      func note(_ id: String, _ message: LocalizedText, _ severity: Severity = .error) {
        faults.append(
          ReportedDiagnostic(
            rule: id, state: severity == .error ? .error : .fail, severity: severity, message: message,
            file: source.path, range: range))
      }
      let path = PathName.absolute(name, in: folder)
      do throws(FileFailure) {
        let target = try target(path)
        if let root = repository(around: folder), !PathName.isInside(path, root) {
          note("config-extends-outside", Messages.extendsOutside(name), .info)
        }
        switch target {
        case nil: note("config-extends", Messages.extendsUnfit(name))
        case .pack(let folder): if !packs.contains(folder) { packs.append(folder) }
        case .configuration(let file):
          if let start = trail.firstIndex(of: file) {
            let circle = (trail[start...] + [file]).map {
              PathName.name(of: PathName.folder(of: $0)) + "/" + PathName.name(of: $0)
            }
            note("config-extends-circle", Messages.extendsCircle(circle))
          } else if trail.count >= Self.deepest || visited.count >= Self.most {
            note("config-extends-limit", Messages.extendsTooDeep(name, deepest: Self.deepest, most: Self.most))
          } else if visited.insert(file).inserted {
            let extended = try reader.file(file)
            collect(extended, trail: trail + [file])
            configurations.append(extended)
          }
        }
      } catch {
        note("config-extends", Messages.extendsUnreadable(FileFailure(path: name, reason: error.reason)))
      }
    }
  }

  /// Nil for what is neither a YAML file nor a folder.
  private func target(_ path: String) throws(FileFailure) -> Target? {
    switch try fileSystem.status(path, followsLinks: true).kind {
    case .file: return PathName.isYAML(PathName.name(of: path)) ? .configuration(path) : nil
    case .folder:
      let own = PathName.absolute("guidelint.yaml", in: path)
      return (try? fileSystem.status(own, followsLinks: true)) == nil ? .pack(path) : .configuration(own)
    case .link, .other: return nil
    }
  }

  /// The folder of the repository that a folder is in; nil outside one.
  private func repository(around folder: String) -> String? {
    var current = folder
    while (try? fileSystem.status(PathName.absolute(".git", in: current), followsLinks: false)) == nil {
      if current == "/" { return nil }
      current = PathName.folder(of: current)
    }
    return current
  }
}

extension Configuration {
  /// Why another version of the tool must not use the file; nil where it may.
  func refusal(of version: String) -> ReportedDiagnostic? {
    guard let file, let (text, range) = requiredVersion else { return nil }
    let message: LocalizedText
    if let requirement = VersionRequirement(text) {
      if requirement.accepts(version) { return nil }
      message = Messages.versionRefused(text, actual: version)
    } else {
      message = Messages.versionUnreadable(text)
    }
    return ReportedDiagnostic(
      rule: "config-required-version", state: .error, severity: .error, message: message, file: file, range: range)
  }
}
