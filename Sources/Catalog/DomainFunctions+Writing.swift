import CEL
import DataTree
import YAMLReader

/// Functions on how text is written.
extension DomainFunctions {
  /// Functions that rewrite a text.
  var writingFunctions: [FunctionDeclaration] { [inOtherScript, halfWidth, canonicalLimit, isUnquotedNumber] }

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

  /// `halfWidth(text)`
  private var halfWidth: FunctionDeclaration {
    declare(
      "halfWidth",
      zh: "把文字里的全角数字和字母换成半角，标点不变。",
      en: "A text with its full-width digits and letters in half width; marks stay as they are.",
      [.dyn], .string,
      examples: [("halfWidth('０７９１－８６７４')", "'0791－8674'"), ("halfWidth('ＴＥ１')", "'TE1'")]
    ) { arguments, evaluation in
      // Every full-width form begins with this byte: without it, nothing is to be replaced.
      if let text = text(of: arguments[0], evaluation), !evaluation.bytes(of: text).contains(0xEF) {
        return .string(text)
      }
      return withText(arguments[0], evaluation) { text in
        var scanner = TextScanner(text)
        var bytes: [UInt8] = []
        while let scalar = scanner.next() {
          let isWord =
            (0xFF10...0xFF19).contains(scalar) || (0xFF21...0xFF3A).contains(scalar)
            || (0xFF41...0xFF5A).contains(scalar)
          appendScalar(isWord ? foldedWidth(scalar) : scalar, to: &bytes)
        }
        return evaluation.makeString(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// `canonicalLimit(limit)`
  private var canonicalLimit: FunctionDeclaration {
    declare(
      "canonicalLimit",
      zh: "时限的规范写法：阿拉伯数字加单位，去掉“内”“以内”，语言和单位照原文；没有数字的时限视为未填。",
      en: "The way to write a limit: digits and the unit, without 内 or “within”, in the language and unit of the "
        + "writer; absent for limits without a number.",
      [.dyn], .string,
      examples: [
        ("canonicalLimit('二十个工作日内')", "'20 个工作日'"), ("canonicalLimit('20工作日')", "'20工作日'"),
        ("canonicalLimit('within 3 business days')", "'3 working days'"),
      ]
    ) { arguments, evaluation in
      if case .opaque(let limit) = arguments[0] {
        guard Int(limit.tree) < evaluation.trees.count else { return .absent }
        let view = evaluation.tree(UInt32(limit.tree))
        let text = view.text(limit.node)
        if TimeLimit.isCanonical(text) {
          let offset = view.textOffset(limit.node)
          return .string(TextReference(space: UInt32(limit.tree) + 2, offset: offset, count: UInt32(text.count)))
        }
        return TimeLimit.canonicalWords(of: text).map { evaluation.makeString($0) } ?? .absent
      }
      return withText(arguments[0], evaluation) { text in
        TimeLimit.canonicalWords(of: text).map { evaluation.makeString($0) } ?? .absent
      }
    }
  }

  /// `isUnquotedNumber(text)`
  private var isUnquotedNumber: FunctionDeclaration {
    declare(
      "isUnquotedNumber",
      zh: "文档里的这段文字是否写成不带引号的数字；别的程序会把它读作数值，丢掉开头的零和末尾的位数。",
      en: "Whether a text of the document is written as a number without quotes, which other programs read as one: "
        + "leading zeros and digits beyond the sixteenth are lost.",
      [.string], .bool,
      examples: [("isUnquotedNumber(item.id)", "true"), ("isUnquotedNumber(item.kind)", "false")],
      of: "{kind: ServiceItem, id: 000131001000}"
    ) { arguments, evaluation in
      // Texts of documents follow those of literals and of what expressions build.
      guard case .string(let text) = arguments[0], text.space >= 2, Int(text.space) - 2 < evaluation.trees.count else {
        return .bool(false)
      }
      let view = evaluation.trees[Int(text.space) - 2]
      let holder = (0..<UInt32(view.nodeCount)).lazy.map { NodeID($0) }.first { id in
        !view[id].isCollection && view.textOffset(id) == text.offset && view[id].count == text.count
      }
      return .bool(holder.map { view[$0].style == .plain && PlainText.isOtherThanText(view.text($0)) } ?? false)
    }
  }
}
