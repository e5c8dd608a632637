import Diagnostics
import Foundation
import Testing

@testable import Walkthrough

struct ZWritePages {
  @Test func write() throws {
    let folder = "/tmp/pages"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, page) in [
      ("zh", SampleChecklists.page()), ("en", SampleChecklists.page(language: .en)),
      ("full", SampleChecklists.page(isFull: true)),
      ("several", SampleChecklists.page([SampleChecklists.item(), SampleChecklists.item("small", title: SampleChecklists.text("小店登记", "Small shop"), lines: Array(SampleChecklists.lines.prefix(5)))])),
    ] {
      try SampleChecklists.render(page).write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
    }
  }
}

struct ZEstimates {
  @Test func show() {
    for language in [Language.zh, .en] {
      print(language, (0..<7).map { (SheetFit.estimate(SampleChecklists.item(), in: language, density: $0) * 10).rounded() / 10 })
    }
  }
}
