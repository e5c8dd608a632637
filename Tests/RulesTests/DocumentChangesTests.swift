import SourceText
import Testing

@testable import Rules

private func item(_ id: String, _ more: String = "") -> String { "kind: ServiceItem\nid: \(id)\n\(more)" }

/// The changes between two versions, each a text by path.
private func changes(_ before: [String: String], _ after: [String: String]) -> DocumentChanges {
  let library = RuleFixture([:]).library
  func contents(_ files: [String: String]) -> [DocumentContents] {
    files.sorted { $0.key < $1.key }.map {
      DocumentContents(SourceFile(path: $0.key, bytes: Array($0.value.utf8)), path: $0.key, library: library)
    }
  }
  let names = Set(contents(after).flatMap(\.documents).map(\.name))
  return DocumentChanges(
    from: contents(before), to: contents(after), isReported: { _ in true }, isGone: { name, _ in !names.contains(name) }
  )
}

private func counts(_ before: [String: String], _ after: [String: String]) -> [Int] {
  let counts = changes(before, after).counts
  return [counts.added, counts.modified, counts.removed]
}

@Test func documentsAreToldByIdAndContent() {
  #expect(counts(["a": item("a")], ["moved": item("a")]) == [0, 0, 0])
  #expect(counts(["a": item("a")], ["a": item("a", "visits: 1\n")]) == [0, 1, 0])
  #expect(counts(["a": item("a")], ["b": item("b")]) == [1, 0, 1])
  #expect(counts(["a": item("a") + "---\n" + item("b")], ["x": item("b"), "y": item("a")]) == [0, 0, 0])
  #expect(
    counts(["a": item("a") + "---\n" + item("b")], ["a": item("b", "visits: 2\n") + "---\n" + item("a")]) == [0, 1, 0])
  // The same id again: the second one is new, wherever it stands.
  #expect(counts(["b": item("a")], ["a": item("a", "visits: 9\n"), "b": item("a")]) == [1, 0, 0])
  #expect(counts(["a": item("a"), "b": item("a")], ["a": item("a")]) == [0, 0, 0])
  // Another kind with the same id is another document.
  #expect(counts(["a": item("a")], ["a": "kind: Bundle\nid: a\n"]) == [1, 0, 1])
}

@Test func whatSaysNothingIsNoChange() {
  let plain = item("a", "name: 事项\n")
  let dressed = "\u{FEFF}---\r\n" + plain.replacing("\n", with: "\r\n") + "\r\n...\r\n"
  #expect(counts(["a": plain], ["a": dressed.replacing("\u{FEFF}", with: "")]) == [0, 0, 0])
  #expect(counts(["a": plain], ["a": plain + "# a comment may be a suppression\n"]) == [0, 1, 0])
  #expect(counts([:], [:]) == [0, 0, 0] && changes([:], [:]).isEmpty)
}

@Test func whatCannotBeReadCountsByItsBytes() {
  let broken = item("a", "name: [\n")
  #expect(counts(["a": broken], ["b": broken]) == [0, 0, 0])
  #expect(counts(["a": broken], ["a": broken + "  x\n"]) == [0, 1, 0])
}
