import JSON

/// Whether one version of an entry shows all that another shows of the same thing. It holds for each version with itself,
/// and along a chain of versions, so that "the one that shows most" does not depend on an order.
enum ShowsMore {
  /// `line` and `other` are lines of logs with the same id and revision.
  static func covers(_ line: JSON, _ other: JSON) -> Bool {
    guard let mine = line.object, let theirs = other.object else { return false }
    for member in theirs.members {
      guard let value = mine[member.name] else { return false }
      switch member.name {
      case "share", "redacted", "links", "answers": break
      default: guard value == member.value else { return false }
      }
    }
    // What may be withheld whole: times. Anything else that only one has was left out by nobody's choice.
    for member in mine.members where theirs[member.name] == nil && !isTime(member.name) && isKnown(member.name) {
      return false
    }
    let withheld = Set(texts(other["redacted"]))
    return detail(line) >= detail(other) && withheld.isSuperset(of: texts(line["redacted"]))
      && isContained(other["links"]?.array ?? [], in: line["links"]?.array ?? [])
      && answers(line["answers"], other["answers"], withheld: withheld)
  }

  private static func isTime(_ name: String) -> Bool { name == "recordedAt" || name == "zone" }

  /// Fields of a later version of the format may be there or not.
  private static func isKnown(_ name: String) -> Bool {
    ["answers", "effectiveDate", "form", "id", "links", "part", "redacted", "revision", "share", "status"].contains(
      name)
  }

  private static func texts(_ json: JSON?) -> [String] { json?.array?.compactMap(\.string) ?? [] }

  private static func detail(_ line: JSON) -> ShareDetail {
    line["share"]?.string.flatMap(ShareDetail.init(rawValue:)) ?? .none
  }

  /// By name, so that a line with very many names costs no more than its length.
  private typealias Members = [[UInt8]: JSON]

  private static func members(_ object: JSON.Object) -> Members {
    Members(object.members.map { (Array($0.name.utf8), $0.value) }) { first, _ in first }
  }

  private static func isContained(_ few: [JSON], in many: [JSON]) -> Bool {
    let known = Set(many.compactMap { try? $0.canonical() })
    return few.allSatisfy { (try? $0.canonical()).map(known.contains) ?? false }
  }

  /// What is not withheld is the same; what is withheld may be more.
  private static func answers(_ mine: JSON?, _ theirs: JSON?, withheld: Set<String>) -> Bool {
    guard let mine = mine?.object, let theirs = theirs?.object else { return mine == nil && theirs == nil }
    let (all, some) = (members(mine), members(theirs))
    for member in theirs.members {
      guard let value = all[Array(member.name.utf8)] else { return false }
      guard value == member.value || withheld.contains(member.name) && part(member.value, of: value) else {
        return false
      }
    }
    return mine.names.allSatisfy { some[Array($0.utf8)] != nil || withheld.contains($0) }
  }

  /// Whether `few` is `many` with something cut out.
  private static func part(_ few: JSON, of many: JSON) -> Bool {
    if few == many { return true }
    switch (few, many) {
    case (.object(let few), .object(let many)):
      let all = members(many)
      return few.members.allSatisfy { member in all[Array(member.name.utf8)].map { part(member.value, of: $0) } ?? false
      }
    case (.array(let few), .array(let many)):
      // Rows and choices stay in their order.
      var rest = many[...]
      return few.allSatisfy { item in
        while let next = rest.popFirst() { if isRow(item, of: next) { return true } }
        return false
      }
    default: return false
    }
  }

  /// A choice, or a row whose name is the same or stands for words that were withheld.
  private static func isRow(_ few: JSON, of many: JSON) -> Bool {
    guard let name = few["of"]?.string, let words = many["of"]?.string else { return few == many }
    guard name == words || isStandIn(name), let few = few.object, let many = many.object else { return false }
    return few.members.allSatisfy { member in
      member.name == "of" || (many[member.name].map { part(member.value, of: $0) } ?? false)
    }
  }

  /// `own-1`: what a log says in place of a person's own words.
  private static func isStandIn(_ name: String) -> Bool {
    let number = name.dropFirst("own-".count)
    return name.hasPrefix("own-") && !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
