import CEL
import Diagnostics

/// What expressions see of the kits: their ids, so that a rule can say that a record names a mode that there is not.
enum KitFunction {
  /// `kit(id)`; the kits are read when a rule first asks.
  static func declaration(_ kits: Deferred<[String: Kit]>) -> FunctionDeclaration {
    FunctionDeclaration(
      "kit",
      summary: LocalizedText(
        zh: "一份体验资料中各条目的编号，按先后排列；没有这份资料的，是空列表。",
        en: "The ids of a kit's entries, in their order; an empty list where there is no such kit."),
      overloads: [
        FunctionOverload("kit_1", [.string], .list(.string)) { arguments, evaluation in
          let entries = evaluation.string(of: arguments[0]).flatMap { kits.value[$0] }?.entries ?? []
          return evaluation.makeList(entries.map { evaluation.makeString($0.id) })
        }
      ],
      examples: [FunctionDeclaration.Example("'clarity' in kit('scores')", "true")])
  }
}
