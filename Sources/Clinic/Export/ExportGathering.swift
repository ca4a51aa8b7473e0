import Conversation
import Exchange
import Forms
import Vault

/// Reads what a person shared as entries again, with where each came from.
struct ExportGathering {
  let session: Session
  /// Said by the programme, for people whose logs say nothing.
  let programmeNotice: LogManifest.Notice?
  private var forms: [Int64: Form] = [:]

  init(session: Session, programmeNotice: LogManifest.Notice?) {
    self.session = session
    self.programmeNotice = programmeNotice
  }

  /// One person's entries on their way out.
  struct Person {
    var participant: Participant
    /// The id in their logs: of the first key that sent one, so that it stays the same when the key changes.
    var id: String
    var notice: LogManifest.Notice?
    var entries: [(shared: SharedEntry, source: EntrySource)]
  }

  /// What the newest log with a notice says.
  func notice(of participant: Participant) throws(Departure) -> LogManifest.Notice? {
    let logs = try session.inCaseload { (store) throws(VaultError) in try store.logs(of: participant.n) }
    let newest = logs.sorted { ($0.created, $0.n) > ($1.created, $1.n) }.lazy
      .compactMap { EntrySource(manifest: $0.head, signing: $0.signing)?.notice }.first
    return newest ?? programmeNotice
  }

  mutating func gather(_ participant: Participant, days: ClosedRange<Day>?) throws(Departure) -> Person {
    let (lines, logs) = try session.inCaseload { (store) throws(VaultError) in
      (try store.sourcedLines(of: participant.n, days: days), try store.logs(of: participant.n))
    }
    var sources: [Int64: EntrySource] = [:]
    for log in logs { sources[log.n] = EntrySource(manifest: log.head, signing: log.signing) }
    let notice = try notice(of: participant)
    var entries: [(SharedEntry, EntrySource)] = []
    entries.reserveCapacity(lines.count)
    for one in lines {
      guard let form = try form(one.line.logForm), var source = sources[one.log],
        let line = LogLine(kept: one.line.body),
        let shared = SharedEntry(line: line, form: form, offset: source.made.offset)
      else { throw .failed(.damagedCaseload) }
      source.notice = notice
      source.isDisputed = [.disputed, .other].contains(one.line.state)
      entries.append((shared, source))
    }
    let id = participant.keys.last { $0.logID != nil }?.logID
    return Person(participant: participant, id: id ?? "participant-\(participant.n)", notice: notice, entries: entries)
  }

  private mutating func form(_ n: Int64) throws(Departure) -> Form? {
    if let known = forms[n] { return known }
    let body = try session.inCaseload { (store) throws(VaultError) in try store.logForm(n) }
    guard let form = body.flatMap({ LogForm(kept: $0) })?.form else { return nil }
    forms[n] = form
    return form
  }
}

extension Failure {
  static let damagedCaseload = Failure(
    "Something in this caseload cannot be read any more.", safe: "Nothing was written.",
    next: "`vault check` looks through all of it.", code: 65)
}
