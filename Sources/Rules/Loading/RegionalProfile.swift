import DataTree
package import Diagnostics
package import SourceText

/// What one region changes about the shipped rules: severities, parameters, and rules that only it has.
package struct RegionalProfile: Sendable {
  /// The profile that holds where nothing else is chosen.
  package static let standardID = "national"

  /// The name that configurations choose it by.
  package var id: String
  /// What people read.
  package var title: LocalizedText
  /// The profile that it starts from.
  package var parent: String?
  /// Settings by rule id, pack or glob, in the order written.
  package var rules: [(name: String, setting: RuleSetting)]
  /// The file, in which diagnostics stand.
  package var source: SourceFile
  /// Where the file names the profile.
  package var range: SourceRange

  /// Reads a profile whose shape is valid; nil where it has no id.
  init?(_ view: TreeView, source: SourceFile) {
    let fields = TreeFields(view)
    guard let id = fields.text("id") else { return nil }
    self.id = id.text
    title = fields.localized("title") ?? LocalizedText(zh: id.text, en: id.text)
    parent = fields.string("extends")
    rules = Configuration.settings(fields)
    self.source = source
    range = view[id.node].range
  }
}

extension RuleLibrary {
  /// The profile with an id.
  package func profile(named id: String) -> RegionalProfile? { profiles.first { $0.id == id } }

  /// The nearest profile to a name that is none.
  func nearestProfile(to name: String) -> String? { nearestName(to: name, among: profiles.map(\.id)) }

  /// A profile with those that it starts from, the most general first; empty for an unknown one.
  func profiles(upTo id: String) -> [RegionalProfile] {
    var chain: [RegionalProfile] = []
    var next = profile(named: id)
    // A profile that starts from itself is reported when the set is loaded; here the walk just ends.
    while let profile = next, !chain.contains(where: { $0.id == profile.id }) {
      chain.append(profile)
      next = profile.parent.flatMap { self.profile(named: $0) }
    }
    return chain.reversed()
  }

  /// What is wrong with the profiles: names that do not exist, values that do not fit, circles.
  func profileFaults() -> [ReportedDiagnostic] {
    var found: [ReportedDiagnostic] = []
    for profile in profiles {
      var faults = profile.rules.flatMap { check($0.name, $0.setting) }
      if let parent = profile.parent, self.profile(named: parent) == nil {
        let message = Messages.unknownProfile(parent, nearest: nearestProfile(to: parent))
        faults.append(Diagnostic(id: "rule-profile", message: message, range: profile.range))
      }
      if profiles(upTo: profile.id).first?.parent != nil {
        let message = Messages.profileCircle(profile.id)
        faults.append(Diagnostic(id: "rule-profile", message: message, range: profile.range))
      }
      found += faults.map { ReportedDiagnostic($0, in: profile.source.path) }
    }
    for page in pages {
      for name in page.profiles where profile(named: name) == nil {
        let message = Messages.unknownProfile(name, nearest: nearestProfile(to: name))
        found.append(
          ReportedDiagnostic(
            Diagnostic(id: "rule-profile", message: message, range: page.idRange), in: page.source.path))
      }
    }
    return found
  }
}
