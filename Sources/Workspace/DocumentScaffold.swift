package import Diagnostics

/// Writes a new document with a sentence on each field, so that its author starts from something that reads well.
package enum DocumentScaffold {
  /// What can be written.
  package enum Kind: Sendable {
    /// A service guide.
    case item
    /// A bundle of services.
    case bundle
  }

  /// What kept the file from being written.
  package struct Failure: Error, Sendable {
    /// What to say.
    package var text: LocalizedText
  }

  /// Writes the file; its name gives the id. An existing file is never touched.
  package static func write(
    _ kind: Kind, to path: String, language: Language, _ environment: ProcessEnvironment, _ fileSystem: any FileSystem
  ) -> Result<LocalizedText, Failure> {
    let target = PathName.absolute(path, in: environment.workingDirectory)
    let name = PathName.name(of: target)
    let id = String(name.dropLast(5))
    guard name.hasSuffix(".yaml"), isSlug(id), !PathName.ownNames.contains(name) else {
      return .failure(Failure(text: Messages.badDocumentName(path)))
    }
    if (try? fileSystem.status(target, followsLinks: false)) != nil {
      return .failure(Failure(text: Messages.exists(path)))
    }
    do throws(FileFailure) {
      try fileSystem.makeFolder(PathName.folder(of: target))
      try fileSystem.write(Array(text(kind, id: id, language: language).utf8), to: target)
    } catch {
      return .failure(Failure(text: Messages.cannotWrite(path, error.reason)))
    }
    return .success(Messages.documentWritten(path))
  }

  /// The document; what is to be filled in stands between `〔` and `〕`.
  static func text(_ kind: Kind, id: String, language: Language) -> String {
    let template = kind == .item ? itemTemplate : bundleTemplate
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      localized(String(line), language)
    }
    return lines.joined(separator: "\n").replacing("{id}", with: id)
  }

  /// Of a comment in both languages, parted by ` | `, keeps one.
  private static func localized(_ line: String, _ language: Language) -> String {
    guard let start = line.firstRange(of: "# ")?.upperBound, let bar = line[start...].firstRange(of: " | ") else {
      return line
    }
    return String(line[..<start] + (language == .zh ? line[start..<bar.lowerBound] : line[bar.upperBound...]))
  }

  private static func isSlug(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    // YAML and people would read these as something else than a name.
    guard !["yes", "no", "true", "false", "null"].contains(text) else { return false }
    return text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
  }
}
