import Crypto
import Forms
import JSON
import Journal

/// Reads a file with all of a journal, whole and strictly, before anything is stored.
package struct JournalReader {
  static let limits = JSONLimits(bytes: 64 << 20, depth: 40)
  private(set) var whole = WholeJournal()
  /// What can stand only once, and what later lines may name.
  private var seen: Set<String> = []
  private var forms: [String: Form] = [:]
  private let form: (String) -> Form?

  private init(form: @escaping (String) -> Form?) { self.form = form }

  /// `form` reads a form from the JSON of its wording; nil where it is none.
  package static func read(
    _ bytes: [UInt8], form: @escaping (String) -> Form?
  ) throws(JournalRefusal) -> (whole: WholeJournal, head: JournalFile.Head) {
    guard JournalFile.isAhead(in: bytes) else { throw .notAJournal }
    guard bytes.count <= JournalFile.limit else { throw .tooLarge }
    let lines = bytes.split(separator: JournalFile.newline, omittingEmptySubsequences: false)
    let manifest = try json(lines[0], line: 1)
    guard manifest["version"]?.string == JournalFile.version else { throw .version }
    guard bytes.last == JournalFile.newline, lines.count >= 3 else { throw .cutOff }
    let end = lines[lines.count - 2]
    guard let last = try? json(end, line: 0), last["sha256"] != nil else { throw .cutOff }
    guard let ours = try? JournalFile.end(of: Array(bytes[..<end.startIndex])),
      ours.elementsEqual(bytes[end.startIndex...])
    else { throw .changed }

    let head = try FieldReader(manifest, line: 1).head()
    var reader = JournalReader(form: form)
    for place in 1..<lines.count - 2 {
      try reader.take(FieldReader(try json(lines[place], line: place + 1), line: place + 1))
    }
    try reader.checkChanges(firstLine: reader.changesAt)
    // What the same journal makes again must be the same file: then nothing in it was passed over.
    let again = try JournalFile.write(reader.whole, head)
    guard again != bytes else { return (reader.whole, head) }
    let pairs = zip(lines, again.split(separator: JournalFile.newline, omittingEmptySubsequences: false))
    let differing = pairs.enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    throw differing == 0 ? .counts : .notAsWritten(line: differing + 1)
  }

  private static func json(_ line: ArraySlice<UInt8>, line number: Int) throws(JournalRefusal) -> JSON {
    do {
      return try JSON(reading: Array(line), limits: limits)
    } catch {
      guard case .refused(let reason, _, let column) = error else { throw .notAsWritten(line: number) }
      throw .json(reason, line: number, column: column)
    }
  }

  // MARK: Lines

  private var changesAt = 0

  private mutating func take(_ fields: FieldReader) throws(JournalRefusal) {
    switch fields.json["kind"]?.string {
    case "wording": try wording(fields)
    case "import": whole.batches.append(try batch(fields))
    case "entry": try entry(fields)
    case "draft": try draft(fields)
    case "change": try change(fields)
    case "share":
      let share = try fields.share()
      try once("share \(share.id.text)", fields)
      whole.shares.append(share)
    case "sent": try sent(fields)
    case "unshared":
      let id = try fields.id("entry")
      try once("unshared \(id.text)", fields)
      whole.unshared[id] = try fields.count("revision")
    case "memory":
      let key = try fields.text("key")
      try once("memory \(key)", fields)
      whole.memory[key] = try fields.bytes("value")
    default: throw .unknownKind(line: fields.line)
    }
  }

  private mutating func once(_ name: String, _ fields: FieldReader) throws(JournalRefusal) {
    guard seen.insert(name).inserted else { throw .twice(line: fields.line) }
  }

  private mutating func wording(_ fields: FieldReader) throws(JournalRefusal) {
    guard let json = fields.json["form"], let usual = try? JournalLine.text(of: json) else { throw fields.bad("form") }
    let body = fields.json["text"] == nil ? usual : try fields.text("text")
    let hash = try fields.text("hash")
    try once("wording \(hash)", fields)
    guard (try? BLAKE2b.hash(Array(body.utf8), count: 16)).map(Hex.text) == hash, let form = form(body) else {
      throw .wording(line: fields.line)
    }
    forms[hash] = form
    whole.wordings.append(.init(hash: hash, form: form.id, version: form.version, body: body))
  }

  private mutating func batch(_ fields: FieldReader) throws(JournalRefusal) -> WholeJournal.Batch {
    let number = try fields.count("number")
    try once("import \(number)", fields)
    return .init(
      number: number, source: try fields.text("source"), isUndone: try fields.flag("undone"),
      accepted: try fields.accepted())
  }

  private mutating func entry(_ fields: FieldReader) throws(JournalRefusal) {
    let entry = try fields.entry()
    guard forms[entry.form.wording]?.id == entry.form.id else { throw .reference("form", line: fields.line) }
    let batch = fields.json["import"] == nil ? nil : try fields.count("import")
    if let batch, !seen.contains("import \(batch)") { throw .reference("import", line: fields.line) }
    try once("revision \(entry.id.text) \(entry.revision)", fields)
    let last = whole.entries.count - 1
    guard last >= 0, let before = whole.entries[last].revisions.last, before.id == entry.id else {
      try once("entry \(entry.id.text)", fields)
      return whole.entries.append(.init(revisions: [entry], batch: batch))
    }
    guard before.revision < entry.revision, before.form.id == entry.form.id else {
      throw .notAsWritten(line: fields.line)
    }
    whole.entries[last].revisions.append(entry)
  }

  private mutating func draft(_ fields: FieldReader) throws(JournalRefusal) {
    let hash = try fields.inner("form").text("wording")
    guard let form = forms[hash] else { throw .reference("form", line: fields.line) }
    let draft = try fields.draft(form)
    try once("draft \(draft.id.text)", fields)
    if let edits = draft.edits, !seen.contains("entry \(edits.text)") { throw .reference("edits", line: fields.line) }
    whole.drafts.append(.init(draft: draft, wording: hash, isAside: try fields.flag("setAside")))
  }

  private mutating func sent(_ fields: FieldReader) throws(JournalRefusal) {
    let share = try fields.id("share")
    guard whole.shares.last?.id == share else { throw .reference("share", line: fields.line) }
    let sent = try fields.sent()
    try once("sent \(share.text) \(sent.entry.text)", fields)
    whole.shares[whole.shares.count - 1].sent.append(sent)
  }

  private mutating func change(_ fields: FieldReader) throws(JournalRefusal) {
    let change = try fields.change()
    if changesAt == 0 { changesAt = fields.line }
    if let last = whole.changes.last, last.number >= change.number { throw .notAsWritten(line: fields.line) }
    whole.changes.append(change)
  }

  /// `undo` must find what a change that stands speaks of.
  private func checkChanges(firstLine: Int) throws(JournalRefusal) {
    for (place, batch) in whole.batches.enumerated() {
      for (id, change) in batch.accepted.entries {
        let revisions = [change.before, change.after].compactMap { $0 }
        guard revisions.allSatisfy({ seen.contains("revision \(id.text) \($0)") }) else {
          throw .reference("accepted", line: whole.wordings.count + 2 + place)
        }
      }
    }
    for (place, change) in whole.changes.enumerated() where !change.isUndone {
      let revisions = [change.before, change.after].compactMap { $0 }
      let isThere =
        switch change.kind {
        // A draft that is no longer there is passed over.
        case .setAside: ULID(change.subject) != nil
        case .bringIn, .accept: seen.contains("import \(change.subject)")
        default: seen.contains("entry \(change.subject)")
        }
      guard isThere, revisions.allSatisfy({ seen.contains("revision \(change.subject) \($0)") }) else {
        throw .reference("subject", line: firstLine + place)
      }
    }
  }
}
