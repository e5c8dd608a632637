import CEL
import DataTree
import Diagnostics

/// A reader-facing text of a document in Chinese, and in English if it has that.
struct LocalizedPair {
  /// The Chinese text.
  var chinese: NodeID
  /// The English text.
  var english: NodeID?
  /// What the two are known to pass, wherever they stood.
  var passed = TextMemo.PassedChecks()
}

/// Functions on a text and its translation.
///
/// Those on whole documents walk the texts once for all rules; a rule that selected each text would spend more on the
/// selection than on the text.
extension DomainFunctions {
  /// The functions that hold Chinese and English against each other.
  var languageFunctions: [FunctionDeclaration] {
    [numberDifferences, textsWithoutEnglish, untranslated, fullWidthMarks, pageDifferences]
  }

  /// `numberDifferences(document)`
  private var numberDifferences: FunctionDeclaration {
    declare(
      "numberDifferences",
      zh: "文件里中英文数字不一致之处，每处为 {zh, en}，内容是原文；只有一种语言写了的，另一种为空文字，text 为另一种语言的整段文字。",
      en:
        "Where the Chinese and the English of a document differ in numbers, as {zh, en} with the words of each; empty for "
        + "a language that does not state the number, with the whole of its text as `text`.",
      [.dyn], .list(.map(.string, .string))
    ) { arguments, evaluation in
      var found: [Value] = []
      var isCut = false
      let isDocument = eachTranslation(arguments[0], .numbers, evaluation) { chinese, english, texts in
        let left = QuantityReader.read(texts.chinese)
        let right = QuantityReader.read(texts.english)
        isCut = isCut || left.isCut || right.isCut
        guard !isCut else { return false }
        if left.items.isEmpty, right.items.isEmpty { return true }
        let differences = QuantityComparison(chinese: left, english: right).differences
        for difference in differences { found.append(entry(difference, chinese, english, evaluation)) }
        return differences.isEmpty
      }
      if isCut { return evaluation.limitReached(.tooManyNumbers) }
      return isDocument ? evaluation.makeList(found) : .absent
    }
  }

  /// A difference with its places: first where the English is or should be.
  private func entry(
    _ difference: QuantityComparison.Difference, _ chinese: TextReference, _ english: TextReference,
    _ evaluation: Evaluation
  ) -> Value {
    let zh = (evaluation.makeString("zh"), part(of: chinese, difference.chinese?.range))
    let en = (evaluation.makeString("en"), part(of: english, difference.english?.range))
    let name = evaluation.makeString("text")
    if difference.english == nil { return evaluation.makeMap([(name, .string(english)), zh, en]) }
    if difference.chinese == nil { return evaluation.makeMap([en, (name, .string(chinese)), zh]) }
    return evaluation.makeMap([en, zh])
  }

  /// `textsWithoutEnglish(document)`
  private var textsWithoutEnglish: FunctionDeclaration {
    declare(
      "textsWithoutEnglish",
      zh: "文件里面向读者、有中文而没有英文的文字；单位自用的 x- 字段、按语言分列的文件不算。",
      en: "The reader-facing texts of a document that have Chinese but no English; a bureau's own x- keys and files by "
        + "language are none.",
      [.dyn], .list(.string)
    ) { arguments, evaluation in
      var found: [Value] = []
      let isDocument = eachPair(arguments[0], evaluation) { chinese, english in
        if english == nil { found.append(.string(chinese)) }
      }
      return isDocument ? evaluation.makeList(found) : .absent
    }
  }

