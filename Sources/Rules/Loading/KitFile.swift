import DataTree
import Diagnostics
import SourceText

/// A kit with what its file says where, so that what is wrong between kits can be underlined.
struct KitFile: Sendable {
  /// What the file says.
  var kit: Kit
  /// The file.
  var source: SourceFile
  /// Where the file names the kit.
  var range: SourceRange
  /// Whether it is shipped.
  var isStandard: Bool
  /// Modes and personas that entries name, with their places.
  var references: [(kit: String, entry: String, range: SourceRange)] = []
  /// Entries, or stages of one entry, that repeat an id.
  private(set) var repeated: [(id: String, range: SourceRange)] = []

  /// Reads a kit whose shape is valid; nil where it has no id.
  init?(_ view: TreeView, source: SourceFile, isStandard: Bool) {
    let fields = TreeFields(view)
    guard let id = fields.text("id") else { return nil }
    self.source = source
    self.isStandard = isStandard
    range = view[id.node].range
    kit = Kit(
      id: id.text, title: fields.localized("title") ?? LocalizedText(zh: id.text, en: id.text), entries: [])
    var known: Set<String> = []
    for node in fields.elements("entries") {
      let fields = TreeFields(view, node)
      guard let id = fields.text("id") else { continue }
      if !known.insert(id.text).inserted { repeated.append((id.text, view[id.node].range)) }
      kit.entries.append(entry(fields, id: id.text))
    }
  }

  private mutating func entry(_ fields: TreeFields, id: String) -> Kit.Entry {
    for name in ["modes", "personas"] {
      references += fields.texts(name).map { (name, $0.text, fields.view[$0.node].range) }
    }
    var anchors: [Int: LocalizedText] = [:]
    for (key, value) in fields.entries("anchors") {
      if let score = Int(key.text) { anchors[score] = fields.localized(at: value) }
    }
    var entry = Kit.Entry(id: id, name: fields.localized("name") ?? LocalizedText(zh: id, en: id))
    entry.description = fields.localized("description")
    entry.group = fields.localized("group")
    entry.channels = fields.texts("channels").map(\.text)
    entry.modes = fields.texts("modes").map(\.text)
    entry.personas = fields.texts("personas").map(\.text)
    entry.stages = stages(fields)
    entry.ask = fields.localized("ask")
    entry.aspect = fields.string("aspect").flatMap { Aspect(rawValue: $0) }
    entry.prompts = fields.elements("prompts").compactMap { fields.localized(at: $0) }
    entry.anchors = anchors
    entry.columns = fields.texts("columns").map(\.text)
    return entry
  }

  private mutating func stages(_ fields: TreeFields) -> [Kit.Stage] {
    var known: Set<String> = []
    return fields.elements("stages").compactMap { node in
      let stage = TreeFields(fields.view, node)
      guard let id = stage.text("id") else { return nil }
      if !known.insert(id.text).inserted { repeated.append((id.text, fields.view[id.node].range)) }
      return Kit.Stage(id: id.text, name: stage.localized("name") ?? LocalizedText(zh: id.text, en: id.text))
    }
  }
}

/// The kits of a rule set: one for each id, a user's own in place of the shipped one.
struct KitSet: Sendable {
  /// By id.
  private(set) var files: [String: KitFile] = [:]
  /// What is wrong, each fault with the file that it is in.
  private(set) var faults: [(diagnostic: Diagnostic, source: SourceFile)] = []

  /// Reads the kits among the files of a rule set.
  init(_ files: [RuleSourceFile], authoring: AuthoringSchemas) {
    for file in files where file.role == .kit {
      let (tree, faults) = authoring.read(file, as: .kit)
      self.faults += faults.map { ($0, file.source) }
      guard let tree, faults.isEmpty,
        let read = KitFile(tree.view, source: file.source, isStandard: file.isStandard)
      else { continue }
      add(read)
    }
    noteUnknownNames()
  }

  private mutating func add(_ file: KitFile) {
    for (id, range) in file.repeated {
      faults.append((Diagnostic(id: "rule-kit", message: Messages.kitEntryTwice(id), range: range), file.source))
    }
    if let known = files[file.kit.id], known.isStandard == file.isStandard {
      let message = Messages.kitTwice(file.kit.id, other: known.source.path)
      faults.append((Diagnostic(id: "rule-kit", message: message, range: file.range), file.source))
    } else if files[file.kit.id] == nil || !file.isStandard {
      files[file.kit.id] = file
    }
  }

  /// Names of modes and personas that are none. What a shipped kit names may be gone from a kit that takes another's
  /// place, which is as its author wants it.
  private mutating func noteUnknownNames() {
    for file in files.values.sorted(by: { $0.kit.id < $1.kit.id }) {
      for (name, entry, range) in file.references {
        guard let target = files[name], target.isStandard || !file.isStandard, target.kit.entry(entry) == nil else {
          continue
        }
        let message = Messages.unknownKitEntry(entry, kit: target.kit)
        faults.append((Diagnostic(id: "rule-kit", message: message, range: range), file.source))
      }
    }
  }
}
