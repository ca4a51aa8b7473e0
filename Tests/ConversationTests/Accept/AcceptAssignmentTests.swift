import Exchange
import Forms
import Journal
import Library
import Terminal
import Testing
import Vault

@testable import Conversation

/// Work that the programme assigned, from its sealed file to the person's lists, and out again.
@Suite struct AcceptAssignmentTests {
  let harbour: Harbour
  private var sitting: Sitting { harbour.sitting }

  init() throws {
    harbour = try Harbour()
    try harbour.takePack()
  }

  @Test func `Each kind is shown in plain words, and added after a yes`() throws {
    let path = try harbour.write(harbour.assignment(Harbour.works))
    let (said, failure) = harbour.accept(path, "1")
    #expect(failure == nil, "\(said)")
    for line in [
      "From Harbour IOP, written today", "Checked: it is signed with their key, for you.", "Walk for ten minutes",
      "Why Moving helps sleep", "How often every day", "Until Fri 27 Nov", "An urge to watch: Skip group",
      "A questionnaire: How the group was", "A page to read: Our group", "nothing here is a must",
    ] {
      #expect(said.contains(line), "\(line)")
    }
    let homework = try #require(try harbour.entry("homework"))
    #expect(homework.links == [.assigned(try Harbour.item(1))])
    #expect(homework.answers["from"] == .text("Harbour IOP") && homework.answers["often"] == .text("daily"))
    let targets = try DiaryDesk(session: harbour.session).targets()
    #expect(targets.all.last?.id == DiaryTargets.id(of: try Harbour.item(2)))
    #expect(targets.all.last?.names.map(\.name) == ["Skip group"] && targets.all.count == 6)
    #expect(harbour.session.world.library.modules().contains { $0.id == "our-group" && $0.isFromProgramme })
    #expect(try sitting.store.changes(limit: 1).first?.kind == .accept)
  }

  @Test(arguments: 0..<4) func `Undo takes back whatever came in, and the journal is what it was`(kind: Int) throws {
    let before = try harbour.standing()
    let path = try harbour.write(harbour.assignment([Harbour.works[kind]]))
    #expect(harbour.accept(path, yes: true).failure == nil)
    #expect(try harbour.standing() != before)
    _ = try harbour.undo()
    #expect(try harbour.standing() == before)
  }

  @Test func `A page is listed as the programme's, read, and out of memory once the journal is locked`() throws {
    let path = try harbour.write(harbour.assignment([Harbour.works[3]]))
    #expect(harbour.accept(path, "2", "1").said.contains("What is said in group stays in group."))
    let listed = try sitting.said { try LearnDesk(session: harbour.session).list() }
    #expect(unwrapped(listed).contains("Our group, from your programme"))
    harbour.session.lock()
    #expect(!harbour.session.world.library.modules().contains { $0.id == "our-group" })
    #expect(harbour.session.world.library.laid.isEmpty)
    #expect(try harbour.session.world.library.module("our-group") == nil)
  }

  @Test func `A page is there again after the journal is opened anew`() throws {
    _ = harbour.accept(try harbour.write(harbour.assignment([Harbour.works[3]])), yes: true)
    harbour.session.lock()
    sitting.console.recording.secrets = [Sitting.passphrase]
    _ = try harbour.session.journal()
    #expect(try harbour.session.world.library.module("our-group")?.title == "Our group")
  }

  @Test func `One item can be left out; a page that shames is seen before it is added`() throws {
    let shaming = Assignment.Work.module(id: "our-group", text: Harbour.page("our-group", "You failed again."))
    let path = try harbour.write(harbour.assignment([Harbour.homework, shaming]))
    // Read it, leave out the second, add the rest.
    let (said, failure) = harbour.accept(path, "2", "3", "2", "1")
    #expect(failure == nil && said.contains("You failed again."))
    #expect(try harbour.entry("homework") != nil)
    #expect(try harbour.session.world.library.module("our-group") == nil)
    // What was left out can still be taken from another file.
    let again = try harbour.write(harbour.assignment([Harbour.homework, shaming], id: 8))
    #expect(harbour.accept(again, "1").said.contains("1 of its items is here already."))
    #expect(try harbour.session.world.library.module("our-group") != nil)
    #expect(try sitting.store.entries(EntryFilter(form: "homework")).count == 1)
  }

