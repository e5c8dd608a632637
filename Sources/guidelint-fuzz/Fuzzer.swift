import Foundation

/// The fuzzer's own loop, in its form for programs that bring their own `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Feeds one parser with inputs that libFuzzer derives from the branches they take.
///
/// `FUZZ_TARGET=yaml guidelint-fuzz …` takes libFuzzer's arguments: flags, folders of inputs, or one file to run again.
/// `guidelint-fuzz seeds FOLDER` writes the inputs to begin with, below the working directory's repository.
@main
struct Fuzzer {
  /// Starts the fuzzer, or writes the seeds.
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "seeds" { return SeedWriter(folder: arguments[2]).writeAll() }
    guard let target = FuzzTarget.chosen else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      stop("FUZZ_TARGET must be one of \(names)")
    }
    // What all inputs share is made before the first, so that its memory counts as no input's.
    target.run([])
    var count = CommandLine.argc
    var values = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &values) { bytes, length in
        FuzzTarget.chosen?.run(Array(UnsafeBufferPointer(start: bytes, count: length)))
        return 0
      })
  }

  /// Ends with a message about the command line.
  static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("guidelint-fuzz: \(message)\n".utf8))
    exit(2)
  }
}

/// A parser, with what follows from a successful parse.
enum FuzzTarget: String, CaseIterable {
  /// All documents of a file, and the offsets of every scalar.
  case yaml
  /// A query, run over one document.
  case jsonpath
  /// An expression with the domain's functions, run over one item.
  case cel
  /// A schema, and behind `---` a document to validate.
  case jsonschema
  /// A rule file beside the shipped schemas.
  case rule

  /// The one that the environment names.
  static let chosen = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap { FuzzTarget(rawValue: $0) }

  /// Parses one input and checks what the parser promises of any input.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .yaml: YAMLPromises.check(bytes)
    case .jsonpath: PathPromises.check(bytes)
    case .cel: ExpressionPromises.shared.check(bytes)
    case .jsonschema: SchemaPromises.check(bytes)
    case .rule: RulePromises.shared.check(bytes)
    }
  }
}
