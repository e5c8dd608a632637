extension LintReport {
  /// Draws some diagnostics of one rule, in the order of the report.
  ///
  /// Each gets a number from the seed, its document and its place; the smallest are drawn. So the same seed draws the
  /// same ones on every machine, and findings that come or go elsewhere change nothing.
  package func sample(of rule: String, count: Int, seed: UInt64) -> [ReportedDiagnostic] {
    let found = diagnostics.indices.filter { diagnostics[$0].rule == rule }
    let numbered = found.map { (index: $0, number: LintReport.number(of: diagnostics[$0], seed: seed)) }
    let drawn = numbered.sorted { ($0.number, $0.index) < ($1.number, $1.index) }.prefix(count).map(\.index)
    return drawn.sorted().map { diagnostics[$0] }
  }

  /// FNV-1a over seed, document and offset, then mixed so that close inputs lie far apart (SplitMix64's last steps).
  private static func number(of diagnostic: ReportedDiagnostic, seed: UInt64) -> UInt64 {
    var number: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in (diagnostic.document?.id ?? diagnostic.file).utf8 {
      number = (number ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    number = (number ^ UInt64(diagnostic.range.start)) &* 0x100_0000_01B3
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }
}
