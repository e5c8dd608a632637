import Diagnostics
import SourceText

/// The lasting form of what the document stage makes of a file.
///
/// Settings are not part of it: they follow from the configuration, which is part of the key that a summary is kept
/// under, as are the rules by whose numbers it speaks.
package enum SummaryCoding {
  /// Version of the form; every change of what is written here raises it.
  package static let version = 1

  /// Writes a summary.
  package static func bytes(of summary: FileSummary) -> [UInt8] {
    var writer = BinaryWriter()
    writer.list(summary.documents) { $0.write($1) }
    writer.number(summary.documentCount)
    writer.list(summary.unreadableIDs) { $0.text($1) }
    writer.list(summary.faults) { $0.write($1) }
    writer.list(summary.suppressions) { $0.write($1) }
    return writer.bytes
  }

  /// Reads a summary; nil where the bytes are none.
  /// - Parameters:
  ///   - ruleCount: number of rules, below which every rule's number lies.
  ///   - sums: what tallies are added to instead of being kept.
  ///   - settings: the settings of a document, which are worked out anew.
  package static func summary(
    of bytes: UnsafeRawBufferPointer, ruleCount: Int, sums: TallySums? = nil,
    settings: (DocumentName) -> EffectiveSettings
  ) -> FileSummary? {
    var reader = BinaryReader(bytes)
    var summary = FileSummary()
    summary.documents = reader.list { $0.document(ruleCount: ruleCount, sums: sums, settings: settings) }
    summary.documentCount = reader.number()
    summary.unreadableIDs = reader.list { $0.text() }
    summary.faults = reader.list { $0.fault() }
    summary.suppressions = reader.list { $0.suppression() }
    let named = summary.faults.map(\.document) + summary.suppressions.map(\.document)
    let isConsistent = named.allSatisfy { $0.map { summary.documents.indices.contains($0) } ?? true }
    return reader.isAtEnd && isConsistent ? summary : nil
  }
}

extension BinaryWriter {
  fileprivate mutating func write(_ document: DocumentSummary) {
    number(document.index)
    text(document.name.kind)
    text(document.name.id)
    write(document.idRange)
    list(document.results) { $0.write($1) }
    list(document.tallies) { writer, tally in
      writer.number(tally.pass)
      writer.number(tally.notApplicable)
    }
    list(document.facts) { $0.write($1) }
    list(document.pending) { $0.number($1) }
    optional(document.overview.title) { $0.text($1) }
    optional(document.overview.department) { $0.text($1) }
  }

  private mutating func write(_ result: RuleResult) {
    number(result.rule)
    number(result.state.rawValue)
    write(result.message)
    write(result.range)
    text(result.path)
    write(result.anchor)
    list(result.related) { $0.write($1) }
    optional(result.fix) { $0.write($1) }
  }

  private mutating func write(_ fact: GroupFact) {
    number(fact.rule)
    blob(fact.key)
    list(fact.values) { $0.write($1) }
    write(fact.range)
    text(fact.path)
    write(fact.anchor)
    number(fact.offset)
  }

  private mutating func write(_ value: FactValue) {
    switch value {
    case .absent: number(0)
    case .null: number(1)
    case .bool(let flag):
      number(2)
      self.flag(flag)
    case .int(let number):
      self.number(3)
      bits(UInt64(bitPattern: number))
    case .double(let number):
      self.number(4)
      bits(number.bitPattern)
    case .string(let text):
      number(5)
      blob(text)
    case .opaque(let bits, let words):
      number(6)
      self.bits(bits)
      blob(words)
    case .list(let values):
      number(7)
      list(values) { $0.write($1) }
    }
  }

  fileprivate mutating func write(_ fault: FileSummary.Fault) {
    text(fault.diagnostic.id)
    number(fault.diagnostic.severity.rawValue)
    write(fault.diagnostic.message)
    write(fault.diagnostic.range)
    list(fault.diagnostic.related) { $0.write($1) }
    optional(fault.diagnostic.remedy) { $0.write($1) }
    optional(fault.diagnostic.fix) { $0.write($1) }
    optional(fault.document) { $0.number($1) }
    optional(fault.path) { $0.text($1) }
    optional(fault.anchor) { $0.write($1) }
  }

  fileprivate mutating func write(_ suppression: Suppression) {
    list(suppression.rules) { $0.text($1) }
    text(suppression.reason)
    write(suppression.range)
    write(suppression.scope)
    optional(suppression.document) { $0.number($1) }
  }

  private mutating func write(_ range: SourceRange) {
    number(range.start)
    number(range.count)
  }

  private mutating func write(_ message: LocalizedText) {
    text(message.zh)
    text(message.en)
  }

  private mutating func write(_ place: StablePlace) {
    text(place.path)
    bits(place.value)
  }

  private mutating func write(_ label: Label) {
    optional(label.file) { $0.text($1) }
    write(label.range)
    optional(label.text) { $0.write($1) }
  }

  private mutating func write(_ fix: Fix) {
    write(fix.title)
    number(fix.applicability.rawValue)
    list(fix.edits) { writer, edit in
      writer.write(edit.range)
      writer.text(edit.replacement)
    }
  }
}
