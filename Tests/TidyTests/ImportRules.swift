/// Holds every `import` line to the module table.
struct ImportRules {
  let table: ModuleTable
  let manifest: ModuleTable

  /// Modules from outside the package, and who may use them.
  private enum Reach {
    case everywhere, aboveLayer(Int), inputAndOutput, toolchain
  }

  private static let outside: [String: Reach] = [
    "Synchronization": .everywhere,
    "FoundationEssentials": .aboveLayer(2),
    "Foundation": .aboveLayer(5),
    "Glibc": .inputAndOutput, "Musl": .inputAndOutput, "Darwin": .inputAndOutput, "Dispatch": .inputAndOutput,
    "PackagePlugin": .toolchain,
  ]

  /// Rows of the table and targets of the manifest that do not say the same.
  func differences() -> [Fault] {
    var faults: [Fault] = []
    for target in manifest.entries where !target.isTest {
      guard let row = table[target.name] else {
        faults.append(
          Fault(
            path: "CONTRIBUTING.md", line: 1,
            message: "the module table lacks \(target.name), which Package.swift declares; add its row"))
        continue
      }
      for name in target.imports.subtracting(row.imports).sorted() {
        faults.append(
          Fault(
            path: "Package.swift", line: target.line,
            message: "\(target.name) may not import \(name); drop it here or add the arrow to CONTRIBUTING.md"))
      }
      for name in row.imports.subtracting(target.imports).sorted() {
        faults.append(
          Fault(
            path: "CONTRIBUTING.md", line: row.line,
            message: "\(target.name) does not depend on \(name) in Package.swift; make both say the same"))
      }
    }
    for row in table.entries where manifest[row.name] == nil {
      faults.append(
        Fault(path: "CONTRIBUTING.md", line: row.line, message: "Package.swift declares no target \(row.name)"))
    }
    for row in table.entries {
      for name in row.imports {
        guard let layer = row.layer, let other = table[name]?.layer, other > layer else { continue }
        faults.append(
          Fault(path: "CONTRIBUTING.md", line: row.line, message: "\(row.name) imports \(name) from a higher layer"))
      }
    }
    return faults
  }

  /// Imports of one file that its module's row does not have.
  func faults(in source: SwiftSource) -> [Fault] {
    let folders = source.path.split(separator: "/").map(String.init)
    guard folders.count > 2 else { return [] }
    let isTest = folders[0] == "Tests"
    guard let entry = isTest ? manifest[folders[1]] : table[folders[1]] else {
      return [Fault(path: source.path, line: 1, message: "Package.swift or CONTRIBUTING.md lacks \(folders[1])")]
    }
    return imports(of: source).compactMap { name, line in
      if entry.imports.contains(name) { return nil }
      if isTest, Self.outside[name] != nil || name == "Testing" { return nil }
      if let reach = Self.outside[name], allows(reach, entry) { return nil }
      return Fault(
        path: source.path, line: line,
        message: "\(entry.name) may not import \(name); see the module table in CONTRIBUTING.md")
    }
  }

  private func allows(_ reach: Reach, _ entry: ModuleTable.Entry) -> Bool {
    let isToolchain = entry.name == "EmbedRules" || entry.name == "embed-rules"
    let layer = entry.layer ?? 0
    switch reach {
    case .everywhere: return true
    case .aboveLayer(let bound): return layer > bound || isToolchain
    case .inputAndOutput: return layer >= 6 || isToolchain
    case .toolchain: return isToolchain
    }
  }

  private func imports(of source: SwiftSource) -> [(name: String, line: Int)] {
    source.tokens.indices.compactMap { index in
      guard source.tokens[index].text == "import", source.tokens[index].kind == .word else { return nil }
      let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name = kinds.contains(source.text(index + 1)) ? index + 2 : index + 1
      return (source.text(name), source.tokens[index].line)
    }
  }
}
