// Writes a Swift file that holds the text of every rule, schema, vocabulary and kit below a folder.
// Usage: embed-rules FOLDER OUTPUT
import Foundation

/// Ends the build with a message that names the file at fault.
func stop(_ message: String) -> Never {
  FileHandle.standardError.write(Data("embed-rules: \(message)\n".utf8))
  exit(1)
}

/// A raw string literal with more `#` than the text itself uses after a quote.
func literal(_ text: String) -> String {
  var longest = 0
  var run = -1
  for byte in text.utf8 {
    if byte == UInt8(ascii: "\"") {
      run = 0
    } else if byte == UInt8(ascii: "#"), run >= 0 {
      run += 1
    } else {
      run = -1
    }
    longest = max(longest, run)
  }
  // `\##(` would start an interpolation, so backslashes count too: one more `#` than any run keeps them inert.
  var hashes = max(longest, 0) + 2
  while text.contains("\\" + String(repeating: "#", count: hashes)) { hashes += 1 }
  let fence = String(repeating: "#", count: hashes)
  return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
}

/// Paths of the embedded files, relative to the folder and sorted.
func listing(of folder: URL) -> [String] {
  guard let walker = FileManager.default.enumerator(atPath: folder.resolvingSymlinksInPath().path) else {
    stop("cannot read \(folder.path)")
  }
  return walker.compactMap { $0 as? String }
    .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

guard CommandLine.arguments.count == 3 else { stop("usage: embed-rules FOLDER OUTPUT") }
let folder = URL(fileURLWithPath: CommandLine.arguments[1])
var output = """
  /// The shipped rules, schemas, vocabularies and kits, as they stand in `rules/`.
  package enum StandardRules {
    /// Path below `rules/` and text of each file, sorted by path.
    package static let files: [(path: StaticString, text: StaticString)] = [

  """
for path in listing(of: folder) {
  guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path),
    let text = String(data: data, encoding: .utf8)
  else { stop("\(path) is no UTF-8 text") }
  guard !text.utf8.contains(0x0D) else { stop("\(path) has CR line ends; save it with LF") }
  output += "(\"\(path)\", \(literal(text))),\n"
}
output += "  ]\n}\n"
do {
  try Data(output.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[2]), options: .atomic)
} catch {
  stop("cannot write \(CommandLine.arguments[2]): \(error)")
}
