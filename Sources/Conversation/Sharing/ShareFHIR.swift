import Exchange
import Journal
import Terminal
import Vault

/// Makes a share for FHIR servers: bundles of what goes, and of what was taken back since it went to this recipient.
struct ShareFHIR {
  let session: Session
  /// A name of the list; nil for what is not sealed. Nobody knows who has that, so it tells of nothing taken back.
  let recipient: String?
  let size: Int

  func make(_ gathered: Gathered, _ choices: ShareChoices, version: String) throws(Departure) -> ShareOnce.Made {
    let keys = try KeyDesk(session: session).keys().publicKeys
    let names = try LogNames.load(in: session)
    let gone = try gone()
    let files: [NamedBytes]
    do throws(LogEntryError) {
      files = try FHIRBundles(participant: ShareLog.participant(keys), names: names, size: size)
        .files(gathered.entries + gone)
    } catch {
      throw .failed(.unexpected)
    }
    var receipt = ShareOut(session: session).receipt(.fhir, gathered, choices)
    receipt.recipient = recipient ?? ShareLog.open
    receipt.sent += gone.map { one in
      ShareReceipt.Sent(
        entry: one.entry.id, revision: one.entry.revision, isWithdrawn: true, form: one.form.id,
        version: one.entry.form.version, day: one.entry.day, digest: [])
    }
    var made = ShareOnce.Made(bytes: [], receipt: receipt, withdrawn: gone.count)
    if files.count == 1 {
      made.bytes = files[0].bytes
    } else if recipient != nil {
      made.bytes = Tar.bytes(files)
    } else {
      made.folder = files
    }
    return made
  }

  private func gone() throws(Departure) -> [SharedEntry] {
    guard let recipient else { return [] }
    let had = try session.inJournal { (store) throws(VaultError) in try store.lastSent(to: recipient, way: .fhir) }
    return try ShareLog(session: session, recipient: recipient, sinceLast: false).withdrawn(had, questions: true)
  }
}

extension Failure {
  static func severalFiles(_ count: Int) -> Failure {
    Failure(
      "This makes \(count) files.", safe: "Nothing was shared.",
      next: "--out NAME makes a folder for them.", code: 64)
  }
}
