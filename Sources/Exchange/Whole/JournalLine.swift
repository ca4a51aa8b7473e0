import Forms
import JSON
import Journal

/// The lines of a journal file, as JSON.
enum JournalLine {
  static func json(_ wording: WholeJournal.Wording, _ form: JSON) throws(JSONError) -> JSON {
    var members: [(String, JSON)] = [("kind", "wording"), ("hash", .string(wording.hash)), ("form", form)]
    // The hash is over the bytes; where they cannot be made from the form again, they stand beside it.
    if try text(of: form) != wording.body { members.append(("text", .string(wording.body))) }
    return .object(JSON.Object(members))
  }

  /// A wording's bytes as they are made usually: canonical, with slashes escaped.
  static func text(of form: JSON) throws(JSONError) -> String {
    String(decoding: try form.canonical(), as: UTF8.self).replacing("/", with: "\\/")
  }

  static func json(_ batch: WholeJournal.Batch) -> JSON {
    var members: [(String, JSON)] = [
      ("kind", "import"), ("number", number(batch.number)), ("source", .string(batch.source)),
      ("undone", .bool(batch.isUndone)),
    ]
    if !batch.accepted.isEmpty { members.append(("accepted", json(batch.accepted))) }
    return .object(JSON.Object(members))
  }

  private static func json(_ accepted: WholeJournal.Accepted) -> JSON {
    let entries = accepted.entries.sorted { $0.key < $1.key }.map { id, change -> JSON in
      let before = change.before.map { [("before", number($0))] } ?? []
      return .object(JSON.Object([("entry", .string(id.text)), ("after", number(change.after))] + before))
    }
    let values = accepted.values.sorted { $0.key < $1.key }.map { key, change -> JSON in
      let sides = [("before", change.before), ("after", change.after)].compactMap { name, value in
        value.map { (name, JSON.string(Base64.text($0))) }
      }
      return .object(JSON.Object([("key", .string(key))] + sides))
    }
    return ["entries": .array(entries), "values": .array(values)]
  }

  static func json(_ entry: Entry, title: String, batch: Int?) -> JSON {
    var members: [(String, JSON)] = [
      ("kind", "entry"), ("id", .string(entry.id.text)), ("revision", number(entry.revision)),
      ("status", .string(entry.status.rawValue)),
      (
        "form",
        [
          "id": .string(entry.form.id), "version": number(entry.form.version), "title": .string(title),
          "wording": .string(entry.form.wording),
        ]
      ),
      ("day", .string(entry.day.iso)), ("recorded", json(entry.recorded)), ("answers", Answer.json(entry.answers)),
      ("links", json(entry.links)), ("tags", .array(entry.tags.map(JSON.string))),
    ]
    if let part = entry.part { members.append(("part", .string(part.rawValue))) }
    if let batch { members.append(("import", number(batch))) }
    return .object(JSON.Object(members))
  }

  static func json(_ kept: WholeJournal.KeptDraft, title: String) -> JSON {
    let draft = kept.draft
    var members: [(String, JSON)] = [
      ("kind", "draft"), ("id", .string(draft.id.text)),
      ("form", ["id": .string(draft.walk.form), "title": .string(title), "wording": .string(kept.wording)]),
      ("day", .string(draft.day.iso)), ("started", json(draft.started)), ("updated", json(draft.updated)),
      ("links", json(draft.links)), ("walk", draft.walk.json), ("setAside", .bool(kept.isAside)),
    ]
    if let edits = draft.edits { members.append(("edits", .string(edits.text))) }
    return .object(JSON.Object(members))
  }

  static func json(_ change: WholeJournal.Change) -> JSON {
    var members: [(String, JSON)] = [
      ("kind", "change"), ("number", number(change.number)), ("at", .number(Double(change.at))),
      ("change", .string(change.kind.rawValue)), ("subject", .string(change.subject)),
      ("undone", .bool(change.isUndone)),
    ]
    if let before = change.before { members.append(("before", number(before))) }
    if let after = change.after { members.append(("after", number(after))) }
    return .object(JSON.Object(members))
  }

  static func json(_ share: ShareReceipt) -> JSON {
    let details = share.details.sorted { $0.key < $1.key }.map { ($0.key, JSON.string($0.value)) }
    var members: [(String, JSON)] = [
      ("kind", "share"), ("id", .string(share.id.text)), ("recipient", .string(share.recipient)),
      ("sequence", number(share.sequence)), ("at", json(share.at)), ("way", .string(share.way.rawValue)),
      ("from", .string(share.days.lowerBound.iso)), ("to", .string(share.days.upperBound.iso)),
      ("details", .object(JSON.Object(details))),
    ]
    if let note = share.note { members.append(("note", .string(note))) }
    return .object(JSON.Object(members))
  }

  static func json(_ sent: ShareReceipt.Sent, in share: ULID) -> JSON {
    [
      "kind": "sent", "share": .string(share.text), "entry": .string(sent.entry.text),
      "revision": number(sent.revision), "withdrawn": .bool(sent.isWithdrawn), "form": .string(sent.form),
      "version": number(sent.version), "day": .string(sent.day.iso), "digest": .string(Base64.text(sent.digest)),
    ]
  }

  static func json(unshared entry: ULID, revision: Int) -> JSON {
    ["kind": "unshared", "entry": .string(entry.text), "revision": number(revision)]
  }

  static func json(memory key: String, _ value: [UInt8]) -> JSON {
    ["kind": "memory", "key": .string(key), "value": .string(Base64.text(value))]
  }

  /// The instant to the millisecond, and the same for people.
  private static func json(_ moment: Moment) -> JSON {
    [
      "milliseconds": .number(Double(moment.milliseconds)), "offset": number(moment.offset),
      "zone": .string(moment.zone), "local": .string(moment.rfc3339),
    ]
  }

  private static func json(_ links: [Link]) -> JSON {
    .array(links.map { ["name": .string($0.name), "entry": .string($0.entry.text)] })
  }

  private static func number(_ value: Int) -> JSON { .number(Double(value)) }
}
