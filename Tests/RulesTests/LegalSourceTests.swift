import Testing

@testable import Rules

@Test func sourcesAreCitedAsOfficialWritingDoes() {
  let sources: [(LegalSource, String)] = [
    (LegalSource(title: "优化营商环境条例", article: "第三十六条"), "《优化营商环境条例》第三十六条"),
    (LegalSource(title: "《安阳市政务服务条例》", article: "第十三条"), "《安阳市政务服务条例》第十三条"),
    (LegalSource(title: "GB 32100-2015《编码规则》"), "GB 32100-2015《编码规则》"),
    (LegalSource(title: "RFC 9535", article: "2.3"), "RFC 9535, 2.3"),
    (LegalSource(title: "消防法", url: "https://example.org"), "《消防法》 https://example.org"),
  ]
  for (source, citation) in sources { #expect(source.citation == citation) }
}
