package import Diagnostics

extension Aspect {
  /// The question as people name it.
  package var name: LocalizedText {
    switch self {
    case .clarity: LocalizedText(zh: "群众懂不懂", en: "clarity")
    case .flow: LocalizedText(zh: "流程通不通", en: "flow")
    case .efficiency: LocalizedText(zh: "效率高不高", en: "efficiency")
    case .experience: LocalizedText(zh: "体验好不好", en: "experience")
    }
  }
}

extension Defect {
  /// The class as the ledger names it.
  package var name: LocalizedText {
    switch self {
    case .unclearDisclosure: LocalizedText(zh: "事前公开不清楚", en: "unclear disclosure")
    case .noGuidance: LocalizedText(zh: "咨询引导无门路", en: "no guidance")
    case .opaqueProcess: LocalizedText(zh: "流程环节不透明", en: "opaque process")
    case .channelMismatch: LocalizedText(zh: "线上线下不一致", en: "channels differ")
    case .repeatedSubmission: LocalizedText(zh: "申请材料重复交", en: "repeated submission")
    }
  }
}
