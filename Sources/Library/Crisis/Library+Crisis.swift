extension Library {
  /// The sheet of a country, by its two letters; nil if there is none that can be read.
  package func crisis(region: String) -> CrisisSheet? {
    let code = region.lowercased()
    guard code.utf8.count == 2, Name.isValid(code) else { return nil }
    for folder in folders.reversed() where Folder.isFolder("\(folder)/crisis") {
      if let sheet = crisisSheet("\(folder)/crisis/\(code).yaml", Findings(file: "")) { return sheet }
    }
    return nil
  }

  /// Countries that have a sheet, by name.
  package func regions() -> [Region] {
    let names = folders.flatMap { Layout(folder: $0).crisis }.map(Folder.stem)
    return Set(names).compactMap { code in crisis(region: code).map { Region(code: code, name: $0.name) } }
      .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
  }

  func crisisSheet(_ path: String, _ findings: Findings) -> CrisisSheet? {
    guard let node = yaml(path, limit: Limit.form, findings) else { return nil }
    return CrisisReader(findings: findings).read(node)
  }
}
