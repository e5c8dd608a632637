import DataTree

/// How many materials an applicant hands in: at least and at most, over all situations of one variant.
///
/// 择一提交 counts as one, what is exempt does not count. Situations are not enumerated: of the answers to one question
/// the one that asks for most is taken, and a condition on several questions is taken to hold beside all others.
struct MaterialCount {
  /// What is handed in whatever the applicant answers.
  private(set) var fewest = 0
  /// What is handed in by the applicant whose answers ask for most.
  private(set) var most = 0

  /// Counts a list of materials; without a variant, conditions on the variant may hold or not.
  init(_ list: NodeID, in item: MeasuredItem, variant: NodeID?) {
    let condition = item.condition(of: variant)
    let answer = condition?.alternatives.first?.first?.answers.first
    var byAnswer: [String: [String: Int]] = [:]
    for material in item.view.elements(list) where item.applies(material, under: condition) {
      let burden = MaterialCount.burden(of: material, in: item)
      guard burden != .none else { continue }
      // What holds always is the usual case, and the quick one.
      let alternatives = (item.when(of: material) ?? .always).alternatives.map { alternative in
        alternative.filter { !($0.question == "variant" && answer.map($0.answers.contains) ?? false) }
      }
      if alternatives.contains(where: \.isEmpty) {
        most += 1
        if burden == .certain { fewest += 1 }
      } else if alternatives.count == 1, alternatives[0].count == 1, let only = alternatives[0].first,
        !Condition.isMultiple(only.question, in: item.view, item.shapes.keys)
      {
        for answer in Set(only.answers) { byAnswer[only.question, default: [:]][answer, default: 0] += 1 }
      } else {
        most += 1
      }
    }
    most += byAnswer.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  }

  /// Whether a material is handed in when it applies.
  enum Burden {
    /// It is exempt: nobody hands it in.
    case none
    /// It is not necessary, or a choice with an exempt way.
    case possible
    /// It is.
    case certain
  }

  /// What one material asks of the applicant.
  static func burden(of material: NodeID, in item: MeasuredItem) -> Burden {
    let keys = item.shapes.keys
    if isExempt(material, in: item) { return .none }
    let choices = item.elements(of: material, keys.oneOf)
    if !choices.isEmpty {
      let exempt = choices.count { isExempt($0, in: item) }
      if exempt == choices.count { return .none }
      if exempt > 0 { return .possible }
    }
    return says(material, keys.need, "optional", in: item) ? .possible : .certain
  }

  /// Whether a material is spared; what cannot be read is not.
  private static func isExempt(_ material: NodeID, in item: MeasuredItem) -> Bool {
    guard let node = item.view.value(of: material, at: item.shapes.keys.exempt), item.view.kind(node) == .string else {
      return false
    }
    return !bytes(item.view.text(node), equal: "no")
  }

  /// Whether a field holds a token.
  private static func says(_ map: NodeID, _ key: Symbol, _ token: StaticString, in item: MeasuredItem) -> Bool {
    guard let node = item.view.value(of: map, at: key), item.view.kind(node) == .string else { return false }
    return bytes(item.view.text(node), equal: token)
  }
}
