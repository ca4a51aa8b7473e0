import Forms

/// `enableWhen` as conditions of a form.
struct Conditions {
  let items: [String: Item]
  /// Every item, in order; needed to look for loops.
  let all: [Item]

  /// Questions that wait for each other, or for a later one, could never be asked in order.
  func refuseLoops() throws(Trouble) {
    var state: [String: Bool] = [:]
    for item in all { try visit(item, &state) }
    for item in all {
      for when in try item.node.list("enableWhen") {
        let target = try target(of: when)
        guard target.index < item.index else {
          throw Trouble(
            "The item \"\(item.link)\" depends on \"\(target.link)\", which comes later. Handrail asks in order.",
            at: when)
        }
      }
    }
  }

  /// `state` is false while an item is being gone through, true when it is done.
  private func visit(_ item: Item, _ state: inout [String: Bool]) throws(Trouble) {
    if state[item.link] == true { return }
    state[item.link] = false
    for when in try item.node.list("enableWhen") { try follow(try target(of: when), from: item, at: when, &state) }
    // What stands in an item is open only while that is.
    if let parent = item.parents.last.flatMap({ items[$0] }) { try follow(parent, from: item, at: item.node, &state) }
    state[item.link] = true
  }

  private func follow(
    _ next: Item, from item: Item, at node: Node, _ state: inout [String: Bool]
  ) throws(Trouble) {
    if state[next.link] == false {
      throw Trouble("The items \"\(item.link)\" and \"\(next.link)\" wait for each other.", at: node)
    }
    try visit(next, &state)
  }

  private func target(of when: Node) throws(Trouble) -> Item {
    try when.refuseModifiers()
    guard let link = try when.text("question") else { throw Trouble("This condition names no question.", at: when) }
    guard let target = items[link] else {
      throw Trouble("There is no item with this linkId.", at: when["question"])
    }
    guard target.isQuestion else {
      throw Trouble("The item \"\(link)\" is not a question, and has no answer.", at: when["question"])
    }
    return target
  }

  /// When an item is asked; nil is always.
  func condition(of item: Item) throws(Trouble) -> Condition? {
    let nodes = try item.node.list("enableWhen")
    var parts: [Condition] = []
    for node in nodes { parts.append(try Comparing(target: try target(of: node), node: node).condition()) }
    guard parts.count > 1 else { return parts.first }
    switch try item.node.text("enableBehavior") {
    case "all": return .all(parts)
    case "any": return .any(parts)
    case nil: throw Trouble("Whether all of these conditions are meant, or any (enableBehavior), is not said.", at: nodes[1])
    default: throw Trouble("This is neither \"all\" nor \"any\".", at: item.node["enableBehavior"])
    }
  }
}
