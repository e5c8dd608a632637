internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Standard output, and why it could not be written: a report that is lost must not look like a clean one.
package enum StandardOutput {
  /// Number of the first error of the system but a closed pipe, which ends the output quietly, as `head` expects.
  private static let code = Atomic<Int32>(0)

  /// What to say where something was lost; nil where everything was written.
  package static var failure: RunMessage? {
    let code = code.load(ordering: .relaxed)
    guard code != 0 else { return nil }
    return RunMessage(isFailure: true, text: Messages.cannotWriteOutput(String(cString: strerror(code))))
  }

  /// Writes bytes.
  package static func write(_ bytes: UnsafeRawBufferPointer) {
    var written = 0
    while written < bytes.count {
      let part = systemWrite(1, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if part < 0, errno == EINTR { continue }
      guard part > 0 else {
        if errno != EPIPE { _ = code.compareExchange(expected: 0, desired: errno, ordering: .relaxed) }
        return
      }
      written += part
    }
  }

  /// Writes bytes.
  package static func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }

  /// Writes text.
  package static func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }
}

/// Talk on standard error; where nobody can hear it, there is nobody to tell.
package enum StandardError {
  /// Writes text.
  package static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let part = systemWrite(2, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { return }
        written += part
      }
    }
  }
}

// The methods above shadow the system's name.
private func systemWrite(_ descriptor: Int32, _ source: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, source, count)
}
