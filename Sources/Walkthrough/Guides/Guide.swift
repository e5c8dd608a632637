package import Catalog
package import Diagnostics
package import Rules
package import SourceText

/// What an item or bundle tells the applicant, as plain values: what a checklist compares with reality, and what a ledger
/// and a score say of the document.
package struct Guide: Sendable {
  /// A variant (业务办理项) of the guide.
  package struct Variant: Hashable, Sendable {
    /// Its id.
    package var id: String
    /// What it is called.
    package var name: LocalizedText
  }

  /// Kind and id.
  package var name: DocumentName
  /// What it is called.
  package var title: LocalizedText
  /// 实施编码; nil where it has none.
  package var code: String?
  /// 事项版本; nil where it states none.
  package var version: Int?
  /// The authority in charge, or the lead of a bundle; nil where it states none.
  package var department: LocalizedText?
  /// Whether it is in use.
  package var isActive: Bool
  /// Whether it is used very often.
  package var isHighFrequency: Bool
  /// Its variants.
  package var variants: [Variant]
  /// Members of a bundle: ids of their items.
  package var members: [String]
  /// What it says, line by line, in the order in which an applicant meets it.
  package var lines: [GuideLine]
  /// What is counted of it; of a bundle, where it states figures after the reform, those.
  package var measures: ItemMeasures
  /// The figures before the reform, as it states them: `before` of an item, `figures.before` of a bundle.
  package var before: ItemMeasures?
  /// Path of its file, as reports print it.
  package var file: String
}

/// One thing that a guide says and a walk can find true or not.
package struct GuideLine: Hashable, Sendable {
  /// What kind of thing it is.
  package enum Subject: String, Sendable, CaseIterable {
    /// 申请材料
    case material
    /// 办理环节
    case step
    /// 法定、承诺办结时限
    case limit
    /// 到办事现场次数
    case visits
    /// 收费
    case fee
    /// 办理地点
    case address
    /// 办理时间
    case hours
    /// 电话
    case phone
    /// 网址
    case link
    /// 审批结果
    case result
    /// 成员事项
    case member
  }

  /// Names the line in records and ledgers: `material.id-card`, `limit.promised`, `channel.window.1.address`.
  package var id: String
  /// What kind of thing it is.
  package var subject: Subject
  /// What is compared, such as the name of a material.
  package var about: LocalizedText
  /// What the guide says of it; nil where it says no more than `about`.
  package var written: LocalizedText?
  /// Variants to which it applies; nil = all.
  package var variants: [String]?
  /// The type of channel to which it belongs; nil = all.
  package var channel: String?
  /// Types of channels to which it applies although it belongs to none of them; nil = all.
  package var channels: [String]?
  /// Where the document says it, by which findings of the linter are told to be about it.
  package var range: SourceRange?
}
