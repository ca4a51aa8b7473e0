import Exchange
import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// A programme's pack, from its file to a journal that holds all of it, and out again.
@Suite struct AcceptPackTests {
  let harbour: Harbour
  private var sitting: Sitting { harbour.sitting }

  init() throws { harbour = try Harbour() }

  @Test func `A pack is shown, its words are compared, and all of it is added after a yes`() throws {
    let path = try harbour.write(harbour.pack())
    // The words are the same; yes; it may stand in crisis; two weeks; no question is about self-harm; every week.
    let (said, failure) = harbour.accept(path, "1", "yes", "yes", "2", "none", "1")
    #expect(failure == nil)
    for line in [
      "From Harbour IOP", "By day 555 0100", "After hours 555 0199", "Who reads Your own therapist.",
      "How often Before each session", "Nobody watches what you write here.", "Monday at 09:00, 3 h: Group",
      "How the group was", "This may not be passed on.", "Are they the same?", "`undo` takes all of it back.",
    ] {
      #expect(said.contains(line), "\(line)")
    }
    let recipient = try #require(try RecipientDesk(session: harbour.session).list().current.first)
    #expect(recipient.name == "Harbour IOP" && recipient.keys == harbour.keys.publicKeys && recipient.isCompared)
    let programme = try #require(try harbour.entry("programme"))
    #expect(programme.answers["after-hours-phone"] == .text("555 0199"))
    #expect(programme.answers["emergency-steps"] == .items(["Call 911"]))
    let days = try sitting.store.entries(EntryFilter(form: "session")).compactMap { $0.date("day")?.iso }.sorted()
    #expect(days == ["2026-11-23", "2026-11-30"])
    let asked = try MeasureList(session: harbour.session).all()
    #expect(asked.contains { $0.title == "How the group was" })
    #expect(Settings.read(inHome: sitting.home).programme?.night == "555 0199")
    #expect(try sitting.store.changes().map(\.kind) == [.accept])
  }

  @Test func `Undo takes all of it back, and the journal is what it was`() throws {
    let before = try harbour.standing()
    try harbour.takePack()
    #expect(try harbour.standing() != before)
    #expect(try harbour.undo().contains("Taken back: all that you accepted from Harbour IOP."))
    #expect(try harbour.standing() == before)
    #expect(Settings.read(inHome: sitting.home).programme == nil)
    #expect(try sitting.store.changes() == [])
    // It can be taken once more.
    try harbour.takePack()
    #expect(try harbour.entry("programme") != nil)
  }

  @Test func `The numbers stay out of crisis when the person says no`() throws {
    let path = try harbour.write(
      harbour.pack {
        $0.sessions = []; $0.questionnaires = []
      })
    #expect(harbour.accept(path, "1", "yes", "no").failure == nil)
    #expect(Settings.read(inHome: sitting.home).programme == nil)
    #expect(try harbour.entry("programme")?.answers["show-in-crisis"] == .yesNo(false))
    // A later pack does not change that unasked.
    let later = try harbour.write(harbour.pack { $0.byDay = "555 0777" })
    #expect(harbour.accept(later, yes: true).failure == nil)
    #expect(Settings.read(inHome: sitting.home).programme == nil)
  }

  @Test func `Words that differ, or a no, add nothing`() throws {
    let before = try harbour.standing()
    let path = try harbour.write(harbour.pack())
    #expect(harbour.accept(path, "3").said.contains("Then this may be somebody else's card."))
    #expect(harbour.accept(path, "1", "no").said.contains("Not added. Nothing was changed."))
    #expect(try harbour.standing() == before)
  }

  @Test func `The same pack twice is said, and adds nothing twice`() throws {
    try harbour.takePack()
    let before = try harbour.standing()
    let (said, failure) = harbour.accept(try harbour.write(harbour.pack()), yes: true)
    #expect(failure == nil && said.contains("You have this pack of Harbour IOP already."))
    #expect(try harbour.standing() == before)
  }

  @Test func `A newer pack of the same keys shows what changes, and takes the place of the old values`() throws {
    try harbour.takePack()
    let first = try harbour.standing()
    let newer = try harbour.pack { pack in
      pack.afterHours = "555 0222"
      pack.sessions[0].day = .tuesday
      pack.questionnaires = []
    }
    let (said, failure) = harbour.accept(try harbour.write(newer), "yes", "yes", "")
    #expect(failure == nil, "\(said)")
    #expect(said.contains("What changes") && said.contains("After hours 555 0199 555 0222"))
    #expect(!said.contains("By day 555 0100 555"))
    #expect(!said.contains("Are they the same?"))
    #expect(try sitting.store.entries(EntryFilter(form: "programme")).count == 1)
    #expect(try harbour.entry("programme")?.answers["after-hours-phone"] == .text("555 0222"))
    let days = try sitting.store.entries(EntryFilter(form: "session")).compactMap { $0.date("day")?.weekday }
    #expect(days.count == 4 && days.allSatisfy { $0 == .tuesday })
    #expect(Settings.read(inHome: sitting.home).programme?.night == "555 0222")
    #expect(said.contains("How the group was is off the list."))
    #expect(try !MeasureList(session: harbour.session).all().contains { $0.title == "How the group was" })
    _ = try harbour.undo()
    #expect(try harbour.standing() == first)
    #expect(Settings.read(inHome: sitting.home).programme?.night == "555 0199")
  }

