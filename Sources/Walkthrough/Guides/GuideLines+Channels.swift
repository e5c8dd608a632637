import DataTree
import Diagnostics
import Rules

/// Where one goes, and whom one calls.
extension GuideLines {
  /// Adds address, hours, telephone and link of each channel; those of a place come from the registry.
  mutating func addChannels() {
    var numbers: [String: Int] = [:]
    for node in fields.elements("channels") {
      let channel = TreeFields(fields.view, node)
      guard let type = channel.string("type") else { continue }
      let number = numbers[type, default: 0] + 1
      numbers[type] = number
      let name = channelName(channel, type)
      let place = channel.string("place").flatMap { document.place($0) }
      let windows = channel.elements("windows").compactMap { channel.localized(at: $0) }
      let address = sentence([
        channel.localized("address"),
        windows.isEmpty
          ? nil
          : LocalizedText(
            zh: windows.map(\.zh).joined(separator: "、"), en: windows.map(\.en).joined(separator: ", ")),
      ])
      let phone = place?.string("phone").map { LocalizedText(zh: $0, en: $0) }
      let url = channel.string("url").map { LocalizedText(zh: $0, en: $0) }
      let parts: [(key: String, subject: GuideLine.Subject, written: LocalizedText?)] = [
        ("address", .address, address), ("hours", .hours, channel.localized("hours")), ("phone", .phone, phone),
        ("url", .link, url),
      ]
      for part in parts where part.written != nil {
        add(
          GuideLine(
            id: "channel.\(type).\(number).\(part.key)", subject: part.subject,
            about: Messages.line(of: name, part.subject), written: part.written, channel: type,
            range: range(of: part.key, in: channel)))
      }
    }
  }

  /// The type of a channel with the name that it bears.
  private func channelName(_ channel: TreeFields, _ type: String) -> LocalizedText {
    let kind = Messages.channelType(type)
    guard let name = channel.localized("name") else { return kind }
    return LocalizedText(zh: "\(kind.zh)“\(name.zh)”", en: "\(kind.en) “\(name.en)”")
  }

  /// Adds the contacts for enquiries, complaints and English service.
  mutating func addContacts() {
    guard let contacts = fields.value("contacts").map({ TreeFields(fields.view, $0) }) else { return }
    for kind in ["consultation", "complaint", "english"] {
      guard let value = contacts.value(kind) else { continue }
      let nodes = fields.view.kind(value) == .list ? Array(fields.view.elements(value)) : [value]
      for (position, node) in nodes.enumerated() {
        let contact = TreeFields(fields.view, node)
        let parts: [(key: String, subject: GuideLine.Subject)] = [
          ("phone", .phone), ("url", .link), ("address", .address),
        ]
        for part in parts {
          guard let written = contact.localized(part.key) else { continue }
          add(
            GuideLine(
              id: "contact.\(kind).\(position + 1).\(part.key)", subject: part.subject,
              about: Messages.line(of: Messages.contact(kind), part.subject), written: written,
              range: range(of: part.key, in: contact)))
        }
      }
    }
  }
}
