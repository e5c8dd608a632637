import DataTree
import Diagnostics
package import SourceText

extension RuleLibrary {
  /// Reads a file of waivers and checks it against the rules; any error makes the run untrustworthy.
  package func readWaivers(_ source: SourceFile) -> (WaiverFile, [ReportedDiagnostic]) {
    var file = WaiverFile(source: source, warnDays: WaiverFile.warnDays, waivers: [])
    let (tree, faults) = authoring.read(source, as: .waivers)
    var found = faults
    if let tree {
      let fields = TreeFields(tree.view)
      if let days = fields.value("warnDays"), tree.view.kind(days) == .int {
        file.warnDays = Int(clamping: tree.view[days].int)
      }
      file.waivers = fields.elements("waivers").compactMap { Waiver(TreeFields(tree.view, $0), in: source) }
    }
    for waiver in file.waivers {
      if waiver.expires.value < waiver.granted.value {
        let message = Messages.waiverDates(waiver.granted.value.text, waiver.expires.value.text)
        found.append(Diagnostic(id: "waiver-dates", message: message, range: waiver.expires.range))
      }
      if let fault = fault(inRuleOf: waiver) { found.append(fault) }
    }
    return (file, found.map { ReportedDiagnostic($0, in: source.path) })
  }

  private func fault(inRuleOf waiver: Waiver) -> Diagnostic? {
    let name = waiver.rule.value
    guard selected(by: name).isEmpty else { return nil }
    if BuiltInFaults.isFixed(name) {
      return Diagnostic(id: "waiver-locked", message: Messages.neverAccepted(name), range: waiver.rule.range)
    }
    let message = Messages.unknownRule(name, nearest: nearestAcceptable(to: name))
    return Diagnostic(id: "waiver-unknown-rule", severity: .warning, message: message, range: waiver.rule.range)
  }
}

extension Waiver {
  /// Reads an entry; nil where it lacks something that the schema asks for, which is reported.
  fileprivate init?(_ fields: TreeFields, in source: SourceFile) {
    let view = fields.view
    func field(_ key: String) -> Field<String>? {
      fields.text(key).map { Field(value: $0.text, range: view[$0.node].range) }
    }
    func day(_ key: String) -> Field<CalendarDay>? {
      field(key).flatMap { field in CalendarDay(field.value).map { Field(value: $0, range: field.range) } }
    }
    guard let rule = field("rule"), let item = field("item"), let granted = day("granted"),
      let expires = day("expires"),
      let owner = fields.string("owner"), let reason = fields.string("reason")
    else { return nil }
    self.init(
      rule: rule, item: item, path: field("path"), owner: owner, reason: reason, granted: granted, expires: expires,
      approver: fields.string("approver"), range: view.underline(fields.node, in: source))
  }
}
