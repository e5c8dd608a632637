import Diagnostics
import Rules
import Testing

@testable import Workspace

private let onlyNone = "extends: []\nrules: {material-none-placeholder: error, text-halfwidth-punctuation: info}\n"
private let item = "kind: ServiceItem\r\nid: a\r\nname: 许可(新办)   # 名称\r\nmaterials:\r\n  - name: 无\r\n"
private let fixedItem = "kind: ServiceItem\r\nid: a\r\nname: 许可（新办）   # 名称\r\nmaterials: []\r\n"

private let desk = ProcessEnvironment(
  workingDirectory: "/desk", localeLanguage: .en, refusesColor: true, outputIsTerminal: false, outputWidth: nil,
  today: "2026-01-01", processorCount: 2)

private func run(_ disk: any FileSystem, paths: [String] = [], input: String? = nil) -> (run: FixRun, result: FixResult)
{
  var lint = LintRequest()
  lint.paths = paths
  lint.today = "2026-01-01"
  var request = FixRequest(lint: lint)
  request.input = input.map { Array($0.utf8) }
  let run = FixRun(request: request, environment: desk, fileSystem: disk)
  return (run, run.run())
}

@Test func filesAreFixedOnceAndForAll() {
  let disk = MemoryFileSystem([
    "/desk/guidelint.yaml": onlyNone, "/desk/a.yaml": item, "/desk/b.yaml": "kind: Bundle\nid: b\n",
  ])
  let (fixer, result) = run(disk)
  #expect(result.outcome?.files.map(\.path) == ["a.yaml"])
  #expect(disk.text("/desk/a.yaml") == item, "nothing is written before `write`")
  let written = result.outcome.map { fixer.write($0) }
  #expect(written?.written == 1 && written?.failures.isEmpty == true)
  #expect(disk.text("/desk/a.yaml")?.utf8.elementsEqual(fixedItem.utf8) == true)
  let summary = result.outcome.map { FixSummary($0, applying: [.safe], isDryRun: false).line.en }
  #expect(
    summary == "fixed 3 findings in 1 file (text-halfwidth-punctuation 2, material-none-placeholder 1); 0 left.")
  #expect(run(disk).result.outcome?.files.isEmpty == true)
}

@Test func aFileThatChangedMeanwhileStays() {
  let disk = MemoryFileSystem(["/desk/guidelint.yaml": onlyNone, "/desk/a.yaml": item])
  let (fixer, result) = run(disk)
  try? disk.write(Array("kind: ServiceItem\n".utf8), to: "/desk/a.yaml")
  let written = result.outcome.map { fixer.write($0) }
  #expect(written?.written == 0)
  #expect(written?.failures.map(\.text.en).first?.hasPrefix("“a.yaml” was changed by somebody else") == true)
  #expect(disk.text("/desk/a.yaml") == "kind: ServiceItem\n")
}

@Test func aLinkStaysAndItsFileIsChanged() {
  let disk = MemoryFileSystem(
    ["/desk/guidelint.yaml": onlyNone, "/else/a.yaml": item], links: ["/desk/link.yaml": "/else/a.yaml"])
  let (fixer, result) = run(disk, paths: ["link.yaml"])
  let written = result.outcome.map { fixer.write($0) }
  #expect(written?.written == 1, "\(result.messages)")
  #expect(disk.text("/else/a.yaml") == fixedItem && disk.text("/desk/link.yaml") == nil)
}

@Test func standardInputIsJudgedUnderItsName() {
  let disk = MemoryFileSystem(["/desk/guidelint.yaml": onlyNone, "/desk/b.yaml": "kind: Bundle\nid: b\n"])
  let (_, result) = run(disk, paths: ["new.yaml"], input: item)
  #expect(result.outcome?.files.first?.after == Array(fixedItem.utf8), "\(result.messages)")
}

@Test func aRunThatCannotBeginFixesNothing() {
  let disk = MemoryFileSystem(["/desk/guidelint.yaml": onlyNone, "/desk/a.yaml": item])
  #expect(run(disk, paths: ["a.yaml", "missing.yaml"]).result.outcome == nil)
}

@Test func aMisspeltKeyIsRespelt() {
  let disk = MemoryFileSystem([
    "/desk/guidelint.yaml": "extends: []\n", "/desk/a.yaml": "kind: ServiceItem\nid: one\n",
    "/desk/b.yaml": "kind: ServiceItem\nid: two\nsuccesor: one\n",
  ])
  let texts = run(disk).result.outcome?.files.map { String(decoding: $0.after, as: UTF8.self) }
  #expect(texts == ["kind: ServiceItem\nid: two\nsuccessor: one\n"])
}
