import CEL

/// Functions on how text is written.
extension DomainFunctions {
  /// Functions that rewrite a text.
  var writingFunctions: [FunctionDeclaration] { [inOtherScript] }

  /// `inOtherScript(text)`
  private var inOtherScript: FunctionDeclaration {
    declare(
      "inOtherScript",
      zh: "把文字里只属于一种字体（简体或者繁体）的常用字换成另一种字体的字，其他字不变。",
      en: "A text with each common character of one Chinese script alone, simplified or traditional, replaced by the "
        + "other script's.",
      [.dyn], .string,
      examples: [("inOtherScript('身份證')", "'身份证'"), ("inOtherScript('报告')", "'報告'")]
    ) { arguments, evaluation in
      withText(arguments[0], evaluation) { text in
        evaluation.makeString(String(decoding: ChineseScript.converted(text), as: UTF8.self))
      }
    }
  }
}
