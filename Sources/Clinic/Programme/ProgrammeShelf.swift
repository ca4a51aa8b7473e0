import Conversation
import Exchange
import Vault

/// Reads and keeps what the programme says of itself.
struct ProgrammeShelf {
  let session: Session
  private static let keepKey = "keep-years"

  /// Empty in a caseload that was asked nothing yet.
  func record() throws(Departure) -> ProgrammeRecord {
    let bytes = try session.inCaseload { (store) throws(VaultError) in try store.memory(ProgrammeRecord.key) }
    guard let bytes else { return ProgrammeRecord() }
    guard var record = ProgrammeRecord(bytes: bytes) else {
      throw .failed(
        Failure(
          "What the programme says of itself cannot be read by this Handrail.", safe: "It was left as it is.",
          next: "Update Handrail, then try again.", code: 69))
    }
    // `keep` and `seen` set these too.
    let (years, initials) = try session.inCaseload { (store) throws(VaultError) in
      (try store.memory(Self.keepKey), try store.memory(PeopleDesk.byKey))
    }
    if let years { try? record.set(.keep, [String(decoding: years, as: UTF8.self)]) }
    if let initials { try? record.set(.initials, [String(decoding: initials, as: UTF8.self)]) }
    return record
  }

  /// One commit: also the name on the key card, and who stands in the audit trail.
  func keep(_ record: ProgrammeRecord) throws(Departure) {
    var values = [ProgrammeRecord.key: record.bytes]
    if let name = record.name { values[KeyDesk.nameKey] = Array(name.utf8) }
    if let initials = record.initials { values[PeopleDesk.byKey] = Array(initials.utf8) }
    values[Self.keepKey] = Array((record.keepYears.map(String.init) ?? "").utf8)
    let kept = values
    try session.inCaseload { (store) throws(VaultError) in try store.remember(kept) }
  }

  /// What the card and the packs are made with.
  func needComplete() throws(Departure) -> ProgrammeRecord {
    let record = try record()
    guard record.missing.isEmpty else {
      throw .failed(
        Failure(
          "The programme has not said everything yet: \(record.missing.joined(separator: ", ")).",
          safe: "Nothing was written.", next: "`init` goes on with the questions.", code: 65))
    }
    return record
  }
}
