import CEL
import DataTree
import Synchronization

/// A rule's message in both languages, compiled with the rule or, where the rule is tested, at its first failure.
final class RuleMessage: Sendable {
  /// The parts of the message in each language.
  final class Parts: Sendable {
    /// In Chinese.
    let zh: [Rule.MessagePart]
    /// In English.
    let en: [Rule.MessagePart]

    /// Joins both languages.
    init(zh: [Rule.MessagePart], en: [Rule.MessagePart]) {
      self.zh = zh
      self.en = en
    }
  }

  // Two threads may both compile it; one of the two is kept.
  private let compiled = AtomicLazyReference<Parts>()
  private let compile: @Sendable () -> Parts

  /// A message that is compiled when it is first needed.
  init(compile: @escaping @Sendable () -> Parts) { self.compile = compile }

  /// A compiled message.
  convenience init(_ parts: Parts) { self.init { parts } }

  /// What is put together at a failure.
  var parts: Parts { compiled.load() ?? compiled.storeIfNil(compile()) }
}

/// Compiles messages of tested rules after the rule set is complete, when no key can get a symbol any more.
final class MessageCompiler: Sendable {
  private let environment: Environment
  private let symbols = Mutex(SymbolTable.Builder())

  /// Compiles against the environment of the rules.
  init(_ environment: Environment) { self.environment = environment }

  /// Takes over the keys of the complete rule set.
  func setSymbols(_ builder: SymbolTable.Builder) { symbols.withLock { $0 = builder } }

  /// The names in a message's expressions, each of which may be a field; nil where a key may be written as text, or
  /// the rule must know beforehand what the message reads.
  static func fields(of template: MessageTemplate) -> [String]? {
    var names: [String] = []
    let bytes = Array(template.text.utf8)
    for case .expression(let range) in template.parts {
      let text = String(decoding: bytes[range], as: UTF8.self)
      let keys: [UInt8] = [UInt8(ascii: "["), UInt8(ascii: "`")]
      if text.utf8.contains(where: keys.contains) { return nil }
      names += ExpressionWords.identifiers(in: text)
    }
    return names.contains(where: ["catalog", "index", "today", "base"].contains) ? nil : names
  }

  /// The parts of a message whose expressions are known to be right.
  func parts(_ template: MessageTemplate, _ variables: [Variable]) -> [Rule.MessagePart] {
    let bytes = Array(template.text.utf8)
    return template.parts.compactMap { part in
      switch part {
      case .words(let words): return .words(words)
      case .expression(let range):
        let source = String(decoding: bytes[range], as: UTF8.self)
        let program = symbols.withLock { symbols in
          environment.compile(source, variables: variables, symbols: &symbols).program
        }
        return program.map { .expression($0) }
      }
    }
  }
}
