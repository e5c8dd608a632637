import Foundation
import Testing

@testable import Workspace

/// Programs of the system, called without a shell. The calls wait on threads of their own: a test that blocks a thread of
/// Swift's pool keeps all others from it.
@Suite struct ExternalProgramTests {
  /// What a call comes to, made on a thread of its own.
  private func outcome(
    of body: @escaping @Sendable () throws(ExternalProgram.Fault) -> ExternalProgram.Output
  ) async -> Result<ExternalProgram.Output, ExternalProgram.Fault> {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: Result(catching: body)) }
    }
  }

  private func fault(
    _ body: @escaping @Sendable () throws(ExternalProgram.Fault) -> ExternalProgram.Output
  ) async -> ExternalProgram.Fault? {
    if case .failure(let fault) = await outcome(of: body) { return fault }
    return nil
  }

  @Test func whatAProgramSaysIsCollected() async throws {
    let cat = ExternalProgram(name: "cat", variables: ["PATH": "/usr/bin:/bin"])
    let output = try await outcome(of: { () throws(ExternalProgram.Fault) in
      try cat.run([], input: Array("甲; rm -rf".utf8), limit: 100)
    }).get()
    #expect(output.exitCode == 0 && output.bytes == Array("甲; rm -rf".utf8) && output.talk.isEmpty)
  }

  @Test func faultsAreTold() async {
    let (paths, none): ([String: String], [String: String]) = (["PATH": "/usr/bin:/bin"], [:])
    #expect(
      await fault { () throws(ExternalProgram.Fault) in
        try ExternalProgram(name: "guidelint-no-such-program", variables: paths).run([], limit: 10)
      } == .notInstalled)
    #expect(
      await fault { () throws(ExternalProgram.Fault) in
        try ExternalProgram(name: "cat", variables: none).run([], limit: 10)
      } == .notInstalled)
    #expect(
      await fault { () throws(ExternalProgram.Fault) in
        try ExternalProgram(name: "echo", variables: paths).run(["abcdef"], limit: 3)
      } == .tooLarge(3))
  }

  @Test func aProgramThatDoesNotEndIsKilled() async {
    // An hour: nobody would wait for it.
    #expect(
      await fault { () throws(ExternalProgram.Fault) in
        try ExternalProgram(name: "sleep", variables: ["PATH": "/usr/bin:/bin"])
          .run(["3600"], limit: 10, time: .milliseconds(200))
      } == .timedOut)
  }
}
