internal import Diagnostics

/// What the import of walks says.
extension Messages {
  /// The folder for records is not below the catalog's.
  static func walksOutside(_ folder: String, catalog: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(folder)”不在目录“\(catalog)”之下。--to 请写目录里的一个文件夹，例如 walks。",
      en: "“\(folder)” does not lie below the catalog “\(catalog)”. Let --to name a folder in it, such as walks.")
  }

  /// A file is too large to be a record.
  static func walkFileTooLarge(_ name: String, _ size: Int, limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "“\(name)”有 \(size >> 20) MB，超过 \(limit >> 20) MB，不像走流程记录。请分几次保存，或者少放照片。",
      en:
        "“\(name)” has \(size >> 20) MB, more than the \(limit >> 20) MB of a record. Save it in parts, or with fewer photographs."
    )
  }

  /// A file holds no record.
  static func noWalks(_ name: String, isPage: Bool) -> LocalizedText {
    isPage
      ? LocalizedText(
        zh: "“\(name)”是网页，但里面没有填好的记录。请在页面上点“保存记录”或者“保存填好的页面”，再导入得到的文件。",
        en:
          "“\(name)” is a page in which nothing was filled in. Use “Save record” or “Save filled page” on it, and import that "
          + "file.")
      : LocalizedText(
        zh: "“\(name)”里没有走流程记录（kind: Walkthrough）。请导入检查单页面保存的文件。",
        en: "“\(name)” holds no record of a walk (kind: Walkthrough). Import the file that the checklist's page saved.")
  }

  /// A document in the file is of another kind.
  static func notAWalk(_ name: String, kind: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(name)”里有 kind 为“\(kind)”的文件，不是走流程记录；没有导入。",
      en: "“\(name)” holds a document of kind “\(kind)”, which is no record of a walk; nothing was imported.")
  }

  /// A record is broken.
  static func walkFault(_ place: String, _ message: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "\(place)：\(message.zh)（没有导入；请改好这一处，或者重新保存记录）",
      en: "\(place): \(message.en) (not imported; mend this place, or save the record again)")
  }

  /// The catalog has no such document.
  static func walkOfUnknown(_ place: String, _ id: String, nearest: String?) -> LocalizedText {
    let unknown = unknownDocument(id, nearest: nearest)
    return LocalizedText(
      zh: "\(place)：\(unknown.zh)没有导入；请用 --catalog 指明这份检查单所在的目录，或者改正 item、bundle。",
      en:
        "\(place): \(unknown.en) It was not imported; name the checklist's catalog with --catalog, or correct item or bundle."
    )
  }

  /// The catalog has the record.
  static func walkKnown(_ place: String, _ path: String) -> LocalizedText {
    LocalizedText(
      zh: "\(place)：这份记录目录里已经有了（\(path)），没有改动。", en: "\(place): the catalog has this record (\(path)); nothing changed."
    )
  }

  /// A record was written.
  static func walkWritten(_ place: String, _ path: String, photos: Int, masked: Int) -> LocalizedText {
    var zh = "\(place)：已导入为 \(path)"
    var en = "\(place): imported as \(path)"
    if photos > 0 {
      zh += "，照片 \(photos) 张"
      en += photos == 1 ? ", with 1 photograph" : ", with \(photos) photographs"
    }
    if masked > 0 {
      zh += "；遮盖个人信息 \(masked) 处"
      en += masked == 1 ? "; 1 personal datum was masked" : "; \(masked) personal data were masked"
    }
    return LocalizedText(zh: zh + "。", en: en + ".")
  }

  /// A record got another id.
  static func walkRenamed(_ old: String, _ new: String) -> LocalizedText {
    LocalizedText(
      zh: "编号“\(old)”已是另一份记录的，这一份改为“\(new)”。", en: "“\(old)” is the id of another record; this one is “\(new)”.")
  }

  /// Photographs were left out.
  static func photosRefused(_ place: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "\(place)：有 \(count) 张照片不是 JPEG 或 PNG，或者太大、太多，没有导入。",
      en: "\(place): \(count) photographs were left out: no JPEG or PNG, too large, or too many.")
  }
}
