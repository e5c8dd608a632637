package import Diagnostics
package import Rules

extension LedgerField {
  /// Why what somebody typed cannot stand in a cell.
  package struct Fault: Error, Hashable, Sendable {
    /// What was expected.
    package var text: LocalizedText
  }

  /// What a person's words for a cell mean; an empty text empties the cell.
  func value(of words: String) throws(Fault) -> LedgerValue {
    let text = LedgerField.trimmed(words)
    guard !text.isEmpty else { return .empty }
    switch self {
    case .foundOn, .due, .closedOn, .until:
      guard let day = LedgerField.day(text) else { throw Fault(text: Messages.noDate(label, text)) }
      return .text(day.text)
    case .partners: return .list(LedgerField.parts(text, separators: ["、", "，", ",", "；", ";", "\n"]))
    case .proof: return .list(LedgerField.parts(text, separators: ["\n"]))
    case .state:
      guard let state = LedgerState(words: text) else { throw fault(text, LedgerState.allCases.map(\.label)) }
      return .text(state.rawValue)
    case .type:
      let pace = LedgerRow.Pace.allCases.first { $0.rawValue == text || $0.label.zh == text || $0.label.en == text }
      guard let pace else { throw fault(text, LedgerRow.Pace.allCases.map(\.label)) }
      return .text(pace.rawValue)
    case .defect:
      let defect = Defect.allCases.first { $0.rawValue == text || $0.name.zh == text || $0.name.en == text }
      guard let defect else { throw fault(text, Defect.allCases.map(\.name)) }
      return .text(defect.rawValue)
    case .satisfaction:
      if let score = Int(text) {
        guard (1...5).contains(score) else { throw Fault(text: Messages.noScore(text)) }
        return .plain("\(score)")
      }
      return .text(text)
    default: return .text(text)
    }
  }

  /// A day as people and spreadsheets write it: 2026-12-01, 2026/12/1, 2026.12.1, 2026年12月1日, 20261201, with or without
  /// a time behind it.
  package static func day(_ words: String) -> CalendarDay? {
    var numbers: [[UInt8]] = [[]]
    for byte in Array(words.utf8) {
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        numbers[numbers.count - 1].append(byte)
      } else if numbers.last?.isEmpty == false {
        // A time of day that a spreadsheet adds is no part of the day.
        if numbers.count >= 3, byte == 0x20 || byte == UInt8(ascii: "T") { break }
        numbers.append([])
      }
    }
    if numbers.last?.isEmpty == true { numbers.removeLast() }
    if numbers.count == 1, numbers[0].count == 8 {
      let digits = numbers[0]
      numbers = [Array(digits[..<4]), Array(digits[4..<6]), Array(digits[6...])]
    }
    guard numbers.count == 3, numbers[0].count == 4, numbers[1].count <= 2, numbers[2].count <= 2 else { return nil }
    let parts = numbers.map { ($0.count < 2 ? "0" : "") + String(decoding: $0, as: UTF8.self) }
    return CalendarDay(parts.joined(separator: "-"))
  }

  /// A text without white space around it, with LF as its only line break.
  static func trimmed(_ words: String) -> String {
    var bytes: [UInt8] = []
    for (index, byte) in Array(words.utf8).enumerated() {
      if byte == 0x0D {
        let next = words.utf8.dropFirst(index + 1).first
        if next != 0x0A { bytes.append(0x0A) }
      } else {
        bytes.append(byte)
      }
    }
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
    let end = (bytes.lastIndex { !isBlank($0) } ?? start - 1) + 1
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  private static func parts(_ text: String, separators: [Character]) -> [LedgerValue] {
    text.split(whereSeparator: separators.contains).map { trimmed(String($0)) }.filter { !$0.isEmpty }
      .map { .text($0) }
  }

  private func fault(_ text: String, _ known: [LocalizedText]) -> Fault {
    let nearest = nearestName(to: text, among: known.flatMap { [$0.zh, $0.en] })
    return Fault(text: Messages.noChoice(label, text, known, nearest: nearest))
  }
}
