internal import Diagnostics
internal import Rules
internal import Walkthrough

/// Chooses the documents of a catalog that a request names, or describes.
struct DocumentChoice {
  /// What is asked.
  let request: ChecklistRequest
  /// Where relative paths begin.
  let environment: ProcessEnvironment
  /// The files.
  let fileSystem: any FileSystem

  /// Folder of the catalog: the one that is named; else the one that governs the first file that is named.
  var folder: String {
    if let catalog = request.catalog { return catalog }
    guard let path = request.documents.first(where: isFile) else { return "." }
    let place = PathName.folder(of: absolute(path))
    let sets = RuleSets(fileSystem: fileSystem, workingDirectory: environment.workingDirectory)
    let reader = ConfigurationReader(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, sets: sets)
    var discovery = CatalogDiscovery(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, excluded: GlobList([]), reader: reader)
    return discovery.governing(place).folder ?? place
  }

  /// The documents that are named, else all that the filters let through, in the order of the operands or the catalog.
  func guides(of catalog: WalkCatalog, _ faults: inout [LocalizedText]) -> [Guide] {
    let isNamed = !request.documents.isEmpty
    var names = isNamed ? named(in: catalog, &faults) : catalog.documents.names(ofKinds: ["ServiceItem", "Bundle"])
    if request.isFailedOnly {
      let failures = catalog.failures()
      names = names.filter { failures[$0] != nil }
    }
    let department = request.department.map { catalog.reader().department($0)?.zh ?? $0 }
    let read = parallelMap(
      count: names.count, jobs: request.jobs ?? environment.processorCount, makeState: { catalog.reader() },
      finish: { _ in 0 }
    ) { [names] reader, index in reader.read(names[index]) { Guide($0) } }.results
    var guides: [Guide] = []
    for (name, guide) in zip(names, read) {
      guard let guide else {
        faults.append(Messages.unreadableDocument(name.id))
        continue
      }
      if !isNamed, !guide.isActive { continue }
      if request.isHighFrequencyOnly, !guide.isHighFrequency { continue }
      if let department, !isOf(department, guide) { continue }
      guides.append(guide)
    }
    if guides.isEmpty, faults.isEmpty {
      let known = Set(read.compactMap { $0?.department?.zh }).sorted()
      faults.append(Messages.nothingChosen(department: request.department, known: known))
    }
    return guides
  }

  /// The documents that the operands name.
  private func named(in catalog: WalkCatalog, _ faults: inout [LocalizedText]) -> [DocumentName] {
    var names: [DocumentName] = []
    for operand in request.documents {
      let found = documents(named: operand, in: catalog)
      if found.isEmpty {
        faults.append(
          PathName.isYAML(operand)
            ? Messages.noDocumentInFile(operand, catalog: displayed(catalog.folder))
            : Messages.unknownDocument(operand, nearest: catalog.nearestID(to: operand)))
      }
      names += found.filter { !names.contains($0) }
    }
    return names
  }

  private func documents(named operand: String, in catalog: WalkCatalog) -> [DocumentName] {
    let known = catalog.documents.names(withID: operand)
    if !known.isEmpty || !PathName.isYAML(operand) { return known }
    let path = absolute(operand)
    let file = catalog.documents.files.first { absolute($0.source.path) == path }
    return (file?.names ?? []).filter { ["ServiceItem", "Bundle"].contains($0.kind) && !$0.id.isEmpty }
  }

  /// Whether the name of a guide's department holds a text, in either language and case.
  private func isOf(_ department: String, _ guide: Guide) -> Bool {
    let wanted = Array(department.lowercased().utf8)
    return [guide.department?.zh, guide.department?.en].contains { name in
      guard let name = name.map({ Array($0.lowercased().utf8) }), name.count >= wanted.count else { return false }
      return (0...name.count - wanted.count).contains { name[$0...].starts(with: wanted) }
    }
  }

  private func isFile(_ operand: String) -> Bool {
    guard PathName.isYAML(operand) else { return false }
    return (try? fileSystem.status(absolute(operand), followsLinks: true))?.kind == .file
  }

  private func absolute(_ path: String) -> String { PathName.absolute(path, in: environment.workingDirectory) }

  private func displayed(_ path: String) -> String { PathName.displayed(path, in: environment.workingDirectory) }
}
