import Diagnostics
import Rules

/// Chooses the lines of a guide that a walk compares: those of the variant and the channel, and of these as many as there
/// is room for.
struct LineChoice {
  private let guide: Guide
  private let occasion: Checklist.Occasion
  /// Ids of lines in which the linter found a fault.
  private let aimed: Set<String>
  /// Types of the channels that may be walked; the first is the one that is.
  let channels: [String]

  /// Looks at what is known of the walk.
  init(guide: Guide, occasion: Checklist.Occasion, aimed: Set<String>) {
    self.guide = guide
    self.occasion = occasion
    self.aimed = aimed
    channels = LineChoice.channels(of: guide, occasion)
  }

  /// The channel that is named; else those of the guide that the mode is for, the counter first.
  private static func channels(of guide: Guide, _ occasion: Checklist.Occasion) -> [String] {
    if let channel = occasion.channel { return [channel] }
    var types: [String] = []
    for type in guide.lines.compactMap(\.channel) where !types.contains(type) { types.append(type) }
    let modes = occasion.mode?.channels ?? []
    if !modes.isEmpty {
      let fitting = types.filter(modes.contains)
      return fitting.isEmpty ? modes : fitting
    }
    let counter = types.filter { $0 == "window" }
    return counter + types.filter { $0 != "window" }
  }

  /// The lines in the order of the guide, and how many had no room.
  func lines(atMost limit: Int) -> (chosen: [GuideLine], omitted: Int) {
    let lines = guide.lines.filter(applies).map(named)
    guard lines.count > limit else { return (lines, 0) }
    let ranks = ranks(of: lines)
    let chosen = lines.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.prefix(limit).sorted()
    return (chosen.map { lines[$0] }, lines.count - limit)
  }

  /// Whether a line is about the variant and the channels that are walked.
  private func applies(_ line: GuideLine) -> Bool {
    if let variant = occasion.variant, let variants = line.variants, !variants.contains(variant) { return false }
    if let channel = line.channel, !channels.contains(channel) { return false }
    if let types = line.channels, !types.contains(where: channels.contains) { return false }
    return true
  }

  /// Says for which variants a line is, where the walk may be of any.
  private func named(_ line: GuideLine) -> GuideLine {
    // Limits and visits of a variant bear its name already.
    guard occasion.variant == nil, let variants = line.variants, line.subject != .limit, line.subject != .visits else {
      return line
    }
    let names = guide.variants.filter { variants.contains($0.id) }.map(\.name)
    guard !names.isEmpty else { return line }
    var line = line
    let only = Messages.only(names)
    line.written = LocalizedText(
      zh: [line.written?.zh, only.zh].compactMap(\.self).joined(separator: "；"),
      en: [line.written?.en, only.en].compactMap(\.self).joined(separator: "; "))
    return line
  }

  /// How soon each line is given up; the lowest last.
  private func ranks(of lines: [GuideLine]) -> [Int] {
    var seen: [GuideLine.Subject: Int] = [:]
    return lines.map { line in
      let position = seen[line.subject, default: 0]
      seen[line.subject] = position + 1
      var rank = rank(of: line, position)
      // What the linter found fault with is looked at before its like.
      if aimed.contains(line.id) { rank -= 2 }
      // Without a variant named, most come for the first one.
      if occasion.variant == nil, let variants = line.variants, let first = guide.variants.first?.id,
        !variants.contains(first)
      {
        rank += 3
      }
      return rank
    }
  }

  private func rank(of line: GuideLine, _ position: Int) -> Int {
    switch line.subject {
    case .material: position < 6 ? 0 : position < 9 ? 2 : 5
    case .limit: line.id.utf8.starts(with: "limit.promised".utf8) ? 0 : 3
    case .visits: 0
    case .fee: position < 2 ? 0 : 4
    case .member: position < 4 ? 1 : 4
    case .step: position < 3 ? 2 : 4
    case .result: position < 1 ? 3 : 5
    case .address, .hours, .phone, .link:
      if let channel = line.channel { rank(ofChannel: channel, line) } else { rank(ofContact: line) }
    }
  }

  private func rank(ofChannel channel: String, _ line: GuideLine) -> Int {
    let isFirst = line.id.utf8.starts(with: "channel.\(channel).1.".utf8)
    if channel == channels.first, isFirst { return 1 }
    return line.subject == .link && isFirst ? 3 : 5
  }

  private func rank(ofContact line: GuideLine) -> Int {
    switch line.id {
    case "contact.consultation.1.phone": 1
    case "contact.complaint.1.phone": 2
    case "contact.english.1.phone": occasion.persona?.id == "foreigner" ? 1 : 4
    default: 5
    }
  }
}
