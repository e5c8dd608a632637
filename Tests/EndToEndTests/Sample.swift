import TestSupport

/// Small catalogs with a pack of their own, so that these tests do not depend on what the shipped rules say.
enum Sample {
  static let configuration = """
    root: true
    extends: [./rules/local]
    files: {exclude: ["rules/**"]}

    """

  /// Underlines the number of visits where it is over one.
  static let rule = """
    id: visits-too-many
    summary: {zh: 跑动次数多于一次, en: More than one visit is needed.}
    severity: error
    level: recommended
    aspect: efficiency
    for: ServiceItem
    select: $
    require: this.visits <= 1
    at: '@.visits'
    message: {zh: '要跑 {this.visits} 次', en: 'It takes {this.visits} visits.'}
    why: {zh: 多跑一次就多请一次假。, en: Every visit is a morning off work.}
    remedy: {zh: 合并环节。, en: Merge the visits.}
    sources: []
    note: {zh: 测试用。, en: For this test.}
    examples:
      - name: one
        ok: |
          kind: ServiceItem
          visits: 1
      - name: two
        bad: |
          kind: ServiceItem
          visits: 2
          #~      ^ visits-too-many

    """

  static func item(_ id: String, visits: Int) -> String {
    "kind: ServiceItem\nid: \(id)\nname: {zh: 示例事项 \(id)}\nvisits: \(visits)\n"
  }

  /// A catalog with these files beside its configuration and pack.
  static func catalog(_ files: [String: String] = [:], severity: String = "error") throws -> TemporaryFolder {
    let folder = try TemporaryFolder(files)
    if files["guidelint.yaml"] == nil { try folder.write(configuration, to: "guidelint.yaml") }
    if files["rules/local/visits-too-many.yaml"] == nil {
      let text = rule.replacing("severity: error", with: "severity: \(severity)")
      try folder.write(text, to: "rules/local/visits-too-many.yaml")
    }
    return folder
  }
}
