internal import Reports

/// The build service that a run is in, as its variables tell.
package struct BuildService: Hashable, Sendable {
  /// The services whose ways the tool knows.
  package enum Kind: Sendable {
    /// GitHub Actions.
    case github
    /// GitLab CI.
    case gitlab
  }

  /// Which one it is.
  package var kind: Kind
  /// Absolute path of the checkout.
  package var checkout: String?
  /// Address below which the host shows this revision's files, with a slash at its end.
  package var address: String?
  /// File to which a step appends its summary.
  package var summaryFile: String?

  /// Looks at the variables of the process; nil outside the services that are known.
  package init?(_ variable: (String) -> String?) {
    if variable("GITHUB_ACTIONS") == "true" {
      kind = .github
      checkout = variable("GITHUB_WORKSPACE")
      summaryFile = variable("GITHUB_STEP_SUMMARY")
      if let host = variable("GITHUB_SERVER_URL"), let name = variable("GITHUB_REPOSITORY"),
        let revision = variable("GITHUB_SHA")
      {
        address = "\(host)/\(name)/blob/\(revision)/"
      }
    } else if variable("GITLAB_CI") != nil {
      kind = .gitlab
      checkout = variable("CI_PROJECT_DIR")
      if let project = variable("CI_PROJECT_URL"), let revision = variable("CI_COMMIT_SHA") {
        address = "\(project)/-/blob/\(revision)/"
      }
    } else {
      return nil
    }
  }
}

extension ProcessEnvironment {
  /// Where the working directory stands in its repository: below the nearest folder with `.git`, else below the
  /// checkout of the build service, else it is the root itself.
  func repository(in files: any FileSystem) -> RepositoryPlace {
    var folder = workingDirectory
    while (try? files.status(PathName.absolute(".git", in: folder), followsLinks: true)) == nil {
      guard folder != "/" else {
        let checkout = buildService?.checkout.map { PathName.normalized($0) }
        let root = checkout.flatMap { PathName.isInside(workingDirectory, $0) ? $0 : nil }
        return RepositoryPlace(
          root: root ?? workingDirectory, workingDirectory: workingDirectory, address: buildService?.address)
      }
      folder = PathName.folder(of: folder)
    }
    return RepositoryPlace(root: folder, workingDirectory: workingDirectory, address: buildService?.address)
  }
}
