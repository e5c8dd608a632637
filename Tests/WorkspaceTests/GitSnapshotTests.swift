import Synchronization
import Testing

@testable import Workspace

/// Objects in memory, which count how often they are asked for.
private final class MemoryObjects: GitObjectSource {
  private let objects: [String: GitObject]
  let calls = Mutex<[[String]]>([])

  init(_ objects: [String: GitObject]) { self.objects = objects }

  func contents(of names: [String]) throws(GitFailure) -> [String: GitObject] {
    calls.withLock { $0.append(names) }
    return objects.filter { names.contains($0.key) }
  }
}

/// A snapshot below `/repo` whose objects hold their own names, but for links, which hold their targets.
private func snapshot(
  _ files: [String], links: [String: String] = [:], submodules: [String] = [], missing: [String] = []
) -> (GitSnapshot, MemoryObjects) {
  var entries: [String: GitEntry] = [:]
  var objects: [String: GitObject] = [:]
  for path in files {
    entries[path] = GitEntry(kind: .file, object: "of " + path)
    if !missing.contains(path) { objects["of " + path] = .bytes(Array(path.utf8)) }
  }
  for (path, target) in links {
    entries[path] = GitEntry(kind: .link, object: "to " + target)
    objects["to " + target] = .bytes(Array(target.utf8))
  }
  for path in submodules { entries[path] = GitEntry(kind: .submodule, object: "commit") }
  let source = MemoryObjects(objects)
  return (GitSnapshot(top: "/repo", entries: entries, objects: GitObjects(source)), source)
}

private func reason(_ body: () throws(FileFailure) -> Void) -> FileFailure.Reason? {
  do throws(FileFailure) {
    try body()
    return nil
  } catch {
    return error.reason
  }
}

@Test func foldersFollowFromTheirFiles() throws {
  let (files, _) = snapshot(["b/c/d.yaml", "a.yaml", "b/a.yaml", "事项/一.yaml"], submodules: ["b/sub"])
  #expect(try files.list("/repo").map(\.name) == ["a.yaml", "b", "事项"])
  #expect(try files.list("/repo/b").map { "\($0.name) \($0.kind)" } == ["a.yaml file", "c folder", "sub other"])
  #expect(try files.status("/repo/b/c", followsLinks: true).kind == .folder)
  #expect(try files.status("/repo/事项/一.yaml", followsLinks: true) == FileStatus(kind: .file, size: 15))
  #expect(try files.read("/repo/b/c/d.yaml") == Array("b/c/d.yaml".utf8))
  #expect(try files.status("/repo/.git", followsLinks: false).kind == .folder)
  #expect(reason { () throws(FileFailure) in _ = try files.read("/repo/none") } == .missing)
  #expect(reason { () throws(FileFailure) in _ = try files.read("/repo/b") } == .notRegular)
  #expect(reason { () throws(FileFailure) in _ = try files.list("/repo/a.yaml") } == .notRegular)
  #expect(reason { () throws(FileFailure) in _ = try files.read("/elsewhere/a.yaml") } == .missing)
  #expect(reason { () throws(FileFailure) in try files.write([], to: "/repo/a.yaml") } == .denied)
}

@Test func linksAreFollowedInsideTheRepositoryOnly() throws {
  let links = ["l": "b", "b/up": "../a.yaml", "loop": "loop", "out": "/etc/passwd", "gone": "nothing", "ll": "l/c"]
  let (files, _) = snapshot(["b/c/d.yaml", "a.yaml"], links: links)
  #expect(try files.read("/repo/l/c/d.yaml") == Array("b/c/d.yaml".utf8))
  #expect(try files.read("/repo/ll/d.yaml") == Array("b/c/d.yaml".utf8))
  #expect(try files.read("/repo/l/up") == Array("a.yaml".utf8))
  #expect(try files.resolved("/repo/ll/d.yaml") == "/repo/b/c/d.yaml")
  #expect(try files.status("/repo/l", followsLinks: false).kind == .link)
  #expect(try files.status("/repo/l", followsLinks: true).kind == .folder)
  #expect(reason { () throws(FileFailure) in _ = try files.read("/repo/loop") } == .linkLoop)
  #expect(reason { () throws(FileFailure) in _ = try files.read("/repo/out") } == .danglingLink)
  #expect(reason { () throws(FileFailure) in _ = try files.read("/repo/gone") } == .missing)
}

@Test func whatIsPreparedIsAskedForOnce() throws {
  let (files, source) = snapshot(["a", "b", "c"], missing: ["c"])
  files.prepare(["/repo/a", "/repo/b", "/repo/none", "/elsewhere"])
  _ = try files.read("/repo/a")
  _ = try files.status("/repo/b", followsLinks: true)
  files.prepare(["/repo/a", "/repo/b"])
  #expect(source.calls.withLock { $0 } == [["of a", "of b"]])
  #expect(
    reason { () throws(FileFailure) in _ = try files.read("/repo/c") }
      == .system("the clone does not hold the file's content"))
}

@Test func listingsOfGitAreReadByTheByte() {
  let tree = GitListing.tree(
    Array("100644 blob aa\t事项/a b.yaml\0120000 blob bb\tx\ty\n\0160000 commit cc\tsub\0junk\0".utf8))
  #expect(
    tree == [
      "事项/a b.yaml": GitEntry(kind: .file, object: "aa"), "x\ty\n": GitEntry(kind: .link, object: "bb"),
      "sub": GitEntry(kind: .submodule, object: "cc"),
    ])
  let index = GitListing.index(Array("100755 aa 0\tp\0100644 bb 1\tq\0100644 cc 2\tq\0".utf8))
  #expect(index.entries == ["p": GitEntry(kind: .file, object: "aa")] && index.conflicts == ["q"])
}

@Test func aBatchIsCutByItsSizes() {
  let batch = Array("aa blob 3\nx\ny\nbb missing\ncc blob 0\n\ndd tree 2\n??\nee blob 99\nshort".utf8)
  #expect(
    GitObjectReader.contents(batch) == ["aa": .bytes(Array("x\ny".utf8)), "cc": .bytes([])])
}
