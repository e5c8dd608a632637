import CEL
import Catalog
import DataTree
import SourceText
import YAMLReader

/// Rules whose targets are parts of a selected node.
extension RuleRunner {
  /// Judges the parts of a target.
  func judgeParts(_ rule: Int, _ content: Rule, target: NodeID, _ scope: DocumentScope) {
    switch content.targets {
    case .node: break
    case .matches(let find): judgeMatches(rule, content, find, target: target, scope)
    case .elements(let list): judgeElements(rule, content, list, target: target, scope)
    }
  }

  /// Judges each match inside the text of a target; a text without a match is one pass.
  func judgeMatches(
    _ rule: Int, _ content: Rule, _ find: Int, target: NodeID, _ scope: DocumentScope
  ) {
    let view = scope.tree.view
    guard view.kind(target) == .string else {
      tally[rule].notApplicable += 1
      return
    }
    let matches = matches(of: find, in: view.text(target), isJudged: content.require != nil)
    if matches.isEmpty {
      if mutation == nil { noteNoMatch(of: find, in: view.text(target)) }
      tally[rule].pass += 1
      return
    }
    let text = evaluation.value(of: NodeReference(tree: 0, node: target))
    guard case .string(let whole) = text else { return }
    for match in matches {
      set(
        .match,
        .string(
          TextReference(
            space: whole.space, offset: whole.offset + UInt32(match.lowerBound), count: UInt32(match.count))))
      conclude(rule, target: target, part: match, scope) {
        var place = Placement(target, in: scope)
        if !view[target].flags.contains(.supplied) {
          place.underline(ScalarOffsets(target, in: view, source: scope.source).sourceRange(match), in: scope)
        }
        return place
      }
    }
  }

  /// Keeps in mind that a search finds nothing in a text, wherever that stands; which script is the lesser, each document
  /// decides for itself.
  private func noteNoMatch(of find: Int, in text: UnsafeBufferPointer<UInt8>) {
    guard find < TextTriggers.capacity else { return }
    let bit: UInt64 = 1 << UInt64(find)
    if library.scriptFinds & bit == 0 { TextMemo.of(evaluation).noteNoMatch(bit, in: text) }
  }

  // Where the match is the fault, a pattern that never or always matches stands for the mutation.
  private func matches(of find: Int, in text: UnsafeBufferPointer<UInt8>, isJudged: Bool)
    -> [Range<Int>]
  {
    guard let mutation, !isJudged else { return library.matches(of: find, in: text, script: minorScript) }
    return mutation ? [] : [0..<text.count]
  }

  /// Judges each element of a list that the rule computes; an empty list is one pass.
  func judgeElements(_ rule: Int, _ content: Rule, _ list: Program, target: NodeID, _ scope: DocumentScope) {
    let value = list.evaluate(in: evaluation)
    if case .absent = value {
      tally[rule].notApplicable += 1
      return
    }
    if case .error(let error) = value {
      if scope.hasShapeFaults, !evaluation.isLimit(value) {
        tally[rule].notApplicable += 1
      } else {
        let place = self.place(content, target, scope)
        record(rule, .error, Messages.evaluationFailed(evaluation.errorMessage(error)), place)
      }
      return
    }
    if let mutation, content.require == nil {
      // A list that is always empty, or never: what replacing `require` is to other rules.
      if mutation {
        tally[rule].pass += 1
      } else {
        fail(rule, content, place(content, target, scope))
      }
      return
    }
    let count = evaluation.count(of: value) ?? 0
    if count == 0 { tally[rule].pass += 1 }
    for index in 0..<count {
      guard let element = evaluation.element(of: value, at: index) else { continue }
      set(.each, element)
      conclude(rule, target: target, scope) {
        place(content, target, scope, parts: parts(of: element))
      }
    }
  }

  /// The texts that an element of a computed list is or holds, which may be parts of the document's own text.
  private func parts(of element: Value) -> [TextReference] {
    switch element {
    case .string(let text): return [text]
    case .map:
      let count = evaluation.count(of: element) ?? 0
      return (0..<count).compactMap { index in
        guard case .string(let text)? = evaluation.entry(of: element, at: index)?.value else { return nil }
        return text
      }
    default: return []
    }
  }
}
