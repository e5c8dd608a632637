/// What is counted of an item or bundle, in the order in which comparisons list it.
package enum Measure: String, Sendable, CaseIterable {
  /// The authority's steps that a promise covers.
  case steps
  /// Materials that the applicant hands in.
  case materials
  /// 法定办结时限
  case statutory
  /// 承诺办结时限
  case promised
  /// By how many per cent the promise is shorter than the law allows; the only one of which more is better.
  case cut
  /// Fees.
  case fees
  /// 到办事现场次数
  case visits
  /// Desks to go to.
  case windows
}

/// The value of a measure.
package enum Figure: Hashable, Sendable {
  /// A number of things.
  case count(Int)
  /// A time limit.
  case limit(TimeLimit)
  /// Per cent.
  case share(Double)
}

extension ItemMeasures {
  /// The value of a measure; nil where the document does not state it.
  package func figure(_ measure: Measure) -> Figure? {
    switch measure {
    case .steps: steps.map(Figure.count)
    case .materials: materials.map(Figure.count)
    case .statutory: statutory.map(Figure.limit)
    case .promised: promised.map(Figure.limit)
    case .cut: reduction.map(Figure.share)
    case .fees: fees.map(Figure.count)
    case .visits: visits.map(Figure.count)
    case .windows: windows.map(Figure.count)
    }
  }
}

/// One measure before and after a change.
package struct ComparedFigure: Hashable, Sendable {
  /// How the later value stands to the earlier one.
  package enum Direction: String, Sendable {
    /// It is lower.
    case lower
    /// It is higher.
    case higher
    /// It is the same, in whatever unit.
    case same
    /// Only the later version states it.
    case stated
    /// Only the earlier version states it.
    case unstated
    /// Neither states it.
    case absent
    /// The two cannot be compared: one is 无, or the answer depends on the reading of a bare day.
    case open
  }

  /// What is counted.
  package var measure: Measure
  /// Its earlier value; nil where it is not stated.
  package var before: Figure?
  /// Its later value; nil where it is not stated.
  package var after: Figure?

  /// Puts two values beside each other.
  package init(_ measure: Measure, before: Figure?, after: Figure?) {
    self.measure = measure
    self.before = before
    self.after = after
  }

  /// How the later value stands to the earlier one; what is not stated is never taken for 0.
  package var direction: Direction {
    guard let before else { return after == nil ? .absent : .stated }
    guard let after else { return .unstated }
    if before == after { return .same }
    switch (before, after) {
    case (.count(let former), .count(let latter)): return latter > former ? .higher : .lower
    case (.share(let former), .share(let latter)):
      return abs(latter - former) < 1e-9 ? .same : latter > former ? .higher : .lower
    case (.limit(let former), .limit(let latter)):
      guard let order = TimeLimit.compare(latter, former) else { return .open }
      return order == 0 ? .same : order > 0 ? .higher : .lower
    default: return .open
    }
  }

  /// Whether something is known to differ.
  package var isChanged: Bool { direction != .same && direction != .absent }

  /// Whether the applicant has more of a burden. A smaller cut is none of its own: a limit that rose says so itself.
  package var isRise: Bool { measure != .cut && direction == .higher }

  /// Every measure of two versions.
  package static func all(before: ItemMeasures?, after: ItemMeasures?) -> [ComparedFigure] {
    Measure.allCases.map { measure in
      ComparedFigure(measure, before: before?.figure(measure), after: after?.figure(measure))
    }
  }
}
