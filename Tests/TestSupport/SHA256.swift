/// SHA-256 (FIPS 180-4), by which tests check the digests that a page states.
package enum SHA256 {
  private static let constants: [UInt32] = {
    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }.prefix(64)
    return primes.map { prime in
      // Cube root of prime · 2⁹⁶ by bisection: its lowest 32 bits are the fraction.
      var low: UInt64 = 0
      var high: UInt64 = 8 << 32
      while high - low > 1 {
        let middle = (low + high) / 2
        let square = middle.multipliedFullWidth(by: middle)
        // middle³ ≤ prime · 2⁹⁶, both sides divided by 2⁶⁴ with the remainder kept.
        let upper = square.high.multipliedFullWidth(by: middle)
        let lower = square.low.multipliedFullWidth(by: middle)
        let (sum, carry) = upper.low.addingReportingOverflow(lower.high)
        let isBelow = upper.high == 0 && !carry && sum < UInt64(prime) << 32
        if isBelow { low = middle } else { high = middle }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }()

  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 { value >> count | value << (32 - count) }

  /// The digest of some bytes.
  package static func digest(_ message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [
      0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(message.count) * 8
    padded += (0..<8).reversed().map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
    for start in stride(from: 0, to: padded.count, by: 64) {
      var words = (0..<16).map { index in
        padded[(start + 4 * index)..<(start + 4 * index + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      }
      for index in 16..<64 {
        let (left, right) = (words[index - 15], words[index - 2])
        let low = rotate(left, 7) ^ rotate(left, 18) ^ (left >> 3)
        let high = rotate(right, 17) ^ rotate(right, 19) ^ (right >> 10)
        words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      for index in 0..<64 {
        let high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let first = h &+ high &+ (e & f ^ ~e & g) &+ constants[index] &+ words[index]
        let low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        let second = low &+ (a & b ^ a & c ^ b & c)
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
      for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
    }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }
}
