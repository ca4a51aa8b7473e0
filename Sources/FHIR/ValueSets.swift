import Forms

/// The lists of answers that questions name: inside the questionnaire, and in files beside it.
struct ValueSets {
  /// One answer of a list, and where it stands.
  struct Entry {
    var code: Code
    var node: Node
    var weights: [(value: Double, url: String, node: Node)]
  }

  private let contained: [Node]
  private let beside: [Node]

  init(root: Node, beside: [Node]) throws(Trouble) {
    contained = try root.list("contained")
    self.beside = beside
    for resource in contained + beside { try resource.refuseModifiers() }
  }

  /// The answers of a list; `name` stands where it was asked for.
  func entries(_ name: Node) throws(Trouble) -> [Entry] {
    try entries(name, depth: 0)
  }

  private func entries(_ name: Node, depth: Int) throws(Trouble) -> [Entry] {
    guard let url = name.json.string else { throw Trouble("The name of a list has to be text.", at: name) }
    guard depth < 8 else { throw Trouble("The lists of answers lead to each other without an end.", at: name) }
    guard let set = try find(url) else {
      throw Trouble(
        "The list of answers named here is in none of the files. Give it with --valuesets.", at: name)
    }
    if let expansion = set["expansion"] {
      let entries = try expanded(expansion)
      if let total = try expansion.whole("total"), total > entries.count {
        throw Trouble("This list of answers is not whole: \(entries.count) of \(total) stand here.", at: expansion)
      }
      return entries
    }
    guard let compose = set["compose"] else { throw Trouble("This list of answers is empty.", at: set) }
    if let exclude = compose["exclude"] {
      throw Trouble("This list leaves answers out by a rule. It is needed with its expansion.", at: exclude)
    }
    var entries: [Entry] = []
    for include in try compose.list("include") {
      try include.refuseModifiers()
      if let filter = include["filter"] {
        throw Trouble("This list is made by a rule. It is needed with its expansion.", at: filter)
      }
      let concepts = try include.list("concept")
      let system = try include.text("system")
      for concept in concepts { entries.append(try entry(concept, system: system)) }
      if let sets = include["valueSet"] {
        guard concepts.isEmpty, system == nil, let names = sets.json.array, names.count == 1 else {
          throw Trouble("This list is made from several. It is needed with its expansion.", at: sets)
        }
        entries += try self.entries(Node(names[0], path: sets.path[0], file: sets.file), depth: depth + 1)
      } else if concepts.isEmpty {
        throw Trouble("This list is a whole code system. It is needed with its expansion.", at: include)
      }
    }
    return entries
  }

  private func find(_ name: String) throws(Trouble) -> Node? {
    if name.hasPrefix("#") {
      return contained.first { $0.json["resourceType"] == "ValueSet" && $0.json["id"]?.string == String(name.dropFirst()) }
    }
    let parts = name.split(separator: "|", maxSplits: 1).map(String.init)
    guard let url = parts.first else { return nil }
    let found = (contained + beside).filter { node in
      node.json["resourceType"] == "ValueSet" && node.json["url"]?.string == url
        && (parts.count == 1 || node.json["version"]?.string == parts[1])
    }
    guard found.count <= 1 else {
      throw Trouble("There are two lists of answers with the same name.", at: found[1]["url"])
    }
    return found.first
  }

  private func expanded(_ node: Node) throws(Trouble) -> [Entry] {
    var entries: [Entry] = []
    for item in try node.list("contains") {
      try item.refuseModifiers()
      let (isAbstract, isInactive) = (try item.flag("abstract") ?? false, try item.flag("inactive") ?? false)
      if !isAbstract, !isInactive, item["code"] != nil { entries.append(try entry(item, system: try item.text("system"))) }
      entries += try expanded(item)
    }
    return entries
  }

  private func entry(_ concept: Node, system: String?) throws(Trouble) -> Entry {
    try concept.refuseModifiers()
    var code = try concept.code()
    code.system = system ?? code.system
    var weights = try Weights.read(concept)
    if let known = try definition(code) {
      let words = try known.text("display")
      code.display = code.display ?? words
      weights += try Weights.read(known)
    }
    return Entry(code: code, node: concept, weights: weights)
  }

  /// The concept in a code system that is at hand.
  private func definition(_ code: Code) throws(Trouble) -> Node? {
    for system in contained + beside
    where system.json["resourceType"] == "CodeSystem" && system.json["url"]?.string == code.system {
      if let found = try concept(code.code, in: system) { return found }
    }
    return nil
  }

  private func concept(_ code: String, in node: Node) throws(Trouble) -> Node? {
    for concept in try node.list("concept") {
      if concept.json["code"]?.string == code { return concept }
      if let found = try self.concept(code, in: concept) { return found }
    }
    return nil
  }
}

/// What an option counts.
enum Weights {
  static func read(_ node: Node) throws(Trouble) -> [(value: Double, url: String, node: Node)] {
    var found: [(value: Double, url: String, node: Node)] = []
    for item in try node.list("extension") {
      guard let url = item.json["url"]?.string, FHIRNames.weights.contains(url) else { continue }
      guard let choice = try item.choice("value"), let value = choice.node.json.number else {
        throw Trouble("What this answer counts is not written as a number.", at: item)
      }
      found.append((value, url, item))
    }
    return found
  }

  /// The one number that all of them say.
  static func only(_ weights: [(value: Double, url: String, node: Node)]) throws(Trouble) -> Double? {
    guard let first = weights.first else { return nil }
    if let other = weights.first(where: { $0.value != first.value }) {
      throw Trouble(
        "This answer counts \(Form.plain(first.value)) in one place and \(Form.plain(other.value)) here.",
        at: other.node)
    }
    return first.value
  }
}
