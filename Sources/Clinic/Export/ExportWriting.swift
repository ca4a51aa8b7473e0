import Conversation
import Crypto
import Exchange
import Forms
import JSON
import Vault

/// Writes what is passed on, person by person, so that little of it is in memory at once.
struct ExportWriting {
  let session: Session
  let request: ExportRequest
  let output: any FolderOutput
  var gathering: ExportGathering
  private var lines = FHIRLines()

  init(session: Session, request: ExportRequest, output: any FolderOutput, gathering: ExportGathering) {
    self.session = session
    self.request = request
    self.output = output
    self.gathering = gathering
  }

  /// The files, without the notice.
  mutating func write(_ notice: ExportNotice) throws(Departure) {
    if request.format == .csv { try append(Array(CaseloadTable.header.utf8), to: LogTable.fileName) }
    for participant in request.people {
      switch request.format {
      case .fhir: try bundles(participant)
      case .ndjson: try ndjson(participant)
      case .csv: try rows(participant)
      case .log: try logs(participant)
      }
    }
    guard request.format == .csv else { return }
    let descriptor = try made { () throws(LogEntryError) in
      try CaseloadTable.descriptor(title: "What people shared", about: notice.about)
    }
    try append(descriptor, to: LogTable.descriptorName)
  }

  private mutating func bundles(_ participant: Participant) throws(Departure) {
    for (place, bundle) in try json(participant).enumerated() {
      let number = String(place + 1)
      let zeros = String(repeating: "0", count: max(0, 3 - number.count))
      let name = "participant-\(participant.n)-bundle-\(zeros)\(number).json"
      try append(try pretty(bundle), to: name)
      try close(name)
    }
  }

  private mutating func ndjson(_ participant: Participant) throws(Departure) {
    for bundle in try json(participant) {
      for (type, line) in try lines(of: bundle) { try append(line, to: "\(type).ndjson") }
    }
  }

  private mutating func lines(of bundle: JSON) throws(Departure) -> [(type: String, line: [UInt8])] {
    do { return try lines.lines(of: bundle) } catch { throw .failed(.damagedCaseload) }
  }

  private mutating func json(_ participant: Participant) throws(Departure) -> [JSON] {
    let person = try gathering.gather(participant, days: request.days)
    // Of two versions in dispute the one that is shown here goes: an identifier stands for one resource.
    var seen: Set<String> = []
    let entries = person.entries.filter { seen.insert($0.shared.entry.id.text).inserted }
    var sources: [String: EntrySource] = [:]
    for one in entries { sources[one.shared.entry.id.text] = one.source }
    let bundles = FHIRBundles(
      participant: person.id, name: request.names ? participant.name : nil, names: .asTheyAre, size: request.split)
    return try made { () throws(LogEntryError) in
      try bundles.json(entries.map(\.shared)) { sources[$0.entry.id.text] }
    }
  }

  private mutating func rows(_ participant: Participant) throws(Departure) {
    let person = try gathering.gather(participant, days: request.days)
    for one in person.entries {
      let rows = CaseloadTable.rows(
        one.shared, participant: participant.n, person: person.id, name: request.names ? participant.name : nil,
        source: one.source)
      try append(Array(rows.utf8), to: LogTable.fileName)
    }
  }

  /// Byte for byte as they came; what does not give the same digest again is not written.
  private func logs(_ participant: Participant) throws(Departure) {
    let all = try session.inCaseload { (store) throws(VaultError) in try store.logs(of: participant.n) }
    let wanted = all.filter { log in request.days.map { $0.overlaps(log.days) } ?? true }
      .sorted { ($0.created, $0.n) < ($1.created, $1.n) }
    for (place, log) in wanted.enumerated() {
      let parts = try session.inCaseload { (store) throws(VaultError) in try store.parts(ofLog: log.n) }
      guard let parts,
        let bytes = LogParts.bytes(
          head: parts.head, forms: parts.forms, lines: parts.lines, signature: parts.signature),
        SHA256.hash(bytes) == log.digest
      else { throw .failed(.damagedCaseload) }
      let number = String(place + 1)
      let name =
        "participant-\(participant.n)-log-\(String(repeating: "0", count: max(0, 3 - number.count)))\(number).handrail"
      try append(bytes, to: name)
      try close(name)
    }
  }

  func append(_ bytes: [UInt8], to name: String) throws(Departure) {
    do { try output.append(bytes, to: name) } catch { throw Failure.departure(error, out: request.out) }
  }

  private func close(_ name: String) throws(Departure) {
    do { try output.close(name) } catch { throw Failure.departure(error, out: request.out) }
  }

  private func pretty(_ json: JSON) throws(Departure) -> [UInt8] {
    do { return try json.pretty() } catch { throw .failed(.unexpected) }
  }

  private func made<T>(_ work: () throws(LogEntryError) -> T) throws(Departure) -> T {
    do { return try work() } catch { throw .failed(.damagedCaseload) }
  }
}
