import Forms
import JSON

/// Why a value is not taken, and where it stands; its line is looked up only when it is told.
struct Trouble: Error {
  var words: String
  var node: Node?
  init(_ words: String, at node: Node?) {
    self.words = words
    self.node = node
  }
}

/// A value of one of the files, which knows its place.
struct Node {
  let json: JSON
  let path: JSONPath
  let file: Int

  init(_ json: JSON, path: JSONPath = JSONPath(), file: Int) {
    self.json = json
    self.path = path
    self.file = file
  }

  subscript(name: String) -> Node? { json[name].map { Node($0, path: path[name], file: file) } }

  var names: [String] { json.object?.names ?? [] }

  /// The members of a list; empty where there is none.
  func list(_ name: String) throws(Trouble) -> [Node] {
    guard let list = self[name] else { return [] }
    guard let items = list.json.array else { throw Trouble("\"\(name)\" has to be a list.", at: list) }
    var nodes: [Node] = []
    for (place, item) in items.enumerated() {
      let node = Node(item, path: list.path[place], file: file)
      guard item.object != nil else { throw Trouble("In \"\(name)\" something stands that is no object.", at: node) }
      nodes.append(node)
    }
    return nodes
  }

  func text(_ name: String) throws(Trouble) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.json.string else { throw Trouble("\"\(name)\" has to be text.", at: value) }
    return text
  }

  func flag(_ name: String) throws(Trouble) -> Bool? {
    guard let value = self[name] else { return nil }
    guard let flag = value.json.bool else { throw Trouble("\"\(name)\" has to be true or false.", at: value) }
    return flag
  }

  func number(_ name: String) throws(Trouble) -> Double? {
    guard let value = self[name] else { return nil }
    guard let number = value.json.number else { throw Trouble("\"\(name)\" has to be a number.", at: value) }
    return number
  }

  func whole(_ name: String) throws(Trouble) -> Int? {
    guard let value = self[name] else { return nil }
    guard let whole = value.json.integer else { throw Trouble("\"\(name)\" has to be a whole number.", at: value) }
    return whole
  }

  /// Extensions with this address.
  func extensions(_ urls: String...) throws(Trouble) -> [Node] {
    try list("extension").filter { node in node.json["url"]?.string.map(urls.contains) ?? false }
  }

  /// A term of a code system.
  func code() throws(Trouble) -> Code {
    let (code, display) = (try text("code"), try text("display"))
    guard (code ?? display ?? "").contains(where: { !$0.isWhitespace }) else {
      throw Trouble("This coding has neither a code nor words.", at: self)
    }
    return Code(
      system: try text("system") ?? "", code: code ?? "", version: try text("version"), display: display)
  }

  /// The one `name[x]`: its type and its value; nil where there is none.
  func choice(_ name: String) throws(Trouble) -> (type: String, node: Node)? {
    let found = names.filter { $0.hasPrefix(name) && $0.dropFirst(name.count).first?.isUppercase == true }
    guard found.count <= 1 else { throw Trouble("There are two values where one is meant.", at: self[found[1]]) }
    guard let only = found.first, let node = self[only] else { return nil }
    return (String(only.dropFirst(name.count)), node)
  }

  /// What changes the meaning of everything around it cannot be passed over.
  func refuseModifiers() throws(Trouble) {
    if let modifier = try list("modifierExtension").first {
      throw Trouble("There is an extension here that changes the meaning, and Handrail does not know it.", at: modifier)
    }
    if let rules = self["implicitRules"] {
      throw Trouble("This file follows rules of its own (implicitRules), which Handrail does not know.", at: rules)
    }
  }
}
