internal import ArgumentParser
internal import Diagnostics
internal import Encoding
internal import Rules
internal import Walkthrough
internal import Workspace

/// `guidelint report`
struct ReportCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: words(
        "给办事指南打分，汇总走流程和整改情况。", "Scores the guides and sums up walks and rectification."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint report catalog/ -f html=report.html",
    "guidelint report catalog/ --round 2026-q4 -f word=report.docx",
    "guidelint report catalog/ --against main --min-score 80",
  ]

  @Argument(
    help: ArgumentHelp(words("目录所在文件夹（默认当前文件夹）", "Folder of the catalog (default: this folder)"), valueName: "folder"))
  var catalog: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words(
        "输出格式：text、html、markdown、word、json，可重复，可写 html=文件",
        "text, html, markdown, word or json; repeatable; html=FILE writes a file"), valueName: "name[=file]"))
  var format: [String] = []

  @Option(
    help: ArgumentHelp(
      words("只统计这一轮的走流程记录（默认全部）", "Count only the walks of this round (default: all)"), valueName: "name"))
  var round: String?

  @Option(
    help: ArgumentHelp(
      words("四减与哪个旧版对照：文件夹或 git 版本（默认按指南写的改革前数字）", "Earlier version for the four cuts: folder or git revision"),
      valueName: "src"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      words("平均分低于此数即判不通过（退出码 1）", "Fail (exit 1) where the mean of all guides is below"), valueName: "points"))
  var minScore: Double?

  @Option(
    help: ArgumentHelp(
      words("Word 样式取自这个 .docx 文件", "Take the styles of Word from this .docx file"), valueName: "file"))
  var template: String?

  @OptionGroup var configurationOptions: ConfigurationOptions

  @OptionGroup var dayOptions: DayOptions

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses days that do not exist, scores that nobody can have, and formats that there are not.
  func validate() throws {
    if let minScore, !(0...100).contains(minScore) {
      throw ValidationError(words("--min-score 应在 0 至 100 之间。", "--min-score must be from 0 to 100."))
    }
    let targets = try FormatTargets<ScoreFormat>(format, standard: .text)
    if targets.targets.contains(where: { $0.format == .word && $0.file == nil }) {
      throw ValidationError(words("Word 要写到文件：-f word=文件.docx。", "Word goes to a file: -f word=file.docx."))
    }
  }

  /// Counts, writes, exits.
  func run() throws {
    let environment = ProcessEnvironment.current()
    let files = RecordingFileSystem(DiskFileSystem())
    let targets = try FormatTargets<ScoreFormat>(format, standard: .text)
    let output = RenderedOutput(targets.files, files, environment)
    var request = ScoreRequest()
    request.catalog = catalog ?? "."
    request.configurationPath = configurationOptions.path
    request.round = round
    request.against = against
    request.today = dayOptions.today
    let outcome = ScoreRun(request: request, environment: environment, fileSystem: files).run()
    let language = languageOptions.language?.language ?? outcome.language ?? processLanguage
    try refuse(output.faults(inputs: files.pathsRead + (template.map { [$0] } ?? [])), language)
    var messages = outcome.messages
    if let report = outcome.report {
      for target in targets.targets {
        let render = { (sink: @escaping ByteSink) in
          target.format.write(
            report, language: language, width: target.file == nil ? environment.outputWidth : nil,
            isComplete: outcome.isComplete, to: sink)
        }
        let failure: RunMessage?
        if target.format == .word, let file = target.file {
          var markdown: [UInt8] = []
          render { markdown += $0 }
          failure = output.writeWord(markdown, to: file, template: template, created: report.today)
        } else {
          failure = output.write(to: target.file, render)
        }
        if let failure { messages.append(failure) }
      }
    }
    for message in messages { printError(message.text[language]) }
    let hasFailed = outcome.report == nil || !outcome.isComplete || messages.contains(where: \.isFailure)
    let points = outcome.report?.catalog.points
    let isBelow = minScore.map { minimum in points.map { Double($0.hundredths) < minimum * 100 } ?? false } ?? false
    let exitCode: Int32 = hasFailed ? 2 : isBelow ? 1 : 0
    printError(lastLine(outcome.report, exitCode)[language])
    throw ExitCode(exitCode)
  }

  private func lastLine(_ report: ScoreReport?, _ exitCode: Int32) -> LocalizedText {
    let end: LocalizedText
    switch exitCode {
    case 2: end = LocalizedText(zh: "结果不完整，得分不能作为结论（退出码 2）。", en: "the run is not complete (exit 2).")
    case 1:
      let minimum = Points(hundredths: Int(((minScore ?? 0) * 100).rounded())).text
      end = LocalizedText(zh: "低于 \(minimum) 分，不通过（退出码 1）。", en: "below \(minimum), failed (exit 1).")
    default: end = LocalizedText(zh: "完成（退出码 0）。", en: "done (exit 0).")
    }
    guard let report, let points = report.catalog.points else { return end }
    return LocalizedText(
      zh: "\(report.documents.count) 份指南，平均 \(points.text) 分；" + end.zh,
      en: "\(report.documents.count) guides, \(points.text) points on average; " + end.en)
  }
}
