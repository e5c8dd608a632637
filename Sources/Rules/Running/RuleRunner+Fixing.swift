import CEL
import Catalog
import DataTree
import Diagnostics

/// Repairs of failures.
extension RuleRunner {
  /// Attaches the repair of the failure that was just recorded, where its rule knows one and the place admits it.
  /// - Parameter part: the part of the target's text that was found; nil for the target as a whole.
  func attachFix(_ content: Rule, _ target: NodeID, part: Range<Int>?, _ scope: DocumentScope) {
    guard let fix = content.fix, let last = records.indices.last, records[last].state == .fail else { return }
    if let when = fix.when {
      guard case .bool(true) = when.evaluate(in: evaluation) else { return }
    }
    guard let edits = edits(fix.action, content, target, part, scope), !edits.isEmpty else { return }
    records[last].fix = Fix(title: fix.page.title, applicability: fix.page.applicability, edits: edits)
  }

  private func edits(
    _ action: RuleFix.Action, _ content: Rule, _ target: NodeID, _ part: Range<Int>?, _ scope: DocumentScope
  ) -> [Edit]? {
    let view = scope.tree.view
    switch action {
    case .replace(let text):
      guard let words = evaluation.string(of: text.evaluate(in: evaluation)) else { return nil }
      let place = part == nil ? content.at.first?.deepest(in: view, from: target).node : nil
      return ScalarRewriting(view: view, source: scope.source).edit(place ?? target, part: part, to: words)
        .map { [$0] }
    case .removeElement: return Removal(view, source: scope.source).ofElement(at: target)
    case .removeField: return Removal(view, source: scope.source).ofField(at: target)
    case .insert(let path, let stub):
      let kind = library.kinds[scope.kind]
      return FieldStub(view, source: scope.source, kind: kind, shapes: library.shapes)
        .edit(path, stub, in: target).map { [$0] }
    }
  }
}
