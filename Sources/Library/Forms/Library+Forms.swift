import Forms

extension Library {
  /// Reads one form and no other. A broken file gives way to the next one of the same id, and is an error only if
  /// there is none.
  package func form(_ id: String) throws(LibraryError) -> Form? {
    guard Name.isValid(id) else { return nil }
    var problems: [Problem] = []
    for place in places("forms") {
      for path in formFiles(id, in: place) {
        let findings = Findings(file: path)
        if let form = readForm(path, findings)?.form, form.id == id { return form }
        problems += findings.errors
      }
    }
    if problems.isEmpty { return nil }
    throw .broken(problems.sorted())
  }

  /// The file named after the id, or else those that carry the id inside.
  private func formFiles(_ id: String, in place: String) -> [String] {
    if let path = Folder.find("\(id).yaml", in: place) { return [path] }
    return Folder.files(place, suffix: ".yaml").filter { summary($0)?.id == id }
  }

  /// What can be filled in, by family and title; a form whose head cannot be read is left out.
  package func forms() -> [FormSummary] {
    var seen: Set<String> = []
    var summaries: [FormSummary] = []
    for place in places("forms") {
      for path in Folder.files(place, suffix: ".yaml") where !leftOut.contains(path) {
        guard let summary = summary(path), seen.insert(summary.id).inserted else { continue }
        summaries.append(summary)
      }
    }
    return summaries.sorted { ($0.family, $0.title, $0.id) < ($1.family, $1.title, $1.id) }
  }

  /// From the head of a file; where that is not simple, from the whole of it.
  private func summary(_ path: String) -> FormSummary? {
    guard let text = try? TextFile.read(path, limit: Limit.form) else { return nil }
    let folder = Folder.family(path)
    let family = folder == "forms" ? "" : folder
    if !Self.hasLateKeys(text), let header = Header(text[...], until: "questions:"), let id = header["id"],
      Name.isValid(id),
      let title = header["title"], let kind = header["kind"].flatMap(Form.Kind.init(rawValue:)),
      let summary = header["summary"]
    {
      let isGated = header["gate"].flatMap(Form.Gate.init(rawValue:)).map(FormReader.delicateGates.contains) ?? false
      let isDelicate = isGated || ["yes", "true"].contains(header["delicate"])
      return FormSummary(
        id: id, title: title, kind: kind, summary: summary, minutes: header["minutes"].flatMap { Int($0) },
        family: family, path: path, isHeldBack: isDelicate && header["reviewed"] ?? "no" == "no")
    }
    guard let form = readForm(path, Findings(file: path))?.form else { return nil }
    return FormSummary(
      id: form.id, title: form.title, kind: form.kind, summary: form.summary, minutes: form.minutes, family: family,
      path: path, when: form.when, isHeldBack: form.delicate == .unreviewed)
  }

  /// Whether what a summary needs stands in a condition, or after the questions, where the head does not reach.
  private static func hasLateKeys(_ text: String) -> Bool {
    var isLate = false
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      func begins(_ key: StaticString) -> Bool {
        key.withUTF8Buffer { line.starts(with: $0) }
      }
      if begins("when") { return true }
      if begins("questions:") { isLate = true }
      if isLate, begins("gate:") || begins("delicate:") || begins("reviewed:") { return true }
    }
    return false
  }

  /// The form of a file and its links to others; nil, with errors in `findings`, if it is broken.
  func readForm(_ path: String, _ findings: Findings) -> (form: Form, links: FormReader.Links)? {
    guard let node = yaml(path, limit: Limit.form, findings) else { return nil }
    var reader = FormReader(findings: findings) { options($0) }
    guard let form = reader.read(node) else { return nil }
    return (form, reader.links)
  }

  /// The tree of a YAML file; nil, with an error in `findings`, if there is none.
  func yaml(_ path: String, limit: Int, _ findings: Findings) -> YAML? {
    do {
      let text = try TextFile.read(path, limit: limit)
      if let node = try YAML.read(text) { return node }
      findings.error(1, "This file is empty.")
    } catch let failure as TextFile.Failure {
      findings.error(failure.line, failure.words)
    } catch let failure as YAML.Failure {
      findings.error(failure.line, failure.message)
    } catch {
      findings.error(1, "This file cannot be read.")
    }
    return nil
  }

  /// The options of a list file: `emotions`, `distortions`, or one that a programme adds.
  package func options(_ name: String) -> [Choices.Option]? {
    guard Name.isValid(name) else { return nil }
    for path in files(named: "\(name).yaml") {
      let findings = Findings(file: path)
      guard let node = yaml(path, limit: Limit.form, findings) else { continue }
      let options = OptionsReader(findings: findings).read(node)
      if findings.errors.isEmpty { return options }
    }
    return nil
  }
}
