import Crypto
import Exchange
import Journal
import Terminal
import Vault

/// Lets a share leave: as a file that appears only when it is whole, never over another one. A receipt is kept.
package struct ShareOut {
  let session: Session
  var replacing: Bool

  package init(session: Session, replacing: Bool = false) {
    self.session = session
    self.replacing = replacing
  }

  /// A name for the file that tells nothing but the day.
  static func name(_ day: String, ending: String) -> String { "summary-\(day).\(ending)" }

  package func plain(_ text: String, to path: String) throws(Departure) {
    do throws(AgeError) {
      let file = try NewFile(path, replacing: replacing)
      try file.write(Array(text.utf8))
      try file.finish()
    } catch {
      throw Failure.departure(error, out: path)
    }
  }

  func folder(_ files: [NamedBytes], to path: String) throws(Departure) {
    do throws(AgeError) {
      try NewFolder.write(files, to: path)
    } catch .file(.exists) {
      throw .failed(
        Failure(
          "There is something named \(path) already. A folder is never replaced.", safe: "Nothing was shared.",
          next: "Choose another name after --out.", code: 73))
    } catch {
      throw Failure.departure(error, out: path)
    }
  }

  /// Seals for a recipient, or with words that are given back to be shown.
  func sealed(_ bytes: [UInt8], for recipient: Recipient?, to path: String) throws(Departure) -> PassphraseSuggestion? {
    let words = recipient == nil ? SealingWords.random() : nil
    do throws(AgeError) {
      let file = try NewFile(path, replacing: replacing)
      try AgeWriter(lock(recipient, words)).seal(BytesInput(bytes), into: file)
      try file.finish()
    } catch {
      throw Failure.departure(error, out: path)
    }
    return words
  }

  private func lock(_ recipient: Recipient?, _ words: PassphraseSuggestion?) throws(AgeError) -> AgeLock {
    if let recipient { return .recipients([recipient.keys.sealing]) }
    guard let words else { throw .needsKey }
    do { return .passphrase(try words.passphrase()) } catch { throw .crypto(error) }
  }

  func keep(_ receipt: ShareReceipt) throws(Departure) {
    try session.inJournal { (store) throws(VaultError) in try store.keep(receipt) }
  }

  /// What receipts call whoever gets what no program reads.
  static func reader(_ way: ShareReceipt.Way) -> String {
    switch way {
    case .screen: "shown here"
    case .text, .page: "on paper or as text"
    case .log, .fhir, .csv: ShareLog.open
    }
  }

  /// A receipt for what no program reads.
  func receipt(_ way: ShareReceipt.Way, _ gathered: Gathered, _ choices: ShareChoices) -> ShareReceipt {
    ShareReceipt(
      id: session.world.newID(), recipient: Self.reader(way), sequence: 0,
      at: session.world.clock.now(), way: way, days: choices.consent.days,
      details: Dictionary(
        uniqueKeysWithValues: ShareCategory.allCases.map { ($0.rawValue, choices.consent.detail($0).rawValue) }),
      note: choices.note,
      sent: gathered.entries.map { one in
        ShareReceipt.Sent(
          entry: one.entry.id, revision: one.entry.revision, isWithdrawn: false, form: one.form.id,
          version: one.entry.form.version, day: one.entry.day, digest: [])
      })
  }
}
