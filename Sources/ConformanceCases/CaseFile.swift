package import DataTree
package import Foundation

/// A JSON file of a suite's folder.
package struct CaseFile {
  /// Path below the folder, with `/`.
  package let name: String
  /// What it holds.
  package let data: Data

  /// What it holds as a tree; nil when it is not JSON.
  package var tree: DataTree? { JSONTree.read(data) }

  /// The JSON files below a folder, sorted by name; none where there is no folder.
  package static func all(in directory: String) -> [CaseFile] {
    let walker = FileManager.default.enumerator(atPath: directory)
    let names = (walker?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".json") }
    return names.sorted().map { name in
      // A file that cannot be read has no JSON, which its suite reports.
      CaseFile(name: name, data: FileManager.default.contents(atPath: directory + "/" + name) ?? Data())
    }
  }
}
