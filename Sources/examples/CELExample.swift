import CEL
import DataTree
import Diagnostics

/// Judges a document with an expression, and shows what a mistaken one is told.
func runCELExample() {
  // What expressions may name: a variable, and a function of our own beside the standard ones.
  var builder = EnvironmentBuilder()
  let item = builder.declare(variable: "item", .map(.string, .dyn))
  let isCapital = FunctionOverload("string_is_capital", [.string], .bool, isMember: true) { arguments, evaluation in
    guard let text = evaluation.string(of: arguments[0]) else { return evaluation.fail("no text") }
    return .bool(text.first?.isUppercase == true)
  }
  let summary = LocalizedText(zh: "是否以大写字母开头", en: "Whether it begins with a capital letter.")
  builder.declare(function: FunctionDeclaration("isCapital", summary: summary, overloads: [isCapital]))
  let environment = builder.build()

  // Compile every expression first: the keys that they name become symbols, which documents are read with.
  var symbols = SymbolTable.Builder()
  let source = "item.materials.filter(m, m.copies > 1 || !m.name.isCapital()).map(m, m.name).join(', ')"
  let compilation = environment.compile(source, expecting: .string, symbols: &symbols)
  guard let program = compilation.program else { return }

  let tree = DataTree(symbols: symbols.freeze())
  var document = TreeBuilder(into: tree)
  document.begin(.map)
  document.key("materials")
  document.begin(.list)
  for (name, copies) in [("Application form", 1), ("business licence", 1), ("Lease", 2)] {
    document.begin(.map)
    document.key("name")
    document.string(name)
    document.key("copies")
    document.int(Int64(copies))
    document.end()
  }
  document.end()
  document.end()

  // One evaluation object serves any number of programs and documents; it keeps its memory between them.
  let evaluation = Evaluation()
  evaluation.symbols = tree.symbols
  // A view does not keep its tree alive.
  withExtendedLifetime(tree) {
    evaluation.trees = [tree.view]
    evaluation.setVariable(item, evaluation.value(of: NodeReference(tree: 0, node: .root)))
    let value = program.evaluate(in: evaluation)
    if case .error(let error) = value { print("error: \(evaluation.errorMessage(error).en)") }
    print(evaluation.string(of: value) ?? "no text")
  }

  // A fault is a diagnostic with the exact place in the expression.
  for mistaken in ["item.materials.al(m, true)", "size(item.materials) > 'two'"] {
    for fault in environment.compile(mistaken, symbols: &symbols).diagnostics {
      print("\(mistaken) \(fault.range.offsets): \(fault.message.en)")
    }
  }
}
