import Foundation
import PackagePlugin

/// Turns every file below `rules/` into Swift source, so that the binary alone holds the standard set.
@main
struct EmbedRules: BuildToolPlugin {
  /// One command whose inputs are all embedded files: an edit, a new file or a rename runs it again.
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = target.directoryURL.appending(path: "rules")
    let folder = rules.resolvingSymlinksInPath().path
    let inputs = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }
      .sorted()
      .map { rules.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "StandardRules.swift")
    return [
      .buildCommand(
        displayName: "Embedding rules", executable: try context.tool(named: "embed-rules").url,
        arguments: [rules.path(), output.path()], inputFiles: inputs, outputFiles: [output])
    ]
  }
}
