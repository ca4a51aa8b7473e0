import Forms
import JSON
import Journal

/// Why an entry cannot be written as a line of the log file.
package enum LogEntryError: Error, Equatable { case noName, notANumber }

/// An entry as a line of the log file ("handrail-log" 1.0), shared in full.
package enum LogEntry {
  package static func json(_ entry: Entry, names: LogNames) throws(LogEntryError) -> JSON {
    guard let name = names.name(of: entry.id) else { throw .noName }
    var links: [JSON] = []
    for link in entry.links {
      guard let target = names.name(of: link.entry) else { throw .noName }
      links.append(["name": .string(link.name), "entry": .string(target)])
    }
    var members: [(String, JSON)] = [
      ("id", .string(name)), ("revision", .number(Double(entry.revision))),
      ("status", entry.status == .final ? "active" : "withdrawn"),
      ("form", ["id": .string(entry.form.id), "version": .number(Double(entry.form.version))]),
      ("effectiveDate", .string(entry.day.iso)), ("recordedAt", .string(entry.recorded.rfc3339)),
      ("zone", .string(entry.recorded.zone)), ("share", "full"), ("redacted", []), ("links", .array(links)),
    ]
    if let part = entry.part { members.append(("part", .string(part.rawValue))) }
    // A withdrawn entry is a tombstone: it says that it is gone, not what it said.
    if entry.status == .final { members.append(("answers", Answer.json(entry.answers))) }
    return .object(JSON.Object(members))
  }

  /// `{"entries": […]}` in canonical JSON and a line feed, in the order given.
  package static func document(_ entries: [Entry], names: LogNames) throws(LogEntryError) -> String {
    var lines: [JSON] = []
    for entry in entries {
      guard case .object(let line) = try json(entry, names: names) else { continue }
      // For the person's own use: what is shared goes without tags.
      let tags: [(String, JSON)] =
        entry.tags.isEmpty || entry.status != .final ? [] : [("tags", .array(entry.tags.map(JSON.string)))]
      lines.append(.object(JSON.Object(line.members + tags)))
    }
    do {
      return String(decoding: try JSON.object(JSON.Object([("entries", .array(lines))])).canonical(), as: UTF8.self)
        + "\n"
    } catch {
      throw .notANumber
    }
  }
}
