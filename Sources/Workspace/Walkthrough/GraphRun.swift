internal import Diagnostics
package import Rules
package import Walkthrough

/// What the command line asks of pictures.
package struct GraphRequest: Sendable {
  /// Ids of items and bundles.
  package var documents: [String] = []
  /// The folder whose catalog they are in.
  package var catalog = "."
  /// A variant whose way alone is shown.
  package var variant: String?
  /// Whether bundles are shown by their own steps instead of their members.
  package var showsSteps = false
  /// Whether any picture is laid out here, so that one that is too large fails.
  package var laysOut = false

  /// Asks for nothing yet.
  package init() {}
}

/// What a run for pictures brought.
package struct GraphOutcome: Sendable {
  /// The pictures, in the order in which their documents were asked for.
  package var pictures: [(name: DocumentName, picture: DocumentPicture)] = []
  /// Failures and remarks.
  package var messages: [RunMessage] = []

  /// Whether something that was asked for is missing.
  package var hasFailed: Bool { messages.contains(where: \.isFailure) }
}

/// Draws items and bundles of a catalog.
package struct GraphRun {
  private let request: GraphRequest
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares a run.
  package init(request: GraphRequest, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Reads the catalog and draws what is asked for.
  package func run() -> GraphOutcome {
    var outcome = GraphOutcome()
    var loading = WalkCatalogLoading(environment: environment, fileSystem: fileSystem)
    loading.folder = request.catalog
    loading.lints = false
    guard let catalog = loading.load(&outcome.messages) else { return outcome }
    let documents = catalog.reader()
    var known: Set<DocumentName> = []
    for id in request.documents {
      let names = catalog.documents.names(withID: id)
      if names.isEmpty { fail(Messages.graphUnknown(id, nearest: catalog.nearestID(to: id)), &outcome) }
      for name in names where known.insert(name).inserted { draw(name, in: documents, &outcome) }
    }
    return outcome
  }

  private func draw(_ name: DocumentName, in documents: CatalogDocuments, _ outcome: inout GraphOutcome) {
    let found = DocumentPicture.find(
      name, variant: request.variant, showsSteps: request.showsSteps, in: documents)
    switch found {
    case .picture(let picture):
      if request.laysOut, let excess = picture.excess {
        fail(Messages.graphTooLarge(name.id, nodes: excess.nodes, edges: excess.edges), &outcome)
      } else {
        outcome.pictures.append((name, picture))
      }
    case .nothingToDraw: fail(Messages.graphEmpty(name.id, isBundle: name.kind == "Bundle"), &outcome)
    case .variantUnknown(let nearest):
      fail(Messages.graphVariantUnknown(request.variant ?? "", of: name.id, nearest: nearest), &outcome)
    case .unreadable: fail(Messages.graphUnreadable(name.id), &outcome)
    }
  }

  private func fail(_ text: LocalizedText, _ outcome: inout GraphOutcome) {
    let message = RunMessage(isFailure: true, text: text)
    if !outcome.messages.contains(message) { outcome.messages.append(message) }
  }
}