  /// `untranslated(document, vocabulary)`
  private var untranslated: FunctionDeclaration {
    declare(
      "untranslated",
      zh: "文件的英文里没有翻译的部分（原文）：引号、括号之外的汉字，书名号后面没有译名的法规名称，逐字拼音，词汇表里的占位文字，以及与中文相同的整句。",
      en:
        "The parts of a document's English that are not translated: Chinese outside quotation marks and brackets, a title "
        + "without its translation, pinyin, placeholders of a vocabulary, and a phrase that is the same in both languages.",
      [.dyn, .opaque("vocabulary")], .list(.string)
    ) { arguments, evaluation in
      guard let vocabulary = vocabulary(arguments[1]), let number = vocabularyNumber(arguments[1]) else {
        return .absent
      }
      var found: [Value] = []
      let check = TextMemo.PairCheck.translation(vocabulary: number)
      let isDocument = eachTranslation(arguments[0], check, evaluation) { _, english, texts in
        let ranges = untranslatedParts(of: texts.english, from: texts.chinese, vocabulary)
        for range in ranges { found.append(part(of: english, range)) }
        return ranges.isEmpty
      }
      return isDocument ? evaluation.makeList(found) : .absent
    }
  }

  /// What is left of the Chinese in an English text, or stands in for its translation.
  private func untranslatedParts(
    of english: UnsafeBufferPointer<UInt8>, from chinese: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary
  ) -> [Range<Int>] {
    let text = EnglishText(english)
    let ranges = text.untranslated
    if !ranges.isEmpty { return ranges }
    if equalBytes(english, chinese), text.isPhrase { return [0..<english.count] }
    return matches(of: vocabulary, in: english)
  }

  /// All matches of a vocabulary in a text.
  private func matches(of vocabulary: Vocabulary, in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < bytes.count, let match = vocabulary.firstMatch(in: bytes, from: start), !match.isEmpty {
      found.append(match)
      start = match.upperBound
    }
    return found
  }

  /// `fullWidthMarks(document)`
  private var fullWidthMarks: FunctionDeclaration {
    declare(
      "fullWidthMarks",
      zh: "文件的英文里的全角标点、字母和数字（原文）；紧挨汉字的不算。",
      en:
        "Full-width punctuation, letters and digits in a document's English; those beside Chinese characters do not count.",
      [.dyn], .list(.string)
    ) { arguments, evaluation in
      var found: [Value] = []
      let isDocument = eachTranslation(arguments[0], .marks, evaluation) { _, english, texts in
        let ranges = EnglishText(texts.english).fullWidthMarks
        for range in ranges { found.append(part(of: english, range)) }
        return ranges.isEmpty
      }
      return isDocument ? evaluation.makeList(found) : .absent
    }
  }

  // MARK: Texts of a document

  /// Runs `body` on each localized text of a document that has Chinese; false for a value that is no document.
  private func eachPair(
    _ value: Value, _ evaluation: Evaluation, _ body: (_ chinese: TextReference, _ english: TextReference?) -> Void
  ) -> Bool {
    guard case .node(let document) = value else { return false }
    let view = evaluation.tree(document.tree)
    for pair in pairs(of: document, in: view, evaluation) {
      body(reference(pair.chinese, document, view), pair.english.map { reference($0, document, view) })
    }
    return true
  }

  /// Runs a check on each text of a document that has a translation, unless the two passed it before; `body` says whether
  /// they do.
  private func eachTranslation(
    _ value: Value, _ check: TextMemo.PairCheck, _ evaluation: Evaluation,
    _ body: (
      _ chinese: TextReference, _ english: TextReference,
      _ texts: (chinese: UnsafeBufferPointer<UInt8>, english: UnsafeBufferPointer<UInt8>)
    ) -> Bool
  ) -> Bool {
    guard case .node(let document) = value else { return false }
    let view = evaluation.tree(document.tree)
    for pair in pairs(of: document, in: view, evaluation) where !pair.passed.contains(check) {
      guard let english = pair.english else { continue }
      let texts = (chinese: view.text(pair.chinese), english: view.text(english))
      if body(reference(pair.chinese, document, view), reference(english, document, view), texts) {
        TextMemo.of(evaluation).notePass(check, texts.chinese, texts.english)
      }
    }
    return true
  }

  /// The localized texts of a document, with what is known of each from earlier documents.
  private func pairs(of document: NodeReference, in view: TreeView, _ evaluation: Evaluation) -> [LocalizedPair] {
    DocumentMemo.of(evaluation).texts(of: document) {
      var pairs: [LocalizedPair] = []
      pairs.reserveCapacity(64)
      collect(document.node, in: view, into: &pairs, depth: 0)
      let memo = TextMemo.of(evaluation)
      for index in pairs.indices {
        guard let english = pairs[index].english else { continue }
        pairs[index].passed = memo.passed(view.text(pairs[index].chinese), view.text(english))
      }
      return pairs
    }
  }

