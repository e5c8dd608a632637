internal import Foundation

/// A file with the output that is expected, beside the test that compares it.
package struct Golden {
  /// Where it lies.
  private let path: String

  /// The file `name` in the folder `Goldens` beside the test file.
  package init(_ name: String, beside testFile: String = #filePath) {
    let folder = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    path = (folder + ["Goldens", Substring(name)]).joined(separator: "/")
  }

  /// What speaks against `output`; nil when the file holds exactly these bytes.
  ///
  /// With `GUIDELINT_RECORD=1` in the environment the file is rewritten, and that is reported as a difference, so that
  /// somebody reads the diff before the test passes.
  package func difference(from output: [UInt8]) -> String? {
    if ProcessInfo.processInfo.environment["GUIDELINT_RECORD"] == "1" {
      do {
        try Data(output).write(to: URL(filePath: path))
        return "\(path) was rewritten; read its diff and run again without GUIDELINT_RECORD"
      } catch {
        return "\(path) could not be written: \(error)"
      }
    }
    guard let expected = FileManager.default.contents(atPath: path) else {
      return "\(path) is missing; GUIDELINT_RECORD=1 writes it"
    }
    return expected.elementsEqual(output) ? nil : firstDifference(between: Array(expected), and: output)
  }

  /// Quotes the first line that is not as expected.
  private func firstDifference(between expected: [UInt8], and output: [UInt8]) -> String {
    let left = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
    let right = output.split(separator: 0x0A, omittingEmptySubsequences: false)
    let index = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    func line(_ lines: [ArraySlice<UInt8>]) -> String {
      index < lines.count ? String(decoding: lines[index], as: UTF8.self) : "(no such line)"
    }
    return "\(path):\(index + 1)\n  expected: \(line(left))\n  output:   \(line(right))"
  }
}
