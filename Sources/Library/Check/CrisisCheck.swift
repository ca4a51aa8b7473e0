/// Checks the crisis sheets of one folder.
struct CrisisCheck {
  let folder: String

  func problems(onlyErrors: Bool = false) -> [Problem] {
    let library = Library(folders: [folder])
    var lines: [String: String] = [:]
    return Layout(folder: folder).crisis.flatMap { path -> [Problem] in
      let findings = Findings(file: path)
      let stem = Folder.stem(path)
      if let sheet = library.crisisSheet(path, findings) {
        if sheet.country != stem.uppercased() || stem.utf8.count != 2 {
          findings.flaw(1, "The file has to be named by the country's two letters, as in us.yaml for US.")
        }
        for line in sheet.lines {
          if let other = lines[line.id], other != path {
            findings.flaw(1, "The id \"\(line.id)\" is also used in \(other).")
          }
          lines[line.id] = path
        }
        if sheet.lines.isEmpty { findings.flaw(1, "This sheet has no lines.") }
      }
      return onlyErrors ? findings.errors : findings.all
    }
  }
}
