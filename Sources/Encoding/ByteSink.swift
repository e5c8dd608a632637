/// Takes the next bytes of an output; it copies what it wants to keep, because the bytes die with the call.
///
/// A sink does not throw: one that writes to a file remembers its first failure and tells it when the output is closed.
package typealias ByteSink = (UnsafeRawBufferPointer) -> Void
