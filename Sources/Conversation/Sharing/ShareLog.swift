import Crypto
import Exchange
import Forms
import Journal
import Vault

/// Makes the log file of a share: what is new to its reader, or all of it, signed with the person's key.
struct ShareLog {
  let session: Session
  /// A name of the list; nil for a file that opens with seven words.
  let recipient: String?
  /// Leaves out what the reader has as it is, and says what was withdrawn since.
  let sinceLast: Bool
  var isOpen = false

  struct Made {
    var bytes: [UInt8]
    var receipt: ShareReceipt
    /// Entries that go, and entries that are withdrawn.
    var active: Int
    var withdrawn: Int
  }

  /// Whom the person calls the reader where it is nobody of the list.
  static let anyone = "someone with seven words"
  static let open = "a file that is not sealed"
  static let app = "handrail"

  /// What readers call the person: made of the key that signs.
  static func participant(_ keys: PublicKeys) -> String {
    ULID.base32(Array(SHA256.hash(keys.signing.point).prefix(16)), length: 26)
  }

  func make(_ gathered: Gathered, _ choices: ShareChoices, version: String) throws(Departure) -> Made {
    let desk = KeyDesk(session: session)
    let (keys, card) = (try desk.keys(), try desk.card())
    let reader = recipient ?? (isOpen ? Self.open : Self.anyone)
    let (shares, had) = try session.inJournal { (store) throws(VaultError) in
      (try store.shares(with: reader), recipient == nil ? [:] : try store.lastSent(to: reader))
    }
    let earlier = shares.first { $0.way == .log }
    let names = try LogNames.load(in: session)
    let gone = try withdrawn(had)
    let entries = try self.new(gathered.entries, had: had, names: names) + gone
    let now = session.world.clock.now()
    let to = try RecipientDesk(session: session).list().current.first { $0.name == recipient }
    let public_ = keys.publicKeys
    let programme = try to.flatMap { (to) throws(Departure) in try KeptProgrammes(session: session).programme(of: to) }
    let id = session.world.newID()
    let days = entries.map(\.entry.day)
    let manifest = LogManifest(
      exportId: id.text, sequence: (earlier?.sequence ?? 0) + 1, previousExportId: earlier?.id.text, createdAt: now,
      app: "\(Self.app) \(version)",
      participant: .init(
        id: Self.participant(public_),
        displayName: card.name.isEmpty ? nil : card.name, signingKey: public_.signing.text,
        recipient: public_.sealing.text),
      recipients: to.map { [$0.keys.sealing.text] } ?? [],
      // A withdrawn entry may be of an earlier day than those that go.
      range: min(
        choices.consent.days.lowerBound, days.min() ?? now.day)...max(
          choices.consent.days.upperBound, days.max() ?? choices.consent.days.lowerBound),
      purpose: "treatment", consentId: id.text,
      categories: Dictionary(uniqueKeysWithValues: ShareCategory.allCases.map { ($0, choices.consent.detail($0)) }),
      expiresAt: choices.expires, notice: programme?.pack.notice, note: choices.note)
    let bytes: [UInt8]
    do {
      bytes = try LogFile.write(manifest, entries: entries, names: names) { text in
        SSHSignature(of: text, by: keys.signing).armoured
      }
    } catch {
      throw .failed(
        Failure(
          "There is too much for one file.", safe: "Nothing was shared.", next: "Choose fewer days, and share twice.",
          code: 65))
    }
    let sent = try entries.map { (one) throws(Departure) in try self.sent(one, names: names) }
    return Made(
      bytes: bytes,
      receipt: ShareReceipt(
        id: id, recipient: reader, sequence: manifest.sequence, at: now, way: .log, days: choices.consent.days,
        details: Dictionary(
          uniqueKeysWithValues: ShareCategory.allCases.map {
            ($0.rawValue, choices.consent.detail($0).rawValue)
          }), note: choices.note, sent: sent), active: entries.count - gone.count, withdrawn: gone.count)
  }

  private func new(
    _ entries: [SharedEntry], had: [ULID: ShareReceipt.Sent], names: LogNames
  ) throws(Departure) -> [SharedEntry] {
    guard sinceLast else { return entries }
    var new: [SharedEntry] = []
    for one in entries {
      if try had[one.entry.id]?.digest != sent(one, names: names).digest { new.append(one) }
    }
    return new
  }

  /// Entries that the reader has and should not any more: deleted, erased, or taken back from sharing. `questions`: of an
  /// erased entry too, for readers that keep its numbers apart.
  func withdrawn(_ had: [ULID: ShareReceipt.Sent], questions: Bool = false) throws(Departure) -> [SharedEntry] {
    let taken = try session.inJournal { (store) throws(VaultError) in try store.withdrawnFromSharing() }
    var gone: [SharedEntry] = []
    for sent in had.values.sorted(by: { $0.entry < $1.entry }) where !sent.isWithdrawn {
      let found = try session.inJournal { (store) throws(VaultError) in try store.entry(sent.entry) }
      if let found {
        guard found.status == .withdrawn || taken.contains(found.id) else { continue }
        let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: found) }
        gone.append(SharedEntry(withdrawn: found, form: form))
      } else {
        let form = questions ? try? FormDesk(session: session).form(sent.form) : nil
        gone.append(SharedEntry(erased: sent, form: form, at: session.world.clock.now()))
      }
    }
    return gone
  }

  private func sent(_ one: SharedEntry, names: LogNames) throws(Departure) -> ShareReceipt.Sent {
    do throws(LogEntryError) {
      let line = try LogEntry.line(one, names: names)
      return ShareReceipt.Sent(
        entry: one.entry.id, revision: one.entry.revision, isWithdrawn: one.entry.status == .withdrawn,
        form: one.form.id, version: one.entry.form.version, day: one.entry.day, digest: SHA256.hash(line))
    } catch {
      throw .failed(.unexpected)
    }
  }
}

extension SharedEntry {
  /// A tombstone for an entry of which nothing is left here but that it was sent.
  init(erased sent: ShareReceipt.Sent, form: Form?, at moment: Moment) {
    let form =
      form ?? Form(id: sent.form, version: sent.version, title: sent.form, kind: .log, summary: "", questions: [])
    self.init(
      withdrawn: Entry(
        id: sent.entry, revision: sent.revision + 1, status: .withdrawn,
        form: FormStamp(id: sent.form, version: sent.version, wording: "erased \(sent.form) \(sent.version)"),
        day: sent.day, recorded: moment, answers: [:]), form: form)
  }
}
