import CEL
import DataTree
import Diagnostics
import SourceText

/// Results of rules: where they are shown and what they say.
extension RuleRunner {
  /// Where a rule shows a result about a target, or about parts of its text.
  func place(
    _ content: Rule, _ target: NodeID, _ scope: DocumentScope, parts: [TextReference] = []
  ) -> Placement {
    var known: TextHolders?
    if !parts.isEmpty, content.at.isEmpty, scope.tree.view[target].isCollection {
      known = holders ?? TextHolders(scope.tree.view)
      holders = known
    }
    return Placement(of: content, target: target, in: scope, library: library, parts: parts, holders: known)
  }

  /// What a value that is no truth value says.
  func outcome(of value: Value, _ scope: DocumentScope) -> Outcome {
    switch value {
    case .absent: return .absent
    case .error(let error):
      // The fault that made the expression fail is reported already.
      if scope.hasShapeFaults, !evaluation.isLimit(value) { return .absent }
      reason = Messages.evaluationFailed(evaluation.errorMessage(error))
    default:
      if scope.hasShapeFaults { return .absent }
      reason = Messages.notBoolean(evaluation.typeName(of: value))
    }
    return .error
  }

  /// Notes that a selector reached its bound, which makes the run untrustworthy.
  func limitReached(_ rule: Int, _ scope: DocumentScope) {
    record(rule, .error, Messages.evaluationFailed(Messages.selectionLimit), Placement(.root, in: scope))
  }

  /// Notes a failure with its message; a message that cannot be made is an error.
  func fail(_ rule: Int, _ content: Rule, _ place: Placement) {
    let message = content.message.parts
    let zh = compose(message.zh, .zh)
    let en = compose(message.en, .en)
    guard case .success(let zhWords) = zh, case .success(let enWords) = en else {
      for case .failure(let fault) in [zh, en] {
        return record(rule, .error, Messages.messageFailed(fault.reason), place)
      }
      return
    }
    record(rule, .fail, LocalizedText(zh: zhWords, en: enWords), place)
  }

  /// Keeps a result that is neither pass nor not applicable.
  ///
  /// A bound that a document reached is said once for a rule, not at each further target.
  func record(_ rule: Int, _ state: ResultState, _ message: LocalizedText, _ place: Placement) {
    if state == .error, evaluation.hasReachedLimit {
      if let saidLimit, saidLimit.rule == rule, saidLimit.message == message { return }
      saidLimit = (rule, message)
    }
    records.append(
      RuleResult(
        rule: rule, state: state, message: message, range: place.range, path: place.path, anchor: place.anchor,
        related: place.related))
  }

  /// Why a message could not be made.
  struct MessageFault: Error {
    /// What went wrong inside the message.
    var reason: LocalizedText
  }

  private func compose(_ parts: [Rule.MessagePart], _ language: Language) -> Result<String, MessageFault> {
    let wording = ValueWords(evaluation: evaluation, language: language, describe: library.describeOpaque)
    var message = ""
    for part in parts {
      switch part {
      case .words(let words): message += words
      case .expression(let program):
        let value = program.evaluate(in: evaluation)
        guard let words = wording.words(value) else {
          if case .error(let error) = value { return .failure(MessageFault(reason: evaluation.errorMessage(error))) }
          continue
        }
        message += ValueWords.visible(words)
      }
    }
    return .success(message)
  }
}
