import DataTree
import Diagnostics
import Rules

extension GuideLines {
  /// Adds a line for each material.
  mutating func addMaterials() {
    for node in fields.elements("materials") {
      let material = TreeFields(fields.view, node)
      let alternatives = material.elements("oneOf").compactMap { TreeFields(fields.view, $0).localized("name") }
      guard let name = material.localized("name") ?? (alternatives.isEmpty ? nil : Messages.oneOf(alternatives)) else {
        continue
      }
      let isAlternative = !alternatives.isEmpty && material.localized("name") != nil
      add(
        "material", material, .material, about: name,
        written: [isAlternative ? Messages.oneOf(alternatives) : nil] + demands(of: material))
    }
  }

  /// What is asked of a material.
  private func demands(of material: TreeFields) -> [LocalizedText?] {
    let exemption = material.string("exempt").flatMap(Messages.exemption)
    var parts: [LocalizedText?] = [need(of: material), exemption]
    // Of what is not handed in, form and number say nothing.
    if exemption == nil {
      parts.append(number(of: material))
      parts.append(material.string("medium").flatMap(Messages.medium))
    } else {
      parts.append(material.localized("fallback"))
    }
    return parts
  }

  private func need(of material: TreeFields) -> LocalizedText? {
    let need = material.string("need") ?? ""
    if need == "deferrable", let deferral = material.value("deferral"),
      let limit = words(TreeFields(material.view, deferral).limit("limit"))
    {
      return Messages.deferral(limit)
    }
    return Messages.need(need)
  }

  /// Form and number in one: 复印件 2 份.
  private func number(of material: TreeFields) -> LocalizedText? {
    let form = material.string("form").flatMap(Messages.form)
    guard let copies = material.value("copies") else { return form }
    if material.view.kind(copies) == .map {
      let counts = TreeFields(material.view, copies)
      let words = Messages.copies(originals: counts.int("original"), copies: counts.int("copy"))
      // Only that originals are looked at is not said by the numbers.
      return material.string("form") == "copy-checked" ? sentence([form, words]) : words ?? form
    }
    guard let count = material.int("copies") else { return form }
    guard let form else { return Messages.copies(count) }
    return LocalizedText(zh: "\(form.zh) \(count) 份", en: count == 1 ? form.en : "\(form.en), \(count) of it")
  }
}
