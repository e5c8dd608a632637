import Diagnostics
import Rules

/// What one walk says of one thing: that it is amiss, or in order.
struct WalkObservation: Sendable {
  /// What kind of thing was found.
  enum Subject: Sendable {
    /// A line of the guide that reality does not bear out.
    case line(WalkRecord.Line)
    /// A paper that is in no guide.
    case extra(WalkRecord.Extra)
    /// A question answered badly.
    case answer(WalkRecord.Reply)
    /// 办不了, 很难办, 不给办
    case obstacle(Obstacle, String)
    /// A suggestion.
    case suggestion(String)
  }

  /// The three ways in which an errand fails.
  enum Obstacle: String, Sendable {
    /// 办不了
    case cannot
    /// 很难办
    case hard
    /// 不给办
    case refused
  }

  /// The same for the same thing in every walk of the document.
  var key: String { "walk/\(walk.document.id)/\(line)" }
  /// The part of the key that other documents may share.
  var line: String
  /// What was found.
  var subject: Subject
  /// Whether it is in order.
  var isGood = false
  /// The walk.
  var walk: WalkRecord

  /// All that a walk says, apart from what it did not test.
  static func all(of walk: WalkRecord) -> [WalkObservation] {
    var found: [WalkObservation] = []
    for line in walk.lines {
      guard let result = line.result, result != .untested else { continue }
      found.append(WalkObservation(line: line.id, subject: .line(line), isGood: result == .same, walk: walk))
    }
    for extra in walk.extra {
      found.append(WalkObservation(line: "extra." + tag(extra.name), subject: .extra(extra), walk: walk))
    }
    for reply in walk.answers {
      guard let result = reply.result, result != .untested else { continue }
      found.append(WalkObservation(line: reply.id, subject: .answer(reply), isGood: result == .good, walk: walk))
    }
    let obstacles: [(Obstacle, String?)] = [
      (.cannot, walk.cannot), (.hard, walk.hard), (.refused, walk.refused),
    ]
    for (obstacle, text) in obstacles {
      guard let text, !text.isEmpty else { continue }
      let line = "obstacle.\(obstacle.rawValue).\(tag(text))"
      found.append(WalkObservation(line: line, subject: .obstacle(obstacle, text), walk: walk))
    }
    for text in walk.suggestions where !text.isEmpty {
      found.append(WalkObservation(line: "suggestion." + tag(text), subject: .suggestion(text), walk: walk))
    }
    return found
  }

  private static func tag(_ text: String) -> String {
    "~" + StablePlace.digits(StablePlace.hash(of: text.utf8)).suffix(8)
  }
}
