import CEL
import Catalog
package import Diagnostics
import JSONPath

/// How a rule's failures are repaired.
struct RuleFix: Sendable {
  /// What is done to the place of a failure.
  enum Action: Sendable {
    /// The underlined text, or the part of it that was found, gets a new text.
    case replace(Program)
    /// The list element goes that the target is or lies in.
    case removeElement
    /// The field goes whose value the target is.
    case removeField
    /// A field that the target lacks is added as a comment: its path from the target, and what stands behind its colon.
    case insert([String], stub: LocalizedText)
  }

  /// What people read about it.
  let page: RuleFixPage
  /// Which failures it can repair; nil for all.
  let when: Program?
  /// What it does.
  let action: Action
}

/// What people read about the repair of a rule's failures.
package struct RuleFixPage: Sendable {
  /// What it does, in the imperative.
  package var title: LocalizedText
  /// How far it can be trusted.
  package var applicability: Applicability
}

/// The key `fix` of a rule file as read.
struct RuleFixDeclaration {
  /// What a repair can do, as the rule file names it.
  enum Action {
    /// `replace:` with an expression.
    case replace(WrittenText)
    /// `remove: element`
    case removeElement
    /// `remove: field`
    case removeField
    /// `insert:` with the path of the field and its text.
    case insert(WrittenText, stub: LocalizedText)
  }

  /// What people read about it.
  var page: RuleFixPage
  /// Which failures it can repair.
  var when: WrittenText?
  /// What it does.
  var action: Action

  /// Reads the key `fix` of a rule file whose shape is valid; nil where there is none.
  init?(_ fields: TreeFields) {
    guard let node = fields.value("fix") else { return nil }
    let fix = TreeFields(fields.view, node)
    guard let title = fix.localized("title"),
      let applicability = fix.string("applicability").flatMap(Applicability.init(token:))
    else { return nil }
    page = RuleFixPage(title: title, applicability: applicability)
    when = fix.text("when")
    if let replacement = fix.text("replace") {
      action = .replace(replacement)
    } else if let part = fix.string("remove") {
      action = part == "field" ? .removeField : .removeElement
    } else if let node = fix.value("insert") {
      let insertion = TreeFields(fields.view, node)
      guard let key = insertion.text("key"), let stub = insertion.localized("stub") else { return nil }
      action = .insert(key, stub: stub)
    } else {
      return nil
    }
  }
}

extension RuleCompiler {
  /// Compiles what a rule's `fix` says; its expressions see what the message sees.
  mutating func compileFix(
    _ declaration: RuleDeclaration, _ variables: [Variable], _ targets: [ShapeID], in file: File
  ) -> RuleFix? {
    guard let fix = declaration.fix else { return nil }
    if declaration.isOverCatalog || declaration.isOnRemoved {
      let message = Messages.fixWithoutDocument
      diagnostics.append(
        Diagnostic(id: "rule-fix", message: message, range: file.view[declaration.id.node].range))
    }
    let when = fix.when.flatMap { expression($0, expecting: .bool, variables, in: file)?.program }
    if fix.when != nil, when == nil { return nil }
    switch fix.action {
    case .removeElement: return RuleFix(page: fix.page, when: when, action: .removeElement)
    case .removeField: return RuleFix(page: fix.page, when: when, action: .removeField)
    case .insert(let key, let stub):
      let (query, _) = PathQuery.parse("@." + key.text, symbols: &symbols, allowsRelative: true)
      if let fault = query.flatMap({ typing.trace($0, from: targets).fault }) {
        diagnostics.append(Diagnostic(id: "rule-fix", message: fault.message, range: file.view[key.node].range))
      }
      let path = key.text.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
      return RuleFix(page: fix.page, when: when, action: .insert(path, stub: stub))
    case .replace(let text):
      return expression(text, expecting: .string, variables, in: file).map {
        RuleFix(page: fix.page, when: when, action: .replace($0.program))
      }
    }
  }
}
