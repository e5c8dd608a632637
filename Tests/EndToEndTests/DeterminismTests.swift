import TestSupport
import Testing

/// The same input gives the same bytes, whatever the number of workers or the order of files.
@Suite struct DeterminismTests {
  @Test func workersAndOrderDoNotShow() throws {
    let names = (0..<60).map { "items/\($0 % 7)/item-\($0).yaml" }
    var files: [String: String] = [:]
    for (index, name) in names.enumerated() {
      // Every tenth id is given twice, so that what is judged over the catalog is there too.
      files[name] = Sample.item("item-\(index % 10 == 9 ? index - 1 : index)", visits: index % 3 + 1)
    }
    let folder = try Sample.catalog(files)
    for format in ["text", "json"] {
      let reference = try Guidelint(arguments: ["lint", "-f", format, "-j", "1"] + names).in(folder).run()
      #expect(reference.exitCode == 1, "\(reference.everything)")
      for jobs in ["1", "2", "7"] {
        for order in [names, names.reversed(), names.sorted(), rotated(names)] {
          let outcome = try Guidelint(arguments: ["lint", "-f", format, "-j", jobs] + order).in(folder).run()
          #expect(outcome.output == reference.output && outcome.exitCode == 1, "\(format), -j \(jobs)")
        }
      }
      let walked = try Guidelint("lint", "-f", format).in(folder).run()
      #expect(walked.output == reference.output, "\(format), found by a walk")
    }
  }

  private func rotated(_ names: [String]) -> [String] {
    (0..<names.count).map { names[($0 * 17 + 5) % names.count] }
  }
}
