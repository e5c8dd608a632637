import CEL
import Diagnostics
import YAMLReader

/// Messages of rules.
extension RuleCompiler {
  /// The message in both languages; that of a tested rule is compiled when it is needed.
  mutating func message(_ declaration: RuleDeclaration, _ variables: [Variable], in file: File) -> RuleMessage {
    let zh = MessageTemplate(declaration.messageZH.text)
    let en = MessageTemplate(declaration.messageEN.text)
    if file.isTested, let fields = MessageCompiler.fields(of: zh), let others = MessageCompiler.fields(of: en) {
      for name in fields + others { _ = symbols.intern(name) }
      for text in [zh.text, en.text] { noteNames(in: text) }
      return RuleMessage { [messages] in
        RuleMessage.Parts(zh: messages.parts(zh, variables), en: messages.parts(en, variables))
      }
    }
    return RuleMessage(
      RuleMessage.Parts(
        zh: message(zh, declaration.messageZH, variables, in: file),
        en: message(en, declaration.messageEN, variables, in: file)))
  }

  private mutating func message(
    _ template: MessageTemplate, _ written: WrittenText, _ variables: [Variable], in file: File
  ) -> [Rule.MessagePart] {
    if !template.faults.isEmpty {
      let offsets = ScalarOffsets(written.node, in: file.view, source: file.source)
      for fault in template.faults {
        let (message, at) = Messages.templateFault(fault)
        diagnostics.append(
          Diagnostic(id: "rule-message", message: message, range: offsets.sourceRange(at..<at + 1)))
      }
    }
    return template.parts.compactMap { part in
      switch part {
      case .words(let words): .words(words)
      case .expression(let range):
        expression(written, part: range, variables, in: file).map { .expression($0.program) }
      }
    }
  }
}
