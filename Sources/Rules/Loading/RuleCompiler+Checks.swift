import DataTree
import Diagnostics
import SourceText

/// What is asked of a rule file beyond its shape and its expressions.
extension RuleCompiler {
  /// Checks that id, folder and keys fit together.
  mutating func checkStructure(_ declaration: RuleDeclaration, in file: File) {
    let stem = RuleSourceFile(path: file.source.path, source: file.source, isStandard: file.isStandard).stem
    if declaration.id.text != stem {
      note("rule-id", Messages.idDiffersFromFile(declaration.id.text, file: stem), declaration.id, in: file)
    }
    for kind in declaration.kinds where typing.shape(ofKind: kind.text) == nil {
      note("rule-kind", Messages.unknownKind(kind.text, known: typing.kinds), kind, in: file)
    }
    if declaration.require == nil, declaration.find == nil, declaration.each == nil {
      note("rule-require", Messages.requireMissing, declaration.id, in: file)
    }
    if declaration.find != nil, declaration.each != nil {
      note("rule-targets", Messages.findAndEach, declaration.id, in: file)
    }
    if declaration.groupBy == nil {
      for key in ["facts", "within", "report"] where file.view.value(of: .root, at: key) != nil {
        let node = file.view.entries(.root).first { file.view.string($0.key) == key }?.key ?? .root
        diagnostics.append(
          Diagnostic(id: "rule-group", message: Messages.needsGroupBy(key), range: file.view[node].range))
      }
    } else if declaration.find != nil || declaration.each != nil {
      note("rule-targets", Messages.groupOfParts, declaration.id, in: file)
    }
    if declaration.isOnRemoved, declaration.isOverCatalog {
      note("rule-group", Messages.removedOverCatalog, declaration.id, in: file)
    }
    if declaration.isOnRemoved, let place = declaration.atBase.first {
      note("rule-place", Messages.removedHasNoBase, place, in: file)
    }
    if !file.isTested, declaration.explanation.sources.isEmpty, declaration.explanation.note == nil {
      note("rule-sources", Messages.sourcesMissing, declaration.id, in: file)
    }
  }

  /// Checks that defaults have their declared type and that each parameter is read.
  mutating func checkParameters(_ declaration: RuleDeclaration, in file: File) {
    for parameter in declaration.parameters {
      guard let node = declaration.parameterNodes[parameter.name] else { continue }
      if let value = parameter.defaultValue, !value.fits(parameter.kind) {
        diagnostics.append(
          Diagnostic(
            id: "rule-parameter", message: Messages.defaultOfOtherType(parameter.name, parameter.kind),
            range: file.view[defaultNode(of: parameter.name, in: file.view) ?? node].range))
      }
      if !parametersRead.contains(parameter.name), !diagnostics.contains(where: { $0.severity == .error }) {
        diagnostics.append(
          Diagnostic(
            id: "rule-parameter-unused", message: Messages.unusedParameter(parameter.name),
            range: file.view[node].range))
      }
    }
  }

  /// The node of a parameter's default.
  private func defaultNode(of name: String, in view: TreeView) -> NodeID? {
    view.value(of: .root, at: "params").flatMap { view.value(of: $0, at: name) }
      .flatMap { view.value(of: $0, at: "default") }
  }

  /// What people read about a rule.
  static func page(_ declaration: RuleDeclaration, in file: File) -> Rule.Page {
    Rule.Page(
      id: declaration.id.text, pack: file.pack, isStandard: file.isStandard, summary: declaration.summary,
      severity: declaration.severity, level: declaration.level, aspect: declaration.aspect,
      defect: declaration.defect, explanation: declaration.explanation, parameters: declaration.parameters,
      aliases: declaration.aliases, profiles: declaration.profiles.map(\.text), kinds: declaration.kinds.map(\.text),
      fix: declaration.fix?.page, examples: declaration.examples,
      source: file.source, idRange: file.view[declaration.id.node].range)
  }

  private mutating func note(_ id: String, _ message: LocalizedText, _ written: WrittenText, in file: File) {
    diagnostics.append(Diagnostic(id: id, message: message, range: file.view[written.node].range))
  }
}

/// Names in the text of an expression.
enum ExpressionWords {
  /// Where a variable is first named in a text; its whole length where it is not.
  static func range(of name: String, in source: String) -> Range<Int> {
    mention(of: name, in: source) ?? 0..<source.utf8.count
  }

  /// Where a variable is first named in a text; nil where it is not.
  static func mention(of name: String, in source: String) -> Range<Int>? {
    let bytes = Array(source.utf8)
    let wanted = Array(name.utf8)
    for start in bytes.indices where bytes[start...].starts(with: wanted) {
      let end = start + wanted.count
      let isWhole = (end == bytes.count || !isIdentifier(bytes[end])) && (start == 0 || !isIdentifier(bytes[start - 1]))
      if isWhole, start == 0 || bytes[start - 1] != UInt8(ascii: ".") { return start..<end }
    }
    return nil
  }

  /// The names behind a prefix such as `params.` in a text.
  static func names(behind prefix: StaticString, in source: String) -> Set<String> {
    var source = source
    var names: Set<String> = []
    source.withUTF8 { bytes in
      var index = 0
      while index + prefix.utf8CodeUnitCount < bytes.count {
        guard bytes[index] == prefix.utf8Start[0], starts(bytes, at: index, with: prefix) else {
          index += 1
          continue
        }
        var end = index + prefix.utf8CodeUnitCount
        // An optional read is written `params.?name`.
        if bytes[end] == UInt8(ascii: "?") { end += 1 }
        let start = end
        while end < bytes.count, isIdentifier(bytes[end]) { end += 1 }
        names.insert(String(decoding: bytes[start..<end], as: UTF8.self))
        index = end
      }
    }
    return names
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, with prefix: StaticString) -> Bool {
    guard offset + prefix.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<prefix.utf8CodeUnitCount where bytes[offset + index] != prefix.utf8Start[index] { return false }
    return true
  }

  /// Every name in a text, be it of a variable, a function or a field.
  static func identifiers(in source: String) -> [String] {
    source.utf8.split { !isIdentifier($0) }.map { String(Substring($0)) }
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
