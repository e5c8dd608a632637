// Times a full lint against a bare loop over libyaml's events, in one process and on the same files, then the engines.
// Usage: guidelint-bench [--items N] [--bundles N] [--seed N] [--rounds N] [--jobs N] [--catalog FOLDER] [--keep]
//        guidelint-bench engines
let options = BenchOptions(CommandLine.arguments)
if options.verb != "engines" { try LintBench(options).run() }
try EngineBench().run()
