import DataTree
import SourceText
import Testing

@testable import Catalog

private let registry = """
  {kind: Registry, id: r,
   materials: [{id: id-card, name: 居民身份证, issuer: 公安机关, aliases: [身份证], source: government}],
   places: [{id: hall, name: {zh: 大厅, en: Hall}, address: 中心路1号, hours: 9:00}],
   departments: [{id: scjg, name: 市场监督管理局, code: 11440100007482575H}]}
  """
private let defaults = """
  {kind: Catalog, id: c, defaults: {contacts: {consultation: {phone: 12345}, complaint: {phone: 12315}},
   timeLimit: {correction: 5 工作日}}}
  """
private let catalog = SampleCatalog([("registry.yaml", registry), ("catalog.yaml", defaults)])
private let registered = SampleCatalog([("registry.yaml", registry)])

@Test func aRegistrysEntrySuppliesAbsentFields() throws {
  let text = "{kind: ServiceItem, materials: [{ref: id-card, source: }, {ref: id-card, name: 身份证, source: other}]}"
  let (tree, diagnostics) = registered.read(text)
  #expect(diagnostics.isEmpty)
  let list = try #require(tree.view.value(of: .root, at: "materials"))
  #expect(
    printed(tree, list)
      == "[{ref: 'id-card', name: +{zh: +'居民身份证'}, issuer: +{zh: +'公安机关'}, source: +'government', "
      + "exempt: +'no', when: +{}}, {ref: 'id-card', name: ^{zh: '身份证'}, source: 'other', "
      + "issuer: +{zh: +'公安机关'}, exempt: +'no', when: +{}}]")
  let view = tree.view
  let material = view.elements(list)[0]
  let name = try #require(view.value(of: material, at: "name"))
  let reference = try #require(view.value(of: material, at: "ref"))
  #expect(view[name].range == view[reference].range)
  let origin = try #require(tree.origins.first { $0.node == name })
  #expect(origin.file == "registry.yaml")
  #expect(SourceFile(path: "registry.yaml", bytes: Array(registry.utf8)).text(in: origin.range) == "居民身份证")
}

@Test func placesAndDepartmentsAreSupplied() {
  #expect(
    registered.item("channels: [{type: window, place: hall, hours: 8:30}]", "channels")
      == "[{type: 'window', place: 'hall', hours: ^{zh: '8:30'}, name: +{zh: +'大厅', en: +'Hall'}, "
      + "address: +{zh: +'中心路1号'}}]")
  #expect(
    registered.item("department: scjg", "department")
      == "^{id: 'scjg', name: +{zh: +'市场监督管理局'}, code: +'11440100007482575H'}")
  #expect(registered.item("department: {name: 甲局}", "department") == "{name: ^{zh: '甲局'}}")
}

@Test func unknownEntriesAreReportedWithTheNearestId() {
  let (tree, diagnostics) = registered.read("{kind: ServiceItem, department: scjgg, materials: [{ref: passport}]}")
  #expect(diagnostics.map(\.id) == ["catalog-reference-unknown", "catalog-reference-unknown"])
  #expect(diagnostics.map(\.range) == [SourceRange(32, 37), SourceRange(57, 65)])
  #expect(diagnostics[0].message.zh == "登记簿（Registry）中没有编号为“scjgg”的部门，是否想写“scjg”？")
  #expect(diagnostics[1].message.en == "No registry has a material with the id \"passport\".")
  #expect(printed(tree).contains("department: ^{id: 'scjgg'}"))
}

@Test func theCatalogsDefaultsAreInheritedInDepth() throws {
  let (tree, _) = catalog.read("{kind: ServiceItem, contacts: {consultation: {phone: 110}}}")
  #expect(
    printed(tree)
      == "{kind: 'ServiceItem', contacts: {consultation: ^[{phone: '110'}], complaint: +[+{phone: +'12315'}]}, "
      + "timeLimit: +{correction: +<5 工作日>}}")
  let contacts = try #require(tree.view.value(of: .root, at: "contacts"))
  let complaint = try #require(tree.view.value(of: contacts, at: "complaint"))
  #expect(tree.view[complaint].range == tree.view[contacts].range)
  #expect(tree.view.deepestWritten(complaint) == contacts)
  #expect(tree.origins.map(\.file) == ["catalog.yaml", "catalog.yaml"])
  #expect(
    catalog.field("contacts", of: "{kind: ServiceItem, contacts: {complaint: , consultation: }}")
      == "{consultation: +[+{phone: +'12345'}], complaint: +[+{phone: +'12315'}]}")
  #expect(
    catalog.field("timeLimit", of: "{kind: ServiceItem, timeLimit: {correction: 当场}}")
      == "{correction: <当场>}")
}

@Test func ofTwoEntriesWithOneIdTheFirstCounts() {
  let twice = SampleCatalog([
    ("a.yaml", "{kind: Registry, places: [{id: hall, address: 甲}, {id: hall, address: 乙}, {address: 丙}]}"),
    ("b.yaml", "{kind: Registry, places: [{id: hall, address: 丁}, {id: annex, address: 戊}]}"),
  ])
  #expect(twice.context.ids(in: .places) == ["hall", "annex"])
  #expect(
    twice.item("channels: [{place: annex}, {place: hall}]", "channels")
      == "[{place: 'annex', address: +{zh: +'戊'}}, {place: 'hall', address: +{zh: +'甲'}}]")
}

@Test func aReaderServesManyDocuments() {
  let reading = DocumentReading(shapes: registered.shapes, context: registered.context, symbols: registered.symbols)
  for _ in 0..<3 {
    let tree = FlowText.tree("{kind: ServiceItem, name: 甲, materials: [{ref: id-card}]}", symbols: registered.symbols)
    #expect(reading.read(tree).isEmpty)
    #expect(printed(tree).hasPrefix("{kind: 'ServiceItem', name: ^{zh: '甲'}, materials: [{ref: 'id-card', name: +{zh:"))
  }
}
