internal import ArgumentParser
internal import Workspace

/// The root command; `lint` is the default verb.
struct GuidelintCommand: ParsableCommand {
  /// Name, abstract and verbs.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "guidelint",
      abstract: words("检查办事指南和“一件事”。", "Checks government service guides and bundles of services."),
      version: "guidelint \(Tool.version)",
      subcommands: [
        LintCommand.self, FixCommand.self, CompareCommand.self, ChecklistCommand.self, WalkCommand.self,
        LedgerCommand.self, ReportCommand.self, GraphCommand.self, BaselineCommand.self, WaiverCommand.self,
        RuleCommand.self, ExplainCommand.self, NewCommand.self, ConfigCommand.self, ListFilesCommand.self,
        InternalCommand.self,
      ],
      defaultSubcommand: LintCommand.self)
  }
}
