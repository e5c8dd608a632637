import Foundation
import Testing

@testable import Workspace

@Test func linksStayLinksAndDevicesAreLeftAlone() throws {
  let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path + "/guidelint-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let disk = DiskFileSystem()
  try disk.write(Array("old".utf8), to: folder + "/file")
  try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "file")
  try disk.write(Array("new".utf8), to: folder + "/link")
  #expect(try disk.status(folder + "/link", followsLinks: false).kind == .link)
  #expect(try disk.read(folder + "/file") == Array("new".utf8))
  #expect(mkfifo(folder + "/pipe", 0o600) == 0)
  #expect(throws: FileFailure(path: folder + "/pipe", reason: .notRegular)) {
    try disk.write(Array("through".utf8), to: folder + "/pipe")
  }
  #expect(try disk.status(folder + "/pipe", followsLinks: false).kind == .other)
  #expect(try disk.list(folder).map(\.name) == ["file", "link", "pipe"])
}
