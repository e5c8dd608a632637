import TestSupport

/// A catalog with a history of five commits.
enum RevisionSample {
  static func item(_ id: String, visits: Int = 1, steps: [String] = ["受理"], more: String = "") -> String {
    let list = steps.map { "  - {name: \($0), phase: review}\n" }.joined()
    return "kind: ServiceItem\nid: \(id)\nname: {zh: 事项 \(id), en: Item \(id)}\ndepartment: {name: 市局}\n"
      + "visits: \(visits)\nsteps:\n\(list)\(more)"
  }

  static let bundle = "kind: Bundle\nid: pack\nname: 一件事\nmembers:\n  - {item: a}\n  - {item: c}\n"

  /// Items `a` to `f` and a bundle; then `b` moves, `c` goes without a word, `a` gets a step, and the file of `e` and `f`
  /// moves while `f` changes. Item `d` has a fault from the first commit on.
  static func repository() throws -> GitFolder {
    let repository = try GitFolder()
    try repository.commit(
      [
        "guidelint.yaml": "root: true\n", "items/a.yaml": item("a"), "items/b.yaml": item("b"),
        "items/c.yaml": item("c"), "items/d.yaml": item("d", visits: 5),
        "items/more.yaml": item("e") + "---\n" + item("f"), "bundles/pack.yaml": bundle,
      ], "first")
    try repository.commit(["items/b.yaml": nil, "items/moved/b2.yaml": item("b")], "move b")
    try repository.commit(["items/c.yaml": nil], "remove c")
    try repository.commit(["items/a.yaml": item("a", steps: ["受理", "审查"])], "add a step to a")
    try repository.commit(
      ["items/more.yaml": nil, "items/all.yaml": "# moved\n" + item("f", visits: 3) + "\n---\n\n" + item("e")],
      "move e and f, change f")
    return repository
  }

  /// Rules of which some speak about change, some about a document, and one about what is gone.
  static let rules = "steps-raised,visits-raised,item-removed-without-successor,visits-over-one,bundle-member-unknown"
}

extension Guidelint.Outcome {
  /// `rule document` of each diagnostic, in order.
  func found() throws -> [String] {
    try report().diagnostics.map { "\($0.rule) \($0.document?.id ?? $0.file)" }
  }
}
