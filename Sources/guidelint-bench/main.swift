// Times a full lint against a bare loop over libyaml's events, in one process and on the same files, then the engines.
// Usage: guidelint-bench [--items N] [--bundles N] [--seed N] [--rounds N] [--jobs N] [--catalog FOLDER] [--keep]
//        guidelint-bench engines
//        guidelint-bench reports [--diagnostics N] [--items N] [--rounds N] [--jobs N]
//        guidelint-bench rules [--items N] [--bundles N] [--seed N] [--rounds N]
import Foundation
import Workspace

ProcessMemory.takeInLargePieces()
let options = BenchOptions(CommandLine.arguments)
do {
  switch options.verb {
  case "rules": RuleBench(options).run()
  case "reports": try ReportBench(options).run()
  case "engines": try EngineBench().run()
  default:
    try LintBench(options).run()
    try EngineBench().run()
  }
} catch BenchFailure.noFiles(let folder) {
  FileHandle.standardError.write(Data("guidelint-bench: no YAML file in \(folder)\n".utf8))
  exit(2)
}
