import Foundation
import TestSupport
import Testing

/// The pages of the libraries show the code of `examples` and what it prints.
@Suite struct LibraryPageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: Self.root.appending(path: path)), as: UTF8.self)
  }

  /// The fenced blocks of a page in one language.
  private func blocks(of page: String, in language: String) -> [String] {
    page.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first.map { $0 + "\n" }
    }
  }

  @Test(arguments: ["CEL", "JSONPath", "JSONSchema"])
  func pageShowsWhatRuns(module: String) throws {
    let page = try text("Sources/\(module)/README.md")
    let code = try text("Sources/examples/\(module)Example.swift")
    #expect(
      blocks(of: page, in: "swift").contains(code), "\(module)/README.md lacks the code of \(module)Example.swift")
    let printed = try Guidelint(module.lowercased()).program("examples").run().text
    #expect(blocks(of: page, in: "text").contains(printed), "\(module)/README.md lacks this output:\n\(printed)")
  }

  @Test(arguments: ["CEL", "JSONPath", "JSONSchema"])
  func pageNamesAProduct(module: String) throws {
    #expect(try text("Package.swift").components(separatedBy: ".library(name: \"\(module)\"").count == 2)
    #expect(try text("Sources/\(module)/README.md").components(separatedBy: "product(name: \"\(module)\"").count == 2)
  }
}
