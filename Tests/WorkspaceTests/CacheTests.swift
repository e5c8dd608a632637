import Diagnostics
import Rules
import Synchronization
import Testing

@testable import Workspace

/// Runs with a cache in `/cache`, or beside the configuration.
struct CacheTests {
  private static let files = [
    "guidelint.yaml": "extends: [standard/all]\n",
    "registry.yaml": "kind: Registry\nid: r\nmaterials: [{id: form, name: {zh: 申请表, en: Form}}]\n",
    "a.yaml": twice("a"), "b.yaml": "kind: ServiceItem\nid: b\nmaterials: [{ref: form}]\n",
    "c.yaml": "kind: Bundle\nid: c\nmembers: [{item: a}, {item: b}]\n",
    "d.yaml": "kind: ServiceItem\nid: b\n",
  ]

  /// A run over a disk that keeps what earlier runs wrote.
  private func run(
    _ disk: CountingFileSystem, today: String = "2026-01-01", build: String = "1", cacheHome: String? = "/home/.cache",
    _ change: (inout LintRequest) -> Void = { $0.cache = .folder("/cache") }
  ) -> LintOutcome {
    var request = LintRequest()
    request.today = today
    change(&request)
    var environment = ProcessEnvironment(
      workingDirectory: "/desk", localeLanguage: .en, refusesColor: true, outputIsTerminal: false, outputWidth: nil,
      today: today, processorCount: 2)
    environment.build = build
    environment.cacheHome = cacheHome
    return LintRun(request: request, environment: environment, fileSystem: disk).run()
  }

  private func disk(_ files: [String: String] = CacheTests.files) -> CountingFileSystem {
    var absolute: [String: [UInt8]] = [:]
    for (path, text) in files { absolute["/desk/" + path] = Array(text.utf8) }
    return CountingFileSystem(absolute)
  }

  /// Everything that reports are made of.
  private func facts(_ outcome: LintOutcome) -> String {
    let report = outcome.report
    let diagnostics = report.diagnostics.map { "\($0)" }
    let rules = report.rules.map { "\($0.id) \($0.counts)" }
    return (diagnostics + rules + outcome.messages.map(\.text.en)).joined(separator: "\n")
      + "\(report.isComplete) \(report.fileCount) \(report.documentCount) \(report.sources.keys.sorted())"
  }

  @Test func aWarmRunParsesNothingAndSaysTheSame() {
    let disk = disk()
    let cold = run(disk)
    #expect(cold.counters.parses > 0 && !cold.report.diagnostics.isEmpty)
    let warm = run(disk)
    #expect(warm.counters == WorkCounters())
    #expect(facts(warm) == facts(cold))
    #expect(facts(run(disk) { $0.cache = .off }) == facts(cold))
  }

  @Test func onlyWhatChangedIsLookedAtAgain() {
    let disk = disk()
    let parses = run(disk).counters.parses
    disk.edit("/desk/a.yaml") { $0 + Array("visits: 3\n".utf8) }
    let warm = run(disk)
    #expect(warm.counters.parses > 0 && warm.counters.parses < parses)
    #expect(facts(warm) == facts(run(disk) { $0.cache = .off }))
  }

  @Test func eachPartOfTheKeyCounts() {
    let changes: [(String, (CountingFileSystem) -> Void, (inout LintRequest) -> Void)] = [
      ("bytes", { $0.edit("/desk/a.yaml") { $0 + Array("visits: 2\n".utf8) } }, { _ in }),
      (
        "registry",
        {
          $0.edit("/desk/registry.yaml") {
            Array(String(decoding: $0, as: UTF8.self).replacing("申请表", with: "其他材料").utf8)
          }
        }, { _ in }
      ),
      (
        "configuration", { $0.edit("/desk/guidelint.yaml") { _ in Array("extends: [standard/correctness]\n".utf8) } },
        { _ in }
      ),
      (
        "override",
        {
          $0.edit("/desk/guidelint.yaml") {
            $0 + Array("overrides: [{files: [a.yaml], rules: {material-duplicate: off}}]\n".utf8)
          }
        }, { _ in }
      ),
      ("name", { $0.move("/desk/a.yaml", to: "/desk/e.yaml") }, { _ in }),
      ("gone", { $0.remove("/desk/d.yaml") }, { _ in }),
      ("only", { _ in }, { $0.only = ["material-duplicate"] }),
      ("skip", { _ in }, { $0.skip = ["material-duplicate"] }),
      ("severity", { _ in }, { $0.severities = ["material-duplicate=info"] }),
      ("set", { _ in }, { $0.parameters = ["material-copies-over-one.max=3"] }),
      ("paths", { _ in }, { $0.paths = ["a.yaml"] }),
      ("today", { _ in }, { $0.today = "2027-06-01" }),
    ]
    for (name, edit, change) in changes {
      let disk = disk()
      let before = run(disk)
      edit(disk)
      let warm = run(disk) {
        $0.cache = .folder("/cache")
        change(&$0)
      }
      let cold = run(disk) { change(&$0) }
      #expect(facts(warm) == facts(cold), "\(name)")
      if name != "set", name != "today" { #expect(facts(warm) != facts(before), "\(name) changes nothing") }
      if name != "paths", name != "gone" { #expect(warm.counters.parses > 0, "\(name) is no part of the key") }
    }
  }

  @Test func rulesAndBuildsCount() {
    let pack = [
      "guidelint.yaml": "extends: [./own]\n", "own/pack.yaml": "id: own\ntitle: {zh: 自, en: own}\nversion: 1.0.0\n",
      "own/r-one.yaml": CacheTests.rule("2"), "a.yaml": "kind: ServiceItem\nid: a\nvisits: 2\n",
    ]
    let disk = disk(pack)
    #expect(run(disk).report.diagnostics.isEmpty)
    disk.edit("/desk/own/r-one.yaml") { _ in Array(CacheTests.rule("1").utf8) }
    #expect(run(disk).report.diagnostics.map(\.rule) == ["r-one"])
    #expect(run(disk).counters == WorkCounters())
    #expect(run(disk, build: "2").counters.parses > 0)
  }

  @Test func damagedForeignAndReadOnlyCachesAreNone() throws {
    let disk = disk()
    let cold = facts(run(disk))
    let packs = disk.paths.filter { $0.hasPrefix("/cache/guidelint/run") || $0.hasPrefix("/cache/guidelint/documents") }
    #expect(packs.count == 2)
    var numbers = SystemRandomNumberGenerator()
    for path in packs {
      let whole = try disk.read(path)
      for round in 0..<4 {
        disk.edit(path) { bytes in
          var bytes = bytes
          switch round % 4 {
          case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &numbers))
          case 1: bytes[Int.random(in: bytes.indices, using: &numbers)] ^= 1
          case 2: bytes += [0]
          default: bytes = []
          }
          return bytes
        }
        #expect(facts(run(disk)) == cold)
        disk.edit(path) { _ in whole }
      }
    }
    let stranger = self.disk()
    _ = run(stranger)
    for path in packs { disk.edit(path) { _ in (try? stranger.read(path)) ?? [] } }
    let among = run(disk)
    #expect(facts(among) == cold && among.counters.parses > 0)
    let sealed = self.disk()
    sealed.refusesWrites = true
    #expect(facts(run(sealed)) == cold)
  }

