internal import Encoding

/// The look of Word files where a department has no template of its own: A4 with narrow margins, framed tables, small
/// letters, each document on a page of its own.
enum WordTemplate {
  /// The template as a Word file.
  static var bytes: [UInt8] {
    var archive = StoredArchive()
    for (name, text) in [
      ("[Content_Types].xml", types), ("_rels/.rels", relations("officeDocument", "word/document.xml")),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", relations("styles", "styles.xml")),
      ("word/styles.xml", styles),
    ] {
      archive.add(name, Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text).utf8))
    }
    return archive.finish()
  }

  private static let schemas = "http://schemas.openxmlformats.org"
  private static let namespace = "xmlns:w=\"\(schemas)/wordprocessingml/2006/main\""

  private static let types = """
    <Types xmlns="\(schemas)/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    \(part("document", "document.main"))\(part("styles", "styles"))</Types>
    """

  private static func part(_ name: String, _ type: String) -> String {
    "<Override PartName=\"/word/\(name).xml\" "
      + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.\(type)+xml\"/>"
  }

  private static func relations(_ type: String, _ target: String) -> String {
    "<Relationships xmlns=\"\(schemas)/package/2006/relationships\"><Relationship Id=\"rId1\" "
      + "Type=\"\(schemas)/officeDocument/2006/relationships/\(type)\" Target=\"\(target)\"/></Relationships>"
  }

  /// Twentieths of a point: A4 is 11906 by 16838.
  private static let document = """
    <w:document \(namespace)><w:body><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="397" w:right="567" w:bottom="397" w:left="567" w:header="284" w:footer="284" w:gutter="0"/>\
    </w:sectPr></w:body></w:document>
    """

  /// Sizes are half points.
  private static let styles = """
    <w:styles \(namespace)><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>\
    <w:sz w:val="15"/><w:szCs w:val="15"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>\
    </w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
    <w:name w:val="Default Paragraph Font"/></w:style>\
    \(heading(1, size: 26, "<w:pageBreakBefore/><w:spacing w:before=\"0\" w:after=\"40\"/><w:jc w:val=\"center\"/>"))\
    \(heading(2, size: 19, "<w:spacing w:before=\"40\" w:after=\"20\"/>"))\
    \(heading(3, size: 17, "<w:spacing w:before=\"40\" w:after=\"20\"/>"))\
    \(paragraph("BodyText", "Body Text"))\(paragraph("FirstParagraph", "First Paragraph"))\
    \(paragraph("Compact", "Compact"))\(table)</w:styles>
    """

  private static func heading(_ level: Int, size: Int, _ look: String) -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading\(level)\"><w:name w:val=\"heading \(level)\"/>"
      + "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:keepNext/>\(look)"
      + "<w:outlineLvl w:val=\"\(level - 1)\"/></w:pPr>"
      + "<w:rPr><w:b/><w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr></w:style>"
  }

  private static func paragraph(_ id: String, _ name: String) -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"Normal\"/>"
      + "<w:qFormat/></w:style>"
  }

  private static var table: String {
    let lines = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    }
    return
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Table\"><w:name w:val=\"Table\"/><w:qFormat/><w:tblPr>"
      + "<w:tblBorders>\(lines.joined())</w:tblBorders><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>"
      + "<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
  }
}