  @Test func `The same assignment twice is said, and adds nothing twice`() throws {
    let path = try harbour.write(harbour.assignment(Harbour.works))
    #expect(harbour.accept(path, yes: true).failure == nil)
    let before = try harbour.standing()
    #expect(harbour.accept(path, yes: true).said.contains("You have taken this from Harbour IOP already."))
    let other = try harbour.write(harbour.assignment(Harbour.works, id: 8))
    #expect(harbour.accept(other, yes: true).said.contains("All of it is here already"))
    #expect(try harbour.standing() == before)
  }

  // MARK: Refused

  @Test func `An unknown signer, a former one and a forged file are refused`() throws {
    let before = try harbour.standing()
    let stranger = try OwnKeys.random()
    let unknown = try harbour.write(
      harbour.assignment([Harbour.homework], from: stranger.publicKeys), signedBy: stranger)
    #expect(
      harbour.accept(unknown, yes: true).failure?.happened == "That file is signed by somebody you have not added.")
    let forged = harbour.accept(
      try harbour.write(harbour.assignment([Harbour.homework]), signedBy: stranger), yes: true
    ).failure
    #expect(
      forged?.code == 77 && forged?.happened == "That file says it is from Harbour IOP, and somebody else signed it.")
    let mixed = PublicKeys(signing: harbour.keys.publicKeys.signing, sealing: stranger.publicKeys.sealing)
    let otherKeys = try harbour.write(harbour.assignment([Harbour.homework], from: mixed))
    #expect(harbour.accept(otherKeys, yes: true).failure?.code == 77)
    #expect(try harbour.standing() == before)
    try RecipientDesk(session: harbour.session).remove("Harbour IOP")
    let former = harbour.accept(try harbour.write(harbour.assignment([Harbour.homework])), yes: true).failure
    #expect(former?.code == 77 && former?.happened == "That file is signed with a key that you do not use any more.")
  }

  @Test func `What was made for another person is refused, sealed for them or for this one`() throws {
    let other = try OwnKeys.random().publicKeys
    let theirs = try harbour.assignment([Harbour.homework], for: other)
    let sealed = harbour.accept(try harbour.write(theirs, sealedFor: other), yes: true).failure
    #expect(sealed?.code == 77 && sealed?.happened.hasPrefix("That file is sealed for somebody else") == true)
    let resealed = harbour.accept(try harbour.write(theirs), yes: true).failure
    #expect(resealed?.code == 77 && resealed?.happened == "That assignment was made for somebody else.")
    #expect(try harbour.entry("homework") == nil)
  }

  @Test func `A file that was cut or changed is refused, whole`() throws {
    let text = try harbour.assignment(Harbour.works).file(signedBy: harbour.keys.signing)
    let changed = String(decoding: text, as: UTF8.self).replacing("ten minutes", with: "ten hours")
    #expect(
      harbour.accept(try harbour.seal(Array(changed.utf8)), yes: true).failure?.happened
        == "That file was changed after Harbour IOP signed it.")
    #expect(harbour.accept(try harbour.seal(Array(text.dropLast(9))), yes: true).failure?.code == 65)
    let path = try harbour.write(harbour.assignment(Harbour.works))
    guard case .success(let sealed) = PlainFile.read(path, limit: 1 << 20) else { return #expect(Bool(false)) }
    let cut = sitting.folder.write("cut", String(decoding: sealed.dropLast(60), as: UTF8.self))
    #expect(harbour.accept(cut, yes: true).failure?.happened == "The sealed file is cut off.")
    #expect(try harbour.entry("homework") == nil)
  }

  @Test(arguments: ["\u{1B}[2J", "\u{202E}"]) func `A page that could steer the screen is refused with all else`(
    hidden: String
  ) throws {
    let page = Assignment.Work.module(id: "our-group", text: Harbour.page("our-group", "a\(hidden)b"))
    let failure = harbour.accept(try harbour.write(harbour.assignment([Harbour.homework, page])), yes: true).failure
    #expect(failure?.code == 65 && failure?.happened.contains("hidden control character") == true)
    #expect(try harbour.entry("homework") == nil)
    let misnamed = Assignment.Work.module(id: "other", text: Harbour.page("our-group"))
    #expect(
      harbour.accept(try harbour.write(harbour.assignment([misnamed])), yes: true).failure?.happened
        .contains("calls itself \"our-group\"") == true)
  }

  @Test func `A questionnaire that cannot be asked here is refused with all else`() throws {
    let bad = Assignment.Work.questionnaire(["resourceType": "Questionnaire"], everyDays: nil)
    let failure = harbour.accept(try harbour.write(harbour.assignment([Harbour.homework, bad])), yes: true).failure
    #expect(failure?.code == 65 && failure?.happened.hasPrefix("A questionnaire in it cannot be used.") == true)
    #expect(try harbour.entry("homework") == nil)
  }

  @Test func `Any other file is named, with what takes it`() throws {
    let log = "{\"app\":\"handrail\",\"format\":\"handrail-log\"}\n"
    let bare = String(
      decoding: try harbour.assignment([Harbour.homework]).file(signedBy: harbour.keys.signing), as: UTF8.self)
    for (text, next) in [
      (log, "A clinic reads it with `clinic import`."), ("Handrail key card 1\n", "`share add FILE` takes it."),
      ("{\"format\":\"handrail-journal\"}\n", "`import FILE` takes it into a new journal."),
      ("HANDRAIL....", "`vault restore FILE` takes it."), (bare, "Ask your programme for the sealed file."),
      ("{\"resourceType\":\"Questionnaire\"}", "`measure add FILE` takes it."),
      ("", "Ask your programme to send it again."),
      ("hello", "Your programme sends you a pack, or a sealed file. Check the name."),
    ] {
      let failure = harbour.accept(sitting.folder.write("file", text), yes: true).failure
      #expect(failure?.next == next && failure?.code == 65, "\(text)")
    }
    #expect(harbour.accept(try harbour.seal(Array(log.utf8)), yes: true).failure?.happened.contains("a log") == true)
    #expect(harbour.accept("/nonexistent/file", yes: true).failure?.code == 66)
  }

  // MARK: What comes back

  @Test func `What came of it goes to the programme in numbers, by the programme's own name for the item`() throws {
    _ = harbour.accept(try harbour.write(harbour.assignment([Harbour.homework])), yes: true)
    let homework = try #require(try harbour.entry("homework"))
    // Say how it went: a part of it.
    sitting.type("1", "2", "", "2", "", "", "", "", "")
    _ = sitting.leaving { () throws(Departure) in
      try RecordDesk(session: harbour.session, kind: .homework).run()
    }
    let done = try #require(try harbour.entry("homework-done"))
    #expect(done.links == [Link(name: "done", entry: homework.id), .assigned(try Harbour.item(1))])
    let today = harbour.session.world.clock.now().day
    let choices = ShareChoices(way: .sealed, consent: Consent(days: today...today))
    let gathered = try ShareGathering(session: harbour.session).gather(choices)
    let made = try ShareLog(session: harbour.session, recipient: "Harbour IOP", sinceLast: false)
      .make(gathered, choices, version: "0")
    let lines = try ReadLog(made.bytes).lines
    let assigned = try #require(lines.first { $0.form == "homework" })
    #expect(assigned.links.map(\.entry) == [try Harbour.item(1).text])
    let outcome = try #require(lines.first { $0.form == "homework-done" })
    #expect(outcome.answers == ["went": .text("part")])
    #expect(outcome.links.map(\.entry) == [assigned.name, try Harbour.item(1).text])
    #expect(!String(decoding: made.bytes, as: UTF8.self).contains("Walk for ten minutes"))
  }

  @Test func `What is filled in and read says from which item it comes`() throws {
    _ = harbour.accept(try harbour.write(harbour.assignment(Harbour.works)), yes: true)
    let measure = try #require(try MeasureList(session: harbour.session).all().first { $0.kept != nil })
    sitting.type("0", "1", "")
    _ = sitting.leaving { () throws(Departure) in try MeasureDesk(session: harbour.session).fill(measure) }
    #expect(try harbour.entry(measure.id)?.links == [.assigned(try Harbour.item(3))])
    let marks = try #require(ReadingMarks(session: harbour.session))
    try marks.keep(.seen, id: "our-group", title: "Our group")
    #expect(try harbour.entry("module-mark")?.links == [.assigned(try Harbour.item(4))])
    try marks.keep(.seen, id: "sleep", title: "Sleep")
    #expect(try harbour.entry("module-mark")?.links == [])
  }

  @Test func `The list of homework says where it came from`() throws {
    _ = harbour.accept(try harbour.write(harbour.assignment([Harbour.homework])), yes: true)
    sitting.type("1", "1", "")
    let said = sitting.said {
      _ = sitting.leaving { () throws(Departure) in
        try RecordDesk(session: harbour.session, kind: .homework).run()
      }
    }
    #expect(unwrapped(said).contains("Walk for ten minutes, by Fri 27 Nov, from Harbour IOP"))
    #expect(unwrapped(said).contains("Comes from your programme"))
  }
}
