internal import Dispatch
internal import Subprocess
internal import Synchronization

/// Calls git as a program, without a shell, and waits for it to end.
struct GitProgram: Sendable {
  /// What git said.
  struct Output: Sendable {
    /// Its exit code; 0 where all is well.
    var exitCode: Int32
    /// Standard output.
    var bytes: [UInt8]
    /// Standard error, which git writes in English here.
    var talk: String

    /// Standard output as text, without the line break at its end.
    var text: String {
      String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
  }

  /// Variables of the surroundings that tell git where things are; no other one reaches it.
  let variables: [String: String]
  /// Output beyond this is no answer to any question that is asked here, file contents apart.
  static let largestAnswer = 256 << 20

  /// Nothing that a configuration names is run, nothing is locked or asked, and no network is used: a lint only reads.
  private static let fixedArguments = [
    "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "protocol.allow=never",
  ]
  private static let fixedVariables = [
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat",
  ]

  /// Runs git in a folder.
  /// - Parameter limit: most bytes of standard output.
  func run(
    _ arguments: [String], in folder: String, input: [UInt8] = [], limit: Int = largestAnswer
  ) throws(GitFailure) -> Output {
    // Without the process's own list of folders git would be looked for in some that nobody named.
    guard variables["PATH"] != nil else { throw .notInstalled }
    let environment = variables.merging(GitProgram.fixedVariables) { _, fixed in fixed }
    let all = GitProgram.fixedArguments + ["-C", folder] + arguments
    switch waitFor({ await GitProgram.call(all, environment, input, limit) }) {
    case .success(let output): return output
    case .failure(let failure): throw failure
    case nil: throw .failed("git did not run")
    }
  }

  /// Runs git and collects what it says.
  private static func call(
    _ arguments: [String], _ variables: [String: String], _ input: [UInt8], _ limit: Int
  ) async -> Result<Output, GitFailure> {
    var keyed: [Environment.Key: String] = [:]
    for (name, value) in variables {
      if let key = Environment.Key(rawValue: name) { keyed[key] = value }
    }
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(arguments), environment: .custom(keyed), input: .array(input),
        output: .bytes(limit: limit), error: .string(limit: 64 << 10))
      let code: Int32
      switch result.terminationStatus {
      case .exited(let exit): code = exit
      case .signaled(let signal): code = 128 + signal
      }
      return .success(Output(exitCode: code, bytes: result.standardOutput, talk: result.standardError))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .failure(.notInstalled)
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .failure(.tooLarge(limit))
    } catch {
      return .failure(.failed("\(error)"))
    }
  }
}

/// Holds what a task hands over.
private final class Handover<Value: Sendable>: Sendable {
  /// The value, once it is there.
  let value = Mutex<Value?>(nil)
}

/// Runs asynchronous work to its end while the thread at hand waits.
///
/// The work has a queue of its own, so that waiting on a thread of Swift's pool cannot keep it from being done.
private func waitFor<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value? {
  let handover = Handover<Value>()
  let done = DispatchSemaphore(value: 0)
  Task(executorPreference: QueueExecutor.shared) {
    let value = await work()
    handover.value.withLock { $0 = value }
    done.signal()
  }
  done.wait()
  return handover.value.withLock { $0 }
}

/// Runs tasks on a queue of their own.
private final class QueueExecutor: TaskExecutor {
  /// The one of the process.
  static let shared = QueueExecutor()
  /// Takes the jobs.
  private let queue = DispatchQueue(label: "git", attributes: .concurrent)

  /// Puts a job into the queue.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
