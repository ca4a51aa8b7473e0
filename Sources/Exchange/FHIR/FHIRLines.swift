import JSON

/// The same resources as lines, a file for each type (bulk data, NDJSON): each has an id, and is referred to by it.
package struct FHIRLines {
  private var seen: Set<String> = []

  package init() {}

  /// Lines that no bundle before brought, each under its type.
  package mutating func lines(of bundle: JSON) throws(LogEntryError) -> [(type: String, line: [UInt8])] {
    let entries = bundle["entry"]?.array ?? []
    var places: [String: String] = [:]
    for entry in entries {
      guard let url = entry["fullUrl"]?.string, let type = entry["resource"]?["resourceType"]?.string else { continue }
      places[url] = "\(type)/\(Self.id(url))"
    }
    var lines: [(String, [UInt8])] = []
    for entry in entries {
      guard let url = entry["fullUrl"]?.string, let resource = entry["resource"]?.object,
        let type = entry["resource"]?["resourceType"]?.string, seen.insert(url).inserted
      else { continue }
      let placed = Self.placed(.object(JSON.Object(resource.members + [("id", .string(Self.id(url)))])), places)
      lines.append((type, try LogEntry.canonical(placed) + [UInt8(ascii: "\n")]))
    }
    return lines
  }

  private static func id(_ url: String) -> String { String(url.dropFirst("urn:uuid:".count)) }

  private static func placed(_ json: JSON, _ places: [String: String]) -> JSON {
    switch json {
    case .array(let items): return .array(items.map { placed($0, places) })
    case .object(let object):
      return .object(
        JSON.Object(
          object.members.map { member in
            if member.name == "reference", let url = member.value.string, let place = places[url] {
              return (member.name, .string(place))
            }
            return (member.name, placed(member.value, places))
          }))
    default: return json
    }
  }
}
