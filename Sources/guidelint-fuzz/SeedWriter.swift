import ConformanceCases
import DataTree
import Foundation
import StandardRules

/// Writes the inputs that fuzzing begins with: the public suites, where they are, and the repository's own files.
struct SeedWriter {
  /// Where they go, one folder per target.
  let folder: String

  /// Writes all of them.
  func writeAll() {
    let suites = ProcessInfo.processInfo.environment["GUIDELINT_CONFORMANCE"] ?? "../shared/conformance"
    let rules = StandardRules.files.filter { $0.path.description.hasSuffix(".yaml") }.map { $0.text.description }
    let schemas = StandardRules.files.filter { $0.path.description.hasSuffix(".json") }.map { $0.text.description }
    let catalog = files(below: "catalog", ending: ".yaml")
    var seeds: [FuzzTarget: [String]] = [
      .yaml: catalog + rules, .rule: rules.filter { $0.utf8.starts(with: "id:".utf8) || $0.hasPrefix("#") },
      .jsonpath: rules.flatMap { lines(of: $0, behind: ["select:", "at:"]) },
      .cel: rules.flatMap { lines(of: $0, behind: ["require:", "when:", "groupBy:", "each:"]) }, .jsonschema: schemas,
    ]
    seeds[.yaml, default: []] += texts(of: "yaml", in: files(below: suites + "/yaml", ending: ".json"))
    seeds[.jsonpath, default: []] += texts(of: "selector", in: files(below: suites + "/jsonpath", ending: ".json"))
    seeds[.cel, default: []] += texts(of: "expr", in: files(below: suites + "/cel", ending: ".json"))
    seeds[.jsonschema, default: []] += groups(in: files(below: suites + "/jsonschema", ending: ".json"))
    for target in FuzzTarget.allCases { write(seeds[target] ?? [], for: target) }
  }

  /// Writes the seeds of one target, each once.
  private func write(_ texts: [String], for target: FuzzTarget) {
    let place = URL(fileURLWithPath: folder).appendingPathComponent(target.rawValue)
    let distinct = Set(texts).sorted()
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (index, text) in distinct.enumerated() {
        try Data(text.utf8).write(to: place.appendingPathComponent("seed-\(index)"))
      }
    } catch {
      Fuzzer.stop("\(place.path) cannot be written: \(error)")
    }
    print("\(target.rawValue): \(distinct.count) seeds")
  }

  /// The texts of all files with an ending, in order of their paths; none where the folder is absent.
  private func files(below folder: String, ending: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().filter { $0.hasSuffix(ending) }.compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// What a key holds, anywhere in some JSON files.
  private func texts(of key: String, in files: [String]) -> [String] {
    files.flatMap { file -> [String] in
      guard let tree = JSONTree.read(Data(file.utf8)) else { return [] }
      let view = tree.view
      return (0..<UInt32(view.nodeCount)).compactMap { index in
        guard view.kind(NodeID(index)) == .map, let value = view.value(of: NodeID(index), at: key) else { return nil }
        return view.kind(value) == .string ? view.string(value) : nil
      }
    }
  }

  /// Schemas of the suite, each with the first document that it is tried on.
  private func groups(in files: [String]) -> [String] {
    files.flatMap { file -> [String] in
      guard let tree = JSONTree.read(Data(file.utf8)), tree.view.kind(.root) == .list else { return [] }
      let view = tree.view
      return view.elements(.root).flatMap { group -> [String] in
        guard let schema = view.value(of: group, at: "schema"), let tests = view.value(of: group, at: "tests") else {
          return []
        }
        return view.elements(tests).prefix(2).compactMap { test in
          view.value(of: test, at: "data").map {
            "\(JSONTree.text(schema, in: view))\n---\n\(JSONTree.text($0, in: view))\n"
          }
        }
      }
    }
  }

  /// What stands behind some keys of a rule, as far as it fits on their line.
  private func lines(of rule: String, behind keys: [String]) -> [String] {
    rule.split(separator: "\n").compactMap { line in
      keys.first { line.hasPrefix($0) }.map { String(line.dropFirst($0.count + 1)) }
    }
  }
}
