import TestSupport
import Testing

@testable import Workspace

/// Programs of the system, called without a shell.
@Suite struct ExternalProgramTests {
  private func program(_ name: String) -> ExternalProgram {
    ExternalProgram(name: name, variables: ["PATH": "/usr/bin:/bin"])
  }

  @Test func whatAProgramSaysIsCollected() throws {
    let output = try program("cat").run([], input: Array("甲; rm -rf".utf8), limit: 100)
    #expect(output.exitCode == 0 && output.bytes == Array("甲; rm -rf".utf8) && output.talk.isEmpty)
    #expect(try program("false").run([], limit: 10).exitCode == 1)
  }

  @Test func faultsAreTold() {
    #expect(throws: ExternalProgram.Fault.notInstalled) { try program("guidelint-no-such-program").run([], limit: 10) }
    #expect(throws: ExternalProgram.Fault.notInstalled) {
      try ExternalProgram(name: "cat", variables: [:]).run([], limit: 10)
    }
    #expect(throws: ExternalProgram.Fault.tooLarge(3)) { try program("echo").run(["abcdef"], limit: 3) }
  }

  @Test func aProgramThatDoesNotEndIsKilled() {
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: ExternalProgram.Fault.timedOut) {
        try program("sleep").run(["30"], limit: 10, time: .milliseconds(200))
      }
    }
    #expect(time < .seconds(10))
  }
}
