internal import DataTree
internal import Rules
package import SourceText
internal import YAMLReader

/// What came back from walks in one file: a record as the page saves it, several of them, or a filled copy of the page.
package struct SavedWalks {
  /// One record with what came with it.
  package struct Walk: Sendable {
    /// The record, as it was filled in.
    package var record: WalkRecord
    /// Its photographs.
    package var photos: [WalkPhoto]
    /// How many photographs were no JPEG or PNG of bounded size.
    package var refusedPhotos: Int
    /// Where it was read.
    package var source: SourceFile
  }

  /// The records.
  package private(set) var walks: [Walk] = []
  /// The texts of YAML that were read, for whoever checks their shape: the file, or the parts of a page.
  package private(set) var sources: [SourceFile] = []
  /// Whether the file is a page.
  package private(set) var isPage = false

  /// Reads a file; nothing in it runs.
  package init(_ file: SourceFile) {
    if Self.isPage(file.bytes) {
      isPage = true
      sources = Self.records(inPage: file)
    } else {
      sources = [file]
    }
    for source in sources { read(source) }
  }

  private mutating func read(_ source: SourceFile) {
    let tree = DataTree(symbols: .empty)
    var documents = YAMLDocuments(source)
    while let document = documents.next(into: tree) {
      guard document.isUsable, !tree.isEmpty else { continue }
      let fields = TreeFields(tree.view)
      guard fields.string("kind") == "Walkthrough", let id = fields.string("id"),
        let record = WalkRecord(fields, id: id)
      else { continue }
      var walk = Walk(record: record, photos: [], refusedPhotos: 0, source: source)
      for photo in fields.list("x-photos") {
        guard let file = photo.string("file"), let data = photo.value("data"), walk.photos.count < WalkPhoto.most,
          let picture = WalkPhoto(file: file, data: Array(photo.view.text(data)))
        else {
          walk.refusedPhotos += 1
          continue
        }
        walk.photos.append(picture)
      }
      walks.append(walk)
    }
  }

  /// Whether a file is a page and no YAML, which never begins with `<`.
  private static func isPage(_ bytes: [UInt8]) -> Bool {
    bytes.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
  }

  /// The records in a filled copy of the page: JSON in elements that no browser runs, in which no `<` stands.
  private static func records(inPage file: SourceFile) -> [SourceFile] {
    let bytes = file.bytes
    var found: [SourceFile] = []
    var index = 0
    while let start = firstIndex(of: "<script", in: bytes[...], from: index),
      let open = bytes[start...].firstIndex(of: 0x3E)
    {
      let end = firstIndex(of: "</script", in: bytes[...], from: open) ?? bytes.count
      if firstIndex(of: "class=\"filled\"", in: bytes[..<open], from: start) != nil {
        found.append(SourceFile(path: "\(file.path) #\(found.count + 1)", bytes: Array(bytes[(open + 1)..<end])))
      }
      index = end
    }
    return found
  }

  private static func firstIndex(of word: StaticString, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    word.withUTF8Buffer { word in
      var index = start
      while index + word.count <= bytes.endIndex {
        if bytes[index] == word[0], bytes[index..<index + word.count].elementsEqual(word) { return index }
        index += 1
      }
      return nil
    }
  }
}