  /// A scalar of a document as text of the evaluation.
  private func reference(_ node: NodeID, _ document: NodeReference, _ view: TreeView) -> TextReference {
    TextReference(space: document.tree + 2, offset: view.textOffset(node), count: UInt32(view.text(node).count))
  }

  /// Gathers the localized texts below a node, which reading marked as such.
  private func collect(_ node: NodeID, in view: TreeView, into pairs: inout [LocalizedPair], depth: Int) {
    guard depth <= DocumentReading.maximumDepth else { return }
    switch view.kind(node) {
    case .list:
      for element in view.elements(node) where view[element].isCollection {
        collect(element, in: view, into: &pairs, depth: depth + 1)
      }
    case .map where view[node].flags.contains(.localized):
      guard let chinese = text(shapes.keys.zh, "zh", of: node, in: view) else { return }
      pairs.append(LocalizedPair(chinese: chinese, english: text(shapes.keys.en, "en", of: node, in: view)))
    case .map:
      for entry in view.entries(node) where view[entry.value].isCollection {
        collect(entry.value, in: view, into: &pairs, depth: depth + 1)
      }
    default: return
    }
  }

  /// The text of a localized value in a language; an empty one counts as none.
  private func text(_ symbol: Symbol, _ language: StaticString, of node: NodeID, in view: TreeView) -> NodeID? {
    for entry in view.entries(node) {
      // Trees of other symbols are read by the words of their keys.
      guard symbol != .unknown && entry.symbol == symbol || bytes(view.text(entry.key), equal: language) else {
        continue
      }
      return view.kind(entry.value) == .string && view[entry.value].count > 0 ? entry.value : nil
    }
    return nil
  }

  /// `pageDifferences(chinese, english)`
  private var pageDifferences: FunctionDeclaration {
    declare(
      "pageDifferences",
      zh: "中英文指南页面（Markdown）结构不一致之处：part 为 sections（标题）或 items（标题下的列表项和表格行），zh、en 为标题，"
        + "zhCount、enCount 为数目。",
      en:
        "Where two guide pages in Markdown differ in outline: `part` is `sections` (headings) or `items` (list items and "
        + "table rows under one), `zh` and `en` are the headings, `zhCount` and `enCount` the numbers.",
      [.dyn, .dyn], .list(.map(.string, .dyn)),
      examples: [
        ("pageDifferences('# 材料\\n- 护照', '# Documents\\n- Passport')", "[]"),
        ("pageDifferences('# 材料\\n- 护照\\n- 照片', '# Documents\\n- Passport').map(d, d.enCount)", "[1]"),
      ]
    ) { arguments, evaluation in
      guard let chinese = text(of: arguments[0], language: "zh", evaluation),
        let english = text(of: arguments[1], language: "en", evaluation)
      else { return .absent }
      let differences = GuidePage.differences(
        chinese: GuidePage(evaluation.bytes(of: chinese)), english: GuidePage(evaluation.bytes(of: english)))
      return evaluation.makeList(
        differences.map { difference in
          evaluation.makeMap([
            (evaluation.makeString("part"), evaluation.makeString(difference.isOfSections ? "sections" : "items")),
            (evaluation.makeString("zh"), part(of: chinese, difference.chinese)),
            (evaluation.makeString("en"), part(of: english, difference.english)),
            (evaluation.makeString("zhCount"), .int(Int64(difference.chineseCount))),
            (evaluation.makeString("enCount"), .int(Int64(difference.englishCount))),
          ])
        })
    }
  }

  /// A part of a text as a value, which keeps its place so that a diagnostic can underline it.
  func part(of text: TextReference, _ range: Range<Int>?) -> Value {
    let range = range ?? 0..<0
    return .string(
      TextReference(space: text.space, offset: text.offset + UInt32(range.lowerBound), count: UInt32(range.count)))
  }
}
