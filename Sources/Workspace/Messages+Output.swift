internal import Diagnostics

/// What is said about where reports go.
extension Messages {
  /// An output that would overwrite a document.
  static func outputWouldReplaceInput(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "输出文件“\(path)”是本次检查的输入，或是 YAML 文件（文档、配置），为免覆盖，没有写入；请换一个文件名。",
      en:
        "The output “\(path)” is an input of this run or a YAML file (document, configuration), so nothing was written; choose another name."
    )
  }

  /// Two outputs that lead to one file.
  static func outputsCollide(_ first: String, _ second: String) -> LocalizedText {
    first == second
      ? LocalizedText(
        zh: "两个输出写到同一个文件“\(first)”，没有写入；请各写一个文件。",
        en: "Two outputs go to the file “\(first)”, so nothing was written; give each a file of its own.")
      : LocalizedText(
        zh: "输出“\(first)”和“\(second)”是同一个文件，没有写入；请各写一个文件。",
        en: "The outputs “\(first)” and “\(second)” are one file, so nothing was written; give each a file of its own.")
  }

  /// Two outputs to standard output.
  static let outputsCollide = LocalizedText(
    zh: "两个格式不能都写到标准输出；请写 -f 名称=文件。",
    en: "Two formats cannot both go to standard output; write -f name=file.")

  /// A summary for which GitHub has no room left.
  static func summaryFull(_ file: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：作业摘要“\(file)”已满（GitHub 每步最多 1 MB），没有写入。",
      en: "note: the job summary “\(file)” is full (GitHub takes 1 MB for each step), so nothing was added.")
  }

  /// How GitLab, which takes no annotations from a job's output, is told of the results.
  static let codeQualityHint = LocalizedText(
    zh: "提示：要在合并请求中看到结果，请加 -f text -f gitlab=gl-code-quality-report.json，"
      + "并在作业的 artifacts:reports:codequality 中写明该文件。",
    en: "note: to see the results in merge requests, add -f text -f gitlab=gl-code-quality-report.json and name that "
      + "file in artifacts:reports:codequality of the job.")

  /// A report that was lost on its way to a file, a pipe or a terminal.
  static func cannotWriteOutput(_ reason: String) -> LocalizedText {
    LocalizedText(
      zh: "无法写入标准输出（\(reason)），结果没有写全。",
      en: "Standard output cannot be written (\(reason)); what was printed is not whole.")
  }
}