  @Test func `A pack from before is told as older, and is not taken unasked`() throws {
    func pack(_ day: String, night: String) throws -> ProgrammePack {
      try harbour.pack {
        $0.made = Day(iso: day)
        $0.afterHours = night
        $0.sessions = []
        $0.questionnaires = []
      }
    }
    #expect(harbour.accept(try harbour.write(pack("2026-11-10", night: "555 0199")), "1", "yes", "yes").failure == nil)
    let old = try harbour.write(pack("2026-10-01", night: "555 0000"))
    let (said, failure) = harbour.accept(old, "1")
    #expect(failure == nil)
    #expect(said.contains("This pack is older than the one you have"))
    #expect(said.contains("Not added. Nothing was changed."))
    #expect(try #require(try harbour.entry("programme")).answers["after-hours-phone"] == .text("555 0199"))
    #expect(harbour.accept(old, yes: true).failure?.code == 65)
    #expect(harbour.accept(old, "2", "yes", "yes").failure == nil)
    #expect(try #require(try harbour.entry("programme")).answers["after-hours-phone"] == .text("555 0000"))
  }

  @Test func `Changed keys of the same name are a visible act, and never taken unasked`() throws {
    try harbour.takePack()
    harbour.keys = try OwnKeys.random()
    let before = try harbour.standing()
    let path = try harbour.write(harbour.pack())
    let failure = try #require(harbour.accept(path, yes: true, compared: true).failure)
    #expect(failure.code == 77 && failure.happened == "These are not the keys that Harbour IOP had before.")
    #expect(harbour.accept(path, "1").said.contains("These are not the keys that Harbour IOP had before."))
    #expect(try harbour.standing() == before)
    #expect(harbour.accept(path, "2", "1", "yes", "yes", "0", "none", "1").failure == nil)
    let list = try RecipientDesk(session: harbour.session).list()
    #expect(list.all.map(\.status) == [.former, .current])
    _ = try harbour.undo()
    #expect(try harbour.standing() == before)
  }

  @Test func `A pack that was changed, forged or cut off is refused, and nothing is changed`() throws {
    let before = try harbour.standing()
    let text = String(decoding: try harbour.pack().file(signedBy: harbour.keys.signing), as: UTF8.self)
    func failure(_ text: String) -> Failure? { harbour.accept(sitting.folder.write("pack", text), yes: true).failure }
    let swapped = failure(text.replacing("555 0199", with: "555 0666"))
    #expect(swapped?.happened == "The pack was changed after it was signed." && swapped?.code == 65)
    #expect(failure(String(text.dropLast(40)))?.happened == "The pack is cut off: its end is missing.")
    #expect(
      failure(text.replacing("pack 1", with: "pack 7"))?.happened == "A newer version of Handrail made this pack.")
    #expect(failure(text.replacing("By day:", with: "By day:\u{202E}"))?.happened == "Line 4 holds hidden characters.")
    #expect(try harbour.standing() == before)
  }

  @Test func `A script without a yes adds nothing; with it, nothing is asked`() throws {
    let script = try Harbour(interactive: false)
    let before = try script.standing()
    let path = try script.write(script.pack())
    let failure = try #require(script.accept(path).failure)
    #expect(failure.code == 65 && failure.happened == "Nothing was accepted: an answer was missing.")
    #expect(try script.standing() == before)
    #expect(script.accept(path, yes: true).failure == nil)
    #expect(try RecipientDesk(session: script.session).list().current.map(\.isCompared) == [false])
    // Nobody was asked which questions are about self-harm, so all of them count.
    let measure = try #require(try MeasureList(session: script.session).all().first { $0.title == "How the group was" })
    #expect(try MeasureDesk(session: script.session).form(of: measure).allQuestions.contains { $0.selfHarm == true })
  }

  @Test func `What the person changed since is theirs, and stays after an undo`() throws {
    try harbour.takePack()
    let session = try #require(try sitting.store.entries(EntryFilter(form: "session")).first)
    var changed = session
    changed.answers["note"] = .text("ask about Friday")
    try sitting.store.revise(changed, form: try sitting.store.form(of: session))
    var list = try RecipientDesk(session: harbour.session).list()
    list.add(
      Recipient(
        name: "My doctor", keys: try OwnKeys.random().publicKeys, added: harbour.session.world.clock.now(),
        isCompared: true))
    try RecipientDesk(session: harbour.session).keep(list)
    sitting.type("2", "")
    try UndoDesk(session: harbour.session).list()
    #expect(unwrapped(sitting.transcript).contains("1 entry that you have changed since stays."))
    #expect(try sitting.store.entry(session.id)?.status == .final)
    #expect(try RecipientDesk(session: harbour.session).list().all.map(\.name) == ["My doctor"])
    #expect(try harbour.entry("programme") == nil)
  }

  @Test func `What is shared says who reads it, and carries the programme's notice`() throws {
    try harbour.takePack()
    let today = harbour.session.world.clock.now().day
    var choices = ShareChoices(way: .sealed, consent: Consent(days: today...today))
    choices.recipient = "Harbour IOP"
    let summary = try #require(try ShareSummary(session: harbour.session).reading(choices))
    #expect(
      summary
        == "The programme says who reads it: Your own therapist. How often: Before each session. Meanwhile: Call the day number."
    )
    let gathered = try ShareGathering(session: harbour.session).gather(choices)
    let made = try ShareLog(session: harbour.session, recipient: "Harbour IOP", sinceLast: false)
      .make(gathered, choices, version: "0")
    #expect(
      try ReadLog(made.bytes).manifest["notice"] == ["text": "This may not be passed on.", "basis": "42 CFR Part 2"])
  }
}
