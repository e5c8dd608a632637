internal import Diagnostics
internal import Workspace

/// The language in which this process speaks before any configuration is read: `--lang`, else the locale, else Chinese.
let processLanguage: Language = {
  let arguments = CommandLine.arguments
  for (index, argument) in arguments.enumerated() {
    if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
      return language
    }
    if argument == "--lang", index + 1 < arguments.count, let language = Language(rawValue: arguments[index + 1]) {
      return language
    }
  }
  return ProcessEnvironment.current().localeLanguage ?? .zh
}()

/// One wording in the language of the process, for help texts.
func words(_ zh: String, _ en: String) -> String {
  processLanguage == .zh ? zh : en
}
