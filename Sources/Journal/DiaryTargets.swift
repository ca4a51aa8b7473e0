import Forms
import JSON

/// What a person watches on the diary card: urges, emotions and behaviours, agreed with the clinician, changing over time.
package struct DiaryTargets: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case urge, emotion, behaviour }

  /// One target with every name it had and from which day; never removed, only retired.
  package struct Target: Equatable, Sendable {
    package var id: String
    package var kind: Kind
    package var names: [(from: Day, name: String)]
    package var retired: Day?
    /// What the programme said about it.
    package var why: String?

    package init(id: String, kind: Kind, name: String, from day: Day) {
      self.id = id
      self.kind = kind
      names = [(day, name)]
    }

    package var added: Day { names.first?.from ?? Day(daysSince1970: 0) }
    package func name(on day: Day) -> String { (names.last { $0.from <= day } ?? names.first)?.name ?? id }
    package func isWatched(on day: Day) -> Bool { added <= day && (retired.map { day < $0 } ?? true) }

    package static func == (a: Target, b: Target) -> Bool {
      a.id == b.id && a.kind == b.kind && a.retired == b.retired && a.why == b.why
        && a.names.elementsEqual(b.names) { $0.from == $1.from && $0.name == $1.name }
    }
  }

  package var all: [Target]
  package init(_ all: [Target] = []) { self.all = all }

  /// The usual emotions of a card; urges and behaviours are the person's own.
  package static func usual(from day: Day) -> DiaryTargets {
    let emotions = [
      ("sadness", "Sad"), ("fear", "Afraid or anxious"), ("anger", "Angry"), ("shame", "Ashamed"), ("joy", "Glad"),
    ]
    return DiaryTargets(emotions.map { Target(id: $0.0, kind: .emotion, name: $0.1, from: day) })
  }

  package func watched(_ kind: Kind, on day: Day) -> [Target] {
    all.filter { $0.kind == kind && $0.isWatched(on: day) }
  }

  /// Adds a target. Its id never changes and is never used again.
  package mutating func add(_ kind: Kind, named name: String, on day: Day) {
    let used = all.compactMap { Int($0.id.dropFirst()) }.max() ?? 0
    all.append(Target(id: "t\(max(all.count, used) + 1)", kind: kind, name: name, from: day))
  }

  /// Adds what the programme assigned. The item names it, so that the programme finds its numbers in what is shared.
  package mutating func add(_ kind: Kind, named name: String, why: String?, on day: Day, item: ULID) {
    guard !all.contains(where: { $0.id == Self.id(of: item) }) else { return }
    var target = Target(id: Self.id(of: item), kind: kind, name: name, from: day)
    target.why = why
    all.append(target)
  }

  /// The id of a target that was assigned.
  package static func id(of item: ULID) -> String { item.text.lowercased() }

  package mutating func rename(_ id: String, to name: String, on day: Day) {
    guard let place = all.firstIndex(where: { $0.id == id }) else { return }
    all[place].names.removeAll { $0.from == day }
    all[place].names.append((day, name))
  }

  package mutating func retire(_ id: String, on day: Day) {
    guard let place = all.firstIndex(where: { $0.id == id }) else { return }
    all[place].retired = day
  }
}

extension DiaryTargets {
  package var json: JSON {
    .array(
      all.map { target in
        var members: [(String, JSON)] = [
          ("id", .string(target.id)), ("kind", .string(target.kind.rawValue)),
          ("names", .array(target.names.map { ["from": .string($0.from.iso), "name": .string($0.name)] })),
        ]
        if let retired = target.retired { members.append(("retired", .string(retired.iso))) }
        if let why = target.why { members.append(("why", .string(why))) }
        return .object(JSON.Object(members))
      })
  }

  /// Nil unless `json` is what `json` writes.
  package init?(_ json: JSON) {
    guard let items = json.array else { return nil }
    all = []
    for item in items {
      guard let id = item["id"]?.string, let kind = item["kind"]?.string.flatMap(Kind.init),
        let names = item["names"]?.array, !names.isEmpty
      else { return nil }
      var target = Target(id: id, kind: kind, name: "", from: Day(daysSince1970: 0))
      target.names = names.compactMap { name in
        guard let from = name["from"]?.string.flatMap({ Day(iso: $0) }), let words = name["name"]?.string else {
          return nil
        }
        return (from, words)
      }
      target.retired = item["retired"]?.string.flatMap { Day(iso: $0) }
      target.why = item["why"]?.string
      guard target.names.count == names.count else { return nil }
      all.append(target)
    }
  }
}
