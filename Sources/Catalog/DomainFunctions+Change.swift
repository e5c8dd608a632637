import CEL
import DataTree
import Diagnostics

/// Functions that count what a guide asks for, and compare two versions of it.
extension DomainFunctions {
  /// `measures`, `changes`, `counterpart` and `isDearer`.
  var changeFunctions: [FunctionDeclaration] { [measures, changes, counterpart, isDearer] }

  /// The records that these functions make.
  static let records: [(name: String, fields: [(name: String, type: ExpressionType)])] = [
    (
      "Measures",
      [
        ("steps", .int), ("fewestMaterials", .int), ("materials", .int), ("statutory", .opaque("limit")),
        ("promised", .opaque("limit")), ("reduction", .double), ("visits", .int), ("fees", .int), ("windows", .int),
      ]
    ),
    (
      "Change",
      [
        ("variant", .map(.string, .string)), ("before", .record("Measures")), ("after", .record("Measures")),
        ("newMaterials", .list(.map(.string, .string))), ("lawfulMaterials", .int), ("lawfulSteps", .int),
      ]
    ),
  ]

  /// `measures(document or variant)`
  private var measures: FunctionDeclaration {
    declare(
      "measures",
      zh: "事项、一件事或业务办理项的各项数字：环节 steps、材料 materials（最多）和 fewestMaterials（最少）、时限 statutory 和 promised、"
        + "压减 reduction（%）、跑动 visits、收费 fees、窗口 windows；未填的没有值。",
      en:
        "The figures of a document or of one of its variants: steps, materials (most) and fewestMaterials, statutory and "
        + "promised limit, reduction in per cent, visits, fees, windows; what is not stated is absent.",
      [.dyn], .record("Measures")
    ) { arguments, evaluation in
      guard case .node(let node) = arguments[0] else { return .absent }
      let item = MeasuredItem(evaluation.tree(node.tree), shapes: shapes)
      if item.isExcessive { return evaluation.limitReached(.itemExcessive) }
      if node.node == .root { return record(item.measures(), evaluation) }
      guard item.variants.contains(node.node) else { return .absent }
      return record(item.measures(of: node.node), evaluation)
    }
  }

  /// `changes(earlier, later)`
  private var changes: FunctionDeclaration {
    declare(
      "changes",
      zh: "同一文档两个版本的对照：两个版本都有的每个业务办理项各一条，没有业务办理项的整个事项一条；"
        + "每条有 variant（名称）、before 和 after（同 measures）、newMaterials（新增且没有依据的材料名称）、"
        + "lawfulMaterials 和 lawfulSteps（新增且写明依据的件数、环节数）。",
      en: "Two versions of a document compared: one entry for each variant that both have, or one for the whole; with "
        + "variant (its name), before and after (as in measures), newMaterials (names of those without a basis of their "
        + "own), lawfulMaterials and lawfulSteps (how many new ones cite a basis).",
      [.dyn, .dyn], .list(.record("Change"))
    ) { arguments, evaluation in
      guard case .node(let earlier) = arguments[0], case .node(let later) = arguments[1], earlier.node == .root,
        later.node == .root
      else { return .absent }
      let before = MeasuredItem(evaluation.tree(earlier.tree), shapes: shapes)
      let after = MeasuredItem(evaluation.tree(later.tree), shapes: shapes)
      if before.isExcessive || after.isExcessive { return evaluation.limitReached(.itemExcessive) }
      let found = DocumentMemo.of(evaluation).changes(from: earlier.tree, to: later.tree) {
        ItemChange.all(from: before, to: after, normalize: normalize)
      }
      return evaluation.makeList(found.map { record($0, in: later.tree, evaluation) })
    }
  }

