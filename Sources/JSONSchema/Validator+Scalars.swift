internal import DataTree

extension Validator {
  /// Applies `enum` and `const`.
  mutating func checkValues(_ index: Int32, _ node: NodeID, _ type: TypeSet) -> Bool {
    let code = tables.codes[index]
    if code.choices >= 0, !isListed(tables.values[code.choices], node, type) {
      if isCollecting { reportNotAllowed(code.choices, "enum", index, node) }
      return false
    }
    if code.constant >= 0, !isListed(tables.values[code.constant], node, type) {
      if isCollecting { reportNotAllowed(code.constant, "const", index, node) }
      return false
    }
    return true
  }

  /// Whether a value is one of those that a keyword spells out.
  private mutating func isListed(_ values: ValueCode, _ node: NodeID, _ type: TypeSet) -> Bool {
    if type == .string {
      let text = view.text(node)
      for offset in 0..<values.count {
        let constant = tables.constants.base + Int(tables.children[values.first + offset])
        guard constant.pointee.shape == .string, Int(constant.pointee.count) == text.count else { continue }
        if equalBytes(self.text(of: constant.pointee), text) { return true }
      }
      return false
    }
    if values.isText { return false }
    for offset in 0..<values.count where equals(tables.children[values.first + offset], node, depth: 0) { return true }
    return false
  }

  /// Applies the keywords for text.
  mutating func checkString(_ index: Int32, _ node: NodeID) -> Bool {
    let code = tables.strings.base[Int(tables.codes.base[Int(index)].strings)]
    let text = view.text(node)
    var valid = true
    if code.minLength > 0 || text.count > Int(code.maxLength) {
      let length = codePointCount(text)
      if length < Int(code.minLength) {
        report(.tooShort(minimum: Int(code.minLength), found: length), "minLength", index, node)
        valid = false
      }
      if length > Int(code.maxLength) {
        report(.tooLong(maximum: Int(code.maxLength), found: length), "maxLength", index, node)
        valid = false
      }
    }
    if code.pattern >= 0, valid || isCollecting, !matches(code.pattern, text) {
      if isCollecting {
        let detail = SchemaFault.Detail.pattern(
          value: view.string(node), pattern: schema.patterns[Int(code.pattern)].source)
        report(detail, "pattern", index, node)
      }
      valid = false
    }
    if code.format >= 0, valid || isCollecting, !schema.formats[Int(code.format)].test(text) {
      if isCollecting {
        let detail = SchemaFault.Detail.format(
          name: schema.formats[Int(code.format)].name, value: view.string(node))
        report(detail, "format", index, node)
      }
      valid = false
    }
    return valid
  }

  /// Whether a pattern matches anywhere in a text.
  func matches(_ pattern: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let steps = tables.patterns[pattern]
    guard steps.count > 0 else { return schema.patterns[Int(pattern)].matches(text) }
    let items = UnsafeBufferPointer(start: tables.patternItems.base + Int(steps.first), count: Int(steps.count))
    return PatternItem.match(items, isWhole: steps.isWhole, text)
  }

  /// The length of text as the specification counts it.
  private func codePointCount(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Applies the keywords for numbers.
  mutating func checkNumber(_ index: Int32, _ node: NodeID) -> Bool {
    let code = tables.numbers.base + Int(tables.codes[index].numbers)
    guard let number = view.number(node) else { return true }
    let (low, high) = (code.pointee.minimum, code.pointee.maximum)
    if low.isPresent, number.isLess(than: low.value) {
      return refuse(number, low, .atLeast, "minimum", index, node)
    }
    if high.isPresent, high.value.isLess(than: number) {
      return refuse(number, high, .atMost, "maximum", index, node)
    }
    let (above, below) = (code.pointee.exclusiveMinimum, code.pointee.exclusiveMaximum)
    if above.isPresent, !above.value.isLess(than: number) {
      return refuse(number, above, .moreThan, "exclusiveMinimum", index, node)
    }
    if below.isPresent, !number.isLess(than: below.value) {
      return refuse(number, below, .lessThan, "exclusiveMaximum", index, node)
    }
    if code.pointee.multipleOfDouble > 0, !isMultiple(node, of: code) {
      let detail = SchemaFault.Detail.notMultiple(
        value: view.string(node), divisor: NumberValue.double(code.pointee.multipleOfDouble).description)
      report(detail, "multipleOf", index, node)
      return false
    }
    return true
  }

  /// Reports a number beyond its limit.
  private mutating func refuse(
    _ number: NumberValue, _ limit: NumberLimit, _ relation: SchemaFault.Relation, _ keyword: String, _ index: Int32,
    _ node: NodeID
  ) -> Bool {
    if isCollecting {
      let detail = SchemaFault.Detail.outOfRange(
        value: view.string(node), relation: relation, limit: limit.value.description)
      report(detail, keyword, index, node)
    }
    return false
  }

  /// Tests divisibility in decimal, or in doubles where digits are too many.
  private func isMultiple(_ node: NodeID, of code: UnsafePointer<NumberCode>) -> Bool {
    let divisor = code.pointee.multipleOf
    let value = view[node]
    let decimal = value.kind == .int ? DecimalNumber(value.int) : DecimalNumber(view.text(node))
    if let decimal, divisor.significand > 0 { return decimal.isMultiple(of: divisor) }
    let number = value.kind == .int ? Double(value.int) : value.double
    let quotient = number / code.pointee.multipleOfDouble
    return quotient.isFinite && quotient == quotient.rounded()
  }
}
