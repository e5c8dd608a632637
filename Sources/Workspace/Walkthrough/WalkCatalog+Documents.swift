package import Walkthrough

extension WalkCatalog {
  /// The items and bundles, in order of file and place.
  package func guides() -> [Guide] {
    let reader = reader()
    return documents.names(ofKinds: ["ServiceItem", "Bundle"]).compactMap { name in reader.read(name) { Guide($0) } }
  }

  /// The records of walks; without a round's name, of all rounds.
  package func walks(of round: String? = nil) -> [WalkRecord] {
    let reader = reader()
    let records = documents.names(ofKinds: ["Walkthrough"]).compactMap { name in
      reader.read(name) { WalkRecord($0) } ?? nil
    }
    return records.filter { round == nil || $0.round == round }
  }

  /// The ledgers.
  package func ledgers() -> [Ledger] {
    let reader = reader()
    return documents.names(ofKinds: ["Ledger"]).compactMap { name in reader.read(name) { Ledger($0) } }
  }
}