  @Test func aCacheThatCameWithTheCatalogIsNotBelieved() {
    let disk = disk()
    let beside: (inout LintRequest) -> Void = { $0.cache = .besideConfiguration }
    let cold = run(disk, beside)
    #expect(disk.paths.contains("/home/.cache/guidelint/key"))
    #expect(disk.paths.contains("/desk/.guidelint-cache/.gitignore"))
    #expect(run(disk, beside).counters == WorkCounters())
    let elsewhere = run(disk, cacheHome: "/other/.cache", beside)
    #expect(elsewhere.counters.parses > 0 && facts(elsewhere) == facts(cold))
    #expect(run(disk, cacheHome: nil, beside).counters.parses > 0)
  }

  @Test func withoutConfigurationNothingIsWritten() {
    let disk = disk(["a.yaml": twice("a")])
    _ = run(disk) { $0.cache = .besideConfiguration }
    #expect(disk.paths == ["/desk/a.yaml"])
  }

  private static func rule(_ visits: String) -> String {
    """
    id: r-one
    summary: {zh: 跑动多, en: Many visits.}
    severity: error
    level: recommended
    aspect: efficiency
    for: ServiceItem
    select: $
    require: this.visits <= \(visits)
    message: {zh: 多, en: many}
    sources: []
    note: {zh: 示例, en: example}
    examples: []
    """
  }
}

/// A disk in memory whose files come and go.
private final class CountingFileSystem: FileSystem {
  private let state: Mutex<[String: [UInt8]]>
  private let sealed = Mutex(false)

  init(_ files: [String: [UInt8]]) { state = Mutex(files) }

  var paths: [String] { state.withLock { $0.keys.sorted() } }

  var refusesWrites: Bool {
    get { sealed.withLock { $0 } }
    set { sealed.withLock { $0 = newValue } }
  }

  func edit(_ path: String, _ change: ([UInt8]) -> [UInt8]) { state.withLock { $0[path] = change($0[path] ?? []) } }

  func remove(_ path: String) { state.withLock { $0[path] = nil } }

  func move(_ path: String, to other: String) {
    state.withLock {
      $0[other] = $0[path]
      $0[path] = nil
    }
  }

  private var disk: MemoryFileSystem {
    MemoryFileSystem(state.withLock { $0.mapValues { String(decoding: $0, as: UTF8.self) } })
  }

  func status(_ path: String, followsLinks: Bool) throws(FileFailure) -> FileStatus {
    if let bytes = state.withLock({ $0[path] }) { return FileStatus(kind: .file, size: bytes.count) }
    return try disk.status(path, followsLinks: followsLinks)
  }

  func resolved(_ path: String) throws(FileFailure) -> String { path }

  func read(_ path: String) throws(FileFailure) -> [UInt8] {
    if let bytes = state.withLock({ $0[path] }) { return bytes }
    throw FileFailure(path: path, reason: .missing)
  }

  func list(_ path: String) throws(FileFailure) -> [(name: String, kind: FileStatus.Kind)] { try disk.list(path) }

  func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    if refusesWrites { throw FileFailure(path: path, reason: .denied) }
    state.withLock { $0[path] = bytes }
  }

  func replace(_ path: String, with bytes: [UInt8], isPrivate: Bool) throws(FileFailure) { try write(bytes, to: path) }

  func makeFolder(_ path: String) throws(FileFailure) {
    if refusesWrites { throw FileFailure(path: path, reason: .denied) }
  }
}
