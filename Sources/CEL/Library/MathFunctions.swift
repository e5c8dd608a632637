import Diagnostics

extension StandardLibrary {
  /// The number types.
  private static let numbers: [ExpressionType] = [.int, .uint, .double]

  /// The math library without its bit operations.
  static let mathFunctions: [FunctionDeclaration] = [
    extremum("math.greatest", zh: "最大的数。", en: "The greatest number.", isBetter: .greater),
    extremum("math.least", zh: "最小的数。", en: "The least number.", isBetter: .less),
    rounding("math.ceil", zh: "向上取整。", en: "Rounds up.", .up),
    rounding("math.floor", zh: "向下取整。", en: "Rounds down.", .down),
    rounding("math.round", zh: "四舍五入。", en: "Rounds half away from zero.", .toNearestOrAwayFromZero),
    rounding("math.trunc", zh: "去掉小数部分。", en: "Drops the fraction.", .towardZero),
    test("math.isNaN", zh: "是否不是数。", en: "Whether it is not a number.") { $0.isNaN },
    test("math.isInf", zh: "是否无穷大。", en: "Whether it is infinite.") { $0.isInfinite },
    test("math.isFinite", zh: "是否有限。", en: "Whether it is finite.") { $0.isFinite },
    function("math.sqrt", zh: "平方根。", en: "The square root.", numbers.map { ([$0], .double) }) { arguments, _ in
      switch arguments[0] {
      case .int(let number): .double(Double(number).squareRoot())
      case .uint(let number): .double(Double(number).squareRoot())
      case .double(let number): .double(number.squareRoot())
      default: arguments[0]
      }
    },
    function("math.abs", zh: "绝对值。", en: "The absolute value.", numbers.map { ([$0], $0) }) { arguments, evaluation in
      switch arguments[0] {
      case .int(let number): number == .min ? evaluation.fail(Messages.overflow) : .int(abs(number))
      case .double(let number): .double(abs(number))
      default: arguments[0]
      }
    },
    function("math.sign", zh: "正负号:-1、0 或 1。", en: "The sign: -1, 0 or 1.", numbers.map { ([$0], $0) }) {
      arguments, _ in
      switch arguments[0] {
      case .int(let number): .int(number.signum())
      case .uint(let number): .uint(number == 0 ? 0 : 1)
      case .double(let number): .double(number > 0 ? 1 : number < 0 ? -1 : number)
      default: arguments[0]
      }
    },
  ]

  /// A function that rounds doubles.
  private static func rounding(
    _ name: String, zh: String, en: String, _ rule: FloatingPointRoundingRule
  ) -> FunctionDeclaration {
    function(name, zh: zh, en: en, [([.double], .double)]) { arguments, evaluation in
      guard case .double(let number) = arguments[0] else { return evaluation.noOverload(name, arguments) }
      return .double(number.rounded(rule))
    }
  }

  /// A function that tests doubles.
  private static func test(
    _ name: String, zh: String, en: String, _ test: @escaping @Sendable (Double) -> Bool
  ) -> FunctionDeclaration {
    function(name, zh: zh, en: en, [([.double], .bool)]) { arguments, evaluation in
      guard case .double(let number) = arguments[0] else { return evaluation.noOverload(name, arguments) }
      return .bool(test(number))
    }
  }

  /// `math.greatest` or `math.least`, over two numbers or a list.
  private static func extremum(
    _ name: String, zh: String, en: String, isBetter: Memory.Order
  ) -> FunctionDeclaration {
    var signatures: [(parameters: [ExpressionType], result: ExpressionType)] = []
    for left in numbers {
      signatures.append(([left], left))
      signatures.append(([.list(left)], left))
      for right in numbers { signatures.append(([left, right], left == right ? left : .dyn)) }
    }
    return function(name, zh: zh, en: en, signatures) { arguments, evaluation in
      var candidates = Array(arguments)
      if evaluation.memory.kind(of: candidates[0]) == .list { candidates = evaluation.elements(candidates[0]) }
      guard var best = candidates.first else { return evaluation.fail(Messages.emptyList(name)) }
      guard evaluation.memory.kind(of: best).isSubset(of: .numbers) else {
        return evaluation.noOverload(name, arguments)
      }
      for candidate in candidates.dropFirst() {
        guard let order = evaluation.memory.compareNumbers(candidate, best) else {
          return evaluation.noOverload(name, arguments)
        }
        if order == isBetter { best = candidate }
      }
      return best
    }
  }

  /// Operations on the bits of whole numbers.
  static let bitFunctions: [FunctionDeclaration] = [
    bits("math.bitAnd", zh: "按位与。", en: "Bits set in both.") { $0 & $1 },
    bits("math.bitOr", zh: "按位或。", en: "Bits set in either.") { $0 | $1 },
    bits("math.bitXor", zh: "按位异或。", en: "Bits set in one of both.") { $0 ^ $1 },
    function("math.bitNot", zh: "按位取反。", en: "All bits turned round.", [([.int], .int), ([.uint], .uint)]) {
      arguments, _ in
      switch arguments[0] {
      case .int(let number): .int(~number)
      case .uint(let number): .uint(~number)
      default: arguments[0]
      }
    },
    // Swift's smart shift gives 0 for distances beyond the width.
    shift("math.bitShiftLeft", zh: "左移。", en: "Bits moved left.") { $0 << $1 },
    shift("math.bitShiftRight", zh: "右移，高位补零。", en: "Bits moved right, zeros from the left.") { $0 >> $1 },
  ]

  /// An operation on the bits of two whole numbers.
  private static func bits(
    _ name: String, zh: String, en: String, _ operation: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> FunctionDeclaration {
    function(name, zh: zh, en: en, [([.int, .int], .int), ([.uint, .uint], .uint)]) { arguments, evaluation in
      switch (arguments[0], arguments[1]) {
      case (.int(let left), .int(let right)):
        .int(Int64(bitPattern: operation(UInt64(bitPattern: left), UInt64(bitPattern: right))))
      case (.uint(let left), .uint(let right)): .uint(operation(left, right))
      default: evaluation.noOverload(name, arguments)
      }
    }
  }

  /// A shift of the bits of a whole number.
  private static func shift(
    _ name: String, zh: String, en: String, _ operation: @escaping @Sendable (UInt64, Int64) -> UInt64
  ) -> FunctionDeclaration {
    function(name, zh: zh, en: en, [([.int, .int], .int), ([.uint, .int], .uint)]) { arguments, evaluation in
      guard case .int(let distance) = arguments[1] else { return evaluation.noOverload(name, arguments) }
      guard distance >= 0 else { return evaluation.fail(Messages.negativeShift(distance)) }
      switch arguments[0] {
      case .int(let number): return .int(Int64(bitPattern: operation(UInt64(bitPattern: number), distance)))
      case .uint(let number): return .uint(operation(number, distance))
      default: return evaluation.noOverload(name, arguments)
      }
    }
  }
}
