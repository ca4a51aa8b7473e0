import Forms

extension Library {
  /// Modules for a track, those for both among them; all for nil. By title.
  package func modules(track: Track? = nil) -> [ModuleSummary] {
    let all: [ModuleSummary] = pages("modules", \.id, moduleSummary)
    return all.filter { track == nil || $0.track == track || $0.track == .both }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }

  /// What the head of a module's file says; nil if it cannot be used.
  func moduleSummary(_ path: String, _ text: String) -> ModuleSummary? {
    if let header = PageFile(text).flatMap({ Header($0.front, until: "---") }), let id = header["id"],
      Name.isValid(id), let title = header["title"], let summary = header["summary"],
      let track = header["track"].flatMap(Track.init(rawValue:)), let reviewed = header["reviewed"]
    {
      return ModuleSummary(
        id: id, title: title, summary: summary, track: track, minutes: header["minutes"].flatMap { Int($0) },
        topics: header.list("topics"), updated: header["updated"].flatMap { Day(iso: $0) },
        reviewed: reviewed == "no" ? nil : reviewed, path: path)
    }
    var reader = PageReader(findings: Findings(file: path))
    guard let module = reader.module(text) else { return nil }
    return ModuleSummary(
      id: module.id, title: module.title, summary: module.summary, track: module.track, minutes: module.minutes,
      topics: module.topics, updated: module.updated, reviewed: module.reviewed, path: path)
  }

  /// Skills by title.
  package func skills() -> [SkillSummary] {
    let all: [SkillSummary] = pages("skills", \.id) { path, text in
      if let header = PageFile(text).flatMap({ Header($0.front, until: "---") }), let id = header["id"],
        Name.isValid(id), let title = header["title"], let summary = header["summary"],
        let module = header["module"].flatMap(Skill.Module.init(rawValue:)), let reviewed = header["reviewed"]
      {
        return SkillSummary(
          id: id, title: title, summary: summary, module: module, form: header["form"],
          reviewed: reviewed == "no" ? nil : reviewed, path: path)
      }
      var reader = PageReader(findings: Findings(file: path))
      guard let skill = reader.skill(text) else { return nil }
      return SkillSummary(
        id: skill.id, title: skill.title, summary: skill.summary, module: skill.module, form: skill.form,
        reviewed: skill.reviewed, path: path)
    }
    return all.sorted { ($0.title.lowercased(), $0.id) < ($1.title.lowercased(), $1.id) }
  }

  package func module(_ id: String) throws(LibraryError) -> Module? {
    if let module = laidModule(id) { return module }
    return try page(id, in: "modules") { (reader: inout PageReader, text) in reader.module(text).map { ($0.id, $0) } }
  }

  package func skill(_ id: String) throws(LibraryError) -> Skill? {
    try page(id, in: "skills") { (reader: inout PageReader, text) in reader.skill(text).map { ($0.id, $0) } }
  }

  /// What `make` gives for each page, the one that counts most of each id.
  func pages<Value>(_ part: String, _ id: KeyPath<Value, String>, _ make: (String, String) -> Value?) -> [Value] {
    var seen: Set<String> = []
    let above =
      part == "modules"
      ? laid.sorted { $0.key < $1.key }.compactMap { name, text -> Value? in
        guard let value = make(Self.laidPath(name), text), seen.insert(value[keyPath: id]).inserted else { return nil }
        return value
      } : []
    return above
      + places(part).flatMap { Folder.files($0, suffix: ".md") }.compactMap { path in
        guard !leftOut.contains(path), let text = try? TextFile.read(path, limit: Limit.page),
          let value = make(path, text),
          seen.insert(value[keyPath: id]).inserted
        else { return nil }
        return value
      }
  }

  private func page<Value>(
    _ id: String, in part: String, _ read: (inout PageReader, String) -> (id: String, Value)?
  ) throws(LibraryError) -> Value? {
    guard Name.isValid(id) else { return nil }
    var problems: [Problem] = []
    for place in places(part) {
      guard let path = Folder.find("\(id).md", in: place) else { continue }
      let findings = Findings(file: path)
      do {
        var reader = PageReader(findings: findings)
        if let (found, value) = read(&reader, try TextFile.read(path, limit: Limit.page)), found == id { return value }
      } catch {
        findings.error(error.line, error.words)
      }
      problems += findings.errors
    }
    if problems.isEmpty { return nil }
    throw .broken(problems.sorted())
  }
}
