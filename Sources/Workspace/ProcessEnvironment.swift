package import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The parts of the process's surroundings that change what the tool does: read once, passed on as values.
package struct ProcessEnvironment: Sendable {
  /// Absolute working directory.
  package var workingDirectory: String
  /// Language that the locale asks for; nil when it says nothing (`C`, `POSIX`, unset).
  package var localeLanguage: Language?
  /// Whether `NO_COLOR` is set.
  package var refusesColor: Bool
  /// Whether standard output is a terminal.
  package var outputIsTerminal: Bool
  /// Columns of the terminal on standard output; nil when there is none.
  package var outputWidth: Int?
  /// Today in the local time zone, as `YYYY-MM-DD`.
  package var today: String
  /// Number of cores that may be used.
  package var processorCount: Int
  /// The build service that runs this; nil on a person's machine.
  package var buildService: BuildService?
  /// The user's folder for what can be made anew, absolute; nil when there is none.
  package var cacheHome: String?
  /// What tells this build of the tool from every other.
  package var build: String = ""
  /// Variables that tell git where it and its repository are.
  package var gitVariables: [String: String] = [:]
  /// Whether standard error is a terminal that can take a line back.
  package var errorIsTerminal = false
  /// Whether a continuous integration system runs this, so that no person watches.
  package var isAutomated = false

  /// Reads the surroundings of this process.
  package static func current() -> ProcessEnvironment {
    let isDumb = variable("TERM").map { $0 == "dumb" } ?? true
    return ProcessEnvironment(
      workingDirectory: currentDirectory(),
      localeLanguage: language(of: variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG")),
      refusesColor: variable("NO_COLOR") != nil || variable("TERM") == "dumb", outputIsTerminal: isatty(1) == 1,
      outputWidth: terminalWidth(), today: localDate(), processorCount: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      buildService: BuildService(variable),
      cacheHome: variable("XDG_CACHE_HOME").flatMap(absolute)
        ?? variable("HOME").flatMap(absolute).map { $0 + "/.cache" },
      build: executable(), gitVariables: currentGitVariables(), errorIsTerminal: isatty(2) == 1 && !isDumb,
      isAutomated: ["CI", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TF_BUILD"].contains { variable($0) != nil })
  }

  private static func absolute(_ path: String) -> String? { path.hasPrefix("/") ? path : nil }

  /// Size and times of the running binary: two builds of one version differ in them.
  private static func executable() -> String {
    var buffer = stat()
    #if canImport(Darwin)
      guard stat(CommandLine.arguments.first ?? "", &buffer) == 0 else { return "" }
      let (modified, changed) = (buffer.st_mtimespec, buffer.st_ctimespec)
    #else
      guard stat("/proc/self/exe", &buffer) == 0 else { return "" }
      let (modified, changed) = (buffer.st_mtim, buffer.st_ctim)
    #endif
    return [Int(buffer.st_size), modified.tv_sec, modified.tv_nsec, changed.tv_sec, changed.tv_nsec]
      .map { String($0) }.joined(separator: " ")
  }

  /// What a hook sets with paths relative to where it runs; git would take them relative to the folder that it is told.
  private static let gitPaths = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
  ]
  private static let gitWords = [
    "PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
    "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "SUDO_UID",
  ]

  private static func currentGitVariables() -> [String: String] {
    let folder = currentDirectory()
    var variables: [String: String] = [:]
    for name in gitPaths { variables[name] = variable(name).map { PathName.absolute($0, in: folder) } }
    for name in gitWords { variables[name] = variable(name) }
    // With its folder named and no other word, git takes the folder that it is called from for the working tree.
    if variables["GIT_DIR"] != nil, variables["GIT_WORK_TREE"] == nil { variables["GIT_WORK_TREE"] = folder }
    return variables
  }

  /// The language of a locale's name; nil for the locales that name none.
  package static func language(of locale: String?) -> Language? {
    guard let locale, !locale.isEmpty else { return nil }
    let tag = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
    if tag == "c" || tag == "posix" { return nil }
    return tag == "zh" ? .zh : .en
  }

  // An empty variable says nothing, as POSIX has it.
  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  private static func currentDirectory() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  private static func terminalWidth() -> Int? {
    var size = winsize()
    guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func localDate() -> String {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return "1970-01-01" }
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }
}
