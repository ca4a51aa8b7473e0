import Forms
import JSON
import Journal

/// Why an entry cannot be written as a line of the log file.
package enum LogEntryError: Error, Equatable { case noName, notANumber }

/// An entry as a line of the log file ("handrail-log" 1.0).
package enum LogEntry {
  /// The whole entry.
  package static func json(_ entry: Entry, names: LogNames) throws(LogEntryError) -> JSON {
    try json(entry, .full, redacted: [], showsTime: true, names: names)
  }

  /// What goes of an entry, canonical and without a line feed.
  package static func line(_ shared: SharedEntry, names: LogNames) throws(LogEntryError) -> [UInt8] {
    try canonical(
      try json(
        shared.entry, shared.detail, redacted: shared.redacted, showsTime: shared.showsTime, names: names))
  }

  /// `{"entries": […]}` in canonical JSON and a line feed, in the order given; whole entries.
  package static func document(_ entries: [Entry], names: LogNames) throws(LogEntryError) -> String {
    var lines: [JSON] = []
    for entry in entries {
      guard case .object(let line) = try json(entry, names: names) else { continue }
      // For the person's own use: what is shared goes without tags.
      let tags: [(String, JSON)] =
        entry.tags.isEmpty || entry.status != .final ? [] : [("tags", .array(entry.tags.map(JSON.string)))]
      lines.append(.object(JSON.Object(line.members + tags)))
    }
    return String(decoding: try canonical(["entries": .array(lines)]), as: UTF8.self) + "\n"
  }

  static func canonical(_ json: JSON) throws(LogEntryError) -> [UInt8] {
    do { return try json.canonical() } catch { throw .notANumber }
  }

  private static func json(
    _ entry: Entry, _ detail: ShareDetail, redacted: [String], showsTime: Bool, names: LogNames
  ) throws(LogEntryError) -> JSON {
    guard let name = names.name(of: entry.id) else { throw .noName }
    var links: [JSON] = []
    for link in entry.links {
      guard let target = names.target(of: link) else { throw .noName }
      links.append(["name": .string(link.name), "entry": .string(target)])
    }
    var members: [(String, JSON)] = [
      ("id", .string(name)), ("revision", .number(Double(entry.revision))),
      ("status", entry.status == .final ? "active" : "withdrawn"),
      ("form", ["id": .string(entry.form.id), "version": .number(Double(entry.form.version))]),
      ("effectiveDate", .string(entry.day.iso)), ("share", .string(detail.rawValue)),
      ("redacted", .array(redacted.map(JSON.string))), ("links", .array(links)),
    ]
    if showsTime {
      members += [("recordedAt", .string(entry.recorded.rfc3339)), ("zone", .string(entry.recorded.zone))]
    }
    if let part = entry.part { members.append(("part", .string(part.rawValue))) }
    // A withdrawn entry is a tombstone: it says that it is gone, not what it said.
    if entry.status == .final { members.append(("answers", Answer.json(entry.answers))) }
    return .object(JSON.Object(members))
  }
}
