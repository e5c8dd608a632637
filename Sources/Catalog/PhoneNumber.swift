/// Telephone numbers as text: what tells two of them apart, and which are hotlines.
package enum PhoneNumber {
  /// The digits of each number in the text, numbers separated by `/`: `（0791）1234-5678、12345` gives `079112345678/12345`.
  ///
  /// The country code of China is left out; an extension stays part of its number.
  package static func key(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    var number: [UInt8] = []
    var isInternational = false
    var scanner = TextScanner(text)
    func finish() {
      if isInternational, number.starts(with: [0x38, 0x36]) { number.removeFirst(2) }
      if !number.isEmpty {
        if !key.isEmpty { key.append(0x2F) }
        key.append(contentsOf: number)
      }
      number.removeAll(keepingCapacity: true)
      isInternational = false
    }
    while let scalar = scanner.next().map(foldedWidth) {
      switch scalar {
      case 0x30...0x39: number.append(UInt8(scalar))
      case 0x2B where number.isEmpty: isInternational = true
      // 、 / ; , and line ends stand between numbers; spaces, hyphens and brackets inside one.
      case 0x3001, 0x2F, 0x3B, 0x2C, 0x0A, 0x6216, 0x7C, 0x3002: finish()
      default: break
      }
    }
    finish()
    return key
  }

  /// Whether the text is one number of a government hotline: 12345 or 123xx, with or without area code.
  package static func isHotline(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = key(text)
    guard digits.count >= 5, digits.count <= 9, !digits.contains(0x2F) else { return false }
    let area = digits.dropLast(5)
    guard area.isEmpty || area.count >= 3 && area.first == 0x30 else { return false }
    return digits.suffix(5).starts(with: [0x31, 0x32, 0x33])
  }
}
