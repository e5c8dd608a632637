package import Diagnostics

/// Writes a new rule file that already runs, so that its author starts from something that works.
package enum RuleScaffold {
  /// What kept the file from being written.
  package struct Failure: Error, Sendable {
    /// What to say.
    package var text: LocalizedText
  }

  /// Writes the file; its name gives the id, its folder the pack. An existing file is never touched.
  package static func write(
    to path: String, _ environment: ProcessEnvironment, _ fileSystem: any FileSystem
  ) -> Result<LocalizedText, Failure> {
    let target = PathName.absolute(path, in: environment.workingDirectory)
    let name = PathName.name(of: target)
    guard name.hasSuffix(".yaml"), isIdentifier(String(name.dropLast(5))) else {
      return .failure(Failure(text: Messages.badRuleName(path)))
    }
    if (try? fileSystem.status(target, followsLinks: false)) != nil {
      return .failure(Failure(text: Messages.exists(path)))
    }
    do throws(FileFailure) {
      try fileSystem.makeFolder(PathName.folder(of: target))
      try fileSystem.write(Array(template(id: String(name.dropLast(5))).utf8), to: target)
    } catch {
      return .failure(Failure(text: Messages.cannotWrite(path, error.reason)))
    }
    return .success(Messages.ruleWritten(path))
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, first >= 0x61, first <= 0x7A else { return false }
    return text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
  }

  private static func template(id: String) -> String {
    """
    id: \(id)
    summary: {zh: 申请材料没有写明出具单位, en: A material does not say who issues it.}
    severity: warning
    level: recommended
    aspect: clarity
    status: {since: 0.1.0}
    for: ServiceItem
    select: $.materials[*]
    require: has(this.issuer)
    at: '@.name.zh'
    message:
      zh: 材料“{text(this.name)}”没有写明出具单位
      en: Material "{text(this.name)}" does not say who issues it.
    why: {zh: 申请人不知道到哪里开具, en: The applicant does not know where to get it.}
    remedy: {zh: 填写 issuer（出具单位）, en: State the `issuer`.}
    sources: []
    note: {zh: 示例规则，请改成本地依据, en: 'An example: replace it by your own source.'}
    ask: {zh: 窗口能说清这份材料到哪里办吗？, en: Can the counter say where this paper is issued?}
    params: {}
    examples:
      - name: issuer stated
        ok: |
          kind: ServiceItem
          materials: [{name: 健康证明, issuer: 疾病预防控制中心}]
      - name: issuer missing
        bad: |
          kind: ServiceItem
          materials:
            - name: 健康证明
          #~        ^^^^ \(id)
      - name: no materials
        na: |
          kind: ServiceItem

    """
  }
}
