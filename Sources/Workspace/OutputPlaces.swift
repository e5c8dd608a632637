internal import Diagnostics

/// Where the outputs of a run go, looked up before anything is written: each to a place of its own, none over an input.
struct OutputPlaces {
  /// One file to be written.
  struct Place {
    /// Path as the user gave it.
    var name: String
    /// Absolute path without links in it, so that a link stays one.
    var path: String
    /// The file that is there now.
    var identity: FileIdentity?
  }

  /// The seam to the disk.
  private let files: any FileSystem
  /// Folder that relative paths start from.
  private let workingDirectory: String
  /// The places found.
  private(set) var places: [Place] = []
  /// What keeps outputs from being written.
  private(set) var faults: [LocalizedText] = []
  /// Positions of the places, by what two that are one file have in common.
  private var byPath: [String: Int] = [:]
  private var byIdentity: [FileIdentity: Int] = [:]

  /// Looks up the outputs.
  /// - Parameter inputs: absolute paths of files that are read.
  init(_ names: [String], inputs: Set<String>, files: any FileSystem, workingDirectory: String) {
    self.files = files
    self.workingDirectory = workingDirectory
    for name in names { add(name) }
    // An input that goes by another name is told by the file itself; there is none to tell where nothing is there.
    var identities: Set<FileIdentity> = []
    if places.contains(where: { $0.identity != nil }) {
      identities = Set(inputs.compactMap { (try? files.status($0, followsLinks: true))?.identity })
    }
    for place in places where isInput(place, inputs, identities) {
      faults.append(Messages.outputWouldReplaceInput(place.name))
    }
  }

  /// Finds one output and holds it against the ones before.
  private mutating func add(_ name: String) {
    do throws(FileFailure) {
      let place = try place(of: name)
      if let other = byPath[place.path] ?? place.identity.flatMap({ byIdentity[$0] }) {
        faults.append(Messages.outputsCollide(places[other].name, name))
      } else {
        byPath[place.path] = places.count
        if let identity = place.identity { byIdentity[identity] = places.count }
      }
      places.append(place)
    } catch {
      faults.append(Messages.cannotWrite(name, error.reason))
    }
  }

  /// Where a path leads; a file that is not there yet lies in a folder that is.
  private func place(of name: String) throws(FileFailure) -> Place {
    let path = PathName.absolute(name, in: workingDirectory)
    if let status = try? files.status(path, followsLinks: true) {
      guard status.kind == .file else { throw FileFailure(path: name, reason: .notRegular) }
      return Place(name: name, path: try files.resolved(path), identity: status.identity)
    }
    if (try? files.status(path, followsLinks: false)) != nil { throw FileFailure(path: name, reason: .danglingLink) }
    let folder = try files.resolved(PathName.folder(of: path))
    return Place(name: name, path: PathName.absolute(PathName.name(of: path), in: folder))
  }

  /// Whether a place is a document, one of the tool's own files, or anything else that the run reads.
  private func isInput(_ place: Place, _ inputs: Set<String>, _ identities: Set<FileIdentity>) -> Bool {
    let names = [PathName.name(of: place.path), PathName.name(of: place.name)]
    if names.contains(where: { PathName.isYAML($0) || $0 == PathName.baselineName }) { return true }
    if inputs.contains(place.path) || inputs.contains(PathName.absolute(place.name, in: workingDirectory)) {
      return true
    }
    return place.identity.map(identities.contains) ?? false
  }
}
