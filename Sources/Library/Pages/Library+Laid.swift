extension Library {
  /// Stands for the folder of modules that lie in memory.
  static let laidFolder = "from your programme"
  /// Bytes of such a module.
  package static let laidLimit = 256 << 10

  static func laidPath(_ id: String) -> String { "\(laidFolder)/\(id).md" }

  /// A module that came from elsewhere, read as a content file is; with the pages and exercises it names that are not here.
  /// Without an `id` the page says itself what it is called.
  package func checked(
    module text: String, id: String? = nil
  ) throws(LibraryError) -> (module: Module, missing: [String]) {
    let findings = Findings(file: Self.laidPath(id ?? "page"))
    if text.utf8.count > Self.laidLimit { findings.error(1, TextFile.Failure.tooLarge.words) }
    if let line = TextFile.lineOfControl(in: text) {
      findings.error(line, TextFile.Failure.control(line: line).words)
    }
    guard findings.errors.isEmpty else { throw .broken(findings.errors) }
    var reader = PageReader(findings: findings)
    guard let module = reader.module(text) else { throw .broken(findings.errors) }
    let id = id ?? module.id
    guard module.id == id else {
      findings.error(1, "The page calls itself \(Name.quoted(module.id)), and was sent as \(Name.quoted(id)).")
      throw .broken(findings.errors)
    }
    let known = Set(modules().map(\.id) + skills().map(\.id) + forms().map(\.id))
    return (module, module.related.filter { !known.contains($0) && $0 != id })
  }

  func laidModule(_ id: String) -> Module? {
    guard let text = laid[id] else { return nil }
    var reader = PageReader(findings: Findings(file: Self.laidPath(id)))
    return reader.module(text)
  }
}

extension ModuleSummary {
  /// Sent by the person's programme.
  package var isFromProgramme: Bool { path.hasPrefix(Library.laidFolder + "/") }
}
