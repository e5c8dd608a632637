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

  /// Reads the surroundings of this process.
  package static func current() -> ProcessEnvironment {
    ProcessEnvironment(
      workingDirectory: currentDirectory(),
      localeLanguage: language(of: variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG")),
      refusesColor: variable("NO_COLOR") != nil || variable("TERM") == "dumb", outputIsTerminal: isatty(1) == 1,
      outputWidth: terminalWidth(), today: localDate(), processorCount: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
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
