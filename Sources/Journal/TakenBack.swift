import JSON

/// Takes one change of a small value of the program back, and leaves what was changed since.
package enum TakenBack {
  /// What the value is then; nil where there is none. `before` and `after` are the change.
  package static func value(now: [UInt8]?, before: [UInt8]?, after: [UInt8]?) -> [UInt8]? {
    if now == after { return before }
    guard let now, let mine = json(now), let later = after.flatMap(json), case let earlier = before.flatMap(json),
      let left = merged(mine, earlier, later), let bytes = try? left.canonical()
    else { return now }
    return bytes
  }

  private static func json(_ bytes: [UInt8]) -> JSON? { try? JSON(reading: bytes, limits: JSONLimits(bytes: 64 << 20)) }

  /// Nil where the value goes.
  private static func merged(_ now: JSON, _ before: JSON?, _ after: JSON?) -> JSON? {
    if before == after { return now }
    if now == after { return before }
    let isNew = before == nil
    switch (now, before ?? blank(like: now), after ?? blank(like: now)) {
    case (.object(let now), .object(let before), .object(let after)):
      var left: [(String, JSON)] = []
      for (name, value) in now.members {
        // What a value says of itself, such as its version, stays with what is left of it.
        let stays = isNew && before[name] == nil && value.array == nil && value.object == nil
        if let value = stays ? value : merged(value, before[name], after[name]) { left.append((name, value)) }
      }
      for (name, value) in before.members where after[name] == nil && now[name] == nil { left.append((name, value)) }
      return .object(JSON.Object(left))
    case (.array(let now), .array(let before), .array(let after)):
      let (before, after) = (Items(before), Items(after))
      let names = now.map(Items.name)
      var left: [JSON] = []
      for (item, name) in zip(now, names) {
        // What the person changed of a new thing is theirs, whole.
        let isMine = before[name] == nil && item != after[name]
        if let item = isMine ? item : merged(item, before[name], after[name]) { left.append(item) }
      }
      left += before.all.filter { after[$0.name] == nil && !names.contains($0.name) }.map(\.item)
      return .array(left)
    default: return now
    }
  }

  private static func blank(like json: JSON) -> JSON {
    switch json {
    case .array: .array([])
    case .object: .object(JSON.Object())
    default: json
    }
  }

  /// Items of a list, by what makes each the same thing: its id or its key, else all of it.
  private struct Items {
    let all: [(name: String, item: JSON)]
    init(_ items: [JSON]) { all = items.map { (Self.name($0), $0) } }
    subscript(name: String) -> JSON? { all.first { $0.name == name }?.item }

    static func name(_ item: JSON) -> String {
      if let name = item["id"]?.string ?? item["signingKey"]?.string { return name }
      return (try? item.canonical()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }
}
