internal import Dispatch
internal import Subprocess
internal import Synchronization

/// A program of the system, called without a shell and waited for.
struct ExternalProgram: Sendable {
  /// What a program said.
  struct Output: Sendable {
    /// Its exit code; 0 where all is well.
    var exitCode: Int32
    /// Standard output.
    var bytes: [UInt8]
    /// Standard error.
    var talk: String
  }

  /// Why a program gave no answer.
  enum Fault: Error, Hashable, Sendable {
    /// There is no program of this name in the folders where programs are.
    case notInstalled
    /// It said more than any answer that was expected.
    case tooLarge(Int)
    /// It did not end in the time that it had.
    case timedOut
    /// Anything else, in the system's words.
    case failed(String)
  }

  /// Its name, which is looked for in the folders of `PATH`.
  let name: String
  /// Variables that it sees; no other one reaches it.
  let variables: [String: String]

  /// Runs it to its end.
  /// - Parameters:
  ///   - limit: most bytes of standard output.
  ///   - time: what it may take; nil = any time.
  func run(
    _ arguments: [String], input: [UInt8] = [], limit: Int, time: Duration? = nil
  ) throws(Fault) -> Output {
    // Without the process's own list of folders it would be looked for in some that nobody named.
    guard variables["PATH"] != nil else { throw .notInstalled }
    let answer = waitFor {
      guard let time else { return await call(arguments, input, limit) }
      return await withTaskGroup(of: Result<Output, Fault>.self) { group in
        group.addTask { await call(arguments, input, limit) }
        group.addTask {
          try? await Task.sleep(for: time)
          return .failure(.timedOut)
        }
        let first = await group.next()
        // A program whose task is cancelled is killed.
        group.cancelAll()
        return first ?? .failure(.timedOut)
      }
    }
    switch answer {
    case .success(let output): return output
    case .failure(let fault): throw fault
    case nil: throw .failed("\(name) did not run")
    }
  }

  /// Runs it and collects what it says.
  private func call(_ arguments: [String], _ input: [UInt8], _ limit: Int) async -> Result<Output, Fault> {
    var keyed: [Environment.Key: String] = [:]
    for (name, value) in variables {
      if let key = Environment.Key(rawValue: name) { keyed[key] = value }
    }
    do {
      let result = try await Subprocess.run(
        .name(name), arguments: Arguments(arguments), environment: .custom(keyed), input: .array(input),
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
  private let queue = DispatchQueue(label: "program", attributes: .concurrent)

  /// Puts a job into the queue.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