  /// `counterpart(node, document)`
  private var counterpart: FunctionDeclaration {
    let node = ExpressionType.parameter("A")
    return declare(
      "counterpart",
      zh: "另一版本中同一位置的节点：字段按名称，列表元素按 id、再按名称、都没有时按次序对应；没有时为空。",
      en: "What stands at the same place in another version of the document: fields by name, elements of lists by id, "
        + "else by name, else by position; none where there is nothing.",
      [node, .dyn], .optional(node)
    ) { arguments, evaluation in
      guard case .node(let document) = arguments[1] else { return .absent }
      let place: NodeReference
      switch arguments[0] {
      case .node(let written): place = written
      case .opaque(let written) where written.tree != .max:
        place = NodeReference(tree: UInt32(written.tree), node: written.node)
      default: return .absent
      }
      let finder = DocumentMemo.of(evaluation).counterpart(from: place.tree, in: document.tree) {
        Counterpart(
          from: evaluation.tree(place.tree), in: evaluation.tree(document.tree), shapes: shapes)
      }
      let found = finder.node(place.node)
      return evaluation.makeOptional(
        found.map { evaluation.value(of: NodeReference(tree: document.tree, node: $0)) })
    }
  }

  /// `isDearer(later, earlier)`
  private var isDearer: FunctionDeclaration {
    declare(
      "isDearer",
      zh: "前一收费标准的金额是否高于后一收费标准；除金额外文字不同、无法比较时视为未填。",
      en:
        "Whether the first standard of a fee asks for more money than the second; absent where they differ in more than "
        + "their amounts.",
      [.dyn, .dyn], .bool,
      examples: [
        ("isDearer('每证 20 元', '每证 10元')", "true"), ("isDearer('每证 10 元', '每证十元')", "false"),
        ("isDearer('每证 10 元', '免费')", "true"),
      ]
    ) { arguments, evaluation in
      withText(arguments[0], evaluation) { later in
        withText(arguments[1], evaluation) { earlier in
          FeeStandard.isRaised(from: earlier, to: later).map { .bool($0) } ?? .absent
        }
      }
    }
  }

  // MARK: Records

  /// Measures as a map whose every field is there, absent where nothing is stated.
  private func record(_ measures: ItemMeasures, _ evaluation: Evaluation) -> Value {
    func count(_ value: Int?) -> Value { value.map { .int(Int64($0)) } ?? .absent }
    func limit(_ value: TimeLimit?) -> Value { value.map { .opaque(OpaqueValue(bits: $0.bits)) } ?? .absent }
    return map(
      [
        ("steps", count(measures.steps)), ("fewestMaterials", count(measures.fewestMaterials)),
        ("materials", count(measures.materials)), ("statutory", limit(measures.statutory)),
        ("promised", limit(measures.promised)),
        ("reduction", measures.reduction.map { .double($0) } ?? .absent), ("visits", count(measures.visits)),
        ("fees", count(measures.fees)), ("windows", count(measures.windows)),
      ], evaluation)
  }

  /// A change as a map.
  private func record(_ change: ItemChange, in tree: UInt32, _ evaluation: Evaluation) -> Value {
    let view = evaluation.tree(tree)
    func name(_ node: NodeID) -> Value? {
      view.value(of: node, at: shapes.keys.name).map {
        evaluation.value(of: NodeReference(tree: tree, node: $0))
      }
    }
    return map(
      [
        ("variant", change.variant.flatMap(name) ?? evaluation.makeMap([])),
        ("before", record(change.before, evaluation)), ("after", record(change.after, evaluation)),
        ("newMaterials", evaluation.makeList(change.addedMaterials.compactMap(name))),
        ("lawfulMaterials", .int(Int64(change.lawfulMaterials))), ("lawfulSteps", .int(Int64(change.lawfulSteps))),
      ], evaluation)
  }

  /// A map with text keys.
  private func map(_ entries: [(String, Value)], _ evaluation: Evaluation) -> Value {
    evaluation.makeMap(entries.map { (evaluation.makeString($0.0), $0.1) })
  }
}
