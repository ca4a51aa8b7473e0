import Crypto
import Exchange
import Forms
import Journal
import Terminal
import Vault

/// A made-up participant's own side: a journal in memory, and the sealed files that they send from it, week by week.
package struct DemoSender {
  package struct Sent: Sendable {
    package var card: KeyCard
    /// Oldest first, each as it lies in a folder.
    package var files: [NamedBytes]
    package var entries: Int
  }

  /// The programme's sitting: its content and its clock.
  let session: Session
  let programme: KeyCard

  package init(session: Session, programme: KeyCard) {
    self.session = session
    self.programme = programme
  }

  package func make(_ one: DemoParticipant, number: Int, seed: UInt64) throws(Departure) -> Sent {
    let clock = DemoClock(at: session.world.clock.now())
    var environment = session.world.environment
    environment.passphraseFile = nil
    environment.moveHome(to: "/dev/null/handrail-demo")
    let own = Session(
      World(console: RecordingConsole(), clock: clock, environment: environment, folder: .inMemory()))
    defer { own.lock() }
    try NewJournal(session: own).create(
      try Passphrase.taking(SecretLine(copying: DemoFolder.passphrase.utf8)),
      kdf: KDFSettings(passes: 2, memoryMiB: 19), recovery: false)
    var list = RecipientList()
    list.add(Recipient(name: programme.name, keys: programme.keys, added: clock.now(), isCompared: true))
    try RecipientDesk(session: own).keep(list)

    var files: [NamedBytes] = []
    var journal = DemoJournal(session: own, seed: seed, days: one.weeks * 7, course: one.course)
    let today = clock.today
    let entries = try journal.write { (ago) throws(Departure) in
      guard ago % 7 == 0, ago / 7 >= one.silent else { return }
      clock.at = Self.evening(of: today, ago: ago)
      if one.takesBack, ago == 21 { try takeBack(in: own, on: clock.at.day.adding(days: -10)) }
      let bytes = try send(one, isLast: ago / 7 == one.silent, from: own)
      let week = one.weeks - ago / 7
      files.append(NamedBytes(name: "participant-\(number)-week-\(week < 10 ? "0" : "")\(week).handrail", bytes: bytes))
      clock.at = today
    }
    return Sent(card: try KeyDesk(session: own).card(), files: files, entries: entries)
  }

  private func send(_ one: DemoParticipant, isLast: Bool, from own: Session) throws(Departure) -> [UInt8] {
    let today = own.world.clock.now().day
    let choices = ShareChoices(
      way: .sealed, recipient: programme.name,
      consent: Consent(days: today.adding(days: one.overlaps ? -13 : -6)...today, details: one.details),
      note: isLast ? one.note : nil)
    let made = try ShareLog(session: own, recipient: programme.name, sinceLast: !one.overlaps)
      .make(try ShareGathering(session: own).gather(choices), choices, version: Release.version)
    try own.inJournal { (store) throws(VaultError) in try store.keep(made.receipt) }
    do throws(AgeError) {
      let sealed = BytesOutput()
      try AgeWriter(.recipients([programme.keys.sealing])).seal(BytesInput(made.bytes), into: sealed)
      return sealed.bytes
    } catch {
      throw .failed(.unexpected)
    }
  }

  private func takeBack(in own: Session, on day: Day) throws(Departure) {
    let found = try own.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: "mood", days: day.adding(days: -6)...day, limit: 1)).first
    }
    guard let found else { return }
    let now = own.world.clock.now()
    try own.inJournal { (store) throws(VaultError) in try store.withdraw(found.id, at: now) }
  }

  /// Half past nine, or now where that has not come yet.
  private static func evening(of today: Moment, ago: Int) -> Moment {
    let local = (today.day.daysSince1970 - ago) * 86_400 + 21 * 3600 + 1800
    let evening = Int64(local - today.offset) * 1000
    return Moment(milliseconds: min(evening, today.milliseconds), offset: today.offset, zone: today.zone)
  }
}

/// Stands still until it is set.
private final class DemoClock: Clock {
  var at: Moment
  let today: Moment

  init(at: Moment) {
    self.at = at
    today = at
  }

  func now() -> Moment { at }
}
